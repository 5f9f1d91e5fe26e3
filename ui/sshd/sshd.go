// Package sshd serves voxatlas over SSH to anyone: a client needs no account, may
// browse or run a command that only reads, and gets nothing else. No client can
// disturb another.
//
// A request passes these stations, each in the file of its name:
//
//	net.Conn
//	   ▶ server.go     Server.admit: the limiter admits or refuses the connection
//	   ▶ limiter.go    connections, sessions and cells, per address and in all
//	   ▶ conn.go       bytes per second, time until the session, writes that end
//	   ▶ the SSH handshake, then one channel of type "session"
//	   ▶ request.go    session.handleRequest: pty-req, env, window-change, shell, exec
//	   ▶ session.go    session.serve, session.execute, then either
//	        ┌ browser.go   keys ▶ screen.Input ▶ screen.Session ▶ frames
//	        ├ dialog.go    bytes ▶ lineEditor ▶ Dialog ▶ lines of text
//	        └ a command    words ▶ Handler ▶ lines of text
//
// A client's request ends in session.serve: it sends the last message, the exit
// status and the close of the channel, logs the session, and waits until the
// connection is closed. A refused connection ends in reject (reject.go). A session
// that does not end by itself is ended through session.end, with the reason: by
// deadline.go after time without input or in all, by Server.drain when the server
// stops, by the stall timer when the client does not read.
//
// Before anything is done with a client's user name, TERM, environment, window or
// command, it is bounded and compared with a short list of allowed values. Shells,
// subsystems, forwarding of ports, agents and X11, and all other channels are
// refused.
//
// The package does not know the program that it serves: a [Handler] answers a
// request with a screen model or an exit code.
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

	"voxatlas/ui/say"
	"voxatlas/ui/tui/screen"
)

// Config configures a [Server].
type Config struct {
	HostKey    gossh.Signer // see [HostKey]
	Limits     Limits
	Drain      time.Duration   // for open sessions to end when the server stops
	Localizers []say.Localizer // the languages of the banner and of messages
	Log        *slog.Logger
	Anonymize  bool // log networks instead of addresses: /24, /48
	Handler    Handler
	Notice     Notice
}

// Handler answers a request: with lines on its Out and Err and an exit code, or
// with a browser for its terminal. It is called from many goroutines at a time.
type Handler func(context.Context, Request) (*Browser, int)

// Notice returns the message that tells a browser that its session ends after left.
// The reason is "idle", "time" or "stopped".
type Notice func(reason string, left time.Duration) tea.Msg

// Request holds the command and the environment of a client. Its values are safe
// to show, except Args.
type Request struct {
	Args     []string
	Terminal bool     // the client has a terminal; without Args it wants the browser
	Width    int      // of the terminal in columns; 0 without one
	Environ  []string // TERM, LC_ALL (the session's language), and the allowed variables of the client, as NAME=value
	Out, Err io.Writer
}

// Getenv returns the value of a variable in Environ, "" if there is none.
func (r Request) Getenv(name string) string {
	for _, v := range r.Environ {
		if value, ok := strings.CutPrefix(v, name+"="); ok {
			return value
		}
	}
	return ""
}

// Browser is a model to show on a client's terminal, with the colours to use; or a dialog in
// lines, for a client that wants no screen.
type Browser struct {
	Model   screen.Model
	Profile colorprofile.Profile
	Dialog  Dialog // instead of the model; nil for a model
}

// Dialog answers the lines of a client. Each answer ends with a prompt for the next line. Its
// methods are called one at a time.
type Dialog interface {
	// Begin writes the greeting.
	Begin(ctx context.Context, out io.Writer)

	// AnswerLine writes the answer to a line of at most [MaxLine] bytes, and reports whether the client
	// quits.
	AnswerLine(ctx context.Context, line string, out io.Writer) (over bool)

	// TooLong writes that a line was longer.
	TooLong(out io.Writer)
}
