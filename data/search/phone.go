package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// phone is a calling code or telephone number, as it was typed.
type phone struct {
	digits string
	first  string // the first group of digits; all of them if there is one group

	// plus is true when the digits certainly begin with a calling code: after a + or
	// 00, in a link, or in the form of the North American plan. All other numbers
	// are in doubt, since most countries write their own so.
	plus bool

	national bool // the digits typed begin with one 0, as within a country
}

// Lengths of telephone numbers. E.164 allows 15 digits; without the calling code
// a number seldom has fewer than 7. Numbers of the North American plan have 11
// with their 1, those of Russia and Kazakhstan 11 with their 7.
const (
	maxNumber     = 15
	minSubscriber = 7
	digitsOf1And7 = 11
)

// parsePhone reads a calling code or telephone number, written with or without +, 00 or
// 011; with blanks, hyphens, brackets or in full width; with a label before it and a
// remark or an extension after it; or as a link. ok is false when q is anything else.
func parsePhone(q string) (p phone, ok bool) {
	if !isASCII(q) {
		q = norm.NFKC.String(q)
	}
	if !strings.ContainsAny(q, "0123456789") {
		return phone{}, false
	}
	q = strings.ToLower(q)
	if digits, ok := cutChatLink(q); ok {
		return phone{digits: digits, first: digits, plus: true}, true
	}
	if at := strings.IndexByte(q, '+'); at >= 0 {
		return parsePlus(q[:at], q[at+1:])
	}
	q = cutPhoneLabel(q)
	for _, extension := range extensions {
		if before, after, ok := strings.Cut(q, extension); ok && len(before) > minSubscriber && (extension != "x" || isNumeral(after)) {
			q = before
		}
	}
	groups, rest := cutGroups(q)
	if rest != "" || len(groups) == 0 {
		return phone{}, false
	}
	p = phone{digits: strings.Join(groups, ""), first: groups[0]}
	p.national = len(p.digits) > 1 && p.digits[0] == '0' && p.digits[1] != '0'
	switch {
	case isNorthAmerican(groups):
		p.digits, p.plus = "1"+p.digits[len(p.digits)-10:], strings.ContainsAny(q, "-)") || len(groups) == 4
	case strings.HasPrefix(p.digits, "00"):
		p.digits, p.plus = p.digits[2:], true
	case strings.HasPrefix(p.digits, "011") && len(p.digits) > 4: // from North America; Buenos Aires, too
		p.digits = p.digits[3:]
		p.first = p.digits
	}
	return p, true
}

// IsNationalNumber reports whether q is a telephone number as it is dialled within a
// country, behind one 0, which does not tell the country: 02-2345-6789, Tel. 030 123456.
func IsNationalNumber(q string) bool {
	p, ok := parsePhone(q)
	return ok && p.national && len(p.digits) >= minSubscriber
}

// isNumeral reports whether text is digits only, but for blanks and dots around them.
func isNumeral(text string) bool {
	text = strings.Trim(text, " .")
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// isTollFree reports whether q is a whole toll-free number of the North American plan,
// with its 1.
func isTollFree(q string) bool {
	p, ok := parsePhone(q)
	return ok && len(p.digits) == digitsOf1And7 && slices.Contains(tollFree[:], p.digits[:len("1800")])
}

// tollFree are the beginnings of toll-free numbers.
var tollFree = [...]string{"1800", "1833", "1844", "1855", "1866", "1877", "1888"}

// extensions are the words and signs before an extension, folded.
var extensions = [...]string{";", "#", "ext", "x", "分機", "分机", "轉", "转"}

// parsePlus reads the number after a +. Before it stands nothing or a label, as "tel.",
// after the number a remark, as "(office)", an extension, or the rest of a link.
func parsePlus(label, q string) (p phone, ok bool) {
	groups, rest := cutGroups(q)
	digits := strings.Join(groups, "")
	if digits == "" || strings.Contains(rest, "+") || strings.HasPrefix(rest, "@") && !strings.Contains(label, "sip") {
		return phone{}, false
	}
	if !isPhoneLabel(label) && (len(digits) < minSubscriber || !endsWord(label)) {
		return phone{}, false // a calling code after a name is a part of it
	}
	next, _ := utf8.DecodeRuneInString(rest)
	before, _ := utf8.DecodeLastRuneInString(q[:len(q)-len(rest)])
	if unicode.IsLetter(next) && unicode.IsDigit(before) && !isExtension(rest) {
		return phone{}, false
	}
	return phone{digits: digits, first: groups[0], plus: true}, true
}

// isExtension reports whether text begins with a word or sign before an extension.
func isExtension(text string) bool {
	for _, e := range extensions {
		if strings.HasPrefix(text, e) {
			return true
		}
	}
	return false
}

// cutChatLink returns the number of a link to a chat, wa.me/886212345678.
func cutChatLink(q string) (digits string, ok bool) {
	for _, link := range []string{"wa.me/", "whatsapp.com/send?phone=", "whatsapp.com/send/?phone="} {
		if _, rest, found := strings.Cut(q, link); found {
			rest = strings.TrimPrefix(strings.TrimPrefix(rest, "+"), "%2b")
			n := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
			return rest[:n], n > 0
		}
	}
	return "", false
}

// cutGroups returns the groups of digits of q, up to the first rune that no number
// has, and the rest from there.
func cutGroups(q string) (groups []string, rest string) {
	last := ' '
	for i, r := range q {
		switch {
		case r >= '0' && r <= '9':
			if last < '0' || last > '9' {
				groups = append(groups, "")
			}
			groups[len(groups)-1] += string(r)
		case unicode.IsSpace(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Pd, r), strings.ContainsRune(".()/,~\u2212", r):
		default:
			return groups, q[i:]
		}
		last = r
	}
	return groups, ""
}

// isNorthAmerican reports whether groups are a number of the North American plan in
// its national form, with or without the 1 before it: an area that is assigned, three
// digits from 2 on, four digits.
func isNorthAmerican(groups []string) bool {
	if len(groups) == 4 && groups[0] == "1" {
		groups = groups[1:]
	}
	return len(groups) == 3 && len(groups[0]) == 3 && len(groups[1]) == 3 && len(groups[2]) == 4 &&
		groups[1][0] >= '2' && isNorthAmericanArea(groups[0])
}

// matchNumericCode adds the place with an ISO 3166-1 numeric code.
func (s *searcher) matchNumericCode(number phone) {
	if number.plus || len(number.digits) != 3 {
		return
	}
	for i := range s.ix.places {
		if s.ix.places[i].numeric == number.digits {
			s.keepBest(s.codeCandidate(i, Numeric, number.digits))
		}
	}
}

// matchCallingCodes adds the places with a calling code that is the number, that the
// number begins with, or that begins with it. A number in doubt is a guess.
func (s *searcher) matchCallingCodes(number phone) {
	digits := number.digits
	if digits == "" || len(digits) > maxNumber || digits[0] == '0' {
		return
	}
	longest := s.longestCode(number)
	largerOnly := showsArea(digits, longest)
	for _, c := range s.ix.callingCodes {
		switch {
		case len(c.digits) == longest && strings.HasPrefix(digits, c.digits) && (!largerOnly || s.ix.places[c.place].areas.Len() == 0):
			tier := code
			if !number.plus && len(digits) > longest {
				tier = guess
			}
			s.keepBest(s.dialCandidate(c.place, c.digits, tier, len(c.digits)))
		case !c.isArea && len(c.digits) > len(digits) && strings.HasPrefix(c.digits, digits):
			s.keepBest(s.dialCandidate(c.place, c.digits, prefix, len(digits)))
		}
	}
}

// showsArea reports whether a number that begins with a shared calling code of n digits
// is long enough to show an area. A place that shares the code has areas of its own, see
// [voxatlas/data/names.Entry]: when the number is of none of them, it is of the larger place.
func showsArea(digits string, n int) bool {
	switch {
	case n != 1:
		return false
	case digits[0] == '1':
		return len(digits) >= len("1201") && isNorthAmericanArea(digits[1:len("1201")])
	}
	return len(digits) > n
}

// longestCode returns the length of the longest calling code that the number begins
// with; 0 for none. When the number is in groups and in doubt, the first group must be a
// calling code.
func (s *searcher) longestCode(number phone) int {
	longest, grouped := 0, len(number.first) < len(number.digits)
	begins := number.plus || !grouped
	for _, c := range s.ix.callingCodes {
		if c.digits == number.digits || isNumberIn(number.digits, c.digits, number.plus || grouped) {
			longest = max(longest, len(c.digits))
		}
		begins = begins || c.digits == number.first || c.digits == number.digits
	}
	if !begins {
		return 0
	}
	return longest
}

// isNumberIn reports whether digits are a telephone number that begins with a
// calling code; with partial, the beginning of one is enough.
func isNumberIn(digits, code string, partial bool) bool {
	if len(digits) <= len(code) || !strings.HasPrefix(digits, code) {
		return false
	}
	if code[0] == '1' || code[0] == '7' {
		return len(digits) == digitsOf1And7 || partial && len(digits) < digitsOf1And7
	}
	return partial || len(digits) >= len(code)+minSubscriber
}
