package sshd

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// lineEditor makes lines of a client's bytes. With echo the client's terminal is raw: the
// editor echoes keys, by characters, blanks and backspaces alone, and knows
// backspace, ctrl+u (a new line), ctrl+c and ctrl+d in an empty line (the end). Escape
// sequences of keys are dropped.
type lineEditor struct {
	echo bool

	line    []byte
	echoed  []byte
	ready   bool // a line is whole
	tooLong bool
	ended   bool
	escape  escapeState
	afterCR bool
}

// escapeState is the place in an escape sequence.
type escapeState uint8

const (
	noEscape escapeState = iota
	afterEscape
	inSequence // of CSI or SS3: until a byte from @ to ~
)

// write takes bytes up to the end of a line, and returns how many.
func (e *lineEditor) write(b []byte) (used int) {
	for i, c := range b {
		e.writeByte(c)
		if e.ready || e.ended {
			return i + 1
		}
	}
	return len(b)
}

func (e *lineEditor) writeByte(c byte) {
	isBreak := c == '\r' || c == '\n' && !e.afterCR
	skip := c == '\n' && e.afterCR // the other half of a line break
	e.afterCR = c == '\r'
	switch {
	case skip:
	case e.skipsEscape(c):
	case isBreak:
		e.ready = true
		e.show("\r\n")
	case e.echo && (c == 3 || c == 4 && len(e.line) == 0):
		e.ended, e.line, e.tooLong = true, nil, false
	case e.echo && (c == 8 || c == 127):
		e.erase(1)
	case e.echo && c == 21:
		e.erase(utf8.RuneCount(e.line))
	case c < ' ' && c != '\t' || c == 127:
	case len(e.line) >= MaxLine:
		e.tooLong = true
	default:
		e.line = append(e.line, c)
		e.showLast()
	}
}

// skipsEscape reports whether a byte belongs to an escape sequence.
func (e *lineEditor) skipsEscape(c byte) bool {
	switch {
	case c == 27:
		e.escape = afterEscape
	case e.escape == afterEscape && (c == '[' || c == 'O'):
		e.escape = inSequence
	case e.escape == noEscape, c == '\r', c == '\n':
		e.escape = noEscape
		return false
	case e.escape == afterEscape, c >= '@' && c <= '~':
		e.escape = noEscape
	}
	return true
}

// showLast shows the last character when all of its bytes have come.
func (e *lineEditor) showLast() {
	start := len(e.line) - 1
	for start > 0 && !utf8.RuneStart(e.line[start]) && len(e.line)-start < utf8.UTFMax {
		start--
	}
	if r, n := utf8.DecodeRune(e.line[start:]); n == len(e.line)-start && isEchoed(r) {
		e.show(string(r))
	}
}

// isEchoed reports whether a character is shown: no control character, and nothing else than UTF-8.
func isEchoed(r rune) bool { return r != utf8.RuneError && r >= ' ' && (r < 0x7f || r > 0x9f) }

// erase removes the last n characters from the line and from the terminal.
func (e *lineEditor) erase(n int) {
	for ; n > 0 && len(e.line) > 0; n-- {
		r, size := utf8.DecodeLastRune(e.line)
		e.line = e.line[:len(e.line)-size]
		if isEchoed(r) {
			e.show(strings.Repeat("\b \b", ansi.StringWidth(string(r))))
		}
	}
}

func (e *lineEditor) show(s string) {
	if e.echo {
		e.echoed = append(e.echoed, s...)
	}
}

// takeEcho returns the bytes for the terminal to show, once.
func (e *lineEditor) takeEcho() []byte {
	b := e.echoed
	e.echoed = nil
	return b
}

// takeLine returns a whole line, once, and whether it was too long.
func (e *lineEditor) takeLine() (line string, tooLong, ok bool) {
	if !e.ready {
		return "", false, false
	}
	line, tooLong = string(e.line), e.tooLong
	e.line, e.ready, e.tooLong = e.line[:0], false, false
	return line, tooLong, true
}

// end notes that the input has ended. A line without a break counts.
func (e *lineEditor) end() {
	e.ended = true
	e.ready = len(e.line) > 0
}
