package importer

import (
	"strings"
	"unicode"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// maxCityName limits the names of new cities, in runes.
const maxCityName = 60

// cityList is the list of cities in a cell, as written there.
type cityList struct {
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
func (c *countryReader) readCities(parts []pages.Part) cityList {
	var list cityList
	for _, p := range parts {
		text := p.TextContent()
		requested := false
		for _, l := range p.Links() {
			requested = requested || isServiceDesk(l)
		}
		switch first, rest, _ := strings.Cut(p.TextWithout(func(r pages.Run) bool { return isServiceDesk(r.Link) }), "\n"); {
		case normalize(text) == "" && !requested:
		case requested && (c.vocabulary.mentions(text, otherCities) || c.isOtherCitiesByPosition(len(list.items), len(parts))):
			list.othersOnRequest = true
		default:
			list.addItem(c, first, rest, requested)
		}
	}
	return list
}

// isOtherCitiesByPosition reports whether the item after so many others is the
// entry "other cities": it is the last one, and the base has that entry there.
func (c *countryReader) isOtherCitiesByPosition(before, items int) bool {
	if c.baseCountry == nil || c.english || before != items-1 {
		return false
	}
	a := c.baseCountry.Answer(model.TollNumbers)
	return a.OtherCitiesOnRequest && a.Cities.Len() == before
}

// addItem adds a name and reads the text beside it, which may say that numbers
// are on request or only for organizations in the country.
func (l *cityList) addItem(c *countryReader, name, beside string, requested bool) {
	if aside, ok := firstInBrackets(name); ok {
		switch {
		case c.vocabulary.mentions(aside, localsOnly):
			l.localsOnly = true
			name = name[:strings.IndexAny(name, "(（")]
		case !requested && c.vocabulary.mentions(aside, onRequest) && len([]rune(normalize(aside))) <= 12:
			requested = true
			name = name[:strings.IndexAny(name, "(（")]
		default:
			l.hasUnreadText = l.hasUnreadText || isTermInBrackets(aside) && !c.isKnownCity(name)
		}
	}
	rest, _, locals := c.splitLimits(beside)
	l.localsOnly = l.localsOnly || locals
	l.hasUnreadText = l.hasUnreadText || normalize(rest) != ""
	l.items = append(l.items, cityItem{cityName(name), requested})
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

// isKnownCity reports whether the reference has a city of that name in the
// country.
func (c *countryReader) isKnownCity(name string) bool {
	for _, city := range c.reference.knownCities(c.iso2) {
		for _, n := range c.cityNames(city) {
			if normalize(n) == normalize(name) {
				return true
			}
		}
	}
	return false
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

// findCitiesInSentence finds known cities in s. Without any, the list has one
// item without a name, which can only be matched by position.
func (c *countryReader) findCitiesInSentence(s string) cityList {
	var list cityList
	for _, city := range c.reference.knownCities(c.iso2) {
		for _, name := range c.cityNames(city) {
			if name != "" && strings.Contains(withoutAccents(s), withoutAccents(name)) && !list.hasName(name) {
				list.items = append(list.items, cityItem{text: name})
				break
			}
		}
	}
	if len(list.items) == 0 {
		list.items = []cityItem{{}}
	}
	return list
}

// hasName reports whether the list has an item of that name.
func (l cityList) hasName(name string) bool {
	for _, i := range l.items {
		if normalize(i.text) == normalize(name) {
			return true
		}
	}
	return false
}

// cityNames lists the names that a page may have for a city: the English one,
// the printed one, and the one in the language of the page.
func (c *countryReader) cityNames(city model.City) []string {
	names := []string{city.Names.In(model.English), city.Printed}
	if lang := model.Lang(c.vocabulary.lang); !c.english && city.Names.Has(lang) {
		names = append(names, city.Names.In(lang))
	}
	return names
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
		city, named := c.findCity(item.text)
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

// findCity finds the known city of that name; accents may differ where the page
// is a translation ("París"). On an English page an unknown name is a new city.
// Its zh-TW name is the English one until a person has reviewed it, and the
// report lists it.
func (c *countryReader) findCity(name string) (model.City, bool) {
	if normalize(name) == "" {
		return model.City{}, false
	}
	for _, city := range c.reference.knownCities(c.iso2) {
		for _, n := range c.cityNames(city) {
			if n == "" || normalize(n) != normalize(name) && (c.english || withoutAccents(n) != withoutAccents(name)) {
				continue
			}
			if c.english && normalize(name) == normalize(city.Names.In(model.English)) {
				city.Printed = "" // this page has no misprint
			}
			return city, true
		}
	}
	if !c.english || !plausibleCity(name) {
		return model.City{}, false
	}
	c.report.Cities = append(c.report.Cities, Finding{File: safeText(c.page.File), Feature: model.TollNumbers, Text: safeText(name)})
	return model.City{Names: model.NamesOf(map[model.Lang]string{model.English: name, reviewedLang: name})}, true
}

// plausibleCity reports whether name can be a city's on an English page: at
// most six words of Latin letters.
func plausibleCity(name string) bool {
	for _, r := range name {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) || unicode.IsDigit(r) {
			return false // in another language after all, or no name
		}
	}
	return isPrintable(name) && len([]rune(name)) <= maxCityName && len(strings.Fields(name)) <= 6
}
