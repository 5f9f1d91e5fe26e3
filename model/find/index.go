package find

import (
	"iter"

	"voxatlas/data/names"
	"voxatlas/model"
)

// Index knows the names and codes of some countries. It is immutable; any
// number of goroutines may use it at once.
type Index struct {
	places []place
	terms  []term
	keys   []string // of the terms, as the fuzzy search takes them
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
	ix := &Index{}
	for c := range countries {
		entry, _ := names.Of(c.ISO2())
		ix.places = append(ix.places, place{c, entry})
		first := len(ix.terms)
		for lang, text := range c.Names().All() {
			ix.add(first, text, lang, Name)
		}
		for a := range entry.Aliases.Values() {
			ix.add(first, a.Text, a.Lang, Alias)
		}
		for lang, text := range c.Printed().All() {
			ix.add(first, text, lang, Alias)
		}
		ix.add(first, c.Slug(), "", Slug)
	}
	return ix
}

// add adds a term of the last place, whose terms begin at first, unless one of
// them has its key already.
func (ix *Index) add(first int, text string, lang model.Lang, why Why) {
	k := fold(text)
	if k.text == "" {
		return
	}
	for _, t := range ix.terms[first:] {
		if t.key.text == k.text {
			return
		}
	}
	ix.terms = append(ix.terms, term{len(ix.places) - 1, text, lang, why, k})
	ix.keys = append(ix.keys, k.text)
}
