package tui

import (
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/text"
	"voxatlas/ui/tui/layout"
	"voxatlas/ui/tui/pane"
)

// textOverlay is an overlay with a text field in its third row.
type textOverlay struct {
	typed string
	h     int
}

func (o *textOverlay) SetLook(*pane.Look)         {}
func (o *textOverlay) Resize(_, h int)            { o.h = h }
func (o *textOverlay) Paste(s string) pane.Intent { o.typed += s; return nil }
func (o *textOverlay) Typing() bool               { return true }
func (o *textOverlay) Link() string               { return "" }
func (o *textOverlay) Title() string              { return "text" }
func (o *textOverlay) View() []string             { return text.VisibleLines([]string{"", "", o.typed}, 0, o.h) }
func (o *textOverlay) Keys() []key.Binding        { return nil }

func (o *textOverlay) Cursor() pane.Cursor {
	return pane.Cursor{X: text.Width(o.typed), Y: 2, Kind: pane.TextCursor}
}

func (o *textOverlay) HandleKey(msg tea.KeyPressMsg) pane.Intent {
	if msg.Code == tea.KeyEscape {
		return pane.CloseOverlay{}
	}
	return o.Paste(msg.Text)
}

// TestOverlayWithText types and pastes into an overlay: it gets the text, also the
// letter that opened it, and the terminal's cursor. A function key closes it.
func TestOverlayWithText(t *testing.T) {
	a := newFixture(t).newApp("en", 80, 24)
	o := &textOverlay{}
	toggle := key.NewBinding(key.WithKeys("d", "f7"))
	a.openOverlay(overlayKey{"text", toggle, func(*App) pane.Pane { return o }})
	pressKeys(a, "d", "台", "?", "paste:x")
	if o.typed != "d台?x" {
		t.Errorf("the overlay got %q", o.typed)
	}
	if x, y, ok := a.cursor(); x != 5 || y != 3 || !ok {
		t.Errorf("the cursor is at %d, %d, %v; want 5, 3", x, y, ok)
	}
	checkFits(t, a, 80, 24)
	pressKeys(a, "F7")
	if a.overlay != nil {
		t.Error("the function key does not close the overlay")
	}
}

// TestToggles opens and closes every overlay with each of its keys, in every pane.
// No two overlays have the same key.
func TestToggles(t *testing.T) {
	f := newFixture(t)
	a := f.newApp("en", 80, 24, func(c *Config) {
		withRollout(f, c)
		c.View.Name = ""
	})
	pressKeys(a, "esc")
	taken := map[string]string{}
	for _, o := range append(a.keys.overlays, a.keys.help, a.keys.palette) {
		for _, k := range o.toggle.Keys() {
			if other, ok := taken[k]; ok {
				t.Errorf("%s opens %q and %q", k, other, o.toggle.Help().Desc)
			}
			taken[k] = o.toggle.Help().Desc
			for focus := range layout.NumSlots {
				a.setFocus(focus)
				before := visibleText(a)
				pressKeys(a, keyName(k))
				if a.overlay == nil || visibleText(a) == before {
					t.Errorf("%s opens no overlay in pane %d", k, focus)
				}
				if a.overlay != nil && a.overlay.Typing() && !isNoText(k) {
					pressKeys(a, "esc") // the letter is text
				} else {
					pressKeys(a, keyName(k))
				}
				if got := visibleText(a); a.overlay != nil || got != before {
					t.Errorf("%s in pane %d leaves:\n%s\nwant\n%s", k, focus, got, before)
				}
			}
		}
	}
}

// TestEveryOverlayFits draws every overlay at many sizes, in every language, also with
// a text typed into it.
func TestEveryOverlayFits(t *testing.T) {
	f := newFixture(t)
	for _, loc := range f.localizers {
		t.Run(string(loc.Lang()), func(t *testing.T) {
			t.Parallel()
			a := f.newApp(loc.Lang(), 80, 24, func(c *Config) {
				withRollout(f, c)
				c.Country, c.Color, c.View.Name = f.atlas.Country("mexico"), true, ""
			})
			for _, o := range append(a.keys.overlays, a.keys.help, a.keys.palette) {
				a.openOverlay(o)
				for w := 1; w <= 250; w++ {
					h := 3 + w%38
					a.Update(tea.WindowSizeMsg{Width: w, Height: h})
					checkFits(t, a, w, h)
					if w%50 == 0 {
						pressKeys(a, "down", "pgdown", "end", "paste:台e", "G")
					}
				}
				a.overlay = nil
			}
		})
	}
}

// keyName returns the name that pressKeys has for a key of a binding.
func keyName(k string) string {
	if len(k) > 1 && k[0] == 'f' {
		return "F" + k[1:]
	}
	return k
}
