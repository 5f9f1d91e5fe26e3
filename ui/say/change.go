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
	Field    model.Field
	Turn     model.Turn
	Word     string   // of the turn
	Name     string   // of what changed
	From, To string   // what it was and is, in a word or two; both empty where Came and Left say it all
	Came     []string // what is there now and was not, in paragraphs
	Left     []string // what was there and is not
}

// Changed is the changes of a country, gains before losses.
type Changed struct {
	Country *model.Country // as the later edition has it, if it does
	Changes []model.Change
}

// ByCountry sorts changes by country: those that gained something first, those
// that only lost last, each in the order of a dictionary of the language.
func (v Localizer) ByCountry(changes []model.Change) []Changed {
	var list []Changed
	at := map[*model.Country]int{}
	for _, c := range changes {
		i, ok := at[c.Country()]
		if !ok {
			i = len(list)
			at[c.Country()] = i
			list = append(list, Changed{Country: c.Country()})
		}
		list[i].Changes = append(list[i].Changes, c)
	}
	rank := make(map[*model.Country]int, len(list))
	for _, k := range list {
		e, _ := names.Of(k.Country.ISO2())
		rank[k.Country] = e.Rank(v.lang)
		slices.SortStableFunc(k.Changes, func(a, b model.Change) int { return cmp.Compare(a.Turn(), b.Turn()) })
	}
	slices.SortStableFunc(list, func(a, b Changed) int {
		return cmp.Or(cmp.Compare(a.Changes[0].Turn(), b.Changes[0].Turn()), cmp.Compare(rank[a.Country], rank[b.Country]))
	})
	return list
}

// Between says which editions are compared.
func (v Localizer) Between(from, to string) string { return v.Editions("change.between", from, to) }

// Editions is a text about two editions by their labels. Behind a full-width
// bracket, in which a label may end, it has no blank.
func (v Localizer) Editions(key, from, to string) string {
	line := v.Text(key, "from", from, "to", to)
	if closing := v.Text("paren.close"); text.Width(closing) > 1 {
		line = strings.ReplaceAll(line, closing+" ", closing)
	}
	return line
}

// Total says how many changes there are, and how many of each turn.
func (v Localizer) Total(changes []model.Change) string {
	if len(changes) == 0 {
		return v.Text("change.none")
	}
	var turns [model.Lost + 1]int
	countries := map[*model.Country]bool{}
	for _, c := range changes {
		turns[c.Turn()]++
		countries[c.Country()] = true
	}
	var parts []string
	for t, n := range turns {
		parts = append(parts, v.Count("change.count."+model.Turn(t).String(), n))
	}
	return v.Labelled(v.Count("change.countries", len(countries), "changes", v.Count("change.changes", len(changes))), v.List(parts))
}

// Field is the name of f, where it stands under no heading.
func (v Localizer) Field(f model.Field) string {
	feature := f.Feature()
	switch {
	case feature == 0:
		return v.Text("change.field." + f.Key())
	case strings.HasSuffix(f.Key(), ".purchase"):
		return v.Labelled(v.Service(feature.Service()), v.Feature(feature))
	}
	return v.Feature(feature)
}

// Change is c in words.
func (v Localizer) Change(c model.Change) Change {
	s := Change{Field: c.Field, Turn: c.Turn(), Word: v.Text("change." + c.Turn().String()), Name: v.Field(c.Field)}
	switch c.Field {
	case model.FieldListed:
		s.From, s.To = v.listed(c.From), v.listed(c.To)
	case model.FieldPrinted:
		s.From, s.To = v.printed(c.From, c.To), v.printed(c.To, c.From)
	case model.FieldConditions:
		s.Came, s.Left = v.limits(c.To.LimitsBeyond(c.From)), v.limits(c.From.LimitsBeyond(c.To))
	default:
		v.answers(&s, c.From.Answer(c.Field.Feature()), c.To.Answer(c.Field.Feature()))
	}
	return s
}

func (v Localizer) listed(c *model.Country) string {
	if c == nil {
		return v.Text("change.unlisted")
	}
	return v.Text("change.listed")
}

// printed is the names of c that d prints otherwise.
func (v Localizer) printed(c, d *model.Country) string {
	var list []string
	for lang, name := range c.Printed().All() {
		if d.Printed().Has(lang) && d.Printed().In(lang) != name {
			list = append(list, name)
		}
	}
	return v.List(list)
}

// limits is conditions, each with the answers that it limits.
func (v Localizer) limits(limits []model.Limit) []string {
	var list []string
	for _, l := range limits {
		var fields []string
		for f := range l.Features.Values() {
			fields = append(fields, v.limited(f))
		}
		list = append(list, v.Labelled(v.List(fields), v.Condition(l.Condition).Text))
	}
	return list
}

// limited is the name of f before a colon.
func (v Localizer) limited(f model.Feature) string {
	if strings.HasSuffix(f.Key(), ".purchase") {
		return v.Aside(v.Service(f.Service()), v.Feature(f))
	}
	return v.Feature(f)
}

// answers puts an answer that was and one that is in words.
func (v Localizer) answers(s *Change, was, is model.Answer) {
	f := s.Field.Feature()
	s.From, s.To = v.value(f, was, is), v.value(f, is, was)
	s.Came, s.Left = v.beyond(is, was), v.beyond(was, is)
	// How many plans the page says there are is worth a word where it miscounts,
	// or where nothing else changed.
	if was.StatedOptions != is.StatedOptions && (miscounts(was) || miscounts(is) || s.From == s.To && len(s.Came)+len(s.Left) == 0) {
		s.Came, s.Left = v.stated(s.Came, is), v.stated(s.Left, was)
	}
	if s.From == s.To && len(s.Came)+len(s.Left) > 0 {
		s.From, s.To = "", ""
	}
}

// value is a in a word or two: its state and what else tells it from b, but for
// lists.
func (v Localizer) value(f model.Feature, a, b model.Answer) string {
	var rest []string
	if d := v.detail(a); d != "" {
		rest = append(rest, d)
	}
	if a.State == b.State && a.Scope != b.Scope && a.Scope != model.ScopeUnstated && a.Scope != model.NonGeographic {
		rest = append(rest, v.Text("scope."+a.Scope.String()))
	}
	if d, e := a.Destinations, b.Destinations; d != e && d.Stated > 0 && d.Stated == e.Stated {
		rest = append(rest, v.Count("change.destinations", d.Listed, "plan", v.Text("plan."+d.Plan.String())))
	}
	if len(rest) == 0 {
		return v.StateOf(f, a.State)
	}
	return v.Aside(v.StateOf(f, a.State), v.List(rest))
}

// beyond is what a lists and b does not.
func (v Localizer) beyond(a, b model.Answer) []string {
	var cities, plans, list []string
	more, options := a.Beyond(b)
	for _, c := range more {
		cities = append(cities, v.City(c))
	}
	if a.OtherCitiesOnRequest && !b.OtherCitiesOnRequest {
		cities = append(cities, v.Text("answer.other_cities"))
	}
	for _, o := range options {
		plans = append(plans, v.PlanLine(v.Plan(o)))
	}
	for _, items := range [][]string{cities, plans} {
		if len(items) > 0 {
			list = append(list, v.List(items))
		}
	}
	return list
}

func miscounts(a model.Answer) bool {
	return a.StatedOptions != 0 && a.StatedOptions != a.Options.Len()
}

// stated adds how many plans a says there are to a list.
func (v Localizer) stated(list []string, a model.Answer) []string {
	if a.StatedOptions == 0 {
		return list
	}
	return append(list, v.Count("change.stated_plans", a.StatedOptions))
}

// PlanLine is a plan on one line: its kind, its minutes, a remark.
func (v Localizer) PlanLine(p Plan) string {
	text, minutes := p.Name, p.Domestic
	if p.International != "-" {
		minutes += " / " + p.International
	}
	if minutes != "-" {
		text += " " + v.Text("answer.minutes", "minutes", minutes)
	}
	if p.Remark != "" {
		text = v.Aside(text, p.Remark)
	}
	return text
}
