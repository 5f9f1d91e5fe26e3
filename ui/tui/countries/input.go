package countries

import (
	"slices"
	"unicode"

	"github.com/rivo/uniseg"
)

// queryInput is the text in the search box, which the usual keys of a line editor
// change. It is empty at first.
type queryInput struct {
	runes  []rune
	cursor int // index of the rune behind the cursor
}

// insert inserts text at the cursor, as much as fits into maxQuery.
func (q *queryInput) insert(text string) {
	added := []rune(text)
	added = added[:max(min(len(added), maxQuery-len(q.runes)), 0)]
	q.runes = slices.Insert(q.runes, q.cursor, added...)
	q.cursor += len(added)
}

// edit moves the cursor or deletes text, as a key asks for.
func (q *queryInput) edit(keystroke string) {
	switch keystroke {
	case "left", "ctrl+b":
		q.cursor = max(q.cursor-1, 0)
	case "right", "ctrl+f":
		q.cursor = min(q.cursor+1, len(q.runes))
	case "alt+left", "ctrl+left", "alt+b":
		q.cursor = q.wordStart()
	case "alt+right", "ctrl+right", "alt+f":
		q.cursor = q.wordEnd()
	case "home", "ctrl+a":
		q.cursor = 0
	case "end", "ctrl+e":
		q.cursor = len(q.runes)
	case "backspace", "ctrl+h":
		q.delete(q.graphemeStart(), q.cursor)
	case "delete", "ctrl+d":
		q.delete(q.cursor, min(q.cursor+1, len(q.runes)))
	case "alt+backspace", "ctrl+backspace", "ctrl+w":
		q.delete(q.wordStart(), q.cursor)
	case "alt+delete", "ctrl+delete", "alt+d":
		q.delete(q.cursor, q.wordEnd())
	case "ctrl+u":
		q.delete(0, q.cursor)
	case "ctrl+k":
		q.delete(q.cursor, len(q.runes))
	}
}

// delete deletes the runes from one index to another, where the cursor then is.
func (q *queryInput) delete(from, to int) {
	q.runes = slices.Delete(q.runes, from, to)
	q.cursor = from
}

// graphemeStart returns the index of the visible character before the cursor. It may
// have several code points: a flag, or a letter with marks.
func (q *queryInput) graphemeStart() int {
	last := 0
	for g := uniseg.NewGraphemes(string(q.runes[:q.cursor])); g.Next(); {
		last = len(g.Runes())
	}
	return q.cursor - last
}

// wordStart returns the index where the word before the cursor begins.
func (q *queryInput) wordStart() int {
	i := q.cursor
	for i > 0 && unicode.IsSpace(q.runes[i-1]) {
		i--
	}
	for i > 0 && !unicode.IsSpace(q.runes[i-1]) {
		i--
	}
	return i
}

// wordEnd returns the index where the word behind the cursor ends.
func (q *queryInput) wordEnd() int {
	i := q.cursor
	for i < len(q.runes) && unicode.IsSpace(q.runes[i]) {
		i++
	}
	for i < len(q.runes) && !unicode.IsSpace(q.runes[i]) {
		i++
	}
	return i
}
