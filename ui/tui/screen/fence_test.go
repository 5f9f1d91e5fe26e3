package screen

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// farTerminal is a terminal at the end of a long line: it replies to queries after a
// time. Zero is a terminal that never replies.
type farTerminal struct {
	in                   *Input
	modes, colour, fence time.Duration
	fences               int
}

func (f *farTerminal) Write(b []byte) (int, error) {
	out := string(b)
	for _, q := range []struct {
		query, reply string
		after        time.Duration
	}{
		{seqQuerySync, "\x1b[?2026;2$y", f.modes},
		{seqQueryBackground, "\x1b]11;rgb:0000/0000/0000\x1b\\", f.colour},
		{seqFence, "\x1b[?64;1;2;6;9;15;16;17;18;21;22;23;24;28;29;42;52c", f.fence},
	} {
		if q.after > 0 && strings.Contains(out, q.query) {
			time.AfterFunc(q.after, func() { _, _ = f.in.Write([]byte(q.reply)) })
		}
	}
	f.fences += strings.Count(out, seqFence)
	return len(b), nil
}

// TestLeavingWaits checks for how long a session that quits waits for replies.
func TestLeavingWaits(t *testing.T) {
	const ms = time.Millisecond
	at := func(d time.Duration) farTerminal { return farTerminal{modes: d, colour: d, fence: d} }
	for _, c := range []struct {
		name string
		term string
		farTerminal
		quit, want time.Duration // after the start
	}{
		{"at once", "xterm", at(1), 0, 1},
		{"200 ms", "xterm", at(200 * ms), 0, 200 * ms},
		{"500 ms", "xterm", at(500 * ms), 0, 500 * ms},
		{"900 ms", "xterm", at(900 * ms), 0, 900 * ms},
		{"900 ms, quit meanwhile", "xterm", at(900 * ms), 500 * ms, 900 * ms},
		{"900 ms, quit later", "xterm", at(900 * ms), 901 * ms, 901 * ms},
		{"the fence alone", "xterm", farTerminal{fence: 300 * ms}, 0, 300 * ms},
		{"too late", "xterm", at(1500 * ms), 0, time.Second},
		{"never", "xterm", farTerminal{}, 0, time.Second},
		{"never, quit meanwhile", "xterm", farTerminal{}, 700 * ms, time.Second},
		{"never, quit later", "xterm", farTerminal{}, time.Minute, time.Minute},
		{"GNU screen far away", "screen.xterm-256color", farTerminal{modes: 1, colour: 300 * ms, fence: 1}, 0, 300 * ms},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				f := c.farTerminal
				s, done := startFar(&f, "TERM="+c.term)
				start := time.Now()
				time.Sleep(c.quit)
				for range 500 {
					s.Send(tea.KeyPressMsg{Code: 'x', Text: "x"}) // must not block, nor hold the reply back
				}
				s.Send(keyPress("q"))
				for range 500 {
					s.Send(keyPress("y")) // typed when the user had left
				}
				if err := <-done; err != nil {
					t.Error(err)
				}
				if took := time.Since(start); took != c.want {
					t.Errorf("ends after %v, want %v", took, c.want)
				}
				if f.fences != 2 { // at the start, and with the query for the colour
					t.Errorf("%d fences, want 2", f.fences)
				}
				_ = f.in.Close()
				time.Sleep(2 * time.Second) // for late replies
			})
		})
	}
}

// startFar runs the echo on a far terminal, and lets it ask for everything.
func startFar(f *farTerminal, environ ...string) (*Session, <-chan error) {
	s := New(&echo{}, f, Options{W: 60, H: 12, Profile: colorprofile.ANSI256, Environ: environ})
	f.in = NewInput(s.Send)
	done := make(chan error, 1)
	go func() { done <- s.Run(context.Background()) }()
	synctest.Wait()
	s.Send(keyPress("b"))
	synctest.Wait()
	return s, done
}

// TestLeavingWithoutInput checks that a session does not wait when no reply can come.
func TestLeavingWithoutInput(t *testing.T) {
	for name, before := range map[string]bool{"closed before": true, "closed meanwhile": false} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s, done := startFar(&farTerminal{}, "TERM=xterm")
				start := time.Now()
				if before {
					s.CloseInput()
				}
				s.Send(keyPress("q"))
				synctest.Wait()
				s.CloseInput()
				if err := <-done; err != nil || time.Since(start) != 0 {
					t.Errorf("ends after %v, %v; want at once", time.Since(start), err)
				}
			})
		})
	}
}

// TestLostReplyIsForgotten checks that a reply which never comes delays the end of a
// session by its own second alone, and not after later queries.
func TestLostReplyIsForgotten(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const late = 100 * time.Millisecond
		var f fence
		f.send(2) // both are lost
		for range 3 {
			time.Sleep(fenceWait)
			f.send(1)
			time.AfterFunc(late, f.receive)
			start := time.Now()
			if f.wait(fenceWait); time.Since(start) != late {
				t.Errorf("waits for %v, want %v", time.Since(start), late)
			}
		}
	})
}

func TestIsGNUScreen(t *testing.T) {
	for environ, want := range map[string]bool{
		"TERM=screen": true, "TERM=screen.xterm-256color": true, "TERM=screen-256color": true,
		"TERM=screen-256color TMUX=/tmp/tmux-0/default,1,0": false, "TERM=tmux-256color": false, "TERM=xterm": false, "": false,
	} {
		if got := isGNUScreen(strings.Fields(environ)); got != want {
			t.Errorf("%s: %v, want %v", environ, got, want)
		}
	}
}
