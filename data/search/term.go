package search

import (
	"iter"
	"slices"
	"unicode/utf8"

	"voxatlas/data/names"
	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// term is a name of a place in a language of the interface, an alias or a slug.
type term struct {
	key   *names.Key
	place int // position in Index.places
	n     int // position in place.keys
}

// termPosition is the position of a term: its place, and where it stands there.
type termPosition struct{ place, n int32 }

// terms yields the terms with a key that has all bits of mask, see [names.Mask], place
// by place.
func (ix *Index) terms(mask uint64) iter.Seq[term] {
	return func(yield func(term) bool) {
		for i, m := range ix.masks {
			if mask&^m != 0 {
				continue
			}
			at := ix.termAt[i]
			if !yield(term{&ix.places[at.place].keys[at.n], int(at.place), int(at.n)}) {
				return
			}
		}
	}
}

// termText returns the text of term n of a place, and its language: none for a slug.
func (ix *Index) termText(place, n int) (string, model.Lang) {
	p := &ix.places[place]
	if i := n - p.tabled(); i >= 0 {
		return p.extra[i].text, p.extra[i].lang
	}
	return names.NameOf(p.entry, n)
}

// termReason returns the reason for a match with a term: Name, Alias or Slug.
func (ix *Index) termReason(t term) Reason {
	p := &ix.places[t.place]
	switch i := t.n - p.tabled(); {
	case i >= 0:
		return p.extra[i].reason
	case t.n < p.shown:
		return Name
	}
	return Alias
}

// tabled returns the number of terms of p in the names table.
func (p *place) tabled() int { return len(p.keys) - len(p.extra) }

// addNames adds texts as terms of p, but for those that p has.
func (p *place) addNames(keyMaker *fold.KeyMaker, texts model.Names, reason Reason) {
	for lang, text := range texts.All() {
		if !p.hasName(text) {
			p.addTerm(keyMaker, extraTerm{text, lang, reason})
		}
	}
}

// hasName reports whether the names table has text as a name or alias of p.
func (p *place) hasName(text string) bool {
	for n := range p.tabled() {
		if name, _ := names.NameOf(p.entry, n); name == text {
			return true
		}
	}
	return false
}

// addSlug adds the slug as a term of p.
func (p *place) addSlug(keyMaker *fold.KeyMaker, slug string) {
	for i := range p.keys {
		if p.keys[i].Text == slug { // not worth folding
			return
		}
	}
	p.addTerm(keyMaker, extraTerm{text: slug, reason: Slug})
}

// addTerm adds a term of p, unless one has the same key, or the text has none.
func (p *place) addTerm(keyMaker *fold.KeyMaker, t extraTerm) {
	key := names.KeyOf(keyMaker.Fold(t.text))
	if key.Text == "" || slices.ContainsFunc(p.keys, func(k names.Key) bool { return k.Text == key.Text }) {
		return
	}
	p.keys = append(slices.Clip(p.keys), key) // a copy: the table does not change
	p.extra = append(p.extra, t)
}

// startsWord reports whether rune i of the key of t begins a word.
func (s *searcher) startsWord(t term, i int) bool {
	if i < names.MaxStarts {
		return t.key.Starts>>i&1 != 0
	}
	return s.foldTerm(t).Start[i]
}

// sharesOrigin reports whether rune i of the key of t comes from the same rune of the
// text as the one before it.
func (s *searcher) sharesOrigin(t term, i int) bool {
	return t.key.Joined() && s.foldTerm(t).SharesOrigin(i)
}

// foldTerm folds the text of t.
func (s *searcher) foldTerm(t term) fold.Key {
	text, _ := s.ix.termText(t.place, t.n)
	return s.keyMaker.Fold(text)
}

// termKey returns the runes of the key of t and where its words begin, but not the runes
// that they come from. It is valid until the next call.
func (s *searcher) termKey(t term) *fold.Key {
	k := &s.unpacked
	k.Runes, k.Start = k.Runes[:0], k.Start[:0]
	starts := t.key.Starts
	for _, r := range t.key.Text {
		k.Runes, k.Start = append(k.Runes, r), append(k.Start, starts&1 != 0)
		starts >>= 1
	}
	if len(k.Runes) > names.MaxStarts {
		long := s.foldTerm(t)
		return &long
	}
	return k
}

// runeCount returns the number of runes in the key of t.
func (t term) runeCount() int { return utf8.RuneCountInString(t.key.Text) }
