package screen

import (
	"regexp"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// TestRepaint checks that a model can have the screen painted from nothing, after
// another program has written on it.
func TestRepaint(t *testing.T) {
	checkLeaks(t)
	term := newTerminal(60, 12)
	defer term.close()
	m := &echo{}
	s, done := startSession(t, m, term, 60, 12)
	s.Send(keyPress("x"))
	waitForCells := func(want func() string) {
		t.Helper()
		for end := time.Now().Add(time.Minute); term.dumpCells() != want(); time.Sleep(time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("shows\n%s", term.text())
			}
		}
	}
	frame := func(keys string) func() string {
		return func() string {
			alone := &echo{}
			alone.Update(tea.WindowSizeMsg{Width: 60, Height: 12})
			for _, k := range keys {
				if k == '\f' {
					alone.Update(tea.KeyPressMsg{Code: 'l', Mod: tea.ModCtrl})
					continue
				}
				alone.Update(keyPress(string(k)))
			}
			return dumpRepainted(alone.Frame())
		}
	}
	waitForCells(frame("x"))
	if _, err := term.Write([]byte("\x1b[12;1H\x1b[7mBroadcast message\r\nfrom root\r\n")); err != nil { // and the screen scrolls
		t.Fatal(err)
	}
	s.Send(keyPress("y"))
	s.Send(tea.KeyPressMsg{Code: 'l', Mod: tea.ModCtrl})
	waitForCells(frame("xy\f"))
	s.Send(keyPress("q"))
	if err := waitForEnd(t, done); err != nil {
		t.Error(err)
	}
}

// plainTerminal is a terminal without an alternate screen.
type plainTerminal struct{ *terminal }

func (p plainTerminal) Write(b []byte) (int, error) {
	_, err := p.terminal.Write(alternateScreen.ReplaceAll(b, nil))
	return len(b), err
}

var alternateScreen = regexp.MustCompile(`\x1b\[\?1049[hl]`)

// TestWithoutAlternateScreen checks that a terminal that has only one screen, such as
// GNU screen as it comes or the Linux console, is left clean: the prompt follows at
// the top.
func TestWithoutAlternateScreen(t *testing.T) {
	checkLeaks(t)
	term := newTerminal(60, 12)
	defer term.close()
	s, done := startSession(t, &echo{}, plainTerminal{term}, 60, 12)
	s.CloseInput() // the terminal does not reply
	for !strings.Contains(term.text(), "echo") {
		time.Sleep(time.Millisecond)
	}
	s.Send(keyPress("q"))
	if err := waitForEnd(t, done); err != nil {
		t.Error(err)
	}
	if x, y := term.em.CursorPosition().X, term.em.CursorPosition().Y; term.dumpCells() != "" || x != 0 || y != 0 {
		t.Errorf("left with the cursor at %d,%d and\n%s", x, y, term.text())
	}
}
