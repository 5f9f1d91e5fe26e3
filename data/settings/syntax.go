package settings

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"voxatlas/model"
	"voxatlas/model/query"
)

// notStraight lists quotes that word processors and input methods write in place of the
// straight ones.
const notStraight = "“”„‟‘’‚‛«»「」『』＂＇"

// syntaxError returns the error of a text that is no TOML. Of a line that begins as a
// setting does, it says how its value must be written. The words of the parser are those of
// a programmer, in English and about bytes, so no error has them.
func (f *file) syntaxError(err error) error {
	var parser *unstable.ParserError
	if !errors.As(err, &parser) {
		return &Error{Kind: Syntax}
	}
	at := cap(f.text) - cap(parser.Highlight) // which is a part of the text
	if at < 0 || at > len(f.text) {
		at = len(f.text)
	}
	start := bytes.LastIndexByte(f.text[:at], '\n') + 1
	line, _, _ := strings.Cut(string(f.text[start:]), "\n")
	name, value, _ := strings.Cut(line, "=")
	first, _ := utf8.DecodeRuneInString(string(f.text[at:]))
	curly := strings.ContainsRune(notStraight, first)
	k, known := findKey(strings.TrimSpace(name))
	bare := withoutQuotes(value)
	switch value = strings.TrimSpace(value); {
	case !known && curly:
		return f.mistake(at, Error{Kind: Quotes, Type: List})
	case !known:
		return f.mistake(at, Error{Kind: Syntax})
	case curly:
		return f.mistake(at, Error{Kind: Quotes, Key: k.Name, Type: k.Type, Found: bare})
	case at > start+len(name) && value != "" && strings.ContainsRune("\"'[", rune(value[0])):
		return f.mistake(at, Error{Kind: Syntax, Key: k.Name, Type: k.Type})
	case at > start+len(name):
		return f.mistake(at, Error{Kind: WrongType, Key: k.Name, Type: k.Type, Found: bare})
	}
	return f.mistake(at, Error{Kind: Syntax, Key: k.Name, Type: k.Type})
}

// withoutQuotes returns the text of a value that has no quotes, or curly ones. It is "" if
// straight quotes cannot hold the text.
func withoutQuotes(value string) string {
	value, _, _ = strings.Cut(value, "#")
	value = strings.Trim(value, notStraight+" \t\r\"'")
	if strings.ContainsAny(value, "\"\\") || utf8.RuneCountInString(value) > maxFound {
		return ""
	}
	return model.Clean(value, maxFound)
}

// Example returns a value of the type of e as a file must have it. A text is the one that
// stands there without straight quotes, if there is one, or that of the setting's words
// that is nearest to it.
func (e *Error) Example() string {
	found := e.Found
	if k, _ := findKey(e.Key); len(k.Words) > 0 && !slices.Contains(k.Words, found) {
		found = cmp.Or(query.Nearest(found, k.Words), k.Words[0])
	}
	switch {
	case e.Type == Switch:
		return "true"
	case e.Type == List:
		return `["...", "..."]`
	case found == "":
		return `"..."`
	}
	return `"` + found + `"`
}
