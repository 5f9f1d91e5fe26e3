// Package settings reads the file of the user's settings, in the configuration directory:
//
//	lang = "zh-TW"
//	mine = ["TW", "JP"]
//	mouse = true
//
// The file is TOML with the keys of [Keys] and without sections. Everything in it that is
// not understood is an error with its line and column, never a guess. The file is only
// read; there is none to begin with.
//
// The parser is the one below github.com/pelletier/go-toml/v2, without its decoder: it
// alone gives the place of each key and value.
package settings

import (
	"slices"
	"strings"
	"unicode"

	"voxatlas/data/names"
	"voxatlas/model"
)

// Type says which values a setting takes.
type Type uint8

// The types of settings.
const (
	Text   Type = iota // a text, one of Words if there are any
	Switch             // true or false
	List               // a list of texts
)

// Key is a setting. Its option on the command line and its environment variable have the
// same name.
type Key struct {
	Name    string // as in the file: "ambiguous-width"
	Type    Type
	Words   []string // the values; nil where others decide about them
	Default string   // "" for one that depends on its surroundings
	Remote  bool     // a client over SSH may choose it by its variable
}

// The names of the settings.
const (
	Lang           = "lang"
	Edition        = "edition"
	Theme          = "theme"
	Plain          = "plain"
	ASCII          = "ascii"
	Color          = "color"
	Columns        = "columns"
	Mine           = "mine" // codes in capitals, and texts that may be names
	Mouse          = "mouse"
	Pager          = "pager"
	AmbiguousWidth = "ambiguous-width"
)

// Keys lists all settings, in the order in which they are shown.
func Keys() []Key {
	return []Key{
		{Name: Lang},
		{Name: Edition},
		{Name: Theme, Words: []string{"auto", "light", "dark", "contrast", "deuteranopia", "mono"}, Default: "auto", Remote: true},
		{Name: Plain, Type: Switch, Default: "false"},
		{Name: ASCII, Type: Switch, Default: "false"},
		{Name: Color, Words: []string{"auto", "always", "never"}, Default: "auto"},
		{Name: Columns, Type: List},
		{Name: Mine, Type: List},
		{Name: Mouse, Type: Switch, Default: "false"},
		{Name: Pager},
		{Name: AmbiguousWidth, Words: []string{"auto", "1", "2"}, Default: "auto"},
	}
}

// findKey returns the setting of that name.
func findKey(name string) (k Key, ok bool) {
	for _, k := range Keys() {
		if k.Name == name {
			return k, true
		}
	}
	return Key{}, false
}

// Variable returns the name of the environment variable: VOXATLAS_AMBIGUOUS_WIDTH.
func (k Key) Variable() string {
	return "VOXATLAS_" + strings.ToUpper(strings.ReplaceAll(k.Name, "-", "_"))
}

// Value is the value of a setting.
type Value struct {
	Texts        []string   // one, or those of a list
	Line, Column int        // of the value, from 1, in characters; 0 if it is not from a file
	places       []position // of the texts of a list in a file
}

// position is a place in a file.
type position struct{ line, column int } // from 1, in characters

// placeOf returns the place of a text of the value; that of the value where the text has none
// of its own.
func (v Value) placeOf(text string) position {
	i := slices.IndexFunc(v.Texts, func(s string) bool { return strings.EqualFold(strings.TrimSpace(s), strings.TrimSpace(text)) })
	if i < 0 || i >= len(v.places) {
		return position{v.Line, v.Column}
	}
	return v.places[i]
}

// Text returns the value as one text; a list parted by commas.
func (v Value) Text() string { return strings.Join(v.Texts, ",") }

// Values holds the settings of a file by their names.
type Values map[string]Value

// Limits of a file.
const (
	maxBytes = 64 << 10
	maxList  = 500 // texts of a list
	maxText  = 400 // bytes of a text
)

// ParseVariable reads the value of an environment variable of a setting: the text of a
// Text, "true" or "false" or "1" or "0" of a Switch, texts parted by commas or blanks of a
// List, where names that are parted by commas keep their blanks. The error is an *[Error]
// without a place.
func (k Key) ParseVariable(text string) (Value, error) {
	v := Value{Texts: []string{strings.TrimSpace(text)}}
	switch {
	case k.Type == Switch && v.Texts[0] == "1":
		v.Texts[0] = "true"
	case k.Type == Switch && v.Texts[0] == "0":
		v.Texts[0] = "false"
	case k.Type == List:
		v.Texts = k.splitList(text)
	}
	return k.check(v)
}

// splitList splits a text at its commas, also Chinese ones, and at its blanks. Names that are
// parted by commas keep their blanks, even if their words are codes: Na Uy is Norway.
func (k Key) splitList(text string) []string {
	const commas = ",，、"
	keepsBlanks := k.Name == Mine && strings.ContainsAny(text, commas)
	isSign := func(r rune) bool { return strings.ContainsRune(commas, r) || unicode.IsSpace(r) && !keepsBlanks }
	var texts []string
	for part := range strings.FieldsFuncSeq(text, isSign) {
		if part = strings.TrimSpace(part); part != "" {
			texts = append(texts, part)
		}
	}
	return texts
}

// check returns the value in its one form, or the error that it has.
func (k Key) check(v Value) (Value, error) {
	known := k.Words
	if k.Type == Switch {
		known = []string{"true", "false"}
	}
	for i, text := range v.Texts {
		switch {
		case len(text) > maxText:
			return v, v.mistake(text, Error{Kind: TooLong, Key: k.Name, Limit: maxText})
		case !model.IsPrintable(text):
			return v, v.mistake(text, Error{Kind: Characters, Key: k.Name})
		case len(known) > 0 && !slices.Contains(known, text):
			return v, k.BadValue(v, text, known)
		case k.Name == Mine:
			if _, ok := names.Find(strings.ToUpper(text)); ok {
				v.Texts[i] = strings.ToUpper(text)
			}
		}
	}
	return v, nil
}
