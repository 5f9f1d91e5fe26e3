package find

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
	Elsewhere  names.Entry // of the names table; the zero Entry for none
	Candidates []Hit
}

// Resolve decides which country q means. It is without doubt when q is a code,
// slug, name or alias of exactly one country; or when it is of none, nor of any
// other place of the world, but the names or aliases of exactly one begin so.
// Whatever else [Index.Query] finds is doubt.
func (ix *Index) Resolve(q string) Resolution {
	all := ix.search(q)
	if r, ok := decide(all, found.exactly); ok {
		return r
	}
	if e := ix.exactlyElsewhere(q); len(e) > 0 {
		return Resolution{Elsewhere: e[0]}
	}
	if r, ok := decide(all, found.begins); ok {
		return r
	}
	return Resolution{Candidates: hits(all)}
}

// exactly reports whether the query is a code, slug, name or alias of f.
func (f found) exactly() bool { return f.tier == code || f.tier == exact }

// begins reports whether a name or alias of f begins with the query.
func (f found) begins() bool { return f.tier == prefix && (f.Why == Name || f.Why == Alias) }

// decide chooses among the hits that are sure, if there are any.
func decide(all []found, sure func(found) bool) (Resolution, bool) {
	var r Resolution
	for _, f := range all {
		if sure(f) {
			r.Candidates = append(r.Candidates, f.Hit)
		}
	}
	if len(r.Candidates) == 1 {
		r = Resolution{Country: r.Candidates[0].Country}
	}
	return r, r.Country != nil || len(r.Candidates) > 0
}

// Elsewhere is the place that q means, but the index does not have: it is called
// exactly so and no country of the index is, or it is the only one whose name
// begins so and q finds nothing in the index but guesses.
func (ix *Index) Elsewhere(q string) (names.Entry, bool) {
	_, here := ix.sure(q)
	if len(here) > 0 && here[0].exactly() {
		return names.Entry{}, false
	}
	if e := ix.exactlyElsewhere(q); len(e) > 0 {
		return e[0], true
	}
	if len(here) > 0 {
		return names.Entry{}, false
	}
	_, there := ix.others().sure(q)
	if r, _ := decide(there, found.begins); r.Country != nil {
		return names.Of(r.Country.ISO2())
	}
	return names.Entry{}, false
}

// exactlyElsewhere are the other places that have q as a code, name or alias,
// in the order of hits. There are several for a shared calling code.
func (ix *Index) exactlyElsewhere(q string) []names.Entry {
	if ix.others == nil {
		return nil
	}
	_, there := ix.others().sure(q)
	var es []names.Entry
	for _, f := range there {
		if f.exactly() {
			e, _ := names.Of(f.Country.ISO2())
			es = append(es, e)
		}
	}
	return es
}
