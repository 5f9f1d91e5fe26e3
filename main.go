// Voxatlas tells which Microsoft Teams cloud-voice services exist in which
// country or region, on what terms, and what to do where they do not. This
// package hangs the doors: it alone knows them all.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/adrg/xdg"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
	gossh "golang.org/x/crypto/ssh"

	"voxatlas/data"
	"voxatlas/data/search"
	"voxatlas/model"
	"voxatlas/ui/cli"
	"voxatlas/ui/say"
	"voxatlas/ui/sshd"
	"voxatlas/ui/tui"
	"voxatlas/ui/tui/screen"
)

func main() {
	cobra.MousetrapHelpText = "" // started by a double click, the browser is what is wanted
	localizers, err := say.Localizers()
	if err != nil {
		fmt.Fprintln(os.Stderr, "voxatlas:", err)
		os.Exit(3)
	}
	env := environment(localizers)
	stop := exitOnInterrupt()
	env.Browse = func(ctx context.Context, b cli.Browse) error {
		stop() // the browser has a terminal to restore first
		return browse(ctx, env, b)
	}
	env.Serve = func(ctx context.Context, s cli.Serve) error {
		stop() // the door says goodbye first
		return serve(ctx, env, s)
	}
	os.Exit(cli.Main(context.Background(), env, os.Args[1:]))
}

// browse opens the terminal browser on the process's terminal.
func browse(ctx context.Context, env cli.Env, b cli.Browse) error {
	profile := profile(os.Environ(), b.Color)
	c := config(env, shelve(env, b.Atlas, b.Own), b, profile)
	c.Suspend = true
	err := tui.Run(ctx, tui.New(c), os.Environ(), profile)
	var ended *screen.SignalError
	switch {
	case errors.As(err, &ended):
		return cli.Exit(ended.ExitCode())
	case errors.Is(err, screen.ErrStalled):
		return cli.NoReader // and so nobody to say it to
	}
	return err
}

// config is a browser as the command line asks for it.
func config(env cli.Env, s shelf, b cli.Browse, profile colorprofile.Profile) tui.Config {
	return tui.Config{
		Editions:   s,
		At:         s.find(b.Atlas),
		Localizers: env.Localizers,
		Lang:       b.Lang,
		Country:    b.Country,
		ASCII:      b.ASCII,
		Color:      profile > colorprofile.ASCII,
		Version:    env.Version.Program,
	}
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

// serve opens the SSH door until a signal asks to stop. A second one ends the open
// sessions at once, and a third the process.
func serve(ctx context.Context, env cli.Env, s cli.Serve) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	hurry, cease := context.WithCancel(context.WithoutCancel(ctx))
	defer cease()
	context.AfterFunc(ctx, func() {
		again, done := signal.NotifyContext(hurry, os.Interrupt, syscall.SIGTERM)
		stop()
		<-again.Done()
		done()
		cease()
	})

	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	if s.JSON {
		log = slog.New(slog.NewJSONHandler(os.Stderr, nil))
	}
	slog.SetDefault(log) // that of the SSH library, too
	if s.HostKey == "" {
		s.HostKey = filepath.Join(xdg.StateHome, "voxatlas", "host_key")
	}
	key, err := sshd.HostKey(s.HostKey)
	if err != nil {
		return err
	}
	limits := sshd.Limits(s.Limits)
	server, err := sshd.New(sshd.Config{
		HostKey: key, Limits: limits, Drain: s.Drain, Localizers: env.Localizers, Log: log, Anonymize: s.Anonymize,
		Handler: visitors(env, s.Atlas, s.Own, limits.Sessions),
		Notice:  func(why string, left time.Duration) tea.Msg { return tui.ClosingMsg{Why: why, Left: left} },
	})
	if err != nil {
		return err
	}
	l, err := sshd.Listen(ctx, s.Listen, limits)
	if err != nil {
		return &cli.ListenError{Flag: "--listen", Address: s.Listen, Err: err}
	}
	if s.Metrics != "" {
		status, err := net.Listen("tcp", s.Metrics)
		if err != nil {
			return errors.Join(&cli.ListenError{Flag: "--metrics", Address: s.Metrics, Err: err}, l.Close())
		}
		h := &http.Server{Handler: server.Status(), ReadTimeout: 10 * time.Second, WriteTimeout: 10 * time.Second}
		go h.Serve(status) //nolint:errcheck // until it is closed
		defer h.Close()    //nolint:errcheck // nothing is left to do
		log.Info("metrics", "listen", status.Addr().String())
	}
	log.Info("serving", "listen", l.Addr().String(), "host_key", s.HostKey, "fingerprint", gossh.FingerprintSHA256(key.PublicKey()),
		"edition", s.Atlas.Edition().Date, "version", env.Version.Program)
	return server.Serve(ctx, hurry, l)
}

// visitors answers strangers: with the browser, or by a command. What is the same
// for all of them, they share.
func visitors(env cli.Env, served *model.Atlas, own bool, sessions int) sshd.Handler {
	shelf := shelve(env, served, own)
	looks := tui.NewLooks(env.Localizers, sessions)
	return func(ctx context.Context, c sshd.Request) (b *sshd.Browser, code int) {
		visitor := cli.Env{
			Out: c.Out, Err: c.Err, Getenv: c.Getenv, Terminal: c.Terminal, Width: c.Width,
			Localizers: env.Localizers, Version: env.Version, Remote: true, Index: shelf.index,
			Open: func(date string) (*model.Atlas, error) { return shelf.open(date, served) },
		}
		visitor.Browse = func(_ context.Context, choice cli.Browse) error {
			p := profile(c.Environ, choice.Color)
			shared := config(visitor, shelf, choice, p)
			shared.Looks = looks
			b = &sshd.Browser{Model: tui.New(shared), Profile: p}
			return nil
		}
		code = cli.Main(ctx, visitor, c.Args)
		return b, code
	}
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
func environment(localizers []say.Localizer) cli.Env {
	env := cli.Env{
		Out:        os.Stdout,
		Err:        os.Stderr,
		Getenv:     os.Getenv,
		Terminal:   term.IsTerminal(os.Stdout.Fd()),
		Watched:    term.IsTerminal(os.Stderr.Fd()),
		Localizers: localizers,
		Version:    version(),
		Limits:     cli.Limits(sshd.Defaults()),
		Open:       data.Open,
		Index:      func(a *model.Atlas) *search.Index { return search.New(a.Countries()) },
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
