package search

import (
	"voxatlas/data/names"
	"voxatlas/model"
)

// Resolution is the answer of [Index.Resolve]. One of its fields is set: the country
// that the query means; or the unlisted place that it means; or the candidates among
// which the user must choose. When none is set, the query means nothing.
type Resolution struct {
	Country    *model.Country
	Unlisted   names.Entry // of the names table; the zero Entry for none
	Candidates []Hit
}

// Resolve decides which country q means, for programs, which must not guess. The
// first of these rules that fits decides:
//
//  1. q is a code, slug, name or alias
//  2. q is another spelling, a reading, a capital or a city
//  3. q begins a shown name
//  4. q begins an alias
//
// A rule that fits one country resolves to it, and one that fits several returns
// them as candidates. The first two return an unlisted place when they fit no
// country. When no rule fits, the candidates are the hits of [Index.Query].
func (ix *Index) Resolve(q string, lang model.Lang) Resolution {
	s := ix.searchers.Get().(*searcher)
	defer ix.searchers.Put(s)
	found := s.search(ix, q, lang)
	for _, accept := range []func(*candidate) bool{(*candidate).isNameOrCode, (*candidate).isExact} {
		r := s.selectCandidates(found, accept)
		switch {
		case len(r.Candidates) == 1:
			return Resolution{Country: r.Candidates[0].Country}
		case len(r.Candidates) > 1 || r.Unlisted.ISO2 != "":
			return r
		}
	}
	for _, accept := range []func(*candidate) bool{(*candidate).isNamePrefix, (*candidate).isAliasPrefix} {
		switch r := s.selectCandidates(found, accept); len(r.Candidates) {
		case 0:
		case 1:
			if r.Candidates[0].Reason == Name || s.longEnough() {
				return Resolution{Country: r.Candidates[0].Country}
			}
		default:
			return Resolution{Candidates: r.Candidates}
		}
	}
	r := s.toResult(found)
	if r.Unambiguous {
		return Resolution{Unlisted: r.Unlisted}
	}
	return Resolution{Candidates: r.Hits}
}

// selectCandidates returns the hits for the listed candidates that accept approves,
// or, when there are none, the first unlisted place that it approves.
func (s *searcher) selectCandidates(found []candidate, accept func(*candidate) bool) Resolution {
	if hits := s.toHits(found, accept); len(hits) > 0 {
		return Resolution{Candidates: hits}
	}
	for i := range found {
		if c := &found[i]; !c.listed && accept(c) {
			return Resolution{Unlisted: names.At(s.ix.places[c.place].entry)}
		}
	}
	return Resolution{}
}

// isNameOrCode reports whether the query is a code, slug, name or alias.
func (c *candidate) isNameOrCode() bool {
	return c.tier == code || c.tier == exact && c.langDistance < 2
}

// isExact reports whether the query is exactly a spelling of any kind.
func (c *candidate) isExact() bool { return c.tier == exact }

// isNamePrefix reports whether the query begins a shown name.
func (c *candidate) isNamePrefix() bool {
	return c.tier == prefix && c.reason == Name && c.langDistance < 2
}

// isAliasPrefix reports whether the query begins an alias.
func (c *candidate) isAliasPrefix() bool {
	return c.tier == prefix && c.reason == Alias && c.langDistance < 2
}
