package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"voxatlas/data/names"
)

// tier is how well a query matches. Smaller is better, but none is no match.
type tier uint8

// The tiers.
const (
	none      tier = iota
	code           // the query is a code
	exact          // the query is a whole name or spelling
	prefix         // the query begins a name or spelling, or a calling code
	words          // the query is words of a name or spelling, or their beginnings
	substring      // the query is a part of a name or spelling
	guess          // the query is nearly a name or spelling, or has some of its letters in order
)

// candidate is a place that the query may mean: the best match found for it, and
// the facts that decide its rank, see [compareCandidates]. It is small, since each
// step of a search goes over the candidates of all places.
type candidate struct {
	match            // in a displayed code the positions are those in its text
	place      int   // position in Index.places
	cost       int32 // of a guess: runes of the name skipped, or letters changed
	size       int32 // length of the key that matched: runes of a term, bytes of a spelling
	population int

	// The text that matched: a term of the place, by its position there (-1 for none);
	// a line of the spelling table (-1 for none); or a code.
	term     int32
	spelling int32
	code     string // also the name of a city that is not in the table of spellings

	cityRank int32 // of the cities of this name, 1 for the largest; 0 for another reason

	langDistance uint8 // 0: the language asked for; 1: another one of the interface, or a slug; 2: any other spelling
	rarelyRead   bool  // a part of a name in a language that few people read
	demoted      bool  // the tones differ, the city is a lesser one, or the first letter is a typo
	unshown      bool  // the term is not a shown name
	weak         bool  // the beginning or a part of a name that few people mean by it
	doubtful     bool  // the city is not the one that is clearly meant
	listed       bool
	reason       Reason
}

// compareCandidates ranks two candidates, the better first. The first of these
// facts in which they differ decides:
//
//	tier          a code before a name before its beginning … before a guess
//	cost          of guesses: fewer letters changed or skipped
//	langDistance  the language asked for, another of the interface, any other
//	listed        where the text is a code, or of any other language
//	reason        shown name, alias, slug, misspelling, reading, capital, city …
//	demoted       a doubtful match of its kind
//	population    the larger place
//	size          the shorter name
//	place, code   so that the order is always the same
func compareCandidates(a, b *candidate) int {
	return cmp.Or(
		cmp.Compare(a.tier, b.tier),
		cmp.Compare(a.cost, b.cost),
		cmp.Compare(a.langDistance, b.langDistance),
		cmp.Compare(unlistedLast(a), unlistedLast(b)),
		cmp.Compare(a.reasonRank(), b.reasonRank()),
		cmp.Compare(boolToInt(a.demoted), boolToInt(b.demoted)),
		cmp.Compare(b.population, a.population),
		cmp.Compare(a.size, b.size),
		cmp.Compare(a.place, b.place),
		strings.Compare(a.code, b.code),
	)
}

// unlistedLast ranks a listed place before an unlisted one when a code, or a
// spelling in any other language, belongs to both.
func unlistedLast(c *candidate) int {
	if c.tier == code || c.langDistance == 2 {
		return boolToInt(!c.listed)
	}
	return 0
}

// boolToInt converts b to a number, so that false sorts before true.
func boolToInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// reasonRank ranks the reasons: a shown name is 0.
func (c *candidate) reasonRank() int {
	if c.tier == guess && c.cityRank == 0 { // a name whose letters stand in order before a typo, names before others
		return 2*boolToInt(c.reason == Typo) + boolToInt(c.unshown)
	}
	switch c.reason {
	case Name:
		if c.rarelyRead {
			return 7
		}
	case Alias:
		return 1
	case Slug:
		return 2
	case Misspelling:
		return 3
	case Numeric:
		return 1 // after calling codes, which people know better
	case Pinyin, Zhuyin, Kana, Romaji, Romanized, Choseong:
		return 4
	case Capital:
		return 5
	case City:
		return 6
	case ZhuyinKeys:
		return 8
	case PinyinInitials:
		return 9
	}
	return 0
}

// termCandidate makes the candidate for a term that matched.
func (s *searcher) termCandidate(t term, m match) candidate {
	c := candidate{place: t.place, match: m, reason: s.ix.termReason(t), size: int32(t.runeCount()), term: int32(t.n), spelling: -1}
	c.unshown = c.reason != Name
	if _, lang := s.ix.termText(t.place, t.n); lang != s.lang {
		c.langDistance = 1
	}
	return c
}

// spellingCandidate makes the candidate for a line of the spelling table that
// matched.
func spellingCandidate(place, line int, kind names.Kind, m match) candidate {
	return candidate{place: place, match: m, langDistance: 2, reason: reasonOf(kind), term: -1, spelling: int32(line), size: int32(len(names.Spellings().KeyText(line)))}
}

// codeCandidate makes the candidate for a code of a place, as it is displayed.
func (s *searcher) codeCandidate(place int, reason Reason, shown string) candidate {
	all := s.runeRange(0, utf8.RuneCountInString(shown))
	return candidate{place: place, match: match{code, all}, reason: reason, code: shown, term: -1, spelling: -1}
}

// dialCandidate makes the candidate for a calling code, of which the first n digits
// matched. It is displayed with a +.
func (s *searcher) dialCandidate(place int, dial string, t tier, n int) candidate {
	return candidate{place: place, match: match{t, s.runeRange(1, n)}, reason: Dial, code: dial, term: -1, spelling: -1}
}

// withPlace fills in the facts about the candidate's place.
func (ix *Index) withPlace(c candidate) candidate {
	p := &ix.places[c.place]
	c.listed, c.population = p.country != nil, p.population
	return c
}

// sortCandidates moves the candidates found to the front of the slice, best first,
// and returns them.
func sortCandidates(found []candidate) []candidate {
	n := 0
	for i := range found {
		if found[i].tier != none {
			found[n] = found[i]
			n++
		}
	}
	slices.SortFunc(found[:n], func(a, b candidate) int { return compareCandidates(&a, &b) })
	return found[:n]
}
