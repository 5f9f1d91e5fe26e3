package find

import (
	"unicode/utf8"

	"voxatlas/model"
)

// maxRunes bounds a query. No name is nearly so long.
const maxRunes = 256

// Hit is a country that a query may mean.
type Hit struct {
	Country *model.Country
	Name    string     // what matched: a name, or a code as written ("TW", "+886")
	Lang    model.Lang // the language of Name; none when it is a code
	Why     Why
	Runes   []int // the positions of the matched runes in Name, ascending; none for a typo
}

// Weak reports whether h is a guess: it belongs below the others.
func (h Hit) Weak() bool { return h.Why == Fuzzy || h.Why == Typo }

// Query lists the countries that q may mean, the best first; none when q is
// blank or longer than any name.
func (ix *Index) Query(q string) []Hit {
	return hits(ix.search(q))
}

func hits(fs []found) []Hit {
	var hs []Hit
	for _, f := range fs {
		hs = append(hs, f.Hit)
	}
	return hs
}

// search is Query with what Resolve needs to know. There are no guesses at what
// another place is called.
func (ix *Index) search(q string) []found {
	k, strong := ix.sure(q)
	if weak := ix.weak(k, strong); len(weak) > 0 && len(ix.exactlyElsewhere(q)) == 0 {
		return append(strong, weak...)
	}
	return strong
}

// sure lists the hits of q that are no guesses, and the key that found them:
// that of q, perhaps without its noise, or an empty one when q cannot be read.
func (ix *Index) sure(q string) (key, []found) {
	k, ok := read(q)
	if !ok {
		return key{}, nil
	}
	strong := ix.strong(k, q)
	if rest, ok := withoutNoise(k); ok {
		if better := ix.strong(rest, ""); top(better) < top(strong) {
			return rest, better
		}
	}
	return k, strong
}

// top is the tier of the first of fs, or one below all.
func top(fs []found) tier {
	if len(fs) == 0 {
		return weak + 1
	}
	return fs[0].tier
}

// read folds q, unless it is blank or too long.
func read(q string) (key, bool) {
	if len(q) > maxRunes*utf8.UTFMax || utf8.RuneCountInString(q) > maxRunes {
		return key{}, false
	}
	k := fold(q) // a rune may stand for many: ﷺ for 15
	return k, k.text != "" && len(k.runes) <= maxRunes
}

// strong lists every country's best hit that is no guess, in order. The query
// is taken as a code too where typed has it as it was typed.
func (ix *Index) strong(k key, typed string) []found {
	best := make([]found, len(ix.places))
	for i := range ix.terms {
		t := &ix.terms[i]
		tier, at := match(&t.key, &k)
		if tier == none {
			continue
		}
		f := ix.found(t, tier)
		if b := &best[t.place]; b.tier == none || compare(&f, b) < 0 {
			f.at = at
			*b = f
		}
	}
	for i := range best {
		f := &best[i]
		if f.tier != none {
			f.Runes = f.term.key.original(f.at)
		}
		if c, ok := ix.code(i, k, typed); ok && (f.tier == none || c.tier < f.tier) {
			*f = c
		}
	}
	return ordered(best)
}
