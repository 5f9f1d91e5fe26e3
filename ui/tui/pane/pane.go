// Package pane is the contract between the panes and the app, and what panes
// share: the look, bindings, and the fitting of text into rectangles.
//
// A pane never talks to another one. It answers a key with an [Intent], and the
// app decides what that means for the others.
package pane

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
)

// Pane is a rectangle of the screen with a life of its own.
type Pane interface {
	// Dress sets everything that decides how a fact appears. It comes before
	// any other call.
	Dress(*Look)
	// Resize sets the size of the body, in cells.
	Resize(w, h int)
	// Key handles a key press and returns what it asks of the app, or nil.
	Key(tea.KeyPressMsg) Intent
	// Paste handles pasted text.
	Paste(string) Intent
	// Title is the text of the title bar.
	Title() string
	// View is the body: exactly h lines of at most w cells.
	View() []string
	// Cursor is where the terminal's cursor belongs, in cells of the body.
	Cursor() (x, y int, ok bool)
	// Keys are the bindings that a key press would go to now: the footer and
	// the help come from them.
	Keys() []key.Binding
	// Typing reports whether letters are text now, and not commands.
	Typing() bool
}

// Intent is what a pane asks of the app.
type Intent interface{ intent() }

type (
	// Chose says that the country under the cursor is another one, or none.
	Chose struct{ Country *model.Country }
	// Asked says that the topic under the cursor is another one.
	Asked struct{}
	// Onward asks for the next pane.
	Onward struct{}
	// Back asks for the pane before, or closes an overlay.
	Back struct{}
	// Turned asks for another edition, by its number among all, from 0.
	Turned struct{ Edition int }
	// Opened asks for a country, and for one of its answers, or none.
	Opened struct {
		Country *model.Country
		Feature model.Feature
	}
)

func (Chose) intent()  {}
func (Asked) intent()  {}
func (Onward) intent() {}
func (Back) intent()   {}
func (Turned) intent() {}
func (Opened) intent() {}
