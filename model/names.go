package model

import (
	"iter"
	"slices"
	"strings"
)

// Lang is a language as a BCP 47 tag, as "zh-TW" or "en".
type Lang string

// English is the language that every name in the atlas has, and that stands in for
// any other.
const English Lang = "en"

// Names is a text in several languages, immutable: in the languages that it lists,
// and in those of its translator. The zero value is no text.
type Names struct {
	texts      []LangText // sorted by language
	translator Translator // nil for none
}

// A Translator has the text of some [Names] in further languages. It must not
// change, and be safe for use by any number of goroutines.
type Translator interface {
	Translate(Lang) (text string, ok bool)
}

// LangText is a text and its language.
type LangText struct {
	Lang Lang
	Text string
}

// NamesOf copies m into Names.
func NamesOf(m map[Lang]string) Names {
	var n Names
	for lang, text := range m {
		if text != "" {
			n.texts = append(n.texts, LangText{lang, text})
		}
	}
	slices.SortStableFunc(n.texts, func(a, b LangText) int { return strings.Compare(string(a.Lang), string(b.Lang)) })
	return n
}

// NamesOver makes Names of texts without a copy. They must be sorted by language, each
// with a text, and never change.
func NamesOver(texts []LangText) Names { return Names{texts: texts} }

// WithTranslator returns n with a translator for the languages that it does not list.
func (n Names) WithTranslator(t Translator) Names { return Names{n.texts, t} }

// In returns the text in lang, listed or translated; else in English, else in the
// first language listed, else "".
func (n Names) In(lang Lang) string {
	fallback := ""
	for i, p := range n.texts {
		switch {
		case p.Lang == lang:
			return p.Text
		case p.Lang == English, i == 0:
			fallback = p.Text
		}
	}
	if n.translator != nil {
		if text, ok := n.translator.Translate(lang); ok {
			return text
		}
	}
	return fallback
}

// Has reports whether n lists a text in exactly lang.
func (n Names) Has(lang Lang) bool {
	return slices.ContainsFunc(n.texts, func(p LangText) bool { return p.Lang == lang })
}

// Len returns the number of languages listed.
func (n Names) Len() int { return len(n.texts) }

// Equal reports whether n and other list the same texts in the same languages.
func (n Names) Equal(other Names) bool { return slices.Equal(n.texts, other.texts) }

// All yields the languages listed, sorted, and their texts.
func (n Names) All() iter.Seq2[Lang, string] {
	return func(yield func(Lang, string) bool) {
		for _, p := range n.texts {
			if !yield(p.Lang, p.Text) {
				return
			}
		}
	}
}

// Map returns the listed texts as a map; nil when empty.
func (n Names) Map() map[Lang]string {
	if len(n.texts) == 0 {
		return nil
	}
	m := make(map[Lang]string, len(n.texts))
	for _, p := range n.texts {
		m[p.Lang] = p.Text
	}
	return m
}
