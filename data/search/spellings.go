package search

import (
	"strings"
	"unicode/utf8"

	"voxatlas/data/names"
)

// spelled looks for the query among the spellings of the world.
func (d *desk) spelled() {
	w := names.World()
	for r := range d.readings {
		if r.then != 0 {
			continue
		}
		from, to := w.Begin(r.text)
		for i := from; i < to && bare(w.Key(i)) == len(r.text); i++ {
			d.line(w, i, exact, r)
		}
	}
}

// begun looks for spellings of the world that the query begins.
func (d *desk) begun() {
	w := names.World()
	for r := range d.readings {
		first := []rune(r.text)[0]
		if n := len(r.text); first < 0x250 && n < minBegun || r.why == ZhuyinKeys && !strings.ContainsAny(r.raw, "ˊˇˋ˙") && n < 4*len("ㄅ") {
			continue
		}
		from, to := w.Begin(r.text)
		for i := from; i < to; i++ {
			if k := w.Kind(i); (k == names.Romaji || k == names.Romanized) && len(r.text) < minReading {
				continue
			}
			if r.then != 0 && !goesOn(w.Key(i), r) {
				continue
			}
			d.line(w, i, prefix, r)
		}
	}
}

// How many letters it takes to count as the end of a word of any language, as the
// beginning of a reading that is not Chinese, and as that of a name in any language
// that is written in Latin letters. Fewer stand there by chance.
const (
	minEnd     = 6
	minReading = 5
	minBegun   = 3
)

// wholeWords looks for words of names in any language.
func (d *desk) wholeWords() { d.hold(true) }

// scattered looks for names in any language that have all words of the query, or
// their beginnings, in any order: "coree sud".
func (d *desk) scattered() {
	long := ""
	for word := range d.eachWord {
		if len(word) > len(long) {
			long = word
		}
	}
	if len(long) < minBegun || len(long) == len(d.text) {
		return
	}
	w := names.World()
	for i := range w.Holding(long) {
		if k := w.Kind(i); (k == names.Local || k == names.Capital || k == names.City) && d.hasWords(w.Key(i)) {
			d.line(w, i, words, reading{})
		}
	}
}

// eachWord yields the words of the query.
func (d *desk) eachWord(yield func(string) bool) {
	rest := d.text
	for i := 0; i < len(d.key.Runes); i = d.key.Word(i) {
		n := 0
		for _, r := range d.key.Runes[i:d.key.Word(i)] {
			n += utf8.RuneLen(r)
		}
		if !yield(rest[:n]) {
			return
		}
		rest = rest[n:]
	}
}

// hasWords reports whether every word of the query begins a word of a key of its
// own.
func (d *desk) hasWords(key string) bool {
	used := uint64(0) // words of the key
	for word := range d.eachWord {
		at, bit := 0, uint64(1)
		for used&bit != 0 || !strings.HasPrefix(key[at:], word) {
			n := strings.IndexByte(key[at:], ' ')
			if n < 0 {
				return false
			}
			at, bit = at+n+1, bit<<1
		}
		used |= bit
	}
	return true
}

// partly looks for the beginning of a word of a name in any language, or for what
// a name holds.
func (d *desk) partly() { d.hold(false) }

// held is where a line of the world holds the query.
type held struct{ line, at int }

// hold looks for spellings of the world that hold the query: as whole words, and
// then as parts of some.
func (d *desk) hold(whole bool) {
	n, many := len(d.key.Runes), dense(d.key.Runes[0])
	if n < 2 || n < 3 && !many {
		return
	}
	w := names.World()
	text := d.words()
	if whole { // which comes first
		d.held = d.held[:0]
		for i, at := range w.Holding(text) {
			d.held = append(d.held, held{i, at})
		}
	}
	for _, h := range d.held {
		switch w.Kind(h.line) {
		case names.Local, names.Capital, names.City, names.Region:
		default:
			continue // within a reading it is by chance
		}
		key, at := w.Key(h.line), h.at
		start := at == 0 || key[at-1] == ' '
		end := at+len(text) == len(key) || key[at+len(text)] == ' '
		how := inside
		switch {
		case whole && (!start || !end):
			continue
		case start:
			how = words
		case !many && (n < minEnd || w.Kind(h.line) != names.Local || !end):
			continue // but mazedonien is in Nordmazedonien
		}
		d.line(w, h.line, how, reading{})
	}
}

// line keeps line i of the world if it is of the kind that was read.
func (d *desk) line(w *names.Spellings, i int, how tier, r reading) {
	kind := w.Kind(i)
	if r.only != 0 && kind != r.only || r.why == Pinyin && !latinReading(kind) && (kind != names.Local || how != exact) {
		return
	}
	place := d.ix.at(w.ISO2(i))
	if place < 0 {
		return
	}
	f := d.ix.foundLine(place, i, kind, how)
	if how == exact && (kind == names.Initials || len(d.key.Runes) == 1 || f.size <= maxFew && plain(d.query)) {
		f.tier = prefix // initials stand for many words, and so few letters for the beginning of others
	}
	f.minor = how != exact && kind == names.Local && !wellRead(w.At(i).Lang)
	if r.why != 0 {
		f.why = r.why
	}
	switch kind {
	case names.Region:
		f.off = true // not the city that comes to mind first
	case names.Zhuyin:
		f.off = otherTones(w.At(i).Text, r.raw)
	}
	query := d.query
	if r.why != 0 {
		d.query = r.raw
	}
	d.keep(f)
	d.query = query
}

// maxFew is how many letters a word of any language may have and still be less
// likely than the beginning of a name in a language of the interface.
const maxFew = 3

// latinReading reports whether a spelling may be pinyin by what it sounds like, or
// is it, although another kind came first.
func latinReading(k names.Kind) bool {
	return k == names.Pinyin || k == names.Romaji || k == names.Romanized || k == names.Misspelling
}

// bare is the length of a key without its blanks.
func bare(key string) int { return len(key) - strings.Count(key, " ") }
