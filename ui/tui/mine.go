package tui

import (
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"voxatlas/assets"
	"voxatlas/data/mine"
	"voxatlas/model"
)

// mineMsg brings the codes of the user's own countries from their file: at the start, or
// after a country was added or removed.
type mineMsg struct {
	codes   []string
	toggled *model.Country // nil at the start
	err     error
}

// mineChanges are the changes of the user's own countries that wait for the file. It is
// read and written anew for each, one after the other: another browser may have written
// it, too.
type mineChanges struct {
	waiting []*model.Country // the first one is under way
}

// readMine returns the command that reads the user's own countries; nil where none are
// kept.
func (a *App) readMine() tea.Cmd {
	read := a.config.Mine
	if read == nil {
		return nil
	}
	return func() tea.Msg {
		codes, err := read()
		return mineMsg{codes: codes, err: err}
	}
}

// toggleMine makes the country under the cursor one of the user's own, or no longer.
func (a *App) toggleMine() tea.Cmd {
	c := a.countries.Country()
	switch {
	case a.config.SaveMine == nil:
		a.notice = notice{a.look.Localizer.Text("ui.mine_remote"), a.look.Localizer.Text("ui.mine_remote_short")}
		return nil
	case c == nil:
		return nil
	case slices.Contains(a.config.MineOfSettings, c.ISO2()):
		a.notice = notice{a.look.Localizer.Text("ui.mine_settings", "country", c.Name(a.look.Localizer.Lang()))}
		return nil
	}
	a.mine.waiting = append(a.mine.waiting, c)
	if len(a.mine.waiting) > 1 {
		return nil
	}
	return a.saveMine()
}

// allMine returns the codes of the settings in their order, and those of the file behind
// them, each once.
func (a *App) allMine(codes []string) []string {
	var all []string
	for _, code := range slices.Concat(a.config.MineOfSettings, codes) {
		if !slices.Contains(all, code) {
			all = append(all, code)
		}
	}
	return all
}

// saveMine returns the command that carries out the first change that waits.
func (a *App) saveMine() tea.Cmd {
	read, save, c := a.config.Mine, a.config.SaveMine, a.mine.waiting[0]
	return func() tea.Msg {
		codes, err := read()
		if err != nil {
			return mineMsg{toggled: c, err: err}
		}
		before := codes
		if i := slices.Index(codes, c.ISO2()); i >= 0 {
			codes = slices.Delete(slices.Clone(codes), i, i+1)
		} else {
			codes = append(slices.Clone(codes), c.ISO2())
		}
		if err := save(codes); err != nil {
			return mineMsg{before, c, err}
		}
		return mineMsg{codes, c, nil}
	}
}

// handleMine shows the user's own countries as their file has them now, and carries out
// the next change.
func (a *App) handleMine(msg mineMsg) tea.Cmd {
	if msg.err == nil {
		before := a.countries.Country()
		a.countries.SetMine(a.allMine(msg.codes))
		if c := a.countries.Country(); c != before {
			a.showCountry(c)
		}
		a.refreshVerdict()
	}
	a.tellMine(msg)
	if msg.toggled == nil {
		return nil
	}
	a.mine.waiting = a.mine.waiting[1:]
	if len(a.mine.waiting) > 0 {
		return a.saveMine()
	}
	return a.quitIfAsked()
}

// tellMine tells the result of a change, or the error of a file.
func (a *App) tellMine(msg mineMsg) {
	loc := a.look.Localizer
	var trouble *mine.Error
	switch {
	case errors.As(msg.err, &trouble):
		a.notice = notice{loc.Text("error.mine."+string(trouble.Kind), "file", model.Clean(trouble.Path, maxPath), "why", loc.FileReason(trouble.Reason, trouble.Why))}
	case msg.err != nil:
		a.notice = notice{model.Clean(msg.err.Error(), maxPath)}
	case msg.toggled != nil:
		key := "ui.mine_removed"
		if slices.Contains(msg.codes, msg.toggled.ISO2()) {
			key = "ui.mine_added"
		}
		a.notice = notice{loc.Text(key, "country", msg.toggled.Name(loc.Lang()), "count", assets.Number(len(msg.codes)))}
	}
}

// maxPath is the longest path that a notice repeats, in characters.
const maxPath = 200
