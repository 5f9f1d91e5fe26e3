package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"voxatlas/model"
)

// answersByLetter returns answers to the question about toll numbers: available (y) or
// not (n), in Riga (r), in a city that is not known (x), with a condition (c), with 198 (d)
// or 200 (e) destinations or a list of them that was not read (l); ? was not read, and of .
// there is no answer: the country is not listed.
func answersByLetter() map[rune]*model.Country {
	riga, unknown := model.City{Names: both("Riga", "里加")}, model.City{Printed: "好"}
	answers := map[rune]model.Answer{
		'y': {State: model.Yes},
		'n': {State: model.No},
		'r': {State: model.Yes, Cities: model.ListOf(riga)},
		'x': {State: model.Yes, Cities: model.ListOf(unknown)},
		'c': {State: model.Yes, Conditions: model.ListOf(model.Condition{Key: "toll_other_cities_on_request"})},
		'd': {State: model.Yes, Destinations: model.Destinations{Stated: 196, Listed: 198}},
		'e': {State: model.Yes, Destinations: model.Destinations{Stated: 196, Listed: 200}},
		'l': {State: model.Yes, Destinations: model.Destinations{Stated: 196}},
		'?': {Unread: "Soon"},
	}
	countries := map[rune]*model.Country{'.': nil}
	for letter, a := range answers {
		countries[letter] = model.NewCountry(model.Record{Slug: "x", ISO2: "XX", Answers: map[model.Feature]model.Answer{model.TollNumbers: a}})
	}
	return countries
}

// versionsOf returns a version for each letter, of the years from 2001.
func versionsOf(letters string, countries map[rune]*model.Country) []model.Version {
	var list []model.Version
	for i, letter := range []rune(letters) {
		list = append(list, model.Version{Date: fmt.Sprint(2001 + i), Country: countries[letter]})
	}
	return list
}

// TestTimelineOf joins versions to periods. A period is written as its first year that
// states the value, the letter of the value, and the years that could not be read.
func TestTimelineOf(t *testing.T) {
	countries := answersByLetter()
	for letters, want := range map[string]string{
		"":       "",
		"y":      "2001 y",
		"yyy":    "2001 y",
		"yyn":    "2001 y, 2003 n changed",
		"yny":    "2001 y, 2002 n, 2003 y changed",
		"yc":     "2001 y, 2002 c changed",
		"y?y":    "2001 y -2002",
		"y??n":   "2001 y -2002 -2003, 2004 n changed",
		"?y":     "2002 y -2001",
		"??":     "2001 ? -2001 -2002",
		".y":     "2001 ., 2002 y",
		".?yn":   "2001 ., 2003 y -2002, 2004 n changed",
		"y.y":    "2001 y, 2002 ., 2003 y",
		"y.n":    "2001 y, 2002 ., 2003 n changed",
		"?.n":    "2001 ? -2001, 2002 ., 2003 n",
		"y..":    "2001 y, 2002 .",
		"rx":     "2001 r",
		"xr":     "2001 r",
		"rxn":    "2001 r, 2003 n changed",
		"dl":     "2001 d",
		"ldle":   "2001 d, 2004 e changed",
		"r?x?rc": "2001 r -2002 -2004, 2006 c changed",
	} {
		timeline := model.TimelineOf(model.Field(model.TollNumbers), versionsOf(letters, countries))
		var parts []string
		for _, p := range timeline.Periods {
			text := p.Since().Date + " "
			for letter, c := range countries {
				if c == p.Value {
					text += string(letter)
				}
			}
			for _, v := range p.Unread {
				text += " -" + v.Date
			}
			parts = append(parts, text)
		}
		got := strings.Join(parts, ", ")
		if timeline.Changed() {
			got += " changed"
		}
		if got != want {
			t.Errorf("%s: %s, want %s", letters, got, want)
		}
	}
}

// TestTimelineOfListing tells when a country came and left.
func TestTimelineOfListing(t *testing.T) {
	versions := versionsOf("..yn.?", answersByLetter())
	listed := model.TimelineOf(model.FieldListed, versions)
	for i, want := range []string{"2001", "2003", "2005", "2006"} {
		if p := listed.Periods[i]; p.Since().Date != want || (p.Value != nil) != (i%2 == 1) || len(p.Unread) != 0 {
			t.Errorf("period %d of the listing: %+v", i, p)
		}
	}
	if len(listed.Periods) != 4 || !listed.Changed() {
		t.Errorf("%d periods of the listing", len(listed.Periods))
	}
	if model.TimelineOf(model.FieldListed, versions[2:4]).Changed() {
		t.Error("a country that stays came or left")
	}
}

// TestTimelineAgreesWithVersions compares every two versions: those of a period do not
// differ, and the first one of a period differs from one of the period before it.
func TestTimelineAgreesWithVersions(t *testing.T) {
	countries := answersByLetter()
	differ := func(a, b *model.Country) bool {
		return (a == nil) != (b == nil) || a.Differs(b, model.TollNumbers)
	}
	rapid.Check(t, func(r *rapid.T) {
		letters := rapid.StringOfN(rapid.SampledFrom([]rune("ynrxcdel?.")), 1, 11, -1).Draw(r, "letters")
		versions := versionsOf(letters, countries)
		var joined []model.Version
		var before []model.Version
		for i, p := range model.TimelineOf(model.Field(model.TollNumbers), versions).Periods {
			for _, v := range p.Versions {
				if differ(v.Country, p.Value) || slices.ContainsFunc(p.Versions, func(w model.Version) bool { return differ(v.Country, w.Country) }) {
					r.Fatalf("%s: period %d has different answers", letters, i)
				}
				unread := v.Country != nil && v.Country.Answer(model.TollNumbers).Unread != ""
				if unread != slices.Contains(p.Unread, v) {
					r.Fatalf("%s: period %d: %s is read: %t", letters, i, v.Date, !unread)
				}
			}
			if i > 0 && !slices.ContainsFunc(before, func(w model.Version) bool { return differ(w.Country, p.Versions[0].Country) }) {
				r.Fatalf("%s: period %d begins without a difference", letters, i)
			}
			if p.Value != nil && p.Value.Answer(model.TollNumbers).Unread != "" && len(p.Unread) < len(p.Versions) {
				r.Fatalf("%s: period %d has another value than the one that was read", letters, i)
			}
			before = p.Versions
			joined = append(joined, p.Versions...)
		}
		if !slices.Equal(joined, versions) {
			r.Fatalf("%s: a version is lost", letters)
		}
	})
}
