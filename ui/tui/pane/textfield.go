package pane

import (
	"cmp"
	"slices"
	"unicode"

	"github.com/rivo/uniseg"

	"voxatlas/model"
	"voxatlas/ui/text"
)

// maxText is the longest text of a zero [TextField], in characters.
const maxText = 80

// TextField is a line of text that the usual keys of a line editor change. The zero
// TextField is empty.
type TextField struct {
	runes    []rune
	cursor   int  // index of the rune behind the cursor
	selected bool // the next text replaces all; any other edit keeps it
	limit    int  // of runes; 0 for maxText
}

// NewTextField returns an empty field that takes limit characters.
func NewTextField(limit int) TextField { return TextField{limit: limit} }

// Select selects the whole text: text that is inserted next replaces it, and
// backspace deletes it.
func (f *TextField) Select() { f.selected = len(f.runes) > 0 }

// Selected reports whether the whole text is selected.
func (f *TextField) Selected() bool { return f.selected }

// Text returns the text.
func (f *TextField) Text() string { return string(f.runes) }

// Cursor returns the place of the cursor, in characters.
func (f *TextField) Cursor() int { return f.cursor }

// Replace replaces the characters from one index to another by s. The cursor stands
// behind them.
func (f *TextField) Replace(from, to int, s string) {
	f.selected = false
	to = text.Clamp(to, 0, len(f.runes))
	f.delete(text.Clamp(from, 0, to), to)
	f.Insert(s)
}

// Insert inserts s at the cursor, as much as fits into the field.
func (f *TextField) Insert(s string) {
	if f.selected {
		*f = TextField{limit: f.limit}
	}
	added := []rune(s)
	added = added[:max(min(len(added), cmp.Or(f.limit, maxText)-len(f.runes)), 0)]
	f.runes = slices.Insert(f.runes, f.cursor, added...)
	f.cursor += len(added)
}

// Edit moves the cursor or deletes text, as a key asks for.
func (f *TextField) Edit(keystroke string) {
	selected := f.selected
	f.selected = false
	switch keystroke {
	case "left", "ctrl+b":
		f.cursor = max(f.cursor-1, 0)
	case "right", "ctrl+f":
		f.cursor = min(f.cursor+1, len(f.runes))
	case "alt+left", "ctrl+left", "alt+b":
		f.cursor = f.wordStart()
	case "alt+right", "ctrl+right", "alt+f":
		f.cursor = f.wordEnd()
	case "home", "ctrl+a":
		f.cursor = 0
	case "end", "ctrl+e":
		f.cursor = len(f.runes)
	case "backspace", "ctrl+h":
		if selected {
			f.cursor = len(f.runes)
			f.delete(0, f.cursor)
			break
		}
		f.delete(f.graphemeStart(), f.cursor)
	case "delete", "ctrl+d":
		f.delete(f.cursor, min(f.cursor+1, len(f.runes)))
	case "alt+backspace", "ctrl+backspace", "ctrl+w":
		f.delete(f.wordStart(), f.cursor)
	case "alt+delete", "ctrl+delete", "alt+d":
		f.delete(f.cursor, f.wordEnd())
	case "ctrl+u":
		f.delete(0, f.cursor)
	case "ctrl+k":
		f.delete(f.cursor, len(f.runes))
	}
}

// delete deletes the runes from one index to another, where the cursor then is.
func (f *TextField) delete(from, to int) {
	f.runes = slices.Delete(f.runes, from, to)
	f.cursor = from
}

// graphemeStart returns the index of the visible character before the cursor. It may
// have several code points: a flag, or a letter with marks.
func (f *TextField) graphemeStart() int {
	last := 0
	for g := uniseg.NewGraphemes(string(f.runes[:f.cursor])); g.Next(); {
		last = len(g.Runes())
	}
	return f.cursor - last
}

// wordStart returns the index where the word before the cursor begins.
func (f *TextField) wordStart() int {
	i := f.cursor
	for i > 0 && unicode.IsSpace(f.runes[i-1]) {
		i--
	}
	for i > 0 && !unicode.IsSpace(f.runes[i-1]) {
		i--
	}
	return i
}

// wordEnd returns the index where the word behind the cursor ends.
func (f *TextField) wordEnd() int {
	i := f.cursor
	for i < len(f.runes) && unicode.IsSpace(f.runes[i]) {
		i++
	}
	for i < len(f.runes) && !unicode.IsSpace(f.runes[i]) {
		i++
	}
	return i
}

// Visible returns the part of the text around the cursor that fits w cells, and the
// cell of the cursor in that part. A cell stays free for the cursor at the end.
func (f *TextField) Visible(w int) (shown string, cell int) {
	start, end := f.window(w)
	return string(f.runes[start:end]), text.Width(string(f.runes[start:f.cursor]))
}

// VisibleFrom returns the same part, and the index of its first character.
func (f *TextField) VisibleFrom(w int) (shown string, start int) {
	start, end := f.window(w)
	return string(f.runes[start:end]), start
}

// window returns the range of the characters that [TextField.Visible] shows.
func (f *TextField) window(w int) (start, end int) {
	room := max(w-1, 1)
	start = f.cursor
	for start > 0 && text.Width(string(f.runes[start-1:f.cursor])) <= room {
		start--
	}
	if text.Width(string(f.runes[start:f.cursor])) > room {
		start++
	}
	end = f.cursor
	for end < len(f.runes) && text.Width(string(f.runes[start:end+1])) <= room {
		end++
	}
	return start, end
}

// CleanText returns pasted text as one line of at most as many characters as a zero
// [TextField] takes. Line ends and tabs become blanks; characters that must not reach
// a terminal are dropped.
func CleanText(text string) string { return CleanTo(text, maxText) }

// CleanTo does the same as [CleanText] for a field that takes limit characters.
func CleanTo(text string, limit int) string {
	var clean []rune
	for _, r := range text {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			r = ' '
		case !model.Printable(r):
			continue
		}
		if clean = append(clean, r); len(clean) == limit {
			break
		}
	}
	return string(clean)
}
