package search

import (
	"iter"
	"sync"

	"voxatlas/data/names"
	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// Index knows what some countries are called, and all other places of the names
// table, so that one of those is never taken for one of its own. It does not
// change; any number of goroutines may use it at once.
type Index struct {
	places    []place
	listed    int            // how many of them the index was made of; they come first
	byISO2    [26 * 26]int16 // a place by its ISO 3166-1 alpha-2 code, and 1 more; 0 for none
	terms     []term
	keys      []string // of the terms, as the fuzzy search takes them
	searchers sync.Pool
}

// place is a country of the index, or one that it lacks.
type place struct {
	country *model.Country // nil for one that it lacks
	entry   names.Entry
	iso2    string
	iso3    string
	dial    model.List[string]
}

// term is one thing that a place is called in a language of the interface.
type term struct {
	place  int
	text   string
	lang   model.Lang // none for a slug
	reason Reason     // Name, Alias or Slug
	key    fold.Key
	folded string // the key's text
	mask   uint64 // see mask
}

// New makes an Index of countries. Aliases come from the names table; shown and
// printed names, slugs and codes from the countries.
func New(countries iter.Seq[*model.Country]) *Index {
	ix := &Index{places: make([]place, 0, 256), terms: make([]term, 0, 1536), keys: make([]string, 0, 1536)}
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

// Len is how many countries the index was made of.
func (ix *Index) Len() int { return ix.listed }

// at is the place with a code, -1 when there is none.
func (ix *Index) placeOf(iso2 string) int {
	i, ok := codeSlot(iso2)
	if !ok {
		return -1
	}
	return int(ix.byISO2[i]) - 1
}

// spot is where the place with a code stands in a table of them.
func codeSlot(iso2 string) (int, bool) {
	if len(iso2) != 2 || iso2[0] < 'A' || iso2[0] > 'Z' || iso2[1] < 'A' || iso2[1] > 'Z' {
		return 0, false
	}
	return int(iso2[0]-'A')*26 + int(iso2[1]-'A'), true
}

// builder makes an Index, with one folder for all of its terms.
type builder struct {
	*Index
	folder fold.Folder
}

// place adds a place with all that it is called.
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

// add adds a term of the last place, whose terms begin at first, unless one of
// them has its key already.
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
	b.keys = append(b.keys, folded)
}
