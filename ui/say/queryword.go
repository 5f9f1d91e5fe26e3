package say

import (
	"strings"

	"voxatlas/assets"
	"voxatlas/data/names"
	"voxatlas/model"
	"voxatlas/model/query"
)

// RegionTerm may stand before the key in the text of a [query.RegionWord]. With it, the
// text is a whole term.
const RegionTerm = "region:"

// QueryWord describes a word of an expression, for a list of words to choose from:
// "Calling Plans: Purchase" for cp.
func (loc Localizer) QueryWord(w query.Word) string {
	switch w.Kind {
	case query.KeyWord:
		return loc.ShortTitle(model.Topic{Feature: w.Feature})
	case query.StateWord:
		return loc.StateOf(w.Feature, w.State)
	case query.PlanWord:
		return loc.Text("plan." + w.Plan.String())
	case query.MinutesWord:
		return loc.Text("word.minutes", "minutes", assets.Number(w.Minutes))
	case query.ScopeWord:
		return loc.Text("scope." + w.Scope.String())
	case query.RegionWord:
		return loc.Region(strings.TrimPrefix(w.Text, RegionTerm))
	case query.DateWord:
		return loc.Text("word.date", "date", w.Text)
	case query.CityWord, query.NameWord:
		return loc.placeWord(w)
	case query.StatesWord:
		return loc.Text("word.states")
	case query.AnyWord:
		return loc.Text("word.any")
	case query.UnreadWord:
		return loc.Text("word.unread")
	}
	return loc.Text("word.term." + termKey(w.Text))
}

// termKey returns the name of a term that is no key of an answer, as catalogs have it.
func termKey(term string) string {
	switch term {
	case "plan>=":
		return "plan_minutes"
	case "changed:":
		return "changed_since"
	}
	return strings.TrimSuffix(term, ":")
}

// Region returns the name of a region of expressions, as "European Union" for eu.
func (loc Localizer) Region(key string) string { return loc.Text("region." + key) }

// placeWord returns the name of a place in the language of loc, or in its companion
// where the word itself is that name. A city's country stands behind it.
func (loc Localizer) placeWord(w query.Word) string {
	name := w.Place.Names.In(loc.lang)
	if name == w.Place.Text {
		name = w.Place.Names.In(loc.Companion())
	}
	if w.Kind == query.NameWord {
		return loc.WithRemark(name, w.Place.ISO2)
	}
	if country, ok := names.Of(w.Place.ISO2); ok {
		return loc.WithRemark(name, country.Names.In(loc.lang))
	}
	return name // in several countries
}
