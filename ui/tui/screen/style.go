package screen

import (
	"image/color"
	"strconv"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// Profile is how many colours the terminal has.
type Profile = colorprofile.Profile

// The profiles, from all colours to none. NoTTY drops attributes as well.
const (
	TrueColor = colorprofile.TrueColor
	ANSI256   = colorprofile.ANSI256
	ANSI16    = colorprofile.ANSI
	ASCII     = colorprofile.ASCII
	NoTTY     = colorprofile.NoTTY
)

// colour is 0 for the terminal's default, else a kind in the top byte and an
// index or a red-green-blue triple below.
type colour uint32

const (
	indexed colour = 1 << 24
	direct  colour = 2 << 24
)

type attrs uint16

const (
	bold attrs = 1 << iota
	faint
	italic
	blink
	reverse
	conceal
	strike
	overline
)

// style is the state of the terminal's pen.
type style struct {
	fg, bg, ul colour
	attrs      attrs
	line       uint8 // underline: 0 none, 1 single, 2 double, 3 curly, 4 dotted, 5 dashed
}

// onBlank is the part of a style that shows on a blank: a blank in a
// foreground-only style is a plain blank.
func (s style) onBlank() style {
	seen := s.attrs & (reverse | strike | overline)
	if seen != 0 || s.line != 0 {
		return s
	}
	return style{bg: s.bg}
}

// maxParams is how many parameters an SGR may have. x/ansi, which many
// terminals' tools are built on, dies of the 33rd.
const maxParams = 32

// sgr applies the parameters of "ESC [ params m". It refuses, changing
// nothing, what is not a list of at most 32 small numbers.
func (s style) sgr(params string, sc *scratch, p Profile) style {
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
	if p <= NoTTY {
		return style{}
	}
	for i := 0; i < n; {
		j := i + 1
		for j < n && sub[j] {
			j++
		}
		i += s.apply(list[i:n], j-i, sc, p)
	}
	return s
}

// apply takes one attribute off the front of list, whose first n numbers are
// joined by colons, and says how many numbers it used.
func (s *style) apply(list []int, n int, sc *scratch, p Profile) int {
	switch v := list[0]; {
	case v == 0:
		*s = style{}
	case v == 4 || v == 21:
		s.line = 1
		if v == 21 {
			s.line = 2
		} else if n > 1 && list[1] <= 5 {
			s.line = uint8(list[1])
		}
	case v >= 1 && v <= 9:
		s.attrs |= [...]attrs{1: bold, faint, italic, 0, blink, blink, reverse, conceal, strike}[v]
	case v == 22:
		s.attrs &^= bold | faint
	case v == 24:
		s.line = 0
	case v >= 23 && v <= 29:
		s.attrs &^= [...]attrs{3: italic, 5: blink, 7: reverse, 8: conceal, 9: strike}[v-20]
	case v >= 30 && v <= 37:
		s.fg = sc.fit(indexed+colour(v-30), p)
	case v >= 40 && v <= 47:
		s.bg = sc.fit(indexed+colour(v-40), p)
	case v >= 90 && v <= 97:
		s.fg = sc.fit(indexed+colour(v-90+8), p)
	case v >= 100 && v <= 107:
		s.bg = sc.fit(indexed+colour(v-100+8), p)
	case v == 38 || v == 48 || v == 58:
		c, used := extended(list, n)
		if used == 0 {
			return len(list) // not understood: neither is what follows
		}
		switch c = sc.fit(c, p); v {
		case 38:
			s.fg = c
		case 48:
			s.bg = c
		default:
			s.ul = c
		}
		return used
	case v == 39:
		s.fg = 0
	case v == 49:
		s.bg = 0
	case v == 53:
		s.attrs |= overline
	case v == 55:
		s.attrs &^= overline
	case v == 59:
		s.ul = 0
	}
	return n
}

// extended reads 38;5;n, 38;2;r;g;b and their forms with colons.
func extended(list []int, n int) (c colour, used int) {
	rest := list
	if n > 1 {
		rest = list[:n]
		used = n
	}
	switch {
	case len(rest) >= 3 && rest[1] == 5 && rest[2] < 256:
		return indexed + colour(rest[2]), max(used, 3)
	case len(rest) >= 5 && rest[1] == 2:
		at := 2
		if n >= 6 { // 38:2:space:r:g:b
			at = 3
		}
		r, g, b := rest[at], rest[at+1], rest[at+2]
		if r|g|b < 256 {
			return direct + colour(r<<16|g<<8|b), max(used, 5)
		}
	}
	return 0, 0
}

// fit brings a colour down to what the profile has.
func (sc *scratch) fit(c colour, p Profile) colour {
	if p <= ASCII {
		return 0
	}
	if p == TrueColor || c == 0 || (c < direct && (p == ANSI256 || c < indexed+16)) {
		return c
	}
	if sc.profile != p || len(sc.colours) > 256 {
		sc.profile, sc.colours = p, map[colour]colour{}
	}
	if to, ok := sc.colours[c]; ok {
		return to
	}
	var from color.Color = ansi.IndexedColor(uint8(c))
	if c >= direct {
		from = color.RGBA{R: uint8(c >> 16), G: uint8(c >> 8), B: uint8(c), A: 255}
	}
	var to colour
	if p == ANSI256 {
		to = indexed + colour(ansi.Convert256(from))
	} else {
		to = indexed + colour(ansi.Convert16(from))
	}
	sc.colours[c] = to
	return to
}

// appendStyle appends what turns the pen from one style into the other, by
// the shorter of two ways: changing it, or resetting it first.
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
	}{{bold, 1, 0}, {faint, 2, 0}, {italic, 3, 23}, {blink, 5, 25}, {reverse, 7, 27}, {conceal, 8, 28}, {strike, 9, 29}, {overline, 53, 55}} {
		switch {
		case to.attrs&a.is != 0 && have&a.is == 0:
			num(a.on)
		case lost&a.is != 0 && a.off != 0:
			num(a.off)
		}
	}
	if from.line != to.line {
		switch to.line {
		case 0:
			num(24)
		case 1:
			num(4)
		default:
			b = append(b, '4', ':', '0'+to.line, ';')
		}
	}
	if from.fg != to.fg {
		b = appendColour(b, to.fg, 30)
	}
	if from.bg != to.bg {
		b = appendColour(b, to.bg, 40)
	}
	if from.ul != to.ul {
		b = appendColour(b, to.ul, 50)
	}
	return b
}

func appendColour(b []byte, c colour, base int) []byte {
	num := func(n int) { b = append(strconv.AppendInt(b, int64(n), 10), ';') }
	switch v := int(c & 0xffffff); {
	case c == 0:
		num(base + 9)
	case c >= direct:
		num(base + 8)
		num(2)
		num(v >> 16)
		num(v >> 8 & 255)
		num(v & 255)
	case v < 8 && base < 50:
		num(base + v)
	case v < 16 && base < 50:
		num(base + 60 + v - 8)
	default:
		num(base + 8)
		num(5)
		num(v)
	}
	return b
}
