package importer

import (
	"embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed words/*.txt
var wordFiles embed.FS

// meaning is what a wording says; the names are those of words/LANG.txt.
type meaning string

// The meanings that are the whole of a clause.
const (
	yes           meaning = "yes"
	no            meaning = "no"
	available     meaning = "available"
	notAvailable  meaning = "not_available"
	notApplicable meaning = "not_applicable"
	notSupported  meaning = "not_supported"
	supported     meaning = "supported"
)

// The meanings that stand somewhere in a text.
const (
	perMinute        meaning = "per_minute"
	credits          meaning = "credits"
	needs            meaning = "needs"
	unneeded         meaning = "unneeded"
	partial          meaning = "partial"
	nonGeographic    meaning = "non_geographic"
	onRequest        meaning = "on_request"
	abroadOnly       meaning = "abroad_only"
	notFromChina     meaning = "not_from_china"
	localsOnly       meaning = "locals_only"
	inCountryOnly    meaning = "in_country_only"
	otherCities      meaning = "other_cities"
	limited          meaning = "limited"
	whicheverFirst   meaning = "first"
	domestic         meaning = "domestic"
	international    meaning = "international"
	payAsYouGo       meaning = "pay_as_you_go"
	french           meaning = "french"
	canada           meaning = "canada"
	unitedStates     meaning = "united_states"
	share            meaning = "share"
	policy           meaning = "policy"
	tenant           meaning = "tenant"
	conferencingOnly meaning = "conferencing_only"
)

// rowOf is the meaning of the label of a row.
func rowMeaning(key string) meaning { return meaning("row." + key) }

// vocabulary is what the wordings of one language, and of English, say.
type vocabulary struct {
	lang    string // of the file; "en" when there is none for the page's locale
	phrases map[meaning][]phrase
}

type phrase struct {
	normalized    string
	written       string // for a wording without letters
	mistranslated bool   // a known mistranslation
}

// vocabularies reads the files of words/ as they are needed.
type vocabularies struct{ loaded map[string]*vocabulary }

// of is the vocabulary of a locale, as "zh-TW"; English where there is none.
func (vs *vocabularies) forLocale(locale string) *vocabulary {
	file := "en"
	entries, err := wordFiles.ReadDir("words")
	if err != nil {
		entries = nil // cannot be: the folder is embedded
	}
	language, _, _ := strings.Cut(strings.ToLower(locale), "-")
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".txt")
		own, region, _ := strings.Cut(strings.ToLower(name), "-")
		if strings.EqualFold(name, locale) || own == language && (language != "zh" || chineseRegion(locale) == region) {
			file = name
		}
	}
	if v, ok := vs.loaded[file]; ok {
		return v
	}
	v := &vocabulary{file, map[meaning][]phrase{}}
	v.addFile("en")
	if file != "en" {
		v.addFile(file)
	}
	if vs.loaded == nil {
		vs.loaded = map[string]*vocabulary{}
	}
	vs.loaded[file] = v
	return v
}

// chinese is the region whose script a Chinese locale has.
func chineseRegion(locale string) string {
	switch l := strings.ToLower(locale); {
	case strings.Contains(l, "tw"), strings.Contains(l, "hk"), strings.Contains(l, "mo"), strings.Contains(l, "hant"):
		return "tw"
	}
	return "cn"
}

func (v *vocabulary) addFile(file string) {
	b, err := wordFiles.ReadFile("words/" + file + ".txt")
	if err != nil {
		return // cannot be: it was listed
	}
	for line := range strings.Lines(string(b)) {
		name, list, ok := strings.Cut(line, " = ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		name, mistranslated := strings.CutSuffix(name, "~")
		for wording := range strings.SplitSeq(list, " | ") {
			wording = strings.TrimSpace(wording)
			v.phrases[meaning(name)] = append(v.phrases[meaning(name)], phrase{normalize(wording), wording, mistranslated})
		}
	}
}

// clause is how a text begins.
type clause struct {
	meaning       meaning // "" when not understood
	rest          string  // what follows
	mistranslated bool    // read from a known mistranslation
}

// begins reads the longest beginning of s that is one of the meanings as a
// whole: all of it, its first sentence or its first clause.
func (v *vocabulary) readClause(s string, meanings ...meaning) clause {
	for _, end := range longestFirst(clauseEnds(s)) {
		for _, m := range meanings {
			if ok, mistranslated := v.matches(s[:end], m); ok {
				return clause{m, strings.TrimLeft(s[end:], " \n.。．,，、;；:：!！"), mistranslated}
			}
		}
	}
	return clause{}
}

// longestFirst is ends with the shorter ones last: heads lists the whole text,
// then ever longer beginnings.
func longestFirst(ends []int) []int {
	sorted := []int{ends[0]}
	for i := len(ends) - 1; i > 0; i-- {
		sorted = append(sorted, ends[i])
	}
	return sorted
}

// is reports whether s as a whole says m.
func (v *vocabulary) matches(s string, m meaning) (ok, mistranslated bool) {
	b, raw := normalize(s), strings.TrimSpace(s)
	for _, p := range v.phrases[m] {
		if p.normalized != "" && p.normalized == b || p.normalized == "" && p.written == raw {
			return true, p.mistranslated
		}
	}
	return false, false
}

// says reports whether m stands somewhere in s: anywhere, since machines join
// and part words, but for the shortest wordings, as "U.S.", which other words
// hold.
func (v *vocabulary) mentions(s string, m meaning) bool {
	b := normalize(s)
	for _, p := range v.phrases[m] {
		switch {
		case p.normalized == "":
		case len(p.normalized) <= 3 && p.normalized[0] < 0x80:
			if containsWord(s, p.written) {
				return true
			}
		case strings.Contains(b, p.normalized):
			return true
		}
	}
	return false
}

// word reports whether a wording of m stands in s as a word, or as part of a text
// without blanks between words.
func (v *vocabulary) mentionsWord(s string, m meaning) bool {
	for _, p := range v.phrases[m] {
		if containsWord(strings.ToLower(s), strings.ToLower(p.written)) {
			return true
		}
	}
	return false
}

// hasWord reports whether word stands in s between what are no letters, or
// anywhere when it is written without blanks, as Chinese is.
func containsWord(s, word string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], word)
		if i < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(s[:from+i])
		after, _ := utf8.DecodeRuneInString(s[from+i+len(word):])
		first, _ := utf8.DecodeRuneInString(word)
		if unicode.In(first, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) || !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		from += i + len(word)
	}
}

// lacking is the letters of s without what says m.
func (v *vocabulary) withoutMeaning(s string, m meaning) string {
	b := normalize(s)
	for _, p := range v.phrases[m] {
		b = strings.ReplaceAll(b, p.normalized, " ")
	}
	return b
}
