package model

import (
	"strings"
	"time"
)

// The forms of slugs, codes and commits. They are written out, because compiling
// regular expressions would slow every start of the program.

// allBytes reports whether s has one byte or more, and ok accepts each.
func allBytes(s string, ok func(byte) bool) bool {
	for i := range len(s) {
		if !ok(s[i]) {
			return false
		}
	}
	return s != ""
}

func isLower(b byte) bool { return 'a' <= b && b <= 'z' }
func isUpper(b byte) bool { return 'A' <= b && b <= 'Z' }
func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// IsSlug accepts lower-case words and numbers joined by single hyphens.
func IsSlug(s string) bool {
	for word := range strings.SplitSeq(s, "-") {
		if !allBytes(word, func(b byte) bool { return isLower(b) || isDigit(b) }) {
			return false
		}
	}
	return true
}

// isLang accepts words and numbers joined by hyphens, as BCP 47 tags are.
func isLang(s string) bool {
	for part := range strings.SplitSeq(s, "-") {
		if len(part) > 8 || !allBytes(part, func(b byte) bool { return isLower(b) || isUpper(b) || isDigit(b) }) {
			return false
		}
	}
	return len(s) <= 35
}

// isCode accepts n capitals.
func isCode(s string, n int) bool { return len(s) == n && allBytes(s, isUpper) }

// isDial accepts an international calling code without +.
func isDial(s string) bool { return len(s) <= 7 && allBytes(s, isDigit) && s[0] != '0' }

// IsCommit accepts a full Git hash.
func IsCommit(s string) bool {
	return len(s) == 40 && allBytes(s, func(b byte) bool { return isDigit(b) || 'a' <= b && b <= 'f' })
}

// IsCommitDate accepts a time of RFC 3339, and a day alone: some sources record no more.
func IsCommitDate(s string) bool {
	_, err := time.Parse(time.RFC3339, s)
	if err != nil {
		_, err = time.Parse(time.DateOnly, s)
	}
	return err == nil && len(s) <= maxDate
}

// IsRepository accepts owner/name.
func IsRepository(s string) bool {
	owner, name, _ := strings.Cut(s, "/")
	part := func(b byte) bool {
		return isLower(b) || isUpper(b) || isDigit(b) || b == '.' || b == '_' || b == '-'
	}
	return allBytes(owner, part) && allBytes(name, part)
}
