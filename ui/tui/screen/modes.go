package screen

import (
	"encoding/base64"

	tea "charm.land/bubbletea/v2"
)

// Control sequences sent to a terminal besides frames. Every mode is switched
// off again whenever the terminal is given back.
const (
	// Alternate screen, no wrapping, no cursor; bracketed paste; kitty keyboard:
	// keys are told apart.
	seqEnter = "\x1b[?1049h\x1b[?7l\x1b[?25l\x1b[?2004h\x1b[>1u"
	// A reader that got stuck may have swallowed half a sequence: end it first. The
	// screen is cleared for terminals that have no alternate one (the Linux console,
	// GNU screen): there the shell goes on at the top.
	seqLeave   = "\x1b\\\x1b[m\x1b]8;;\x1b\\\x1b[H\x1b[J\x1b[?2004l\x1b[<u\x1b[?7h\x1b[?25h\x1b[?1049l"
	seqClear   = "\x1b[m\x1b[H\x1b[2J"
	seqSync    = "\x1b[?2026h"
	seqSyncEnd = "\x1b[?2026l"

	seqQuerySync       = "\x1b[?2026$p"
	seqQueryBackground = "\x1b]11;?\x1b\\"
	seqFence           = "\x1b[c" // DA1

)

// MaxClipboard is the longest text, in bytes, that is copied to the clipboard of a
// terminal. Some terminals take less.
const MaxClipboard = 100_000

// modes are the modes of the terminal that a frame chooses.
type modes struct {
	mouse tea.MouseMode
	title string
}

// appendSwitch appends the sequences that turn modes m into modes to.
func (m modes) appendSwitch(b []byte, to modes) []byte {
	if m.mouse != to.mouse {
		switch m.mouse {
		case tea.MouseModeCellMotion:
			b = append(b, "\x1b[?1002l"...)
		case tea.MouseModeAllMotion:
			b = append(b, "\x1b[?1003l"...)
		}
		switch to.mouse {
		case tea.MouseModeCellMotion:
			b = append(b, "\x1b[?1002h\x1b[?1006h"...)
		case tea.MouseModeAllMotion:
			b = append(b, "\x1b[?1003h\x1b[?1006h"...)
		default:
			b = append(b, "\x1b[?1006l"...)
		}
	}
	if m.title != to.title {
		switch {
		case to.title == "":
			return append(b, "\x1b[23;2t"...) // the title from before
		case m.title == "":
			b = append(b, "\x1b[22;2t"...)
		}
		b = append(b, "\x1b]2;"...)
		b = append(b, to.title...)
		b = append(b, '\a')
	}
	return b
}

// appendOnOff appends seq with the final byte that sets or resets a mode.
func appendOnOff(b []byte, seq string, on bool) []byte {
	b = append(b, seq...)
	if on {
		return append(b, 'h')
	}
	return append(b, 'l')
}

// appendClipboard appends OSC 52, which sets the terminal's clipboard to text.
func appendClipboard(b []byte, text string) []byte {
	b = append(b, "\x1b]52;c;"...)
	b = base64.StdEncoding.AppendEncode(b, []byte(text))
	return append(b, '\a')
}
