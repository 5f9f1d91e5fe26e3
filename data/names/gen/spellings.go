package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"voxatlas/data/names"
	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// spellingSet collects the spellings other than those of the table, one per place and key.
type spellingSet struct {
	lines map[placeKey]spellingLine
	order int
}

// placeKey identifies a spelling: a place, and a key without blanks.
type placeKey struct{ iso2, key string }

// spellingLine is a line of the spelling table.
type spellingLine struct {
	names.Spelling
	keyText string // with blanks between words
	order   int    // when it was added; -1 for a text that the table has
}

// newSpellingSet returns a set without spellings that refuses the names, aliases and
// codes of the table.
func newSpellingSet(rows []*territory) *spellingSet {
	s := &spellingSet{lines: map[placeKey]spellingLine{}}
	for _, r := range rows {
		known := append([]string{r.iso2, r.iso3}, r.names...)
		for _, a := range r.aliases {
			known = append(known, a.text)
		}
		for _, text := range known {
			s.lines[placeKey{r.iso2, fold.Of(text).Text()}] = spellingLine{order: -1}
		}
	}
	return s
}

// addSpelling adds a spelling, unless the place has one with the same key and an earlier
// kind. A demonym is added to a name of the table, too, so that it is known to be one.
func (s *spellingSet) addSpelling(kind names.Kind, lang, iso2, text string) {
	s.add(names.Spelling{ISO2: iso2, Kind: kind, Lang: model.Lang(lang), Text: text})
}

// add adds a spelling as addSpelling does.
func (s *spellingSet) add(spelling names.Spelling) {
	spelling.Text = norm.NFC.String(spelling.Text)
	words := spelling.Fold().Words()
	at := placeKey{spelling.ISO2, strings.ReplaceAll(words, " ", "")}
	if at.key == "" {
		return
	}
	if old, ok := s.lines[at]; ok && (old.order < 0 && spelling.Kind != names.Demonym || old.order >= 0 && old.Kind <= spelling.Kind) {
		return
	}
	s.order++
	s.lines[at] = spellingLine{spelling, words, s.order}
}

// markVariants marks the names in other languages beside which the place has a more usual
// one in the same language, as CLDR has it.
func (s *spellingSet) markVariants(c *cldrData) {
	for at, l := range s.lines {
		if l.order < 0 || l.Kind != names.OtherLanguage {
			continue
		}
		locale := string(l.Lang)
		usual := c.usualName(locale, at.iso2)
		for usual == "" && strings.Contains(locale, "-") { // a script or region is left out
			locale = locale[:strings.LastIndexByte(locale, '-')]
			usual = c.usualName(locale, at.iso2)
		}
		l.Variant = usual != "" && !slices.Contains([]string{usual, writeUmlauts(locale, usual), writeIslands(usual)}, l.Text)
		s.lines[at] = l
	}
}

// writeFiles writes the spellings and their keys, a line each, sorted by the keys
// without their blanks.
func (s *spellingSet) writeFiles(spellings, keys string) error {
	var all []spellingLine
	for _, l := range s.lines {
		if l.order >= 0 {
			all = append(all, l)
		}
	}
	slices.SortFunc(all, func(a, b spellingLine) int {
		return cmp.Or(
			strings.Compare(strings.ReplaceAll(a.keyText, " ", ""), strings.ReplaceAll(b.keyText, " ", "")),
			strings.Compare(a.ISO2, b.ISO2), cmp.Compare(a.Kind, b.Kind))
	})
	var texts, keyLines strings.Builder
	for _, l := range all {
		if strings.Contains(l.Text, "\n") || strings.Contains(string(l.Lang), " ") {
			return fmt.Errorf("%s: %q holds a separator", l.ISO2, l.Text)
		}
		texts.WriteString(l.String() + "\n")
		keyLines.WriteString(l.keyText + "\n")
	}
	if err := os.WriteFile(spellings, []byte(texts.String()), 0o644); err != nil {
		return err
	}
	return os.WriteFile(keys, []byte(keyLines.String()), 0o644)
}

// languageTable returns the names of the languages of all spellings, a line each: the
// tag, and the name in each language of the table. The first line names these.
func (s *spellingSet) languageTable(c *cldrData) string {
	tags := map[string]bool{}
	for _, l := range s.lines {
		if l.order >= 0 {
			tags[string(l.Lang)] = true
		}
	}
	var b strings.Builder
	b.WriteString("tag")
	for _, l := range tableLangs() {
		b.WriteString("|" + l.tag)
	}
	b.WriteString("\n")
	for _, tag := range sortedKeys(tags) {
		b.WriteString(tag)
		for _, l := range tableLangs() {
			name := c.languages[l.tag][tag]
			for base := tag; name == "" && strings.Contains(base, "-"); { // a script or region is left out
				base = base[:strings.LastIndexByte(base, '-')]
				name = c.languages[l.tag][base]
			}
			b.WriteString("|" + cmp.Or(name, c.languages["en"][tag], tag))
		}
		b.WriteString("\n")
	}
	return b.String()
}
