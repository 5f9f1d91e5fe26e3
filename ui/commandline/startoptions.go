package commandline

import (
	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/text"
)

// StartOptions are the choices of the command line, the settings and the environment that the
// browser and plain mode begin with.
type StartOptions struct {
	Library      *library.Library // with the user's own file, if --data names one
	Edition      *library.Edition // of the library, to open with; nil for the newest
	Default      *library.Edition // of the library, the one that commands use without an option; nil for the newest
	File         string           // of the user's own edition, as typed; "" if there is none
	NamesEdition bool             // every command that is copied names its edition: Default is one of the settings, and not everybody's
	Country      *model.Country   // of that edition, shown first; nil for none
	View         Command          // shown first, besides the country; the zero Command for none
	Lang         model.Lang       // of the interface at first; its first language if it has no texts in this one

	ASCII      bool            // draws marks and rules in ASCII
	Theme      text.ThemeName  // at the start
	Background text.Background // of the terminal, by its environment; its reply counts more
	Mouse      bool            // the mouse selects, opens and scrolls
	Columns    []model.Feature // shown for every country in the list
	Notice     []string        // shown at first instead of the key hints, in shorter and shorter forms; nil for none

	// MineOfSettings lists the codes of the user's own countries that the settings name
	// besides those of their file. They cannot be changed here.
	MineOfSettings []string
}
