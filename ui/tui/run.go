package tui

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// Terminal is what a browser runs on.
type Terminal struct {
	In      io.Reader
	Out     io.Writer
	Environ []string
	Profile colorprofile.Profile // the colours that Out shows
}

// Local is the terminal of the process, with as many colours as the environment
// says that it has, or none when plain.
func Local(in io.Reader, out io.Writer, environ []string, plain bool) Terminal {
	t := Terminal{In: in, Out: out, Environ: environ, Profile: colorprofile.ASCII}
	if !plain {
		t.Profile = colorprofile.Env(colourEnviron(environ))
	}
	return t
}

// colourEnviron is environ without what has been decided before: NO_COLOR and
// its kin are the business of --color.
func colourEnviron(environ []string) []string {
	return slices.DeleteFunc(slices.Clone(environ), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return name == "NO_COLOR" || name == "CLICOLOR" || name == "CLICOLOR_FORCE"
	})
}

// Color reports whether the terminal shows colours.
func (t Terminal) Color() bool { return t.Profile > colorprofile.ASCII }

// SignalError says which signal ended the browser.
type SignalError struct{ Signal os.Signal }

func (e SignalError) Error() string { return fmt.Sprintf("ended by %v", e.Signal) }

// fps is how often Bubble Tea's renderer looks for a new frame: its maximum,
// since the wait for it is most of the latency of a key.
const fps = 120

// Run runs app on t until the user quits, ctx ends or a signal comes, and leaves
// the terminal as it was. The error is nil when the user quit, a [SignalError]
// after SIGINT, SIGTERM or SIGHUP.
func Run(ctx context.Context, app *App, t Terminal) error {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer signal.Stop(signals)

	g := &guard{model: app}
	p := tea.NewProgram(g,
		tea.WithInput(t.In), tea.WithOutput(t.Out), tea.WithEnvironment(t.Environ),
		tea.WithColorProfile(t.Profile), tea.WithFPS(fps), tea.WithoutSignalHandler(), tea.WithContext(ctx))

	done := make(chan struct{})
	defer close(done)
	ended := make(chan os.Signal, 1)
	go func() {
		select {
		case s := <-signals:
			ended <- s
			p.Quit()
		case <-done:
		}
	}()
	_, err := p.Run()
	select {
	case s := <-ended:
		return SignalError{s}
	default:
	}
	if g.err != nil {
		return g.err
	}
	return err
}

// guard runs a model so that a panic ends the program in good order, with an
// error and without a stack trace.
type guard struct {
	model tea.Model
	err   error
}

// Init is the model's, guarded.
func (g *guard) Init() (cmd tea.Cmd) {
	defer g.recover(&cmd)
	return g.model.Init()
}

// Update is the model's, guarded.
func (g *guard) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	defer g.recover(&cmd)
	_, cmd = g.model.Update(msg)
	if g.err != nil { // from View, which can ask for nothing
		cmd = tea.Quit
	}
	return g, cmd
}

// View is the model's, guarded.
func (g *guard) View() (v tea.View) {
	defer g.recover(nil)
	return g.model.View()
}

func (g *guard) recover(cmd *tea.Cmd) {
	r := recover()
	if r == nil {
		return
	}
	if g.err == nil {
		g.err = fmt.Errorf("internal error: %v; please report it with what you did", r)
	}
	if cmd != nil {
		*cmd = tea.Quit
	}
}
