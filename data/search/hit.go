package search

import (
	"voxatlas/data/names"
	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// Hit is a country that a query may mean.
type Hit struct {
	Country *model.Country
	Name    string     // the text that matched: a name, or a code as displayed ("TW", "+886")
	Lang    model.Lang // the language of Name; empty for a code
	Reason  Reason

	tier   tier
	query  string // that matched
	digits int    // of a calling code: digits that matched
}

// IsGuess reports whether h is a guess. Guesses are shown apart from other hits.
func (h Hit) IsGuess() bool { return h.tier == guess }

// toHit converts a candidate for a listed place.
func (s *searcher) toHit(c *candidate) Hit {
	h := Hit{Country: s.ix.places[c.place].country, Reason: c.reason, tier: c.tier, query: c.query, digits: c.digits}
	switch {
	case c.term != nil:
		h.Name, h.Lang = c.term.text, c.term.lang
	case c.spelling >= 0:
		sp := names.Spellings().At(c.spelling)
		h.Name, h.Lang = sp.Text, sp.Lang
	case c.reason == Dial:
		h.Name = "+" + c.code
	default:
		h.Name = c.code
	}
	return h
}

// Runes returns the positions of the runes of h.Name that matched, ascending; nil
// for a typo.
func (h Hit) Runes() []int {
	switch {
	case h.Reason == Typo:
		return nil
	case h.Reason == Dial:
		return runeRange(1, h.digits)
	case h.Reason.Code():
		return runeRange(0, len([]rune(h.Name)))
	}
	name, q := fold.Of(h.Name), fold.Of(h.query)
	if h.Reason == PinyinInitials || h.Reason == Choseong {
		name = fold.Initials(h.Name)
	}
	return name.Original(matchPositions(&name, &q, h.tier))
}

// matchPositions returns where q stands in name, which it matched in a tier.
func matchPositions(name, q *fold.Key, tier tier) []int {
	if tier == guess {
		first, last := closestSubsequence(name, q.Runes)
		return subsequence(name, q.Runes, first, last)
	}
	t, i := matchPhrase(name, name.Text(), q, q.Text())
	var at []int
	switch {
	case tier == words && t != words && t != prefix && t != exact && matchWords(name, q, &at):
		return at
	case t == none:
		return nil
	}
	return runeRange(i, len(q.Runes))
}
