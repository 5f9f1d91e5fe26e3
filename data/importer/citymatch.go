package importer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"voxatlas/model"
)

// matchedCities is a list of cities as far as it is known which they are.
type matchedCities struct {
	answerRow
	items      []cityItem
	cities     []model.City // of each item
	byPosition []bool       // the city is that of the base in the same place
}

// maxCities is the longest list of cities that is read.
const maxCities = 500

// matchCities finds the cities of a list by their names. A name that stands twice names
// none: a machine has translated one of the two. In another language a city is also found
// by its position in the base's list, if that is as long and agreesWithBase. A city that
// is not known keeps its printed name.
func (c *countryReader) matchCities(r answerRow, list cityList) *matchedCities {
	m := &matchedCities{answerRow: r, items: list.items, byPosition: make([]bool, len(list.items))}
	base, count := c.baseCities(list), map[string]int{}
	for _, item := range list.items {
		count[normalize(item.text)]++
	}
	for i, item := range list.items {
		city, named := model.City{}, false
		if c.english || count[normalize(item.text)] == 1 {
			city, named = c.findCity(item.text, r.feature)
		}
		if named && base != nil && standsElsewhere(city, base, i) {
			base = nil // another order: positions mean nothing
		}
		m.cities = append(m.cities, city)
	}
	for i, item := range list.items {
		if !m.cities[i].Known() && base != nil {
			m.cities[i], m.byPosition[i] = base[i], true
		}
		m.cities[i].OnRequest = item.onRequest
		if !m.cities[i].Known() {
			m.forget(i)
		}
	}
	m.forgetDoubles()
	return m
}

// baseCities returns the cities of the base in the place of a list; nil where it says
// nothing about them.
func (c *countryReader) baseCities(list cityList) []model.City {
	if c.baseCountry == nil || c.english {
		return nil
	}
	listed := c.baseCountry.Answer(list.feature).Cities.Slice()
	if len(listed) != len(list.items) || !c.agreesWithBase(list, listed) {
		return nil
	}
	return listed
}

// forget leaves of city i its printed name alone.
func (m *matchedCities) forget(i int) {
	printed := m.items[i].text
	if normalize(printed) == "" {
		printed = m.items[i].whole // translation has taken the name
	}
	m.cities[i] = model.City{Printed: unreadText(printed), OnRequest: m.items[i].onRequest}
	m.byPosition[i] = false
}

// forgetDoubles forgets cities that stand there twice.
func (m *matchedCities) forgetDoubles() {
	count := map[string]int{}
	for _, c := range m.cities {
		count[c.Names.In(model.English)]++
	}
	for i, c := range m.cities {
		if c.Known() && count[c.Names.In(model.English)] > 1 {
			m.forget(i)
		}
	}
}

// unknown lists the printed names of the cities that are not known.
func (m *matchedCities) unknown() []string {
	var names []string
	for _, c := range m.cities {
		if !c.Known() {
			names = append(names, c.Printed)
		}
	}
	return names
}

// printed lists the names as the page writes them.
func (m *matchedCities) printed() []string {
	var names []string
	for _, item := range m.items {
		names = append(names, safeText(item.text))
	}
	return names
}

// anyByPosition reports whether a city was found by its position.
func (m *matchedCities) anyByPosition() bool {
	for _, by := range m.byPosition {
		if by {
			return true
		}
	}
	return false
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

// findCity finds the known city of that name for the answer to f. On an English page an
// unknown name is a new city. Its zh-TW name is the English one until a person has
// reviewed it, and the report lists it.
func (c *countryReader) findCity(name string, f model.Feature) (model.City, bool) {
	known := c.citiesFor(f)
	if city, ok := known.find(name); ok || !c.english || !plausibleCity(name) || known.runsTogether(name) {
		return city, ok
	}
	c.report.Cities = append(c.report.Cities, Finding{File: safeText(c.page.File), Feature: model.TollNumbers, Text: safeText(name)})
	return model.City{Names: model.NamesOf(map[model.Lang]string{model.English: name, reviewedLang: name})}, true
}

// plausibleCity reports whether name can be a city's on an English page: at most six
// words of Latin letters, with a capital each but for the short ones within a name.
func plausibleCity(name string) bool {
	for _, r := range name {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) || unicode.IsDigit(r) || r == ':' {
			return false // in another language after all, or no name
		}
	}
	words := strings.Fields(name)
	for i, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		if isEnglishTerm(strings.ToLower(w)) || !unicode.IsUpper(first) && (i == 0 || i == len(words)-1 || len(w) > 4) {
			return false
		}
	}
	return isPrintable(name) && len([]rune(name)) <= maxCityName && len(words) <= 6
}

// isEnglishTerm reports whether a word, in lower case, says when or for whom, and is not
// part of a name as "de" or "upon".
func isEnglishTerm(word string) bool {
	switch word {
	case "for", "only", "not", "no", "from", "but", "or", "with", "when", "if", "new", "soon", "also", "until":
		return true
	}
	return false
}
