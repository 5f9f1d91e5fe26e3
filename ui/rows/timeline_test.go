package rows_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"voxatlas/model"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
)

// tollVersions returns a version for each answer about toll numbers, of the years from
// 2001; nil for an edition that does not list the country.
func tollVersions(answers ...*model.Answer) []model.Version {
	var list []model.Version
	for i, a := range answers {
		v := model.Version{Date: fmt.Sprint(2001 + i)}
		if a != nil {
			v.Country = model.NewCountry(model.Record{Slug: "x", ISO2: "XX", Answers: map[model.Feature]model.Answer{model.TollNumbers: *a}})
		}
		list = append(list, v)
	}
	return list
}

func localizer(t *testing.T, lang model.Lang) say.Localizer {
	t.Helper()
	for _, loc := range say.Localizers() {
		if loc.Lang() == lang {
			return loc
		}
	}
	t.Fatal(lang)
	return say.Localizer{}
}

// TestTimelineWords tells since when an answer holds, in both languages.
func TestTimelineWords(t *testing.T) {
	yes, no, unread := &model.Answer{State: model.Yes}, &model.Answer{State: model.No}, &model.Answer{Unread: "Soon"}
	riga := &model.Answer{State: model.Yes, Cities: model.ListOf(model.City{Names: model.NamesOf(map[model.Lang]string{"en": "Riga", "zh-TW": "里加"})})}
	for _, tt := range []struct {
		answers []*model.Answer
		en, zh  string
	}{
		{[]*model.Answer{yes, yes}, "unchanged since 2001: Available", "2001 起未變: 可用"},
		{[]*model.Answer{no, yes, riga}, "since 2003: Available (1 city) +Riga | before, since 2002: Available | before, at least since 2001: Not available",
			"自 2003 起: 可用（1 個城市） +里加 | 先前自 2002 起: 可用 | 先前至少自 2001 起: 不提供"},
		{[]*model.Answer{riga, yes}, "since 2002: Available -Riga | before, at least since 2001: Available (1 city)", "自 2002 起: 可用 -里加 | 先前至少自 2001 起: 可用（1 個城市）"},
		{[]*model.Answer{nil, yes, unread, yes}, "since 2002: Available (not read in 2003) | before: Not listed", "自 2002 起: 可用 (2003 無法判讀) | 先前: 不在清單內"},
		{[]*model.Answer{yes, nil, yes}, "since 2003: Available | before, since 2002: Not listed | before, at least since 2001: Available",
			"自 2003 起: 可用 | 先前自 2002 起: 不在清單內 | 先前至少自 2001 起: 可用"},
		{[]*model.Answer{unread, unread}, "in all editions since 2001: Not read", "自 2001 起的各資料版本: 無法判讀"},
		{[]*model.Answer{unread, yes}, "unchanged since 2002: Available (not read in 2001)", "2002 起未變: 可用 (2001 無法判讀)"},
	} {
		for lang, want := range map[model.Lang]string{"en": tt.en, "zh-TW": tt.zh} {
			timeline := rows.Timelines(localizer(t, lang), tollVersions(tt.answers...), model.Field(model.TollNumbers))[0]
			var parts []string
			for _, p := range timeline.Periods {
				text := p.When + ": " + p.Words
				for _, item := range p.Added {
					text += " +" + item
				}
				for _, item := range p.Removed {
					text += " -" + item
				}
				if p.Unread != "" {
					text += " (" + p.Unread + ")"
				}
				parts = append(parts, text)
			}
			if got := strings.Join(parts, " | "); got != want {
				t.Errorf("%s: %s, want %s", lang, got, want)
			}
		}
	}
}

// TestOwnVersion marks the edition of a user's own file.
func TestOwnVersion(t *testing.T) {
	versions := tollVersions(&model.Answer{State: model.No}, &model.Answer{State: model.Yes})
	versions[1].Own = true
	for lang, want := range map[model.Lang]string{"en": "since 2002 (your file)", "zh-TW": "自 2002（自備的檔案）起"} {
		if got := rows.Timelines(localizer(t, lang), versions, model.Field(model.TollNumbers))[0].Periods[0].When; got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestEveryPeriodIsToldApart: in every language two periods that follow each other have
// different words, or items that were added or removed.
func TestEveryPeriodIsToldApart(t *testing.T) {
	localizers := say.Localizers()
	rapid.Check(t, func(r *rapid.T) {
		versions := tollVersions(rapid.SliceOfN(rapid.Custom(drawTollAnswer), 2, 5).Draw(r, "answers")...)
		for _, loc := range localizers {
			for _, timeline := range rows.Timelines(loc, versions, model.Field(model.TollNumbers), model.FieldListed) {
				for i, p := range timeline.Periods {
					if i+1 == len(timeline.Periods) {
						break
					}
					before := timeline.Periods[i+1]
					if p.Words == before.Words && p.Values == "" && len(p.Added)+len(p.Removed) == 0 {
						r.Fatalf("%s: %s: %s, %s: %s", loc.Lang(), p.When, p.Words, before.When, before.Words)
					}
					if slices.Contains([]string{p.When, p.Words}, "") || strings.Contains(p.When+p.Words+p.Values, "{") {
						r.Fatalf("%s: a text is missing: %+v", loc.Lang(), p)
					}
				}
			}
		}
	})
}

// drawTollAnswer draws an answer about toll numbers; nil for a country that is not
// listed.
func drawTollAnswer(r *rapid.T) *model.Answer {
	if rapid.IntRange(0, 5).Draw(r, "listed") == 0 {
		return nil
	}
	a := &model.Answer{State: rapid.SampledFrom(model.TollNumbers.States()).Draw(r, "state"), Scope: model.Scope(rapid.IntRange(0, 3).Draw(r, "scope"))}
	for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"A", "B", "C"}), 0, 3, rapid.ID).Draw(r, "cities") {
		a.Cities = model.ListOf(append(a.Cities.Slice(), model.City{Names: model.NamesOf(map[model.Lang]string{"en": name, "zh-TW": name}), OnRequest: rapid.Bool().Draw(r, "on request")})...)
	}
	a.OtherCitiesOnRequest = rapid.Bool().Draw(r, "others")
	for _, key := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"toll_numbers_on_request", "toll_numbers_non_geographic", "toll_other_cities_on_request"}), 0, 2, rapid.ID).Draw(r, "conditions") {
		a.Conditions = model.ListOf(append(a.Conditions.Slice(), model.Condition{Key: key})...)
	}
	return a
}
