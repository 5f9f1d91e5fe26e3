package find

import (
	"cmp"
	"slices"
	"strings"
)

// tier is how well something matched; a smaller one is better, but none is none.
type tier uint8

const (
	none   tier = iota
	code        // the query is a code
	exact       // … a name, alias or slug
	prefix      // … the beginning of one, or of a calling code
	words       // … the beginning of words of one
	inside      // … within one
	weak        // a guess
)

// found is a hit with what decides its place.
type found struct {
	Hit
	tier  tier
	term  *term // nil when a code matched
	at    []int // positions in the term's key
	gaps  int   // of a guess: runes of the name skipped, or letters to change
	score int   // of a guess: higher is better
	size  int   // runes of the name
	rank  int   // of the country in the dictionary of the name's language
}

// found makes t a hit of that tier.
func (ix *Index) found(t *term, tier tier) found {
	p := &ix.places[t.place]
	h := Hit{Country: p.country, Name: t.text, Lang: t.lang, Why: t.why}
	return found{Hit: h, tier: tier, term: t, size: len(t.key.runes), rank: p.entry.Rank(t.lang)}
}

// compare orders hits, the better one first.
func compare(a, b *found) int {
	return cmp.Or(
		cmp.Compare(a.tier, b.tier),
		cmp.Compare(a.gaps, b.gaps),
		cmp.Compare(b.score, a.score),
		cmp.Compare(a.kind(), b.kind()),
		sizes(a, b),
		cmp.Compare(a.rank, b.rank),
		cmp.Compare(a.size, b.size),
		strings.Compare(a.Country.Slug(), b.Country.Slug()),
		strings.Compare(a.Name, b.Name),
	)
}

// sizes compares the sizes of names that contain the query: the share of the
// name that was typed says more than the dictionary.
func sizes(a, b *found) int {
	if a.tier == inside {
		return cmp.Compare(a.size, b.size)
	}
	return 0
}

// kind puts shown names before aliases, and slugs last.
func (f *found) kind() int {
	if f.term == nil {
		return 0
	}
	switch f.term.why {
	case Name:
		return 0
	case Alias:
		return 1
	}
	return 2
}

// ordered are the hits among fs, in order.
func ordered(fs []found) []found {
	fs = slices.DeleteFunc(fs, func(f found) bool { return f.tier == none })
	slices.SortFunc(fs, func(a, b found) int { return compare(&a, &b) })
	return fs
}
