package search

import (
	"slices"

	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// A desk is where one query is worked on. Desks are used again, so that a query
// needs hardly any memory.
type desk struct {
	ix     *Index
	lang   model.Lang
	folder fold.Folder

	query string   // or what it was turned into
	key   fold.Key // of the query
	text  string   // of the key
	best  []found  // by place
	spare []found  // the same, of another reading of the query
	near  []string // keys for the fuzzy search
	whose []*term  // whose they are
	held  []held   // where the words of the query stand in the world
	rows  [3][maxRunes + 1]int
}

// search is everything that q may mean, in order, wherever it is. It is good
// until the desk's next search.
func (d *desk) search(ix *Index, q string, lang model.Lang) []found {
	d.ix, d.lang, d.query = ix, lang, q
	d.folder.Reset()
	clear(d.best)
	if !d.read(q) {
		return nil
	}
	if d.codes(q, &d.key) || d.text == "" {
		return ordered(d.best)
	}
	d.named()
	d.spelled()
	if d.top() > exact {
		d.numbered()
	}
	if d.top() > exact {
		d.quieter()
	}
	if d.top() > exact {
		d.twice()
	}
	if d.top() == inside && !dense(d.key.Runes[0]) {
		d.betterSlips()
	}
	if top := d.top(); top > inside || top > words && len(d.key.Runes) > 1 {
		d.begun()
		if d.top() == prefix && len(d.key.Runes) >= minSlip && !dense(d.key.Runes[0]) && !d.names() {
			d.betterSlips()
		}
	}
	// From here on each step is taken only if nothing was found before.
	for _, step := range []func(){d.wholeWords, d.scattered, d.slightSlips, d.partly, d.guessed} {
		if d.top() <= weak {
			break
		}
		step()
	}
	switch top := d.top(); {
	case top < weak:
		d.drop(weak)
		if top <= words && !dense(d.key.Runes[0]) { // a few letters within a word are there by chance
			d.drop(inside)
		}
	}
	return ordered(d.best)
}

// keep keeps f if it is the best that was found of its place.
func (d *desk) keep(f found) {
	f = d.ix.known(f)
	f.query = d.query
	if b := &d.best[f.place]; b.tier == none || compare(&f, b) < 0 {
		*b = f
	}
}

// drop forgets what was found in a tier.
func (d *desk) drop(t tier) {
	for i := range d.best {
		if d.best[i].tier == t {
			d.best[i].tier = none
		}
	}
}

// top is the best tier so far, or one below all.
func (d *desk) top() tier {
	best := weak + 1
	for i := range d.best {
		if t := d.best[i].tier; t != none && t < best {
			best = t
		}
	}
	return best
}

// named looks for the query among the names in the languages of the interface.
func (d *desk) named() {
	m, vague := mask(d.key.Runes), onlyNoise(&d.key)
	for i := range d.ix.terms {
		t := &d.ix.terms[i]
		if m&^t.mask != 0 {
			continue // t lacks a letter of it
		}
		how := match(&t.key, t.folded, &d.key, d.text)
		if how == none || how > exact && vague && t.why == Alias {
			continue // "republic" is part of many names that are not in the table
		}
		d.keep(d.ix.found(t, how, d.lang))
	}
}

// quieter reads the query without its noise, if that finds something better.
func (d *desk) quieter() {
	if rest, mere := withoutNoise(&d.key, d.query); len(rest.Runes) > 0 && (mere || d.top() > prefix) {
		d.instead(rest, rest.Words(), rest.Text(), func() {
			d.named()
			d.spelled()
		})
	}
}

// numbered reads the query as pinyin without the numbers of its tones, if that is
// a name.
func (d *desk) numbered() {
	s, ok := toneless(d.text)
	if !ok {
		return
	}
	d.instead(d.folder.Fold(s), s, s, func() {
		d.named()
		for i := range d.best {
			if f := &d.best[i]; f.tier > exact {
				f.tier = none
			} else {
				f.why = Pinyin
			}
		}
	})
}

// twice reads the query as two things that one place is called, one of them a word,
// as they stand in lists: "JP 日本", "Hong Kong (HK)".
func (d *desk) twice() {
	n := len(d.key.Runes)
	first, last := d.key.Word(0), n-1
	for last > 0 && !d.key.Start[last] {
		last--
	}
	if first == n {
		return
	}
	d.parted(first)
	if last != first && d.top() > exact {
		d.parted(last)
	}
}

// parted reads the query as two, the second from rune i on.
func (d *desk) parted(i int) {
	n := len(d.key.Runes)
	at := len(string(d.key.Runes[:i]))
	head, tail := d.exactly(d.key.Cut(0, i), d.text[:at]), []int(nil)
	if len(head) > 0 {
		tail = d.exactly(d.key.Cut(i, n), d.text[at:])
	}
	both := slices.DeleteFunc(head, func(place int) bool { return !slices.Contains(tail, place) })
	if len(both) == 0 {
		return
	}
	part, text := d.key.Cut(0, i), d.text[:at] // the longer one is the name
	if i < n-i {
		part, text = d.key.Cut(i, n), d.text[at:]
	}
	d.instead(part, text, text, func() {
		d.called()
		for i := range d.best {
			if !slices.Contains(both, i) {
				d.best[i].tier = none
			}
		}
	})
}

// exactly lists the places that are called just so, or have that code.
func (d *desk) exactly(k fold.Key, text string) []int {
	var places []int
	d.instead(k, text, text, func() {
		d.called()
		for i := range d.best {
			if t := d.best[i].tier; t != none && t <= exact {
				places = append(places, i)
			}
		}
		clear(d.best) // nothing is better
	})
	return places
}

// called looks for what is called as the query is.
func (d *desk) called() {
	d.codes(d.query, &d.key)
	d.named()
	d.spelled()
}

// minSlip is how many letters it takes to be more likely a name with a slip than
// the beginning of a city.
const minSlip = 5

// betterSlips looks for names that a slip makes of a query that stands in the
// middle of others, or begins a city or reading, by chance: inida is no Trinidad,
// chian no Chiang Mai.
func (d *desk) betterSlips() { d.instead(d.key, d.query, d.text, d.slightSlips) }

// names reports whether any of the best that was found is a name.
func (d *desk) names() bool {
	top := d.top()
	return slices.ContainsFunc(d.best, func(f found) bool { return f.tier == top && (f.why == Name || f.why == Alias) })
}

// instead reads the query as another, with its key and text, and looks for it, if
// that finds something better. A slip counts as better than the middle of a name.
func (d *desk) instead(k fold.Key, words, folded string, look func()) {
	before := d.top()
	query, key, text := d.query, d.key, d.text
	if d.spare == nil {
		d.spare = make([]found, len(d.best))
	}
	clear(d.spare)
	d.best, d.spare = d.spare, d.best
	d.query, d.key, d.text = words, k, folded
	look()
	if after := d.top(); after >= before && after != weak || after > weak {
		d.best, d.spare = d.spare, d.best
		d.query, d.key, d.text = query, key, text
	}
}

// words is the query's key with a blank between two words.
func (d *desk) words() string {
	for i := 1; i < len(d.key.Runes); i++ {
		if d.key.Start[i] {
			return d.key.Words()
		}
	}
	return d.text
}

// mask is a bit for each rune that there is: a key that holds another has all of
// its bits.
func mask(rs []rune) uint64 {
	var m uint64
	for _, r := range rs {
		m |= 1 << (uint(r) % 64)
	}
	return m
}
