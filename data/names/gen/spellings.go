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

// world collects what places are called beyond the table: every spelling once
// per place, by the key that finds it.
type world struct {
	lines map[spot]line
	order int
}

// spot is what must be unique: a place and a key without blanks.
type spot struct{ iso2, key string }

type line struct {
	names.Spelling
	words string // the key
	order int    // of the first who came
}

// newWorld is a world that leaves out what the rows of the table have already:
// names, aliases and codes.
func newWorld(rows []*row) *world {
	w := &world{lines: map[spot]line{}}
	for _, r := range rows {
		known := append([]string{r.iso2, r.iso3}, r.names...)
		for _, a := range r.aliases {
			known = append(known, a.text)
		}
		for _, s := range known {
			w.lines[spot{r.iso2, fold.Of(s).Text()}] = line{order: -1}
		}
	}
	return w
}

// add adds a spelling, unless the place has one with its key.
func (w *world) add(kind names.Kind, lang, iso2, text string) {
	s := names.Spelling{ISO2: iso2, Kind: kind, Lang: model.Lang(lang), Text: norm.NFC.String(text)}
	words := s.Fold().Words()
	at := spot{iso2, strings.ReplaceAll(words, " ", "")}
	if at.key == "" {
		return
	}
	if old, ok := w.lines[at]; ok && (old.order < 0 || old.Kind <= kind) {
		return
	}
	w.order++
	w.lines[at] = line{s, words, w.order}
}

// write writes the spellings and their keys, a line each, in the order of the
// keys without their blanks.
func (w *world) write(spellings, keys string) error {
	var all []line
	for _, l := range w.lines {
		if l.order >= 0 {
			all = append(all, l)
		}
	}
	slices.SortFunc(all, func(a, b line) int {
		return cmp.Or(
			strings.Compare(strings.ReplaceAll(a.words, " ", ""), strings.ReplaceAll(b.words, " ", "")),
			strings.Compare(a.ISO2, b.ISO2), cmp.Compare(a.Kind, b.Kind))
	})
	var s, k strings.Builder
	for _, l := range all {
		if strings.Contains(l.Text, "\n") || strings.Contains(string(l.Lang), " ") {
			return fmt.Errorf("%s: %q holds a separator", l.ISO2, l.Text)
		}
		s.WriteString(l.String() + "\n")
		k.WriteString(l.words + "\n")
	}
	if err := os.WriteFile(spellings, []byte(s.String()), 0o644); err != nil {
		return err
	}
	return os.WriteFile(keys, []byte(k.String()), 0o644)
}

// languages returns the names of all languages of the spellings, a line each: the
// tag, and the name in each language of the table. The first line names these.
func (w *world) languages(c *cldr) string {
	tags := map[string]bool{}
	for _, l := range w.lines {
		if l.order >= 0 {
			tags[string(l.Lang)] = true
		}
	}
	var b strings.Builder
	b.WriteString("tag")
	for _, l := range langs() {
		b.WriteString("|" + l.tag)
	}
	b.WriteString("\n")
	for _, tag := range sortedKeys(tags) {
		b.WriteString(tag)
		for _, l := range langs() {
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
