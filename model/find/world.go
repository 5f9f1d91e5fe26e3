package find

import (
	"strings"
	"unicode"

	"voxatlas/data/names"
)

// reading is a query as some spellings have it.
type reading struct {
	text string // folded, without blanks
	only names.Kind
	why  Why // instead of that of the kind, if any
	raw  string
}

// readings yields the query itself, and what it may be: pinyin with its tones as
// numbers, and zhuyin typed on a keyboard that was not switched to it.
func (d *desk) readings(yield func(reading) bool) {
	if !yield(reading{text: d.text, raw: d.query}) {
		return
	}
	if s, ok := toneless(d.text); ok && !yield(reading{text: s, why: Pinyin, raw: s}) {
		return
	}
	if keys, ok := zhuyinKeys(d.query); ok {
		if k := d.folder.Fold(keys); len(k.Runes) > 1 {
			yield(reading{text: k.Text(), only: names.Zhuyin, why: ZhuyinKeys, raw: keys})
		}
	}
}

// spelled looks for the query among the spellings of the world.
func (d *desk) spelled() {
	w := names.World()
	for r := range d.readings {
		from, to := w.Begin(r.text)
		for i := from; i < to && letters(w.Key(i)) == len(r.text); i++ {
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
func (d *desk) wholeWords() { d.held(true) }

// partly looks for the beginning of a word of a name in any language, or for what
// a name holds.
func (d *desk) partly() { d.held(false) }

// held looks for spellings of the world that hold the query.
func (d *desk) held(whole bool) {
	n, many := len(d.key.Runes), dense(d.key.Runes[0])
	if n < 2 || n < 3 && !many {
		return
	}
	w := names.World()
	held := d.words()
	for i, at := range w.Holding(held) {
		switch w.Kind(i) {
		case names.Local, names.Capital, names.City, names.Region:
		default:
			continue // within a reading it is by chance
		}
		how := inside
		key := w.Key(i)
		start, end := at == 0 || key[at-1] == ' ', at+len(held)
		switch {
		case whole && !(start && (end == len(key) || key[end] == ' ')):
			continue
		case start:
			how = words
		case !many && (n < minEnd || w.Kind(i) != names.Local || end < len(key) && key[end] != ' '):
			continue // but mazedonien is in Nordmazedonien
		}
		d.line(w, i, how, reading{})
	}
}

// line keeps line i of the world if it is of the kind that was read.
func (d *desk) line(w *names.Spellings, i int, how tier, r reading) {
	kind := w.Kind(i)
	if r.only != 0 && kind != r.only {
		return
	}
	place := d.ix.at(w.ISO2(i))
	if place < 0 {
		return
	}
	f := d.ix.foundLine(place, i, kind, how)
	if how == exact && (kind == names.Initials || f.size <= maxFew && plain(d.query)) {
		f.tier = prefix // initials stand for many words, and so few letters for the beginning of others
	}
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

// letters is the length of a key without its blanks.
func letters(key string) int { return len(key) - strings.Count(key, " ") }

// otherTones reports whether zhuyin was typed with tones, and they are not those
// of a name.
func otherTones(name, typed string) bool {
	if !strings.ContainsAny(typed, "ˊˇˋ˙") {
		return false
	}
	for _, r := range typed {
		if unicode.IsSpace(r) {
			continue
		}
		name = strings.TrimPrefix(name, " ")
		rest, ok := strings.CutPrefix(name, string(r))
		if !ok {
			return true
		}
		name = rest
	}
	return false
}

// toneless is numbered pinyin without its numbers: tai2wan1.
func toneless(text string) (string, bool) {
	if !strings.ContainsAny(text, "12345") {
		return "", false
	}
	var b []byte
	digits := 0
	for i := range len(text) {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z':
			b = append(b, c)
		case c >= '1' && c <= '5' && i > 0 && text[i-1] >= 'a':
			digits++
		default:
			return "", false
		}
	}
	return string(b), digits > 0
}

// zhuyinKeys is what the keys of a query are on the standard layout of Taiwan:
// w96j0 is ㄊㄞˊㄨㄢ. A blank is the first tone, which is not written.
func zhuyinKeys(typed string) (string, bool) {
	const keys = "1qaz2wsxedcrfv5tgbyhnujm8ik,9ol.0p;/-6347"
	const signs = "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙㄧㄨㄩㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦˊˇˋ˙"
	if len(typed) < 3 || len(typed) > 64 || typed[0] == ' ' {
		return "", false
	}
	var b strings.Builder
	b.Grow(len("ㄅ") * len(typed))
	for i := range len(typed) {
		c := typed[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c == ' ' {
			continue
		}
		at := strings.IndexByte(keys, c)
		if at < 0 {
			return "", false
		}
		if c >= '3' && strings.IndexByte("6347", c) >= 0 {
			at = len("ㄅ")*37 + len("ˊ")*(at-37)
			b.WriteString(signs[at : at+len("ˊ")])
			continue
		}
		at *= len("ㄅ")
		b.WriteString(signs[at : at+len("ㄅ")])
	}
	return b.String(), true
}
