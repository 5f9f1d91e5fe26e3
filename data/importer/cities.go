package importer

import (
	"strings"
	"unicode"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// maxCityName is the longest name of a city, in runes.
const maxCityName = 60

// cityList is the cities of a cell as they stand there.
type cityList struct {
	items           []cityItem
	othersOnRequest bool // further cities on request
	localsOnly      bool // only for organizations in the country
	hasUnreadText   bool // something beside a name is not understood
}

type cityItem struct {
	text      string
	onRequest bool // on request
}

// cityList takes the names out of list items, or of a bare name.
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

// othersByPlace reports whether the last item of a list is the base's "other
// cities".
func (c *countryReader) isOtherCitiesByPosition(before, items int) bool {
	if c.baseCountry == nil || c.english || before != items-1 {
		return false
	}
	a := c.baseCountry.Answer(model.TollNumbers)
	return a.OtherCitiesOnRequest && a.Cities.Len() == before
}

// add adds a name with what stands beside it: that numbers are on request, or
// only for organizations in the country.
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

// isTerm reports whether what stands in brackets beside a name is too long for
// another name, and so a term.
func isTermInBrackets(aside string) bool {
	if strings.ContainsFunc(aside, spaceless) {
		return len([]rune(normalize(aside))) > 8
	}
	return len(strings.Fields(aside)) > 2
}

// spaceless reports whether r is of a script written without blanks between
// words.
func spaceless(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// knows reports whether an edition has a city of that name.
func (c *countryReader) isKnownCity(name string) bool {
	for _, known := range c.reference.knownCities(c.iso2) {
		for _, n := range c.cityNames(known) {
			if normalize(n) == normalize(name) {
				return true
			}
		}
	}
	return false
}

// cityName is a name without the brackets that a link has left behind.
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

// cityInSentence finds known cities in a sentence; without one, a city that must
// be told by its place.
func (c *countryReader) findCitiesInSentence(s string) cityList {
	var list cityList
	for _, known := range c.reference.knownCities(c.iso2) {
		for _, name := range c.cityNames(known) {
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

func (l cityList) hasName(name string) bool {
	for _, i := range l.items {
		if normalize(i.text) == normalize(name) {
			return true
		}
	}
	return false
}

// namesOf are the names by which a page may call a city: in English, as printed,
// and on zh-TW pages as in Taiwan.
func (c *countryReader) cityNames(known model.City) []string {
	names := []string{known.Names.In(model.English), known.Printed}
	if c.vocabulary.lang == "zh-TW" && !c.english {
		names = append(names, known.Names.In(model.TraditionalChinese))
	}
	return names
}

// name tells which cities a list has: by their names, or in another language by
// their places in a list of the base that is as long and does not disagree.
func (c *countryReader) matchCities(list cityList, f model.Feature) (cities []model.City, byPosition, ok bool) {
	if list.hasUnreadText || len(list.items) == 0 || len(list.items) > 500 {
		return nil, false, false
	}
	var placed []model.City
	if c.baseCountry != nil && !c.english {
		if b := c.baseCountry.Answer(f).Cities.Slice(); len(b) == len(list.items) && c.agreesWithBase(list, b) {
			placed = b
		}
	}
	for i, item := range list.items {
		city, named := c.findCity(item.text)
		switch {
		case named && placed != nil && standsElsewhere(city, placed, i):
			return nil, false, false // another order: places say nothing
		case named:
		case placed != nil:
			city, byPosition = placed[i], true
		default:
			return nil, false, false
		}
		city.OnRequest = item.onRequest
		cities = append(cities, city)
	}
	return cities, byPosition, allDistinct(cities)
}

// alike reports whether nothing speaks against it that list has the cities of
// placed: what one has to ask for is the same, since links survive machines, and
// no name left in Latin letters is another city's.
func (c *countryReader) agreesWithBase(list cityList, placed []model.City) bool {
	for i, item := range list.items {
		if item.onRequest != placed[i].OnRequest || !c.usesLatinLetters() && isOtherName(normalize(item.text), normalize(placed[i].Names.In(model.English))) {
			return false
		}
	}
	return true
}

// latinLanguage reports whether the page's language is written in Latin letters,
// so that names are translated in them.
func (c *countryReader) usesLatinLetters() bool {
	switch language, _, _ := strings.Cut(c.vocabulary.lang, "-"); language {
	case "ja", "ko", "ru", "zh":
		return false
	}
	return true
}

// foreign reports whether name, in Latin letters alone, can be no remains or
// misprint of city: neither holds the other, and they begin differently.
func isOtherName(name, city string) bool {
	for _, r := range name {
		if !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return len(name) >= 4 && city != "" && name[0] != city[0] && !strings.Contains(name, city) && !strings.Contains(city, name)
}

// misplaced reports whether city stands in the base's list, but not at i.
func standsElsewhere(city model.City, placed []model.City, i int) bool {
	en := city.Names.In(model.English)
	if placed[i].Names.In(model.English) == en {
		return false
	}
	for _, p := range placed {
		if p.Names.In(model.English) == en {
			return true
		}
	}
	return false
}

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

// cityNamed is the known city of that name, but for accents where the page is a
// translation ("París"). On an English page a name that is not known is a new
// city, whose zh-TW name is the English one until somebody has reviewed it.
func (c *countryReader) findCity(name string) (model.City, bool) {
	if normalize(name) == "" {
		return model.City{}, false
	}
	for _, known := range c.reference.knownCities(c.iso2) {
		for _, n := range c.cityNames(known) {
			if n == "" || normalize(n) != normalize(name) && (c.english || withoutAccents(n) != withoutAccents(name)) {
				continue
			}
			if c.english && normalize(name) == normalize(known.Names.In(model.English)) {
				known.Printed = "" // this page has no misprint
			}
			return known, true
		}
	}
	if !c.english || !plausibleCity(name) {
		return model.City{}, false
	}
	c.report.Cities = append(c.report.Cities, Finding{File: safeText(c.page.File), Feature: model.TollNumbers, Text: safeText(name)})
	return model.City{Names: model.NamesOf(map[model.Lang]string{model.English: name, model.TraditionalChinese: name})}, true
}

// couldBeCity reports whether an English page may call a city so.
func plausibleCity(name string) bool {
	for _, r := range name {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) || unicode.IsDigit(r) {
			return false // in another language after all, or no name
		}
	}
	return isPrintable(name) && len([]rune(name)) <= maxCityName && len(strings.Fields(name)) <= 6
}
