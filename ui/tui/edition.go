package tui

import (
	tea "charm.land/bubbletea/v2"

	"voxatlas/data/library"
	"voxatlas/model"
)

// previousOpenedMsg reports that the edition before an edition is open. It is nil
// for the oldest one.
type previousOpenedMsg struct {
	edition *library.Edition
	before  *model.Atlas
}

// openPrevious returns the command that opens the edition before the shown one,
// while the first frame is drawn, and all those that the user has fetched: so no key
// waits for a file. The command runs in a goroutine of its own and must not use a.
func (a *App) openPrevious() tea.Cmd {
	lib, e := a.config.Library, a.edition
	return func() tea.Msg {
		lib.Editions()
		return previousOpenedMsg{e, atlasOf(lib.Before(e))}
	}
}

// previousAtlas returns the edition before the shown one, or nil.
func (a *App) previousAtlas() *model.Atlas { return atlasOf(a.config.Library.Before(a.edition)) }

// atlasOf returns the facts of an edition, or nil for no edition.
func atlasOf(e *library.Edition) *model.Atlas {
	if e == nil {
		return nil
	}
	return e.Atlas()
}

// setEdition shows another edition. Country, topic, query and focus stay.
func (a *App) setEdition(e *library.Edition) {
	a.edition, a.atlas, a.age = e, e.Atlas(), a.config.age(e)
	a.countries.SetEdition(e)
	a.answers.SetEdition(a.atlas.Info(), a.previousAtlas())
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
