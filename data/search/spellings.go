package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"voxatlas/data/names"
	"voxatlas/model"
)

// matchSpellings adds the places with a spelling that is the query.
func (s *searcher) matchSpellings() {
	table, apart := names.Spellings(), s.lastWordApart()
	for r := range s.interpretations {
		if r.nextLetter != 0 {
			continue
		}
		whole := match{exact, s.runeRange(0, utf8.RuneCountInString(r.text))}
		from, to := table.WithPrefix(r.text)
		for i := from; i < to && lenWithoutBlanks(table.KeyText(i)) == len(r.text); i++ {
			key := table.KeyText(i)
			if s.startsWithLetter() && !strings.HasPrefix(key[1:], " ") || !strings.HasSuffix(key, apart) {
				continue // "S Sudan" is not Ssudan, "Korea N" not Korean, "Lisbon, NE" not Lisbonne
			}
			s.keepSpelling(table, i, whole, r)
		}
	}
}

// startsWithLetter reports whether the first of several words of the query is one
// Latin letter.
func (s *searcher) startsWithLetter() bool {
	k := &s.key
	return len(k.Runes) > 1 && k.Start[1] && k.Runes[0] >= 'a' && k.Runes[0] <= 'z'
}

// matchPrefixes adds the places with a spelling that begins with the query.
func (s *searcher) matchPrefixes() {
	table := names.Spellings()
	for r := range s.interpretations {
		shortest, first := 1, []rune(r.text)[0]
		if first < 0x250 && s.marked == "" {
			shortest = minLatinPrefix
		}
		if len(r.text) < shortest || r.reason == ZhuyinKeys && !strings.ContainsAny(r.typed, "ˊˇˋ˙") && len(r.text) < 4*len("ㄅ") {
			continue
		}
		beginning := match{prefix, s.runeRange(0, utf8.RuneCountInString(r.text))}
		from, to := table.WithPrefix(r.text)
		for i := from; i < to; i++ {
			switch kind := table.Kind(i); {
			case (kind == names.Romaji || kind == names.Romanized) && len(r.text) < minReadingPrefix:
			case r.nextLetter != 0 && !continuesKana(table.KeyText(i), r):
			default:
				s.keepSpelling(table, i, beginning, r)
			}
		}
	}
}

// Minimum lengths of a query. A shorter one matches by chance.
const (
	minSuffix        = 6 // runes of its key, to match the end of a word of any language
	minReadingPrefix = 5 // bytes of its key, to begin a reading that is not Chinese
	minLatinPrefix   = 3 // bytes of its key, to begin a name in Latin letters of any language
)

// matchWholeWords adds the places with a spelling that contains the query as whole
// words. It finds the occurrences for matchSubstrings, too.
func (s *searcher) matchWholeWords() {
	s.findOccurrences()
	s.matchOccurrences(true)
}

// matchWordsAnyOrder adds the places with a name in any language that has all words
// of the query, or their beginnings, in any order: "coree sud".
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
		switch table.Kind(i) {
		case names.OtherLanguage, names.Former, names.Capital, names.City:
			if runes := s.findWords(table.KeyText(i)); runes != nil {
				s.keepSpelling(table, i, match{words, runes}, interpretation{})
			}
		}
	}
}

// queryWords yields the words of the query's text.
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

// findWords matches each word of the query with the beginning of a different word of
// key. It returns the positions in key, blanks not counted; nil when a word is
// missing.
func (s *searcher) findWords(key string) []int {
	used, from := uint64(0), len(s.positions) // used: a bit for each word of key
	for word := range s.queryWords {
		at, bit := 0, uint64(1)
		for used&bit != 0 || !strings.HasPrefix(key[at:], word) {
			n := strings.IndexByte(key[at:], ' ')
			if n < 0 {
				s.positions = s.positions[:from]
				return nil
			}
			at, bit = at+n+1, bit<<1
		}
		used |= bit
		first := utf8.RuneCountInString(key[:at]) - strings.Count(key[:at], " ")
		s.positions = append(s.positions, s.runeRange(first, utf8.RuneCountInString(word))...)
	}
	runes := s.positions[from:len(s.positions):len(s.positions)]
	slices.Sort(runes)
	return runes
}

// matchSubstrings adds the places with a spelling in which the query begins a word,
// or which contains it.
func (s *searcher) matchSubstrings() { s.matchOccurrences(false) }

// occurrence is a position of the query in the spelling table: a line, and the byte
// of its key.
type occurrence struct{ spelling, at int }

// findOccurrences finds the query in the spelling table, for matchWholeWords and
// matchSubstrings. A query that is too short is not looked for.
func (s *searcher) findOccurrences() {
	s.occurrences = s.occurrences[:0]
	if n := len(s.key.Runes); n < 2 || n < 3 && !s.startsCJK() {
		return
	}
	for i, at := range names.Spellings().Containing(s.wordsText()) {
		s.occurrences = append(s.occurrences, occurrence{i, at})
	}
}

// matchOccurrences adds the places with a spelling in which findOccurrences found the
// query: with wholeWords only those with the query as whole words.
func (s *searcher) matchOccurrences(wholeWords bool) {
	n, cjk := len(s.key.Runes), s.startsCJK()
	table := names.Spellings()
	text := s.wordsText()
	for _, o := range s.occurrences {
		switch table.Kind(o.spelling) {
		case names.OtherLanguage, names.Former, names.Capital, names.City, names.CityRegion:
		default:
			continue // a part of a reading matches by chance
		}
		key, at := table.KeyText(o.spelling), o.at
		start := at == 0 || key[at-1] == ' '
		end := at+len(text) == len(key) || key[at+len(text)] == ' '
		tier := substring
		switch {
		case wholeWords && (!start || !end):
			continue
		case start && !wholeWords && isASCII(text) && n <= shortWord+1 && !isWidelyRead(table.At(o.spelling).Lang):
			continue // bash is no word of Albanian, but begins one by chance
		case start:
			tier = words
		case !cjk && (n < minSuffix || table.Kind(o.spelling) != names.OtherLanguage || !end):
			continue // a whole ending counts: mazedonien of Nordmazedonien
		}
		runes := s.runeRange(utf8.RuneCountInString(key[:at])-strings.Count(key[:at], " "), n)
		s.keepSpelling(table, o.spelling, match{tier, runes}, interpretation{})
	}
}

// keepSpelling adds the place of line i of the spelling table, which the
// interpretation r of the query matched, unless the line is not of the kind that r asks
// for.
func (s *searcher) keepSpelling(table *names.SpellingTable, i int, m match, r interpretation) {
	iso2, kind := table.Place(i)
	if r.kind != 0 && kind != r.kind || r.reason == Pinyin && !maybePinyin(kind) && (kind != names.OtherLanguage || m.tier != exact) {
		return
	}
	place := s.ix.placeOf(iso2)
	if place < 0 {
		return
	}
	c := spellingCandidate(place, i, kind, m)
	c.lacksTyped = s.lacksTypedMarks(m.tier, table.At(i).Text) || m.tier == prefix && s.lacksTypedBlanks(func(rune int) bool { return startsWordOfKey(table.KeyText(i), rune) })
	if m.tier == exact && (kind == names.Initials || len(s.key.Runes) == 1 && (s.marked == "" || c.lacksTyped) || c.size <= shortWord && isASCII(s.query)) {
		c.tier = prefix // initials stand for many words, and a short word begins many others
	}
	c.rarelyRead = kind == names.OtherLanguage && !isWidelyRead(table.At(i).Lang)
	if c.rarelyRead && m.tier == prefix && len(s.key.Runes) <= shortWord && isASCII(s.text) {
		return // EUR is never on its way to E-Uruguay
	}
	switch {
	case m.tier == exact:
		begins := slices.ContainsFunc(s.begun, func(begun int) bool { return begun != place })
		if c.rarelyRead && isASCII(s.text) && (s.marked == "" || c.lacksTyped) && begins {
			c.tier = prefix // Jamai and jamaï are Germany in Vai, but begin Jamaica; Jamáĩ is just Germany
		}
	case kind == names.Former, kind == names.Demonym:
		c.weak = true
	case kind == names.OtherLanguage:
		c.weak = isASCII(s.query) && s.isWord(c, table.At(i).Lang)
		if m.tier == prefix && s.isShortLatin() && s.isOneWord() && strings.Contains(table.KeyText(i)[:len(s.text)], " ") {
			c.weak = true // lad is hardly on the way to La Dominique
		}
	case kind == names.Misspelling:
		c.weak = s.isShortLatin()
	}
	if len(s.query) == 2 && strings.Contains(table.At(i).Text, "-") {
		c.weak = true // EU is hardly É.-U.
	}
	if kind == names.OtherLanguage && c.size <= shortWord && isASCII(s.query) && !isASCII(table.At(i).Text) {
		c.weak = true // CHC is hardly ÇHC
	}
	if r.reason != 0 {
		c.reason = r.reason
	}
	c.demoted = m.tier == prefix && table.At(i).Variant // Royaume begins Royaume-Uni rather than Royaume de Thaïlande
	switch kind {
	case names.CityRegion:
		c.demoted = true // after the city itself
	case names.Zhuyin:
		c.demoted = tonesDiffer(table.At(i).Text, r.typed)
	}
	s.keepBest(c)
}

// isWord reports whether the query is more likely a word than a part of the name c in a
// language: one that few people read, or less than half of the name.
func (s *searcher) isWord(c candidate, lang model.Lang) bool {
	if s.isShortLatin() && c.tier == prefix {
		return !isWorldLanguage(lang)
	}
	return !isWidelyRead(lang) || 2*len(s.text) < int(c.size)
}

// isShortLatin reports whether the query is so short, three or four Latin letters, that
// it begins or stands in names of many languages by chance.
func (s *searcher) isShortLatin() bool { return len(s.key.Runes) <= shortWord+1 && isASCII(s.text) }

// isOneWord reports whether the query is one word.
func (s *searcher) isOneWord() bool { return s.key.Word(0) == len(s.key.Runes) }

// shortWord is the length up to which a word of any language is less likely than the
// beginning of a name in a language of the interface.
const shortWord = 3

// maybePinyin reports whether a spelling of kind k may be pinyin: it sounds so, or it
// is, and the table has it under another kind.
func maybePinyin(k names.Kind) bool {
	return k == names.Pinyin || k == names.Romaji || k == names.Romanized || k == names.Misspelling
}

// lenWithoutBlanks returns the length of a key without its blanks, in bytes.
func lenWithoutBlanks(key string) int { return len(key) - strings.Count(key, " ") }
