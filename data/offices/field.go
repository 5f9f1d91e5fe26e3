package offices

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tidy returns a field without blanks at its ends, with single ones for line breaks and
// runs of blanks, and without the ' that spreadsheets put before a text that looks like
// a formula. A text that says that there is none is empty.
func tidy(field string) string {
	field = strings.TrimSpace(field)
	if rest, ok := strings.CutPrefix(field, "'"); ok && beginsSign(rest) {
		field = rest
	}
	if strings.ContainsFunc(field, func(r rune) bool { return r != ' ' && unicode.IsSpace(r) }) || strings.Contains(field, "  ") {
		field = strings.Join(strings.Fields(field), " ")
	}
	switch field {
	case "-", "--", "–", "—", "/", "n/a", "N/A", "無":
		return ""
	}
	return field
}

// beginsSign reports whether text begins with a sign that a formula begins with.
func beginsSign(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("=+-@＝＋－＠", r)
}

// maxUsers is the largest number of users that an office can have.
const maxUsers = 100_000_000

// ParseUsers reads a number of users: digits, perhaps with signs between thousands, and a
// word behind them, as "1,200", "1 200.0" and "120 人". ok is false for anything else.
func ParseUsers(text string) (n int, ok bool) {
	text = strings.TrimRightFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsSpace(r) })
	if i := strings.LastIndexByte(text, '.'); i >= 0 && strings.Trim(text[i+1:], "0") == "" && len(text)-i != len(".000") {
		text = text[:i] // a whole number as some programs write it
	}
	var digits strings.Builder
	group := -1 // digits since the last sign between thousands; -1 before the first one
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9', r >= '０' && r <= '９':
			digits.WriteRune('0' + (r-'0')%('０'-'0'))
			if group >= 0 {
				group++
			}
		case strings.ContainsRune(",.' \u00a0\u2009\u202f，", r) && digits.Len() > 0 && (group == 3 || group < 0 && digits.Len() <= 3):
			group = 0
		default:
			return 0, false
		}
	}
	if group >= 0 && group != 3 {
		return 0, false
	}
	n, err := strconv.Atoi(digits.String())
	return n, err == nil && n <= maxUsers
}
