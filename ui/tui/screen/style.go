package screen

import (
	"strconv"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// colour is 0 for the terminal's default, else 1 more than an index into the
// table of 256.
type colour uint16

// paletteColour returns colour i of the table.
func paletteColour(i int) colour { return colour(i + 1) }

type attrs uint16

const (
	bold attrs = 1 << iota
	faint
	italic
	underline
	reverse
	strike
)

// style is the state of the terminal's pen.
type style struct {
	fg, bg colour
	attrs  attrs
}

// visibleOnBlank returns the part of a style that shows on a blank: the
// background, and everything if lines or reversal show the foreground.
func (s style) visibleOnBlank() style {
	if s.attrs&(underline|reverse|strike) != 0 {
		return s
	}
	return style{bg: s.bg}
}

// maxParams is the largest number of parameters of an SGR. x/ansi, the decoder in
// many terminal programs, panics at the 33rd.
const maxParams = 32

// withSGR returns s changed by the parameters of "ESC [ params m". It returns s
// as it is unless they are a list of at most 32 small numbers.
func (s style) withSGR(params string, p colorprofile.Profile) style {
	var list [maxParams]int
	var sub [maxParams]bool // joined to the one before by a colon
	n, digits := 1, 0
	for i := range len(params) {
		switch c := params[i]; {
		case c >= '0' && c <= '9' && digits < 5:
			list[n-1] = list[n-1]*10 + int(c-'0')
			digits++
		case (c == ';' || c == ':') && n < maxParams:
			sub[n] = c == ':'
			n, digits = n+1, 0
		default:
			return s
		}
	}
	if p <= colorprofile.NoTTY {
		return style{}
	}
	for i := 0; i < n; {
		j := i + 1
		for j < n && sub[j] {
			j++
		}
		i += s.applyAttribute(list[i:n], j-i, p)
	}
	return s
}

// applyAttribute applies the attribute at the front of list, and returns how many
// numbers it used. The first n numbers are joined by colons.
func (s *style) applyAttribute(list []int, n int, p colorprofile.Profile) int {
	switch v := list[0]; {
	case v == 0:
		*s = style{}
	case v == 4 && n > 1 && list[1] == 0:
		s.attrs &^= underline
	case v >= 1 && v <= 9:
		s.attrs |= [...]attrs{1: bold, 2: faint, 3: italic, 4: underline, 7: reverse, 9: strike}[v]
	case v == 22:
		s.attrs &^= bold | faint
	case v >= 23 && v <= 29:
		s.attrs &^= [...]attrs{3: italic, 4: underline, 7: reverse, 9: strike}[v-20]
	case v >= 30 && v <= 37:
		s.fg = paletteColour(v - 30).reduceTo(p)
	case v >= 40 && v <= 47:
		s.bg = paletteColour(v - 40).reduceTo(p)
	case v >= 90 && v <= 97:
		s.fg = paletteColour(v - 90 + 8).reduceTo(p)
	case v >= 100 && v <= 107:
		s.bg = paletteColour(v - 100 + 8).reduceTo(p)
	case v == 38 || v == 48 || v == 58: // 58 colours an underline, which we do not
		c, used := extendedColour(list, n)
		switch {
		case used == 0:
			return len(list) // not understood: neither are the numbers after it
		case v == 38:
			s.fg = c.reduceTo(p)
		case v == 48:
			s.bg = c.reduceTo(p)
		}
		return used
	case v == 39:
		s.fg = 0
	case v == 49:
		s.bg = 0
	}
	return n
}

// extendedColour reads 38;5;i or 38:5:i and returns how many numbers it used: 0
// for other forms, such as 24-bit colours.
func extendedColour(list []int, n int) (c colour, used int) {
	if n > 1 {
		list = list[:n]
	}
	if len(list) < 3 || list[1] != 5 || list[2] > 255 {
		return 0, 0
	}
	return paletteColour(list[2]), max(n, 3)
}

// reduceTo returns the nearest colour that the profile has.
func (c colour) reduceTo(p colorprofile.Profile) colour {
	switch {
	case p <= colorprofile.ASCII:
		return 0
	case p == colorprofile.ANSI && c > 16:
		return paletteColour(int(ansi.Convert16(ansi.IndexedColor(uint8(c - 1)))))
	}
	return c
}

// appendStyle appends the SGR that turns the pen from one style into the other,
// the shorter of two: with or without a reset first.
func appendStyle(b []byte, from, to style) []byte {
	if from == to {
		return b
	}
	if to == (style{}) {
		return append(b, "\x1b[m"...)
	}
	start := len(b)
	b = append(b, "\x1b["...)
	b = appendChange(b, from, to)
	b[len(b)-1] = 'm'
	split := len(b)
	b = append(b, "\x1b[;"...)
	b = appendChange(b, style{}, to)
	b[len(b)-1] = 'm'
	if len(b)-split < split-start {
		return append(b[:start], b[split:]...)
	}
	return b[:split]
}

// appendChange appends the parameters, each with a semicolon after it.
func appendChange(b []byte, from, to style) []byte {
	num := func(n int) { b = append(strconv.AppendInt(b, int64(n), 10), ';') }
	lost := from.attrs &^ to.attrs
	have := from.attrs
	if lost&(bold|faint) != 0 {
		num(22)
		have &^= bold | faint
	}
	for _, a := range [...]struct {
		is      attrs
		on, off int
	}{{bold, 1, 0}, {faint, 2, 0}, {italic, 3, 23}, {underline, 4, 24}, {reverse, 7, 27}, {strike, 9, 29}} {
		switch {
		case to.attrs&a.is != 0 && have&a.is == 0:
			num(a.on)
		case lost&a.is != 0 && a.off != 0:
			num(a.off)
		}
	}
	if from.fg != to.fg {
		b = appendColour(b, to.fg, 30)
	}
	if from.bg != to.bg {
		b = appendColour(b, to.bg, 40)
	}
	return b
}

// appendColour appends the parameters for a colour; base is 30 for the
// foreground, 40 for the background.
func appendColour(b []byte, c colour, base int) []byte {
	num := func(n int) { b = append(strconv.AppendInt(b, int64(n), 10), ';') }
	switch i := int(c) - 1; {
	case i < 0:
		num(base + 9)
	case i < 8:
		num(base + i)
	case i < 16:
		num(base + 60 + i - 8)
	default:
		num(base + 8)
		num(5)
		num(i)
	}
	return b
}
