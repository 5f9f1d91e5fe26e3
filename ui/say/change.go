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
	Word      string   // of the turn
	Name      string   // of what changed
	From, To  string   // what it was and is, in a word or two; both empty where Came and Left say it all
	Added     []string // what is there now and was not, in paragraphs
	Removed   []string // what was there and is not
}

// CountryChanges is the changes of a country, gains before losses.
type CountryChanges struct {
	Country *model.Country // as the later edition has it, if it does
	Changes []model.Change
}

// ByCountry sorts changes by country: those that gained something first, those
// that only lost last, each in the order of a dictionary of the language.
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
	rank := make(map[*model.Country]int, len(list))
	for _, k := range list {
		e, _ := names.Of(k.Country.ISO2())
		rank[k.Country] = e.Rank(loc.lang)
		slices.SortStableFunc(k.Changes, func(a, b model.Change) int { return cmp.Compare(a.Direction(), b.Direction()) })
	}
	slices.SortStableFunc(list, func(a, b CountryChanges) int {
		return cmp.Or(cmp.Compare(a.Changes[0].Direction(), b.Changes[0].Direction()), cmp.Compare(rank[a.Country], rank[b.Country]))
	})
	return list
}

// Between says which editions are compared.
func (loc Localizer) Between(from, to string) string { return loc.Editions("change.between", from, to) }

// Editions is a text about two editions by their labels. Behind a full-width
// bracket, in which a label may end, it has no blank.
func (loc Localizer) Editions(key, from, to string) string {
	line := loc.Text(key, "from", from, "to", to)
	if closing := loc.Text("paren.close"); text.Width(closing) > 1 {
		line = strings.ReplaceAll(line, closing+" ", closing)
	}
	return line
}

// Total says how many changes there are, and how many of each turn.
func (loc Localizer) Total(changes []model.Change) string {
	if len(changes) == 0 {
		return loc.Text("change.none")
	}
	var turns [model.Lost + 1]int
	countries := map[*model.Country]bool{}
	for _, c := range changes {
		turns[c.Direction()]++
		countries[c.Country()] = true
	}
	var parts []string
	for t, n := range turns {
		parts = append(parts, loc.Count("change.count."+model.Direction(t).String(), n))
	}
	return loc.Labelled(loc.Count("change.countries", len(countries), "changes", loc.Count("change.changes", len(changes))), loc.JoinList(parts))
}

// Field is the name of f, where it stands under no heading.
func (loc Localizer) Field(f model.Field) string {
	feature := f.Feature()
	switch {
	case feature == 0:
		return loc.Text("change.field." + f.Key())
	case strings.HasSuffix(f.Key(), ".purchase"):
		return loc.Labelled(loc.Service(feature.Service()), loc.Feature(feature))
	}
	return loc.Feature(feature)
}

// Change is c in words.
func (loc Localizer) Change(c model.Change) Change {
	s := Change{Field: c.Field, Direction: c.Direction(), Word: loc.Text("change." + c.Direction().String()), Name: loc.Field(c.Field)}
	switch c.Field {
	case model.FieldListed:
		s.From, s.To = loc.listed(c.From), loc.listed(c.To)
	case model.FieldPrinted:
		s.From, s.To = loc.printed(c.From, c.To), loc.printed(c.To, c.From)
	case model.FieldConditions:
		s.Added, s.Removed = loc.limits(c.To.ConditionUsesNotIn(c.From)), loc.limits(c.From.ConditionUsesNotIn(c.To))
	default:
		loc.answers(&s, c.From.Answer(c.Field.Feature()), c.To.Answer(c.Field.Feature()))
	}
	return s
}

func (loc Localizer) listed(c *model.Country) string {
	if c == nil {
		return loc.Text("change.unlisted")
	}
	return loc.Text("change.listed")
}

// printed is the names of c that d prints otherwise.
func (loc Localizer) printed(c, d *model.Country) string {
	var list []string
	for lang, name := range c.Printed().All() {
		if d.Printed().Has(lang) && d.Printed().In(lang) != name {
			list = append(list, name)
		}
	}
	return loc.JoinList(list)
}

// limits is conditions, each with the answers that it limits.
func (loc Localizer) limits(limits []model.ConditionUse) []string {
	var list []string
	for _, l := range limits {
		var fields []string
		for f := range l.Features.Values() {
			fields = append(fields, loc.limited(f))
		}
		list = append(list, loc.Labelled(loc.JoinList(fields), loc.Condition(l.Condition).Text))
	}
	return list
}

// limited is the name of f before a colon.
func (loc Localizer) limited(f model.Feature) string {
	if strings.HasSuffix(f.Key(), ".purchase") {
		return loc.WithRemark(loc.Service(f.Service()), loc.Feature(f))
	}
	return loc.Feature(f)
}

// answers puts an answer that was and one that is in words.
func (loc Localizer) answers(s *Change, was, is model.Answer) {
	f := s.Field.Feature()
	s.From, s.To = loc.value(f, was, is), loc.value(f, is, was)
	s.Added, s.Removed = loc.beyond(is, was), loc.beyond(was, is)
	// How many plans the page says there are is worth a word where it miscounts,
	// or where nothing else changed.
	if was.StatedOptions != is.StatedOptions && (miscounts(was) || miscounts(is) || s.From == s.To && len(s.Added)+len(s.Removed) == 0) {
		s.Added, s.Removed = loc.stated(s.Added, is), loc.stated(s.Removed, was)
	}
	if s.From == s.To && len(s.Added)+len(s.Removed) > 0 {
		s.From, s.To = "", ""
	}
}

// value is a in a word or two: its state and what else tells it from b, but for
// lists.
func (loc Localizer) value(f model.Feature, a, b model.Answer) string {
	var rest []string
	if d := loc.detail(a); d != "" {
		rest = append(rest, d)
	}
	if a.State == b.State && a.Scope != b.Scope && a.Scope != model.ScopeUnstated && a.Scope != model.NonGeographic {
		rest = append(rest, loc.Text("scope."+a.Scope.String()))
	}
	if d, e := a.Destinations, b.Destinations; d != e && d.Stated > 0 && d.Stated == e.Stated {
		rest = append(rest, loc.Count("change.destinations", d.Listed, "plan", loc.Text("plan."+d.Plan.String())))
	}
	if len(rest) == 0 {
		return loc.StateOf(f, a.State)
	}
	return loc.WithRemark(loc.StateOf(f, a.State), loc.JoinList(rest))
}

// beyond is what a lists and b does not.
func (loc Localizer) beyond(a, b model.Answer) []string {
	var cities, plans, list []string
	more, options := a.ItemsNotIn(b)
	for _, c := range more {
		cities = append(cities, loc.CityName(c))
	}
	if a.OtherCitiesOnRequest && !b.OtherCitiesOnRequest {
		cities = append(cities, loc.Text("answer.other_cities"))
	}
	for _, o := range options {
		plans = append(plans, loc.PlanLine(loc.Plan(o)))
	}
	for _, items := range [][]string{cities, plans} {
		if len(items) > 0 {
			list = append(list, loc.JoinList(items))
		}
	}
	return list
}

func miscounts(a model.Answer) bool {
	return a.StatedOptions != 0 && a.StatedOptions != a.Options.Len()
}

// stated adds how many plans a says there are to a list.
func (loc Localizer) stated(list []string, a model.Answer) []string {
	if a.StatedOptions == 0 {
		return list
	}
	return append(list, loc.Count("change.stated_plans", a.StatedOptions))
}

// PlanLine is a plan on one line: its kind, its minutes, a remark.
func (loc Localizer) PlanLine(p Plan) string {
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
