package text

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Style is how text looks: a Lip Gloss style, rendered once. What it puts before
// and after a text does not depend on the text, so drawing is joining strings.
// The zero Style leaves text as it is.
type Style struct{ *rendered }

type rendered struct{ before, after string }

// StyleOf renders s.
func StyleOf(s lipgloss.Style) Style {
	before, after, _ := strings.Cut(s.Render("x"), "x")
	return Style{&rendered{before, after}}
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

// renderOn appends text in s, with what s leaves open, as the background, taken
// from base: what comes later in a row of attributes counts.
func (s Style) renderOn(b *strings.Builder, base Style, text string) {
	if text == "" {
		return
	}
	after := ""
	if base.rendered != nil {
		b.WriteString(base.before)
		after = base.after
	}
	if s.rendered != nil {
		b.WriteString(s.before)
		after = s.after
	}
	b.WriteString(text)
	b.WriteString(after)
}
