package offices

import (
	"slices"

	"voxatlas/data/cities"
	"voxatlas/data/names/fold"
	"voxatlas/data/search"
	"voxatlas/model"
)

// Location is where an office is: in a place that Microsoft lists or not, or in doubt.
type Location struct {
	ISO2    string         // the code of the place; "" in doubt
	Country *model.Country // nil for a place that is not listed, and in doubt
	Doubt   Doubt

	// Settled is the doubt about a field that only resembles the name of the place, and is
	// taken as that because another field names the same place: Polnad beside Warsaw. The zero
	// Doubt is none.
	Settled Doubt
}

// Doubt says why it is not known where an office is. The zero Doubt is none.
type Doubt struct {
	Kind   DoubtKind
	Column string   // the field that is in doubt, as "country"; see [Fields]
	Text   string   // of the field, as it was given
	Other  string   // the field that contradicts it
	Beside string   // the text of that field
	Places []string // codes of the places that may be meant, the likeliest first
}

// DoubtKind is a reason for doubt. The others are those of [search.Doubt], by their words.
type DoubtKind string

// The reasons for doubt of a list.
const (
	NoDoubt       DoubtKind = ""
	Contradiction DoubtKind = "contradiction" // two fields name different places
	NamesNothing  DoubtKind = "names_nothing" // the field names no place
	NothingGiven  DoubtKind = "nothing_given" // no field says where the office is
	SurplusFields DoubtKind = "surplus"       // the row has more fields than heads
	LocalNumber   DoubtKind = "local_number"  // the number has no calling code
)

// DoubtKinds lists all reasons for doubt.
func DoubtKinds() []DoubtKind {
	list := []DoubtKind{Contradiction, NamesNothing, NothingGiven, SurplusFields, LocalNumber}
	for d := search.SharedCode; d <= search.Resemblance; d++ {
		list = append(list, DoubtKind(d.String()))
	}
	return list
}

// Fields lists the words for the fields that say where an office is.
func Fields() []string { return []string{"country", "city", "phone", "place"} }

// Locator finds the places of offices. It looks up every name once.
type Locator struct {
	index     *search.Index
	lang      model.Lang
	countries map[string]*model.Country
	namesakes func(city string) []string
	cities    cities.Finder
	keys      fold.KeyMaker
	known     map[lookup]evidence
	gathered  []evidence // see gather
	guesses   int        // names that were compared with all others, because none is just that
}

// lookup is a field that has been looked up.
type lookup struct{ field, text string }

// evidence is the statement of one field about the place of an office.
type evidence struct {
	field, text string
	places      []string // codes of those that it may name, the likeliest first; none if it says nothing
	meant       string   // of these, the one that is meant if no other field says more; "" for none
	doubt       DoubtKind
	weak        bool // the places only resemble the text
}

// NewLocator returns a locator that finds the countries of an edition with its index.
// Names in lang come first. namesakes returns the codes of the countries that have a city
// of a name.
func NewLocator(atlas *model.Atlas, index *search.Index, lang model.Lang, namesakes func(city string) []string) *Locator {
	l := &Locator{index: index, lang: lang, countries: map[string]*model.Country{}, namesakes: namesakes, cities: index.CityFinder(), known: map[lookup]evidence{}}
	for c := range atlas.Countries() {
		l.countries[c.ISO2()] = c
	}
	return l
}

// Locate finds where an office is. The first field of country, city and telephone number
// decides, or the only one of the list. If it names several places, the others decide
// among them; a typo among its texts is then told, see [Location]. If another names none of the
// same places, the office is in doubt.
func (l *Locator) Locate(o Office) Location {
	all := l.gather(o)
	switch {
	case len(all) == 0:
		return Location{Doubt: Doubt{Kind: NothingGiven}}
	case o.Surplus:
		return Location{Doubt: Doubt{Kind: SurplusFields, Places: union(all)}}
	}
	first := all[0]
	places, meant := first.places, first.meant
	var decisive evidence // the field that left only one of several places
	for _, other := range all[1:] {
		if len(other.places) == 0 || other.weak {
			continue
		}
		shared := intersection(places, other.places)
		if len(shared) == 0 {
			return Location{Doubt: contradiction(first, other)}
		}
		if places = shared; !slices.Contains(places, meant) {
			meant = ""
		}
		if meant == "" && len(places) == 1 {
			meant, decisive = places[0], other
		}
	}
	if meant == "" {
		return Location{Doubt: Doubt{Kind: first.doubt, Column: first.field, Text: first.text, Places: places}}
	}
	where := Location{ISO2: meant, Country: l.countries[meant]}
	if first.weak {
		where.Settled = Doubt{Kind: first.doubt, Column: first.field, Text: first.text, Other: decisive.field, Beside: decisive.text, Places: []string{meant}}
	}
	return where
}

// Listed returns the country of a code; nil if Microsoft does not list it.
func (l *Locator) Listed(iso2 string) *model.Country { return l.countries[iso2] }

// contradiction returns the doubt of two fields that name different places. A field that
// names none for certain is not contradicted: the doubt is its own.
func contradiction(first, other evidence) Doubt {
	d := Doubt{Kind: Contradiction, Column: first.field, Text: first.text, Other: other.field, Beside: other.text, Places: union([]evidence{first, other})}
	if len(first.places) == 0 || first.weak {
		d.Kind, d.Other, d.Beside = first.doubt, "", ""
	}
	return d
}

// intersection returns the places of list that are in other, too.
func intersection(list, other []string) []string {
	var shared []string
	for _, place := range list {
		if slices.Contains(other, place) {
			shared = append(shared, place)
		}
	}
	return shared
}

// union returns the places that fields may name, each once.
func union(all []evidence) []string {
	var places []string
	for _, e := range all {
		for _, place := range e.places {
			if !slices.Contains(places, place) {
				places = append(places, place)
			}
		}
	}
	return places
}
