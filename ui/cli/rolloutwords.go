package cli

import (
	"voxatlas/data/offices"
	"voxatlas/model"
	"voxatlas/ui/say"
)

// needDoubt is the kind of doubt of an office whose need has a mistake.
const needDoubt = "need"

// outcomeWord returns an outcome in a word or two.
func (r *rollout) outcomeWord(o outcome) string {
	return r.program.localizer.Text("export.verdict." + o.String())
}

// why says why an office has its outcome.
func (r *rollout) why(o *plannedOffice) string {
	if o.plan != nil {
		return r.wordsOf(o.plan).reasons
	}
	return r.troubleWords(r.program.localizer, o)
}

// troubleWords says in one language why an office has no verdict.
func (r *rollout) troubleWords(loc say.Localizer, o *plannedOffice) string {
	switch {
	case o.doubt != nil:
		return r.doubtWords(loc, o.doubt)
	case o.verdict == notListed:
		return loc.Text("rollout.unlisted", "name", loc.CountryName(o.iso2))
	}
	mistake := o.need.mistake.message
	if o.need.cause != nil {
		mistake = loc.Mistake(o.need.cause, "program", r.program.commandPrefix())
	}
	return loc.Text("rollout.doubt.need", "mistake", mistake)
}

// doubtWords says why it is not known where an office is, and where it may be.
func (r *rollout) doubtWords(loc say.Localizer, d *offices.Doubt) string {
	key := string(d.Kind)
	why := ""
	switch d.Kind {
	case offices.Contradiction, offices.NamesNothing, offices.NothingGiven, offices.SurplusFields, offices.LocalNumber:
	default:
		key, why = "ambiguous", loc.Text("error.doubt."+key)
	}
	args := []any{"why", why, "text", quotable(d.Text), "beside", quotable(d.Beside)}
	for _, field := range []struct{ name, key string }{{"column", d.Column}, {"other", d.Other}} {
		if field.key != "" {
			args = append(args, field.name, loc.Text("rollout.field."+field.key))
		}
	}
	text := loc.Text("rollout.doubt."+key, args...)
	if len(d.Places) > 0 {
		text = loc.Text("rollout.candidates", "text", text, "names", loc.JoinList(r.candidates(loc, d.Places)))
	}
	return text
}

// candidates returns the names of places with their codes, as far as there is room.
func (r *rollout) candidates(loc say.Localizer, places []string) []string {
	var list []string
	for i, iso2 := range places {
		if i == maxNames {
			return append(list, loc.Count("error.country.more", len(places)-i))
		}
		list = append(list, loc.WithRemark(r.placeIn(loc, iso2), iso2))
	}
	return list
}

// placeIn returns the name of a place in one language, listed or not.
func (r *rollout) placeIn(loc say.Localizer, iso2 string) string {
	if c := r.locator.Listed(iso2); c != nil {
		return c.Name(loc.Lang())
	}
	return loc.CountryName(iso2)
}

// placeName returns the name of a place in the user's language.
func (r *rollout) placeName(iso2 string) string { return r.placeIn(r.program.localizer, iso2) }

// cityWords says whether there are toll numbers in the city of an office; "" for an office
// without a city or plan.
func (r *rollout) cityWords(o *plannedOffice) string {
	if o.plan == nil || o.city == "" && !o.own.found {
		return ""
	}
	loc, answer := r.program.localizer, o.plan.country.Answer(model.TollNumbers)
	switch {
	case !answer.State.Offered():
		return loc.State(answer.Shown())
	case o.own.found:
		return loc.CityName(answer.Cities.At(o.own.index))
	case answer.UnknownCities() > 0:
		return loc.WithRemark(loc.Count("answer.cities", answer.Cities.Len()), loc.Count("answer.cities_unread", answer.UnknownCities()))
	case answer.Cities.Len() > 0 && o.own.known:
		return loc.Count("rollout.other_cities", answer.Cities.Len())
	case answer.Cities.Len() > 0:
		return loc.Count("answer.cities", answer.Cities.Len())
	case answer.Scope == model.NonGeographic:
		return loc.Text("scope.non_geographic")
	}
	return loc.State(answer.State)
}
