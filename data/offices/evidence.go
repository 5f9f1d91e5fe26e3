package offices

import (
	"slices"
	"strings"

	"voxatlas/data/search"
)

// gather returns the evidence of the fields of an office that are filled in. Only the
// first may be a guess, and only in the first may a number have no calling code. The
// slice is valid until the next call.
func (l *Locator) gather(o Office) []evidence {
	all := l.gathered[:0]
	add := func(field, text, key string, find func(string) evidence) {
		if text == "" || key == "" {
			return
		}
		e, known := l.known[lookup{field, key}]
		if !known {
			guesses := l.guesses < maxGuesses
			if e = find(key); guesses || len(l.known) < maxKnown {
				l.known[lookup{field, key}] = e
			}
		}
		e.field, e.text = strings.TrimSuffix(field, beside), text
		all = append(all, e)
	}
	add("place", o.Place, o.Place, l.findName)
	add("country", o.Country, o.Country, l.findName)
	if len(all) > 0 {
		add("city"+beside, o.City, o.City, l.findNamesakes)
	} else {
		add("city", o.City, o.City, l.findCity)
	}
	if number, ok := callingNumber(o.Phone); ok {
		add("phone"+beside, o.Phone, number, l.findNumber)
	} else if len(all) == 0 {
		add("phone", o.Phone, o.Phone, l.findLocalNumber)
	}
	l.gathered = all
	return all
}

// beside stands behind the word for a field that is not the first.
const beside = " beside"

// maxGuesses is the number of names that are compared with all others for one that they
// resemble: it takes a millisecond each.
const maxGuesses = 500

// maxKnown limits the fields of which a Locator keeps the evidence, once it compares names with
// all others no longer. It keeps the evidence from before: a field says the same in every row.
const maxKnown = 1 << 15

// findName looks up the name of a place of any kind.
func (l *Locator) findName(name string) evidence {
	resolve := l.index.Resolve
	if l.guesses >= maxGuesses {
		resolve = l.index.ResolveExactly
	}
	r := resolve(name, l.lang)
	e := evidenceOf(r)
	if e.doubt == NamesNothing || e.weak {
		l.guesses++
	}
	return e
}

// evidenceOf returns the evidence of a resolved name.
func evidenceOf(r search.Resolution) evidence {
	switch {
	case r.Country != nil:
		return evidence{places: []string{r.Country.ISO2()}, meant: r.Country.ISO2()}
	case r.Unlisted.ISO2 != "":
		return evidence{places: []string{r.Unlisted.ISO2}, meant: r.Unlisted.ISO2}
	}
	e := evidence{doubt: DoubtKind(r.Doubt.String()), weak: r.Doubt == search.Resemblance}
	for _, hit := range r.Candidates {
		e.places = append(e.places, hit.Country.ISO2())
	}
	for _, rival := range r.Rivals {
		e.places = append(e.places, rival.ISO2)
	}
	if len(e.places) == 0 {
		e.doubt = NamesNothing
	}
	return e
}

// findCity looks up the name of a city, and a text that is none as [Locator.findName] does. Two
// or three Latin letters are no code of a country here: LA is not Laos.
func (l *Locator) findCity(name string) evidence {
	key := l.key(name)
	found := l.cities.Lookup(key)
	e := evidence{doubt: DoubtKind(search.SharedCity.String())}
	for _, city := range found {
		e.places = append(e.places, city.ISO2)
	}
	switch {
	case l.cities.Meant(found):
		e.meant = found[0].ISO2
	case len(found) > 0:
	case len(key) <= maxCode: // in bytes: 沖繩 has six
		e.doubt = NamesNothing
	default:
		return l.findName(name)
	}
	return e
}

// maxCode is the number of letters that a code of a country has at most.
const maxCode = 3

// findNamesakes returns the countries that have a city of a name. A name that no known
// city has says nothing.
func (l *Locator) findNamesakes(name string) evidence {
	e := evidence{}
	for _, iso2 := range l.namesakes(name) {
		if !slices.Contains(e.places, iso2) {
			e.places = append(e.places, iso2)
		}
	}
	return e
}

// key returns the text of the key of a name.
func (l *Locator) key(name string) string {
	l.keys.Reset()
	return l.keys.Fold(name).Text()
}
