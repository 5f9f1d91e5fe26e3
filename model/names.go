package model

import (
	"iter"
	"slices"
	"strings"
)

// Lang is a language as a BCP 47 tag, as "zh-TW" or "en".
type Lang string

// The languages that every name in the atlas has.
const (
	English            Lang = "en"
	TraditionalChinese Lang = "zh-TW"
)

// Names is a text in several languages, immutable. The zero value is no text.
type Names struct{ pairs []langText }

type langText struct {
	lang Lang
	text string
}

// NamesOf copies m into Names.
func NamesOf(m map[Lang]string) Names {
	var n Names
	for lang, text := range m {
		if text != "" {
			n.pairs = append(n.pairs, langText{lang, text})
		}
	}
	slices.SortFunc(n.pairs, func(a, b langText) int { return strings.Compare(string(a.lang), string(b.lang)) })
	return n
}

// In returns the text in lang, else in English, else in the first language of n,
// else "".
func (n Names) In(lang Lang) string {
	fallback := ""
	for i, p := range n.pairs {
		switch {
		case p.lang == lang:
			return p.text
		case p.lang == English, i == 0:
			fallback = p.text
		}
	}
	return fallback
}

// Has reports whether there is a text in exactly lang.
func (n Names) Has(lang Lang) bool {
	return slices.ContainsFunc(n.pairs, func(p langText) bool { return p.lang == lang })
}

// Len returns the number of languages.
func (n Names) Len() int { return len(n.pairs) }

// All yields the languages, sorted, and their texts.
func (n Names) All() iter.Seq2[Lang, string] {
	return func(yield func(Lang, string) bool) {
		for _, p := range n.pairs {
			if !yield(p.lang, p.text) {
				return
			}
		}
	}
}

// Map returns a copy of n as a map; nil when empty.
func (n Names) Map() map[Lang]string {
	if len(n.pairs) == 0 {
		return nil
	}
	m := make(map[Lang]string, len(n.pairs))
	for _, p := range n.pairs {
		m[p.lang] = p.text
	}
	return m
}
