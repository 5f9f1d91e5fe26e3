package search

import (
	"strings"
	"unicode/utf8"

	"voxatlas/data/names"
)

// spelled looks for the query among the spellings of the world.
func (s *searcher) matchSpellings() {
	table := names.Spellings()
	for r := range s.readings {
		if r.nextLetter != 0 {
			continue
		}
		from, to := table.WithPrefix(r.text)
		for i := from; i < to && lenWithoutBlanks(table.Key(i)) == len(r.text); i++ {
			s.keepSpelling(table, i, exact, r)
		}
	}
}

// begun looks for spellings of the world that the query begins.
func (s *searcher) matchPrefixes() {
	table := names.Spellings()
	for r := range s.readings {
		first := []rune(r.text)[0]
		if n := len(r.text); first < 0x250 && n < minLatinPrefix || r.reason == ZhuyinKeys && !strings.ContainsAny(r.typed, "ˊˇˋ˙") && n < 4*len("ㄅ") {
			continue
		}
		from, to := table.WithPrefix(r.text)
		for i := from; i < to; i++ {
			if kind := table.Kind(i); (kind == names.Romaji || kind == names.Romanized) && len(r.text) < minReadingPrefix {
				continue
			}
			if r.nextLetter != 0 && !continuesKana(table.Key(i), r) {
				continue
			}
			s.keepSpelling(table, i, prefix, r)
		}
	}
}

// How many letters it takes to count as the end of a word of any language, as the
// beginning of a reading that is not Chinese, and as that of a name in any language
// that is written in Latin letters. Fewer stand there by chance.
const (
	minSuffix        = 6
	minReadingPrefix = 5
	minLatinPrefix   = 3
)

// wholeWords looks for words of names in any language.
func (s *searcher) matchWholeWords() { s.matchOccurrences(true) }

// scattered looks for names in any language that have all words of the query, or
// their beginnings, in any order: "coree sud".
func (s *searcher) matchWordsAnyOrder() {
	longest := ""
	for word := range s.queryWords {
		if len(word) > len(longest) {
			longest = word
		}
	}
	if len(longest) < minLatinPrefix || len(longest) == len(s.text) {
		return
	}
	table := names.Spellings()
	for i := range table.Containing(longest) {
		if kind := table.Kind(i); (kind == names.Local || kind == names.Capital || kind == names.City) && s.hasWords(table.Key(i)) {
			s.keepSpelling(table, i, words, reading{})
		}
	}
}

// eachWord yields the words of the query.
func (s *searcher) queryWords(yield func(string) bool) {
	rest := s.text
	for i := 0; i < len(s.key.Runes); i = s.key.Word(i) {
		n := 0
		for _, r := range s.key.Runes[i:s.key.Word(i)] {
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
func (s *searcher) hasWords(key string) bool {
	used := uint64(0) // words of the key
	for word := range s.queryWords {
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
func (s *searcher) matchSubstrings() { s.matchOccurrences(false) }

// held is where a line of the world holds the query.
type occurrence struct{ spelling, at int }

// hold looks for spellings of the world that hold the query: as whole words, and
// then as parts of some.
func (s *searcher) matchOccurrences(whole bool) {
	n, cjk := len(s.key.Runes), isCJK(s.key.Runes[0])
	if n < 2 || n < 3 && !cjk {
		return
	}
	table := names.Spellings()
	text := s.wordsText()
	if whole { // which comes first
		s.occurrences = s.occurrences[:0]
		for i, at := range table.Containing(text) {
			s.occurrences = append(s.occurrences, occurrence{i, at})
		}
	}
	for _, h := range s.occurrences {
		switch table.Kind(h.spelling) {
		case names.Local, names.Capital, names.City, names.Region:
		default:
			continue // within a reading it is by chance
		}
		key, at := table.Key(h.spelling), h.at
		start := at == 0 || key[at-1] == ' '
		end := at+len(text) == len(key) || key[at+len(text)] == ' '
		tier := substring
		switch {
		case whole && (!start || !end):
			continue
		case start:
			tier = words
		case !cjk && (n < minSuffix || table.Kind(h.spelling) != names.Local || !end):
			continue // but mazedonien is in Nordmazedonien
		}
		s.keepSpelling(table, h.spelling, tier, reading{})
	}
}

// line keeps line i of the world if it is of the kind that was read.
func (s *searcher) keepSpelling(table *names.SpellingTable, i int, tier tier, r reading) {
	kind := table.Kind(i)
	if r.kind != 0 && kind != r.kind || r.reason == Pinyin && !maybePinyin(kind) && (kind != names.Local || tier != exact) {
		return
	}
	place := s.ix.placeOf(table.ISO2(i))
	if place < 0 {
		return
	}
	c := s.ix.spellingCandidate(place, i, kind, tier)
	if tier == exact && (kind == names.Initials || len(s.key.Runes) == 1 || c.size <= shortWord && isASCII(s.query)) {
		c.tier = prefix // initials stand for many words, and so few letters for the beginning of others
	}
	c.rarelyRead = tier != exact && kind == names.Local && !isWidelyRead(table.At(i).Lang)
	if r.reason != 0 {
		c.reason = r.reason
	}
	switch kind {
	case names.Region:
		c.demoted = true // not the city that comes to mind first
	case names.Zhuyin:
		c.demoted = tonesDiffer(table.At(i).Text, r.typed)
	}
	query := s.query
	if r.reason != 0 {
		s.query = r.typed
	}
	s.keepBest(c)
	s.query = query
}

// maxFew is how many letters a word of any language may have and still be less
// likely than the beginning of a name in a language of the interface.
const shortWord = 3

// latinReading reports whether a spelling may be pinyin by what it sounds like, or
// is it, although another kind came first.
func maybePinyin(k names.Kind) bool {
	return k == names.Pinyin || k == names.Romaji || k == names.Romanized || k == names.Misspelling
}

// bare is the length of a key without its blanks.
func lenWithoutBlanks(key string) int { return len(key) - strings.Count(key, " ") }
