package search

import (
	"iter"
	"sync"

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
	terms     []term
	searchers sync.Pool
}

// place is a country or region, listed or not.
type place struct {
	country *model.Country // nil for an unlisted place
	entry   names.Entry
	iso2    string
	iso3    string
	dial    model.List[string]
}

// term is a name of a place in a language of the interface, an alias or a slug.
type term struct {
	place  int // position in Index.places
	text   string
	lang   model.Lang // none for a slug
	reason Reason     // Name, Alias or Slug
	key    fold.Key
	folded string // text of key
	mask   uint64 // see runeMask
}

// New makes an Index that lists the given countries. Shown and printed names, slugs
// and codes come from the countries, aliases and unlisted places from the names
// table.
func New(countries iter.Seq[*model.Country]) *Index {
	ix := &Index{places: make([]place, 0, 256), terms: make([]term, 0, 1536)}
	b := builder{Index: ix}
	b.folder.Grow(20000)
	for c := range countries {
		entry, _ := names.Of(c.ISO2())
		b.addPlace(place{c, entry, c.ISO2(), c.ISO3(), c.Dial()}, c.Names(), c.Printed())
	}
	ix.listed = len(ix.places)
	for e := range names.All() {
		if ix.placeOf(e.ISO2) < 0 {
			b.addPlace(place{nil, e, e.ISO2, e.ISO3, e.Dial}, e.Names, model.Names{})
		}
	}
	ix.searchers.New = func() any { return &searcher{best: make([]candidate, len(ix.places))} }
	return ix
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

// builder builds an Index. One folder makes the keys of all terms.
type builder struct {
	*Index
	folder fold.Folder
}

// addPlace adds a place and its terms.
func (b *builder) addPlace(p place, shown, printed model.Names) {
	b.places = append(b.places, p)
	if i, ok := codeSlot(p.iso2); ok && b.byISO2[i] == 0 {
		b.byISO2[i] = int16(len(b.places))
	}
	first := len(b.terms)
	for lang, text := range shown.All() {
		b.addName(first, text, lang, Name)
	}
	for a := range p.entry.Aliases.Values() {
		b.addName(first, a.Text, a.Lang, Alias)
	}
	for lang, text := range printed.All() {
		b.addName(first, text, lang, Alias)
	}
	if p.country != nil {
		b.addName(first, p.country.Slug(), "", Slug)
	}
}

// addName adds a term of the last place. Its terms begin at first; when one of them has
// the same key, addName adds nothing.
func (b *builder) addName(first int, text string, lang model.Lang, reason Reason) {
	k := b.folder.Fold(text)
	folded := k.Text()
	if folded == "" {
		return
	}
	for _, t := range b.terms[first:] {
		if t.folded == folded {
			return
		}
	}
	b.terms = append(b.terms, term{len(b.places) - 1, text, lang, reason, k, folded, runeMask(k.Runes)})
}
