package search

import (
	"cmp"
	"slices"
	"strings"

	"voxatlas/data/names"
	"voxatlas/model"
)

// tier is how well something matched; a smaller one is better, but none is none.
type tier uint8

const (
	none      tier = iota
	code           // the query is a code
	exact          // … all of a name, or of another spelling
	prefix         // … the beginning of one, or of a calling code
	words          // … the beginning of words of one
	substring      // … within one
	guess          // a guess
)

// found is what a query found of a place, with what decides its rank.
type candidate struct {
	place        int
	tier         tier
	cost         int  // of a guess: runes of the name skipped, or letters to change
	langDistance int  // 0: in the language asked for; 1: in another one of the interface, or a slug; 2: any other spelling
	rarelyRead   bool // the beginning of a name, or a part, in a language that few read
	demoted      bool // the tones are other ones, the city is a lesser one, or a slip is in the first letter
	reason       Reason
	size         int // runes or bytes of what matched
	population   int
	listed       bool

	term     *term // that matched, or
	spelling int   // the line of the world that did, or
	code     string
	query    string // as it matched
	digits   int    // of a calling code: how many digits
}

// compare orders what was found, the better first.
func compareCandidates(a, b *candidate) int {
	return cmp.Or(
		cmp.Compare(a.tier, b.tier),
		cmp.Compare(a.cost, b.cost),
		cmp.Compare(a.langDistance, b.langDistance),
		cmp.Compare(unlistedLast(a), unlistedLast(b)),
		cmp.Compare(a.reasonRank(), b.reasonRank()),
		cmp.Compare(zeroOrOne(a.demoted), zeroOrOne(b.demoted)),
		cmp.Compare(b.population, a.population),
		cmp.Compare(a.size, b.size),
		cmp.Compare(a.place, b.place),
		strings.Compare(a.code, b.code),
	)
}

// unlisted puts a listed place first where a code, or what is no name in a language
// of the interface, is that of several.
func unlistedLast(c *candidate) int {
	if c.tier == code || c.langDistance == 2 {
		return zeroOrOne(!c.listed)
	}
	return 0
}

func zeroOrOne(b bool) int {
	if b {
		return 1
	}
	return 0
}

// rank puts shown names before others, names before readings, capitals before
// cities.
func (c *candidate) reasonRank() int {
	if c.tier == guess { // as near as each other
		return 2*zeroOrOne(c.reason == Typo) + zeroOrOne(c.term != nil && c.term.reason != Name)
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
		return 1 // people dial more than they count
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

// found is a term as a hit.
func (ix *Index) termCandidate(t *term, tier tier, lang model.Lang) candidate {
	c := candidate{place: t.place, tier: tier, reason: t.reason, size: len(t.key.Runes), term: t, spelling: -1}
	if t.lang != lang {
		c.langDistance = 1
	}
	return c
}

// foundLine is a line of the world as a hit.
func (ix *Index) spellingCandidate(place, line int, kind names.Kind, tier tier) candidate {
	return candidate{place: place, tier: tier, langDistance: 2, reason: reasonOf(kind), spelling: line, size: len(names.Spellings().Key(line))}
}

// known adds what is known of the place.
func (ix *Index) withPlace(c candidate) candidate {
	p := &ix.places[c.place]
	c.listed, c.population = p.country != nil, p.entry.Population
	return c
}

// ordered moves what was found to the front, in order.
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
