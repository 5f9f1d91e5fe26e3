package pages

import (
	"strings"
	"unicode"
)

// CollapseSpaces joins runs of blanks and drops what is drawn as nothing; line breaks stay.
func CollapseSpaces(s string) string {
	var b strings.Builder
	blank, broken := false, false
	for _, r := range s {
		switch {
		case r == '\n':
			broken = true
		case unicode.IsSpace(r):
			blank = true
		case r == '\u200b', r == '\ufeff', r == '\u00ad': // zero-width blank, byte order mark, soft hyphen
		default:
			if b.Len() > 0 && broken {
				b.WriteByte('\n')
			} else if b.Len() > 0 && blank {
				b.WriteByte(' ')
			}
			blank, broken = false, false
			b.WriteRune(r)
		}
	}
	return b.String()
}

// withoutPrivateUse is s without the private-use characters U+E000 to U+F8FF: no
// page needs one, and readers of pages may mark text with them.
func withoutPrivateUse(s string) string {
	return strings.Map(func(r rune) rune {
		if '\ue000' <= r && r <= '\uf8ff' {
			return -1
		}
		return r
	}, s)
}
