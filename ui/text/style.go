package text

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Style is the look of text: colours and attributes. It holds the escape
// sequences before and after a text, which do not depend on the text, so that
// rendering only joins strings. The zero Style leaves text as it is.
type Style struct{ *sequences }

type sequences struct{ before, after string }

// StyleOf returns the style that looks like s.
func StyleOf(s lipgloss.Style) Style {
	before, after, _ := strings.Cut(s.Render("x"), "x")
	return Style{&sequences{before, after}}
}

// Render puts s, which has no line feeds, between the sequences of the style.
func (st Style) Render(s string) string {
	if s == "" || st.sequences == nil {
		return s
	}
	return st.before + s + st.after
}

// size returns the number of bytes that Render adds to a text.
func (st Style) size() int {
	if st.sequences == nil {
		return 0
	}
	return len(st.before) + len(st.after)
}

// renderOn appends s in the style to b. Attributes that the style does not set,
// as the background, come from base: the terminal applies base first.
func (st Style) renderOn(b *strings.Builder, base Style, s string) {
	if s == "" {
		return
	}
	after := ""
	if base.sequences != nil {
		b.WriteString(base.before)
		after = base.after
	}
	if st.sequences != nil {
		b.WriteString(st.before)
		after = st.after
	}
	b.WriteString(s)
	b.WriteString(after)
}
