package pane

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/text"
)

// Finder searches inside a text that a pane shows. While it is open, the last row of
// the pane is its line, and the matches are highlighted:
//
//	/ credits                2/5
//
// Letters are typed into the line until enter; then n and N go to the next and to the
// previous match. Escape closes it.
type Finder struct {
	open, typing bool
	input        TextField
	start        int // first line in view when the typing began

	folded  *foldedText // the text last searched, folded once for all letters of a query
	matches []match
	at      int // index of the current match

	look *Look
	keys *finderKeys
}

type finderKeys struct {
	find, next, previous, done, leave key.Binding
	typingNext, typingPrevious        key.Binding
}

// setLook sets the language of the bindings.
func (f *Finder) setLook(look *Look) {
	type finderKeysID struct{}
	f.look = look
	f.keys = Memoize(look, finderKeysID{}, func() *finderKeys {
		return &finderKeys{
			find:           look.Bind("find", "/"),
			next:           look.Bind("find_next", "n"),
			previous:       look.Bind("find_previous", "N"),
			done:           look.Bind("find_done", "enter"),
			leave:          look.Bind("find_leave", "esc"),
			typingNext:     look.Bind("find_next_typing", "down", "ctrl+n"),
			typingPrevious: look.Bind("find_previous_typing", "up", "ctrl+p"),
		}
	})
}

// bindings returns the bindings that work now.
func (f *Finder) bindings() []key.Binding {
	k := f.keys
	switch {
	case f.typing:
		return []key.Binding{k.done, k.leave, k.typingNext, k.typingPrevious}
	case f.open:
		return []key.Binding{k.next, k.leave, k.previous, k.find}
	}
	return []key.Binding{k.find}
}

// height returns the number of rows that the line of the finder takes.
func (f *Finder) height() int {
	if f.open {
		return 1
	}
	return 0
}

// handleKey handles a key press and reports whether it was for the finder. t is the
// text, and top its first line in view. show is the first line of the match to show, or
// -1.
func (f *Finder) handleKey(msg tea.KeyPressMsg, t *text.LazyLines, top int) (show int, handled bool) {
	switch k := f.keys; {
	case f.open && key.Matches(msg, k.leave), f.typing && key.Matches(msg, k.done) && f.input.Text() == "":
		f.open, f.typing, f.matches, f.folded = false, false, nil, nil
	case f.typing && key.Matches(msg, k.done):
		f.typing = false
	case f.typing && key.Matches(msg, k.typingNext), f.open && !f.typing && key.Matches(msg, k.next):
		return f.step(+1), true
	case f.typing && key.Matches(msg, k.typingPrevious), f.open && !f.typing && key.Matches(msg, k.previous):
		return f.step(-1), true
	case f.typing && msg.Text != "":
		return f.insert(msg.Text, t), true
	case f.typing:
		before := f.input.Text()
		f.input.Edit(msg.String())
		if f.input.Text() == before {
			return -1, true
		}
		return f.findFrom(t, f.start), true
	case key.Matches(msg, k.find):
		f.open, f.typing, f.start = true, true, top
		f.input.Select()
		return f.findFrom(t, top), true
	default:
		return -1, false
	}
	return -1, true
}

// insert adds typed or pasted text to the query and searches for it.
func (f *Finder) insert(s string, t *text.LazyLines) (show int) {
	f.input.Insert(CleanText(s))
	return f.findFrom(t, f.start)
}

// findFrom searches for the query. The current match is the first one from line top on,
// else the first of all.
func (f *Finder) findFrom(t *text.LazyLines, top int) (show int) {
	f.matches, f.at = nil, 0
	if !f.open {
		return -1
	}
	if f.folded == nil || f.folded.of != t {
		f.folded = foldLines(t)
	}
	f.matches = f.folded.matches(f.input.Text())
	for i, m := range f.matches {
		if m[0].line >= top {
			f.at = i
			break
		}
	}
	return f.step(0)
}

// step goes to another match, in a circle, and returns its first line, or -1.
func (f *Finder) step(by int) (show int) {
	n := len(f.matches)
	if n == 0 {
		return -1
	}
	f.at = (f.at + by + n) % n
	return f.matches[f.at][0].line
}

// cursor returns the position of the cursor while a query is typed in row y.
func (f *Finder) cursor(w, y int) Cursor {
	_, cell := f.input.Visible(f.room(w))
	return Cursor{X: min(len(findPrompt)+cell, max(w-1, 0)), Y: y, Kind: TextCursor}
}

// findPrompt stands before the query.
const findPrompt = "/ "

// count returns the number of the current match and of all: "2/5".
func (f *Finder) count() string {
	if len(f.matches) == 0 {
		return "0"
	}
	return strconv.Itoa(f.at+1) + "/" + strconv.Itoa(len(f.matches))
}

// room returns the cells for the query in a line of w cells.
func (f *Finder) room(w int) int { return w - len(findPrompt) - len(f.count()) - 2 }

// line draws the line of the finder, w cells wide.
func (f *Finder) line(w int) string {
	t := f.look.Theme
	query, _ := f.input.Visible(f.room(w))
	style := t.Text
	if f.typing && f.input.Selected() {
		style = t.Selected
	}
	l := text.Line{{Text: findPrompt, Style: t.Strong}, {Text: query, Style: style}}
	count := text.Span{Text: f.count(), Style: t.Dim}
	if strings.TrimSpace(f.input.Text()) != "" && len(f.matches) == 0 {
		count.Style = t.Warning
	}
	if gap := w - l.Width() - len(count.Text) - 1; gap > 0 {
		l = append(l, text.Span{Text: strings.Repeat(" ", gap)}, count)
	}
	return l.Draw(w)
}

// highlight highlights the matches in line i of the text, and reports whether there are
// any.
func (f *Finder) highlight(i int, l text.Line) (text.Line, bool) {
	any := false
	for n, m := range f.matches {
		style := f.look.Theme.Accent
		if n == f.at {
			style = f.look.Theme.Focused
		}
		for _, p := range m {
			if p.line == i {
				l, any = l.Restyle(p.from, p.to, style), true
			}
		}
	}
	return l, any
}
