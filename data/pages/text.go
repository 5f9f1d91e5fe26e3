package pages

import (
	"strings"
	"unicode"
)

// CollapseSpaces replaces each run of spaces by one, and each run with a line
// break by one line break. It drops characters without width.
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

// withoutPrivateUse drops the private-use characters U+E000 to U+F8FF from s.
// No page needs them, and the importer marks links with them.
func withoutPrivateUse(s string) string {
	return strings.Map(func(r rune) rune {
		if '\ue000' <= r && r <= '\uf8ff' {
			return -1
		}
		return r
	}, s)
}
