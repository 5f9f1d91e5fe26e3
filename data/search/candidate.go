package search

import (
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
	lacksTyped   bool  // the name lacks marks on letters, or blanks, that were typed
	rarelyRead   bool  // a name in a language that few people read
	demoted      bool  // the tones differ, the city is a lesser one, the name begun is not the usual one, or the first letter is a typo
	unshown      bool  // the term is not a shown name
	weak         bool  // the beginning or a part of a name that few people mean by it
	doubtful     bool  // the city is not the one that is clearly meant
	listed       bool
	reason       Reason
}

// termCandidate makes the candidate for a term that matched.
func (s *searcher) termCandidate(t term, m match) candidate {
	c := candidate{place: t.place, match: m, reason: s.ix.termReason(t), size: int32(t.runeCount()), term: int32(t.n), spelling: -1}
	c.unshown = c.reason != Name
	text, lang := s.ix.termText(t.place, t.n)
	if lang != s.lang {
		c.langDistance = 1
	}
	c.lacksTyped = s.lacksTypedMarks(m.tier, text) || m.tier == prefix && s.lacksTypedBlanks(func(i int) bool { return s.startsWord(t, i) })
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
