// Package tui is the terminal browser. The [App] holds the panes, routes keys to
// them and composes their views into frames.
//
// # Where a key goes
//
//	key ▶ App.handleKey ─┬ ctrl+c, ctrl+z, ctrl+l, F2 ▶ quit, suspend, repaint, language
//	                     ├ the line for copying and writing is open ▶ the line
//	                     ├ an overlay is open (help, changes, editions …) ▶ the overlay; ? : y o ctrl+y ctrl+f as below
//	                     ├ ? F1 ▶ help
//	                     ├ the focused pane is typing, and it is no function key ▶ the pane
//	                     ├ keys of browsing (tab / q L t y o i d E f x v s b …) ▶ the app
//	                     ├ text beyond ASCII ▶ the list, which starts typing with it
//	                     └ else ▶ the pane
//
// A paste goes to the line for copying and writing, to the overlay or to the pane that is typing, else to the list.
//
// A pane answers with an intent; App.handleIntent carries it out in the other
// panes. Facts never change, so an App waits for nothing. Its messages are keys,
// pastes, sizes, the terminal's background colour, the end of the session, and the user's
// own countries from their file, for which the first frame does not wait.
//
// Sessions share the editions and the looks, and nothing else: each has an App of
// its own.
package tui

import (
	"cmp"
	"time"

	tea "charm.land/bubbletea/v2"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/answers"
	"voxatlas/ui/tui/countries"
	"voxatlas/ui/tui/info"
	"voxatlas/ui/tui/layout"
	"voxatlas/ui/tui/offices"
	"voxatlas/ui/tui/pane"
)

// App is the terminal browser. It is a [tea.Model]; make one with [New].
type App struct {
	config         Config
	localizerIndex int // of the interface, in config.Localizers
	themeName      text.ThemeName
	background     text.Background  // of the terminal, by its reply, else by the environment
	edition        *library.Edition // the one shown
	atlas          *model.Atlas
	age            model.Age // of the edition

	look        *pane.Look
	keys        *appKeys
	arrangement layout.Arrangement

	countries *countries.Pane
	answers   *answers.Pane
	info      *info.Pane
	focus     layout.Slot
	overlay   *overlay // instead of the panes; nil when none is open
	notice    notice   // instead of the key hints, until the next key
	mine      mineChanges
	mouse     mouse
	outputs   outputs
	quitting  bool          // as soon as it is not busy
	offices   *offices.Pane // nil until it is first opened
}

// New returns a browser. It shows nothing until it gets a first window size.
func New(c Config) *App {
	if c.Looks == nil {
		c.Looks = NewLooks(c.Localizers, 1)
	}
	e := cmp.Or(c.Edition, c.Library.Newest())
	atlas := e.Atlas()
	a := &App{
		config:    c,
		themeName: c.Theme, background: c.Background,
		edition:   e,
		atlas:     atlas,
		age:       c.age(e),
		countries: countries.New(c.Library, e, c.Country, c.SaveMine == nil),
		answers:   answers.New(atlas.Info(), c.Library.Comparison(e)),
		notice:    c.Notice,
		info:      info.New(atlas, c.Library.Versions),
	}
	for i, loc := range c.Localizers {
		if loc.Lang() == c.Lang {
			a.localizerIndex = i
		}
	}
	a.countries.SetColumns(c.Columns)
	a.refreshLook()
	if c.Country != nil {
		a.focus = layout.Answers
		a.countries.SetTyping(false)
	}
	a.showCountry(a.countries.Country())
	a.openView(c.View)
	return a
}

// ClosingMsg says that the server will end the session, and the reason: "idle", "time"
// for a session that lasted too long, or "stopped" for a server that stops.
type ClosingMsg struct {
	Reason string
	Left   time.Duration
}

// Init returns the commands that ask for the terminal's background colour, and that open
// the fetched editions and read the user's own countries while the first frame is drawn.
func (a *App) Init() tea.Cmd {
	if a.config.Color {
		return tea.Batch(tea.RequestBackgroundColor, a.openFetched(), a.readMine())
	}
	return tea.Batch(a.openFetched(), a.readMine())
}

// Update handles a message.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.resize(msg.Width, msg.Height)
	case tea.BackgroundColorMsg:
		a.setBackground(msg.IsDark())
	case ClosingMsg:
		a.notice = notice{a.look.Localizer.Count("ui.closing."+msg.Reason, int(msg.Left.Round(time.Second)/time.Second))}
	case mineMsg:
		return a, a.handleMine(msg)
	case linkOpenedMsg:
		a.notice = a.openedNotice(msg)
	case printedMsg:
		return a, a.handlePrinted(msg)
	case writtenMsg:
		return a, a.handleWritten(msg)
	case tea.KeyPressMsg:
		a.notice, a.mouse.once = nil, false
		return a, a.handleKey(msg)
	case tea.MouseMsg:
		return a, a.handleMouse(msg)
	case tea.PasteMsg:
		a.notice = nil
		a.handlePaste(msg.Content)
	}
	return a, nil
}

// focusedPane returns the pane that gets keys: the overlay, or the pane with the
// focus.
func (a *App) focusedPane() pane.Pane {
	if a.overlay != nil {
		return a.overlay
	}
	return a.panes()[a.focus]
}

// panes returns the panes in their slots.
func (a *App) panes() [layout.NumSlots]pane.Pane {
	return [...]pane.Pane{layout.Countries: a.countries, layout.Answers: a.answers, layout.Info: a.info}
}

// handleIntent carries out an intent of a pane in the other panes; nil is none.
func (a *App) handleIntent(intent pane.Intent) {
	switch i := intent.(type) {
	case pane.CountrySelected:
		a.showCountry(i.Country)
	case pane.TopicSelected:
		a.refreshInfo()
	case pane.FocusNext:
		if a.countries.Country() != nil {
			a.setFocus(min(a.focus+1, layout.Info))
		}
	case pane.FocusPrevious:
		a.setFocus(max(a.focus-1, layout.Countries))
	case pane.EditionSelected:
		a.setEdition(i.Edition)
	case pane.FilterSet:
		a.countries.SetFilter(i.Expr)
		a.showCountry(a.countries.Country())
		a.setFocus(layout.Countries)
	case pane.OpenCountry:
		a.countries.SelectCountry(i.Country)
		a.answers.Select(topicOf(i.Feature, a.answers.Topic()))
		a.showCountry(i.Country)
		a.setFocus(layout.Answers)
	}
}

// showCountry shows the answers of c, which may be nil, and the explanation of the topic
// under their cursor.
func (a *App) showCountry(c *model.Country) {
	a.answers.ShowCountry(c)
	a.refreshInfo()
	a.refreshVerdict()
}

// refreshInfo makes the info pane explain the topic under the cursor of the answers,
// and the list show it for every country, if it shows one.
func (a *App) refreshInfo() {
	a.info.ShowTopic(a.countries.Country(), a.answers.Topic())
	a.countries.SetTopic(a.answers.Topic())
}

// setFocus moves the focus to a pane. A list that loses the focus is browsed when
// it gets it back.
func (a *App) setFocus(to layout.Slot) {
	if to != layout.Countries {
		a.countries.SetTyping(false)
	}
	a.focus = to
	a.resize(a.arrangement.Width, a.arrangement.Height)
}

// nextLanguage changes the interface to the next language.
func (a *App) nextLanguage() { a.setLanguage((a.localizerIndex + 1) % len(a.config.Localizers)) }

// setLanguage changes the language of the interface.
func (a *App) setLanguage(localizer int) {
	a.localizerIndex = localizer
	a.refreshLook()
}

// refreshLook makes the look and the bindings for the language and the colours,
// and hands the look to every pane.
func (a *App) refreshLook() {
	a.look = a.config.Looks.Look(a.localizerIndex, a.theme(), a.config.ASCII)
	a.keys = newAppKeys(a.look, keysOf(a.config))
	for _, p := range a.panes() {
		p.SetLook(a.look)
	}
	if a.overlay != nil {
		a.overlay.SetLook(a.look)
	}
	if a.outputs.line != nil {
		a.outputs.line.SetLook(a.look)
	}
	a.placeAge()
	a.refreshVerdict()
}

// placeAge shows the age of the edition in the answers where the footer has no room
// for it.
func (a *App) placeAge() {
	if _, _, aged := a.asOf(a.arrangement.Width); aged {
		a.answers.SetAge(model.Age{})
		return
	}
	a.answers.SetAge(a.age)
}

// resize lays out the panes for a screen of w by h cells.
func (a *App) resize(w, h int) {
	a.arrangement = layout.Split(w, h, a.focus)
	a.placeAge()
	for slot, p := range a.panes() {
		if r := a.arrangement.Panes[slot]; !r.IsEmpty() {
			p.Resize(r.W, r.H)
		}
	}
	a.answers.SetFocused(a.focus == layout.Answers)
	a.info.SetFocused(a.focus == layout.Info)
	if r := a.overlayRect(); a.overlay != nil {
		a.overlay.Resize(r.W, r.H)
	}
}
