package search

import (
	"strings"
	"unicode/utf8"

	"voxatlas/data/names/fold"
)

// cutStopwords returns the key k of a query without the words that only say that something
// is a country: "the", "federal republic of", "royaume de", 共和國. text is the text of k,
// typed the query as it was typed.
// rest is empty when there are no such words, or no others. The words may belong to
// a name (美國), so rest counts only when it finds something better. articlesOnly is
// true when only articles or a Chinese suffix are gone. Words that tell two
// countries apart are not stopwords: one Korea and one Congo are democratic.
func cutStopwords(k *fold.Key, text, typed string) (rest fold.Key, articlesOnly bool) {
	var buf asciiWord
	at, state := 0, false
	articlesOnly = true
	for at < len(k.Runes) {
		w := buf.word(k, at)
		if stop := isArticle(w) || state && isOf(w) || isStateQualifier(w); !stop {
			break
		}
		state = state || isStateWord(w)
		articlesOnly = articlesOnly && isArticle(w)
		at = k.Word(at)
	}
	if at == 0 && len(k.Runes) > 1 && hasElidedArticle(typed) {
		at = 1
	}
	if at > 0 && at < len(k.Runes) {
		return k.Cut(at, len(k.Runes)), articlesOnly
	}
	if n := len(k.Runes); n > 4 && k.Start[n-4] && string(buf.word(k, n-4)) == "city" {
		return k.Cut(0, n-4), false
	}
	if rest := cutStateWords(k, text); len(rest.Runes) > 0 {
		return rest, false
	}
	if !isCJK(k.Runes[len(k.Runes)-1]) {
		return fold.Key{}, false
	}
	for _, suffix := range []string{"联邦共和国", "共和国", "大公国", "王国", "联邦", "国", "市"} {
		n := len(k.Runes) - utf8.RuneCountInString(suffix)
		if n >= 2 && strings.HasSuffix(text, suffix) {
			return k.Cut(0, n), true // names with the suffix are found before
		}
	}
	return fold.Key{}, false
}

// stateWords are the keys of kinds of state in languages that put them after the name, or
// do not write Latin letters; they may stand before the name, too.
var stateWords = [...]string{
	"고ᄋ호ᅡ구ᄀ", "오ᅡᄋ구ᄀ", "республика", "республикасы", "королевство", "република", "краљевина", "королівство", "республіка", "cumhuriyeti",
	"kralligi", "respublikasi", "respublikasy", "جمهوريه", "مملكه", "جمهوري", "הרפובליקה", "ממלכת", "गणराज्य", "प्रजातन्त्र", "প্রজাতন্ত্র", "ഗണരാജ്യം",
	"രാജ്യം", "ಗಣರಾಜ್ಯ", "ଗଣତନ୍ତ୍ର", "நாடு", "குடியரசு", "vabariik", "kuningriik", "tasavalta", "koztarsasag", "kiralysag", "republikken", "republiken",
	"republika", "republikk", "kralovstvi", "kralovstvo", "kraljevina", "δημοκρατια", "βασιλειο", "conghoa", "vuongquoc", "ประเทศ", "ປະເທດ", "နိုင်ငံ",
	"ប្រទេស",
}

// cutStateWords returns the key k of a text without one of [stateWords] at its beginning or
// end, and without an article at its end: "Suisse (la)". The rest is empty if there is none.
func cutStateWords(k *fold.Key, text string) (rest fold.Key) {
	from, end := 0, len(k.Runes)
	last := end - 1
	for last > 0 && !k.Start[last] {
		last--
	}
	var buf asciiWord
	if w := buf.word(k, last); last > 0 && (isArticle(w) || isOf(w)) {
		end = last
	}
	for i := end; i < len(k.Runes); i++ {
		text = text[:len(text)-utf8.RuneLen(k.Runes[i])]
	}
	for _, word := range stateWords {
		begins, ends := strings.HasPrefix(text, word), strings.HasSuffix(text, word)
		if !begins && !ends {
			continue
		}
		n := utf8.RuneCountInString(word)
		if n+1 >= end {
			continue
		}
		unspaced := scriptOf(k.Runes[0]) == unparted
		switch {
		case begins && (k.Start[n] || unspaced):
			from = n
		case ends && (k.Start[end-n] || unspaced):
			end -= n
		default:
			continue
		}
		break
	}
	if from == 0 && end == len(k.Runes) {
		return fold.Key{}
	}
	return k.Cut(from, end)
}

// onlyStopwords reports whether all words of k are stopwords.
func onlyStopwords(k *fold.Key) bool {
	var buf asciiWord
	for i := 0; i < len(k.Runes); i = k.Word(i) {
		if w := buf.word(k, i); !isStateQualifier(w) && !isOf(w) && !isArticle(w) {
			return false
		}
	}
	return len(k.Runes) > 0
}

// asciiWord holds a word to compare with the stopwords.
type asciiWord [16]byte

// word returns the word of k that begins at rune i when it can be a stopword, which
// is short and ASCII; else nil.
func (w *asciiWord) word(k *fold.Key, i int) []byte {
	rs := k.Runes[i:k.Word(i)]
	if len(rs) > len(w) {
		return nil
	}
	for j, r := range rs {
		if r >= utf8.RuneSelf {
			return nil
		}
		w[j] = byte(r)
	}
	return w[:len(rs)]
}

// hasElidedArticle reports whether a query begins with an article and an apostrophe:
// l'Italie.
func hasElidedArticle(typed string) bool {
	typed = strings.TrimSpace(typed)
	return len(typed) > 2 && (typed[0]|0x20 == 'l' || typed[0]|0x20 == 'd') && (typed[1] == '\'' || strings.HasPrefix(typed[1:], "’"))
}

// isArticle reports whether a word is an article in a language with Latin letters.
func isArticle(w []byte) bool {
	switch string(w) {
	case "the", "la", "le", "les", "el", "los", "las", "il", "lo", "gli", "i", "o", "a", "os", "as", "der", "die", "das", "den", "het", "de":
		return true
	}
	return false
}

// isOf reports whether a word stands between a kind of state and its name.
func isOf(w []byte) bool {
	switch string(w) {
	case "of", "de", "du", "des", "d", "di", "del", "della", "do", "da", "dos", "von", "van":
		return true
	}
	return false
}

// isStateWord reports whether a folded word is a kind of state.
func isStateWord(w []byte) bool {
	switch string(w) {
	case "republic", "kingdom", "state", "states", "commonwealth", "principality", "duchy", "sultanate", "emirate", "union", "federation", "island", "islands", "province", "territory", "region",
		"republica", "republique", "republik", "repubblica", "republiek", "reino", "royaume", "regno", "konigreich", "koninkrijk", "estado", "etat", "stato", "staat",
		"principado", "principaute", "principato", "furstentum", "ile", "iles", "isla", "islas", "isola", "isole", "ilha", "ilhas", "insel", "inseln":
		return true
	}
	return false
}

// isStateQualifier reports whether a folded word is a kind of state, or describes
// one.
func isStateQualifier(w []byte) bool {
	switch string(w) {
	case "federal", "federative", "socialist", "islamic", "arab", "united", "grand", "independent",
		"oriental", "plurinational", "bolivarian", "hashemite", "cooperative", "sovereign", "former", "yugoslav",
		"federativa", "federale", "bolivariana":
		return true
	}
	return isStateWord(w)
}
