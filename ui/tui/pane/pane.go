// Package pane is the contract between the panes and the app, and what panes
// share: the look, bindings, and the fitting of text into rectangles.
//
// A pane never talks to another one. It answers a key with an [Intent], and the
// app decides what that means for the others.
package pane

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/data/library"
	"voxatlas/model"
)

// Pane is a rectangle of the screen with a life of its own.
type Pane interface {
	// SetLook sets everything that decides how a fact appears. It comes before
	// any other call.
	SetLook(*Look)
	// Resize sets the size of the body, in cells.
	Resize(w, h int)
	// HandleKey handles a key press and returns what it asks of the app, or nil.
	HandleKey(tea.KeyPressMsg) Intent
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
	// CountrySelected says that the country under the cursor is another one, or none.
	CountrySelected struct{ Country *model.Country }
	// TopicSelected says that the topic under the cursor is another one.
	TopicSelected struct{}
	// FocusNext asks for the next pane.
	FocusNext struct{}
	// FocusPrevious asks for the pane before, or closes an overlay.
	FocusPrevious struct{}
	// EditionSelected asks for another edition.
	EditionSelected struct{ Edition *library.Edition }
	// OpenCountry asks for a country, and for one of its answers, or none.
	OpenCountry struct {
		Country *model.Country
		Feature model.Feature
	}
)

func (CountrySelected) intent() {}
func (TopicSelected) intent()   {}
func (FocusNext) intent()       {}
func (FocusPrevious) intent()   {}
func (EditionSelected) intent() {}
func (OpenCountry) intent()     {}
