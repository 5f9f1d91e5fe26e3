package screen

import (
	"bytes"
	"context"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/charmbracelet/colorprofile"
	"pgregory.net/rapid"
)

// TestWideLine lays lines out on a terminal with wide ambiguous characters: "·" stands for
// the second column of a character.
func TestWideLine(t *testing.T) {
	for line, want := range map[string]string{
		"Peru  PE":             "Peru  PE  ",
		"Россия     RU":        "Р·о·с·с·и·",
		"Ро    RU":             "Р·о·  RU  ",
		"é   x   y":            "é·  x   y ",
		"é x   y":              "é· x  y   ",
		"é\x1b[1m   x":         "é·  x     ",
		"台灣 é   x":             "台·灣· é·  x",
		"Россия台":              "Р·о·с·с·и·",
		"\x1b[7m>ü    x\x1b[m": ">ü·   x   ",
	} {
		row := make([]cell, 10)
		parseLine(row, line, colorprofile.ANSI256, true)
		var got strings.Builder
		for _, c := range row {
			if c.isRightHalf() {
				c.text = "·"
			}
			got.WriteString(c.text)
		}
		if got.String() != want {
			t.Errorf("%q: %q, want %q", line, got.String(), want)
		}
	}
}

// TestWideColumn wants the cursor in front of the same character as in a narrow line, unless
// blanks in front of it have made room.
func TestWideColumn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "я", "台", "é", " "}), 0, 12).Draw(t, "letters")
		n := rapid.IntRange(0, len(letters)).Draw(t, "n")
		line := strings.Join(letters, "")
		narrow, wide := make([]cell, 60), make([]cell, 60)
		parseLine(narrow, line, colorprofile.ANSI256, false)
		parseLine(wide, line, colorprofile.ANSI256, true)
		x := 0
		for _, l := range letters[:n] {
			x += map[bool]int{true: 2, false: 1}[l == "台"]
		}
		at := wideWidth(line, x)
		if n < len(letters) && letters[n] != " " && wide[at].text != letters[n] {
			t.Fatalf("%q: the cursor at %d stands at %q, want %q", line, at, wide[at].text, letters[n])
		}
	})
}

// cjkTerminal replies to a probe as a terminal with wide ambiguous characters.
type cjkTerminal struct {
	mu   sync.Mutex
	in   *Input
	wide bool
	out  bytes.Buffer
}

func (c *cjkTerminal) Write(b []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.out.Write(b)
	replies := ""
	if bytes.Contains(b, []byte(seqProbe)) {
		replies = map[bool]string{false: "\x1b[2;2R", true: "\x1b[2;3R"}[c.wide]
	}
	if bytes.Contains(b, []byte(seqFence)) {
		replies += "\x1b[?62;c"
	}
	if replies != "" {
		go func() { _, _ = c.in.Write([]byte(replies)) }()
	}
	return len(b), nil
}

// TestProbe asks terminals once, within the alternate screen and before the fence, which
// then shows that no reply is under way.
func TestProbe(t *testing.T) {
	for _, tt := range []struct {
		name      string
		width     AmbiguousWidth
		term      string
		wide      bool
		asks, got bool
	}{
		{"wide", AskAmbiguous, "xterm", true, true, true},
		{"narrow", AskAmbiguous, "xterm", false, true, false},
		{"one", NarrowAmbiguous, "xterm", true, false, false},
		{"two", WideAmbiguous, "xterm", false, false, true},
		{"no queries", AskAmbiguous, "linux", true, false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c := &cjkTerminal{wide: tt.wide}
				s := New(&echo{}, c, Options{W: 60, H: 12, Profile: colorprofile.ANSI256, Environ: []string{"TERM=" + tt.term}, Ambiguous: tt.width})
				c.in = NewInput(s.Send)
				done := make(chan error, 1)
				go func() { done <- s.Run(context.Background()) }()
				synctest.Wait()
				_, _ = c.in.Write([]byte("\x1b[2;3R\x1b[5;9R")) // nobody has asked
				synctest.Wait()
				s.renderer.mu.Lock()
				wide := s.renderer.wide
				s.renderer.mu.Unlock()
				if wide != tt.got {
					t.Errorf("wide is %v", wide)
				}
				s.Send(keyPress("q"))
				if err := <-done; err != nil {
					t.Error(err)
				}
				out := c.out.String()
				enter, probe, fence := strings.Index(out, seqEnter), strings.Index(out, seqProbe), strings.Index(out, seqFence)
				if asked := strings.Count(out, seqProbe); asked != map[bool]int{true: 1}[tt.asks] || tt.asks && (enter > probe || probe > fence) {
					t.Errorf("%d probes: %q", asked, out)
				}
				_ = c.in.Close()
			})
		})
	}
}
