package tui

import (
	"cmp"
	"errors"
	"path/filepath"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/compare"
	"voxatlas/ui/tui/layout"
	"voxatlas/ui/tui/offices"
	"voxatlas/ui/tui/output"
	"voxatlas/ui/tui/pane"
	"voxatlas/ui/tui/screen"
	"voxatlas/ui/tui/table"
)

// outputs holds the line at which one chooses a view to copy or to write, and the work
// that it has started. A view is printed, and a file is written, one at a time and outside Update.
type outputs struct {
	line *output.Line // nil when it is not open
	busy bool
}

// printedMsg brings a view that is to be copied.
type printedMsg struct {
	request output.Request
	text    string
	err     error
}

// writtenMsg reports that a file was written, or why not.
type writtenMsg struct {
	line    *output.Line
	request output.Request
	err     error
}

// openOutputs opens the line for copying or, with writes, for files, if msg is a key for
// one of them, and reports whether it is.
func (a *App) openOutputs(msg tea.KeyPressMsg) bool {
	writes := key.Matches(msg, a.keys.write)
	if !writes && !key.Matches(msg, a.keys.copyView) {
		return false
	}
	items, first := a.outputItems()
	if len(items) == 0 || a.outputs.busy {
		return true
	}
	a.outputs.line = output.New(items, first, writes)
	a.outputs.line.SetLook(a.look)
	return true
}

// hasOutputs reports whether the overlay shows a view that can be copied and written: one
// over several countries, or the list of offices.
func (o *overlay) hasOutputs() bool { return o.view() != nil || o.offices() != nil }

// offices returns the overlay as the list of offices, or nil if it is none.
func (o *overlay) offices() *offices.Pane {
	if o == nil {
		return nil
	}
	p, _ := o.Pane.(*offices.Pane)
	return p
}

// textItem returns a view to copy, as text or Markdown, or to write to a file.
func textItem(key, file string, view commandline.Command) output.Item {
	return output.Item{Key: key, View: view, Formats: []string{"text", "md"}, File: file}
}

// tableItem returns a table to copy, as TSV or Markdown, or to write to a file.
func tableItem(key, file string, view commandline.Command) output.Item {
	return output.Item{Key: key, View: view, Formats: []string{"tsv", "md"}, File: file}
}

// countryItem returns the page of a country to copy or to write.
func countryItem(c *model.Country) output.Item {
	return textItem("country", fileName(c.Slug()), commandline.Command{Name: commandline.Show, Countries: []*model.Country{c}, Brief: true})
}

// officeItems returns the views that can be copied or written while the list of offices is open.
func officeItems(p *offices.Pane) []output.Item {
	items := []output.Item{tableItem("offices", "offices-voice", p.Command())}
	if c := p.Current(); c != nil {
		items = append(items, countryItem(c))
	}
	return items
}

// outputItems returns the views that can be copied or written now, and the index of the
// one that is most likely meant.
func (a *App) outputItems() (items []output.Item, first int) {
	if p := a.overlay.offices(); p != nil {
		return officeItems(p), 0
	}
	s := a.selection()
	add := func(item output.Item, likely bool) {
		if likely {
			first = len(items)
		}
		items = append(items, item)
	}
	_, inTable := a.shownView().(*table.Pane)
	_, inCompare := a.shownView().(*compare.Pane)
	whole, compared := tableOf(s), compare.New(s, a.countries.IsMarked).Command()
	if p, ok := a.shownView().(printable); ok && inTable {
		whole = p.Command()
	} else if ok && inCompare {
		compared = p.Command()
	}
	if c := s.At; c != nil {
		one, name := []*model.Country{c}, fileName(c.Slug())
		if s.Feature != 0 {
			only := []model.Feature{s.Feature}
			inAnswers := a.overlay == nil && a.focus != layout.Countries
			add(textItem("answer", name+"-"+s.Feature.Short(), commandline.Command{Name: commandline.Show, Countries: one, Only: only}), inAnswers)
		}
		if a.overlay == nil && a.historyInSight() {
			add(textItem("history", name+"-history", a.historyCommand(c)), a.focus == layout.Info)
		}
		add(countryItem(c), a.overlay == nil && a.focus == layout.Countries)
		add(tableItem("row", name+"-row", commandline.Command{Name: commandline.Table, Countries: one, Only: whole.Only}), false)
	}
	add(tableItem("table", "table", whole), inTable)
	if compared.Name == commandline.Compare {
		add(tableItem("compare", "compare", compared), inCompare)
	}
	return items, first
}

// tableOf returns the command of the table that a selection opens with.
func tableOf(s pane.Selection) commandline.Command {
	c := commandline.Command{Name: commandline.Table, Sort: s.Sort}
	if len(s.Marked) > 1 {
		c.Countries = s.Marked
	} else {
		c.Where = s.Where
	}
	return c
}

// shownView returns the pane of the view over several countries that is open, be it under
// another overlay; nil for none.
func (a *App) shownView() severalView {
	for o := a.overlay; o != nil; o = o.under {
		if v := o.view(); v != nil {
			return v
		}
	}
	return nil
}

// fileName returns the name of a country's page as the name of a file: that of a user's
// own edition may have anything.
func fileName(slug string) string {
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, strings.ToLower(slug))
	return cmp.Or(strings.Trim(name, "-"), "country")
}

// handleLineKey hands a key to the line at the bottom, and carries out its request.
func (a *App) handleLineKey(msg tea.KeyPressMsg) tea.Cmd {
	line := a.outputs.line
	r := line.HandleKey(msg)
	if r.Kind != output.None {
		a.outputs.line = nil
	}
	out := commandline.Output{View: r.Item.View, Edition: a.editionOf(r.Item.View), Lang: a.look.Localizer.Lang(), ASCII: a.config.ASCII, Format: r.Format}
	switch r.Kind {
	case output.Copy:
		a.outputs.busy = true
		print := a.config.Print
		return func() tea.Msg {
			s, err := print(out)
			return printedMsg{r, s, err}
		}
	case output.Write, output.Replace:
		a.outputs.busy = true
		write, file, replace := a.config.Write, strings.TrimSpace(r.File), r.Kind == output.Replace
		return func() tea.Msg { return writtenMsg{line, r, write(out, file, replace)} }
	}
	return nil
}

// handlePrinted copies a view that was printed, unless it is too long for a clipboard.
func (a *App) handlePrinted(msg printedMsg) tea.Cmd {
	a.outputs.busy = false
	if quit := a.quitIfAsked(); quit != nil {
		return quit
	}
	loc := a.look.Localizer
	name := loc.Text("output." + msg.request.Item.Key)
	switch size := len(msg.text); {
	case msg.err != nil:
		a.notice = a.failure(msg.err, loc.Text("output.not_copied"))
	case size > screen.MaxClipboard:
		a.notice = notice{
			loc.Text("output.too_long", "item", name, "size", kilobytes(size), "limit", kilobytes(screen.MaxClipboard)),
			loc.Text("output.too_long_short", "size", kilobytes(size), "limit", kilobytes(screen.MaxClipboard)),
		}
	default:
		label := loc.WithRemark(name, loc.Text("output.format."+msg.request.Format)+loc.Text("list.separator")+loc.Text("output.size", "size", kilobytes(size)))
		return a.copyText(msg.text, name, "output."+msg.request.Item.Key, label)
	}
	return nil
}

// handleWritten tells whether a file was written, or asks whether to replace it.
func (a *App) handleWritten(msg writtenMsg) tea.Cmd {
	a.outputs.busy = false
	if quit := a.quitIfAsked(); quit != nil {
		return quit
	}
	loc, file := a.look.Localizer, model.Clean(strings.TrimSpace(msg.request.File), maxPath)
	switch {
	case errors.Is(msg.err, data.ErrExists):
		a.outputs.line = msg.line
		msg.line.SetLook(a.look)
		msg.line.Ask(msg.request.File)
	case msg.err != nil:
		a.notice = a.failure(msg.err, loc.Text("output.failed", "file", filepath.Base(file)))
	default:
		a.notice = notice{loc.Text("output.written", "file", file), loc.Text("output.written", "file", filepath.Base(file))}
	}
	return nil
}

// failure returns the notice of an error; its short form only where the screen has no
// room for the message.
func (a *App) failure(err error, short string) notice {
	message := model.Clean(err.Error(), maxPath)
	if text.Width(message) <= a.arrangement.Width-2 {
		return notice{message}
	}
	return notice{message, short}
}

// kilobytes returns a number of bytes in kilobytes, rounded up.
func kilobytes(n int) string { return assets.Number((n + 999) / 1000) }
