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
func rowOf(key string) meaning { return meaning("row." + key) }

// vocabulary is what the wordings of one language, and of English, say.
type vocabulary struct {
	lang    string // of the file; "en" when there is none for the page's locale
	phrases map[meaning][]phrase
}

type phrase struct {
	bare string
	raw  string // for a wording without letters
	slip bool   // a known mistranslation
}

// vocabularies reads the files of words/ as they are needed.
type vocabularies struct{ read map[string]*vocabulary }

// of is the vocabulary of a locale, as "zh-TW"; English where there is none.
func (vs *vocabularies) of(locale string) *vocabulary {
	file := "en"
	entries, err := wordFiles.ReadDir("words")
	if err != nil {
		entries = nil // cannot be: the folder is embedded
	}
	language, _, _ := strings.Cut(strings.ToLower(locale), "-")
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".txt")
		own, region, _ := strings.Cut(strings.ToLower(name), "-")
		if strings.EqualFold(name, locale) || own == language && (language != "zh" || chinese(locale) == region) {
			file = name
		}
	}
	if v, ok := vs.read[file]; ok {
		return v
	}
	v := &vocabulary{file, map[meaning][]phrase{}}
	v.add("en")
	if file != "en" {
		v.add(file)
	}
	if vs.read == nil {
		vs.read = map[string]*vocabulary{}
	}
	vs.read[file] = v
	return v
}

// chinese is the region whose script a Chinese locale has.
func chinese(locale string) string {
	switch l := strings.ToLower(locale); {
	case strings.Contains(l, "tw"), strings.Contains(l, "hk"), strings.Contains(l, "mo"), strings.Contains(l, "hant"):
		return "tw"
	}
	return "cn"
}

func (v *vocabulary) add(file string) {
	b, err := wordFiles.ReadFile("words/" + file + ".txt")
	if err != nil {
		return // cannot be: it was listed
	}
	for line := range strings.Lines(string(b)) {
		name, list, ok := strings.Cut(line, " = ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		name, slip := strings.CutSuffix(name, "~")
		for wording := range strings.SplitSeq(list, " | ") {
			wording = strings.TrimSpace(wording)
			v.phrases[meaning(name)] = append(v.phrases[meaning(name)], phrase{bare(wording), wording, slip})
		}
	}
}

// clause is how a text begins.
type clause struct {
	says meaning // "" when not understood
	rest string  // what follows
	slip bool    // read from a known mistranslation
}

// begins reads the longest beginning of s that is one of the meanings as a
// whole: all of it, its first sentence or its first clause.
func (v *vocabulary) begins(s string, meanings ...meaning) clause {
	for _, end := range longestFirst(heads(s)) {
		for _, m := range meanings {
			if ok, slip := v.is(s[:end], m); ok {
				return clause{m, strings.TrimLeft(s[end:], " \n.。．,，、;；:：!！"), slip}
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
func (v *vocabulary) is(s string, m meaning) (ok, slip bool) {
	b, raw := bare(s), strings.TrimSpace(s)
	for _, p := range v.phrases[m] {
		if p.bare != "" && p.bare == b || p.bare == "" && p.raw == raw {
			return true, p.slip
		}
	}
	return false, false
}

// says reports whether m stands somewhere in s: anywhere, since machines join
// and part words, but for the shortest wordings, as "U.S.", which other words
// hold.
func (v *vocabulary) says(s string, m meaning) bool {
	b := bare(s)
	for _, p := range v.phrases[m] {
		switch {
		case p.bare == "":
		case len(p.bare) <= 3 && p.bare[0] < 0x80:
			if hasWord(s, p.raw) {
				return true
			}
		case strings.Contains(b, p.bare):
			return true
		}
	}
	return false
}

// word reports whether a wording of m stands in s as a word, or as part of a text
// without blanks between words.
func (v *vocabulary) word(s string, m meaning) bool {
	for _, p := range v.phrases[m] {
		if hasWord(strings.ToLower(s), strings.ToLower(p.raw)) {
			return true
		}
	}
	return false
}

// hasWord reports whether word stands in s between what are no letters, or
// anywhere when it is written without blanks, as Chinese is.
func hasWord(s, word string) bool {
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
func (v *vocabulary) lacking(s string, m meaning) string {
	b := bare(s)
	for _, p := range v.phrases[m] {
		b = strings.ReplaceAll(b, p.bare, " ")
	}
	return b
}
