package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"voxatlas/data/names/fold"
)

// matchCodes adds the places with the code typed: a flag, a calling code or
// telephone number, a domain, or an ISO code. key is the folded query. It returns
// true when the query is written as only a code can be, so that no name needs to be
// looked for.
func (s *searcher) matchCodes(typed string, key *fold.Key) (done bool) {
	typed = strings.Trim(typed, " \t\u00a0\u3000\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufe0f")
	if iso2, ok := flagCode(typed); ok {
		s.addCode(iso2, Flag, typed)
		return true
	}
	if digits, plus := phoneDigits(typed); digits != "" {
		s.matchNumericCode(digits, plus)
		if rest, ok := strings.CutPrefix(digits, "00"); ok {
			digits, plus = rest, true
		} else if rest, ok := strings.CutPrefix(digits, "011"); ok && len(rest) > 1 {
			digits, plus = rest, true
		}
		s.matchCallingCodes(digits, plus)
		return plus
	}
	if tld, ok := topLevelDomain(typed); ok {
		s.addCode(codeOfTLD(tld), TLD, "."+tld)
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

// topLevelDomain returns the country domain that a host name ends in, in lower
// case: tw for .tw and contoso.com.tw, uk for .co.uk.
func topLevelDomain(q string) (tld string, ok bool) {
	at := strings.LastIndexByte(q, '.')
	if at < 0 || len(q)-at != 3 || at > 0 && at < 3 {
		return "", false // u.s is not a domain
	}
	for i := range len(q) {
		switch c := q[i] | 0x20; {
		case c >= 'a' && c <= 'z':
		case i <= at && (c >= '0' && c <= '9' || q[i] == '-' || q[i] == '.'):
		default:
			return "", false
		}
	}
	return strings.ToLower(q[at+1:]), true
}

// codeOfTLD returns the ISO 3166-1 alpha-2 code for a country domain.
func codeOfTLD(tld string) string {
	if tld == "uk" {
		return "GB"
	}
	return strings.ToUpper(tld)
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

// Lengths of telephone numbers. E.164 allows 15 digits; without the calling code
// a number seldom has fewer than 7. Numbers of the North American plan have 11
// with their 1, those of Russia and Kazakhstan 11 with their 7.
const (
	maxNumber     = 15
	minSubscriber = 7
	digitsOf1And7 = 11
)

// matchNumericCode adds the place with an ISO 3166-1 numeric code.
func (s *searcher) matchNumericCode(digits string, plus bool) {
	if plus || len(digits) != 3 {
		return
	}
	for i := range s.ix.places {
		if s.ix.places[i].numeric == digits {
			s.keepBest(s.codeCandidate(i, Numeric, digits))
		}
	}
}

// matchCallingCodes adds the places with a calling code that is digits, that a
// telephone number of these digits begins with, or that begins with digits. Without
// a plus, digits are a number only when there are enough of them.
func (s *searcher) matchCallingCodes(digits string, plus bool) {
	if digits == "" || len(digits) > maxNumber || digits[0] == '0' {
		return
	}
	longest := 0
	for i := range s.ix.places {
		for c := range s.ix.places[i].callingCodes {
			if c == digits || isNumberIn(digits, c, plus) {
				longest = max(longest, len(c))
			}
		}
	}
	for i := range s.ix.places {
		p := &s.ix.places[i]
		for c := range p.callingCodes {
			if len(c) == longest && strings.HasPrefix(digits, c) {
				s.keepBest(s.dialCandidate(i, c, code, len(c)))
			}
		}
		for c := range p.dial.Values() {
			if len(c) > len(digits) && strings.HasPrefix(c, digits) {
				s.keepBest(s.dialCandidate(i, c, prefix, len(digits)))
			}
		}
	}
}

// callingCodes yields the calling codes of p, and its area codes of a shared one.
func (p *place) callingCodes(yield func(string) bool) {
	for c := range p.dial.Values() {
		if !yield(c) {
			return
		}
	}
	for a := range p.areas.Values() {
		if !yield(a) {
			return
		}
	}
}

// isNumberIn reports whether digits are a telephone number that begins with a
// calling code; after a plus, the beginning of one is enough.
func isNumberIn(digits, code string, plus bool) bool {
	if len(digits) <= len(code) || !strings.HasPrefix(digits, code) {
		return false
	}
	if code[0] == '1' || code[0] == '7' {
		return len(digits) == digitsOf1And7 || plus && len(digits) < digitsOf1And7
	}
	return plus || len(digits) >= len(code)+minSubscriber
}

// phoneDigits returns the digits of a calling code or telephone number, written with
// or without +, 00 or 011; with blanks, hyphens, brackets or in full width; with a
// label before it and an extension after it. It returns no digits when q is
// anything else. plus is true when the digits certainly begin with a calling code:
// there is a +, or they are in groups, the first of one to three digits.
func phoneDigits(q string) (digits string, plus bool) {
	if !strings.ContainsAny(q, "0123456789") && isASCII(q) {
		return "", false
	}
	q = strings.ToLower(norm.NFKC.String(q))
	if label, rest, ok := strings.Cut(q, ":"); ok && !strings.ContainsFunc(label, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' && r != '.' }) {
		q = rest
	}
	for _, extension := range []string{";", "#", "ext", "x", "分機", "轉"} {
		if before, _, ok := strings.Cut(q, extension); ok && len(before) > minSubscriber {
			q = before
		}
	}
	groups, last := 0, rune(0)
	first := ""
	var b strings.Builder
	for _, r := range q {
		switch {
		case r >= '0' && r <= '9':
			if last < '0' || last > '9' {
				groups++
			}
			b.WriteRune(r)
			if groups == 1 {
				first = b.String()
			}
		case r == '+' && b.Len() == 0 && !plus:
			plus = true
		case unicode.IsSpace(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Pd, r), strings.ContainsRune(".()/,~\u2212", r):
		default:
			return "", false
		}
		last = r
	}
	return b.String(), plus || groups > 1 && len(first) < 4 && first != "" && first[0] != '0'
}
