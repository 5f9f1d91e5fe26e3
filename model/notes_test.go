package model_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"voxatlas/model"
)

// TestWhereNotesStand holds which condition and which warning stands beside
// which answers, by their short keys, to the table of PRODUCT.md.
func TestWhereNotesStand(t *testing.T) {
	const want = `conditions
audio_conferencing_for_users_abroad_only: ac
audio_conferencing_pay_per_minute_only: ac
audio_conferencing_third_party: ac (partner)
auto_assigned_numbers_contact_desk: auto (mailbox)
auto_assigned_numbers_local_organizations_only: auto
auto_assigned_numbers_non_geographic: auto
call_me_charged_per_minute_from_credits: callme
call_me_needs_communications_credits: callme
call_me_not_for_purchases_from_china: callme
calling_plan_early_adopters_only: cp (partner)
calling_plan_partner_addon_visibility: cp (partner)
calling_plan_partner_tenant_abroad_allowed: cp (partner since americas apac emea)
calling_plan_partner_tenant_in_country_only: cp (partner)
calling_plan_sold_by_partner: cp minutes outbound (partner)
calls_to_canada_are_domestic: outbound
calls_to_us_are_domestic: outbound
country_specific_plan_skus: cp (skus)
local_terms_documents: cp (links)
partner_deletes_numbers_and_updates_emergency_addresses: cp (partner)
premium_calls_need_communications_credits: premium
premium_row_covers_french_numbers_only: premium
premium_shared_cost_prefixes_only: premium (prefixes excluded)
regulator_rate_sheets: minutes (links)
service_numbers_audio_conferencing_only: toll tollfree aa cq
service_numbers_contact_desk: toll tollfree (mailbox)
service_numbers_partner_or_contact_desk: toll tollfree (partner mailbox)
tariff_transparency_documents: minutes (links)
toll_free_not_for_purchases_from_china: tollfree
toll_free_on_request: tollfree
toll_numbers_local_organizations_only: toll
toll_numbers_non_geographic: toll
toll_numbers_on_request: toll
toll_numbers_reachable_in_country_only: toll
toll_other_cities_on_request: toll
us_and_puerto_rico_share_minutes: minutes
us_canada_blocked_by_domestic_only_policy: outbound
us_canada_calls_mutually_domestic: outbound
us_domestic_covers_50_states_and_puerto_rico: outbound
warnings
attendants_and_queues_need_numbers_on_request_only: aa cq
audio_conferencing_not_sold_but_call_me_included: callme
audio_conferencing_not_sold_but_call_me_stated: callme
audio_conferencing_not_sold_but_numbers_auto_assigned: auto
auto_assigned_city_not_in_toll_city_list: auto toll (city)
call_me_needs_credits_but_credits_not_available: callme credits
outbound_destinations_count_differs: outbound (stated listed)
plans_sold_but_page_keeps_the_not_available_hint: cp
premium_row_missing_though_plans_sold: premium
shared_pool_stated_but_minutes_differ: minutes (united_states puerto_rico)
stated_option_count_differs: minutes (stated listed)
toll_free_needs_credits_but_credits_not_available: tollfree credits
toll_numbers_available_but_city_list_not_applicable: toll
toll_numbers_not_available_but_city_list_given: toll
toll_on_request_but_no_city_marked_on_request: toll
toll_yes_without_request_but_every_city_on_request: toll
`
	var b strings.Builder
	list := func(heading string, keys []string, features func(string) []model.Feature) {
		fmt.Fprintln(&b, heading)
		for _, key := range keys {
			fmt.Fprint(&b, key, ":")
			for _, f := range features(key) {
				fmt.Fprint(&b, " ", f.Short())
			}
			if args := model.NoteArgs(key); len(args) > 0 {
				fmt.Fprint(&b, " (", strings.Join(args, " "), ")")
			}
			fmt.Fprintln(&b)
		}
	}
	list("conditions", model.Conditions(), model.ConditionFeatures)
	list("warnings", model.Warnings(), model.WarningFeatures)
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("notes (-want +got)\n%s", diff)
	}
	if model.ConditionFeatures("x") != nil || model.WarningFeatures("x") != nil || model.NoteArgs("x") != nil {
		t.Error("an unknown note has a place or arguments")
	}
}

func TestAnswerAnswersForItself(t *testing.T) {
	a := model.Answer{
		Conditions: model.ListOf(model.Condition{Key: "toll_free_on_request"}),
		Plans:      model.ListOf(model.Plan{Kind: model.PayAsYouGo}, model.Plan{Kind: model.Domestic, DomesticMinutes: 1200}, model.Plan{Kind: model.Domestic, DomesticMinutes: 240}),
	}
	if !a.HasCondition("toll_free_on_request") || a.HasCondition("toll_free") {
		t.Error("Has does not tell which conditions there are")
	}
	if got := a.LargestDomestic(); got != 1200 {
		t.Errorf("largest domestic minutes are %d", got)
	}
	if got := (model.Answer{}).LargestDomestic(); got != 0 {
		t.Errorf("without options, largest domestic minutes are %d", got)
	}
	w := model.Warning{Features: model.ListOf(model.TollNumbers)}
	if !w.Concerns(model.TollNumbers) || w.Concerns(model.TollFreeNumbers) {
		t.Error("Concerns does not tell the features of a warning")
	}
}
