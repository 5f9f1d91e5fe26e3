package find

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// code is the hit of place i when typed, whose key is k, is one of its codes or
// the beginning of a calling code.
func (ix *Index) code(i int, k key, typed string) (found, bool) {
	p := &ix.places[i]
	c := p.country
	f := found{tier: code, rank: p.entry.Rank("")}
	f.Country = c
	if digits := dialled(typed); digits != "" {
		for d := range c.Dial().Values() {
			if !strings.HasPrefix(d, digits) || f.Name != "" && d != digits {
				continue
			}
			f.Name, f.Why, f.Runes = "+"+d, CallingCode, span(1, len(digits))
			f.tier = prefix
			if d == digits {
				f.tier = code
			}
		}
		return f, f.Name != ""
	}
	if n := len(k.text); typed == "" || n != 2 && n != 3 || len(k.words()) != 1 {
		return f, false
	}
	for _, iso := range []string{c.ISO2(), c.ISO3()} {
		if strings.EqualFold(iso, k.text) {
			f.Name, f.Why, f.Runes = iso, ISOCode, span(0, len(iso))
			return f, true
		}
	}
	return f, false
}

// dialled are the digits of a calling code as people write it: with + or 00 or
// without, spaced, hyphenated, in brackets or in full width. It is empty when
// q is something else.
func dialled(q string) string {
	q = strings.Map(func(r rune) rune {
		switch r {
		case ' ', '-', '.', '(', ')', '\t', '\u2010', '\u2011', '\u2013':
			return -1
		}
		return r
	}, norm.NFKC.String(q))
	digits, plus := strings.CutPrefix(q, "+")
	if !plus {
		digits = strings.TrimPrefix(q, "00")
	}
	for _, r := range digits {
		if r < '0' || r > '9' {
			return ""
		}
	}
	return digits
}
