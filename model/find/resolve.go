package find

import "voxatlas/model"

// Resolution is what [Index.Resolve] made of a query: the country that it means
// without doubt, or the candidates among which somebody must choose. When both
// are empty the query names nothing.
type Resolution struct {
	Country    *model.Country
	Candidates []Hit
}

// Resolve decides which country q means. It is without doubt when q is a code,
// slug, name or alias of exactly one country; or when it is of none, but the
// names or aliases of exactly one begin so. Whatever else [Index.Query] finds is
// doubt.
func (ix *Index) Resolve(q string) Resolution {
	all := ix.search(q)
	for _, sure := range []func(found) bool{
		func(f found) bool { return f.tier == code || f.tier == exact },
		func(f found) bool { return f.tier == prefix && (f.Why == Name || f.Why == Alias) },
	} {
		var hits []Hit
		for _, f := range all {
			if sure(f) {
				hits = append(hits, f.Hit)
			}
		}
		switch len(hits) {
		case 0:
		case 1:
			return Resolution{Country: hits[0].Country}
		default:
			return Resolution{Candidates: hits}
		}
	}
	var r Resolution
	for _, f := range all {
		r.Candidates = append(r.Candidates, f.Hit)
	}
	return r
}
