// Browsertest prints the keys that package fold makes of texts, as JSON, for the tests of
// the page in a browser: page.test.mjs. The texts are every character of Unicode that Go
// knows, and every name, alias, code and spelling of a place.
package main

import (
	"fmt"
	"os"
	"unicode"

	"github.com/go-json-experiment/json"

	"voxatlas/data/names"
	"voxatlas/data/names/fold"
)

// folded is a text with its key.
type folded struct {
	Text  string `json:"text"`
	Words string `json:"words"` // see [fold.Key.Words]
}

// named is a folded text that names a place.
type named struct {
	folded
	ISO2 string `json:"iso2"`
	Kind string `json:"kind"` // name, alias, code or spelling
}

func main() {
	out := struct {
		Characters []folded `json:"characters"`
		Names      []named  `json:"names"`
	}{characters(), allNames()}
	if err := json.MarshalWrite(os.Stdout, out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func keyOf(text string) folded { return folded{text, fold.Of(text).Words()} }

// characters folds every assigned character between letters, and between kana and marks.
func characters() []folded {
	var list []folded
	for r := rune(1); r <= unicode.MaxRune; r++ {
		if !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cc, unicode.Cf) {
			continue
		}
		for _, pattern := range []string{"a%cb", "カ%c\u0301\u3099ו"} {
			list = append(list, keyOf(fmt.Sprintf(pattern, r)))
		}
	}
	return list
}

// allNames folds every text that names a place.
func allNames() []named {
	var list []named
	for e := range names.All() {
		add := func(kind, text string) { list = append(list, named{keyOf(text), e.ISO2, kind}) }
		for _, name := range e.Names.All() {
			add("name", name)
		}
		for a := range e.Aliases.Values() {
			add("alias", a.Text)
		}
		for _, code := range append([]string{e.ISO2, e.ISO3, e.Numeric}, e.Dial.Slice()...) {
			add("code", code)
		}
	}
	table := names.Spellings()
	for i := range table.Len() {
		s := table.At(i)
		if s.Kind != names.Initials && s.Kind != names.Choseong { // these are found by their initials
			list = append(list, named{keyOf(s.Text), s.ISO2, "spelling"})
		}
	}
	return list
}
