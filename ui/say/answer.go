package say

import (
	"voxatlas/assets"
	"voxatlas/model"
)

// Answer is an answer in words. Strings and lists are empty where a part has no text.
type Answer struct {
	Feature    model.Feature
	State      model.State // as shown: model.Unread where the text could not be read
	Name       string      // of the feature
	Gloss      string      // explains Name, where the word alone misleads
	Word       string      // of the state
	Detail     string      // completes Word: the partner, a count
	Printed    string      // quotes the page where it could not be read
	Cities     []string    // of the numbers, each with "on request" where that holds
	CitiesHead string      // heading of Cities, with their number
	Plans      []PlanText
	PlansHead  string // heading of Plans, with their number
	Conditions []Note
	Warnings   []Note
	Later      []Later
	LaterHead  string // heading of Later
	Next       []StepText
	NextHead   string // heading of Next
	NoNext     string // tells that the source names no alternative
}

// PlanText is a Calling Plan in words. Minutes are per calendar month.
type PlanText struct {
	Name          string
	Domestic      string // minutes, or a dash
	International string // minutes, or a dash
	Remark        string // "whichever is reached first", "limited availability", or both
}

// Note is a condition or warning in words.
type Note struct {
	Key      string
	Text     string
	Links    []string
	Restates bool   // repeats the word and detail of its answer
	Head     string // of a warning: its kind
}

// Restates reports whether the condition of a key only repeats the state and detail of
// its answer, so that a small screen may leave it out.
func Restates(condition string) bool {
	switch condition {
	case "audio_conferencing_pay_per_minute_only", "call_me_needs_communications_credits",
		"toll_numbers_on_request", "toll_free_on_request", "toll_numbers_non_geographic":
		return true
	}
	return false
}

// StepText is a next step in words.
type StepText struct {
	Key  string
	Text string
	URL  string // in the language's documentation; empty where the step is no page
}

// Answer puts the answer of c to f into words.
func (loc Localizer) Answer(c *model.Country, f model.Feature) Answer {
	a := c.Answer(f)
	s := Answer{Feature: f, State: a.Shown(), Name: loc.Feature(f), Word: loc.StateOf(f, a.Shown()), Detail: loc.detail(a)}
	if a.Unread != "" {
		s.Printed = loc.Text("answer.unread", "text", a.Unread)
	}
	if a.State != model.NotApplicable {
		s.Gloss = loc.Gloss(f)
	}
	for city := range a.Cities.Values() {
		s.Cities = append(s.Cities, loc.CityName(city))
	}
	if n := len(s.Cities); n > 0 {
		s.CitiesHead = loc.Count("answer.cities", n)
		if unknown := a.UnknownCities(); unknown > 0 {
			s.CitiesHead = loc.WithRemark(s.CitiesHead, loc.Count("answer.cities_unread", unknown))
		}
		if a.OtherCitiesOnRequest && !a.HasCondition("toll_other_cities_on_request") { // the condition says it
			s.Cities = append(s.Cities, loc.Text("answer.other_cities"))
		}
	}
	for o := range a.Plans.Values() {
		s.Plans = append(s.Plans, loc.PlanText(o))
	}
	if n := len(s.Plans); n > 0 {
		s.PlansHead = loc.Count("answer.plans", n)
	}
	for k := range a.Conditions.Values() {
		s.Conditions = append(s.Conditions, loc.Condition(k))
	}
	for w := range c.Warnings().Values() {
		if w.Concerns(f) {
			s.Warnings = append(s.Warnings, loc.Warning(c, w))
		}
	}
	if s.Later = loc.later(c, func(n model.LaterNote) bool { return n.Concerns(f) }); len(s.Later) > 0 {
		s.LaterHead = loc.Text("answer.later")
	}
	loc.fillNextSteps(&s, f, a)
	return s
}

// Gloss explains the name of f, where the word alone misleads; else it is empty.
func (loc Localizer) Gloss(f model.Feature) string {
	switch f {
	case model.PremiumNumbers, model.TollNumbers, model.TollFreeNumbers:
		return loc.Text("gloss." + f.Key())
	}
	return ""
}

// detail completes the word of a's state: a partner, a count, a scope; often empty.
func (loc Localizer) detail(a model.Answer) string {
	switch {
	case a.Partner.Name != "":
		return a.Partner.Name
	case a.Destinations.Stated > 0:
		return loc.Count("answer.destinations", a.Destinations.Stated)
	case a.Scope == model.NonGeographic:
		return loc.Text("scope.non_geographic")
	}
	return ""
}

// fillNextSteps sets Next and its heading in s. The heading under a no is another one.
// Without steps it sets NoNext, if a reader would look for an alternative.
func (loc Localizer) fillNextSteps(s *Answer, f model.Feature, a model.Answer) {
	for st := range a.Next.Values() {
		s.Next = append(s.Next, loc.StepText(st))
	}
	switch {
	case len(s.Next) > 0 && a.State == model.No:
		s.NextHead = loc.Text("answer.next_after_no")
	case len(s.Next) > 0:
		s.NextHead = loc.Text("answer.next")
	case wantsAlternative(f, a.Shown()):
		s.NoNext = loc.Text("answer.no_alternative")
	}
}

// wantsAlternative reports whether a reader of this answer would look for another
// route. Answers about plans follow from the one about their purchase.
func wantsAlternative(f model.Feature, s model.State) bool {
	switch s {
	case model.No, model.Restricted:
		return true
	case model.Unstated, model.NotApplicable:
		return f.Service() != model.CallingPlans
	}
	return false
}

// CityName returns the name of a city, with a remark where its numbers must be
// requested; of a city that is not known, its printed name.
func (loc Localizer) CityName(c model.City) string {
	name := c.NameIn(loc.lang)
	if c.OnRequest {
		return loc.WithRemark(name, loc.Text("answer.city_on_request"))
	}
	return name
}

// PlanText puts a Calling Plan into words. One that could not be read is quoted.
func (loc Localizer) PlanText(o model.Plan) PlanText {
	if o.Kind == 0 {
		return PlanText{Name: loc.Text("answer.plan_unread", "text", o.Printed), Domestic: "-", International: "-"}
	}
	p := PlanText{Name: loc.Text("plan_short." + o.Kind.String()), Domestic: minutesText(o.DomesticMinutes), International: minutesText(o.InternationalMinutes)}
	var remarks []string
	if o.WhicheverFirst {
		remarks = append(remarks, loc.Text("answer.whichever_first"))
	}
	if o.Limited {
		remarks = append(remarks, loc.Text("answer.limited"))
	}
	p.Remark = loc.JoinList(remarks)
	return p
}

func minutesText(n int) string {
	if n == 0 {
		return "-"
	}
	return assets.Number(n)
}

// Condition puts a condition into words.
func (loc Localizer) Condition(c model.Condition) Note {
	return loc.newNote("condition."+c.Key, c.Key, c.Args, loc.argText)
}

// Warning puts a warning about answers of c into words.
func (loc Localizer) Warning(c *model.Country, w model.Warning) Note {
	n := loc.newNote("warning."+w.Key, w.Key, w.Args, func(a model.Arg) string {
		if a.Name == "city" {
			return loc.cityByEnglishName(c, loc.argText(a))
		}
		return loc.argText(a)
	})
	n.Head = loc.Text(warningHead(w.Key))
	return n
}

// warningHead returns the key of the heading of a warning: most are contradictions.
func warningHead(warning string) string {
	switch warning {
	case "premium_row_missing_though_plans_sold": // the page is silent
		return "answer.gap"
	case "toll_free_needs_credits_but_credits_not_available", "attendants_and_queues_need_numbers_on_request_only":
		return "answer.follows"
	}
	return "answer.warning"
}

// cityByEnglishName finds the city of c with this English name, and returns its name
// in the language; the English one if c has no such city.
func (loc Localizer) cityByEnglishName(c *model.Country, english string) string {
	for _, f := range model.Features() {
		for city := range c.Answer(f).Cities.Values() {
			if city.Names.In(model.English) == english {
				return city.Names.In(loc.lang)
			}
		}
	}
	return english
}

func (loc Localizer) newNote(textKey, key string, args model.List[model.Arg], arg func(model.Arg) string) Note {
	n := Note{Key: key, Restates: Restates(key)}
	var pairs []any
	for a := range args.Values() {
		if a.Name == "links" {
			for link := range a.Values.Values() {
				n.Links = append(n.Links, loc.URL(link))
			}
			continue
		}
		pairs = append(pairs, a.Name, arg(a))
	}
	n.Text = loc.Text(textKey, pairs...)
	return n
}

// StepText puts a next step into words.
func (loc Localizer) StepText(s model.Step) StepText {
	return StepText{Key: s.Key, Text: loc.Text("step." + s.Key), URL: loc.URL(s.URL)}
}
