// Package assets holds the texts of the interface: one embedded catalog per language,
// each over the complete English one, and the addresses of the documentation. It
// knows keys and texts, but no facts.
//
// A catalog is a text file, assets/lang/TAG.txt:
//
//	# a comment
//	state.yes = Available
//	list.separator = ", "
//	cities[one] = {count} city
//	cities[other] = {count} cities
//	topic.phone_system.text =
//	    A paragraph, on one line.
//
//	    - An item of a list.
//	    - Another.
//
// Blanks around a text are dropped; quotes at both its ends are dropped, too,
// and keep the blanks within. A key with a block, indented by four blanks, has
// several lines; a blank line between two of them is kept. {name} is an
// argument. Forms in brackets are CLDR plural categories of the argument count.
//
// The links stand in assets/links.txt, for all languages at once: see [Links].
package assets

import (
	"embed"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

//go:embed lang/*.txt
var catalogFiles embed.FS

// Catalog holds the texts of one language. It reads its file as far as texts are
// asked for. Any number of goroutines may use it.
type Catalog struct {
	lang     string // BCP 47 tag
	tag      func() language.Tag
	own      *textFile
	fallback *Catalog // English, or nil for English itself
}

// Langs lists the languages that have a catalog, as BCP 47 tags: English first,
// the others sorted.
func Langs() []string {
	entries, err := catalogFiles.ReadDir("lang")
	if err != nil {
		return nil // cannot be: the folder is embedded
	}
	langs := []string{"en"}
	for _, e := range entries {
		if tag, ok := strings.CutSuffix(e.Name(), ".txt"); ok && tag != "en" {
			langs = append(langs, tag)
		}
	}
	return langs
}

// Catalogs returns the catalogs of all languages, in the order of [Langs]. They share
// the English one.
func Catalogs() []*Catalog {
	english := newCatalog("en", nil)
	all := []*Catalog{english}
	for _, lang := range Langs()[1:] {
		all = append(all, newCatalog(lang, english))
	}
	return all
}

// newCatalog returns the catalog of lang, over fallback.
func newCatalog(lang string, fallback *Catalog) *Catalog {
	open := func() (io.Reader, error) { return catalogFiles.Open("lang/" + lang + ".txt") }
	return &Catalog{lang, sync.OnceValue(func() language.Tag { return language.Make(lang) }), &textFile{open: open}, fallback}
}

// Lang returns the BCP 47 tag of the catalog's language.
func (c *Catalog) Lang() string { return c.lang }

// Text returns the text of key with its arguments filled in. args are pairs of a
// name and a value. Where the language has no text, it returns the English one, else
// the key itself, so that a gap is seen.
func (c *Catalog) Text(key string, args ...any) string {
	for d := c; d != nil; d = d.fallback {
		if text, ok := d.own.text(key); ok {
			return fillArgs(text, args)
		}
	}
	return key
}

// English returns the English text of key; the key itself if there is none.
func (c *Catalog) English(key string) string {
	for c.fallback != nil {
		c = c.fallback
	}
	return c.Text(key)
}

// Has reports whether the catalog's own language has a text for key.
func (c *Catalog) Has(key string) bool {
	_, ok := c.own.text(key)
	return ok
}

// Count returns the text of key in the plural form for n, which is also its argument
// count.
func (c *Catalog) Count(key string, n int, args ...any) string {
	args = append([]any{"count", Number(n)}, args...)
	for d := c; d != nil; d = d.fallback {
		for _, form := range []string{pluralForm(d.tag(), n), "other"} {
			if text, ok := d.own.text(key + "[" + form + "]"); ok {
				return fillArgs(text, args)
			}
		}
	}
	return key
}

// Keys lists the keys of this catalog alone, sorted, plural forms included.
func (c *Catalog) Keys() []string { return slices.Sorted(c.own.keys()) }

// Number writes n in digits with thousands commas, as every catalog so far does.
func Number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// pluralForm returns the CLDR plural category of n in a language.
func pluralForm(lang language.Tag, n int) string {
	switch plural.Cardinal.MatchPlural(lang, n, 0, 0, 0, 0) {
	case plural.Zero:
		return "zero"
	case plural.One:
		return "one"
	case plural.Two:
		return "two"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	}
	return "other"
}

// fillArgs replaces each {name} by its value in args, which are pairs of a name, a
// string, and a value. Braces in values stay.
func fillArgs(text string, args []any) string {
	var filled []byte
	for len(args) > 0 {
		before, rest, open := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !open || !closed {
			break
		}
		if filled == nil {
			filled = make([]byte, 0, len(text)+32)
		}
		filled = append(filled, before...)
		if value, ok := argNamed(args, name); ok {
			filled = appendValue(filled, value)
			text = after
		} else {
			filled = append(filled, '{')
			text = rest
		}
	}
	if filled == nil {
		return text
	}
	return string(append(filled, text...))
}

// appendValue appends an argument as fmt.Print writes it: most are texts.
func appendValue(b []byte, value any) []byte {
	if s, ok := value.(string); ok {
		return append(b, s...)
	}
	return fmt.Append(b, value)
}

// argNamed returns the value of an argument.
func argNamed(args []any, name string) (value any, ok bool) {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return args[i+1], true
		}
	}
	return nil, false
}
