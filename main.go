// Voxatlas tells which Microsoft Teams cloud-voice services exist in which
// country or region, on what terms, and what to do where they do not. This
// package hangs the doors: it alone knows them all.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"voxatlas/ui/cli"
	"voxatlas/ui/say"
)

func main() {
	cobra.MousetrapHelpText = "" // started by a double click, the browser is what is wanted
	voices, err := say.Voices()
	if err != nil {
		fmt.Fprintln(os.Stderr, "voxatlas:", err)
		os.Exit(3)
	}
	exitOnInterrupt()
	os.Exit(cli.Main(context.Background(), environment(voices), os.Args[1:]))
}

// exitOnInterrupt ends the program at ctrl+c, even while it waits for a reader
// of its output.
func exitOnInterrupt() {
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	go func() {
		<-interrupted
		os.Exit(130)
	}()
}

// environment is what the process stands in.
func environment(voices []say.Voice) cli.Env {
	env := cli.Env{
		In:       os.Stdin,
		Out:      os.Stdout,
		Err:      os.Stderr,
		Getenv:   os.Getenv,
		Terminal: cli.Terminal{In: term.IsTerminal(os.Stdin.Fd()), Out: term.IsTerminal(os.Stdout.Fd())},
		Voices:   voices,
		Version:  version(),
	}
	if env.Terminal.Out {
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
