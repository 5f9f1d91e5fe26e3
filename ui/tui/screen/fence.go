package screen

import (
	"strings"
	"sync"
	"time"
)

// fenceWait limits how long after a fence was sent a session that ends or is
// suspended waits for the reply to it.
const fenceWait = time.Second

// A fence tells when a terminal has replied to all queries. Every write with queries
// ends with one more, for the terminal's attributes (DA1), to which practically
// every terminal replies, and replies last:
//
//	Write  ▶  ?2026$p · OSC 11 · c (DA1)
//	reply  ◀  a mode  · a colour · attributes: nothing else is under way
//
// A session gives its terminal back only then: otherwise the shell would read the
// replies as if they were typed. Its methods may be called from any goroutine.
type fence struct {
	mu      sync.Mutex
	replies int           // that are under way
	sent    time.Time     // when the last fence was sent
	passed  chan struct{} // closed when no reply is under way; nil while nobody waits
	closed  bool          // no reply will come any more
}

// fencePassedMsg says that the terminal has replied to a fence.
type fencePassedMsg struct{}

// send notes that queries are sent which this number of replies will follow. It forgets
// replies that nobody would wait for any more.
func (f *fence) send(replies int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if time.Since(f.sent) >= fenceWait {
		f.replies = 0 // else a lost reply would make every later wait a full one
	}
	if !f.closed {
		f.replies, f.sent = f.replies+replies, time.Now()
	}
}

// receive notes that a reply has come.
func (f *fence) receive() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.replies = max(f.replies-1, 0); f.replies == 0 {
		f.pass()
	}
}

// close notes that the terminal can reply no more.
func (f *fence) close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.replies, f.closed = 0, true
	f.pass()
}

// pass ends a wait.
func (f *fence) pass() {
	if f.passed != nil {
		close(f.passed)
		f.passed = nil
	}
}

// wait waits until no reply is under way, but not longer than limit after the last
// fence was sent. One goroutine may wait at a time.
func (f *fence) wait(limit time.Duration) {
	f.mu.Lock()
	if f.replies == 0 {
		f.mu.Unlock()
		return
	}
	passed := make(chan struct{})
	f.passed = passed
	left := limit - time.Since(f.sent)
	f.mu.Unlock()
	closedWithin(passed, left)
}

// isGNUScreen reports whether a terminal with this environment may be GNU screen. It
// replies to the fence itself, and hands the query for the background colour on to
// its own terminal: the colour comes later.
func isGNUScreen(environ []string) bool {
	for _, v := range environ {
		if strings.HasPrefix(v, "TMUX=") {
			return false // tmux may call itself screen
		}
	}
	for _, v := range environ {
		if v == "TERM=screen" || strings.HasPrefix(v, "TERM=screen.") || strings.HasPrefix(v, "TERM=screen-") {
			return true
		}
	}
	return false
}
