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
	Elsewhere  names.Entry // of the names table; the zero Entry for none
	Candidates []Hit
}

// Resolve decides which country q means. It is without doubt when q is a code,
// slug, name or alias of exactly one country; or when it is of none, nor of any
// other place of the world, but another spelling or a city of exactly one, or the
// shown names of exactly one begin so, or of none but the aliases of one. Whatever else [Index.Query] finds is
// doubt.
func (ix *Index) Resolve(q string, lang model.Lang) Resolution {
	d := ix.desks.Get().(*desk)
	defer ix.desks.Put(d)
	fs := d.search(ix, q, lang)
	for _, sure := range []func(*found) bool{(*found).called, (*found).exactly} {
		r := d.those(fs, sure)
		switch {
		case len(r.Candidates) == 1:
			return Resolution{Country: r.Candidates[0].Country}
		case len(r.Candidates) > 1 || r.Elsewhere.ISO2 != "":
			return r
		}
	}
	for _, sure := range []func(*found) bool{(*found).begins, (*found).beginsElse} {
		switch r := d.those(fs, sure); len(r.Candidates) {
		case 0:
		case 1:
			if r.Candidates[0].Why == Name || d.half() {
				return Resolution{Country: r.Candidates[0].Country}
			}
		default:
			return Resolution{Candidates: r.Candidates}
		}
	}
	r := d.judge(fs)
	if r.Certain {
		return Resolution{Elsewhere: r.Elsewhere}
	}
	return Resolution{Candidates: r.Hits}
}

// those are the hits that are sure, or else the place elsewhere that is.
func (d *desk) those(fs []found, sure func(*found) bool) Resolution {
	var r Resolution
	for i := range fs {
		switch f := &fs[i]; {
		case !sure(f):
		case f.listed:
			r.Candidates = append(r.Candidates, d.hit(f))
		case r.Elsewhere.ISO2 == "":
			r.Elsewhere = d.ix.places[f.place].entry
		}
	}
	if len(r.Candidates) > 0 {
		r.Elsewhere = names.Entry{}
	}
	return r
}

// called reports whether the query is a code, slug, name or alias.
func (f *found) called() bool { return f.tier == code || f.tier == exact && f.far < 2 }

// exactly reports whether the query is any spelling.
func (f *found) exactly() bool { return f.tier == exact }

// begins reports whether a shown name begins with the query.
func (f *found) begins() bool { return f.tier == prefix && f.why == Name && f.far < 2 }

// beginsElse reports whether an alias does.
func (f *found) beginsElse() bool { return f.tier == prefix && f.why == Alias && f.far < 2 }
