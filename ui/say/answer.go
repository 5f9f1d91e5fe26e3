package say

import (
	"voxatlas/assets"
	"voxatlas/model"
)

// Answer is an answer in words.
type Answer struct {
	Feature    model.Feature
	State      model.State
	Name       string   // of the feature
	Gloss      string   // what Name means, where the word alone misleads; often empty
	Word       string   // of the state
	Detail     string   // what the word leaves open, short: the partner, a count; often empty
	Cities     []string // of the numbers, each with "on request" where that holds
	CitiesHead string   // what Cities are, with their count; empty without cities
	Plans      []Plan
	PlansHead  string // how many plans are listed; empty without plans
	Conditions []Note
	Warnings   []Note
	Next       []Step
	NextHead   string // heading of Next
	NoNext     string // says that the source names no way out; empty where that does not apply
}

// Plan is a Calling Plan in words. Minutes are per calendar month.
type Plan struct {
	Name          string
	Domestic      string // minutes, or a dash
	International string // minutes, or a dash
	Remark        string // that the one used up first ends both, limited availability; often empty
}

// Note is a condition or warning in words.
type Note struct {
	Key      string
	Text     string
	Links    []string
	Restates bool   // says no more than the word and detail of its answer
	Head     string // of a warning: what it warns of
}

// restates reports whether a condition says no more than the state and detail of
// an answer that has it: where room is dear, it may be left out.
func restates(condition string) bool {
	switch condition {
	case "audio_conferencing_pay_per_minute_only", "call_me_needs_communications_credits",
		"toll_numbers_on_request", "toll_free_on_request", "toll_numbers_non_geographic":
		return true
	}
	return false
}

// Step is a next step in words.
type Step struct {
	Key  string
	Text string
	URL  string // in the language's documentation; empty where the step is no page
}

// Answer is the answer of c to f in words.
func (v Localizer) Answer(c *model.Country, f model.Feature) Answer {
	a := c.Answer(f)
	s := Answer{Feature: f, State: a.State, Name: v.Feature(f), Word: v.StateOf(f, a.State), Detail: v.detail(a)}
	if a.State != model.NotApplicable {
		s.Gloss = v.gloss(f)
	}
	for city := range a.Cities.Values() {
		s.Cities = append(s.Cities, v.City(city))
	}
	if n := len(s.Cities); n > 0 {
		s.CitiesHead = v.Count("answer.cities", n)
		if a.OtherCitiesOnRequest && !a.Has("toll_other_cities_on_request") { // the condition says it
			s.Cities = append(s.Cities, v.Text("answer.other_cities"))
		}
	}
	for o := range a.Options.Values() {
		s.Plans = append(s.Plans, v.Plan(o))
	}
	if n := len(s.Plans); n > 0 {
		s.PlansHead = v.Count("answer.plans", n)
	}
	for k := range a.Conditions.Values() {
		s.Conditions = append(s.Conditions, v.Condition(k))
	}
	for w := range c.Warnings().Values() {
		if w.Concerns(f) {
			s.Warnings = append(s.Warnings, v.Warning(c, w))
		}
	}
	v.next(&s, f, a)
	return s
}

// gloss is what the name of f means, where the word alone misleads.
func (v Localizer) gloss(f model.Feature) string {
	if key := "gloss." + f.Key(); v.words.Has(key) {
		return v.Text(key)
	}
	return ""
}

// detail is what the state's word leaves open.
func (v Localizer) detail(a model.Answer) string {
	switch {
	case a.Partner.Name != "":
		return a.Partner.Name
	case a.Destinations.Stated > 0:
		return v.Count("answer.destinations", a.Destinations.Stated)
	case a.Scope == model.NonGeographic:
		return v.Text("scope.non_geographic")
	}
	return ""
}

// next puts the next steps in words. Under a no the heading promises a way out,
// else a next step; where there is neither, it says so, except where the answer
// follows another one.
func (v Localizer) next(s *Answer, f model.Feature, a model.Answer) {
	for st := range a.Next.Values() {
		s.Next = append(s.Next, v.Step(st))
	}
	switch {
	case len(s.Next) > 0 && a.State == model.No:
		s.NextHead = v.Text("answer.instead")
	case len(s.Next) > 0:
		s.NextHead = v.Text("answer.next")
	case wayOut(f, a.State):
		s.NoNext = v.Text("answer.no_alternative")
	}
}

// wayOut reports whether a reader of this answer looks for a way out.
func wayOut(f model.Feature, s model.State) bool {
	switch s {
	case model.No, model.Restricted:
		return true
	case model.Unstated, model.NotApplicable:
		return f.Service() != model.CallingPlans
	}
	return false
}

// City is the name of a city, with a remark where its numbers must be requested.
func (v Localizer) City(c model.City) string {
	name := c.Names.In(v.lang)
	if c.OnRequest {
		return v.Aside(name, v.Text("answer.city_on_request"))
	}
	return name
}

// Plan is a Calling Plan in words.
func (v Localizer) Plan(o model.Option) Plan {
	p := Plan{Name: v.Text("plan_short." + o.Kind.String()), Domestic: minutes(o.DomesticMinutes), International: minutes(o.InternationalMinutes)}
	var remarks []string
	if o.WhicheverFirst {
		remarks = append(remarks, v.Text("answer.whichever_first"))
	}
	if o.Limited {
		remarks = append(remarks, v.Text("answer.limited"))
	}
	p.Remark = v.List(remarks)
	return p
}

func minutes(n int) string {
	if n == 0 {
		return "-"
	}
	return assets.Number(n)
}

// Condition is a condition in words.
func (v Localizer) Condition(c model.Condition) Note {
	return v.note("condition."+c.Key, c.Key, c.Args, v.arg)
}

// Warning is a warning about answers of c in words.
func (v Localizer) Warning(c *model.Country, w model.Warning) Note {
	n := v.note("warning."+w.Key, w.Key, w.Args, func(a model.Arg) string {
		if a.Name == "city" {
			return v.cityOf(c, v.arg(a))
		}
		return v.arg(a)
	})
	n.Head = v.Text("answer.warning")
	if w.Key == "premium_row_missing_though_plans_sold" { // silent, and not in two minds
		n.Head = v.Text("answer.gap")
	}
	return n
}

// cityOf is the name of the city of c that has this English name.
func (v Localizer) cityOf(c *model.Country, english string) string {
	for _, f := range model.Features() {
		for city := range c.Answer(f).Cities.Values() {
			if city.Names.In(model.English) == english {
				return city.Names.In(v.lang)
			}
		}
	}
	return english
}

func (v Localizer) note(textKey, key string, args model.List[model.Arg], arg func(model.Arg) string) Note {
	n := Note{Key: key, Restates: restates(key)}
	var pairs []any
	for a := range args.Values() {
		if a.Name == "links" {
			for link := range a.Values.Values() {
				n.Links = append(n.Links, v.URL(link))
			}
			continue
		}
		pairs = append(pairs, a.Name, arg(a))
	}
	n.Text = v.Text(textKey, pairs...)
	return n
}

// Step is a next step in words.
func (v Localizer) Step(s model.Step) Step {
	return Step{Key: s.Key, Text: v.Text("step." + s.Key), URL: v.URL(s.URL)}
}
