package importer_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"

	"voxatlas/data"
	"voxatlas/data/importer"
	"voxatlas/data/pages"
	"voxatlas/model"
)

// conditionSources has the lines that state conditions on the pages of both
// editions.
const conditionSources = "../testdata/facts/condition-sources.csv"

// cellKeyOf returns the key, as in countryPage, of the cell that has a
// condition.
func cellKeyOf(key, text string) string {
	switch {
	case strings.HasPrefix(text, ">") && key == "calling_plan_partner_tenant_in_country_only":
		return "@before-cp"
	case strings.HasPrefix(text, ">"), strings.HasPrefix(key, "calling_plan_partner_addon"),
		strings.HasPrefix(key, "us_canada_"), strings.HasPrefix(key, "calls_to_"):
		return "@cp"
	case strings.HasPrefix(key, "service_numbers_"):
		return "@cities"
	case strings.HasPrefix(key, "audio_"):
		return "ac"
	case strings.HasPrefix(key, "auto_"):
		return "auto"
	case strings.HasPrefix(key, "call_me_"):
		return "callme"
	case key == "regulator_rate_sheets":
		return "documents"
	case key == "country_specific_plan_skus", key == "calling_plan_sold_by_partner":
		return "cp"
	case key == "premium_row_covers_french_numbers_only":
		return "label-premium"
	case strings.HasPrefix(key, "premium_"):
		return "premium"
	case strings.HasPrefix(key, "toll_free_"):
		return "tollfree"
	case key == "toll_city_on_request", key == "toll_other_cities_on_request",
		key == "toll_numbers_non_geographic" && !strings.Contains(text, "service-desk"),
		key == "toll_numbers_local_organizations_only" && (strings.HasPrefix(text, "S") || strings.HasPrefix(text, "聖")):
		return "cities"
	case strings.HasPrefix(key, "toll_"):
		return "toll"
	}
	return "minutes"
}

// TestConditionSources: every line that states a condition in either edition,
// in English or in Chinese, is read as that condition.
func TestConditionSources(t *testing.T) {
	f, err := os.Open(conditionSources)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read from
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	base, err := data.Open("")
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, row := range rows[1:] {
		slug, key, line, locale, text := row[1], row[2], row[4], row[5], row[6]
		if key == "calling_plan_partner_tenant_in_country_only" {
			text += "\n\n" // the table begins
		}
		changes := []string{cellKeyOf(key, text) + "=" + text}
		switch key {
		case "calling_plan_partner_tenant_abroad_allowed", "calling_plan_partner_addon_visibility", "partner_deletes_numbers_and_updates_emergency_addresses":
			continue // take several lines: tried by the pages of their own
		case "premium_row_covers_french_numbers_only":
			changes = append(changes, "premium=Yes, when using Communications Credits to pay per minute.")
		case "regulator_rate_sheets":
			changes = append(changes, "premium=Not supported")
		case "us_canada_calls_mutually_domestic", "toll_numbers_local_organizations_only":
			changes = append(changes, "cp=Yes", "outbound=To 196 countries, including "+listLink+".")
		}
		tried++
		country := base.Country(slug)
		p, err := pages.Parse("availability-in-"+slug+".md", withLocale(locale, countryPage(changes...)))
		if err != nil {
			t.Fatal(err)
		}
		e, r, err := importer.Compile(importer.PageSet{Countries: []*pages.Page{p}}, "", importer.Reference{Base: base, Code: func(string) string { return country.ISO2() }, Site: docSite()})
		if err != nil {
			t.Fatal(err)
		}
		found := slices.ContainsFunc(model.Features(), func(f model.Feature) bool { return e.Countries[0].Answers[f].HasCondition(key) })
		switch key {
		case "plan_availability_limited":
			found = e.Countries[0].Answers[model.Minutes].Plans.At(0).Limited
		case "toll_city_on_request":
			found = slices.ContainsFunc(e.Countries[0].Answers[model.TollNumbers].Cities.Slice(), func(c model.City) bool { return c.OnRequest })
		}
		for _, finding := range r.Findings {
			if finding.Expected == importer.ExpectedIndex || finding.Expected == importer.ExpectedList {
				continue
			}
			t.Errorf("%s %s:%s: %s: not understood: %q, want %s", row[0], slug, line, key, finding.Text, finding.Expected)
		}
		if !found {
			t.Errorf("%s %s:%s: %s is not read from %q", row[0], slug, line, key, text)
		}
	}
	if tried < 350 {
		t.Errorf("only %d lines", tried)
	}
}
