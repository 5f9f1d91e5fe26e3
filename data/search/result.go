package search

import (
	"slices"
	"strings"

	"voxatlas/data/names"
	"voxatlas/model"
)

// Result holds the matches of a query.
type Result struct {
	Hits []Hit // listed countries that the query may mean, the best first

	// Unlisted is the place that the query means although the index does not list
	// it; the zero Entry for none. Hits are then other countries with that name, or
	// with names that begin so, never guesses.
	Unlisted names.Entry

	// Unambiguous is true when the query is the code or name of the unlisted place, or
	// when no listed country matches and the query begins only that place's name. A
	// program, which cannot ask its user, must then not take one of the Hits.
	Unambiguous bool
}

// IsWeak reports whether a hit is a guess, or the query certainly means another place:
// "Me" is Montenegro's code, and begins Mexico.
func (r *Result) IsWeak(h Hit) bool { return r.Unambiguous || h.IsGuess() }

// Query returns the countries that q may mean to a reader of lang, the best first.
// The result is empty when q is blank or longer than any name.
func (ix *Index) Query(q string, lang model.Lang) Result {
	s := ix.searchers.Get().(*searcher)
	defer ix.searchers.Put(s)
	return s.toResult(s.search(ix, q, lang))
}

// toResult makes hits of the listed candidates, and names the unlisted place when
// it is the one that the query means.
func (s *searcher) toResult(found []candidate) Result {
	var r Result
	if len(found) == 0 {
		return r
	}
	best := &found[0]
	r.Hits = s.toHits(found, func(c *candidate) bool { return s.worthShowing(best, c) })
	if best.reason == InText {
		if at := slices.IndexFunc(found, func(c candidate) bool { return !c.listed }); at >= 0 {
			r.Unlisted = names.At(s.ix.places[found[at].place].entry)
		}
		return r
	}
	shown, rivals := len(r.Hits), 0 // rivals: unlisted places as good as the best
	for i := range found {
		if c := &found[i]; !c.listed && c.tier == best.tier {
			rivals++
		}
	}
	if shown == 0 && best.tier == prefix { // on the way to Équateur, not only to Equatorial Guinea
		r.Hits = s.toHits(found, func(c *candidate) bool { return c.tier == prefix })
		for i := range r.Hits {
			r.Hits[i].tier = guess
		}
	}
	if !best.listed && (best.tier <= exact || shown == 0 && rivals == 1 && s.isLongNamePrefix(best)) {
		r.Unlisted = names.At(s.ix.places[best.place].entry)
		r.Unambiguous = shown == 0 || s.unambiguous(best)
	}
	return r
}

// worthShowing reports whether a listed candidate c is a hit, given the best
// candidate. When the best one is listed, all are. When it is not, hits that only
// resemble the unlisted place must not look like an answer.
func (s *searcher) worthShowing(best, c *candidate) bool {
	isName := c.langDistance < 2 && c.tier <= words && c.reason == Name
	isPart := c.langDistance < 2 && c.tier >= substring && c.reason == Name
	switch {
	case best.listed, best.reason == InText, best.doubtful && c.doubtful: // cities of one name
		return true
	case best.tier == exact && s.unambiguous(best):
		return false
	case best.tier <= exact:
		return isName || isPart && best.tier == exact && best.langDistance == 2
	case best.tier == guess:
		return c.cost == best.cost
	case best.langDistance < 2:
		return c.langDistance < 2 && c.tier == best.tier || isPart
	}
	return true // the best is a part of a name in some language
}

// unambiguous reports whether a code or name can only mean c's place. Three letters
// may begin a name, unless they are capitals: "mac" begins Macedonia. A word of any
// language may be a word of the interface's, unless it is not ASCII: Ísland is not
// "island".
func (s *searcher) unambiguous(c *candidate) bool {
	if c.tier == code {
		return c.reason != ISO3 || s.query == strings.ToUpper(s.query)
	}
	return c.tier == exact && (c.langDistance < 2 || !isASCII(s.query))
}

// minNamePrefix is the number of letters from which a prefix means a name.
const minNamePrefix = 4

// isLongNamePrefix reports whether the query is a prefix of a name or alias, and
// long enough to mean it.
func (s *searcher) isLongNamePrefix(c *candidate) bool {
	return c.tier == prefix && (c.reason == Name || c.reason == Alias) && c.langDistance < 2 && s.longEnough()
}

// longEnough reports whether the query has enough letters to mean the one name that
// begins with it: minNamePrefix letters, or two of CJK.
func (s *searcher) longEnough() bool {
	n := len(s.key.Runes)
	return n >= minNamePrefix || n >= 2 && s.startsCJK()
}
