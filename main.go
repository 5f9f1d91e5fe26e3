// Voxatlas tells which Microsoft Teams cloud-voice services exist in which
// country or region, on what terms, and what to do where they do not. This
// package hangs the doors: it alone knows them all.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"sync"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"voxatlas/model/find"
	"voxatlas/ui/cli"
	"voxatlas/ui/say"
	"voxatlas/ui/tui"
	"voxatlas/ui/tui/screen"
)

func main() {
	cobra.MousetrapHelpText = "" // started by a double click, the browser is what is wanted
	voices, err := say.Voices()
	if err != nil {
		fmt.Fprintln(os.Stderr, "voxatlas:", err)
		os.Exit(3)
	}
	env := environment(voices)
	stop := exitOnInterrupt()
	env.Browse = func(ctx context.Context, b cli.Browse) error {
		stop() // the browser has a terminal to restore first
		return browse(ctx, voices, env.Version, b)
	}
	os.Exit(cli.Main(context.Background(), env, os.Args[1:]))
}

// browse opens the terminal browser on the process's terminal.
func browse(ctx context.Context, voices []say.Voice, version cli.Version, b cli.Browse) error {
	profile := profile(os.Environ(), b.Color)
	err := tui.Run(ctx, tui.New(tui.Config{
		Atlas:   b.Atlas,
		Index:   sync.OnceValue(func() *find.Index { return find.New(b.Atlas.Countries()) }),
		Voices:  voices,
		Lang:    b.Lang,
		Country: b.Country,
		ASCII:   b.ASCII,
		Color:   profile > screen.ASCII,
		Version: version.Program,
		Suspend: true,
	}), os.Environ(), profile)
	var ended *screen.SignalError
	switch {
	case errors.As(err, &ended):
		return cli.Exit(ended.ExitCode())
	case errors.Is(err, screen.ErrStalled):
		return cli.NoReader // and so nobody to say it to
	}
	return err
}

// profile is the colours that the browser uses on a terminal with this
// environment. Whoever wants colour always gets it where the terminal says that it
// has none, too.
func profile(environ []string, color cli.Color) colorprofile.Profile {
	p := tui.Profile(environ, color == cli.ColorNever)
	if color == cli.ColorAlways && p <= colorprofile.ASCII {
		return colorprofile.ANSI256
	}
	return p
}

// exitOnInterrupt ends the program at ctrl+c, even while it waits for a reader
// of its output, until stop is called.
func exitOnInterrupt() (stop func()) {
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	go func() {
		if _, ok := <-interrupted; ok {
			os.Exit(130)
		}
	}()
	return func() {
		signal.Stop(interrupted)
		close(interrupted)
	}
}

// environment is what the process stands in.
func environment(voices []say.Voice) cli.Env {
	env := cli.Env{
		Out:      os.Stdout,
		Err:      os.Stderr,
		Getenv:   os.Getenv,
		Terminal: term.IsTerminal(os.Stdout.Fd()),
		Voices:   voices,
		Version:  version(),
	}
	if env.Terminal {
		env.Width, _, _ = term.GetSize(os.Stdout.Fd()) // 0, as for no terminal, when it does not say
	}
	return env
}

// version is what the build recorded.
func version() cli.Version {
	v := cli.Version{Program: "(unknown)", Go: runtime.Version()}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	v.Program = info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			v.Commit = s.Value
		}
	}
	return v
}
