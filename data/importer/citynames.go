package importer

import (
	"slices"
	"strings"

	"voxatlas/data/cities"
	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// cityNames finds the cities of one country by the names that a page may have for them.
type cityNames struct {
	english bool
	lang    model.Lang // of the page
	iso2    string
	list    []namedCity
	learned map[string]string // English names by the normalized names of the language
	finder  cities.Finder
}

// namedCity is a city of the reference with its names as they are compared.
type namedCity struct {
	city  model.City
	whole []string // normalized
	bare  []string // and without accents; none on an English page
	place string   // its number in the table of the world's cities; "" for none
	part  bool     // place is that of the city in a name with a state, as "Illinois, Chicago"
}

// newCityNames prepares the cities of a country, those of the answer to f first. A city
// may be there repeatedly.
func newCityNames(r Reference, iso2 string, f model.Feature, v *vocabulary) *cityNames {
	n := &cityNames{english: v.lang == "en", lang: model.Lang(v.lang), iso2: iso2, learned: v.learned()[iso2]}
	for _, city := range r.knownCities(iso2, f) {
		n.list = append(n.list, n.named(city))
	}
	return n
}

// named prepares a city: its English name, the printed one, and the one in the language
// of the page.
func (n *cityNames) named(city model.City) namedCity {
	english := city.Names.In(model.English)
	forms := []string{english, city.Printed}
	if !n.english && city.Names.Has(n.lang) {
		forms = append(forms, city.Names.In(n.lang))
	}
	named := namedCity{city: city}
	for _, form := range forms {
		if form == "" {
			continue
		}
		named.whole = append(named.whole, normalize(form))
		if !n.english {
			named.bare = append(named.bare, withoutAccents(form))
		}
	}
	if !n.english {
		if named.place = n.worldPlace(english); named.place == "" {
			_, part, ok := strings.Cut(english, ", ")
			named.place, named.part = n.worldPlace(part), ok
		}
	}
	return named
}

// hasBrackets reports whether a city of the country has a name with brackets.
func (n *cityNames) hasBrackets() bool {
	return slices.ContainsFunc(n.list, func(c namedCity) bool { return strings.Contains(c.city.Names.In(model.English), "(") })
}

// findBracketed finds the city that has the name of another place in brackets, as
// "Teesside (Middlesbrough)", by that place.
func (n *cityNames) findBracketed(aside string) (model.City, bool) {
	place := n.worldPlace(aside)
	for _, c := range n.list {
		_, inner := splitBrackets(c.city.Names.In(model.English))
		if inner != "" && (normalize(inner) == normalize(aside) || place != "" && place == n.worldPlace(inner)) {
			return c.city, true
		}
	}
	return model.City{}, false
}

// find finds the city of that name. On a translated page accents may differ ("París"),
// and a city may be written as on other pages, or as in the table of the world's cities.
func (n *cityNames) find(name string) (model.City, bool) {
	key := normalize(name)
	if key == "" {
		return model.City{}, false
	}
	bare := ""
	if !n.english {
		bare = withoutAccents(name)
	}
	for _, c := range n.list {
		for i, form := range c.whole {
			if form != key && (n.english || c.bare[i] != bare) {
				continue
			}
			if n.english && i == 0 {
				c.city.Printed = "" // this page has no misprint
			}
			return c.city, true
		}
	}
	if n.english {
		return model.City{}, false
	}
	if city, ok := n.findLearned(key); ok {
		return city, true
	}
	if other, aside := splitBrackets(name); aside != "" {
		if city, ok := n.findBracketed(aside); ok || !n.isSamePlace(other, aside) {
			return city, ok
		}
		return n.find(other)
	}
	return n.findInWorld(name)
}

// findLearned finds the city that a machine has given a normalized name on other pages.
func (n *cityNames) findLearned(key string) (model.City, bool) {
	learned, ok := n.learned[key]
	if !ok {
		return model.City{}, false
	}
	for _, c := range n.list {
		if english := c.city.Names.In(model.English); english == learned || strings.HasSuffix(learned, ", "+english) {
			return c.city, true
		}
	}
	return model.City{}, false
}

// findInWorld finds the city of the reference that has that name in the table of the
// world's cities. Of two cities of one name, in two states, neither is meant.
func (n *cityNames) findInWorld(name string) (found model.City, ok bool) {
	place := n.worldPlace(name)
	if place == "" {
		return found, false
	}
	part := false
	for _, c := range n.list {
		switch {
		case c.place != place, ok && c.city.Names.In(model.English) == found.Names.In(model.English):
		case !ok:
			found, ok, part = c.city, true, c.part
		case part && c.part:
			return model.City{}, false
		}
	}
	return found, ok
}

// isSamePlace reports whether two names are of one city, as Beijing and Peking.
func (n *cityNames) isSamePlace(a, b string) bool {
	place := n.worldPlace(a)
	return place != "" && place == n.worldPlace(b)
}

// worldPlace returns the number of the city of that name in the table of the world's
// cities; "" for none in the country.
func (n *cityNames) worldPlace(name string) string {
	for _, city := range n.finder.Lookup(fold.Of(name).Text()) {
		if city.ISO2 == n.iso2 {
			return city.Place
		}
	}
	return ""
}

// runsTogether reports whether name, which is no known city's, is rather several names: a
// list has lost its marks where a known city stands beside other words. Behind a comma
// another word is a part of the name, as in "New York, Buffalo".
func (n *cityNames) runsTogether(name string) bool {
	least, found := 1, 0
	if strings.Contains(name, ",") {
		least = 2
	}
	words := " " + strings.Join(strings.Fields(name), " ") + " "
	seen := map[string]bool{}
	for _, c := range n.list {
		city := c.city.Names.In(model.English)
		if city != "" && !seen[city] && strings.Contains(words, " "+city+" ") {
			seen[city] = true
			found++
		}
	}
	return found >= least
}

// isSeveral reports whether an unknown English name is rather those of several cities.
// Where known names have a comma, it parts a state and a city.
func (n *cityNames) isSeveral(name string) bool {
	if strings.ContainsAny(name, "/;") {
		return true
	}
	before, after, _ := strings.Cut(name, ", ")
	hasStates := slices.ContainsFunc(n.list, func(c namedCity) bool { return strings.Contains(c.city.Names.In(model.English), ", ") })
	return !hasStates && n.worldPlace(before) != "" && n.worldPlace(after) != ""
}

// takeOut finds known cities in a sentence, and returns the sentence without them.
func (n *cityNames) takeOut(s string) (found []string, rest string) {
	for _, c := range n.list {
		for _, name := range []string{c.city.Names.In(model.English), c.city.Printed, c.city.Names.In(n.lang)} {
			if i := strings.Index(s, name); name != "" && i >= 0 {
				s = s[:i] + " " + s[i+len(name):]
				found = append(found, name)
			}
		}
	}
	return found, s
}

// citiesFor returns the cities by name, those of the answer to f first.
func (c *countryReader) citiesFor(f model.Feature) *cityNames {
	if c.cityNames == nil {
		c.cityNames = map[model.Feature]*cityNames{}
	}
	if c.cityNames[f] == nil {
		c.cityNames[f] = newCityNames(c.reference, c.iso2, f, c.vocabulary)
	}
	return c.cityNames[f]
}
