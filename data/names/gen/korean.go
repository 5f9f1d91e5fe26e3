package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// romanizeKorean returns a Korean name in the Revised Romanization: a final consonant
// before a vowel is written as the initial that it becomes.
func romanizeKorean(name string) string {
	initials := strings.Split("g kk n d tt r m b pp s ss  j jj ch k t p h", " ")
	vowels := strings.Split("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i", " ")
	finals := strings.Split(" k k k n n n t l k m l l l p l m p p t t ng t t k t p t", " ")
	linked := strings.Split(" g kk ks n nj n d r lg lm lb ls lt lp r m b ps s ss ng j ch k t p ", " ")
	var b strings.Builder
	rs := []rune(norm.NFC.String(name))
	for i, r := range rs {
		if r < '가' || r > '힣' {
			if unicode.IsSpace(r) {
				b.WriteByte(' ')
			}
			continue
		}
		n := int(r - '가')
		initial := initials[n/588]
		if i > 0 && initial == "r" && finalConsonant(rs[i-1]) == 8 { // ㄹㄹ
			initial = "l"
		}
		b.WriteString(initial + vowels[n/28%21])
		final := finals[n%28]
		if i+1 < len(rs) && rs[i+1] >= '가' && rs[i+1] <= '힣' && (rs[i+1]-'가')/588 == 11 {
			final = linked[n%28]
		}
		b.WriteString(final)
	}
	return strings.TrimSpace(b.String())
}

// finalConsonant returns the number of the final consonant of a syllable, 0 for none.
func finalConsonant(r rune) int {
	if r < '가' || r > '힣' {
		return 0
	}
	return int(r-'가') % 28
}
