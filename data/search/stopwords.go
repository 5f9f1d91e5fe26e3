package search

import (
	"strings"
	"unicode/utf8"

	"voxatlas/data/names/fold"
)

// withoutNoise is the query k, typed so, without words that say only that something
// is a country ("the", "federal republic of", "royaume de", 共和國), when it has such
// words and others. They may be part of a name too (美國), so this counts only where
// it finds better hits than k: "the uk" is not The Ukraine, and 日本國 is 日本. It is
// mere noise when only an article is gone. What tells two countries apart is none:
// Korea and the Congo are democratic, or not.
func withoutNoise(k *fold.Key, typed string) (rest fold.Key, mere bool) {
	var room wordRoom
	at, state := 0, false
	mere = true
	for at < len(k.Runes) {
		w := room.word(k, at)
		if noise := article(w) || state && of(w) || qualifies(w); !noise {
			break
		}
		state = state || stateWord(w)
		mere = mere && article(w)
		at = k.Word(at)
	}
	if at == 0 && len(k.Runes) > 1 && elided(typed) {
		at = 1
	}
	if at > 0 && at < len(k.Runes) {
		return k.Cut(at, len(k.Runes)), mere
	}
	if n := len(k.Runes); n > 4 && k.Start[n-4] && string(room.word(k, n-4)) == "city" {
		return k.Cut(0, n-4), false
	}
	if !dense(k.Runes[len(k.Runes)-1]) {
		return fold.Key{}, false
	}
	text := k.Text()
	for _, suffix := range []string{"联邦共和国", "共和国", "大公国", "王国", "联邦", "国", "市"} {
		n := len(k.Runes) - utf8.RuneCountInString(suffix)
		if n >= 2 && strings.HasSuffix(text, suffix) {
			return k.Cut(0, n), true // exact names come before it anyway
		}
	}
	return fold.Key{}, false
}

// onlyNoise reports whether k has no other words than those that may be noise.
func onlyNoise(k *fold.Key) bool {
	var room wordRoom
	for i := 0; i < len(k.Runes); i = k.Word(i) {
		if w := room.word(k, i); !qualifies(w) && !of(w) && !article(w) {
			return false
		}
	}
	return len(k.Runes) > 0
}

// A wordRoom is room for a word that may be noise.
type wordRoom [16]byte

// word is the word of k that begins at rune i, if it is one that may be noise:
// short and of ASCII letters; else nothing.
func (b *wordRoom) word(k *fold.Key, i int) []byte {
	rs := k.Runes[i:k.Word(i)]
	if len(rs) > len(b) {
		return nil
	}
	for j, r := range rs {
		if r >= utf8.RuneSelf {
			return nil
		}
		b[j] = byte(r)
	}
	return b[:len(rs)]
}

// elided reports whether an article stands before an apostrophe: l'Italie.
func elided(typed string) bool {
	typed = strings.TrimSpace(typed)
	return len(typed) > 2 && (typed[0]|0x20 == 'l' || typed[0]|0x20 == 'd') && (typed[1] == '\'' || strings.HasPrefix(typed[1:], "’"))
}

// article reports whether a word is an article in a language of Latin letters.
func article(w []byte) bool {
	switch string(w) {
	case "the", "la", "le", "les", "el", "los", "las", "il", "lo", "gli", "i", "o", "a", "os", "as", "der", "die", "das", "den", "het", "de":
		return true
	}
	return false
}

// of reports whether a word stands between a kind of state and its name.
func of(w []byte) bool {
	switch string(w) {
	case "of", "de", "du", "des", "d", "di", "del", "della", "do", "da", "dos", "von", "van":
		return true
	}
	return false
}

// stateWord reports whether a word is a kind of state, in folded letters.
func stateWord(w []byte) bool {
	switch string(w) {
	case "republic", "kingdom", "state", "states", "commonwealth", "principality", "duchy", "sultanate", "emirate", "union", "federation", "island", "islands",
		"republica", "republique", "republik", "repubblica", "republiek", "reino", "royaume", "regno", "konigreich", "koninkrijk", "estado", "etat", "stato", "staat",
		"principado", "principaute", "principato", "furstentum", "ile", "iles", "isla", "islas", "isola", "isole", "ilha", "ilhas", "insel", "inseln":
		return true
	}
	return false
}

// qualifies reports whether a word is a kind of state or says what kind.
func qualifies(w []byte) bool {
	switch string(w) {
	case "federal", "federative", "socialist", "islamic", "arab", "united", "grand", "independent",
		"oriental", "plurinational", "bolivarian", "hashemite", "cooperative", "sovereign", "former", "yugoslav",
		"federativa", "federale", "bolivariana":
		return true
	}
	return stateWord(w)
}
