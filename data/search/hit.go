package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"voxatlas/data/names"
	"voxatlas/model"
)

// Hit is a country that a query may mean.
type Hit struct {
	Country *model.Country
	Name    string     // the text that matched: a name, or a code as displayed ("TW", "+886")
	Lang    model.Lang // the language of Name; empty for a code
	Reason  Reason
	Runes   []int // the positions of the runes of Name that matched, ascending; nil for a typo, and for another form of an adjective: japonaise

	tier    tier
	inDoubt bool // a code of digits alone, which may be any other number: 49, and not +49; or three capitals, which may be another code
}

// IsGuess reports whether h is a guess. Guesses are shown apart from other hits.
func (h Hit) IsGuess() bool { return h.tier == guess || h.inDoubt }

// LangToShow returns the language to name beside the text that matched. It is "" for a name
// in Latin letters of a language that few people read: "Walser" beside Holand would explain
// nothing.
func (h Hit) LangToShow() model.Lang {
	notLatin := func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }
	if h.Reason == Name && !isWidelyRead(h.Lang) && !strings.ContainsFunc(h.Name, notLatin) {
		return ""
	}
	return h.Lang
}

// toHits converts the listed candidates that accept approves, certain hits first. The positions of all
// of them share one array.
func (s *searcher) toHits(found []candidate, accept func(*candidate) bool) []Hit {
	n, positions := 0, 0
	for i := range found {
		if c := &found[i]; c.listed && accept(c) {
			n++
			positions += len(c.runes)
		}
	}
	if n == 0 {
		return nil
	}
	hits, room := make([]Hit, 0, n), make([]int, 0, positions)
	for i := range found {
		if c := &found[i]; c.listed && accept(c) {
			h := Hit{Country: s.ix.places[c.place].country, Reason: c.reason, tier: c.tier, inDoubt: s.bare && (c.reason == Dial || c.reason == Numeric) || s.mayBeOtherCode(c)}
			room = s.fillName(&h, c, room)
			hits = append(hits, h)
		}
	}
	if !slices.IsSortedFunc(hits, compareDoubt) {
		slices.SortStableFunc(hits, compareDoubt)
	}
	return hits
}

// compareDoubt orders hits that are not certain behind those that are.
func compareDoubt(a, b Hit) int { return cmp.Compare(boolToInt(a.IsGuess()), boolToInt(b.IsGuess())) }

// fillName fills in the text that matched and its positions, which it appends to
// room. A key position is one or more runes of the text.
func (s *searcher) fillName(h *Hit, c *candidate, room []int) []int {
	from := len(room)
	switch {
	case c.term >= 0:
		h.Name, h.Lang = s.ix.termText(c.place, int(c.term))
		room = s.keyMaker.AppendOriginal(room, h.Name, c.runes)
	case c.spelling >= 0:
		spelling := names.Spellings().At(int(c.spelling))
		h.Name, h.Lang = spelling.Text, spelling.Lang
		if len(c.runes) > 0 {
			room = spelling.FoldWith(&s.keyMaker).AppendOriginal(room, c.runes)
		}
	case c.reason == Dial:
		h.Name = "+" + c.code
		room = append(room, c.runes...)
	case c.cityRank > 0:
		h.Name = c.code
		room = s.keyMaker.AppendOriginal(room, h.Name, c.runes)
	default:
		h.Name = c.code
		room = append(room, c.runes...)
	}
	if len(room) > from {
		h.Runes = slices.Clip(room[from:])
	}
	return room
}
