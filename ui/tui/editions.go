package tui

import (
	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/ui/tui/pane"
)

// openedMsg says that the edition before number at is open; it is nil where there
// is none.
type openedMsg struct {
	at     int
	before *model.Atlas
}

// open is the command that opens the edition before the one shown, beside the
// first frame. It must not look at a while it runs.
func (a *App) open() tea.Cmd {
	editions, at := a.config.Editions, a.at
	return func() tea.Msg { return openedMsg{at, pane.Earlier(editions, at)} }
}

// before is the edition before the one shown, or nil.
func (a *App) before() *model.Atlas { return pane.Earlier(a.config.Editions, a.at) }

// edition turns to edition number i. Country, topic, query and focus stay.
func (a *App) edition(i int) {
	e := a.config.Editions[i]
	a.at, a.atlas = i, e.Atlas()
	a.list.SetAtlas(a.atlas, e.Index)
	a.answers.SetEdition(a.atlas.Edition(), a.before())
	a.answers.ShowCountry(a.list.Country())
	a.info.SetAtlas(a.atlas)
	a.refreshInfo()
}

// topicOf is the topic of a feature; that of no feature is other.
func topicOf(f model.Feature, other model.Topic) model.Topic {
	if f == 0 {
		return other
	}
	return model.Topic{Feature: f}
}
