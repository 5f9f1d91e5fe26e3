// Package output is the line at the bottom of the screen at which one chooses a view to
// copy or to write to a file, and its form.
//
//	Copy  answer [country] row  table   text [Markdown]     enter copy  esc close
//	Write <table>  to table.xlsx_
//
// It copies and writes nothing itself: the app carries out its [Request].
package output

import (
	"path/filepath"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/commandline"
	"voxatlas/ui/tui/pane"
)

// Item is a view to choose.
type Item struct {
	Key     string // of its name, output.KEY in the catalogs
	View    commandline.Command
	Formats []string // as --format has them, the first one first
	File    string   // the name that is proposed for a file
}

// Request is the wish of a key press. The zero Request is none.
type Request struct {
	Kind   Kind
	Item   Item
	Format string // of Copy
	File   string // of Write and Replace
}

// Kind is the kind of a request.
type Kind uint8

// The kinds.
const (
	None    Kind = iota
	Close        // the line is done
	Copy         // copy the item
	Write        // write the item to the file, if there is none of its name
	Replace      // write the item to the file
)

// maxFile is the longest name of a file, in characters.
const maxFile = 250

// Line is the line. Make one with [New].
type Line struct {
	items  []Item
	item   int // index of the chosen item
	format int // index of the chosen format: of those of the item, or of files
	writes bool
	name   pane.TextField // of the file
	typed  bool           // the name is no longer the one proposed
	exists string         // the file that exists already; "" for none

	look *pane.Look
	keys *lineKeys
}

type lineKeys struct{ previous, next, form, copying, writing, replacing, keeping, closing key.Binding }

// New returns the line for items, of which there is at least one; item is the index of the
// one that is chosen at first. With writes it is about a file.
func New(items []Item, item int, writes bool) *Line {
	l := &Line{items: items, item: item, writes: writes}
	l.propose()
	return l
}

// files lists the endings of files that are proposed.
func files() []string { return []string{".xlsx", ".csv", ".md", ".html", ".txt", ".json"} }

// SetLook sets the language and the colours.
func (l *Line) SetLook(look *pane.Look) {
	type lineKeysID struct{}
	l.look = look
	l.keys = pane.Memoize(look, lineKeysID{}, func() *lineKeys {
		return &lineKeys{
			previous: look.Bind("output_previous", "left", "shift+tab"), next: look.Bind("output_next", "right", "tab"),
			form: look.Bind("output_form", "down", "up"), copying: look.Bind("output_copy", "enter"),
			writing: look.Bind("output_write", "enter"), replacing: look.Bind("output_replace", "y", "Y", "ctrl+r"), keeping: look.Bind("output_keep", "esc"),
			closing: look.Bind("output_close", "esc"),
		}
	})
}

// Keys returns the bindings that work now.
func (l *Line) Keys() []key.Binding {
	switch {
	case l.exists != "":
		return []key.Binding{l.keys.replacing, l.keys.keeping}
	case l.writes:
		return []key.Binding{l.keys.writing, l.keys.form, l.keys.next, l.keys.closing}
	}
	return []key.Binding{l.keys.copying, l.keys.next, l.keys.form, l.keys.closing}
}

// HandleKey handles a key press.
func (l *Line) HandleKey(msg tea.KeyPressMsg) Request {
	k := l.keys
	switch {
	case l.exists != "":
		return l.handleAnswer(msg)
	case key.Matches(msg, k.closing):
		return Request{Kind: Close}
	case l.writes:
		return l.handleWriteKey(msg)
	case key.Matches(msg, k.copying):
		return Request{Kind: Copy, Item: l.chosen(), Format: l.chosen().Formats[l.format]}
	case key.Matches(msg, k.previous), msg.Text == "h":
		l.step(-1)
	case key.Matches(msg, k.next), msg.Text == "l":
		l.step(+1)
	case key.Matches(msg, k.form), msg.Text == "j", msg.Text == "k", msg.Text == " ":
		l.format = (l.format + 1) % len(l.chosen().Formats)
	case msg.Text == "q", msg.Text == "Y":
		return Request{Kind: Close}
	}
	return Request{}
}

// handleWriteKey handles a key press while the name of the file is typed. Tab chooses the
// view, up and down the ending; the other keys edit the name.
func (l *Line) handleWriteKey(msg tea.KeyPressMsg) Request {
	switch name := msg.String(); {
	case key.Matches(msg, l.keys.writing):
		if strings.TrimSpace(l.name.Text()) == "" {
			l.typed = false
			l.propose()
			return Request{}
		}
		return Request{Kind: Write, Item: l.chosen(), File: l.file()}
	case name == "tab":
		l.step(+1)
	case name == "shift+tab":
		l.step(-1)
	case name == "down":
		l.nextEnding(+1)
	case name == "up":
		l.nextEnding(-1)
	case msg.Text != "":
		l.insert(msg.Text)
	default:
		l.name.Edit(name)
		l.typed = true
	}
	return Request{}
}

// file returns the name of the file, with the ending that was chosen last if it has none.
func (l *Line) file() string {
	name := strings.TrimSpace(l.name.Text())
	if filepath.Ext(name) == "" && !strings.HasSuffix(name, "/") {
		name += files()[l.format]
	}
	return name
}

// handleAnswer handles a key press at the question whether the file is to be replaced.
func (l *Line) handleAnswer(msg tea.KeyPressMsg) Request {
	file := l.exists
	l.exists = ""
	if key.Matches(msg, l.keys.replacing) {
		return Request{Kind: Replace, Item: l.chosen(), File: file}
	}
	return Request{}
}

// Ask asks whether a file that exists is to be replaced.
func (l *Line) Ask(file string) { l.exists = file }

// Paste inserts text into the name of the file.
func (l *Line) Paste(text string) {
	if l.writes && l.exists == "" {
		l.insert(text)
	}
}

func (l *Line) insert(text string) {
	l.name.Insert(pane.CleanTo(text, maxFile))
	l.typed = true
}

// chosen returns the chosen item.
func (l *Line) chosen() Item { return l.items[l.item] }

// step chooses another item. The format stays if the item has it.
func (l *Line) step(n int) {
	format := ""
	if !l.writes {
		format = l.chosen().Formats[l.format]
	}
	l.item = (l.item + n + len(l.items)) % len(l.items)
	if l.writes {
		l.propose()
		return
	}
	l.format = max(slices.Index(l.chosen().Formats, format), 0)
}

// propose proposes a name for the file, until one is typed. The first text that is typed
// replaces it.
func (l *Line) propose() {
	if !l.writes || l.typed {
		return
	}
	l.name = pane.NewTextField(maxFile)
	l.name.Insert(l.chosen().File + files()[l.format])
	l.name.Select()
}

// nextEnding changes the ending of the name to another one that tells a format.
func (l *Line) nextEnding(n int) {
	all, name := files(), l.name.Text()
	at := slices.IndexFunc(all, func(ending string) bool { return strings.HasSuffix(strings.ToLower(name), ending) })
	if at >= 0 {
		name = name[:len(name)-len(all[at])]
	}
	switch {
	case at < 0 && n < 0:
		at = len(all) - 1
	default:
		at = (at + n + len(all)) % len(all)
	}
	selected := l.name.Selected()
	l.format = at
	l.name = pane.NewTextField(maxFile)
	l.name.Insert(name + all[at])
	if selected {
		l.name.Select()
	}
}
