package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"voxatlas/data/names/fold"
)

// matchCodes adds the places with the code typed: a flag, a calling code or
// telephone number, an address, a domain, or an ISO code. key is the folded query. It returns
// true when the query is written as only a code can be, so that no name needs to be
// looked for.
func (s *searcher) matchCodes(typed string, key *fold.Key) (done bool) {
	typed = strings.Trim(typed, " \t\u00a0\u3000\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufe0f")
	if iso2, ok := flagCode(typed); ok {
		s.addCode(iso2, Flag, typed)
		return true
	}
	if number, ok := parsePhone(typed); ok {
		s.bare = !number.plus
		s.matchNumericCode(number)
		s.matchCallingCodes(number)
		if s.bestTier() < guess {
			s.dropTier(guess)
		}
		return number.plus || s.bestTier() <= guess
	}
	if s.matchAddress(typed) {
		return true
	}
	if tld, ok := topLevelDomain(typed); ok {
		s.addDomain(tld, len(typed) > len(".tw"))
		return len(typed) == len(".tw")
	}
	n := len(key.Runes)
	if n != 2 && n != 3 || key.Word(0) != n || hasForeignLetters(typed) {
		return false
	}
	text := strings.ToUpper(s.text)
	if n == 2 {
		s.addCode(text, ISO2, text)
		return false
	}
	for i := range s.ix.places {
		if s.ix.places[i].iso3 == text {
			s.keepBest(s.codeCandidate(i, ISO3, text))
		}
	}
	return false
}

// hasForeignLetters reports whether q has letters that no code has: Mỹ is not MY.
// Letters in full width are those of codes.
func hasForeignLetters(q string) bool {
	return strings.ContainsFunc(q, func(r rune) bool {
		return r >= 0x80 && (r < 'Ａ' || r > 'ｚ') && (unicode.IsLetter(r) || unicode.IsMark(r))
	})
}

// addCode adds the place with an ISO 3166-1 alpha-2 code, if there is one. shown is
// the code as the hit displays it.
func (s *searcher) addCode(iso2 string, reason Reason, shown string) {
	if at := s.ix.placeOf(iso2); at >= 0 {
		s.keepBest(s.codeCandidate(at, reason, shown))
	}
}

// flagCode returns the alpha-2 code for a flag emoji: two regional indicators, or a
// black flag with the tags of a part of the United Kingdom.
func flagCode(s string) (iso2 string, ok bool) {
	const first, black, tag = '\U0001f1e6', '\U0001f3f4', '\U000e0000'
	var b [2]byte
	n := 0
	for i, r := range s {
		switch {
		case i == 0 && r == black:
			rest, ok := strings.CutPrefix(s[utf8.RuneLen(black):], string([]rune{tag + 'g', tag + 'b'}))
			return "GB", ok && !strings.ContainsFunc(rest, func(r rune) bool { return r < tag+' ' || r > tag+0x7f })
		case r < first || r >= first+26 || n == 2:
			return "", false
		}
		b[n] = byte(r-first) + 'A'
		n++
	}
	return string(b[:n]), n == 2
}
