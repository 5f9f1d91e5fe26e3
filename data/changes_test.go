package data_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"voxatlas/data"
	"voxatlas/model"
)

// between lists the changes between two embedded editions.
func between(t *testing.T, from, to string) []model.Change {
	t.Helper()
	a, err := data.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	b, err := data.Open(to)
	if err != nil {
		t.Fatal(err)
	}
	return model.Diff(a, b)
}

// TestChangesCount holds the changes between the embedded editions to the numbers
// of the facts: 90 in all, 17 countries that gained Calling Plans, none that lost
// anything, nothing in the other services.
func TestChangesCount(t *testing.T) {
	fields, directions, gainers := map[string]int{}, map[model.Direction]int{}, 0
	for _, c := range between(t, "2021-03-23", "2023-01-26") {
		fields[c.Field.Key()]++
		directions[c.Direction()]++
		if c.Field.Feature() == model.CallingPlansPurchase && c.Direction() == model.Gained {
			gainers++
		}
	}
	want := map[string]int{
		"calling_plans.purchase": 17, "calling_plans.premium_numbers": 17, "calling_plans.outbound_calls": 17,
		"calling_plans.minutes": 33, "conditions": 5, "printed_names": 1,
	}
	if diff := cmp.Diff(want, fields); diff != "" {
		t.Errorf("the changes by field (-want +got):\n%s", diff)
	}
	if directions[model.Lost] != 0 || directions[model.Gained] != 3*17 || gainers != 17 {
		t.Errorf("the changes by direction are %v, and %d countries gained Calling Plans", directions, gainers)
	}
}

// TestChangesAreThoseOfTheFacts compares the changes with testdata/facts/changes.csv,
// row by row and value by value: no more, no fewer.
func TestChangesAreThoseOfTheFacts(t *testing.T) {
	want, got := changeTable(t), map[string]string{}
	for _, c := range between(t, "2021-03-23", "2023-01-26") {
		got[c.Country().Slug()+" "+c.Field.Key()] = inTheTable(c)
	}
	if len(want) != 90 {
		t.Errorf("the table has %d rows", len(want))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the changes (-table +ours):\n%s", diff)
	}
}

// changeTable maps the slug and the field of each change to its two values.
func changeTable(t *testing.T) map[string]string {
	t.Helper()
	slugs := map[string]string{}
	for _, row := range rows(t, "countries.csv") {
		slugs[row["name_en"]] = row["slug"]
	}
	fields := map[string]string{
		"calling_plans.purchasable": "calling_plans.purchase", "calling_plans.premium_numbers": "calling_plans.premium_numbers",
		"calling_plans.options": "calling_plans.minutes", "calling_plans.outbound": "calling_plans.outbound_calls",
		"conditions": "conditions", "name_zh_tw (selector)": "printed_names",
	}
	table := map[string]string{}
	for _, row := range rows(t, "changes.csv") {
		slug, field := slugs[row["country"]], fields[row["field"]]
		if slug == "" || field == "" {
			t.Errorf("the row %q names no country or field", row)
		}
		table[slug+" "+field] = row["2021-03-23"] + " > " + row["2023-01-26"]
	}
	return table
}

// inTheTable writes the two values of a change as changes.csv does.
func inTheTable(c model.Change) string {
	switch c.Field {
	case model.FieldConditions:
		return keysBeyond(c.From, c.To) + " > " + keysBeyond(c.To, c.From)
	case model.FieldPrinted:
		return c.From.Printed().In("zh-TW") + " > " + c.To.Printed().In("zh-TW")
	}
	f := c.Field.Feature()
	return valueInTheTable(f, c.From.Answer(f)) + " > " + valueInTheTable(f, c.To.Answer(f))
}

// keysBeyond are the keys of the facts' conditions that c has and d lacks. One of
// them is no condition of ours: the limited plans of the United States.
func keysBeyond(c, d *model.Country) string {
	keys := map[string]bool{}
	for _, l := range c.ConditionUsesNotIn(d) {
		keys[l.Condition.Key] = true
	}
	limited := func(c *model.Country) bool {
		return slices.ContainsFunc(c.Answer(model.Minutes).Plans.Slice(), func(o model.Plan) bool { return o.Limited })
	}
	if limited(c) && !limited(d) {
		keys["plan_availability_limited"] = true
	}
	if len(keys) == 0 {
		return "–"
	}
	return strings.Join(slices.Sorted(maps.Keys(keys)), ", ")
}

func valueInTheTable(f model.Feature, a model.Answer) string {
	switch {
	case a.State == model.NotApplicable && f == model.PremiumNumbers:
		return "not stated" // the facts have no row
	case a.State == model.NotApplicable:
		return "not applicable"
	case f == model.CallingPlansPurchase:
		return a.State.String()
	case f == model.PremiumNumbers && a.State == model.No:
		return "not_supported"
	case f == model.OutboundCalls:
		return fmt.Sprintf("%d countries", a.Destinations.Stated)
	}
	var plans []string
	for o := range a.Plans.Values() {
		text := map[model.PlanKind]string{
			model.Domestic:                 fmt.Sprintf("D%d", o.DomesticMinutes),
			model.DomesticAndInternational: fmt.Sprintf("DI%d/%d", o.DomesticMinutes, o.InternationalMinutes),
			model.PayAsYouGo:               "pay-as-you-go",
		}[o.Kind]
		if o.Limited {
			text += " (limited)"
		}
		plans = append(plans, text)
	}
	text := strings.Join(plans, ", ")
	if a.StatedPlans > 0 {
		text += fmt.Sprintf(" (page says %d options)", a.StatedPlans)
	}
	return text
}
