package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Printable reports whether r may stand in a fact, a name or a message: it is
// no control character, no format character that reorders or hides text (bidi
// controls, zero-width marks, tags), no line or paragraph separator, no
// invisible character (fillers, variation selectors) and no unassigned or
// private code point. The zero-width joiners count as unprintable: no name in
// this atlas needs them. A screen needs
// them, for emoji: package screen has a rule of its own.
func Printable(r rune) bool {
	switch {
	case ' ' <= r && r <= '~', '\u4e00' <= r && r <= '\u9fff': // ASCII and Han, which most texts consist of
		return true
	case r == utf8.RuneError, r == brailleBlank:
		return false
	}
	return unicode.IsGraphic(r) && !unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// brailleBlank is a symbol by its category and a blank on the screen.
const brailleBlank = '\u2800'

// Clean makes s safe for a terminal. Every run of runes that are not [Printable] or
// bytes that are not UTF-8 becomes one "?". A text longer than limit runes is cut
// there, and "..." appended. A text that is as it should be is returned as it is.
func Clean(s string, limit int) string {
	if _, bad := unprintable(s); !bad && utf8.RuneCountInString(s) <= limit {
		return s
	}
	var b strings.Builder
	n, bad := 0, false
	for _, r := range s {
		ok := Printable(r)
		if !ok {
			if bad {
				continue
			}
			r = '?'
		}
		bad = !ok
		if n++; n > limit {
			b.WriteString("...")
			break
		}
		b.WriteRune(r)
	}
	return b.String()
}

// HalfWidth returns the ASCII character of which r is the full-width form, as Chinese input
// methods type it; any other r itself.
func HalfWidth(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// FirstRunes returns the first n runes of s; all of a shorter one.
func FirstRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

// IsPrintable reports whether s is UTF-8, and every rune of it [Printable].
func IsPrintable(s string) bool {
	_, bad := unprintable(s)
	return !bad
}

// unprintable finds the first rune of s that must not be shown.
func unprintable(s string) (rune, bool) {
	if !utf8.ValidString(s) {
		return utf8.RuneError, true
	}
	for _, r := range s {
		if !Printable(r) {
			return r, true
		}
	}
	return 0, false
}
