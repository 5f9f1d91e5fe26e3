package importer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	text      string
	onRequest bool
}

// readCities reads the names in list items, or in a cell that is one bare name.
func (c *countryReader) readCities(parts []pages.Part, f model.Feature) cityList {
	list := cityList{feature: f}
	for _, p := range parts {
		text := p.TextContent()
		requested := slices.ContainsFunc(p.Links(), isServiceDesk)
		switch first, rest, _ := strings.Cut(p.TextWithout(func(r pages.Run) bool { return isServiceDesk(r.Link) }), "\n"); {
		case normalize(text) == "" && !requested:
		case requested && c.isOtherCities(text, len(list.items), len(parts)):
			list.othersOnRequest = true
		default:
			list.addItem(c, first, rest, requested)
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
func (l *cityList) addItem(c *countryReader, name, beside string, requested bool) {
	if bare, aside := splitBrackets(name); normalize(aside) != "" {
		switch {
		case normalize(bare) == "" && !isTermInBrackets(aside): // a translation's name
		case c.isTranslatedBeside(bare, aside, l.feature):
			name = aside
		case c.saysLocalsOnly(aside):
			l.localsOnly = true
			name = bare
		case !requested && c.vocabulary.mentions(aside, onRequest) && c.saysOnRequestOnly(aside):
			requested = true
			name = bare
		default:
			l.hasUnreadText = l.hasUnreadText || !c.mayBeInBrackets(name, bare, aside, requested, l.feature)
		}
	}
	rest, _, locals := c.splitLimits(beside)
	l.localsOnly = l.localsOnly || locals
	l.hasUnreadText = l.hasUnreadText || normalize(rest) != ""
	l.items = append(l.items, cityItem{cityName(name), requested})
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
	return !c.english && (requested && !isTermInBrackets(aside) || c.baseHasBrackets())
}

// isTranslatedBeside reports whether bare is a translation of aside, a known city's name.
func (c *countryReader) isTranslatedBeside(bare, aside string, f model.Feature) bool {
	_, known := c.citiesFor(f).find(bare)
	_, too := c.citiesFor(f).find(aside)
	return !c.english && too && !known
}

// baseHasBrackets reports whether a city of the base has a name with brackets.
func (c *countryReader) baseHasBrackets() bool {
	if c.baseCountry == nil {
		return false
	}
	for city := range c.baseCountry.Answer(model.TollNumbers).Cities.Values() {
		if strings.Contains(city.Names.In(model.English), "(") {
			return true
		}
	}
	return false
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

// matchCities finds the cities of a list by their names. In another language it
// also matches by position in the base's list, if that is as long and
// agreesWithBase.
func (c *countryReader) matchCities(list cityList, f model.Feature) (cities []model.City, byPosition, ok bool) {
	if list.hasUnreadText || len(list.items) == 0 || len(list.items) > 500 {
		return nil, false, false
	}
	var baseCities []model.City
	if c.baseCountry != nil && !c.english {
		if listed := c.baseCountry.Answer(f).Cities.Slice(); len(listed) == len(list.items) && c.agreesWithBase(list, listed) {
			baseCities = listed
		}
	}
	for i, item := range list.items {
		city, named := c.findCity(item.text, f)
		switch {
		case named && baseCities != nil && standsElsewhere(city, baseCities, i):
			return nil, false, false // another order: positions mean nothing
		case named:
		case baseCities != nil:
			city, byPosition = baseCities[i], true
		default:
			return nil, false, false
		}
		city.OnRequest = item.onRequest
		cities = append(cities, city)
	}
	return cities, byPosition, allDistinct(cities)
}

// agreesWithBase reports whether list can have the cities of the base in that
// order. The same items must be on request, since links survive translation,
// and no name left in Latin letters may be another city's.
func (c *countryReader) agreesWithBase(list cityList, baseCities []model.City) bool {
	for i, item := range list.items {
		if item.onRequest != baseCities[i].OnRequest || !c.usesLatinLetters() && isOtherName(normalize(item.text), normalize(baseCities[i].Names.In(model.English))) {
			return false
		}
	}
	return true
}

// usesLatinLetters reports whether the page's language is written in Latin
// letters. City names are translated in such a language.
func (c *countryReader) usesLatinLetters() bool {
	switch language, _, _ := strings.Cut(c.vocabulary.lang, "-"); language {
	case "ja", "ko", "ru", "zh":
		return false
	}
	return true
}

// isOtherName reports whether name, in Latin letters alone, is not city nor a
// rest or misprint of it: neither holds the other, and they begin differently.
func isOtherName(name, city string) bool {
	for _, r := range name {
		if !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return len(name) >= 4 && city != "" && name[0] != city[0] && !strings.Contains(name, city) && !strings.Contains(city, name)
}

// standsElsewhere reports whether baseCities has city, but not at position i.
func standsElsewhere(city model.City, baseCities []model.City, i int) bool {
	en := city.Names.In(model.English)
	if baseCities[i].Names.In(model.English) == en {
		return false
	}
	for _, p := range baseCities {
		if p.Names.In(model.English) == en {
			return true
		}
	}
	return false
}

// allDistinct reports whether no two cities have the same English name.
func allDistinct(cities []model.City) bool {
	seen := map[string]bool{}
	for _, c := range cities {
		name := c.Names.In(model.English)
		if seen[name] {
			return false
		}
		seen[name] = true
	}
	return true
}

// findCity finds the known city of that name for the answer to f. On an English page an
// unknown name is a new city. Its zh-TW name is the English one until a person has
// reviewed it, and the report lists it.
func (c *countryReader) findCity(name string, f model.Feature) (model.City, bool) {
	if city, ok := c.citiesFor(f).find(name); ok || !c.english || !plausibleCity(name) {
		return city, ok
	}
	c.report.Cities = append(c.report.Cities, Finding{File: safeText(c.page.File), Feature: model.TollNumbers, Text: safeText(name)})
	return model.City{Names: model.NamesOf(map[model.Lang]string{model.English: name, reviewedLang: name})}, true
}

// plausibleCity reports whether name can be a city's on an English page: at most six
// words of Latin letters, with a capital each but for the short ones within a name.
func plausibleCity(name string) bool {
	for _, r := range name {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) || unicode.IsDigit(r) {
			return false // in another language after all, or no name
		}
	}
	words := strings.Fields(name)
	for i, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) && (i == 0 || i == len(words)-1 || len(w) > 4 || isEnglishTerm(w)) {
			return false
		}
	}
	return isPrintable(name) && len([]rune(name)) <= maxCityName && len(words) <= 6
}

// isEnglishTerm reports whether a word in lower case says when or for whom, and is not
// part of a name as "de" or "upon".
func isEnglishTerm(word string) bool {
	switch word {
	case "for", "only", "not", "no", "from", "but", "or", "with", "when", "if", "new", "soon", "also", "until":
		return true
	}
	return false
}
