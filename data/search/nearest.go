package search

import "voxatlas/model"

// Nearest lists at most n countries whose names are nearly q, the nearest first:
// what to propose when q names nothing. It goes further than [Index.Query], whose
// guesses are to be right. Their reason is [Typo].
func (ix *Index) Nearest(q string, lang model.Lang, n int) []Hit {
	d := ix.desks.Get().(*desk)
	defer ix.desks.Put(d)
	d.ix, d.lang, d.query = ix, lang, q
	d.folder.Reset()
	clear(d.best)
	if !d.read(q) || d.text == "" {
		return nil
	}
	rs := d.key.Runes
	for i := range ix.terms {
		t := &ix.terms[i]
		if t.why == Slug {
			continue
		}
		small, large := min(len(rs), len(t.key.Runes)), max(len(rs), len(t.key.Runes))
		limit := min(large/3, small/2)
		if large == 2 {
			limit = 1
		}
		if large-small > limit || large == 2 && !swapped(rs, t.key.Runes) {
			continue // of two runes, one is half of another name
		}
		f := ix.found(t, weak, lang)
		if f.why, f.cost = Typo, d.distance(rs, t.key.Runes, limit); f.cost <= limit {
			d.keep(f)
		}
	}
	var hits []Hit
	for _, f := range ordered(d.best) {
		if f.listed && len(hits) < n {
			hits = append(hits, d.hit(&f))
		}
	}
	return hits
}

// swapped reports whether b is a with its two runes swapped.
func swapped(a, b []rune) bool { return len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0] }
