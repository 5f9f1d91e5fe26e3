package tui

import (
	"strings"
	"testing"

	"voxatlas/assets"
	"voxatlas/data/offices"
	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/commandline"
	"voxatlas/ui/rollout"
)

// withRollout makes the browser open with a list of offices, of which some are in doubt.
func withRollout(f fixture, c *Config) {
	const list = "Site,Country,City,Users,Need\nHQ,Taiwan,Taipei,120,cp tollfree\nA very long name of an office in the north,Germany,Berlin,80,cp\n" +
		"東京分公司,Japan,東京,\"1,000\",cp\nOps,,Hamilton,12,cp\nPlant,Libya,,5,\nLab,France,Lyon,,cp:maybe\nSales,Spain,Madrid,3,\n"
	e := f.library.Newest()
	env := f.library.QueryEnv(e)
	l := rollout.New(rollout.Config{
		Locator:  offices.NewLocator(e.Atlas(), e.Index(), "en", func(city string) []string { return env.FindCity(city).Countries }),
		FindCity: env.FindCity,
		Parse:    func(expr string) (query.Expr, error) { return query.Parse(expr, env) },
	})
	for o, err := range offices.Of(offices.TextRows(strings.NewReader(list))) {
		if err != nil {
			panic(err) // the list is ours
		}
		l.Add(o)
	}
	l.Judge()
	c.Offices, c.View = l, commandline.Command{Name: commandline.Rollout, List: "my offices.csv"}
}

// TestEveryOfficeFits shows the list of offices at many sizes, in every language.
func TestEveryOfficeFits(t *testing.T) {
	f := newFixture(t)
	for _, lang := range assets.Langs() {
		for w := 20; w < 160; w += 7 {
			a := f.newApp(model.Lang(lang), w, 24, func(c *Config) { withRollout(f, c) })
			for range 8 {
				checkFits(t, a, w, 24)
				pressKeys(a, "j")
			}
		}
	}
}

// TestOfficesOpenCountries: enter opens the country of an office, at the answer that
// decides, in the edition shown; O leads back to the office. An office in doubt opens none.
func TestOfficesOpenCountries(t *testing.T) {
	f := newFixture(t)
	a := f.newApp("en", 100, 30, func(c *Config) { withRollout(f, c) })
	pressKeys(a, "j", "j", "enter")
	if got := a.countries.Country(); a.overlay != nil || got.ISO2() != "JP" || a.answers.Topic().Feature != model.CallingPlansPurchase {
		t.Fatalf("opened %v, %v", got, a.answers.Topic())
	}
	pressKeys(a, "O")
	if a.overlay == nil || !strings.Contains(visibleText(a), ">東京分公司") {
		t.Fatalf("O does not lead back:\n%s", visibleText(a))
	}
	for range 2 { // in doubt, not listed
		if pressKeys(a, "j", "enter"); a.overlay == nil {
			t.Fatalf("opened:\n%s", visibleText(a))
		}
	}
	pressKeys(a, "esc", "E", "j", "enter", "O", "k", "k", "enter")
	if c := a.countries.Country(); a.overlay != nil || c.ISO2() != "JP" || a.atlas.Counterpart(c) != c {
		t.Fatalf("in another edition it opens %v", c)
	}
}

// TestOfficesOutputs copies and writes the list and the country of an office, in the edition
// that the list was judged by.
func TestOfficesOutputs(t *testing.T) {
	f := newFixture(t)
	for keys, want := range map[string]string{
		"Y enter":                     "rollout 'my offices.csv' --format tsv",
		"Y down enter":                "rollout 'my offices.csv' --format md",
		"Y right enter":               "show taiwan --brief --format text",
		"w enter":                     "rollout 'my offices.csv' to offices-voice.xlsx",
		"esc esc E j enter O Y enter": "rollout 'my offices.csv' --format tsv",
		"j j j Y right":               "", // in doubt: only the list
	} {
		got := ""
		a := f.newApp("en", 120, 40, func(c *Config) {
			withRollout(f, c)
			record := func(o commandline.Output, rest string) {
				if o.Edition != f.library.Newest() && o.View.Name == commandline.Rollout {
					t.Errorf("%s: edition %s", keys, o.Edition.Date)
				}
				got = strings.Replace(commandline.Join(o.Args()), " --lang en --color never", "", 1) + rest
			}
			c.Print = func(o commandline.Output) (string, error) { record(o, ""); return "x", nil }
			c.Write = func(o commandline.Output, file string, _ bool) error { record(o, " to "+file); return nil }
		})
		for _, k := range strings.Fields(keys) {
			if _, cmd := a.Update(keyMsg(k)); cmd != nil && k == "enter" {
				cmd()
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q\n%s", keys, got, want, footerOf(a))
		}
	}
}

// TestNoOffices: without a list there is no key and no command for it.
func TestNoOffices(t *testing.T) {
	a := newFixture(t).newApp("en", 100, 30)
	pressKeys(a, "esc", "O")
	if a.overlay != nil {
		t.Fatal("O opens something")
	}
	pressKeys(a, ":")
	if text := visibleText(a); strings.Contains(text, "offices") {
		t.Fatal(text)
	}
}
