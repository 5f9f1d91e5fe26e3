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
	none   tier = iota
	code        // the query is a code
	exact       // … all of a name, or of another spelling
	prefix      // … the beginning of one, or of a calling code
	words       // … the beginning of words of one
	inside      // … within one
	weak        // a guess
)

// found is what a query found of a place, with what decides its rank.
type found struct {
	place      int
	tier       tier
	cost       int  // of a guess: runes of the name skipped, or letters to change
	far        int  // 0: in the language asked for; 1: in another one of the interface, or a slug; 2: any other spelling
	minor      bool // the beginning of a name, or a part, in a language that few read
	off        bool // the tones are other ones, the city is a lesser one, or a slip is in the first letter
	why        Why
	size       int // runes or bytes of what matched
	population int
	listed     bool

	term  *term // that matched, or
	line  int   // the line of the world that did, or
	code  string
	query string // as it matched
	n     int    // of a calling code: how many digits
}

// compare orders what was found, the better first.
func compare(a, b *found) int {
	return cmp.Or(
		cmp.Compare(a.tier, b.tier),
		cmp.Compare(a.cost, b.cost),
		cmp.Compare(a.far, b.far),
		cmp.Compare(unlisted(a), unlisted(b)),
		cmp.Compare(a.rank(), b.rank()),
		cmp.Compare(truth(a.off), truth(b.off)),
		cmp.Compare(b.population, a.population),
		cmp.Compare(a.size, b.size),
		cmp.Compare(a.place, b.place),
		strings.Compare(a.code, b.code),
	)
}

// unlisted puts a listed place first where a code, or what is no name in a language
// of the interface, is that of several.
func unlisted(f *found) int {
	if f.tier == code || f.far == 2 {
		return truth(!f.listed)
	}
	return 0
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// rank puts shown names before others, names before readings, capitals before
// cities.
func (f *found) rank() int {
	if f.tier == weak { // as near as each other
		return 2*truth(f.why == Typo) + truth(f.term != nil && f.term.why != Name)
	}
	switch f.why {
	case Name:
		if f.minor {
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
func (ix *Index) found(t *term, how tier, lang model.Lang) found {
	f := found{place: t.place, tier: how, why: t.why, size: len(t.key.Runes), term: t, line: -1}
	if t.lang != lang {
		f.far = 1
	}
	return f
}

// foundLine is a line of the world as a hit.
func (ix *Index) foundLine(place, line int, kind names.Kind, how tier) found {
	return found{place: place, tier: how, far: 2, why: spelled(kind), line: line, size: len(names.World().Key(line))}
}

// known adds what is known of the place.
func (ix *Index) known(f found) found {
	p := &ix.places[f.place]
	f.listed, f.population = p.country != nil, p.entry.Population
	return f
}

// ordered moves what was found to the front, in order.
func ordered(fs []found) []found {
	n := 0
	for i := range fs {
		if fs[i].tier != none {
			fs[n] = fs[i]
			n++
		}
	}
	slices.SortFunc(fs[:n], func(a, b found) int { return compare(&a, &b) })
	return fs[:n]
}
