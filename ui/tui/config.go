package tui

import (
	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/tui/pane"
)

// Config is what an App is made of.
type Config struct {
	Library    *library.Library
	Edition    *library.Edition // of the library, to open with; nil for the newest
	Localizers []say.Localizer  // at least one
	Looks      *pane.Looks      // of these localizers, shared with other browsers; nil for looks of its own
	Lang       model.Lang       // of the interface at the start; one of the localizers'
	Country    *model.Country   // of the edition to open with, to open at, or nil
	ASCII      bool             // marks in ASCII
	Color      bool             // may use colours
	Version    string           // of the program, for the help
	Suspend    bool             // ctrl+z may stop the process
}

// NewLooks is what so many browsers may share, in some languages.
func NewLooks(localizers []say.Localizer, browsers int) *pane.Looks {
	return pane.NewLooks(localizers, min(64+8*browsers, 2048))
}
