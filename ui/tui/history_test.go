package tui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"voxatlas/data/library"
	"voxatlas/model"
)

// TestOverlaysFit draws every overlay and a history at a great many sizes, in every
// language, with the cursor at both ends.
func TestOverlaysFit(t *testing.T) {
	f := newFixture(t)
	for _, loc := range f.localizers {
		t.Run(string(loc.Lang()), func(t *testing.T) {
			t.Parallel()
			for _, keys := range []string{"d", "d G", "E", "E G", "G k k i", "g i"} {
				a := f.newApp(loc.Lang(), 120, 40, func(c *Config) { c.Country, c.Color = f.atlas.Country("the-united-states-u-s"), true })
				pressKeys(a, strings.Fields(keys)...)
				for w := 1; w <= 250; w += 1 + w/40 {
					h := 5 + w%35
					a.Update(tea.WindowSizeMsg{Width: w, Height: h})
					checkFits(t, a, w, h)
				}
			}
		})
	}
}

// TestChangesListsEveryChange selects the changes one by one, opens each, and
// comes back.
func TestChangesListsEveryChange(t *testing.T) {
	f := newFixture(t)
	was := f.library.Editions()[0].Atlas()
	want := map[string]bool{}
	for _, c := range model.Diff(was, f.atlas) {
		want[c.Country().Slug()+" "+c.Field.Key()] = true
	}
	a := f.newApp("en", 120, 40)
	pressKeys(a, "esc", "d", "g")
	opened := 0
	for i := range len(want) {
		pressKeys(a, "enter")
		if a.overlay != nil || a.countries.Country() == nil || len(model.DiffCountry(was.Counterpart(a.countries.Country()), a.countries.Country())) == 0 {
			t.Fatalf("change %d opens no country that changed:\n%s", i, visibleText(a))
		}
		if f := a.answers.Topic().Feature; want[a.countries.Country().Slug()+" "+f.Key()] || a.countries.Country().Differs(was.Counterpart(a.countries.Country()), f) {
			opened++
		}
		pressKeys(a, "d", "g")
		for range i + 1 {
			pressKeys(a, "j")
		}
	}
	if opened != len(want)-1 { // a printed name is no answer
		t.Errorf("%d of %d changes open their answer", opened, len(want))
	}
}

// TestMarks counts the marks of changed answers in every country and edition.
// They are there from the first frame on.
func TestMarks(t *testing.T) {
	f := newFixture(t)
	was := f.library.Editions()[0].Atlas()
	count := func(c *model.Country) (n int) {
		for _, feature := range model.Features() {
			if c.Differs(was.Counterpart(c), feature) {
				n++
			}
		}
		return n
	}
	marks := func(a *App) int { return strings.Count(visibleText(a), "✓*") + strings.Count(visibleText(a), "✗*") }
	all := 0
	for c := range f.atlas.Countries() {
		at := func(c *model.Country) func(*Config) { return func(config *Config) { config.Country = c } }
		if got, want := marks(f.newAppAlone("en", 60, 200, at(c))), count(c); got != want {
			t.Errorf("%s has %d marks, want %d", c.Slug(), got, want)
		}
		all += count(c)
		a := f.newApp("en", 60, 200, at(c))
		pressKeys(a, "E", "G", "enter")
		if a.atlas != was || a.countries.Country() != was.Counterpart(c) || marks(a) != 0 {
			t.Errorf("%s in the oldest edition:\n%s", c.Slug(), visibleText(a))
		}
	}
	if all < 84 {
		t.Errorf("%d marks in all", all)
	}
}

// TestEditionKeepsSelection chooses another edition and goes back. Query,
// country, topic, focus and language stay.
func TestEditionKeepsSelection(t *testing.T) {
	a := newFixture(t).newApp("zh-TW", 120, 40)
	pressKeys(a, "西", "down", "enter", "j", "j", "j", "t")
	before := visibleText(a)
	pressKeys(a, "E", "j", "enter")
	if visibleText(a) == before || !strings.Contains(visibleText(a), "Microsoft 文件 2021-03-23，距今 5 年 8 個月") {
		t.Errorf("no other edition:\n%s", visibleText(a))
	}
	pressKeys(a, "E", "k", "enter")
	if got := visibleText(a); got != before {
		t.Errorf("back again:\n%s\nwant\n%s", got, before)
	}
	pressKeys(a, "E", "esc", "d", "q", "E", "E", "d", "d")
	if got := visibleText(a); got != before {
		t.Errorf("overlays opened and closed:\n%s\nwant\n%s", got, before)
	}
}

// TestOwnFile shows a user's file among the editions, marked beside the edition of
// the same date.
func TestOwnFile(t *testing.T) {
	f := newFixture(t)
	mine := model.NewAtlas(f.atlas.Info(), slices.Collect(f.atlas.Countries())[1:], f.atlas.Destinations())
	a := f.newApp("en", 120, 40, func(c *Config) {
		c.Library, c.Edition = c.Library.WithOwn(mine)
	})
	for keys, want := range map[string]string{
		"esc E": "2023-01-26  shown now  your file  3 years 9 months old\n",
		"esc d": " Changes from 2023-01-26 to 2023-01-26 (your file)\n 1 change in 1 country or region: 0 gained, 0 changed, 1 lost\n\n Albania  AL\n>  lost     In Microsoft's list              Listed -> Not listed\n",
		"esc i": " History\n",
	} {
		pressKeys(a, strings.Fields(keys)...)
		if got := visibleText(a); !strings.Contains(got, want) {
			t.Errorf("%s:\n%s\nwant\n%s", keys, got, want)
		}
		pressKeys(a, "enter") // there is no such country to open
		if keys == "esc d" && a.overlay == nil {
			t.Error("a country that left is opened")
		}
		pressKeys(a, "esc", "esc")
		if keys == "esc i" {
			pressKeys(a, "i")
		}
	}
}

// TestEditionsInSight: the list of editions shows all of them on an ordinary screen, and
// the source of the one under the cursor.
func TestEditionsInSight(t *testing.T) {
	f := newFixture(t)
	f.library = library.Embedded()
	third := f.library.Dates()[len(f.library.Dates())-3]
	for _, lang := range []model.Lang{"en", "zh-TW"} {
		a := f.newApp(lang, 80, 24)
		pressKeys(a, "esc", "E", "j", "j")
		got := visibleText(a)
		for _, date := range f.library.Dates() {
			if !strings.Contains(got, date+"  ") {
				t.Errorf("%s: %s is not in sight:\n%s", lang, date, got)
			}
		}
		if n := strings.Count(got, "OfficeDocs-SkypeForBusiness"); n != 1 || !strings.Contains(got, ">"+third) {
			t.Errorf("%s: %d sources:\n%s", lang, n, got)
		}
	}
}
