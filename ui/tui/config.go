package tui

import (
	"time"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/rollout"
	"voxatlas/ui/say"
	"voxatlas/ui/tui/pane"
)

// Config holds the facts, the languages and the options of an App.
type Config struct {
	commandline.StartOptions
	Localizers []say.Localizer  // the languages of the interface, at least one
	Looks      *pane.Looks      // of these localizers, shared with other browsers; nil for looks of its own
	Offices    *rollout.List    // of the view of a rollout; nil for none
	Now        func() time.Time // the clock that ages are reckoned by; nil for none: then no age is shown
	Color      bool             // allows colours
	FewColors  bool             // the terminal has only the 16 that users choose
	Suspend    bool             // lets ctrl+z stop the process
	Remote     bool             // reached over SSH: so are commands
	Tmux       bool             // the terminal is one of tmux or GNU screen, which may keep the clipboard

	// OpenLink opens a web address on the user's machine; nil if it cannot, as over SSH.
	OpenLink func(address string) error

	// Print returns the output of the command of a view, to be copied; nil if nothing can be copied.
	// Write writes it to a file, of which the ending chooses the format; the error is
	// [data.ErrExists] if it exists and must not be replaced. It is nil over SSH. Both
	// take their time: Update calls neither, but returns a command that does.
	Print func(commandline.Output) (string, error)
	Write func(o commandline.Output, file string, replace bool) error

	// Mine reads the codes (ISO 3166-1 alpha-2) of the user's own countries from their
	// file, and SaveMine replaces them; the errors are those of package mine. Both are nil
	// over SSH. They read and write a file: Update calls neither, but returns a command
	// that does.
	Mine     func() ([]string, error)
	SaveMine func(codes []string) error
}

// now returns the time by the clock, or the zero time without one.
func (c Config) now() time.Time {
	if c.Now == nil {
		return time.Time{}
	}
	return c.Now()
}

// age returns the age of an edition; unknown without a clock.
func (c Config) age(e *library.Edition) model.Age { return model.AgeOf(e.Date, c.now()) }

// NewLooks returns looks for some localizers that a number of browsers may share.
func NewLooks(localizers []say.Localizer, browsers int) *pane.Looks {
	return pane.NewLooks(localizers, min(64+8*browsers, 2048))
}
