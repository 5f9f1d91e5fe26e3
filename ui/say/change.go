package say

import (
	"cmp"
	"slices"
	"strings"

	"voxatlas/data/names"
	"voxatlas/model"
	"voxatlas/ui/text"
)

// Change is a change between two editions in words.
type Change struct {
	Field     model.Field
	Direction model.Direction
	Word      string   // of the direction
	Name      string   // of the field
	From, To  string   // value before and after, in a word or two; both empty where Added and Removed suffice
	Values    string   // From and To together, as "Not available -> Available"; empty where they are the same
	Added     []string // paragraphs: cities, plans or conditions that are new
	Removed   []string // paragraphs: those that are gone
}

// CountryChanges holds the changes of one country, gains before losses.
type CountryChanges struct {
	Country *model.Country // as the later edition has it, if it does
	Changes []model.Change
}

// ByCountry groups changes by country. Countries with a gain come first, those with
// losses alone last; within these groups they are sorted as in a dictionary of the
// language.
func (loc Localizer) ByCountry(changes []model.Change) []CountryChanges {
	var list []CountryChanges
	at := map[*model.Country]int{}
	for _, c := range changes {
		i, ok := at[c.Country()]
		if !ok {
			i = len(list)
			at[c.Country()] = i
			list = append(list, CountryChanges{Country: c.Country()})
		}
		list[i].Changes = append(list[i].Changes, c)
	}
	for _, k := range list {
		slices.SortStableFunc(k.Changes, func(a, b model.Change) int { return cmp.Compare(a.Direction(), b.Direction()) })
	}
	names.SortByName(list, loc.lang, func(k CountryChanges) string { return k.Country.ISO2() })
	slices.SortStableFunc(list, func(a, b CountryChanges) int {
		return cmp.Compare(a.Changes[0].Direction(), b.Changes[0].Direction())
	})
	return list
}

// ComparisonTitle names the two editions that are compared.
func (loc Localizer) ComparisonTitle(from, to string) string {
	return loc.Editions("change.between", from, to)
}

// Editions returns a text about two editions, given by their labels.
func (loc Localizer) Editions(key, from, to string) string {
	return loc.CloseUp(loc.Text(key, "from", from, "to", to))
}

// CloseUp drops the blank behind a full-width bracket, with which the label of an edition
// may end.
func (loc Localizer) CloseUp(line string) string {
	if closing := loc.Text("paren.close"); text.Width(closing) > 1 {
		line = strings.ReplaceAll(line, closing+" ", closing)
	}
	return line
}

// Total returns a text with the number of changes, in all and by direction: "3
// changes in 2 countries or regions: 1 gained, 2 changed, 0 lost".
func (loc Localizer) Total(changes []model.Change) string {
	if len(changes) == 0 {
		return loc.Text("change.none")
	}
	var counts [model.Lost + 1]int
	countries := map[*model.Country]bool{}
	for _, c := range changes {
		counts[c.Direction()]++
		countries[c.Country()] = true
	}
	var parts []string
	for t, n := range counts {
		parts = append(parts, loc.Count("change.count."+model.Direction(t).String(), n))
	}
	return loc.Labelled(loc.Count("change.countries", len(countries), "changes", loc.Count("change.changes", len(changes))), loc.JoinList(parts))
}

// Field returns the name of f for a line that has no heading above it: "Voicemail",
// "Calling Plans: Purchase".
func (loc Localizer) Field(f model.Field) string {
	if f.Feature() == 0 {
		return loc.Text("change.field." + f.Key())
	}
	return loc.ShortTitle(model.Topic{Feature: f.Feature()})
}

// Change puts c into words.
func (loc Localizer) Change(c model.Change) Change {
	s := Change{Field: c.Field, Direction: c.Direction(), Word: loc.Text("change." + c.Direction().String()), Name: loc.Field(c.Field)}
	switch c.Field {
	case model.FieldListed:
		s.From, s.To = loc.listedWord(c.From), loc.listedWord(c.To)
	case model.FieldPrinted:
		s.From, s.To = loc.printedNames(c.From, c.To), loc.printedNames(c.To, c.From)
	case model.FieldConditions:
		s.Added, s.Removed = loc.conditionLines(c.To.ConditionUsesNotIn(c.From)), loc.conditionLines(c.From.ConditionUsesNotIn(c.To))
	default:
		loc.fillAnswers(&s, c.From.Answer(c.Field.Feature()), c.To.Answer(c.Field.Feature()))
	}
	if s.From != s.To {
		s.Values = loc.Text("change.values", "from", s.From, "to", s.To)
	}
	return s
}

// AnswerChange puts the change of an answer into words, with the numbers of destinations
// and the conditions of the answer among Added and Removed.
func (loc Localizer) AnswerChange(f model.Feature, was, is *model.Country) Change {
	s := loc.Change(model.Change{Field: model.Field(f), From: was, To: is})
	before, after := was.Answer(f), is.Answer(f)
	if d, e := before.Destinations, after.Destinations; d.Listed != e.Listed && d.Listed > 0 && e.Listed > 0 && d.Stated == e.Stated && d.Stated > 0 {
		s.Removed, s.Added = append(s.Removed, loc.listedDestinations(d)), append(s.Added, loc.listedDestinations(e))
	}
	s.Added = append(s.Added, loc.conditionsNotIn(after, before)...)
	s.Removed = append(s.Removed, loc.conditionsNotIn(before, after)...)
	return s
}

// listedDestinations tells how many destinations are listed: "198 listed, for the
// Domestic and International Calling Plan".
func (loc Localizer) listedDestinations(d model.Destinations) string {
	return loc.Count("change.destinations", d.Listed, "plan", loc.Text("plan."+d.Plan.String()))
}

// conditionsNotIn lists the conditions of a that b lacks, but not those that only repeat
// a's state where that is another one.
func (loc Localizer) conditionsNotIn(a, b model.Answer) []string {
	var list []string
	for _, k := range a.ConditionsNotIn(b) {
		if a.State == b.State || !Restates(k.Key) {
			list = append(list, loc.Condition(k).Text)
		}
	}
	return list
}

func (loc Localizer) listedWord(c *model.Country) string {
	if c == nil {
		return loc.Text("change.unlisted")
	}
	return loc.Text("change.listed")
}

// printedNames lists the printed names of c that differ in d.
func (loc Localizer) printedNames(c, d *model.Country) string {
	var list []string
	for lang, name := range c.Printed().All() {
		if d.Printed().Has(lang) && d.Printed().In(lang) != name {
			list = append(list, name)
		}
	}
	return loc.JoinList(list)
}

// conditionLines puts conditions into words, a line each, with the names of the
// answers that each limits.
func (loc Localizer) conditionLines(uses []model.ConditionUse) []string {
	var list []string
	for _, u := range uses {
		var fields []string
		for f := range u.Features.Values() {
			fields = append(fields, loc.FeatureLabel(f))
		}
		list = append(list, loc.Labelled(loc.JoinList(fields), loc.Condition(u.Condition).Text))
	}
	return list
}

// FeatureLabel returns the name of f for a line in which a colon follows: "Voicemail",
// "Calling Plans (Purchase)".
func (loc Localizer) FeatureLabel(f model.Feature) string {
	if strings.HasSuffix(f.Key(), ".purchase") {
		return loc.WithRemark(loc.Service(f.Service()), loc.Feature(f))
	}
	return loc.Feature(f)
}

// fillAnswers sets the values of s from an answer before and after.
func (loc Localizer) fillAnswers(s *Change, was, is model.Answer) {
	f := s.Field.Feature()
	s.From, s.To = loc.answerWord(f, was, is), loc.answerWord(f, is, was)
	s.Added, s.Removed = loc.itemsNotIn(is, was), loc.itemsNotIn(was, is)
	// How many plans the page says there are is worth a word where it miscounts,
	// or where nothing else changed.
	if was.StatedPlans != is.StatedPlans && (miscounts(was) || miscounts(is) || s.From == s.To && len(s.Added)+len(s.Removed) == 0) {
		s.Added, s.Removed = loc.appendStatedPlans(s.Added, is), loc.appendStatedPlans(s.Removed, was)
	}
	if s.From == s.To && len(s.Added)+len(s.Removed) > 0 {
		s.From, s.To = "", ""
	}
}

// answerWord puts a into a word or two: its state, and other values that differ from
// b, except lists.
func (loc Localizer) answerWord(f model.Feature, a, b model.Answer) string {
	var rest []string
	if d := loc.detail(a); d != "" {
		rest = append(rest, d)
	}
	if a.State == b.State && a.Scope != b.Scope && a.Scope != model.ScopeUnstated && a.Scope != model.NonGeographic {
		rest = append(rest, loc.Text("scope."+a.Scope.String()))
	}
	if d, e := a.Destinations, b.Destinations; d != e && d.Stated > 0 && d.Stated == e.Stated {
		rest = append(rest, loc.listedDestinations(d))
	}
	if len(rest) == 0 {
		return loc.StateOf(f, a.State)
	}
	return loc.WithRemark(loc.StateOf(f, a.State), loc.JoinList(rest))
}

// itemsNotIn lists the cities and plans of a that b lacks, a paragraph each kind.
func (loc Localizer) itemsNotIn(a, b model.Answer) []string {
	var cities, plans, list []string
	moreCities, morePlans := a.ItemsNotIn(b)
	for _, c := range moreCities {
		cities = append(cities, loc.CityName(c))
	}
	if a.OtherCitiesOnRequest && !b.OtherCitiesOnRequest {
		cities = append(cities, loc.Text("answer.other_cities"))
	}
	for _, p := range morePlans {
		plans = append(plans, loc.PlanLine(loc.PlanText(p)))
	}
	for _, items := range [][]string{cities, plans} {
		if len(items) > 0 {
			list = append(list, loc.JoinList(items))
		}
	}
	return list
}

// miscounts reports whether a states another number of plans than it lists.
func miscounts(a model.Answer) bool {
	return a.StatedPlans != 0 && a.StatedPlans != a.Plans.Len()
}

// appendStatedPlans adds the number of plans that a states to a list.
func (loc Localizer) appendStatedPlans(list []string, a model.Answer) []string {
	if a.StatedPlans == 0 {
		return list
	}
	return append(list, loc.Count("change.stated_plans", a.StatedPlans))
}

// PlanLine puts a plan on one line: its kind, its minutes, a remark.
func (loc Localizer) PlanLine(p PlanText) string {
	text, minutes := p.Name, p.Domestic
	if p.International != "-" {
		minutes += " / " + p.International
	}
	if minutes != "-" {
		text += " " + loc.Text("answer.minutes", "minutes", minutes)
	}
	if p.Remark != "" {
		text = loc.WithRemark(text, p.Remark)
	}
	return text
}
