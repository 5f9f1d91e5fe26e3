package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/layout"
)

// TestCursorStandsWhereTextGoes types, moves and deletes wide and narrow
// characters. An input method opens its window at the cursor.
func TestCursorStandsWhereTextGoes(t *testing.T) {
	a := newFixture(t).newApp("zh-TW", 120, 40)
	for _, step := range []struct {
		keys string
		x    int
	}{
		{"", 2}, {"台", 4}, {"a", 5}, {"灣", 7}, {"left", 5}, {"left", 4}, {"home", 2}, {"end", 7},
		{"backspace", 5}, {"paste:ㄊㄞ", 9}, {"left left", 5}, {"paste:x\ny", 8}, {"ctrl+u", 2},
		{"paste:" + strings.Repeat("國", 60), 28}, {"home", 2}, {"right", 4}, {"end", 28},
	} {
		pressKeys(a, strings.Split(step.keys, " ")...)
		x, y, ok := a.cursor()
		if !ok || y != 1 || x != step.x {
			t.Errorf("after %q the cursor is at %d, %d, %v; want column %d of row 1", step.keys, x, y, ok, step.x)
		}
	}
	pressKeys(a, "esc", "enter")
	if x, y, ok := a.cursor(); !ok || x != 30 || y != 4 {
		t.Errorf("the cursor is at %d, %d, %v; want the selected row of the answers", x, y, ok)
	}
}

// TestQueryTakesPrintableText pastes characters that must not reach a terminal.
func TestQueryTakesPrintableText(t *testing.T) {
	a := newFixture(t).newApp("en", 120, 40)
	pressKeys(a, "paste:ta\x1b[31mi\u202ewan\u200b\x00\u009b"+strings.Repeat("\t", 3))
	box := strings.Split(visibleText(a), "\n")[1][:28]
	if want := "/ ta[31miwan"; !strings.HasPrefix(box, want) {
		t.Errorf("the search box has %q, want %q", box, want)
	}
	pressKeys(a, "ctrl+u", "paste:"+strings.Repeat("long ", 100000))
	checkFits(t, a, 120, 40)
}

// TestEscNeverQuits presses escape everywhere.
func TestEscNeverQuits(t *testing.T) {
	f := newFixture(t)
	for focus := range layout.NumSlots {
		a := f.newApp("en", 120, 40)
		pressKeys(a, []string{"enter", "enter"}[:focus]...)
		if pressKeys(a, "?", "esc", "esc", "esc", "esc", "esc") {
			t.Errorf("escape quits from pane %d", focus)
		}
		if a.focus != layout.Countries || a.countries.Typing() {
			t.Errorf("escape leads from pane %d to pane %d, typing %v", focus, a.focus, a.countries.Typing())
		}
		if !pressKeys(a, "q") {
			t.Errorf("q does not quit while browsing")
		}
	}
}

// TestLettersAreTextWhileTyping types every key that is a command elsewhere.
func TestLettersAreTextWhileTyping(t *testing.T) {
	a := newFixture(t).newApp("en", 120, 40)
	if pressKeys(a, "q", "L", "t", "y", "i", "d", "E", "j", "k", "g", "G", "h", "l", "/", "space", "1") {
		t.Error("a letter quits while typing")
	}
	if got := strings.Split(visibleText(a), "\n")[1]; !strings.HasPrefix(got, "/ qLtyidEjkgGhl/ 1") {
		t.Errorf("the search box has %q", got)
	}
	pressKeys(a, "?")
	if a.overlay == nil {
		t.Error("? opens no help while typing")
	}
}

// TestFullWidthCommands sends full-width signs, as an input method does that was
// left on.
func TestFullWidthCommands(t *testing.T) {
	f := newFixture(t)
	for wide, plain := range map[string]string{"？": "?", "／": "/", "ｊ": "j", "Ｌ": "L"} {
		var frames [2]string
		for i, k := range []string{wide, plain} {
			a := f.newApp("zh-TW", 120, 40)
			pressKeys(a, "enter", "enter", k)
			frames[i] = visibleText(a)
		}
		if frames[0] != frames[1] {
			t.Errorf("%s and %s differ:\n%s\n%s", wide, plain, frames[0], frames[1])
		}
	}
}

// TestNamesStartTyping sends text of input methods and of other keyboards while
// browsing.
func TestNamesStartTyping(t *testing.T) {
	f := newFixture(t)
	for _, text := range []string{"台", "ㄊ", "台灣", "대", "た", "Т", "é", "🇹🇼", "ไ"} {
		a := f.newApp("zh-TW", 120, 40)
		pressKeys(a, "enter", "enter", text)
		if !a.countries.Typing() || a.focus != layout.Countries || !strings.Contains(visibleText(a), "/ "+text) {
			t.Errorf("%s starts no typing:\n%s", text, visibleText(a))
		}
	}
}

// TestTwins presses the other key of every letter. Both must lead to the same
// frame.
func TestTwins(t *testing.T) {
	f := newFixture(t)
	for _, twin := range [][2]string{{"j", "down"}, {"k", "up"}, {"g", "home"}, {"G", "end"}, {"h", "left"}, {"l", "right"}, {"L", "F2"}, {"t", "F3"}, {"y", "F4"}, {"i", "F6"}, {"d", "F7"}, {"o", "ctrl+o"}, {"E", "F8"}, {"/", "ctrl+f"}, {"?", "F1"}} {
		for focus := range layout.NumSlots {
			if twin[0] == "/" && focus == layout.Info {
				continue // searches in the text
			}
			var frames [2]string
			for i, k := range twin {
				a := f.newApp("zh-TW", 120, 30)
				pressKeys(a, "美", "enter", "j", "j", "j")
				a.setFocus(focus)
				pressKeys(a, k)
				frames[i] = visibleText(a)
			}
			if frames[0] != frames[1] {
				t.Errorf("in pane %d, %s and %s differ:\n%s\n%s", focus, twin[0], twin[1], frames[0], frames[1])
			}
		}
	}
}

// TestBackground changes the colours for a terminal with a light background.
func TestBackground(t *testing.T) {
	a := newFixture(t).newApp("en", 80, 24, func(c *Config) { c.Color = true })
	dark := strings.Join(frameRows(a.Frame()), "\n")
	a.Update(tea.BackgroundColorMsg{Color: white{}})
	light := strings.Join(frameRows(a.Frame()), "\n")
	if dark == light {
		t.Error("a light background changes nothing")
	}
	if text.Width(strings.Split(dark, "\n")[0]) != text.Width(strings.Split(light, "\n")[0]) {
		t.Error("a light background moves text")
	}
}

type white struct{}

func (white) RGBA() (r, g, b, a uint32) { return 0xffff, 0xffff, 0xffff, 0xffff }

// TestNextSearchReplacesTheQuery types, composes or pastes another name after a
// search.
func TestNextSearchReplacesTheQuery(t *testing.T) {
	for _, keys := range []string{
		"/ j a p a n", "/ paste:japan", "paste:japan", "ctrl+f backspace j a p a n", "tab tab / j a p a n", "esc esc / j a p a n", "esc 日 backspace j a p a n",
	} {
		a := newFixture(t).newApp("en", 120, 40)
		pressKeys(a, "t", "a", "i", "w", "a", "n", "enter")
		pressKeys(a, strings.Fields(keys)...)
		if c := a.countries.Country(); c == nil || c.ISO2() != "JP" {
			t.Errorf("taiwan enter %s: shows %v, want Japan:\n%s", keys, c, visibleText(a))
		}
	}
	a := newFixture(t).newApp("en", 120, 40)
	pressKeys(a, strings.Fields("t a i w a enter / end n")...)
	if box := strings.Split(visibleText(a), "\n")[1]; !strings.HasPrefix(box, "/ taiwan ") {
		t.Errorf("the query cannot be edited further: %q", box)
	}
}

// TestEscClearsTheSearch presses escape in a list of hits: first it clears the
// query, and the cursor stays on its country.
func TestEscClearsTheSearch(t *testing.T) {
	a := newFixture(t).newApp("en", 120, 40)
	pressKeys(a, strings.Fields("j a p a n enter esc")...)
	if !a.countries.Searches() {
		t.Error("escape in the answers clears the search")
	}
	pressKeys(a, "esc")
	if c := a.countries.Country(); a.countries.Searches() || a.countries.Typing() || c == nil || c.ISO2() != "JP" {
		t.Errorf("escape in the list: at %v\n%s", c, visibleText(a))
	}
}

// TestServiceKeys moves from service to service in the answers and in the info. In
// the list these keys do nothing.
func TestServiceKeys(t *testing.T) {
	for _, pane := range []string{"enter", "enter enter"} {
		a := newFixture(t).newApp("en", 120, 40)
		pressKeys(a, strings.Fields(pane)...)
		for _, step := range []struct {
			keys string
			want model.Topic
		}{
			{"3", model.Topic{Service: model.CallingPlans}},
			{"}", model.Topic{Service: model.ServiceNumbers}},
			{"{ {", model.Topic{Service: model.PhoneSystem}},
			{"} } } } }", model.Topic{Service: model.CommunicationsCredits}},
			{"１", model.Topic{Service: model.AudioConferencing}},
			{"{", model.Topic{Service: model.AudioConferencing}},
			{"esc tab tab tab", model.Topic{Service: model.AudioConferencing}},
		} {
			pressKeys(a, strings.Fields(step.keys)...)
			if got := a.answers.Topic(); got != step.want {
				t.Errorf("%s %s: at %v, want %v", pane, step.keys, got, step.want)
			}
		}
	}
	a := newFixture(t).newApp("en", 120, 40)
	pressKeys(a, strings.Fields("enter 2 j j {")...)
	if got := a.answers.Topic(); got != (model.Topic{Service: model.PhoneSystem}) {
		t.Errorf("from an answer, { leads to %v", got)
	}
	pressKeys(a, strings.Fields("esc esc 5")...)
	if got := a.answers.Topic(); got != (model.Topic{Service: model.PhoneSystem}) {
		t.Errorf("in the list, 5 leads to %v", got)
	}
}
