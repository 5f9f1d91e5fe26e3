package offices

import (
	"strings"
	"unicode"

	"voxatlas/data/search"
	"voxatlas/model"
)

// Digits of telephone numbers: the fewest of a whole number, the most that there are, and
// the most that tell the place: 441481 is Guernsey.
const (
	minDigits   = 7
	maxDigits   = 15
	placeDigits = 7
)

// callingNumber returns the digits of a telephone number that has its calling code, as
// far as they tell the place, with zeros in place of the others. ok is false for a number
// without + or 00 before it.
func callingNumber(text string) (digits string, ok bool) {
	text = strings.Map(model.HalfWidth, text)
	_, number, hasPlus := strings.Cut(text, "+")
	if !hasPlus {
		if number = strings.TrimLeft(text, " ("); !strings.HasPrefix(number, "00") {
			return "", false
		}
		number = number[len("00"):]
	}
	number = strings.Replace(number, "(0)", "", 1) // only for callers from within the country
	var b strings.Builder
	for _, r := range number {
		switch {
		case r >= '0' && r <= '9':
			if b.Len() >= placeDigits {
				r = '0'
			}
			b.WriteRune(r)
		case unicode.IsSpace(r), unicode.Is(unicode.Pd, r), strings.ContainsRune("().,/~", r):
		default: // an extension, or a remark
			return b.String(), b.Len() >= minDigits && b.Len() <= maxDigits
		}
	}
	return b.String(), b.Len() >= minDigits && b.Len() <= maxDigits
}

// findNumber looks up the digits of a number that begins with a calling code. One that
// several places share says nothing about the place beside other fields.
func (l *Locator) findNumber(digits string) evidence {
	r := l.index.Resolve("+"+digits, l.lang)
	e := evidenceOf(r)
	e.weak = e.weak || r.Doubt == search.TollFree
	return e
}

// findLocalNumber looks up a number without + or 00. Only in the forms of North America does it
// tell the place.
func (l *Locator) findLocalNumber(text string) evidence {
	digits := 0
	for _, r := range text {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	if digits < minDigits {
		return evidence{doubt: LocalNumber}
	}
	e := evidenceOf(l.index.Resolve(text, l.lang))
	if e.meant == "" {
		e.doubt, e.weak = LocalNumber, true
	}
	return e
}
