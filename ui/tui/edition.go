package tui

import (
	tea "charm.land/bubbletea/v2"

	"voxatlas/data/library"
	"voxatlas/model"
)

// openFetched returns the command that opens the editions that the user has fetched, while
// the first frame is drawn: so no key waits for a file. The command runs in a goroutine of
// its own and must not use a.
func (a *App) openFetched() tea.Cmd {
	lib := a.config.Library
	return func() tea.Msg {
		lib.Editions()
		return nil
	}
}

// setEdition shows another edition. Country, topic, query and focus stay.
func (a *App) setEdition(e *library.Edition) {
	a.edition, a.atlas, a.age = e, e.Atlas(), a.config.age(e)
	a.countries.SetEdition(e)
	a.answers.SetEdition(a.atlas.Info(), a.config.Library.Comparison(e))
	a.placeAge()
	a.info.SetAtlas(a.atlas)
	a.showCountry(a.countries.Country())
	a.refreshViews()
}

// topicOf returns the topic of a feature; for no feature it returns other.
func topicOf(f model.Feature, other model.Topic) model.Topic {
	if f == 0 {
		return other
	}
	return model.Topic{Feature: f}
}
