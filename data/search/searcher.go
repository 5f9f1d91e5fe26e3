package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"voxatlas/data/cities"
	"voxatlas/data/names"
	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// searcher works on one query at a time. An Index keeps searchers in a pool, so
// that a query needs hardly any memory; nothing of a searcher may leave it.
type searcher struct {
	ix       *Index
	lang     model.Lang
	keyMaker fold.KeyMaker
	cities   cities.Finder

	exactly bool // do not guess: see [Index.ResolveExactly]

	typed string   // the query as typed
	query string   // as typed, or as rewritten
	key   fold.Key // of query
	text  string   // of key

	marked  string // the query in small letters, if it has a letter with a mark, as Ö; else empty
	bare    bool   // the query is digits without a sign that they are a code, see [Hit]
	settled bool   // no name needs to be looked for: the query can only be a code

	begun  []int // places with a shown name in a language of the interface that the query begins
	within int   // the place that the query is a part of, as S China; -1 for none

	best  []candidate // by place; of tier none where nothing is found
	spare []candidate // the other one of the two slices that tryRewrite swaps

	unpacked  fold.Key // see termKey
	positions []int    // of matches in several pieces
	ascending []int    // 0, 1, 2 …

	nearKeys     []string       // keys with the query's letters in order, for the fuzzy library
	nearTerms    []term         // their terms
	occurrences  []occurrence   // of the query in the spelling table
	near         []nearSpelling // spellings that are near the text nearTo
	nearTo       string
	inText       []nameInText // by the rune of the key at which it begins
	originals    []int        // positions in the query, see hasLowerCase
	distanceRows [3][maxRunes + 1]int
}

// maxRunes is the maximum length of a query. No name is nearly so long.
const maxRunes = 256

// begin forgets the last search and takes the query q. It returns false when q is too
// long.
func (s *searcher) begin(ix *Index, q string, lang model.Lang) bool {
	s.ix, s.lang, s.typed, s.query = ix, lang, q, q
	s.cities.Known = ix.cityLines
	s.keyMaker.Reset()
	clear(s.best)
	s.positions, s.begun, s.within = s.positions[:0], s.begun[:0], -1
	s.bare, s.settled = false, false
	return s.setQuery(q)
}

// setQuery folds q into the searcher's key and text. It returns false when q is too
// long.
func (s *searcher) setQuery(q string) bool {
	if len(q) > maxRunes*utf8.UTFMax || utf8.RuneCountInString(q) > maxRunes {
		return false
	}
	s.key = s.keyMaker.Fold(q) // a rune may stand for many: ﷺ for 15
	s.text = s.key.Text()
	s.marked = markedLetters(q)
	return len(s.key.Runes) <= maxRunes
}

// isASCII reports whether q has ASCII characters only.
func isASCII(q string) bool {
	return !strings.ContainsFunc(q, func(r rune) bool { return r >= 0x80 })
}

// search returns a candidate for each place that q may mean, listed or not, the
// best first. It takes the [stages] in order. The slice is valid until the next search.
func (s *searcher) search(ix *Index, q string, lang model.Lang) []candidate {
	if !s.begin(ix, q, lang) {
		return nil
	}
	for i := range stages {
		st := &stages[i]
		switch {
		case s.settled && st.when != noGuess || !s.takes(st.when):
		case st.run != nil:
			st.run(s)
		default:
			s.take(&st.rewrite)
		}
	}
	if !s.settled {
		s.demote()
	}
	return sortCandidates(s.best)
}

// settleCodes looks for codes, and settles the search when the query is written as only
// a code can be.
func (s *searcher) settleCodes() { s.settled = s.matchCodes(s.query, &s.key) || s.text == "" }

// settleLettersApart looks for letters that stand apart, which are nothing else.
func (s *searcher) settleLettersApart() { s.settled = s.matchLettersApart() }

// matchBeginnings looks for names in any language that the query begins, and for typos
// where nothing better begins so.
func (s *searcher) matchBeginnings() {
	if s.bestTier() == substring && !s.startsCJK() {
		s.preferTypos()
	}
	switch top := s.bestTier(); {
	case top > substring, top == substring && len(s.key.Runes) > 1, top == prefix && (s.allLackTyped() || s.bestListedTier() > prefix):
		s.matchPrefixes()
	}
	if s.bestTier() != prefix || len(s.key.Runes) < minTypoOverPrefix || s.startsCJK() {
		return
	}
	if s.foundName() {
		s.preferNearName()
	} else {
		s.preferTypos()
	}
}

// startsCJK reports whether the query starts with a CJK rune, see [isCJK].
func (s *searcher) startsCJK() bool { return isCJK(s.key.Runes[0]) }

// keepBest keeps c if it ranks before the candidate found so far for its place.
func (s *searcher) keepBest(c candidate) {
	c = s.ix.withPlace(c)
	if best := &s.best[c.place]; best.tier == none || compareCandidates(&c, best) < 0 {
		*best = c
	}
}

// dropWorse removes all candidates of worse tiers than t.
func (s *searcher) dropWorse(t tier) {
	for i := range s.best {
		if s.best[i].tier > t {
			s.best[i].tier = none
		}
	}
}

// dropTier removes all candidates of tier t.
func (s *searcher) dropTier(t tier) {
	for i := range s.best {
		if s.best[i].tier == t {
			s.best[i].tier = none
		}
	}
}

// bestTier returns the best tier found so far; guess+1 when nothing is found.
func (s *searcher) bestTier() tier {
	best := guess // one less, so that none, less one, is the largest
	for i := range s.best {
		best = min(best, s.best[i].tier-1)
	}
	return best + 1
}

// matchNames compares the query with each term: a name in a language of the
// interface, an alias or a slug.
func (s *searcher) matchNames() {
	vague, anyOrder := onlyStopwords(&s.key), s.hasWords()
	s.begun = s.begun[:0]
	for t := range s.ix.terms(names.Mask(s.key.Runes)) {
		m := s.matchTerm(t, anyOrder)
		if m.tier == none || m.tier > prefix && s.text == "and" || m.tier > exact && vague && s.ix.termReason(t) == Alias {
			continue // "republic" is part of many names that are not in the table
		}
		c := s.termCandidate(t, m)
		if m.tier == prefix && c.reason == Name {
			s.begun = append(s.begun, t.place)
		}
		s.keepBest(c)
	}
}

// matchExact looks for codes, terms, spellings and cities that the query is.
func (s *searcher) matchExact() {
	s.matchCodes(s.query, &s.key)
	s.matchNames()
	s.matchSpellings()
	s.matchCities()
}

// foundName reports whether a candidate of the best tier is a name or an alias in a
// language that many people read.
func (s *searcher) foundName() bool {
	top := s.bestTier()
	return slices.ContainsFunc(s.best, func(c candidate) bool {
		return c.tier == top && !c.rarelyRead && !c.weak && (c.reason == Name || c.reason == Alias)
	})
}

// wordsText returns the text of the query's key with a blank between words, the
// form of the keys in [names.SpellingTable].
func (s *searcher) wordsText() string {
	for i := 1; i < len(s.key.Runes); i++ {
		if s.key.Start[i] {
			return s.key.Words()
		}
	}
	return s.text
}
