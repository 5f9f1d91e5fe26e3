package importer

import (
	"slices"
	"strings"
	"unicode"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// maxCityName limits the names of new cities, in runes.
const maxCityName = 60

// cityList is the list of cities in a cell, as written there.
type cityList struct {
	feature         model.Feature // that it answers
	items           []cityItem
	othersOnRequest bool // other cities are on request
	localsOnly      bool // only for organizations in the country
	hasUnreadText   bool // text beside a name is not understood
}

// cityItem is one entry of a list of cities.
type cityItem struct {
	text      string // the name
	whole     string // with all beside it
	onRequest bool
}

// readCities reads the names in list items, or in a cell that is one bare name.
func (c *countryReader) readCities(parts []pages.Part, f model.Feature) cityList {
	list := cityList{feature: f}
	for _, p := range parts {
		text := p.TextContent()
		requested := slices.ContainsFunc(p.Links(), isServiceDesk)
		switch first, rest, _ := strings.Cut(p.TextWithout(func(r pages.TextRun) bool { return isServiceDesk(r.Link) }), "\n"); {
		case normalize(text) == "" && !requested:
		case requested && c.isOtherCities(text, len(list.items), len(parts)):
			list.othersOnRequest = true
		default:
			list.addItem(c, first, rest, text, requested)
		}
	}
	return list
}

// isOtherCities reports whether text, the item after so many others, is the entry "other
// cities". A translation may have lost its words; then it is the last item, and the base
// has the entry there.
func (c *countryReader) isOtherCities(text string, before, items int) bool {
	if c.vocabulary.mentions(text, otherCities) {
		return !c.english || c.saysNothingBut(text, otherCities, onRequest)
	}
	if c.baseCountry == nil || c.english || before != items-1 {
		return false
	}
	a := c.baseCountry.Answer(model.TollNumbers)
	return a.OtherCitiesOnRequest && a.Cities.Len() == before
}

// addItem adds a name and reads the text beside it, which may say that numbers
// are on request or only for organizations in the country.
func (l *cityList) addItem(c *countryReader, name, beside, whole string, requested bool) {
	if bare, aside := splitBrackets(name); normalize(aside) != "" {
		switch {
		case normalize(bare) == "" && !isTermInBrackets(aside): // a translation's name
		case c.isTranslatedBeside(bare, aside, l.feature):
			name = aside
		case c.saysLocalsOnly(aside):
			l.localsOnly = true
			name = bare
		case c.vocabulary.mentions(aside, onRequest) && c.saysOnRequestOnly(aside):
			requested = true
			name = bare
		default:
			l.hasUnreadText = l.hasUnreadText || !c.mayBeInBrackets(name, bare, aside, requested, l.feature)
		}
	}
	rest, _, locals := c.splitLimits(beside)
	l.localsOnly = l.localsOnly || locals
	l.hasUnreadText = l.hasUnreadText || normalize(rest) != ""
	hasFootnote := c.english && strings.ContainsAny(name, footnoteMarks)
	name = cityName(name)
	l.hasUnreadText = l.hasUnreadText || hasFootnote || !c.mayBeName(name, l.feature)
	l.items = append(l.items, cityItem{name, whole, requested})
}

// mayBeName reports whether name is a known city's, or can be one: an English one is
// plausible, and a translation is short and has no word of an exception or a limit, or a
// machine has taken it away.
func (c *countryReader) mayBeName(name string, f model.Feature) bool {
	known := c.citiesFor(f)
	if _, ok := known.find(name); ok {
		return true
	}
	if c.english {
		isPlaceholder, _ := c.vocabulary.matches(name, noCity)
		isCity := known.worldPlace(name) != "" || !isPlaceholder && c.reference.Code(name) != c.iso2
		return isCity && normalize(name) != "" && plausibleCity(name) && !known.isSeveral(name)
	}
	return len(strings.Fields(name)) <= 8 && !c.vocabulary.mentionsWord(name, doubt)
}

// splitBrackets returns the name before the first bracket, and all that is in brackets or
// behind them.
func splitBrackets(name string) (bare, aside string) {
	i := strings.IndexAny(name, "(（")
	if i < 0 {
		return name, ""
	}
	aside = strings.Join(strings.FieldsFunc(name[i:], func(r rune) bool { return strings.ContainsRune("()（）", r) }), " ")
	return name[:i], strings.Trim(aside, " ,，、.。:：;*")
}

// mayBeInBrackets reports whether aside, in brackets beside the name bare, is part of the
// city's name: together they are known, both are names of one city, or translation has
// put a name into the brackets of "on request". Anything else is a term of use.
func (c *countryReader) mayBeInBrackets(name, bare, aside string, requested bool, f model.Feature) bool {
	known := c.citiesFor(f)
	if _, ok := known.find(name); ok || known.isSamePlace(bare, aside) {
		return true
	}
	if _, ok := known.findBracketed(aside); ok && !c.english {
		return true
	}
	return !c.english && (requested && !isTermInBrackets(aside) || known.hasBrackets())
}

// isTranslatedBeside reports whether bare is a translation of aside, a known city's name.
func (c *countryReader) isTranslatedBeside(bare, aside string, f model.Feature) bool {
	_, known := c.citiesFor(f).find(bare)
	_, too := c.citiesFor(f).find(aside)
	return !c.english && too && !known
}

// isTermInBrackets reports whether the text in brackets beside a name is too
// long to be another name. It must be a term of use then.
func isTermInBrackets(aside string) bool {
	if strings.ContainsFunc(aside, spaceless) {
		return len([]rune(normalize(aside))) > 8
	}
	return len(strings.Fields(aside)) > 2
}

// spaceless reports whether r is of a script without spaces between words.
func spaceless(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// cityName returns s without the punctuation and the empty brackets that a
// removed link leaves behind.
func cityName(s string) string {
	s = strings.Trim(s, " ,，、.。:：;*")
	for _, empty := range []string{"()", "( )", "（）", "（ ）", "(,)", "(，)"} {
		s = strings.ReplaceAll(s, empty, "")
	}
	if strings.Count(s, "(")+strings.Count(s, "（") != strings.Count(s, ")")+strings.Count(s, "）") {
		s = strings.Trim(s, "()（） ")
	}
	return strings.Trim(s, " ,，、.。:：;")
}
