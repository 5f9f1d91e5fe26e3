package search

import (
	"strings"
	"unicode/utf8"

	"voxatlas/data/names"
	"voxatlas/model"
)

// maxRunes bounds a query. No name is nearly so long.
const maxRunes = 256

// Result is what a query means.
type Result struct {
	Hits []Hit // the countries of the index that it may mean, the best first

	// Elsewhere is the place that it means although the index lacks it; the zero
	// Entry for none. Hits are then what else in the index is called so, or
	// begins so; there are no guesses at what another place is called.
	Unlisted names.Entry

	// Certain says that Elsewhere is just what was asked for, by a code or its
	// name: whoever cannot look at a list should not take the Hits.
	Unambiguous bool
}

// Query says what q means to somebody who reads lang. It means nothing when it is
// blank or longer than any name.
func (ix *Index) Query(q string, lang model.Lang) Result {
	s := ix.searchers.Get().(*searcher)
	defer ix.searchers.Put(s)
	return s.toResult(s.search(ix, q, lang))
}

// plain reports whether q is written as English is.
func isASCII(q string) bool {
	return !strings.ContainsFunc(q, func(r rune) bool { return r >= 0x80 })
}

// judge takes the listed places out of what was found.
func (s *searcher) toResult(found []candidate) Result {
	var r Result
	if len(found) == 0 {
		return r
	}
	best := &found[0]
	n, others := 0, 0
	for i := range found {
		switch c := &found[i]; {
		case c.listed && s.worthShowing(best, c):
			n++
		case !c.listed && c.tier == best.tier:
			others++
		}
	}
	if n > 0 {
		r.Hits = make([]Hit, 0, n)
		for i := range found {
			if c := &found[i]; c.listed && s.worthShowing(best, c) {
				r.Hits = append(r.Hits, s.toHit(c))
			}
		}
	}
	if !best.listed && (best.tier <= exact || n == 0 && others == 1 && s.isLongNamePrefix(best)) {
		r.Unlisted = s.ix.places[best.place].entry
		r.Unambiguous = n == 0 || s.unambiguous(best)
	}
	return r
}

// beside reports whether a listed place is still worth a look when best is the best
// that was found. That is the question only where best is not listed.
func (s *searcher) worthShowing(best, c *candidate) bool {
	here := c.langDistance < 2 && c.tier <= words && c.reason == Name
	switch {
	case best.listed:
		return true
	case best.tier == exact && s.unambiguous(best):
		return false
	case best.tier <= exact:
		return here
	case best.tier == guess:
		return c.cost == best.cost
	case best.langDistance < 2:
		return c.langDistance < 2 && c.tier == best.tier
	}
	return c.tier == best.tier || c.langDistance < 2 && c.tier < guess
}

// certain reports whether a code or name leaves no doubt that its place is meant.
// Three letters may be the beginning of a name, too, unless in capitals; and a word
// of some language may be one of ours, unless it is written otherwise: Ísland is no
// island.
func (s *searcher) unambiguous(c *candidate) bool {
	if c.tier == code {
		return c.reason != ISO3 || s.query == strings.ToUpper(s.query)
	}
	return c.tier == exact && (c.langDistance < 2 || !isASCII(s.query))
}

// minHalf is how many letters of a name it takes to be that name, half typed.
const minNamePrefix = 4

// halfName reports whether the query is the beginning of a name in a language of the
// interface, and enough of it to say that this is meant.
func (s *searcher) isLongNamePrefix(c *candidate) bool {
	return c.tier == prefix && (c.reason == Name || c.reason == Alias) && c.langDistance < 2 && s.longEnough()
}

// half reports whether there is enough of the query to be a name that is half
// typed.
func (s *searcher) longEnough() bool {
	n := len(s.key.Runes)
	return n >= minNamePrefix || n >= 2 && isCJK(s.key.Runes[0])
}

// read folds q onto the desk, unless it is blank or too long.
func (s *searcher) setQuery(q string) bool {
	if len(q) > maxRunes*utf8.UTFMax || utf8.RuneCountInString(q) > maxRunes {
		return false
	}
	s.key = s.folder.Fold(q) // a rune may stand for many: ﷺ for 15
	s.text = s.key.Text()
	return len(s.key.Runes) <= maxRunes
}
