// Voxatlas tells which Microsoft Teams cloud-voice services exist in which
// country or region, on which terms, and the next steps where one does not. This
// package wires the interfaces: the command line, the terminal browser and the SSH
// server.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/cli"
	"voxatlas/ui/commandline"
	"voxatlas/ui/plain"
	"voxatlas/ui/say"
	"voxatlas/ui/sshd"
	"voxatlas/ui/tui"
	"voxatlas/ui/tui/opener"
	"voxatlas/ui/tui/screen"
)

func main() {
	growStack()
	cobra.MousetrapHelpText = "" // a double click starts the browser
	env := environment(say.Localizers())
	env.Browse = func(ctx context.Context, b cli.Browse) error { return browse(ctx, env, b) }
	env.Plain = func(ctx context.Context, b cli.Browse) error { return runPlain(ctx, env, b) }
	env.SSH = &cli.SSH{
		Handler: func(lib *library.Library, served *library.Edition, sessions int) sshd.Handler {
			return remoteHandler(env, lib, served, sessions)
		},
		Reload: hangups,
		Notice: func(reason string, left time.Duration) tea.Msg { return tui.ClosingMsg{Reason: reason, Left: left} },
	}
	os.Exit(cli.Main(context.Background(), env, os.Args[1:]))
}

// hangups returns the signals SIGHUP that the process gets; nil if its input is a terminal,
// where they say that the terminal has gone.
func hangups() <-chan os.Signal {
	if term.IsTerminal(os.Stdin.Fd()) {
		return nil
	}
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGHUP)
	return signals
}

// growStack gives the stack of this goroutine at once the size that a run needs. It would
// get there step by step, at each of which Go's runtime copies and adjusts all frames, the
// deepest ones last: a tenth of the CPU time of "voxatlas show".
//
//go:noinline
func growStack() byte {
	var room [24 << 10]byte
	return room[len(os.Args)%len(room)]
}

// browse opens the terminal browser on the process's terminal.
func browse(ctx context.Context, env cli.Env, b cli.Browse) error {
	profile := profile(os.Environ(), b.Color)
	c := config(ctx, env, b, profile)
	c.Suspend = true
	c.OpenLink = opener.Open
	err := tui.Run(ctx, tui.New(c), os.Environ(), profile, screen.AmbiguousWidthOf(b.AmbiguousWidth))
	var ended *screen.SignalError
	switch {
	case errors.As(err, &ended):
		return cli.Exit(ended.ExitCode())
	case errors.Is(err, screen.ErrStalled):
		return cli.NoReader // nobody would read a message
	}
	return err
}

// runPlain runs plain mode on the standard input and output.
func runPlain(ctx context.Context, env cli.Env, b cli.Browse) error {
	c := plainConfig(env, b)
	c.PromptLines = !term.IsTerminal(os.Stdin.Fd())
	err := plain.Run(ctx, plain.New(c), env.In, env.Out)
	if errors.Is(err, syscall.EPIPE) {
		return cli.NoReader
	}
	return err
}

// plainConfig returns the configuration of plain mode for the choices of the command line.
func plainConfig(env cli.Env, b cli.Browse) plain.Config {
	env.Library, env.Fetched = b.Library, "" // that library has them
	return plain.Config{
		StartOptions: b.StartOptions, Localizers: env.Localizers, Now: env.Now,
		Run: func(ctx context.Context, e *library.Edition, lang model.Lang, out, errs io.Writer, args []string) int {
			command := env
			command.Out, command.Err = out, errs
			return cli.PrintPlain(ctx, command, e, lang, args)
		},
	}
}

// config returns the browser's configuration for the choices of the command line.
func config(ctx context.Context, env cli.Env, b cli.Browse, profile colorprofile.Profile) tui.Config {
	printing := env
	printing.Library, printing.Fetched = b.Library, "" // that library has them
	c := tui.Config{
		StartOptions: b.StartOptions,
		Localizers:   env.Localizers,
		Offices:      b.Offices,
		Now:          env.Now,
		Color:        profile > colorprofile.ASCII,
		FewColors:    profile == colorprofile.ANSI,
		Remote:       env.Remote,
		Tmux:         tui.InTmux(env.Getenv),
	}
	c.Print = func(o commandline.Output) (string, error) { return cli.Print(ctx, printing, o) }
	if !env.Remote {
		c.Write = func(o commandline.Output, file string, replace bool) error {
			return cli.Write(ctx, printing, o, file, replace)
		}
	}
	if b.Mine != "" {
		c.Mine, c.SaveMine = b.Mine.Read, b.Mine.Write
	}
	return c
}

// profile returns the colours to use on a terminal with this environment. With
// ColorAlways there are colours even if the terminal claims to have none.
func profile(environ []string, color cli.Color) colorprofile.Profile {
	p := tui.Profile(environ, color == cli.ColorNever)
	if color == cli.ColorAlways && p <= colorprofile.ASCII {
		return colorprofile.ANSI256
	}
	return p
}

// remoteHandler returns a handler that answers requests with the browser or by a
// command. All requests share the editions and the looks.
func remoteHandler(env cli.Env, lib *library.Library, served *library.Edition, sessions int) sshd.Handler {
	looks := tui.NewLooks(env.Localizers, sessions)
	return func(ctx context.Context, r sshd.Request) (b *sshd.Browser, code int) {
		remote := cli.Env{
			Out: r.Out, Err: r.Err, Getenv: r.Getenv, Now: env.Now, Terminal: r.Terminal, Width: r.Width,
			Localizers: env.Localizers, Version: env.Version, Remote: true,
			Library: lib, Edition: served,
		}
		remote.Browse = func(_ context.Context, choice cli.Browse) error {
			p := profile(r.Environ, choice.Color)
			c := config(ctx, remote, choice, p)
			c.Looks = looks
			b = &sshd.Browser{Model: tui.New(c), Profile: p}
			return nil
		}
		remote.Plain = func(_ context.Context, choice cli.Browse) error {
			c := plainConfig(remote, choice)
			c.PromptLines = !r.Terminal
			b = &sshd.Browser{Dialog: plain.New(c)}
			return nil
		}
		code = cli.Main(ctx, remote, r.Args)
		return b, code
	}
}

// environment returns the process's streams, terminal and languages.
func environment(localizers []say.Localizer) cli.Env {
	env := cli.Env{
		In:         os.Stdin,
		Out:        os.Stdout,
		Err:        os.Stderr,
		Getenv:     os.Getenv,
		Now:        func() time.Time { return time.Now().UTC() }, // the date of an edition has no time zone: the system's is not read
		Terminal:   term.IsTerminal(os.Stdout.Fd()),
		Watched:    term.IsTerminal(os.Stderr.Fd()),
		Localizers: localizers,
		Version:    cli.BuildVersion(),
		Library:    library.Embedded(),
		Fetched:    cli.EditionsDir(os.Getenv),
	}
	if env.Terminal {
		env.Width, env.Height, _ = term.GetSize(os.Stdout.Fd()) // 0, as for no terminal, when it does not say
	}
	return env
}
