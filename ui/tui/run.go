package tui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"voxatlas/ui/tui/screen"
)

// Profile returns the colours that a terminal with this environment can show; none
// if plain. It ignores NO_COLOR and its kin: the caller has decided about colours.
func Profile(environ []string, plain bool) colorprofile.Profile {
	if plain || slices.ContainsFunc(environ, isMonochrome) {
		return colorprofile.ASCII
	}
	return colorprofile.Env(slices.DeleteFunc(slices.Clone(environ), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return name == "NO_COLOR" || name == "CLICOLOR" || name == "CLICOLOR_FORCE"
	}))
}

// isMonochrome reports whether an environment variable names a terminal without
// colours.
func isMonochrome(v string) bool {
	name, ok := strings.CutPrefix(v, "TERM=")
	return ok && (strings.HasPrefix(name, "vt1") || strings.HasPrefix(name, "vt2") || strings.HasSuffix(name, "-m") || strings.HasSuffix(name, "-mono"))
}

// InTmux reports whether the terminal with this environment is one of tmux or GNU screen.
func InTmux(getenv func(string) string) bool {
	term := getenv("TERM")
	return getenv("TMUX") != "" || strings.HasPrefix(term, "tmux") || strings.HasPrefix(term, "screen")
}

// Run runs app on the terminal of this process until the user quits, ctx ends or
// a signal comes, and leaves the terminal as it was. The error is nil when the
// user quit, and a [screen.SignalError] after SIGINT, SIGTERM or SIGHUP.
func Run(ctx context.Context, app *App, environ []string, p colorprofile.Profile, ambiguous screen.AmbiguousWidth) error {
	err := screen.Run(ctx, app, screen.Options{Profile: p, Environ: environ, Ambiguous: ambiguous})
	var broken *screen.PanicError
	if errors.As(err, &broken) {
		return fmt.Errorf("internal error: %v; please report it with what you did", broken.Value)
	}
	return err
}
