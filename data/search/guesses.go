package search

import (
	"cmp"
	"math/bits"
	"slices"
	"sync"

	"github.com/sahilm/fuzzy"

	"voxatlas/data/names"
	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// maxWeak is how many guesses a query gives at most.
const maxWeak = 8

// slightSlips looks for names in the languages of the interface, and cities, that a
// slip or two make of the query.
func (d *desk) slightSlips() {
	d.typos()
	d.foreignTypos(names.Capital, names.City)
	d.few()
}

// guessed looks for what else the query may be meant for: names that have its
// letters in order, and names in any language that it nearly is.
func (d *desk) guessed() {
	d.fuzzy()
	d.foreignTypos(names.Local, names.Capital, names.City)
	d.few()
}

// few leaves only the best guesses, and none when too many are as good.
func (d *desk) few() {
	n, costs := 0, [maxRunes]int{}
	for i := range d.best {
		if d.best[i].tier == weak {
			n++
			costs[min(d.best[i].cost, maxRunes-1)]++
		}
	}
	for limit := maxRunes - 1; n > maxWeak && limit > 0; limit-- {
		if costs[limit] == 0 || n == costs[limit] {
			continue
		}
		n -= costs[limit]
		for i := range d.best {
			if d.best[i].cost == limit {
				d.best[i].tier = none
			}
		}
	}
	if n > maxWeak {
		d.drop(weak)
	}
}

// fuzzy looks for names that have the letters of the query in order. We choose
// those where they stand close together, and rank them by how close; of the names of
// one place that are as close, the library's score decides.
func (d *desk) fuzzy() {
	q := d.key.Runes
	n := len(q)
	if n < 2 || n < 4 && !dense(q[0]) {
		return
	}
	m := mask(q)
	d.near, d.whose = d.near[:0], d.whose[:0]
	for i := range d.ix.terms {
		t := &d.ix.terms[i]
		if t.why == Slug || m&^t.mask != 0 || len(t.key.Runes) < n {
			continue
		}
		if first, last := closest(&t.key, q); first >= 0 && near(&t.key, q, first, last) {
			d.near, d.whose = append(d.near, t.folded), append(d.whose, t)
		}
	}
	if len(d.near) == 0 {
		return
	}
	matches := fuzzy.FindNoSort(d.text, d.near)
	slices.SortFunc(matches, func(a, b fuzzy.Match) int { return cmp.Compare(b.Score, a.Score) })
	for _, m := range matches {
		t := d.whose[m.Index]
		first, last := closest(&t.key, q)
		f := d.ix.found(t, weak, d.lang)
		f.why, f.cost = Fuzzy, last-first+1-n
		d.keep(f)
	}
}

// near reports whether the runes of name from first to last that are not q's are
// few enough, or vowels, which people leave out when they abbreviate (grmny). Han
// abbreviations take one rune of each part of a name (波赫), so they may skip more.
func near(name *fold.Key, q []rune, first, last int) bool {
	gaps := last - first + 1 - len(q)
	if dense(q[0]) {
		return gaps <= 8
	}
	few := gaps <= max(1, len(q)/4)
	if len(q) <= minHalf && slices.Contains(name.Start[first+1:last+1], true) {
		return false // few letters stand in several words by chance
	}
	for i, k := first, 0; i <= last; i++ {
		switch r := name.Runes[i]; {
		case k < len(q) && r == q[k]:
			k++
		case name.Start[i]: // a word that is not abbreviated, but left out
			return false
		case !few && r != 'a' && r != 'e' && r != 'i' && r != 'o' && r != 'u' && r != 'y':
			return false
		}
	}
	return few || gaps <= len(q)
}

// closest is from where to where q's runes stand in name, in order, from the
// beginning of a word, and as close together as they can; -1 when they do not.
func closest(name *fold.Key, q []rune) (first, last int) {
	first, last = -1, -1
	for i, r := range name.Runes {
		if r != q[0] || !name.Start[i] {
			continue
		}
		k := 1
		j := i + 1
		for ; j < len(name.Runes) && k < len(q); j++ {
			if name.Runes[j] == q[k] {
				k++
			}
		}
		if k == len(q) && (first < 0 || j-1-i < last-first) {
			first, last = i, j-1
		}
	}
	return first, last
}

// inOrder are the positions of q's runes in name, from first to last.
func inOrder(name *fold.Key, q []rune, first, last int) []int {
	var at []int
	for i := first; i >= 0 && i <= last && len(at) < len(q); i++ {
		if name.Runes[i] == q[len(at)] {
			at = append(at, i)
		}
	}
	return at
}

// typos looks for names that a few letters make of the query.
func (d *desk) typos() {
	q := d.key.Runes
	most := slips(q)
	if most == 0 {
		return
	}
	m := mask(q)
	for i := range d.ix.terms {
		t := &d.ix.terms[i]
		if t.why == Slug || len(t.key.Runes) <= maxFew && !dense(q[0]) || !mayBe(m, t.mask, len(q), len(t.key.Runes), most) {
			continue
		}
		if n := d.distance(q, t.key.Runes, most); n <= most {
			f := d.ix.found(t, weak, d.lang)
			f.why, f.cost, f.off = Typo, n, q[0] != t.key.Runes[0]
			d.keep(f)
		}
	}
}

// minForeign is how many letters it takes to be nearly a name in any language:
// there are so many that fewer nearly are one by chance.
const minForeign = 6

// foreignTypos looks for spellings of the world, of some kinds, that a slip makes of
// the query.
func (d *desk) foreignTypos(kinds ...names.Kind) {
	q := d.key.Runes
	most := slips(q)
	switch {
	case len(q) < minForeign && !dense(q[0]) || most == 0:
		return
	case len(q) < 2*minForeign:
		most = 1
	}
	m := mask(q)
	w := names.World()
	var key [maxRunes]rune
	for i, s := range shapes() {
		if !slices.Contains(kinds, s.kind) || !mayBe(m, s.mask, len(q), int(s.n), most) || !wellRead(w.At(i).Lang) {
			continue
		}
		n := 0
		for _, r := range w.Key(i) {
			if r != ' ' && n < len(key) {
				key[n] = r
				n++
			}
		}
		if n := d.distance(q, key[:n], most); n <= most {
			f := d.ix.foundLine(d.ix.at(w.ISO2(i)), i, w.Kind(i), weak)
			f.why, f.cost = Typo, n
			d.keep(f)
		}
	}
}

// wellRead reports whether so many people write a language that a slip in it is more
// likely than another word.
func wellRead(lang model.Lang) bool {
	switch lang {
	case "en", "zh-TW", "zh", "zh-Hant-HK", "yue", "ja", "ko", "de", "fr", "es", "pt", "it", "ru", "uk", "pl", "cs", "sk", "nl", "sv", "da", "nb", "fi",
		"hu", "ro", "bg", "hr", "sr", "sl", "el", "tr", "vi", "th", "id", "ms", "ar", "fa", "he", "hi", "bn", "ur", "ca", "fil":
		return true
	}
	return false
}

// slips is how many letters of a query may be wrong.
func slips(q []rune) int {
	switch n := len(q); {
	case n >= 3 && dense(q[0]):
		return 1
	case dense(q[0]):
		return 0
	case n >= 8:
		return 2
	case n >= 4:
		return 1
	}
	return 0
}

// mayBe reports whether keys of those masks and lengths may be so few letters
// apart.
func mayBe(a, b uint64, m, n, most int) bool {
	return m-n <= most && n-m <= most && bits.OnesCount64(a&^b) <= most && bits.OnesCount64(b&^a) <= most
}

// shape is what is looked at first of a key of the world.
type shape struct {
	mask uint64
	n    uint8 // runes without blanks
	kind names.Kind
}

// shapes are those of all keys of the world, made when first needed.
var shapes = sync.OnceValue(func() []shape {
	w := names.World()
	all := make([]shape, w.Len())
	for i := range all {
		s := &all[i]
		s.kind = w.Kind(i)
		for _, r := range w.Key(i) {
			if r != ' ' {
				s.mask |= 1 << (uint(r) % 64)
				s.n++
			}
		}
	}
	return all
})
