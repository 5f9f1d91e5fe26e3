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
	Elsewhere names.Entry

	// Certain says that Elsewhere is just what was asked for, by a code or its
	// name: whoever cannot look at a list should not take the Hits.
	Certain bool
}

// Query says what q means to somebody who reads lang. It means nothing when it is
// blank or longer than any name.
func (ix *Index) Query(q string, lang model.Lang) Result {
	d := ix.desks.Get().(*desk)
	defer ix.desks.Put(d)
	return d.judge(d.search(ix, q, lang))
}

// plain reports whether q is written as English is.
func plain(q string) bool {
	return !strings.ContainsFunc(q, func(r rune) bool { return r >= 0x80 })
}

// judge takes the listed places out of what was found.
func (d *desk) judge(fs []found) Result {
	var r Result
	if len(fs) == 0 {
		return r
	}
	best := &fs[0]
	n, others := 0, 0
	for i := range fs {
		switch f := &fs[i]; {
		case f.listed && d.beside(best, f):
			n++
		case !f.listed && f.tier == best.tier:
			others++
		}
	}
	if n > 0 {
		r.Hits = make([]Hit, 0, n)
		for i := range fs {
			if f := &fs[i]; f.listed && d.beside(best, f) {
				r.Hits = append(r.Hits, d.hit(f))
			}
		}
	}
	if !best.listed && (best.tier <= exact || n == 0 && others == 1 && d.halfName(best)) {
		r.Elsewhere = d.ix.places[best.place].entry
		r.Certain = n == 0 || d.certain(best)
	}
	return r
}

// beside reports whether a listed place is still worth a look when best is the best
// that was found. That is the question only where best is not listed.
func (d *desk) beside(best, f *found) bool {
	here := f.far < 2 && f.tier <= words && f.why == Name
	switch {
	case best.listed:
		return true
	case best.tier == exact && d.certain(best):
		return false
	case best.tier <= exact:
		return here
	case best.tier == weak:
		return f.cost == best.cost
	case best.far < 2:
		return f.far < 2 && f.tier == best.tier
	}
	return f.tier == best.tier || f.far < 2 && f.tier < weak
}

// certain reports whether a code or name leaves no doubt that its place is meant.
// Three letters may be the beginning of a name, too, unless in capitals; and a word
// of some language may be one of ours, unless it is written otherwise: Ísland is no
// island.
func (d *desk) certain(f *found) bool {
	if f.tier == code {
		return f.why != ISO3 || d.query == strings.ToUpper(d.query)
	}
	return f.tier == exact && (f.far < 2 || !plain(d.query))
}

// minHalf is how many letters of a name it takes to be that name, half typed.
const minHalf = 4

// halfName reports whether the query is the beginning of a name in a language of the
// interface, and enough of it to say that this is meant.
func (d *desk) halfName(f *found) bool {
	return f.tier == prefix && (f.why == Name || f.why == Alias) && f.far < 2 && d.half()
}

// half reports whether there is enough of the query to be a name that is half
// typed.
func (d *desk) half() bool {
	n := len(d.key.Runes)
	return n >= minHalf || n >= 2 && dense(d.key.Runes[0])
}

// read folds q onto the desk, unless it is blank or too long.
func (d *desk) read(q string) bool {
	if len(q) > maxRunes*utf8.UTFMax || utf8.RuneCountInString(q) > maxRunes {
		return false
	}
	d.key = d.folder.Fold(q) // a rune may stand for many: ﷺ for 15
	d.text = d.key.Text()
	return len(d.key.Runes) <= maxRunes
}
