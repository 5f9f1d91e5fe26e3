// Package sshd is the door for strangers: anyone may connect, without an
// account, and browse; nobody gets anything else, and no one can disturb another.
//
//	net.Conn ▶ gate (how many, how fast) ▶ conn (bytes per second, writes that end)
//	   ▶ handshake ▶ one channel "session" ▶ visit: requests, then
//	        ┌ a browser: keys ▶ screen.Input ▶ screen.Session ▶ frames
//	        └ a command: words ▶ Door ▶ lines
//
// What a client says about itself (user name, TERM, environment, window, command)
// is held against a short list of what may be said, and bounded, before anything
// is done with it. Shells, subsystems, forwarding of ports, agents and X11, and
// all other channels are refused.
//
// What is at the other side of the door, the package does not know: a [Door]
// gives it a screen model or an exit code.
package sshd

import (
	"context"
	"io"
	"log/slog"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	gossh "golang.org/x/crypto/ssh"

	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/tui/screen"
)

// Config is what a [Server] is made of.
type Config struct {
	HostKey    gossh.Signer // see [HostKey]
	Limits     Limits
	Drain      time.Duration   // that open sessions are given when the server stops
	Localizers []say.Localizer // in which the banner and refusals are said
	Log        *slog.Logger
	Anonymize  bool // addresses in the log are networks: /24, /48
	Open       Door
	Notice     func(why string, left time.Duration) tea.Msg // tells a browser that its session ends: idle, time, draining
}

// A Door answers a call: by lines on its Out and Err and an exit code, or by a
// browser for its terminal. It may be called from many goroutines at a time.
type Door func(context.Context, Call) (*Browser, int)

// A Call is what a visitor asks for. Nothing in it needs cleaning but Args.
type Call struct {
	Args     []string
	Lang     model.Lang
	Terminal bool     // there is one; without Args it wants the browser
	Width    int      // of the terminal in columns; 0 without one
	Environ  []string // of the visitor: TERM and what else may be said, as NAME=value
	Out, Err io.Writer
}

// Getenv is a variable of the visitor's environment.
func (c Call) Getenv(name string) string {
	for _, v := range c.Environ {
		if value, ok := strings.CutPrefix(v, name+"="); ok {
			return value
		}
	}
	return ""
}

// A Browser is what is shown on a visitor's terminal.
type Browser struct {
	Model   screen.Model
	Profile colorprofile.Profile
}
