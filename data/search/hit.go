package search

import (
	"voxatlas/data/names"
	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// Hit is a country that a query may mean.
type Hit struct {
	Country *model.Country
	Name    string     // what matched: a name, or a code as written ("TW", "+886")
	Lang    model.Lang // the language of Name; none when it is a code
	Why     Why

	tier  tier
	query string // as it matched
	n     int    // of a calling code: how many digits
}

// Weak reports whether h is a guess: it belongs below the others.
func (h Hit) Weak() bool { return h.tier == weak }

// hit is what was found as others see it.
func (d *desk) hit(f *found) Hit {
	h := Hit{Country: d.ix.places[f.place].country, Why: f.why, tier: f.tier, query: f.query, n: f.n}
	switch {
	case f.term != nil:
		h.Name, h.Lang = f.term.text, f.term.lang
	case f.line >= 0:
		s := names.World().At(f.line)
		h.Name, h.Lang = s.Text, s.Lang
	case f.why == Dial:
		h.Name = "+" + f.code
	default:
		h.Name = f.code
	}
	return h
}

// Runes are the positions of the runes of h.Name that matched, ascending; none
// for a typo.
func (h Hit) Runes() []int {
	switch {
	case h.Why == Typo:
		return nil
	case h.Why == Dial:
		return span(1, h.n)
	case h.Why.Code():
		return span(0, len([]rune(h.Name)))
	}
	name, q := fold.Of(h.Name), fold.Of(h.query)
	if h.Why == PinyinInitials || h.Why == Choseong {
		name = fold.Initials(h.Name)
	}
	return name.Original(positions(&name, &q, h.tier))
}

// positions are where q stands in name, which it matched in that way.
func positions(name, q *fold.Key, how tier) []int {
	if how == weak {
		first, last := closest(name, q.Runes)
		return inOrder(name, q.Runes, first, last)
	}
	t, i := inOnePiece(name, name.Text(), q, q.Text())
	var at []int
	switch {
	case how == words && t != words && t != prefix && t != exact && eachWord(name, q, &at):
		return at
	case t == none:
		return nil
	}
	return span(i, len(q.Runes))
}
