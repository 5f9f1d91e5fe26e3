package countries

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// listed returns the rows of a pane in the form of the oracle. It leaves out the heading
// of guesses.
func listed(p *Pane) []string {
	words := map[heading]string{mineHeading: "mine", othersHeading: "others", conditionHeading: "condition", unreadHeading: "unread", failsHeading: "fails", hiddenHeading: "hidden"}
	var list []string
	for _, r := range p.rows {
		switch {
		case r.country != nil:
			list = append(list, r.country.ISO2())
		case r.heading != guessHeading:
			list = append(list, words[r.heading])
		}
	}
	return list
}

func press(name string) tea.KeyPressMsg {
	codes := map[string]rune{"esc": tea.KeyEscape, "enter": tea.KeyEnter, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "left": tea.KeyLeft}
	switch {
	case codes[name] != 0:
		return tea.KeyPressMsg{Code: codes[name]}
	case name == "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	case name == "ctrl+u":
		return tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

// checkPane compares a list with its oracle.
func checkPane(t *rapid.T, p *Pane, o *oracle) {
	if got, want := listed(p), o.rows(); !slices.Equal(got, want) {
		t.Fatalf("listed %v\nwant %v\nof %+v", got, want, *o)
	}
	expr, _ := o.parse(o.inForce)
	if got := p.Filter(); o.inForce == "" && got != "" || o.inForce != "" && got != expr.String() {
		t.Fatalf("the filter is %q, want %q", got, o.inForce)
	}
	var marked []string
	for _, c := range p.Marked() {
		if p.atlas.Counterpart(c) != c {
			t.Fatalf("%s is marked in another edition", c.ISO2())
		}
		marked = append(marked, c.ISO2())
	}
	if want := slices.DeleteFunc(slices.Clone(o.marked), func(code string) bool { return !hasCode(p.atlas, code) }); !slices.Equal(marked, want) {
		t.Fatalf("marked %v, want %v", marked, want)
	}
	if (p.Country() == nil) != !slices.ContainsFunc(p.rows, func(r countryRow) bool { return r.country != nil }) {
		t.Fatalf("the cursor stands on %v of %v", p.Country(), listed(p))
	}
	view := p.View()
	if len(view) != p.h {
		t.Fatalf("%d lines, want %d", len(view), p.h)
	}
	for _, l := range view {
		if text.Width(l) > p.w {
			t.Fatalf("%q is wider than %d", l, p.w)
		}
	}
	if c := p.Cursor(); c.X < 0 || c.X >= p.w || c.Y < 0 || c.Y >= p.h || !p.typing && p.cursor >= 0 && p.listHeight() > 0 && c.Kind != pane.RowCursor {
		t.Fatalf("the cursor is at %+v", c)
	}
}

func hasCode(a *model.Atlas, code string) bool {
	for c := range a.Countries() {
		if c.ISO2() == code {
			return true
		}
	}
	return false
}

// TestListAgreesWithOracle searches, filters, sorts and marks in any order, in every
// language, both editions and many sizes.
func TestListAgreesWithOracle(t *testing.T) {
	lib := library.Of("2021-03-23", "2023-01-26")
	looks := pane.NewLooks(say.Localizers(), 64)
	rapid.Check(t, func(t *rapid.T) {
		o := &oracle{lib: lib, edition: lib.Newest(), lang: "en", mode: "search", topic: model.ConferencingPurchase}
		p := New(lib, o.edition, nil, false)
		p.SetLook(looks.Look(0, text.ThemeOf(text.ThemeDark, 0, text.ManyColors), false))
		p.Resize(28, 20)
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			step(t, p, o, looks)
			checkPane(t, p, o)
		}
	})
}

// step does something to the list and to its oracle.
func step(t *rapid.T, p *Pane, o *oracle, looks *pane.Looks) {
	switch rapid.SampledFrom([]string{"text", "text", "text", "key", "key", "key", "line", "line", "toggle", "toggle", "look", "edition", "size", "mine", "filter", "select"}).Draw(t, "step") {
	case "text":
		stepText(t, p, o)
	case "key":
		stepKey(t, p, o)
	case "line":
		if rapid.Bool().Draw(t, "filter line") {
			p.StartFilter()
			o.mode = "filter"
		} else {
			p.SetTyping(true)
			o.fresh = o.fresh || o.mode != "search"
			o.mode = "search"
		}
	case "toggle":
		stepToggle(t, p, o)
	case "look":
		i := rapid.IntRange(0, len(say.Localizers())-1).Draw(t, "language")
		p.SetLook(looks.Look(i, text.ThemeOf(text.ThemeDark, 0, text.ManyColors), rapid.Bool().Draw(t, "ascii")))
		o.lang = p.look.Localizer.Lang()
	case "edition":
		o.edition = rapid.SampledFrom(o.lib.Editions()).Draw(t, "edition")
		p.SetEdition(o.edition)
		o.renew()
	case "size":
		p.Resize(rapid.IntRange(20, 60).Draw(t, "w"), rapid.IntRange(3, 45).Draw(t, "h"))
	case "mine":
		o.mine = rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"TW", "JP", "US", "ZZ"}), 0, 3, rapid.ID[string]).Draw(t, "mine")
		p.SetMine(o.mine)
		o.renew()
	case "filter":
		o.typed = rapid.SampledFrom([]string{"cp", "tollfree !cp", "nonsense", ""}).Draw(t, "expression")
		p.SetFilter(o.typed)
		o.typeFilter()
	case "select":
		c := rapid.SampledFrom(slices.Collect(p.atlas.Countries())).Draw(t, "country")
		p.SelectCountry(c)
		o.mode, o.query, o.fresh = "browse", "", false
		if expr, _ := o.parse(o.inForce); o.inForce != "" && expr.Judge(c).Verdict < query.Conditional {
			o.failing = true
		}
		if p.Country() != c {
			t.Fatalf("the cursor stands on %v, not on %s", p.Country(), c.ISO2())
		}
	}
}

func stepText(t *rapid.T, p *Pane, o *oracle) {
	if o.mode == "filter" {
		s := rapid.SampledFrom([]string{"cp", " tollfree", " !toll", "|ac", " zz", "region:eu", "mine", " changed", ":yes", "callme"}).Draw(t, "expression")
		p.Paste(s)
		o.typed += s
		o.typeFilter()
		return
	}
	s := rapid.SampledFrom([]string{"tai", "united", "x", "a", "台", "886", "zzzz"}).Draw(t, "query")
	p.Paste(s)
	if o.fresh || o.mode == "browse" {
		o.query = ""
	}
	o.query, o.mode, o.fresh = o.query+s, "search", false
}

func stepKey(t *rapid.T, p *Pane, o *oracle) {
	k := rapid.SampledFrom([]string{"esc", "enter", "ctrl+u", "space", "down", "up", "pgdown", "pgup"}).Draw(t, "key")
	at := p.Country()
	if k == "space" && o.mode != "browse" || k == "enter" && p.filter != nil && p.filter.choice != noChoice {
		return // text, or the choice of a proposal
	}
	_, bad := o.parse(o.typed)
	bad = !bad && strings.TrimSpace(o.typed) != ""
	p.HandleKey(press(k))
	switch {
	case k == "space" && at != nil:
		o.marked = toggle(o.marked, at.ISO2())
	case o.mode == "filter" && k == "enter" && !bad:
		o.mode = "browse"
	case o.mode == "filter" && k == "esc" && o.typed == "":
		o.mode = "browse"
	case o.mode == "filter" && (k == "esc" || k == "ctrl+u"):
		o.typed = ""
		o.typeFilter()
	case o.mode == "search" && k == "esc" && o.query == "":
		o.mode = "browse"
	case o.mode == "search" && (k == "esc" || k == "ctrl+u"):
		o.query, o.fresh = "", false
	case o.mode == "browse" && k == "esc" && o.query != "":
		o.query = ""
	case o.mode == "browse" && k == "esc":
		o.typed = ""
		o.typeFilter()
	}
}

func stepToggle(t *rapid.T, p *Pane, o *oracle) {
	switch rapid.SampledFrom([]string{"x", "v", "s", "topic"}).Draw(t, "toggle") {
	case "x":
		if p.ToggleFailing() {
			o.failing = !o.failing
		}
	case "v":
		p.ToggleColumn()
		o.column = !o.column
	case "s":
		p.ToggleSort()
		if o.sort == o.topic {
			o.sort = 0
		} else {
			o.sort = o.topic
		}
	case "topic":
		o.topic = rapid.SampledFrom(model.Features()).Draw(t, "topic")
		p.SetTopic(model.Topic{Feature: o.topic})
	}
}

// toggle returns codes with code at its end, or without it.
func toggle(codes []string, code string) []string {
	if i := slices.Index(codes, code); i >= 0 {
		return slices.Delete(slices.Clone(codes), i, i+1)
	}
	return append(slices.Clone(codes), code)
}
