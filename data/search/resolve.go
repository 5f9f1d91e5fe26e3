package search

import (
	"voxatlas/data/names"
	"voxatlas/model"
)

// Resolution is what [Index.Resolve] made of a query: the country that it means
// without doubt, or the place that the index does not have but the query means,
// or the candidates among which somebody must choose. When all are empty the
// query names nothing.
type Resolution struct {
	Country    *model.Country
	Unlisted   names.Entry // of the names table; the zero Entry for none
	Candidates []Hit
}

// Resolve decides which country q means. It is without doubt when q is a code,
// slug, name or alias of exactly one country; or when it is of none, nor of any
// other place of the world, but another spelling or a city of exactly one, or the
// shown names of exactly one begin so, or of none but the aliases of one. Whatever else [Index.Query] finds is
// doubt.
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

// those are the hits that are sure, or else the place elsewhere that is.
func (s *searcher) selectCandidates(found []candidate, accept func(*candidate) bool) Resolution {
	var r Resolution
	for i := range found {
		switch c := &found[i]; {
		case !accept(c):
		case c.listed:
			r.Candidates = append(r.Candidates, s.toHit(c))
		case r.Unlisted.ISO2 == "":
			r.Unlisted = s.ix.places[c.place].entry
		}
	}
	if len(r.Candidates) > 0 {
		r.Unlisted = names.Entry{}
	}
	return r
}

// called reports whether the query is a code, slug, name or alias.
func (c *candidate) isNameOrCode() bool {
	return c.tier == code || c.tier == exact && c.langDistance < 2
}

// exactly reports whether the query is any spelling.
func (c *candidate) isExact() bool { return c.tier == exact }

// begins reports whether a shown name begins with the query.
func (c *candidate) isNamePrefix() bool {
	return c.tier == prefix && c.reason == Name && c.langDistance < 2
}

// beginsElse reports whether an alias does.
func (c *candidate) isAliasPrefix() bool {
	return c.tier == prefix && c.reason == Alias && c.langDistance < 2
}
