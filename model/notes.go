package model

import (
	"slices"
	"sync"
)

// noteRule declares a condition or warning: the features beside which it may be
// shown, and the arguments of its text.
type noteRule struct {
	features []Feature
	limits   bool     // see [LimitingNotes]
	args     []string // required
	optional []string
}

// conditionRules returns the declaration of every condition, by key.
func conditionRules() map[string]noteRule {
	beside := func(fs ...Feature) []Feature { return fs }
	return map[string]noteRule{
		"audio_conferencing_for_users_abroad_only": {features: beside(ConferencingPurchase), limits: true},
		"audio_conferencing_pay_per_minute_only":   {features: beside(ConferencingPurchase), limits: true},
		"audio_conferencing_third_party":           {features: beside(ConferencingPurchase), limits: true, args: []string{"partner"}},

		"auto_assigned_numbers_contact_desk":             {features: beside(AutoAssignedNumbers), limits: true, args: []string{"mailbox"}},
		"auto_assigned_numbers_local_organizations_only": {features: beside(AutoAssignedNumbers), limits: true},
		"auto_assigned_numbers_non_geographic":           {features: beside(AutoAssignedNumbers)},

		"call_me_charged_per_minute_from_credits": {features: beside(CallMe), limits: true},
		"call_me_needs_communications_credits":    {features: beside(CallMe), limits: true},
		"call_me_not_for_purchases_from_china":    {features: beside(CallMe), limits: true},

		"calling_plan_sold_by_partner":                            {features: beside(CallingPlansPurchase, Minutes, OutboundCalls), limits: true, args: []string{"partner"}},
		"calling_plan_partner_addon_visibility":                   {features: beside(CallingPlansPurchase), limits: true, args: []string{"partner"}},
		"calling_plan_partner_tenant_abroad_allowed":              {features: beside(CallingPlansPurchase), args: []string{"partner", "since", "americas", "apac", "emea"}},
		"calling_plan_partner_tenant_in_country_only":             {features: beside(CallingPlansPurchase), limits: true, args: []string{"partner"}},
		"calling_plan_early_adopters_only":                        {features: beside(CallingPlansPurchase), limits: true, args: []string{"partner"}},
		"partner_deletes_numbers_and_updates_emergency_addresses": {features: beside(CallingPlansPurchase), args: []string{"partner"}},
		"country_specific_plan_skus":                              {features: beside(CallingPlansPurchase), limits: true, args: []string{"skus"}},
		"local_terms_documents":                                   {features: beside(CallingPlansPurchase), optional: []string{"links"}},

		"us_and_puerto_rico_share_minutes": {features: beside(Minutes)},
		"tariff_transparency_documents":    {features: beside(Minutes), optional: []string{"links"}},
		"regulator_rate_sheets":            {features: beside(Minutes), optional: []string{"links"}},

		"calls_to_canada_are_domestic":                 {features: beside(OutboundCalls)},
		"calls_to_us_are_domestic":                     {features: beside(OutboundCalls)},
		"us_canada_blocked_by_domestic_only_policy":    {features: beside(OutboundCalls)},
		"us_canada_calls_mutually_domestic":            {features: beside(OutboundCalls)},
		"us_domestic_covers_50_states_and_puerto_rico": {features: beside(OutboundCalls)},

		"premium_calls_need_communications_credits": {features: beside(PremiumNumbers), limits: true},
		"premium_row_covers_french_numbers_only":    {features: beside(PremiumNumbers)},
		"premium_shared_cost_prefixes_only":         {features: beside(PremiumNumbers), args: []string{"prefixes", "excluded"}},

		"service_numbers_contact_desk":            {features: beside(TollNumbers, TollFreeNumbers), limits: true, args: []string{"mailbox"}},
		"service_numbers_partner_or_contact_desk": {features: beside(TollNumbers, TollFreeNumbers), limits: true, args: []string{"partner", "mailbox"}},
		"service_numbers_audio_conferencing_only": {features: beside(TollNumbers, TollFreeNumbers, AutoAttendants, CallQueues), limits: true},

		"toll_numbers_local_organizations_only":  {features: beside(TollNumbers), limits: true},
		"toll_numbers_non_geographic":            {features: beside(TollNumbers)},
		"toll_numbers_on_request":                {features: beside(TollNumbers), limits: true},
		"toll_numbers_reachable_in_country_only": {features: beside(TollNumbers)},
		"toll_other_cities_on_request":           {features: beside(TollNumbers)},

		"toll_free_not_for_purchases_from_china": {features: beside(TollFreeNumbers), limits: true},
		"toll_free_on_request":                   {features: beside(TollFreeNumbers), limits: true},
	}
}

// warningRules returns the declaration of every warning, by key. A warning is always
// shown beside all of its features.
func warningRules() map[string]noteRule {
	beside := func(fs ...Feature) []Feature { return fs }
	return map[string]noteRule{
		"audio_conferencing_not_sold_but_numbers_auto_assigned": {features: beside(AutoAssignedNumbers), limits: true},
		"audio_conferencing_not_sold_but_call_me_included":      {features: beside(CallMe), limits: true},
		"audio_conferencing_not_sold_but_call_me_stated":        {features: beside(CallMe), limits: true},
		"auto_assigned_city_not_in_toll_city_list":              {features: beside(AutoAssignedNumbers, TollNumbers), args: []string{"city"}},
		"call_me_needs_credits_but_credits_not_available":       {features: beside(CallMe, CreditsPurchase), limits: true},
		"plans_sold_but_page_keeps_the_not_available_hint":      {features: beside(CallingPlansPurchase), limits: true},
		"premium_row_missing_though_plans_sold":                 {features: beside(PremiumNumbers)},
		"shared_pool_stated_but_minutes_differ":                 {features: beside(Minutes), args: []string{"united_states", "puerto_rico"}},
		"stated_option_count_differs":                           {features: beside(Minutes), args: []string{"stated", "listed"}},
		"toll_numbers_available_but_city_list_not_applicable":   {features: beside(TollNumbers), limits: true},
		"toll_numbers_not_available_but_city_list_given":        {features: beside(TollNumbers), limits: true},
		"toll_on_request_but_no_city_marked_on_request":         {features: beside(TollNumbers), limits: true},
		"toll_yes_without_request_but_every_city_on_request":    {features: beside(TollNumbers), limits: true},
		"outbound_destinations_count_differs":                   {features: beside(OutboundCalls), args: []string{"stated", "listed"}},

		"toll_free_needs_credits_but_credits_not_available":  {features: beside(TollFreeNumbers, CreditsPurchase), limits: true},
		"attendants_and_queues_need_numbers_on_request_only": {features: beside(AutoAttendants, CallQueues), limits: true},
	}
}

// Conditions lists the keys of all conditions, sorted.
func Conditions() []string { return sortedKeys(conditionRules()) }

// ConditionFeatures lists the features that a condition may stand beside; nil
// for an unknown key.
func ConditionFeatures(key string) []Feature { return conditionRules()[key].features }

// Warnings lists the keys of all warnings, sorted.
func Warnings() []string { return sortedKeys(warningRules()) }

// WarningFeatures lists the features that a warning stands beside; nil for an
// unknown key.
func WarningFeatures(key string) []Feature { return warningRules()[key].features }

// LimitingNotes returns the keys of the conditions and warnings that limit an
// answer: those that exclude some users, require a further purchase or request,
// or tell that the source contradicts the answer. The others only inform: of the
// place of a document, of the calls that count as domestic, or of numbers that are
// not tied to a city. The map must not be changed.
func LimitingNotes() map[string]bool { return limitingNotes() }

var limitingNotes = sync.OnceValue(func() map[string]bool {
	limiting := map[string]bool{}
	for _, rules := range []map[string]noteRule{conditionRules(), warningRules()} {
		for key, rule := range rules {
			if rule.limits {
				limiting[key] = true
			}
		}
	}
	return limiting
})

// NoteArgs lists the argument names that the words of a condition or warning
// may take, required ones first.
func NoteArgs(key string) []string {
	n := noteOf(key)
	return append(slices.Clone(n.args), n.optional...)
}

// NeededArgs lists those of [NoteArgs] that are required.
func NeededArgs(key string) []string { return slices.Clone(noteOf(key).args) }

func noteOf(key string) noteRule {
	n, ok := conditionRules()[key]
	if !ok {
		n = warningRules()[key]
	}
	return n
}

// listArg reports whether the value of the argument with this name is a list;
// every other has exactly one value.
func listArg(name string) bool {
	switch name {
	case "americas", "apac", "emea", "skus", "links", "prefixes":
		return true
	}
	return false
}

// IsList reports whether a is a list by its name, and not a single value.
func (a Arg) IsList() bool { return listArg(a.Name) }

func sortedKeys[V any](m map[string]V) []string {
	ks := make([]string, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}
