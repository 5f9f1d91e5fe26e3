package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"voxatlas/data/library"
)

// TestPaletteHelpAndKeysAgree compares, in every pane and overlay, the commands of the
// palette with the keys of the help, and both with the keys that do something.
func TestPaletteHelpAndKeysAgree(t *testing.T) {
	f := newFixture(t)
	for _, at := range []string{"", "enter", "enter j enter", "enter j enter i", "d", "E", "m", "c", "j space j space c", "r"} {
		start := f.startAt(at)
		inHelp, inPalette, keys := map[string]bool{}, map[string]bool{}, map[string]string{}
		for i, g := range start.helpGroups(start.overlay) {
			for _, b := range g.Keys {
				if start.overlay == nil && i == 1 { // of typing
					continue
				}
				inHelp[b.Help().Desc] = true
				for _, k := range b.Keys() {
					keys[k] = b.Help().Desc
				}
			}
		}
		for _, c := range start.commands(start.overlay) {
			b := c.Binding
			inPalette[b.Help().Desc] = true
			for _, k := range b.Keys() {
				keys[k] = b.Help().Desc
			}
			if !inHelp[b.Help().Desc] && !slices.Contains(start.keys.services.Keys(), b.Keys()[0]) {
				t.Errorf("at %q the palette has %q, and the help has not", at, b.Help().Desc)
			}
		}
		keys[":"], keys["f9"] = "", "" // open the palette
		if start.overlay != nil {
			for _, k := range start.overlay.toggle.Keys() {
				keys[k] = "" // closes the overlay that it opened, as esc does
			}
		}
		for _, name := range everyKey() {
			a := f.startAt(at)
			before := visibleText(a)
			_, cmd := a.Update(keyPress(name))
			absent := !start.keys.openLink.Enabled() && slices.Contains(start.keys.openLink.Keys(), name) || !start.keys.write.Enabled() && slices.Contains(start.keys.write.Keys(), name) || start.config.SaveMine == nil && slices.Contains(start.keys.list.mine.Keys(), name)
			does := !absent && (cmd != nil || visibleText(a) != before) // an absent command only says so
			switch words, known := keys[name]; {
			case does && !known:
				t.Errorf("at %q %s does something, and neither palette nor help has it", at, name)
			case does && words != "" && !inPalette[words] && !slices.Contains(start.keys.services.Keys(), name) && start.overlay == nil:
				t.Errorf("at %q %s (%s) does something, and the palette has it not", at, name, words)
			}
		}
	}
}

// everyKey returns the names of the keys of a keyboard, but for those that spell a text.
func everyKey() []string {
	keys := []string{"up", "down", "left", "right", "pgup", "pgdown", "home", "end", "enter", "tab", "shift+tab", "esc", "backspace", "delete", "space"}
	for r := '!'; r <= '~'; r++ {
		keys = append(keys, string(r))
	}
	for r := 'a'; r <= 'z'; r++ {
		keys = append(keys, "ctrl+"+string(r), "alt+"+string(r))
	}
	for i := 1; i <= 12; i++ {
		keys = append(keys, fmt.Sprintf("f%d", i))
	}
	return keys
}

// TestMouseHasKeys wants every screen that a click, a double click or the wheel makes to be
// one that keys make, too.
func TestMouseHasKeys(t *testing.T) {
	f := newFixture(t)
	withMouse := func(c *Config) { c.Mouse = true }
	for events, keys := range map[string]string{
		"click:3,5":                         "down down down",
		"click:3,5 click:3,5":               "down down down enter",
		"click:40,5":                        "enter j",
		"click:40,5 click:40,5":             "enter j enter",
		"click:100,9":                       "enter enter",
		"click:100,9 click:3,0":             "enter enter esc esc",
		"click:100,9 click:3,1":             "enter enter esc esc /",
		"esc m click:2,20 click:2,20":       "esc m j j j j j j j j j j j j j j j j j enter",
		"esc E click:5,3":                   "esc E g",
		"wheel:3,5,down wheel:3,5,up":       "down down down",
		"click:3,5 F1 wheel:3,5,up click:0": "down down down F1",
	} {
		byMouse, byKey := f.newApp("en", 120, 40, withMouse), f.newApp("en", 120, 40, withMouse)
		pressKeys(byMouse, strings.Fields(events)...)
		pressKeys(byKey, strings.Fields(keys)...)
		if got, want := visibleText(byMouse), visibleText(byKey); got != want {
			t.Errorf("%s shows\n%s\nwant\n%s", events, got, want)
		}
	}
}

// TestMouseInEditions wants the same of a list of editions of which the one under the cursor
// alone has its details.
func TestMouseInEditions(t *testing.T) {
	f := newFixture(t)
	newApp := func(keys string) *App {
		a := f.newApp("en", 60, 15, func(c *Config) {
			c.Mouse, c.Library = true, library.Of(elevenEditions...)
			c.Edition = c.Library.Newest()
		})
		pressKeys(a, strings.Fields(keys)...)
		return a
	}
	for events, keys := range map[string]string{
		"esc E click:3,6":           "esc E j",
		"esc E click:3,7":           "esc E j j",
		"esc E click:3,7 click:3,3": "esc E j j",
		"esc E click:3,8 click:3,8": "esc E j j j enter",
		"esc E click:3,3 click:3,3": "esc E enter",
		"esc E click:3,7 click:3,1": "esc E",
	} {
		if got, want := visibleText(newApp(events)), visibleText(newApp(keys)); got != want {
			t.Errorf("%s shows\n%s\nwant\n%s", events, got, want)
		}
	}
	a := newApp("esc E")
	for range 12 {
		for _, event := range []string{"wheel:3,5,down", "wheel:3,5,down", "wheel:3,5,up"} {
			pressKeys(a, event)
			_, below, _ := strings.Cut(visibleText(a), "\n>")
			if lines := strings.Split(below, "\n"); len(lines) < 2 || !strings.HasPrefix(lines[1], "   Source: ") || strings.Count(visibleText(a), "Source: ") != 1 {
				t.Fatalf("after %s, the edition under the cursor has no details, or not alone:\n%s", event, visibleText(a))
			}
		}
	}
}

// TestDoubleClick has clicks that are no double click.
func TestDoubleClick(t *testing.T) {
	f := newFixture(t)
	now := testClock()
	a := f.newApp("en", 120, 40, func(c *Config) { c.Mouse, c.Now = true, func() time.Time { return now } })
	want := func(focus string, events ...string) {
		t.Helper()
		pressKeys(a, events...)
		if got := []string{"list", "answers", "info"}[a.focus]; got != focus {
			t.Errorf("after %s the focus is on %s, want %s", events, got, focus)
		}
	}
	want("list", "click:3,5", "click:3,6")
	now = now.Add(time.Second)
	want("list", "click:3,6")
	want("list", "wheel:3,6,down", "click:3,6")
	now = now.Add(doubleClick)
	want("answers", "click:3,6")
	want("list", "click:3,6")
	a.Update(tea.MouseClickMsg{X: 3, Y: 6, Button: tea.MouseLeft, Mod: tea.ModCtrl})
	a.Update(tea.MouseClickMsg{X: 3, Y: 6, Button: tea.MouseRight})
	a.Update(tea.MouseReleaseMsg{X: 3, Y: 6, Button: tea.MouseLeft})
	want("list")
}

// TestNoMouse sends events of a mouse that was not asked for.
func TestNoMouse(t *testing.T) {
	a := newFixture(t).newApp("en", 120, 40)
	before := visibleText(a)
	pressKeys(a, "click:40,5", "click:3,5", "click:3,5", "wheel:3,5,down")
	if got := visibleText(a); got != before || a.Frame().Mouse != tea.MouseModeNone {
		t.Errorf("the mouse is on:\n%s", got)
	}
}
