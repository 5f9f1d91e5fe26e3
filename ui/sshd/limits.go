package sshd

import (
	"fmt"
	"time"
)

// Limits bound the use that clients make of the server. Every limit must be above
// zero; [Defaults] sets all of them.
type Limits struct {
	Sessions   int // open at a time, in all
	PerAddress int // connections at a time from one address (IPv4) or one /64 (IPv6)
	Pending    int // connections at a time that have no session yet, in all
	Cells      int // of the windows of all sessions together
	Commands   int // that run at a time, in all; one from each address; others wait

	ConnRate   int // new connections per second and address; five seconds' worth may come at once
	InputRate  int // bytes per second that a connection may send; eight seconds' worth may come at once
	OutputRate int // bytes per second that one address is sent, over all its connections; eight seconds' worth at once

	HandshakeTimeout time.Duration // from the connection to the session; enough to answer a question about the host key
	IdleTimeout      time.Duration // without input
	SessionTimeout   time.Duration // from the first frame to the last
	KeepAlive        time.Duration // between two probes of a silent client; the fourth unanswered one ends the connection
	StallTimeout     time.Duration // that a client may leave output unread

	CommandLength int // bytes of a command line
	Environment   int // variables that a client may send, allowed or not
}

// Defaults returns limits for a machine with a core and a GiB to spare;
// BENCHMARKS.md has the costs of sessions.
func Defaults() Limits {
	return Limits{
		Sessions: 1000, PerAddress: 16, Pending: 128, Cells: 10_000_000, Commands: 4,
		ConnRate: 4, InputRate: 32 << 10, OutputRate: 256 << 10,
		HandshakeTimeout: time.Minute, IdleTimeout: 15 * time.Minute, SessionTimeout: 4 * time.Hour, KeepAlive: 30 * time.Second, StallTimeout: 20 * time.Second,
		CommandLength: 1 << 10, Environment: 64,
	}
}

// Limits that no flag changes.
const (
	maxWidth, maxHeight = 300, 100 // of a window, in cells
	maxTermLength       = 64       // bytes of a TERM
	maxValueLength      = 128      // bytes of an environment variable
	MaxLine             = 1000     // bytes of a line of a dialog
	maxRefusals         = 64       // refused requests before the connection is closed

	connBurst        = 5 // seconds' worth of connections at once
	byteBurst        = 8 // seconds' worth of input or output at once
	maxKeysPerSecond = 60
	keyBurst         = 120
	resizePause      = 50 * time.Millisecond  // between two resizes of a session
	warningTime      = time.Minute            // between a warning and the end of a session
	rejectGrace      = time.Second            // for a rejected client to read the reason
	wakeInterval     = 500 * time.Millisecond // between two packets to a client that leaves the connection open
	closeGrace       = 5 * time.Second        // for a client to read the last output and close the connection
	socketBuffer     = 64 << 10               // bytes that the system may buffer of a connection each way; Linux buffers twice as much
)

// check returns an error that names the first limit that is not above zero.
func (l Limits) check() error {
	for _, v := range []struct {
		name  string
		value int64
	}{
		{"sessions", int64(l.Sessions)}, {"connections per address", int64(l.PerAddress)}, {"pending connections", int64(l.Pending)},
		{"cells", int64(l.Cells)}, {"commands", int64(l.Commands)}, {"connections per second", int64(l.ConnRate)},
		{"input rate", int64(l.InputRate)}, {"output rate", int64(l.OutputRate)}, {"handshake time", int64(l.HandshakeTimeout)}, {"idle time", int64(l.IdleTimeout)},
		{"session time", int64(l.SessionTimeout)}, {"keep-alive", int64(l.KeepAlive)}, {"stall time", int64(l.StallTimeout)},
		{"command length", int64(l.CommandLength)}, {"environment", int64(l.Environment)},
	} {
		if v.value <= 0 {
			return fmt.Errorf("limit of %s: must be above zero", v.name)
		}
	}
	return nil
}
