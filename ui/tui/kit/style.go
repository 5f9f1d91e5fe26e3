package kit

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Style is how text looks: a Lip Gloss style, rendered once. What it puts before
// and after a text does not depend on the text, so drawing is joining strings.
// The zero Style leaves text as it is.
type Style struct{ *rendered }

type rendered struct {
	style         lipgloss.Style
	before, after string
}

// StyleOf renders s.
func StyleOf(s lipgloss.Style) Style {
	before, after, _ := strings.Cut(s.Render("x"), "x")
	return Style{&rendered{s, before, after}}
}

// Render is text, on one line, in the style.
func (s Style) Render(text string) string {
	if text == "" || s.rendered == nil {
		return text
	}
	return s.before + text + s.after
}

// size is how many bytes Render adds to a text.
func (s Style) size() int {
	if s.rendered == nil {
		return 0
	}
	return len(s.before) + len(s.after)
}

// On is s with what it leaves open, as the background, taken from base.
func (s Style) On(base Style) Style {
	switch {
	case base.rendered == nil:
		return s
	case s.rendered == nil:
		return base
	}
	return StyleOf(s.style.Inherit(base.style))
}
