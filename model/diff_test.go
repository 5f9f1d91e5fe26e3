package model_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"voxatlas/model"
)

// edit changes the answer to f in the first country of a draft.
func edit(f model.Feature, change func(*model.Answer)) func(*draft) {
	return func(d *draft) {
		a := d.countries[0].Answers[f]
		change(&a)
		d.countries[0].Answers[f] = a
	}
}

func state(s model.State) func(*model.Answer) { return func(a *model.Answer) { a.State = s } }

// edits returns differences of another edition, by name: each changes a draft, and
// leads to the change want, a field and a direction, or to none.
func edits() map[string]struct {
	change func(*draft)
	want   string
} {
	type e = struct {
		change func(*draft)
		want   string
	}
	taipei := model.City{Names: both("Taipei", "台北"), OnRequest: true}
	tainan := model.City{Names: both("Tainan", "台南")}
	skus := func(values ...string) func(*model.Answer) {
		return func(a *model.Answer) {
			a.Conditions = planConditions("https://example.com/terms", values...)
		}
	}
	return map[string]e{
		"a state that is gained":   {edit(model.AutoAssignedNumbers, state(model.Yes)), "audio_conferencing.auto_assigned_numbers gained"},
		"a state after silence":    {edit(model.TollFreeNumbers, state(model.OnRequest)), "service_numbers.toll_free changed"},
		"a state that is lost":     {edit(model.CallMe, state(model.No)), "audio_conferencing.call_me lost"},
		"a state that is another":  {edit(model.CallMe, state(model.Yes)), "audio_conferencing.call_me changed"},
		"silence after silence":    {edit(model.Voicemail, state(model.Unstated)), ""},
		"a no after silence":       {edit(model.Voicemail, state(model.No)), "phone_system.voicemail changed"},
		"another partner":          {edit(model.ConferencingPurchase, func(a *model.Answer) { a.Partner.Name = "SoftBank" }), "audio_conferencing.purchase changed"},
		"a partner's page":         {edit(model.ConferencingPurchase, func(a *model.Answer) { a.Partner.URL = "https://example.com" }), ""},
		"a scope":                  {edit(model.AutoAssignedNumbers, func(a *model.Answer) { a.Scope = model.NonGeographic }), "audio_conferencing.auto_assigned_numbers changed"},
		"a further city":           {edit(model.TollNumbers, func(a *model.Answer) { a.Cities = model.ListOf(taipei, tainan) }), "service_numbers.toll changed"},
		"a city's spelling":        {edit(model.TollNumbers, func(a *model.Answer) { a.Cities = model.ListOf(taipei) }), ""},
		"a city's terms":           {edit(model.TollNumbers, func(a *model.Answer) { a.Cities = model.ListOf(model.City{Names: both("Taipei", "台北")}) }), "service_numbers.toll changed"},
		"other cities":             {edit(model.TollNumbers, func(a *model.Answer) { a.OtherCitiesOnRequest = true }), "service_numbers.toll changed"},
		"a plan fewer":             {edit(model.Minutes, func(a *model.Answer) { a.Plans = model.ListOf(a.Plans.Slice()[:2]...) }), "calling_plans.minutes changed"},
		"plans in another order":   {edit(model.Minutes, func(a *model.Answer) { s := a.Plans.Slice(); slices.Reverse(s); a.Plans = model.ListOf(s...) }), ""},
		"a plan's printed name":    {edit(model.Minutes, func(a *model.Answer) { s := a.Plans.Slice(); s[0].Printed = "x"; a.Plans = model.ListOf(s...) }), ""},
		"a limited plan":           {edit(model.Minutes, func(a *model.Answer) { s := a.Plans.Slice(); s[0].Limited = true; a.Plans = model.ListOf(s...) }), "calling_plans.minutes changed"},
		"the stated plans":         {edit(model.Minutes, func(a *model.Answer) { a.StatedPlans = 3 }), "calling_plans.minutes changed"},
		"the stated destinations":  {edit(model.OutboundCalls, func(a *model.Answer) { a.Destinations.Stated++ }), "calling_plans.outbound_calls changed"},
		"the listed destinations":  {edit(model.OutboundCalls, func(a *model.Answer) { a.Destinations.Listed++ }), "calling_plans.outbound_calls changed"},
		"a list that is not read":  {edit(model.OutboundCalls, func(a *model.Answer) { a.Destinations.Listed = 0 }), ""},
		"a condition more":         {edit(model.TollFreeNumbers, func(a *model.Answer) { a.Conditions = model.ListOf(model.Condition{Key: "toll_free_on_request"}) }), "conditions changed"},
		"all conditions gone":      {func(d *draft) { edit(model.CallMe, noConditions)(d); edit(model.CallingPlansPurchase, noConditions)(d) }, "conditions changed"},
		"a condition's argument":   {edit(model.CallingPlansPurchase, skus("MCOPSTN_1")), "conditions changed"},
		"a condition's links":      {edit(model.CallingPlansPurchase, relinked), ""},
		"a next step":              {edit(model.CallMe, func(a *model.Answer) { a.Next = model.List[model.Step]{} }), ""},
		"a warning":                {func(d *draft) { d.countries[0].Warnings = model.List[model.Warning]{} }, ""},
		"a page":                   {func(d *draft) { d.countries[0].Page = model.Page{URL: "https://example.com", Date: "2022-02-02"} }, ""},
		"a printed name":           {func(d *draft) { d.countries[0].Printed = both("Taiwan", "臺灣") }, "printed_names changed"},
		"a name in another tongue": {func(d *draft) { d.countries[0].Printed = model.NamesOf(map[model.Lang]string{"de": "Taiwan"}) }, ""},
		"a shown name":             {func(d *draft) { d.countries[0].Names = both("Taiwan", "臺灣") }, ""},
		"a page's name":            {func(d *draft) { d.countries[0].Slug = "tw" }, ""},
		"another country":          {func(d *draft) { d.countries[0].ISO2 = "JP" }, "listed gained; listed lost"},
		"a country more":           {func(d *draft) { d.countries = append(d.countries, model.Record{Slug: "japan", ISO2: "JP"}) }, "listed gained"},
		"no country":               {func(d *draft) { d.countries = nil }, "listed lost"},
		"nothing":                  {func(*draft) {}, ""},
	}
}

func noConditions(a *model.Answer) { a.Conditions = model.List[model.Condition]{} }

func relinked(a *model.Answer) {
	a.Conditions = planConditions("https://example.com/other", "MCOPSTN_1", "MCOPSTN_2")
}

// planConditions are the conditions of the draft's plans, with other arguments.
func planConditions(link string, skus ...string) model.List[model.Condition] {
	return model.ListOf(
		model.Condition{Key: "country_specific_plan_skus", Args: model.ListOf(model.ArgOf("skus", skus...))},
		model.Condition{Key: "local_terms_documents", Args: model.ListOf(model.ArgOf("links", link))},
	)
}

// formatChanges lists the fields and directions of changes.
func formatChanges(changes []model.Change) string {
	var list []string
	for _, c := range changes {
		list = append(list, c.Field.Key()+" "+c.Direction().String())
	}
	return strings.Join(list, "; ")
}

// TestDiff makes one edit at a time.
func TestDiff(t *testing.T) {
	for name, e := range edits() {
		d := valid()
		e.change(d)
		if got := formatChanges(model.Diff(valid().atlas(), d.atlas())); got != e.want {
			t.Errorf("%s: got %q, want %q", name, got, e.want)
		}
	}
}

// TestDiffBothWays makes any edits: an edition does not differ from itself, and
// the way back has the same changes, gains and losses exchanged.
func TestDiffBothWays(t *testing.T) {
	all := edits()
	var names []string
	for name := range all {
		if name != "another country" && name != "no country" { // other orders on the two ways; nothing left to edit
			names = append(names, name)
		}
	}
	slices.Sort(names)
	rapid.Check(t, func(r *rapid.T) {
		d := valid()
		for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom(names), 0, 6, rapid.ID).Draw(r, "edits") {
			all[name].change(d)
		}
		a, b := valid().atlas(), d.atlas()
		if own := model.Diff(b, b); len(own) > 0 || len(model.Diff(b, d.atlas())) > 0 {
			r.Fatalf("an edition differs from itself: %s", formatChanges(own))
		}
		there, back := model.Diff(a, b), model.Diff(b, a)
		if len(there) != len(back) {
			r.Fatalf("there: %s; back: %s", formatChanges(there), formatChanges(back))
		}
		for i, c := range there {
			if back[i].Field != c.Field || back[i].From != c.To || back[i].To != c.From || back[i].Direction() != model.Lost-c.Direction() {
				r.Fatalf("there: %s; back: %s", formatChanges(there), formatChanges(back))
			}
		}
	})
}

// TestDiffers expects the answers that differ by themselves or by their conditions.
func TestDiffers(t *testing.T) {
	d := valid()
	edit(model.CallMe, noConditions)(d)
	edit(model.TollFreeNumbers, state(model.Yes))(d)
	was, is := model.NewCountry(valid().countries[0]), model.NewCountry(d.countries[0])
	for _, f := range model.Features() {
		if got, want := is.Differs(was, f), f == model.CallMe || f == model.TollFreeNumbers; got != want {
			t.Errorf("%s differs: %v", f, got)
		}
	}
	if is.Differs(nil, model.CallMe) || (*model.Country)(nil).Differs(is, model.CallMe) || is.Differs(is, model.CallMe) {
		t.Error("differs from nothing, or from itself")
	}
}

// TestFieldsAreWords reads every field's word back.
func TestFieldsAreWords(t *testing.T) {
	for f := model.Field(1); f <= model.FieldListed; f++ {
		b, err := f.MarshalText()
		var g model.Field
		if err != nil || g.UnmarshalText(b) != nil || g != f || f.String() == "" || (f.Feature() == 0) != (f > model.NumFeatures) {
			t.Errorf("field %d is written %q and read as %d (%v)", f, b, g, err)
		}
	}
	var f model.Field
	if err := f.UnmarshalText([]byte("fax\x1b")); err == nil || err.Error() != `unknown field "fax?"` {
		t.Errorf("got %v", err)
	}
}
