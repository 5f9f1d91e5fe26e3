package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// compareCandidates ranks two candidates, the better first. The first of these
// facts in which they differ decides:
//
//	tier          a code before a name before its beginning … before a guess
//	cost          of guesses: fewer letters changed or skipped
//	lacksTyped    first a name with the marks on letters, and the blanks, that were typed
//	langDistance  the language asked for, another of the interface, any other
//	listed        where the text is a code, or of any other language
//	reason        shown name, alias, slug, misspelling, reading, capital, city …
//	weak, demoted  a match in doubt, or a doubtful one of its kind
//	population    the larger place
//	size          the shorter name
//	place, code   so that the order is always the same
func compareCandidates(a, b *candidate) int {
	return cmp.Or(
		cmp.Compare(a.tier, b.tier),
		cmp.Compare(a.cost, b.cost),
		cmp.Compare(boolToInt(a.lacksTyped), boolToInt(b.lacksTyped)),
		cmp.Compare(a.langDistance, b.langDistance),
		cmp.Compare(unlistedLast(a), unlistedLast(b)),
		cmp.Compare(a.reasonRank(), b.reasonRank()),
		cmp.Compare(boolToInt(a.weak), boolToInt(b.weak)),
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
	case Pinyin, Zhuyin, Kana, Romaji, Romanized, Choseong, Demonym:
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

// demote makes guesses of weak candidates, and drops those that stand beside better ones
// by chance, when all stages have been taken.
func (s *searcher) demote() {
	s.demoteWeak()
	s.dropOthersAliases()
	top, listed := s.bestTier(), s.bestListedTier()
	for i := range s.best {
		switch c := &s.best[i]; {
		case c.tier == guess && top < guess && (listed < guess || c.reason == Typo || c.reason == Fuzzy),
			c.tier == substring && listed <= words && !s.startsCJK(): // a few letters are within a word by chance
			c.tier = none
		}
	}
	s.demoteCities()
}

// dropOthersAliases drops the places that only have the query in an alias, when it is a whole
// name or alias of another: China is not Taiwan, China. Letters within a word stay, as in USSR,
// which may be on their way.
func (s *searcher) dropOthersAliases() {
	if s.bestTier() != exact || !slices.ContainsFunc(s.best, func(c candidate) bool { return s.isWholeName(&c) || s.isWholeAlias(&c) }) {
		return
	}
	for i := range s.best {
		c := &s.best[i]
		if c.tier > exact && c.tier < guess && c.reason == Alias && c.term >= 0 && (c.tier == words || s.endsWordOf(c)) {
			c.tier = none
		}
	}
}

// endsWordOf reports whether the last rune that matched of the term of c ends a word.
func (s *searcher) endsWordOf(c *candidate) bool {
	t := term{&s.ix.places[c.place].keys[c.term], c.place, int(c.term)}
	after := c.runes[len(c.runes)-1] + 1
	return s.startsCJK() || after == t.runeCount() || s.startsWord(t, after)
}

// bestListedTier returns the best tier of the listed places; guess+1 when none is found.
func (s *searcher) bestListedTier() tier {
	best := guess + 1
	for i := range s.best {
		if c := &s.best[i]; c.listed && c.tier != none {
			best = min(best, c.tier)
		}
	}
	return best
}

// demoteWeak makes guesses of the weak candidates, and of letters that stand within a word
// of a few names.
func (s *searcher) demoteWeak() {
	inside, isMoney := 0, len(s.key.Runes) <= shortWord && strings.ContainsFunc(s.query, isCurrencySign)
	for i := range s.best {
		inside += boolToInt(s.best[i].tier == substring)
	}
	few := inside <= maxGuesses && isASCII(s.text)
	for i := range s.best {
		c := &s.best[i]
		if c.tier == substring && c.reason == Alias && len(s.key.Runes) <= shortWord && isASCII(s.text) || isMoney && c.tier > code {
			c.tier = none // any three letters are within some alias, and NT$ is no part of Argentina
			continue
		}
		if c.weak && c.tier < guess || c.tier == substring && few {
			c.tier = guess
		}
	}
	if s.bestTier() == guess {
		s.keepBestGuesses()
	}
}

// isCurrencySign reports whether r is the sign of a currency.
func isCurrencySign(r rune) bool { return unicode.Is(unicode.Sc, r) }

// mayBeOtherCode reports whether the query is three capitals, and c is not found by a code, a
// whole name, or the beginning of a name in a language of the interface or of a city: the
// query is rather the code of a currency or an airport, which begin as their cities do.
func (s *searcher) mayBeOtherCode(c *candidate) bool {
	if len(s.query) != shortWord || strings.ContainsFunc(s.query, func(r rune) bool { return r < 'A' || r > 'Z' }) || c.tier < prefix {
		return false
	}
	isUsual := c.reason == Capital || c.reason == City || c.reason == Name && c.langDistance < 2
	return c.tier > prefix || c.reason == PinyinInitials || !isUsual && int(c.size) > len(s.text)
}

// demoteCities makes guesses of the cities that are in doubt, when the search is done.
func (s *searcher) demoteCities() {
	for i := range s.best {
		if c := &s.best[i]; c.doubtful && c.tier == exact {
			c.tier = guess
		}
	}
}

// maxGuesses is the maximum number of guesses for a query.
const maxGuesses = 8

// keepBestGuesses drops the guesses that cost most until at most maxGuesses are
// left. When too many cost the same, it drops all, but of those that cost nothing, which
// have the query as a part, it keeps the best.
func (s *searcher) keepBestGuesses() {
	n, costs := 0, [maxRunes]int{}
	for i := range s.best {
		if s.best[i].tier == guess {
			n++
			costs[min(int(s.best[i].cost), maxRunes-1)]++
		}
	}
	for limit := maxRunes - 1; n > maxGuesses && limit > 0; limit-- {
		if costs[limit] == 0 || n == costs[limit] {
			continue
		}
		n -= costs[limit]
		for i := range s.best {
			if int(s.best[i].cost) == limit {
				s.best[i].tier = none
			}
		}
	}
	switch {
	case n <= maxGuesses:
	case costs[0] > 0:
		s.keepBestParts()
	default:
		s.dropTier(guess)
	}
}

// keepBestParts drops all but the best maxGuesses guesses, listed ones before others.
func (s *searcher) keepBestParts() {
	var best [maxGuesses]*candidate
	n := 0
	for i := range s.best {
		c := &s.best[i]
		if c.tier != guess {
			continue
		}
		at := n
		for at > 0 && comparePart(c, best[at-1]) < 0 {
			at--
		}
		if at == maxGuesses {
			c.tier = none
			continue
		}
		if n == maxGuesses {
			best[n-1].tier = none
		}
		n = min(n+1, maxGuesses)
		copy(best[at+1:n], best[at:])
		best[at] = c
	}
}

// comparePart ranks two guesses, a listed place before others.
func comparePart(a, b *candidate) int {
	return cmp.Or(cmp.Compare(boolToInt(!a.listed), boolToInt(!b.listed)), compareCandidates(a, b))
}
