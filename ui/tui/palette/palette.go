// Package palette is the overlay that lists the commands that work now, each with its
// keys. Typing narrows the list; enter carries out a command as its key would. So every
// command can be reached without knowing its key, and while an input method takes the
// letters.
package palette

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// Command is a command that works now.
type Command struct {
	Binding key.Binding
	Other   string // its words in the other language
}

// Pane is the palette. Make one with [New].
type Pane struct {
	commands func() []Command

	look               *pane.Look
	run, leave, scroll key.Binding

	input   pane.TextField
	all     []Command
	matches []match // of the typed text, the best first
	list    pane.List[int]
	w, h    int
}

// New returns a palette of the commands that the function returns. It is called again
// for another look: bindings carry words of a language.
func New(commands func() []Command) *Pane { return &Pane{commands: commands} }

// SetLook lists the commands in another language.
func (p *Pane) SetLook(look *pane.Look) {
	p.look = look
	p.run = look.Bind("run", "enter")
	p.leave = look.Bind("leave", "esc")
	p.scroll = look.Bind("choose_command", "up", "down", "pgup", "pgdown", "ctrl+p", "ctrl+n")
	p.list.SetLook(look)
	p.all = p.commands()
	p.listMatches()
}

// Resize sets the size of the body, in cells.
func (p *Pane) Resize(w, h int) {
	p.w, p.h = w, h
	p.list.Resize(w, max(h-1, 0), p.layoutMatches)
}

// HandleKey carries out the command under the cursor, moves the cursor, closes the
// palette, or changes the typed text.
func (p *Pane) HandleKey(msg tea.KeyPressMsg) pane.Intent {
	switch {
	case msg.Text != "":
		return p.Paste(msg.Text)
	case key.Matches(msg, p.leave):
		return pane.CloseOverlay{}
	case key.Matches(msg, p.run):
		if len(p.matches) > 0 {
			return pane.CommandChosen{Command: p.matches[p.list.Selected()-1].command.Binding}
		}
	case key.Matches(msg, p.scroll):
		p.list.MoveCursor(msg)
	default:
		before := p.input.Text()
		p.input.Edit(msg.String())
		if p.input.Text() != before {
			p.listMatches()
		}
	}
	return nil
}

// Paste inserts text into the line.
func (p *Pane) Paste(s string) pane.Intent {
	p.input.Insert(pane.CleanText(s))
	p.listMatches()
	return nil
}

// listMatches lists the commands that match the typed text, from the best on.
func (p *Pane) listMatches() {
	p.matches = findCommands(p.all, p.input.Text())
	p.list.Select(1)
	p.layoutMatches()
	p.list.Reveal()
}

// Typing reports that letters are text.
func (p *Pane) Typing() bool { return true }

// Link returns none.
func (p *Pane) Link() string { return "" }

// Title returns the name of the palette.
func (p *Pane) Title() string { return p.look.Localizer.Text("ui.palette") }

// Keys returns the bindings of the palette itself.
func (p *Pane) Keys() []key.Binding {
	if len(p.matches) == 0 {
		return []key.Binding{p.leave}
	}
	return []key.Binding{p.run, p.leave, p.scroll}
}

// prompt stands before the typed text.
const prompt = ": "

// Cursor returns the place where text is typed.
func (p *Pane) Cursor() pane.Cursor {
	if p.w <= 0 || p.h <= 0 {
		return pane.Cursor{}
	}
	_, cell := p.input.Visible(p.w - len(prompt))
	return pane.Cursor{X: min(len(prompt)+cell, p.w-1), Kind: pane.TextCursor}
}

// View returns the line of the typed text and the commands under it.
func (p *Pane) View() []string {
	if p.h <= 0 {
		return nil
	}
	t := p.look.Theme
	typed, _ := p.input.Visible(p.w - len(prompt))
	line := text.Span{Text: typed, Style: t.Text}
	if typed == "" {
		line = text.Span{Text: p.look.Localizer.Text("ui.palette_hint"), Style: t.Dim}
	}
	return append([]string{text.Line{{Text: prompt, Style: t.Strong}, line}.Draw(p.w)}, p.list.View(t, true)...)
}

// layoutMatches lays out the matches, or says that there are none.
func (p *Pane) layoutMatches() {
	if p.look == nil || p.w <= 0 {
		return
	}
	blocks := make([]pane.Block[int], 0, len(p.matches))
	for i, m := range p.matches {
		blocks = append(blocks, pane.Block[int]{Item: i + 1, Lines: []text.Line{p.commandLine(m)}})
	}
	if len(blocks) == 0 {
		none := text.Wrapped(p.look.Localizer.Text("ui.palette_none"), p.look.Theme.Warning, 1, p.w)
		blocks = []pane.Block[int]{{Lines: none}}
	}
	p.list.SetContent(pane.NewContent(p.w, blocks))
}

// maxCommandCells is the width beyond which a line does not grow: the keys stay near
// the words.
const maxCommandCells = 72

// commandLine returns the words of a command and, at the right, its keys. Words of the
// other language stand behind them if they matched the typed text.
func (p *Pane) commandLine(m match) text.Line {
	t := p.look.Theme
	help := m.command.Binding.Help()
	l := highlight(help.Desc, m.words, t.Text, t.Accent)
	if len(m.other) > 0 {
		l = append(append(l, text.Span{Text: "  "}), highlight(m.command.Other, m.other, t.Dim, t.Accent)...)
	}
	w := min(p.w, maxCommandCells)
	keys := text.Cut(help.Key, w/2)
	l = append(text.Line{{Text: " "}}, l...).Fit(max(w-text.Width(keys)-2, 0))
	return append(l, text.Span{Text: " " + keys, Style: t.Strong})
}

// highlight returns words of which the characters at some positions have the style of
// a match.
func highlight(words string, at []int, style, matched text.Style) text.Line {
	l := text.Line{{Text: words, Style: style}}
	for _, i := range at {
		l = l.Restyle(i, i+1, matched)
	}
	return l
}
