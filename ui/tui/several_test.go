package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"voxatlas/model"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/layout"
)

// place returns the country and the answer under the cursor of the open view.
func (a *App) place() string {
	v := a.overlay.view()
	if v == nil {
		return "no view"
	}
	c, f := v.Current()
	return c.Slug() + " " + f.Short()
}

// depth returns the number of overlays that are open.
func (a *App) depth() int {
	n := 0
	for o := a.overlay; o != nil; o = o.under {
		n++
	}
	return n
}

// TestViewsOpenOverEachOther opens views, help and editions over each other, and goes
// back.
func TestViewsOpenOverEachOther(t *testing.T) {
	f := newFixture(t)
	a := f.newApp("en", 120, 40, func(c *Config) { c.Country = f.atlas.Country("japan") })
	for _, step := range []struct {
		keys, place string
		depth       int
	}{
		{"m", "japan ac", 1}, {"l j space", "jordan auto", 1}, {"j space c", "kazakhstan auto", 2}, {"h", "jordan auto", 2}, {"m", "kazakhstan auto", 1},
		{"c j", "kazakhstan callme", 2}, {"?", "no view", 3}, {"esc", "kazakhstan callme", 2}, {"E", "no view", 3}, {"j enter", "kazakhstan callme", 2},
		{"esc", "kazakhstan auto", 1}, {"d", "no view", 2}, {"F1", "no view", 3}, {"F9", "no view", 4}, {"F1 F9 F1", "no view", 3}, {"esc", "no view", 2},
		{"esc c enter", "no view", 0},
	} {
		pressKeys(a, strings.Fields(step.keys)...)
		if got := a.place(); got != step.place || a.depth() != step.depth {
			t.Fatalf("after %s: %s in %d overlays, want %s in %d:\n%s", step.keys, got, a.depth(), step.place, step.depth, visibleText(a))
		}
	}
	if a.focus != layout.Answers || a.countries.Country().Slug() != "kazakhstan" || a.atlas.Info().Date != "2021-03-23" {
		t.Errorf("enter shows pane %d, %s of %s", a.focus, a.countries.Country().Slug(), a.atlas.Info().Date)
	}
}

// TestViewsKeepTheirCursor changes size, language, edition, colours and order: the cursor
// stays on its country and answer.
func TestViewsKeepTheirCursor(t *testing.T) {
	f := newFixture(t)
	for _, keys := range []string{"m l l l", "m space j space j space c l l j j j"} {
		a := f.newApp("en", 120, 40, func(c *Config) { c.Country, c.Color = f.atlas.Country("taiwan"), true })
		pressKeys(a, strings.Fields(keys)...)
		want := a.place()
		check := func(change string) {
			if got := a.place(); got != want {
				t.Errorf("%s: after another %s the cursor is on %s, not %s", keys, change, got, want)
			}
		}
		for _, w := range []int{40, 20, 250, 60} {
			a.Update(tea.WindowSizeMsg{Width: w, Height: 12})
			check("size")
		}
		pressKeys(a, "F2")
		check("language")
		a.Update(tea.BackgroundColorMsg{Color: white{}})
		check("background")
		a.setEdition(f.library.Editions()[0])
		check("edition")
		a.setEdition(f.library.Newest())
		pressKeys(a, "s", "s")
		if strings.HasPrefix(keys, "m l") {
			pressKeys(a, "/", "台", "灣", "enter", "esc")
		}
		check("order")
	}
}

// TestViewsOnLightBackgrounds draws the views for light and dark backgrounds: they have
// other colours and the same text.
func TestViewsOnLightBackgrounds(t *testing.T) {
	f := newFixture(t)
	for _, keys := range []string{"m", "m space j space c"} {
		a := f.newApp("zh-TW", 80, 24, func(c *Config) { c.Country, c.Color = f.atlas.Country("taiwan"), true })
		pressKeys(a, strings.Fields(keys)...)
		dark, words := strings.Join(frameRows(a.Frame()), "\n"), visibleText(a)
		a.Update(tea.BackgroundColorMsg{Color: white{}})
		if light := strings.Join(frameRows(a.Frame()), "\n"); light == dark || visibleText(a) != words || text.Width(light) != text.Width(dark) {
			t.Errorf("%s: a light background changes the text, or no colour", keys)
		}
	}
}

// TestComparedCountries compares the marked countries, else the first six of the filter,
// else the one under the cursor.
func TestComparedCountries(t *testing.T) {
	f := newFixture(t)
	for _, tt := range []struct{ filter, keys, want string }{
		{"", "c", "1"}, {"", "m space c", "1"}, {"", "m space j c", "2"}, {"", "m space j space j space c", "3"}, {"", "m space j space j space c space", "2"},
		{"cp", "c", "6"}, {"cp", "m space c", "6"}, {"cp", "m space j c", "2"}, {"name:tw", "c", "1"}, {"name:nowhere", "c", "0"}, {"", "m space j space c space space", "0"},
		{"", "m / j o r d enter space / K E enter space c", "2"}, {"", "m / t w enter space n / 日 本 enter space c", "2"},
	} {
		a := f.newApp("en", 120, 40, func(c *Config) { c.Country = f.atlas.Country("japan") })
		a.countries.SetFilter(tt.filter)
		pressKeys(a, strings.Fields(tt.keys)...)
		if title := a.overlay.Title(); title != "Compare "+tt.want {
			t.Errorf("filter %q, %s: %q, want %s countries", tt.filter, tt.keys, title, tt.want)
		}
		checkFits(t, a, 120, 40)
	}
}

// TestSortedTable sorts the table by every answer: no state stands above a better one.
func TestSortedTable(t *testing.T) {
	a := newFixture(t).newApp("en", 120, 40)
	pressKeys(a, "esc", "m", "g")
	rank := map[model.State]int{}
	for i, s := range model.States() {
		rank[s] = i
	}
	for _, feature := range model.Features() {
		pressKeys(a, "s")
		best := 0
		for range a.atlas.Len() {
			c, f := a.overlay.view().Current()
			if f != feature {
				t.Fatalf("the cursor is on %s, not %s", f, feature)
			}
			if r := rank[c.Answer(f).State]; r < best {
				t.Errorf("%s: %s has %s below a worse state", f, c.Slug(), c.Answer(f).State)
			} else {
				best = r
			}
			pressKeys(a, "down")
		}
		pressKeys(a, "s", "g", "right")
	}
}

// TestCommandsOfViews asks for the command that prints a view.
func TestCommandsOfViews(t *testing.T) {
	f := newFixture(t)
	for _, tt := range []struct{ filter, keys, want string }{
		{"", "m", "table"}, {"", "m l s", "table --sort auto"}, {"cp !tollfree", "m", "table --where 'cp -tollfree'"},
		{"cp", "m space j space esc m", "table jp mx"}, {"", "c", "show japan"}, {"", "m space j space c", "compare jp jo"}, {"", "m space j space c =", "compare jp jo --diff"},
		{"name:nowhere", "c", "list"},
	} {
		a := f.newApp("en", 120, 40, func(c *Config) { c.Country = f.atlas.Country("japan") })
		a.countries.SetFilter(tt.filter)
		pressKeys(a, strings.Fields(tt.keys)...)
		if got := a.viewCommand(a.overlay).Words(); got != tt.want {
			t.Errorf("filter %q, %s: %s, want %s", tt.filter, tt.keys, got, tt.want)
		}
	}
}

// TestEveryViewFits draws the views over several countries at many sizes: of all
// countries, of those of a filter, and of marked ones.
func TestEveryViewFits(t *testing.T) {
	f := newFixture(t)
	for _, loc := range f.localizers {
		for _, keys := range []string{"m l", "m s G", "c", "m / a", "m g space j space j space j space c l", "m g space j space j space c = G", "m 5 j space j space j space esc m"} {
			t.Run(string(loc.Lang())+"/"+keys, func(t *testing.T) {
				t.Parallel()
				a := f.newApp(loc.Lang(), 80, 24, func(c *Config) { c.Country, c.Color = f.atlas.Country("australia"), true })
				if strings.HasPrefix(keys, "m s") {
					a.countries.SetFilter("tollfree")
				}
				pressKeys(a, strings.Fields(keys)...)
				for w := 1; w <= 260; w++ {
					h := 5 + []int{w % 9, w % 40}[w%2]
					a.Update(tea.WindowSizeMsg{Width: w, Height: h})
					checkFits(t, a, w, h)
				}
			})
		}
	}
}

// TestChangesOfCompared: over a comparison the changes are those of its countries, and so
// is the command that prints them; without a comparison they are all.
func TestChangesOfCompared(t *testing.T) {
	f := newFixture(t)
	a := f.newApp("en", 120, 40)
	pressKeys(a, "esc", "f", "n", "a", "m", "e", ":", "c", "r", "o", "a", "t", "i", "a", "|", "n", "a", "m", "e", ":", "t", "a", "i", "w", "a", "n", "enter", "c", "d")
	got := visibleText(a)
	if !strings.Contains(got, "in 1 country") || !strings.Contains(got, "Nothing changed: Taiwan") || strings.Contains(got, "Estonia") {
		t.Errorf("over the comparison:\n%s", got)
	}
	if command := a.viewCommand(a.overlay).Words(); command != "changes hr tw" {
		t.Errorf("the command is %s", command)
	}
	if pressKeys(a, "esc", "esc", "d"); !strings.Contains(visibleText(a), "Estonia") {
		t.Errorf("over the list:\n%s", visibleText(a))
	}
}
