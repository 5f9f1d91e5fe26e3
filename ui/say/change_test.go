package say_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"voxatlas/model"
	"voxatlas/ui/say"
)

// anyAnswer draws an answer with everything that a change may be about.
func anyAnswer(r *rapid.T, f model.Feature) model.Answer {
	names := func(s string) model.Names {
		return model.NamesOf(map[model.Lang]string{model.English: s, "zh-TW": s})
	}
	a := model.Answer{State: rapid.SampledFrom(f.States()).Draw(r, "state")}
	if a.State == model.ViaPartner {
		a.Partner.Name = rapid.SampledFrom([]string{"Telstra", "SoftBank"}).Draw(r, "partner")
	}
	switch f {
	case model.AutoAssignedNumbers, model.TollNumbers:
		a.Scope = model.Scope(rapid.IntRange(0, 3).Draw(r, "scope"))
		a.OtherCitiesOnRequest = rapid.Bool().Draw(r, "others")
		var cities []model.City
		for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"A", "B", "C"}), 0, 3, rapid.ID).Draw(r, "cities") {
			cities = append(cities, model.City{Names: names(name), OnRequest: rapid.Bool().Draw(r, "on request")})
		}
		a.Cities = model.ListOf(cities...)
	case model.Minutes:
		a.StatedPlans = rapid.IntRange(0, 2).Draw(r, "stated")
		var plans []model.Plan
		for range rapid.IntRange(0, 3).Draw(r, "plans") {
			plans = append(plans, model.Plan{
				Kind: model.PlanKind(rapid.IntRange(1, 3).Draw(r, "kind")), DomesticMinutes: rapid.IntRange(0, 1).Draw(r, "minutes"),
				Limited: rapid.Bool().Draw(r, "limited"),
			})
		}
		a.Plans = model.ListOf(plans...)
	case model.OutboundCalls:
		if a.State == model.Yes {
			a.Destinations = model.Destinations{Stated: rapid.IntRange(1, 2).Draw(r, "destinations"), Listed: rapid.IntRange(1, 2).Draw(r, "listed"), Plan: model.PlanKind(rapid.IntRange(1, 3).Draw(r, "plan"))}
		}
	}
	return a
}

// TestEveryChangeIsSeen: if two answers differ, a reader sees a
// difference, in every language, and no text is missing.
func TestEveryChangeIsSeen(t *testing.T) {
	localizers := say.Localizers()
	rapid.Check(t, func(r *rapid.T) {
		f := rapid.SampledFrom(model.Features()).Draw(r, "feature")
		country := func() *model.Country {
			return model.NewCountry(model.Record{Slug: "x", ISO2: "XX", Answers: map[model.Feature]model.Answer{f: anyAnswer(r, f)}})
		}
		for _, c := range model.DiffCountry(country(), country()) {
			for _, loc := range localizers {
				s := loc.Change(c)
				if s.From == s.To && len(s.Added)+len(s.Removed) == 0 {
					r.Fatalf("%s: %+v", loc.Lang(), s)
				}
				all := strings.Join(append(append([]string{s.Word, s.Name, s.From, s.To}, s.Added...), s.Removed...), " ")
				if strings.Contains(all, "change.") || strings.Contains(all, "{") {
					r.Fatalf("%s: a text is missing: %s", loc.Lang(), all)
				}
			}
		}
	})
}

// TestByCountry sorts gains first, then by the dictionary of the language.
func TestByCountry(t *testing.T) {
	localizers := say.Localizers()
	country := func(iso2 string, cp, vm model.State) *model.Country {
		return model.NewCountry(model.Record{Slug: iso2, ISO2: iso2, Answers: map[model.Feature]model.Answer{
			model.CallingPlansPurchase: {State: cp}, model.Voicemail: {State: vm}}})
	}
	var changes []model.Change
	for _, iso2 := range []string{"TW", "JP"} {
		changes = append(changes, model.DiffCountry(country(iso2, model.Yes, model.Yes), country(iso2, model.No, model.Yes))...)
	}
	for _, iso2 := range []string{"US", "DE"} {
		changes = append(changes, model.DiffCountry(country(iso2, model.No, model.Yes), country(iso2, model.Yes, model.No))...)
	}
	changes = append(changes, model.DiffCountry(country("FR", model.Yes, model.Yes), nil)...)
	changes = append(changes, model.DiffCountry(nil, country("IT", model.Yes, model.Yes))...)
	for lang, want := range map[model.Lang]string{
		"en":    "DE gained lost; IT gained; US gained lost; FR lost; JP lost; TW lost",
		"zh-TW": "US gained lost; IT gained; DE gained lost; JP lost; TW lost; FR lost",
	} {
		for _, loc := range localizers {
			if loc.Lang() != lang {
				continue
			}
			var got []string
			for _, k := range loc.ByCountry(changes) {
				text := k.Country.ISO2()
				for _, c := range k.Changes {
					text += " " + c.Direction().String()
				}
				got = append(got, text)
			}
			if strings.Join(got, "; ") != want {
				t.Errorf("%s: got %s, want %s", lang, strings.Join(got, "; "), want)
			}
		}
	}
}
