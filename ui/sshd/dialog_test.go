package sshd

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	gossh "golang.org/x/crypto/ssh"
)

// testDialog repeats lines; "quit" ends it, "panic" panics, "big N" writes N bytes.
type testDialog struct{}

func (testDialog) Begin(_ context.Context, out io.Writer) { _, _ = io.WriteString(out, "hello\n> ") }

func (testDialog) AnswerLine(_ context.Context, line string, out io.Writer) bool {
	var n int
	switch line {
	case "quit":
		return true
	case "panic":
		panic("asked to, in an answer")
	default:
		if _, err := fmt.Sscanf(line, "big %d", &n); err == nil {
			_, _ = io.WriteString(out, strings.Repeat("x", n))
		}
	}
	_, _ = fmt.Fprintf(out, "%q\n> ", line)
	return false
}

func (testDialog) TooLong(out io.Writer) { _, _ = io.WriteString(out, "too long\n> ") }

// withDialog makes the server answer everybody with a testDialog.
func withDialog(c *Config) {
	c.Handler = func(context.Context, Request) (*Browser, int) { return &Browser{Dialog: testDialog{}}, 0 }
}

// startDialog begins a session, with a terminal or without.
func startDialog(t *testing.T, r *rig, terminal bool) *client {
	t.Helper()
	cl := r.newClient("en")
	if terminal {
		if err := cl.session.RequestPty("dumb", 24, 80, gossh.TerminalModes{}); err != nil {
			t.Fatal(err)
		}
	}
	if err := cl.session.Start("voxatlas --plain"); err != nil {
		t.Fatal(err)
	}
	settle()
	return cl
}

// A client without a terminal shows its own lines: none are repeated. The end of its input
// ends the session.
func TestDialogInAPipe(t *testing.T) {
	withServer(t, withDialog, func(t *testing.T, r *rig) {
		cl := startDialog(t, r, false)
		defer cl.disconnect()
		cl.typeKeys("one\n台灣\r\n\ntwo \x1b[31mred\n" + strings.Repeat("x", MaxLine+1) + "\nlast")
		settle()
		if err := cl.in.Close(); err != nil {
			t.Fatal(err)
		}
		cl.wantExit(0)
		if got, want := cl.output(), "hello\n> \"one\"\n> \"台灣\"\n> \"\"\n> \"two red\"\n> too long\n> \"last\"\n> \n"; got != want {
			t.Errorf("out %q, want %q", got, want)
		}
	})
}

// On a terminal, which is raw, the server shows what is typed, and knows backspace and the
// keys that clear a line and end.
func TestDialogOnATerminal(t *testing.T) {
	for _, tt := range []struct{ keys, want string }{
		{"ab\x7fc\rquit\r", "ab\b \bc\r\n\"ac\"\r\n> quit\r\n"},
		{"台a\x7f\x7f灣\rquit\r", "台a\b \b\b \b\b \b灣\r\n\"灣\"\r\n> quit\r\n"},
		{"abc\x15d\rquit\r", "abc\b \b\b \b\b \bd\r\n\"d\"\r\n> quit\r\n"},
		{"\x1b[A\x1bOB\x1b[1;5Cx\x01\rquit\r", "x\r\n\"x\"\r\n> quit\r\n"},
		{"half\x03", "half\r\n"},
		{"\x7f\x04", "\r\n"},
	} {
		withServer(t, withDialog, func(t *testing.T, r *rig) {
			cl := startDialog(t, r, true)
			defer cl.disconnect()
			for _, b := range []byte(tt.keys) {
				cl.typeKeys(string([]byte{b}))
				settle()
			}
			cl.wantExit(0)
			if got, want := cl.output(), "hello\r\n> "+tt.want; got != want {
				t.Errorf("%q: out %q, want %q", tt.keys, got, want)
			}
		})
	}
}

// A dialog ends with the reason of every session: an idle client, a panic.
func TestDialogEnds(t *testing.T) {
	withServer(t, withDialog, func(t *testing.T, r *rig) {
		cl := startDialog(t, r, true)
		defer cl.disconnect()
		time.Sleep(Defaults().IdleTimeout - time.Second)
		cl.typeKeys("x")
		settle()
		time.Sleep(Defaults().IdleTimeout + time.Second)
		cl.wantExit(1)
		if out := cl.output(); !strings.Contains(out, "idle for too long") {
			t.Errorf("out %q", out)
		}
	})
	withServer(t, withDialog, func(t *testing.T, r *rig) {
		cl, other := startDialog(t, r, true), startDialog(t, r, true)
		defer cl.disconnect()
		defer other.disconnect()
		cl.typeKeys("panic\r")
		cl.wantExit(1)
		if out := cl.output(); !strings.Contains(out, "failed on our side") {
			t.Errorf("out %q", out)
		}
		other.typeKeys("quit\r")
		other.wantExit(0)
	})
}

// The output of a dialog is paced like any other, and a client that does not read ends.
func TestDialogIsPaced(t *testing.T) {
	withServer(t, func(c *Config) { withDialog(c); c.Limits.OutputRate = 1000 }, func(t *testing.T, r *rig) {
		cl := startDialog(t, r, false)
		defer cl.disconnect()
		start := time.Now()
		cl.typeKeys("big 20000\nquit\n")
		cl.wantExit(0)
		if took := time.Since(start); took < 10*time.Second {
			t.Errorf("20,000 bytes at 1,000 bytes per second took %v", took)
		}
	})
}

// FuzzLineEditor feeds any bytes to the editor in two ways, and wants the same lines of at most
// MaxLine bytes, and an echo without escape sequences that erases no more than it has shown.
func FuzzLineEditor(f *testing.F) {
	for _, s := range []string{"ab\r\ncd\n", "台\x7f灣\x15\r", "\x1b[1;5A\x1bOP\x1b\r", "\xff\xfe\x80\r\x04", "\x03", strings.Repeat("é", 600) + "\r", "a\xff\x7f", "\ufffd\u0085\t\x15b\x7f"} {
		f.Add([]byte(s), true)
		f.Add([]byte(s), false)
	}
	f.Fuzz(func(t *testing.T, b []byte, echo bool) {
		read := func(piece int) (lines []string, echoed string) {
			e := lineEditor{echo: echo}
			for rest := b; len(rest) > 0 && !e.ended; {
				used := e.write(rest[:min(piece, len(rest))])
				rest = rest[used:]
				echoed += string(e.takeEcho())
				if line, tooLong, ok := e.takeLine(); ok {
					lines = append(lines, fmt.Sprint(line, tooLong))
					if len(line) > MaxLine || strings.ContainsAny(line, "\r\n\x1b") {
						t.Errorf("line %q", line)
					}
				}
			}
			return lines, echoed
		}
		lines, echoed := read(len(b))
		single, singleEcho := read(1)
		if fmt.Sprint(lines) != fmt.Sprint(single) || echoed != singleEcho {
			t.Errorf("%q and %q, %q and %q", lines, single, echoed, singleEcho)
		}
		if strings.ContainsAny(echoed, "\x1b\a\x00\u009b") || !echo && echoed != "" {
			t.Errorf("echo %q", echoed)
		}
		for line := range strings.Lines(echoed) {
			shown := 0
			for _, r := range strings.ReplaceAll(line, "\b \b", "") {
				shown += ansi.StringWidth(string(r))
			}
			if erased := strings.Count(line, "\b \b"); erased > shown {
				t.Errorf("%q erases %d of %d cells", line, erased, shown)
			}
		}
	})
}
