// Package pane holds the contract between the panes and the app, and the parts
// that panes share: the look, a list with a cursor, and a scrolled text.
//
//	     ── HandleKey, Paste, Resize, SetLook ─▶
//	App                                           Pane
//	     ◀─ an Intent · View, Cursor, Keys ─────
//
// A pane never calls another pane. It answers a key with an [Intent], and the
// app carries it out in the other panes. Apart from this contract, the app calls
// methods that one pane alone has: those that set its country, edition or mode.
package pane

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/data/library"
	"voxatlas/model"
)

// Pane is a rectangle of the screen that handles keys and draws itself. An
// overlay is a Pane, too: it takes the whole screen but for the title bar and the
// footer.
type Pane interface {
	// SetLook sets the language, the colours and the marks. It is called
	// before any other method.
	SetLook(*Look)
	// Resize sets the size of the body, in cells.
	Resize(w, h int)
	// HandleKey handles a key press and returns a message to the app, or nil.
	HandleKey(tea.KeyPressMsg) Intent
	// Paste inserts pasted text and returns a message to the app, or nil. The
	// text is as the terminal sent it: it may hold control characters.
	Paste(text string) Intent
	// Typing reports whether letters are text now, and not commands.
	Typing() bool
	// Cursor returns the position of the terminal's cursor in the body.
	Cursor() Cursor
	// Link returns the address of the link under the cursor, or "".
	Link() string
	// Title returns the text of the title bar.
	Title() string
	// View returns the body: exactly h lines of at most w cells.
	View() []string
	// Keys returns the bindings that HandleKey knows now, the most useful first.
	// The help shows all; the footer shows the first two of a pane, and as many of
	// an overlay as there is room for.
	Keys() []key.Binding
}

// Cursor is a position of the terminal's cursor, in cells of a pane's body,
// counted from 0.
type Cursor struct {
	X, Y int
	Kind CursorKind
}

// CursorKind says why the cursor stands at its position.
type CursorKind int

const (
	// NoCursor means that the pane has no position for the cursor.
	NoCursor CursorKind = iota
	// RowCursor means that the cursor stands on the selected row.
	RowCursor
	// TextCursor means that typed text is inserted at the cursor.
	TextCursor
)

// Intent is a message of a pane to the app: a request, or news of its cursor.
type Intent interface{ intent() }

type (
	// CountrySelected reports that the cursor moved to another country, or to
	// none: Country is nil.
	CountrySelected struct{ Country *model.Country }
	// TopicSelected reports that the cursor moved to another topic.
	TopicSelected struct{}
	// FocusNext asks for the focus to move to the next pane.
	FocusNext struct{}
	// FocusPrevious asks for the focus to move to the pane before.
	FocusPrevious struct{}
	// CloseOverlay asks for the overlay to be closed, and for nothing else.
	CloseOverlay struct{}
	// EditionSelected asks for another edition.
	EditionSelected struct{ Edition *library.Edition }
	// OpenCountry asks for a country and for one of its answers; Feature is 0
	// for none.
	OpenCountry struct {
		Country *model.Country
		Feature model.Feature
	}
	// FilterSet asks for the list to be filtered by an expression, "" for none.
	FilterSet struct{ Expr string }
	// MarkToggled asks for a country to be marked, or to lose its mark. An overlay that
	// asks for it stays open.
	MarkToggled struct{ Country *model.Country }
	// CommandChosen asks for a command to be carried out as its key would do.
	CommandChosen struct{ Command key.Binding }
)

func (CountrySelected) intent() {}
func (TopicSelected) intent()   {}
func (FocusNext) intent()       {}
func (FocusPrevious) intent()   {}
func (CloseOverlay) intent()    {}
func (EditionSelected) intent() {}
func (OpenCountry) intent()     {}
func (FilterSet) intent()       {}
func (MarkToggled) intent()     {}
func (CommandChosen) intent()   {}
