package model_test

import (
	"slices"
	"strings"

	"voxatlas/model"
)

// draft is an atlas that can still be changed.
type draft struct {
	edition      model.EditionInfo
	countries    []model.Record
	destinations []model.Destination
}

func (d *draft) atlas() *model.Atlas {
	var countries []*model.Country
	for _, r := range d.countries {
		countries = append(countries, model.NewCountry(r))
	}
	return model.NewAtlas(d.edition, countries, model.ListOf(d.destinations...))
}

func both(en, zh string) model.Names {
	return model.NamesOf(map[model.Lang]string{model.English: en, "zh-TW": zh})
}

// valid returns the parts of a small atlas that violates no rule: Taiwan, with one answer of
// every kind that carries something.
func valid() *draft {
	return &draft{
		edition: model.EditionInfo{
			Date:      "2023-01-26",
			AppliesTo: model.ListOf("Microsoft Teams"),
			Source: model.Source{
				Repository: "owner/repo.zh-TW", Branch: "live", Commit: strings.Repeat("0f", 20),
				CommitDate: "2023-01-26T00:39:07+00:00", Folder: "Teams", Licence: "CC-BY-4.0", Attribution: "© Microsoft",
			},
		},
		countries: []model.Record{{
			Slug: "taiwan", ISO2: "TW", ISO3: "TWN", Dial: model.ListOf("886"),
			Names:   both("Taiwan", "台灣"),
			Printed: both("Taiwan", "台灣"),
			Page:    model.Page{URL: "https://learn.microsoft.com/x", Date: "2022-01-25", Remarks: model.ListOf("stray_file_path_in_page_text")},
			Answers: map[model.Feature]model.Answer{
				model.ConferencingPurchase: {State: model.ViaPartner, Partner: model.Partner{Name: "Telstra", URL: "https://telstra.com"}},
				model.AutoAssignedNumbers:  {State: model.NotApplicable, Scope: model.ScopeNotApplicable},
				model.CallMe: {State: model.NeedsCredits,
					Conditions: model.ListOf(model.Condition{Key: "call_me_needs_communications_credits"}),
					Next:       model.ListOf(model.Step{Key: "set_up_credits", URL: "https://learn.microsoft.com/credits"})},
				model.CallingPlansPurchase: {State: model.Yes, Conditions: model.ListOf(
					model.Condition{Key: "country_specific_plan_skus", Args: model.ListOf(model.ArgOf("skus", "MCOPSTN_1", "MCOPSTN_2"))},
					model.Condition{Key: "local_terms_documents", Args: model.ListOf(model.ArgOf("links", "https://example.com/terms"))},
				)},
				model.Minutes: {State: model.Yes, StatedPlans: 2, Plans: model.ListOf(
					model.Plan{Kind: model.Domestic, DomesticMinutes: 120},
					model.Plan{Kind: model.DomesticAndInternational, DomesticMinutes: 1200, InternationalMinutes: 600, WhicheverFirst: true},
					model.Plan{Kind: model.PayAsYouGo},
				)},
				model.OutboundCalls: {State: model.Yes, Destinations: model.Destinations{Stated: 196, Listed: 1, Plan: model.DomesticAndInternational}},
				model.TollNumbers: {State: model.OnRequest, Scope: model.Cities, Cities: model.ListOf(
					model.City{Names: both("Taipei", "台北"), Printed: "Taipeh", OnRequest: true},
				)},
			},
			Warnings: model.ListOf(model.Warning{
				Key:      "outbound_destinations_count_differs",
				Features: model.ListOf(model.OutboundCalls),
				Args:     model.ListOf(model.ArgOf("stated", "196"), model.ArgOf("listed", "1")),
			}),
		}},
		destinations: []model.Destination{{ISO2: "BN", Printed: "Bunei Darussalam", Names: both("Brunei", "汶萊"), Remark: "misprint"}},
	}
}

// many is a list of n times v.
func many[T any](v T, n int) model.List[T] { return model.ListOf(slices.Repeat([]T{v}, n)...) }
