package rows_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
)

// editions returns the editions that the tests are about.
func editions() []*library.Edition { return library.Of("2021-03-23", "2023-01-26").Editions() }

// drawCountries draws countries of an edition, in any order.
func drawCountries(t *rapid.T, least int) []*model.Country {
	e := rapid.SampledFrom(editions()).Draw(t, "edition")
	all := slices.Collect(e.Atlas().Countries())
	return rapid.SliceOfNDistinct(rapid.SampledFrom(all), least, -1, (*model.Country).ISO2).Draw(t, "countries")
}

// drawFeatures draws features, in any order.
func drawFeatures(t *rapid.T) []model.Feature {
	return rapid.SliceOfNDistinct(rapid.SampledFrom(model.Features()), 1, -1, rapid.ID).Draw(t, "features")
}

// TestCells checks that every cell has the state of its answer and all of its notes,
// and that notes are numbered once, in the order of the view.
func TestCells(t *testing.T) {
	loc := say.Localizers()[0]
	rapid.Check(t, func(t *rapid.T) {
		countries, features := drawCountries(t, 1), drawFeatures(t)
		order := rapid.SampledFrom([]rows.Order{rows.CountriesDown, rows.FeaturesDown}).Draw(t, "order")
		answers := rows.NewAnswers(countries, features, order)
		var used []int // in the order of the view
		for n := range len(countries) * len(features) {
			i, j := n/len(features), n%len(features)
			if order == rows.FeaturesDown {
				i, j = n%len(countries), n/len(countries)
			}
			cell := answers.Cell(i, j)
			if cell.Country != countries[i] || cell.Feature != features[j] || cell.State != countries[i].Answer(features[j]).State {
				t.Fatalf("cell %d, %d: %s %s %s", i, j, cell.Country.ISO2(), cell.Feature, cell.State)
			}
			if got, want := noteTexts(loc, answers, cell), wantNotes(loc, cell); !slices.Equal(got, want) || !slices.IsSorted(cell.Notes) {
				t.Fatalf("%s %s: notes %q, want %q", cell.Country.ISO2(), cell.Feature, got, want)
			}
			for _, number := range cell.Notes {
				if !slices.Contains(used, number) {
					used = append(used, number)
				}
			}
		}
		if len(used) != len(answers.Notes()) || !slices.IsSorted(used) {
			t.Fatalf("notes are first used in the order %v of %d", used, len(answers.Notes()))
		}
	})
}

// noteTexts lists the notes of a cell, sorted.
func noteTexts(loc say.Localizer, answers *rows.Answers, cell rows.Cell) []string {
	var texts []string
	for _, n := range cell.Notes {
		texts = append(texts, answers.Notes()[n-1].In(loc).Text)
	}
	slices.Sort(texts)
	return texts
}

// wantNotes lists the notes that the answer of a cell must have, sorted: conditions that limit
// it and do not only repeat its state, warnings, and later notes about the country that
// change the answer.
func wantNotes(loc say.Localizer, cell rows.Cell) []string {
	var texts []string
	for k := range cell.Country.Answer(cell.Feature).Conditions.Values() {
		if model.LimitingNotes()[k.Key] && !say.Restates(k.Key) {
			texts = append(texts, loc.Condition(k).Text)
		}
	}
	for w := range cell.Country.Warnings().Values() {
		if w.Concerns(cell.Feature) {
			texts = append(texts, loc.Warning(cell.Country, w).Text)
		}
	}
	for n := range cell.Country.Later().Values() {
		if n.Concerns(cell.Feature) && n.Changes() && !n.General {
			texts = append(texts, loc.LaterNote(n).Text)
		}
	}
	slices.Sort(texts)
	return texts
}

// TestNotesDiffer checks that no text of a note stands twice.
func TestNotesDiffer(t *testing.T) {
	for _, e := range editions() {
		answers := rows.NewAnswers(slices.Collect(e.Atlas().Countries()), model.Features(), rows.CountriesDown)
		for _, loc := range say.Localizers() {
			seen := map[string]int{}
			for i, note := range answers.Notes() {
				text := note.In(loc).Text
				if before, ok := seen[text]; ok || text == "" {
					t.Errorf("%s, %s: notes %d and %d are %q", e.Date, loc.Lang(), before, i+1, text)
				}
				seen[text] = i + 1
			}
		}
	}
}

// TestDiffering compares the features that differ with the words of the cells, in every
// language.
func TestDiffering(t *testing.T) {
	localizers := say.Localizers()
	rapid.Check(t, func(t *rapid.T) {
		countries, features := drawCountries(t, 1), drawFeatures(t)
		answers := rows.NewAnswers(countries[:min(len(countries), 4)], features, rows.FeaturesDown)
		loc := rapid.SampledFrom(localizers).Draw(t, "language")
		var want []model.Feature
		for j, f := range features {
			for i := range answers.Countries {
				if answers.Cell(i, j).Text(loc, rows.FullForm, false) != answers.Cell(0, j).Text(loc, rows.FullForm, false) {
					want = append(want, f)
					break
				}
			}
		}
		if got := answers.Differing(); !slices.Equal(got, want) {
			t.Fatalf("%v differ, want %v", got, want)
		}
	})
}

// TestForms checks that every form of a cell begins with the mark of its state, that
// later forms are not shorter, and that letters tell all states apart.
func TestForms(t *testing.T) {
	letters := map[string]model.State{}
	for _, s := range model.States() {
		if other, ok := letters[say.Letter(s)]; ok {
			t.Errorf("%s and %s have the letter %s", s, other, say.Letter(s))
		}
		letters[say.Letter(s)] = s
	}
	for _, e := range editions() {
		answers := rows.NewAnswers(slices.Collect(e.Atlas().Countries()), model.Features(), rows.CountriesDown)
		for n := range len(answers.Countries) * model.NumFeatures {
			cell := answers.Cell(n/model.NumFeatures, n%model.NumFeatures)
			for _, loc := range say.Localizers() {
				for _, ascii := range []bool{false, true} {
					checkForms(t, cell, loc, ascii)
				}
			}
		}
	}
}

func checkForms(t *testing.T, cell rows.Cell, loc say.Localizer, ascii bool) {
	t.Helper()
	before := ""
	for _, form := range []rows.Form{rows.MarkForm, rows.LetterForm, rows.WordForm, rows.FullForm} {
		s := cell.Text(loc, form, ascii)
		if !strings.HasPrefix(s, say.Mark(cell.State, ascii)) || len(s) < len(before) && form != rows.WordForm {
			t.Errorf("%s %s: %q after %q", cell.Country.ISO2(), cell.Feature, s, before)
		}
		before = s
	}
}

// TestCellTexts has cells of each kind in every form.
func TestCellTexts(t *testing.T) {
	e := library.Of("2021-03-23", "2023-01-26").Edition("2023-01-26")
	for _, c := range []struct {
		slug    string
		feature model.Feature
		want    string
	}{
		{"taiwan", model.TollNumbers, "✓ | ✓Y | ✓ Available | ✓ Available (1 city)"},
		{"taiwan", model.TollFreeNumbers, "✓1 | ✓Y1 | ✓ Available [1] | ✓ Available [1]"},
		{"the-united-states-u-s", model.Minutes, "✓1,2,3 | ✓Y1,2,3 | ✓ 3,000 [1,2,3] | ✓ Available (3,000 minutes) [1,2,3]"},
		{"the-united-states-u-s", model.OutboundCalls, "✓1 | ✓Y1 | ✓ 196 [1] | ✓ Available (196 countries and regions) [1]"},
		{"japan", model.OutboundCalls, "&1 | &P1 | & Via partner [1] | & Via partner (SoftBank) [1]"},
		{"taiwan", model.Minutes, "- | - | - Not applicable | - Not applicable"},
	} {
		answers := rows.NewAnswers([]*model.Country{e.Atlas().Country(c.slug)}, []model.Feature{c.feature}, rows.CountriesDown)
		var forms []string
		for _, form := range []rows.Form{rows.MarkForm, rows.LetterForm, rows.WordForm, rows.FullForm} {
			forms = append(forms, answers.Cell(0, 0).Text(say.Localizers()[0], form, false))
		}
		if got := strings.Join(forms, " | "); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.slug, c.feature, got, c.want)
		}
	}
}

// TestJudge checks that every country is in the group of its verdict, in order.
func TestJudge(t *testing.T) {
	lib := library.Of("2021-03-23", "2023-01-26")
	e := lib.Newest()
	for _, text := range []string{"cp", "!auto", "plan>=1200 toll", "region:eu|tollfree:no"} {
		expr, err := query.Parse(text, lib.QueryEnv(e))
		if err != nil {
			t.Fatal(err)
		}
		groups, n := rows.Judge(e.Atlas().Countries(), expr), 0
		for v := query.Fails; v <= query.Meets; v++ {
			i := 0
			for c := range e.Atlas().Countries() {
				if expr.Judge(c).Verdict != v {
					continue
				}
				if group := groups.Of(v); i == len(group) || group[i].Country != c || group[i].Result.Verdict != v {
					t.Fatalf("%s: %s: %s is not at %d", text, v, c.ISO2(), i)
				}
				i, n = i+1, n+1
			}
		}
		if met := groups.Countries(); n != e.Atlas().Len() || len(met) != len(groups.Meets)+len(groups.Conditional) || len(groups.Meets) > 0 && met[0] != groups.Meets[0].Country {
			t.Errorf("%s: %d countries, %d met", text, n, len(met))
		}
	}
}

// TestUnread compares answers of which some could not be read: they differ from none, and
// are not known to be equal to any.
func TestUnread(t *testing.T) {
	yes, no, unread := model.Answer{State: model.Yes}, model.Answer{State: model.No}, model.Answer{Unread: "?!"}
	for _, tt := range []struct {
		answers            []model.Answer
		differing, unequal bool
	}{
		{[]model.Answer{yes, yes}, false, false}, {[]model.Answer{yes, no}, true, true}, {[]model.Answer{yes, unread}, false, true},
		{[]model.Answer{unread, unread}, false, true}, {[]model.Answer{unread, yes, no}, true, true}, {[]model.Answer{unread}, false, false},
	} {
		var countries []*model.Country
		for _, a := range tt.answers {
			countries = append(countries, model.NewCountry(model.Record{Answers: map[model.Feature]model.Answer{model.Voicemail: a}}))
		}
		answers := rows.NewAnswers(countries, []model.Feature{model.Voicemail}, rows.FeaturesDown)
		if got := len(answers.Differing()) > 0; got != tt.differing {
			t.Errorf("%v: differing %v", tt.answers, got)
		}
		if got := len(answers.Unequal()) > 0; got != tt.unequal {
			t.Errorf("%v: unequal %v", tt.answers, got)
		}
	}
}
