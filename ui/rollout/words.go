package rollout

import (
	"errors"

	"voxatlas/data/offices"
	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/say"
)

// In puts the outcome into a word or two.
func (o Outcome) In(loc say.Localizer) string { return loc.Text("export.verdict." + o.String()) }

// Label returns the text by which people know an office.
func (o *Office) Label(loc say.Localizer) string {
	for _, text := range []string{o.Site, o.Place, o.City, o.Country, o.Phone} {
		if text != "" {
			return text
		}
	}
	return loc.Text("rollout.line", "line", o.Line)
}

// PlaceName returns the name of a place, listed or not.
func (l *List) PlaceName(loc say.Localizer, iso2 string) string {
	if c := l.Listed(iso2); c != nil {
		return c.Name(loc.Lang())
	}
	return loc.CountryName(iso2)
}

// Why says why an office has its outcome, and as which place a typo is taken; "" for an office
// without either. program is the word that users type before a command.
func (l *List) Why(loc say.Localizer, o *Office, program string) string {
	return l.WithSettled(loc, o, l.why(loc, o, program))
}

// WithSettled returns the reasons of an office behind the text that says as which place a field
// is taken that only resembles its name; the reasons alone for an office without one.
func (l *List) WithSettled(loc say.Localizer, o *Office, reasons string) string {
	text := l.SettledText(loc, o)
	if text == "" || reasons == "" {
		return text + reasons
	}
	return text + loc.Text("reason.separator") + reasons
}

// SettledText says as which place a field of an office is taken that only resembles its name,
// and which other field names the same place; "" for an office without such a field.
func (l *List) SettledText(loc say.Localizer, o *Office) string {
	d := o.Settled
	if d == nil {
		return ""
	}
	return loc.Text("rollout.settled", "text", model.Clean(d.Text, maxQuoted), "name", l.PlaceName(loc, o.ISO2),
		"other", loc.Text("rollout.field."+d.Other), "beside", model.Clean(d.Beside, maxQuoted))
}

// why returns the reasons alone.
func (l *List) why(loc say.Localizer, o *Office, program string) string {
	switch {
	case o.Plan != nil && o.Outcome == NoNeed:
		return ""
	case o.Plan != nil:
		return loc.Reasons(o.Plan.Country, o.Plan.Result)
	case o.Doubt != nil:
		return l.doubtText(loc, o.Doubt)
	case o.Outcome == Unlisted:
		return loc.Text("rollout.unlisted", "name", loc.CountryName(o.ISO2))
	}
	mistake := o.Need.Err.Error()
	var cause *query.Error
	if errors.As(o.Need.Err, &cause) {
		mistake = loc.Mistake(cause, "program", program)
	}
	return loc.Text("rollout.doubt.need", "mistake", mistake)
}

// Bounds of a doubt in words.
const (
	maxQuoted     = 80 // characters of a text
	maxCandidates = 8  // places that are named
)

// doubtText says why it is not known where an office is, and where it may be.
func (l *List) doubtText(loc say.Localizer, d *offices.Doubt) string {
	key, why := string(d.Kind), ""
	switch d.Kind {
	case offices.Contradiction, offices.NamesNothing, offices.NothingGiven, offices.SurplusFields, offices.LocalNumber:
	default:
		key, why = "ambiguous", loc.Text("error.doubt."+key)
	}
	args := []any{"why", why, "text", model.Clean(d.Text, maxQuoted), "beside", model.Clean(d.Beside, maxQuoted)}
	for _, field := range []struct{ name, key string }{{"column", d.Column}, {"other", d.Other}} {
		if field.key != "" {
			args = append(args, field.name, loc.Text("rollout.field."+field.key))
		}
	}
	text := loc.Text("rollout.doubt."+key, args...)
	if len(d.Places) > 0 {
		text = loc.Text("rollout.candidates", "text", text, "names", loc.JoinList(l.candidates(loc, d.Places)))
	}
	return text
}

// candidates returns the names of places with their codes, as far as there is room.
func (l *List) candidates(loc say.Localizer, places []string) []string {
	var list []string
	for i, iso2 := range places {
		if i == maxCandidates {
			return append(list, loc.Count("error.country.more", len(places)-i))
		}
		list = append(list, loc.WithRemark(l.PlaceName(loc, iso2), iso2))
	}
	return list
}

// CityText says whether there are toll numbers in the city of an office; "" for an office
// without a city or plan.
func (o *Office) CityText(loc say.Localizer) string {
	if o.Plan == nil || o.City == "" && !o.Own.Found {
		return ""
	}
	answer := o.Plan.Country.Answer(model.TollNumbers)
	switch {
	case !answer.State.Offered():
		return loc.State(answer.Shown())
	case o.Own.Found:
		return loc.CityName(answer.Cities.At(o.Own.Index))
	case answer.UnknownCities() > 0:
		return loc.WithRemark(loc.Count("answer.cities", answer.Cities.Len()), loc.Count("answer.cities_unread", answer.UnknownCities()))
	case answer.Cities.Len() > 0 && o.Own.Known:
		return loc.Count("rollout.other_cities", answer.Cities.Len())
	case answer.Cities.Len() > 0:
		return loc.Count("answer.cities", answer.Cities.Len())
	case answer.Scope == model.NonGeographic:
		return loc.Text("scope.non_geographic")
	}
	return loc.State(answer.Shown())
}

// TotalLines returns a line for each outcome with the number of its offices and users.
func (l *List) TotalLines(loc say.Localizer) []string {
	var lines []string
	for o, total := range l.Totals {
		if total.Offices == 0 {
			continue
		}
		line := loc.Labelled(Outcome(o).In(loc), loc.Count("rollout.offices", total.Offices)) //nolint:gosec // fewer than NumOutcomes
		if l.Given.Users {
			line += loc.Text("list.separator") + loc.Count("rollout.users", total.Users)
		}
		lines = append(lines, line)
	}
	return lines
}
