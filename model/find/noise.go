package find

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// withoutNoise is the query k without words that say only that something is a
// country ("the", "republic of", 共和國), when it has such words and others.
// They may be part of a name too (美國), so this counts only where it finds
// better hits than k: "the uk" is not The Ukraine, and 日本國 is 日本.
func withoutNoise(k key) (key, bool) {
	bounds := k.words()
	word := func(i int) string { return string(k.runes[bounds[i][0]:bounds[i][1]]) }
	at := 0
	if len(bounds) > at+1 && word(at) == "the" {
		at++
	}
	if len(bounds) > at+2 && slices.Contains([]string{"republic", "kingdom", "state"}, word(at)) && word(at+1) == "of" {
		at += 2
	}
	if at > 0 {
		return k.cut(bounds[at][0], len(k.runes)), true
	}
	for _, suffix := range []string{"共和國", "王國", "聯邦", "國"} {
		n := len(k.runes) - utf8.RuneCountInString(suffix)
		if n >= 2 && strings.HasSuffix(k.text, suffix) {
			return k.cut(0, n), true
		}
	}
	return key{}, false
}
