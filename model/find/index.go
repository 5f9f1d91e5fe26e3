package find

import (
	"iter"
	"sync"

	"voxatlas/data/names"
	"voxatlas/model"
)

// Index knows the names and codes of some countries, and of all other places of
// the names table, so that one of those is never taken for one of its own. It
// does not change; any number of goroutines may use it at once.
type Index struct {
	places []place
	terms  []term
	keys   []string      // of the terms, as the fuzzy search takes them
	others func() *Index // the other places, which have no slugs; made when first needed, nil in their own
}

// place is a country of the index.
type place struct {
	country *model.Country
	entry   names.Entry // for the dictionary order
}

// term is one thing that a country is called.
type term struct {
	place int
	text  string
	lang  model.Lang // none for a slug
	why   Why        // Name, Alias or Slug
	key   key
}

// New makes an Index of countries. Aliases and the order of names come from
// the names table; shown and printed names, slugs and codes from the countries.
func New(countries iter.Seq[*model.Country]) *Index {
	b := newBuilder()
	listed := map[string]bool{}
	for c := range countries {
		entry, _ := names.Of(c.ISO2())
		b.place(c, entry)
		listed[c.ISO2()] = true
	}
	b.others = sync.OnceValue(func() *Index { return except(listed) })
	return &b.Index
}

// except makes an Index of the places of the names table without those whose
// codes are in listed.
func except(listed map[string]bool) *Index {
	b := newBuilder()
	for e := range names.All() {
		if !listed[e.ISO2] {
			b.place(model.NewCountry(model.Record{ISO2: e.ISO2, ISO3: e.ISO3, Dial: e.Dial, Names: e.Names}), e)
		}
	}
	return &b.Index
}

// builder makes an Index, with one folder for all of its terms.
type builder struct {
	Index
	folder folder
}

// newBuilder is a builder with room for as much as there is in an edition, so
// that it need not grow.
func newBuilder() *builder {
	var b builder
	b.places, b.terms, b.keys = make([]place, 0, 128), make([]term, 0, 384), make([]string, 0, 384)
	b.folder.key = key{runes: make([]rune, 0, 5000), start: make([]bool, 0, 5000), from: make([]int, 0, 5000), to: make([]int, 0, 5000)}
	return &b
}

// place adds a country with all that it is called.
func (b *builder) place(c *model.Country, entry names.Entry) {
	b.places = append(b.places, place{c, entry})
	first := len(b.terms)
	for lang, text := range c.Names().All() {
		b.add(first, text, lang, Name)
	}
	for a := range entry.Aliases.Values() {
		b.add(first, a.Text, a.Lang, Alias)
	}
	for lang, text := range c.Printed().All() {
		b.add(first, text, lang, Alias)
	}
	b.add(first, c.Slug(), "", Slug)
}

// add adds a term of the last place, whose terms begin at first, unless one of
// them has its key already.
func (b *builder) add(first int, text string, lang model.Lang, why Why) {
	k := b.folder.fold(text)
	if k.text == "" {
		return
	}
	for _, t := range b.terms[first:] {
		if t.key.text == k.text {
			return
		}
	}
	b.terms = append(b.terms, term{len(b.places) - 1, text, lang, why, k})
	b.keys = append(b.keys, k.text)
}
