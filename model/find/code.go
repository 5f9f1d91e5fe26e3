package find

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"voxatlas/model/fold"
)

// codes adds the places of which the query, typed so and folded to k, is a code.
func (d *desk) codes(typed string, k *fold.Key) {
	typed = strings.TrimSpace(typed)
	if iso2, ok := flagged(typed); ok {
		d.code(iso2, Flag, typed)
		return
	}
	if digits, plus := dialled(typed); digits != "" {
		d.numeric(digits, plus)
		if rest, ok := strings.CutPrefix(digits, "00"); ok {
			digits, plus = rest, true
		} else if rest, ok := strings.CutPrefix(digits, "011"); ok && len(rest) > 1 {
			digits, plus = rest, true
		}
		d.dial(digits, plus)
		return
	}
	n := len(k.Runes)
	if n != 2 && n != 3 || k.Word(0) != n || accented(typed) {
		return
	}
	text := strings.ToUpper(d.text)
	if rest, ok := strings.CutPrefix(typed, "."); ok && n == 2 && len(rest) == 2 {
		d.code(domain(text), TLD, strings.ToLower("."+rest))
		return
	}
	if n == 2 {
		d.code(text, ISO2, text)
		return
	}
	for i := range d.ix.places {
		if d.ix.places[i].iso3 == text {
			d.keep(found{place: i, tier: code, why: ISO3, code: text, line: -1})
		}
	}
}

// accented reports whether a query has letters that are not those of codes: Mỹ is
// no MY. Those in full width are.
func accented(q string) bool {
	return strings.ContainsFunc(q, func(r rune) bool { return r >= 0x80 && (r < 'Ａ' || r > 'ｚ') && unicode.IsLetter(r) })
}

// code adds the place with an ISO 3166-1 alpha-2 code, if there is one.
func (d *desk) code(iso2 string, why Why, shown string) {
	if at := d.ix.at(iso2); at >= 0 {
		d.keep(found{place: at, tier: code, why: why, code: shown, line: -1})
	}
}

// domain is the code of the place with a top-level domain.
func domain(tld string) string {
	if tld == "UK" {
		return "GB"
	}
	return tld
}

// flagged is the code of the place whose flag s is: two letters of regional
// indicators, or a black flag with the tags of a part of the United Kingdom.
func flagged(s string) (iso2 string, ok bool) {
	const first, black, tag = '\U0001f1e6', '\U0001f3f4', '\U000e0000'
	var b [2]byte
	n := 0
	for i, r := range s {
		switch {
		case i == 0 && r == black:
			return "GB", strings.HasPrefix(s[utf8.RuneLen(black):], string([]rune{tag + 'g', tag + 'b'}))
		case r < first || r >= first+26 || n == 2:
			return "", false
		}
		b[n] = byte(r-first) + 'A'
		n++
	}
	return string(b[:n]), n == 2
}

// E.164 numbers have at most 15 digits; with the calling code left out, seldom
// fewer than 7. Those of the North American plan have 11 with their 1.
const (
	maxNumber       = 15
	minSubscriber   = 7
	northAmerican   = 11
	longestCallCode = 7
)

// numeric adds the place with an ISO 3166-1 numeric code.
func (d *desk) numeric(digits string, plus bool) {
	if plus || len(digits) != 3 {
		return
	}
	for i := range d.ix.places {
		if d.ix.places[i].entry.Numeric == digits {
			d.keep(found{place: i, tier: code, why: Numeric, code: digits, line: -1})
		}
	}
}

// dial adds the places with a calling code that is digits, begins so, or begins
// a number of those digits; without a plus, they are a number only when they are
// as many.
func (d *desk) dial(digits string, plus bool) {
	if digits == "" || len(digits) > maxNumber || digits[0] == '0' {
		return
	}
	longest := 0
	for i := range d.ix.places {
		p := &d.ix.places[i]
		for c := range p.dial.Values() {
			switch {
			case c == digits:
				d.keep(found{place: i, tier: code, why: Dial, code: "+" + c, n: len(c), line: -1})
				longest = len(c)
			case strings.HasPrefix(c, digits):
				d.keep(found{place: i, tier: prefix, why: Dial, code: "+" + c, n: len(digits), line: -1})
			case number(digits, c, plus):
				longest = max(longest, len(c))
			}
		}
		for a := range p.entry.Areas.Values() {
			switch {
			case a == digits:
				d.keep(found{place: i, tier: code, why: Dial, code: "+" + a, n: len(a), line: -1})
				longest = len(a)
			case number(digits, a, plus):
				longest = max(longest, len(a))
			}
		}
	}
	if longest == 0 || longest == len(digits) {
		return
	}
	for i := range d.ix.places {
		p := &d.ix.places[i]
		for c := range p.dial.Values() {
			if len(c) == longest && strings.HasPrefix(digits, c) {
				d.keep(found{place: i, tier: code, why: Dial, code: "+" + c, n: len(c), line: -1})
			}
		}
		for a := range p.entry.Areas.Values() {
			if len(a) == longest && strings.HasPrefix(digits, a) {
				d.keep(found{place: i, tier: code, why: Dial, code: "+" + a, n: len(a), line: -1})
			}
		}
	}
}

// number reports whether digits are a telephone number, or with a plus the
// beginning of one, that begins with a calling code.
func number(digits, code string, plus bool) bool {
	if len(digits) <= len(code) || !strings.HasPrefix(digits, code) {
		return false
	}
	if code[0] == '1' {
		return len(digits) == northAmerican || plus && len(digits) < northAmerican
	}
	return plus || len(digits) >= len(code)+minSubscriber
}

// dialled are the digits of a calling code or number as people write it: with +
// or without, or 00 (011 from North America) instead, spaced, hyphenated, in
// brackets or in full width. They are empty when q is something else.
func dialled(q string) (digits string, plus bool) {
	ascii := true
	for i := range len(q) {
		if ascii = ascii && q[i] < utf8.RuneSelf; ascii && (q[i] >= 'A' && q[i] <= 'Z' || q[i] >= 'a' && q[i] <= 'z') && !strings.HasPrefix(q, "tel:") {
			return "", false
		}
	}
	if !ascii {
		q = norm.NFKC.String(q)
	}
	q = strings.Map(func(r rune) rune {
		switch r {
		case ' ', '-', '.', '(', ')', '/', '\t', '\u00a0', '\u2010', '\u2011', '\u2013':
			return -1
		}
		return r
	}, strings.TrimPrefix(q, "tel:"))
	digits, plus = strings.CutPrefix(q, "+")
	for _, r := range digits {
		if r < '0' || r > '9' {
			return "", false
		}
	}
	return digits, plus
}
