package sshd

import (
	"fmt"
	"time"
)

// Limits are what strangers may take. Every limit is above zero; [Defaults] has
// one for each.
type Limits struct {
	Sessions   int // open at a time, in all
	PerAddress int // connections at a time from one address (IPv4) or one /64 (IPv6)
	Pending    int // connections at a time that have no session yet, in all
	Cells      int // of the windows of all sessions together
	Commands   int // at work at a time, and one from each address; others wait

	Rate       int // new connections per second and address; five seconds' worth may come at once
	InputRate  int // bytes per second that a connection may send; eight seconds' worth may come at once
	OutputRate int // bytes per second that one address is sent, over all its connections; eight seconds' worth at once

	Handshake time.Duration // from the connection to the session; people answer a question about the host key in it
	Idle      time.Duration // without a key
	Session   time.Duration // from the first frame to the last
	KeepAlive time.Duration // between two probes of a silent peer; the fourth unanswered one ends it
	Stall     time.Duration // that a client may leave what it is sent unread

	CommandLength int // bytes of a command line
	Environment   int // variables that a client may send, taken or not
}

// Defaults are limits for a machine with a core and a GiB to spare; see
// BENCHMARKS.md for what sessions cost.
func Defaults() Limits {
	return Limits{
		Sessions: 1000, PerAddress: 16, Pending: 128, Cells: 10_000_000, Commands: 4,
		Rate: 4, InputRate: 32 << 10, OutputRate: 256 << 10,
		Handshake: time.Minute, Idle: 15 * time.Minute, Session: 4 * time.Hour, KeepAlive: 30 * time.Second, Stall: 20 * time.Second,
		CommandLength: 1 << 10, Environment: 64,
	}
}

// What no flag changes.
const (
	maxWidth, maxHeight = 300, 100 // of a window, in cells, whatever its client claims
	maxTerm             = 64       // bytes of a TERM
	maxValue            = 128      // bytes of an environment variable
	maxRefusals         = 64       // requests and channels refused before the connection is

	burstOfRate  = 5 // seconds' worth of connections at once
	burstOfBytes = 8 // seconds' worth of input or output at once
	keysPerSec   = 60
	keysAtOnce   = 120
	resizePause  = 50 * time.Millisecond // between two resizes of a session
	warning      = time.Minute           // of notice before the end of a session
	linger       = time.Second           // for a client that is turned away to read why
	farewell     = 5 * time.Second       // for a client to take what is on its way, and to hang up
	inSystem     = 64 << 10              // bytes that the system may hold of a connection each way; Linux holds twice as much
)

// check names the first limit that is not above zero.
func (l Limits) check() error {
	for _, v := range []struct {
		name  string
		value int64
	}{
		{"sessions", int64(l.Sessions)}, {"connections per address", int64(l.PerAddress)}, {"pending connections", int64(l.Pending)},
		{"cells", int64(l.Cells)}, {"commands", int64(l.Commands)}, {"connections per second", int64(l.Rate)},
		{"input rate", int64(l.InputRate)}, {"output rate", int64(l.OutputRate)}, {"handshake time", int64(l.Handshake)}, {"idle time", int64(l.Idle)},
		{"session time", int64(l.Session)}, {"keep-alive", int64(l.KeepAlive)}, {"stall time", int64(l.Stall)},
		{"command length", int64(l.CommandLength)}, {"environment", int64(l.Environment)},
	} {
		if v.value <= 0 {
			return fmt.Errorf("limit of %s: must be above zero", v.name)
		}
	}
	return nil
}
