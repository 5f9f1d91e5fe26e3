package search

import (
	"iter"
	"sync"

	"voxatlas/data/cities"
	"voxatlas/data/names"
	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// Index holds the names of some countries, the listed places, and of all other
// places in the names table, the unlisted ones, so that a query for an unlisted
// place is never taken for a listed one. An Index does not change; any number of
// goroutines may use it at once.
type Index struct {
	places    []place
	listed    int            // number of listed places; they come first
	byISO2    [26 * 26]int16 // 1 + the position in places, by alpha-2 code; 0 for none
	masks     []uint64       // of the keys of all terms, place by place
	termAt    []termPosition // of the same terms
	searchers sync.Pool
	cityLines *cities.Lines // that searches have looked at

	callingCodes []callingCode
}

// callingCode is a calling code of a place, or one of its area codes of a shared one.
type callingCode struct {
	digits string
	place  int // position in Index.places
	isArea bool
}

// place is a country or region, listed or not.
type place struct {
	country    *model.Country // nil for an unlisted place
	entry      int            // its position in the names table; -1 for none
	iso2       string
	iso3       string
	numeric    string
	dial       model.List[string]
	areas      model.List[string]
	population int

	// keys has the keys of the terms: of the shown names in the names table, of its
	// aliases, and of the extra terms. The key of a term that is not searched, since
	// an earlier one has the same, has no text.
	keys  []names.Key
	shown int
	extra []extraTerm
}

// extraTerm is a term that is not in the names table.
type extraTerm struct {
	text   string
	lang   model.Lang // none for a slug
	reason Reason     // Name, Alias or Slug
}

// CityFinder returns a finder of cities that looks at each line of their table once, together
// with the searches of ix.
func (ix *Index) CityFinder() cities.Finder { return cities.Finder{Known: ix.cityLines} }

// New makes an Index that lists the given countries. Slugs, codes and printed names
// come from the countries, shown names and aliases from the names table with their
// keys: only names that it does not have are folded.
func New(countries iter.Seq[*model.Country]) *Index {
	ix := &Index{cityLines: new(cities.Lines), places: make([]place, 0, names.Len()+1), masks: make([]uint64, 0, 1600), termAt: make([]termPosition, 0, 1600), callingCodes: make([]callingCode, 0, 640)}
	var keyMaker fold.KeyMaker
	for c := range countries {
		p := place{country: c, entry: -1}
		if i, ok := names.Find(c.ISO2()); ok {
			p = placeOfEntry(i)
			p.country = c
		}
		p.iso2, p.iso3, p.dial = c.ISO2(), c.ISO3(), c.Dial()
		p.addNames(&keyMaker, c.Names(), Name)
		p.addNames(&keyMaker, c.Printed(), Alias)
		p.addSlug(&keyMaker, c.Slug())
		ix.addPlace(p)
	}
	ix.listed = len(ix.places)
	for i := range names.Len() {
		if p := placeOfEntry(i); ix.placeOf(p.iso2) < 0 {
			ix.addPlace(p)
		}
	}
	ix.searchers.New = func() any { return &searcher{best: make([]candidate, len(ix.places))} }
	return ix
}

// placeOfEntry makes an unlisted place of entry i of the names table.
func placeOfEntry(i int) place {
	e := names.At(i)
	p := place{entry: i, iso2: e.ISO2, iso3: e.ISO3, numeric: e.Numeric, dial: e.Dial, areas: e.Areas, population: e.Population}
	p.keys, p.shown = names.Keys(i)
	return p
}

func (ix *Index) addPlace(p place) {
	for n := range p.keys {
		if k := &p.keys[n]; k.Text != "" {
			ix.masks = append(ix.masks, k.Mask)
			ix.termAt = append(ix.termAt, termPosition{int32(len(ix.places)), int32(n)})
		}
	}
	for digits := range p.dial.Values() {
		ix.callingCodes = append(ix.callingCodes, callingCode{digits, len(ix.places), false})
	}
	for digits := range p.areas.Values() {
		ix.callingCodes = append(ix.callingCodes, callingCode{digits, len(ix.places), true})
	}
	ix.places = append(ix.places, p)
	if i, ok := codeSlot(p.iso2); ok && ix.byISO2[i] == 0 {
		ix.byISO2[i] = int16(len(ix.places))
	}
}

// Len returns the number of listed countries.
func (ix *Index) Len() int { return ix.listed }

// placeOf returns the place with an ISO 3166-1 alpha-2 code, -1 when there is none.
func (ix *Index) placeOf(iso2 string) int {
	i, ok := codeSlot(iso2)
	if !ok {
		return -1
	}
	return int(ix.byISO2[i]) - 1
}

// codeSlot returns the position of an alpha-2 code in the array byISO2.
func codeSlot(iso2 string) (int, bool) {
	if len(iso2) != 2 || iso2[0] < 'A' || iso2[0] > 'Z' || iso2[1] < 'A' || iso2[1] > 'Z' {
		return 0, false
	}
	return int(iso2[0]-'A')*26 + int(iso2[1]-'A'), true
}
