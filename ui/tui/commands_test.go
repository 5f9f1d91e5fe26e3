package tui

import (
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"

	"voxatlas/ui/tui/layout"
)

// startAt opens an App at Australia, in a pane or overlay: keys are pressed from the
// search box on.
func (f fixture) startAt(keys string) *App {
	a := f.newApp("en", 120, 40)
	pressKeys(a, strings.Fields("a u enter esc")...)
	pressKeys(a, strings.Fields(keys)...)
	return a
}

// TestCommands carries out each command of the palette, in every pane and overlay, and
// wants the screen that its first key makes.
func TestCommands(t *testing.T) {
	f := newFixture(t)
	for _, at := range []string{"", "enter", "enter j enter", "d", "E"} {
		start := f.startAt(at)
		for _, command := range start.commands(start.overlay) {
			words := command.Binding.Help().Desc
			byKey := f.startAt(at)
			_, cmd := byKey.Update(keyPress(command.Binding.Keys()[0]))
			chosen := f.startAt(at)
			pressKeys(chosen, ":", "paste:"+words)
			if chosen.overlay == nil || !strings.Contains(strings.Split(visibleText(chosen), "\n")[2], words) {
				t.Errorf("at %q the palette does not find %q:\n%s", at, words, visibleText(chosen))
				continue
			}
			_, chosenCmd := chosen.Update(keyMsg("enter"))
			if got, want := visibleText(chosen), visibleText(byKey); got != want || (cmd == nil) != (chosenCmd == nil) {
				t.Errorf("at %q %q shows\n%s\nwant\n%s", at, words, got, want)
			}
		}
	}
}

// TestCommandsWhileTyping carries out each command from the search box. Function keys
// leave the search box as it is; every other command does what its key does while
// browsing.
func TestCommandsWhileTyping(t *testing.T) {
	f := newFixture(t)
	start := f.newApp("en", 120, 40)
	pressKeys(start, "a", "u")
	for _, command := range start.commands(nil) {
		typing, browsing := f.newApp("en", 120, 40), f.newApp("en", 120, 40)
		pressKeys(typing, "a", "u")
		pressKeys(browsing, "a", "u", "enter", "esc")
		typing.runCommand(command.Binding)
		browsing.runCommand(command.Binding)
		body := func(a *App) string { s := visibleText(a); return s[:strings.LastIndexByte(strings.TrimSpace(s), '\n')] }
		if got, want := body(typing), body(browsing); got != want {
			t.Errorf("%q shows\n%s\nwant\n%s", command.Binding.Help().Desc, got, want)
		}
		if typing.countries.Typing() != browsing.countries.Typing() && !start.worksWhileTyping(command.Binding) {
			t.Errorf("%q goes on typing", command.Binding.Help().Desc)
		}
	}
}

// TestKeyPress makes the press of every key that a binding has.
func TestKeyPress(t *testing.T) {
	a := newFixture(t).newApp("en", 80, 24)
	bindings := append(a.keys.functionKeys(), a.keys.services)
	for _, g := range a.helpGroups(nil) {
		bindings = append(bindings, g.Keys...)
	}
	for _, b := range bindings {
		for _, name := range b.Keys() {
			if got := keyPress(name); !key.Matches(got, key.NewBinding(key.WithKeys(name))) {
				t.Errorf("%s is pressed as %q", name, got.String())
			}
		}
	}
}

// TestPaletteOpens opens the palette in every mode but where an overlay takes text. It
// takes pastes and letters as text, and closes to the screen from before.
func TestPaletteOpens(t *testing.T) {
	f := newFixture(t)
	for _, tt := range []struct {
		keys  string
		opens bool
	}{
		{"", true}, {"enter", true}, {"d", true}, {"E", true}, {"?", true}, {"enter j enter", true}, {"/", true},
		{"enter enter / x", true}, {"d /", false}, {"? /", false}, {":", false},
	} {
		a := f.startAt(tt.keys)
		before, under := visibleText(a), a.overlay
		pressKeys(a, "F9")
		if tt.opens != (a.overlay != under && a.overlay != nil) {
			t.Errorf("after %q F9 opens %v", tt.keys, a.overlay)
		}
		if !tt.opens {
			continue
		}
		pressKeys(a, "paste:複製\n連結", "q", "?", "F2", "F2", "esc")
		if got := visibleText(a); got != before || a.overlay != under {
			t.Errorf("after %q the palette leaves\n%s\nwant\n%s", tt.keys, got, before)
		}
	}
}

// TestPaletteFinds types parts of commands, in both languages, and keys.
func TestPaletteFinds(t *testing.T) {
	a := newFixture(t).newApp("en", 80, 24)
	pressKeys(a, "esc")
	a.setFocus(layout.Answers)
	for typed, want := range map[string]string{
		"copy": "copy the link", "CÓPY": "copy the link", "連結": "copy the link", "複製": "copy the link", "d": "changes", "f7": "changes", "F7": "changes",
		"cpl": "copy the link", "calling": "to Calling Plans", "通話方案": "to Calling Plans", "語言": "中文", "language": "中文", "ｅｄｉｔｉｏｎ": "editions",
	} {
		pressKeys(a, ":", "paste:"+typed)
		if first := strings.Split(visibleText(a), "\n")[2]; !strings.HasPrefix(first, ">"+want+" ") {
			t.Errorf("%q finds %q, want %q", typed, first, want)
		}
		pressKeys(a, "esc")
	}
	pressKeys(a, ":", "paste:xyzzy", "enter")
	if a.overlay == nil || !strings.Contains(visibleText(a), "No command matches") {
		t.Error("a text that matches nothing:", visibleText(a))
	}
}
