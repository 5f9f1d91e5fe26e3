package importer

import (
	"embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed words/*.txt
var wordFiles embed.FS

// vocabulary holds the wordings of one language and of English, by meaning.
type vocabulary struct {
	lang    string // of the file; "en" when there is none for the page's locale
	phrases map[meaning][]phrase
	learned func() learnedNames // of cities
}

// phrase is one wording.
type phrase struct {
	normalized    string
	written       string // compared for a wording without letters
	mistranslated bool   // says something else, and is known to mean this
	own           bool   // of the vocabulary's language, not of English within another
	tokens        tokens
}

// vocabularies loads the files of words/ when they are first needed.
type vocabularies struct{ loaded map[string]*vocabulary }

// languageFile returns the name of the file of words for a locale; false without one.
func languageFile(locale string) (file string, ok bool) {
	language, _, _ := strings.Cut(strings.ToLower(locale), "-")
	for _, name := range languageFiles() {
		own, region, _ := strings.Cut(strings.ToLower(name), "-")
		if strings.EqualFold(name, locale) || own == language && (language != "zh" || chineseRegion(locale) == region) {
			file, ok = name, true
		}
	}
	return file, ok
}

// languageFiles lists the names of the files of words, as "zh-TW".
func languageFiles() []string {
	entries, err := wordFiles.ReadDir("words")
	if err != nil {
		return nil // cannot be: the folder is embedded
	}
	var files []string
	for _, e := range entries {
		files = append(files, strings.TrimSuffix(e.Name(), ".txt"))
	}
	return files
}

// load returns the vocabulary of a file, with the English one in it.
func (vs *vocabularies) load(file string) *vocabulary {
	if v, ok := vs.loaded[file]; ok {
		return v
	}
	v := &vocabulary{file, map[meaning][]phrase{}, learnedIn(file)}
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

// chineseRegion returns the region, "tw" or "cn", with the script of a Chinese
// locale.
func chineseRegion(locale string) string {
	switch l := strings.ToLower(locale); {
	case strings.Contains(l, "tw"), strings.Contains(l, "hk"), strings.Contains(l, "mo"), strings.Contains(l, "hant"):
		return "tw"
	}
	return "cn"
}

// addFile adds the wordings of a file of words/.
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
		m := meaning(name)
		for wording := range strings.SplitSeq(list, m.separator()) {
			wording = strings.TrimSpace(wording)
			t := tokenize(wording)
			t.stem = !m.isWhole()
			v.phrases[m] = append(v.phrases[m], phrase{normalize(wording), wording, mistranslated, file == v.lang, t})
		}
	}
}

// clause is the answer at the beginning of a text.
type clause struct {
	meaning       meaning // "" when not understood
	rest          string  // the text after it
	mistranslated bool    // read from a known mistranslation
}

// readClause reads the longest beginning of s that has one of the meanings as a
// whole: all of s, its first sentence or its first clause.
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

// longestFirst reverses the ends of clauseEnds after the first, which is the
// end of the text.
func longestFirst(ends []int) []int {
	sorted := []int{ends[0]}
	for i := len(ends) - 1; i > 0; i-- {
		sorted = append(sorted, ends[i])
	}
	return sorted
}

// matches reports whether s as a whole means m, and whether by a known
// mistranslation.
func (v *vocabulary) matches(s string, m meaning) (ok, mistranslated bool) {
	b, raw := normalize(s), strings.TrimSpace(s)
	for _, p := range v.phrases[m] {
		if p.normalized != "" && p.normalized == b || p.normalized == "" && p.written == raw {
			return true, p.mistranslated
		}
	}
	return false, false
}

// mentions reports whether a wording of m is in s. It may be within a word,
// since translation joins and splits words; but the shortest wordings, as
// "U.S.", must be whole words.
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

// mentionsWord reports whether a wording of m is in s as a word, or as part of
// a text without spaces.
func (v *vocabulary) mentionsWord(s string, m meaning) bool {
	for _, p := range v.phrases[m] {
		if containsWord(strings.ToLower(s), strings.ToLower(p.written)) {
			return true
		}
	}
	return false
}

// containsWord reports whether word is in s with no letter before and after. A
// word of a script without spaces may be anywhere.
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

// withoutMeaning returns the letters of s without the wordings of m.
func (v *vocabulary) withoutMeaning(s string, m meaning) string {
	b := normalize(s)
	for _, p := range v.phrases[m] {
		b = strings.ReplaceAll(b, p.normalized, " ")
	}
	return b
}
