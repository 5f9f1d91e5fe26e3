package model

import "strings"

// The forms that slugs, codes and commits have. They are written out rather
// than compiled from regular expressions, which every start of the program
// would pay for.

// made reports whether s is one byte or more, all of them accepted by ok.
func made(s string, ok func(byte) bool) bool {
	for i := range len(s) {
		if !ok(s[i]) {
			return false
		}
	}
	return s != ""
}

func lower(b byte) bool   { return 'a' <= b && b <= 'z' }
func capital(b byte) bool { return 'A' <= b && b <= 'Z' }
func digit(b byte) bool   { return '0' <= b && b <= '9' }

// isSlug accepts lower-case words and numbers joined by single hyphens.
func isSlug(s string) bool {
	for word := range strings.SplitSeq(s, "-") {
		if !made(word, func(b byte) bool { return lower(b) || digit(b) }) {
			return false
		}
	}
	return true
}

// isLang accepts what looks like a BCP 47 tag.
func isLang(s string) bool {
	for part := range strings.SplitSeq(s, "-") {
		if len(part) > 8 || !made(part, func(b byte) bool { return lower(b) || capital(b) || digit(b) }) {
			return false
		}
	}
	return len(s) <= 35
}

// isCode accepts n capitals.
func isCode(s string, n int) bool { return len(s) == n && made(s, capital) }

// isDial accepts an international calling code without +.
func isDial(s string) bool { return len(s) <= 7 && made(s, digit) && s[0] != '0' }

// IsCommit accepts a full Git hash.
func IsCommit(s string) bool {
	return len(s) == 40 && made(s, func(b byte) bool { return digit(b) || 'a' <= b && b <= 'f' })
}

// IsRepository accepts owner/name.
func IsRepository(s string) bool {
	owner, name, _ := strings.Cut(s, "/")
	part := func(b byte) bool {
		return lower(b) || capital(b) || digit(b) || b == '.' || b == '_' || b == '-'
	}
	return made(owner, part) && made(name, part)
}
