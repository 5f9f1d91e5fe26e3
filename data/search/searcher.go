package search

import (
	"slices"

	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// A desk is where one query is worked on. Desks are used again, so that a query
// needs hardly any memory.
type searcher struct {
	ix     *Index
	lang   model.Lang
	folder fold.Folder

	query        string       // or what it was turned into
	key          fold.Key     // of the query
	text         string       // of the key
	best         []candidate  // by place
	spare        []candidate  // the same, of another reading of the query
	nearKeys     []string     // keys for the fuzzy search
	nearTerms    []*term      // whose they are
	occurrences  []occurrence // where the words of the query stand in the world
	distanceRows [3][maxRunes + 1]int
}

// search is everything that q may mean, in order, wherever it is. It is good
// until the desk's next search.
func (s *searcher) search(ix *Index, q string, lang model.Lang) []candidate {
	s.ix, s.lang, s.query = ix, lang, q
	s.folder.Reset()
	clear(s.best)
	if !s.setQuery(q) {
		return nil
	}
	if s.matchCodes(q, &s.key) || s.text == "" {
		return sortCandidates(s.best)
	}
	s.matchNames()
	s.matchSpellings()
	if s.bestTier() > exact {
		s.withoutToneNumbers()
	}
	if s.bestTier() > exact {
		s.withoutStopwords()
	}
	if s.bestTier() > exact {
		s.splitQuery()
	}
	if s.bestTier() == substring && !isCJK(s.key.Runes[0]) {
		s.preferTypos()
	}
	if top := s.bestTier(); top > substring || top > words && len(s.key.Runes) > 1 {
		s.matchPrefixes()
		if s.bestTier() == prefix && len(s.key.Runes) >= minTypoOverPrefix && !isCJK(s.key.Runes[0]) && !s.foundName() {
			s.preferTypos()
		}
	}
	// From here on each step is taken only if nothing was found before.
	for _, step := range []func(){s.matchWholeWords, s.matchWordsAnyOrder, s.matchTypos, s.matchSubstrings, s.matchFuzzy} {
		if s.bestTier() <= guess {
			break
		}
		step()
	}
	switch top := s.bestTier(); {
	case top < guess:
		s.dropTier(guess)
		if top <= words && !isCJK(s.key.Runes[0]) { // a few letters within a word are there by chance
			s.dropTier(substring)
		}
	}
	return sortCandidates(s.best)
}

// keep keeps f if it is the best that was found of its place.
func (s *searcher) keepBest(c candidate) {
	c = s.ix.withPlace(c)
	c.query = s.query
	if best := &s.best[c.place]; best.tier == none || compareCandidates(&c, best) < 0 {
		*best = c
	}
}

// drop forgets what was found in a tier.
func (s *searcher) dropTier(t tier) {
	for i := range s.best {
		if s.best[i].tier == t {
			s.best[i].tier = none
		}
	}
}

// top is the best tier so far, or one below all.
func (s *searcher) bestTier() tier {
	best := guess + 1
	for i := range s.best {
		if t := s.best[i].tier; t != none && t < best {
			best = t
		}
	}
	return best
}

// named looks for the query among the names in the languages of the interface.
func (s *searcher) matchNames() {
	m, vague := runeMask(s.key.Runes), onlyStopwords(&s.key)
	for i := range s.ix.terms {
		t := &s.ix.terms[i]
		if m&^t.mask != 0 {
			continue // t lacks a letter of it
		}
		tier := matchKey(&t.key, t.folded, &s.key, s.text)
		if tier == none || tier > exact && vague && t.reason == Alias {
			continue // "republic" is part of many names that are not in the table
		}
		s.keepBest(s.ix.termCandidate(t, tier, s.lang))
	}
}

// quieter reads the query without its noise, if that finds something better.
func (s *searcher) withoutStopwords() {
	if rest, articlesOnly := cutStopwords(&s.key, s.query); len(rest.Runes) > 0 && (articlesOnly || s.bestTier() > prefix) {
		s.tryRewrite(rest, rest.Words(), rest.Text(), func() {
			s.matchNames()
			s.matchSpellings()
		})
	}
}

// numbered reads the query as pinyin without the numbers of its tones, if that is
// a name.
func (s *searcher) withoutToneNumbers() {
	bare, ok := cutToneNumbers(s.text)
	if !ok {
		return
	}
	s.tryRewrite(s.folder.Fold(bare), bare, bare, func() {
		s.matchNames()
		for i := range s.best {
			if c := &s.best[i]; c.tier > exact {
				c.tier = none
			} else {
				c.reason = Pinyin
			}
		}
	})
}

// twice reads the query as two things that one place is called, one of them a word,
// as they stand in lists: "JP 日本", "Hong Kong (HK)".
func (s *searcher) splitQuery() {
	n := len(s.key.Runes)
	first, last := s.key.Word(0), n-1
	for last > 0 && !s.key.Start[last] {
		last--
	}
	if first == n {
		return
	}
	s.splitAt(first)
	if last != first && s.bestTier() > exact {
		s.splitAt(last)
	}
}

// parted reads the query as two, the second from rune i on.
func (s *searcher) splitAt(i int) {
	n := len(s.key.Runes)
	at := len(string(s.key.Runes[:i]))
	places, others := s.placesNamed(s.key.Cut(0, i), s.text[:at]), []int(nil)
	if len(places) > 0 {
		others = s.placesNamed(s.key.Cut(i, n), s.text[at:])
	}
	both := slices.DeleteFunc(places, func(place int) bool { return !slices.Contains(others, place) })
	if len(both) == 0 {
		return
	}
	part, text := s.key.Cut(0, i), s.text[:at] // the longer one is the name
	if i < n-i {
		part, text = s.key.Cut(i, n), s.text[at:]
	}
	s.tryRewrite(part, text, text, func() {
		s.matchExact()
		for i := range s.best {
			if !slices.Contains(both, i) {
				s.best[i].tier = none
			}
		}
	})
}

// exactly lists the places that are called just so, or have that code.
func (s *searcher) placesNamed(k fold.Key, text string) []int {
	var places []int
	s.tryRewrite(k, text, text, func() {
		s.matchExact()
		for i := range s.best {
			if t := s.best[i].tier; t != none && t <= exact {
				places = append(places, i)
			}
		}
		clear(s.best) // nothing is better
	})
	return places
}

// called looks for what is called as the query is.
func (s *searcher) matchExact() {
	s.matchCodes(s.query, &s.key)
	s.matchNames()
	s.matchSpellings()
}

// minSlip is how many letters it takes to be more likely a name with a slip than
// the beginning of a city.
const minTypoOverPrefix = 5

// betterSlips looks for names that a slip makes of a query that stands in the
// middle of others, or begins a city or reading, by chance: inida is no Trinidad,
// chian no Chiang Mai.
func (s *searcher) preferTypos() { s.tryRewrite(s.key, s.query, s.text, s.matchTypos) }

// names reports whether any of the best that was found is a name.
func (s *searcher) foundName() bool {
	top := s.bestTier()
	return slices.ContainsFunc(s.best, func(c candidate) bool { return c.tier == top && (c.reason == Name || c.reason == Alias) })
}

// instead reads the query as another, with its key and text, and looks for it, if
// that finds something better. A slip counts as better than the middle of a name.
func (s *searcher) tryRewrite(key fold.Key, query, text string, matchRewrite func()) {
	before := s.bestTier()
	oldQuery, oldKey, oldText := s.query, s.key, s.text
	if s.spare == nil {
		s.spare = make([]candidate, len(s.best))
	}
	clear(s.spare)
	s.best, s.spare = s.spare, s.best
	s.query, s.key, s.text = query, key, text
	matchRewrite()
	if after := s.bestTier(); after >= before && after != guess || after > guess {
		s.best, s.spare = s.spare, s.best
		s.query, s.key, s.text = oldQuery, oldKey, oldText
	}
}

// words is the query's key with a blank between two words.
func (s *searcher) wordsText() string {
	for i := 1; i < len(s.key.Runes); i++ {
		if s.key.Start[i] {
			return s.key.Words()
		}
	}
	return s.text
}

// mask is a bit for each rune that there is: a key that holds another has all of
// its bits.
func runeMask(rs []rune) uint64 {
	var m uint64
	for _, r := range rs {
		m |= 1 << (uint(r) % 64)
	}
	return m
}
