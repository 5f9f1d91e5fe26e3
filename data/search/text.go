package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"voxatlas/data/names"
)

// nameInText is a name in the query: the best candidate with the longest name that
// begins at some rune of the query's key.
type nameInText struct {
	candidate candidate
	end       int // of the name, in runes of the key; 0 for no name
}

// matchNamesInText adds the places with a name within the query, a longer text: "toll
// free numbers in germany", 台灣 免付費, a row of a table. All are guesses, in the order
// of the text. Capitals and cities count if no place is named.
func (s *searcher) matchNamesInText() {
	s.findTermsInText()
	s.findSpellingsInText(names.OtherLanguage, names.Misspelling, names.Former, names.Demonym)
	s.findInflectedInText()
	if s.keepNamesInText() == 0 {
		s.findSpellingsInText(names.Capital, names.City)
		s.keepNamesInText()
	}
	s.settled = s.bestTier() == guess // all stay, in the order of the text
}

// keepNamesInText adds the candidates of all names found in the text, and returns how
// many there are. Of names that overlap the first counts.
func (s *searcher) keepNamesInText() (n int) {
	all := s.inText
	codes := s.isListOfCodes()
	for i := 0; i < len(all); {
		found := &all[i]
		if codes && found.end == 0 {
			s.findCodeInText(i)
		}
		if found.end == 0 {
			i++
			continue
		}
		c := found.candidate
		if c.place >= 0 && s.best[c.place].tier == none {
			c.tier, c.reason, c.cost, c.cityRank = guess, InText, int32(n), 0
			s.best[c.place] = s.ix.withPlace(c)
			n++
		}
		i = found.end
	}
	return n
}

// findTermsInText finds names in the languages of the interface, and aliases, in the
// query, and the names of states of the United States and provinces of Canada, which are
// no names of other countries: New Mexico.
func (s *searcher) findTermsInText() {
	s.inText = append(s.inText[:0], make([]nameInText, len(s.key.Runes))...)
	mask := names.Mask(s.key.Runes)
	for i, m := range s.ix.masks {
		if m&^mask != 0 {
			continue
		}
		at := s.ix.termAt[i]
		t := term{&s.ix.places[at.place].keys[at.n], int(at.place), int(at.n)}
		for off := 0; ; {
			n := strings.Index(s.text[off:], t.key.Text)
			if n < 0 {
				break
			}
			off += n
			from := utf8.RuneCountInString(s.text[:off])
			n = t.runeCount()
			if s.isNameInText(from, from+n) && s.ix.termReason(t) != Slug {
				s.keepInText(s.termCandidate(t, match{guess, s.runeRange(0, n)}), from, from+n)
			}
			off += len(t.key.Text)
		}
	}
	for from, words := range s.wordsInText {
		end := from + utf8.RuneCountInString(words)
		if strings.Contains(otherPhrases, " "+words+" ") {
			s.inText[from] = nameInText{candidate{place: -1}, end}
			continue
		}
		if place := s.ix.countryOfState(words); end-from > 3 && place >= 0 && s.inText[from].end < end {
			s.inText[from] = nameInText{candidate{place: place, match: match{guess, nil}, langDistance: 1, spelling: -1}, end}
		}
	}
}

// wordsInText yields one to maxWordsOfName words of the query, and the rune at which they
// begin.
func (s *searcher) wordsInText(yield func(from int, words string) bool) {
	rest := s.text
	for from := 0; from < len(s.key.Runes); {
		first, length := 0, 0 // in bytes
		for end, n := from, 0; end < len(s.key.Runes) && n < maxWordsOfName; n++ {
			for next := s.key.Word(end); end < next; end++ {
				length += utf8.RuneLen(s.key.Runes[end])
			}
			if n == 0 {
				first = length
			}
			if !yield(from, rest[:length]) {
				return
			}
		}
		from, rest = s.key.Word(from), rest[first:]
	}
}

// otherPhrases are the keys of phrases that have the name of a country in them and mean
// something else.
const otherPhrases = " southamerica northamerica centralamerica latinamerica samerica namerica camerica indianocean gulfofmexico newgeorgia newsouthwales newengland" +
	" seaofjapan southchinasea eastchinasea persiangulf "

// maxWordsOfName is the number of words of the longest name of a state.
const maxWordsOfName = 4

// findSpellingsInText finds spellings of some kinds in the query.
func (s *searcher) findSpellingsInText(kinds ...names.Kind) {
	table := names.Spellings()
	at := 0 // in bytes of s.text
	for from, r := range s.key.Runes {
		if s.beginsInText(from) {
			end, to := from, at
			for end < len(s.key.Runes) {
				to += utf8.RuneLen(s.key.Runes[end])
				if end++; !s.endsInText(end) {
					continue
				}
				first, last := table.WithPrefix(s.text[at:to])
				if first == last {
					break
				}
				for i := first; i < last && lenWithoutBlanks(table.KeyText(i)) == to-at; i++ {
					s.keepSpellingInText(i, kinds, from, end)
				}
			}
		}
		at += utf8.RuneLen(r)
	}
}

// keepSpellingInText notes that line i of the spelling table is the part of the query
// from rune from up to end, if it is of one of the kinds.
func (s *searcher) keepSpellingInText(i int, kinds []names.Kind, from, end int) {
	table := names.Spellings()
	iso2, kind := table.Place(i)
	place := s.ix.placeOf(iso2)
	if place < 0 || !slices.Contains(kinds, kind) || !s.isNameInText(from, end) {
		return
	}
	if found := &s.inText[from]; kind == names.Demonym {
		if end > found.end || end == found.end && found.candidate.reason == Alias {
			*found = nameInText{candidate{place: -1}, end} // an adjective means no country
		}
		return
	}
	if isASCII(s.text) && (end-from <= shortWord || end-from == shortWord+1 && !isWidelyRead(table.At(i).Lang)) {
		return // a word of a small language
	}
	s.keepInText(spellingCandidate(place, i, kind, match{guess, s.runeRange(0, end-from)}), from, end)
}

// keepInText notes that c is named from rune from of the query up to end, unless a longer
// or a better name begins there.
func (s *searcher) keepInText(c candidate, from, end int) {
	found := &s.inText[from]
	c = s.ix.withPlace(c)
	if end > found.end || end == found.end && compareCandidates(&c, &found.candidate) < 0 {
		*found = nameInText{c, end}
	}
}

// isNameInText reports whether the runes of the query from from up to end may be a name:
// they are words, or of a script that does not part words, they are not too few, and
// they are not stopwords alone. Few letters count in capitals: UK.
func (s *searcher) isNameInText(from, end int) bool {
	if !s.beginsInText(from) || !s.endsInText(end) {
		return false
	}
	part := s.key.Cut(from, end)
	wholeWord := s.key.Start[from] && (end == len(s.key.Runes) || s.key.Start[end])
	switch n := end - from; scriptOf(part.Runes[0]) {
	case han:
		return n >= 2
	case unparted, kana, hangul:
		return n > shortWord || n > 1 && wholeWord
	default:
		return (n > shortWord || n > 1 && !s.hasLowerCase(from, end)) && !onlyStopwords(&part)
	}
}

// hasLowerCase reports whether the query was typed with a small letter from rune from of
// its key up to end.
func (s *searcher) hasLowerCase(from, end int) bool {
	s.originals = s.key.AppendOriginal(s.originals[:0], s.runeRange(from, end-from))
	i := 0
	for _, r := range s.query {
		if unicode.IsLower(r) && slices.Contains(s.originals, i) {
			return true
		}
		i++
	}
	return false
}

// isListOfCodes reports whether the query may be codes and names with signs between them:
// DE/AT/CH, FR|FRA|France.
func (s *searcher) isListOfCodes() bool {
	if !strings.ContainsAny(s.query, "/|,;\t、，") {
		return false
	}
	for i := 0; i < len(s.key.Runes); {
		end := s.key.Word(i)
		if found := s.inText[i].end; found > 0 {
			end = found
		} else if _, ok := s.codeInText(i); !ok {
			return false
		}
		i = end
	}
	return true
}

// codeInText returns the place with the ISO 3166-1 code that is the word of the query
// from rune i on, in capitals.
func (s *searcher) codeInText(i int) (at int, ok bool) {
	end := s.key.Word(i)
	if n := end - i; n != 2 && n != 3 || s.hasLowerCase(i, end) {
		return 0, false
	}
	code := strings.ToUpper(string(s.key.Runes[i:end]))
	if at = s.ix.placeOf(code); at >= 0 {
		return at, true
	}
	at = slices.IndexFunc(s.ix.places, func(p place) bool { return p.iso3 == code })
	return at, at >= 0
}

// findCodeInText notes the code that is the word of the query from rune i on.
func (s *searcher) findCodeInText(i int) {
	if place, ok := s.codeInText(i); ok && s.key.Start[i] {
		end := s.key.Word(i)
		s.keepInText(s.codeCandidate(place, ISO2, strings.ToUpper(string(s.key.Runes[i:end]))), i, end)
	}
}

// beginsInText reports whether a name may begin at rune i of the query.
func (s *searcher) beginsInText(i int) bool {
	r := s.key.Runes[i]
	if i == 0 || s.key.Start[i] || scriptOf(r) != scriptOf(s.key.Runes[i-1]) {
		return true
	}
	return scriptOf(r) == han || scriptOf(r) == unparted && !unicode.IsMark(r)
}

// endsInText reports whether a name may end before rune i of the query.
func (s *searcher) endsInText(i int) bool {
	if i == len(s.key.Runes) || s.key.Start[i] {
		return true
	}
	switch script := scriptOf(s.key.Runes[i-1]); script {
	case han, kana:
		return true
	case unparted:
		return !unicode.IsMark(s.key.Runes[i])
	case hangul:
		return !s.key.SharesOrigin(i)
	default:
		return script != scriptOf(s.key.Runes[i])
	}
}
