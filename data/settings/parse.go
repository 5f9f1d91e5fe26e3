package settings

import (
	"bytes"
	"errors"
	"os"
	"slices"
	"strings"
	"syscall"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"voxatlas/data"
	"voxatlas/model"
	"voxatlas/model/query"
)

// Read reads the settings of a file; nil if there is no file. The error is an *[Error]:
// the first one in the file.
func Read(path string) (Values, error) {
	b, err := data.ReadFile(path, maxBytes)
	if err != nil {
		_, linkErr := os.Lstat(path) // a link to nothing is a mistake
		if linkErr != nil && (errors.Is(err, data.Missing) || errors.Is(err, syscall.ENOTDIR)) {
			return nil, nil
		}
		return nil, fileError(err)
	}
	return parse(b)
}

// parse returns the settings in the text of a file.
func parse(b []byte) (Values, error) {
	b = bytes.TrimPrefix(b, []byte("\ufeff")) // the byte order mark of Windows' editors
	if !utf8.Valid(b) || bytes.IndexByte(b, 0) >= 0 {
		return nil, &Error{Kind: Encoding}
	}
	f := file{text: b, values: Values{}}
	f.parser.Reset(b)
	for f.parser.NextExpression() {
		if err := f.addSetting(f.parser.Expression()); err != nil {
			return nil, err
		}
	}
	if err := f.parser.Error(); err != nil {
		return nil, f.syntaxError(err)
	}
	return f.values, nil
}

// file is a file that is being parsed.
type file struct {
	text   []byte
	parser unstable.Parser
	values Values
}

// addSetting adds the setting of an expression.
func (f *file) addSetting(e *unstable.Node) error {
	keys := e.Key()
	keys.Next()
	node := keys.Node()
	name, at := string(node.Data), int(node.Raw.Offset)
	if e.Kind != unstable.KeyValue || !keys.IsLast() {
		return f.mistake(at, Error{Kind: Section, Found: model.Clean(name, maxFound)})
	}
	k, ok := findKey(name)
	if !ok {
		return f.mistake(at, unknownKey(name))
	}
	if before, ok := f.values[name]; ok {
		return f.mistake(at, Error{Kind: Twice, Key: name, Limit: before.Line})
	}
	v, err := f.value(k, e.Value(), f.valueOffset(node))
	if err != nil {
		return err
	}
	f.values[name] = v
	return nil
}

// unknownKey returns the error of a name that no setting has, without its place.
func unknownKey(name string) Error {
	var known []string
	for _, k := range Keys() {
		known = append(known, k.Name)
	}
	return Error{Kind: Unknown, Found: model.Clean(name, maxFound), Nearest: query.Nearest(strings.ToLower(name), known), Known: known}
}

// valueOffset returns the place of the value behind a key. The parser has none for some
// kinds of values.
func (f *file) valueOffset(key *unstable.Node) int {
	at := int(key.Raw.Offset + key.Raw.Length)
	for at < len(f.text) && bytes.IndexByte([]byte(" \t="), f.text[at]) >= 0 {
		at++
	}
	return at
}

// value returns the value of a setting at an offset.
func (f *file) value(k Key, n *unstable.Node, at int) (Value, error) {
	v := Value{}
	v.Line, v.Column = f.position(at)
	switch {
	case k.Type == List && n.Kind == unstable.Array:
		for items := n.Children(); items.Next(); {
			item, itemAt := items.Node(), at
			if item.Raw.Length > 0 { // else it is of a kind whose place the parser does not know
				itemAt = int(item.Raw.Offset)
			}
			if item.Kind != unstable.String {
				return v, f.mistake(itemAt, Error{Kind: WrongType, Key: k.Name, Type: k.Type})
			}
			if len(v.Texts) == maxList {
				return v, f.mistake(itemAt, Error{Kind: TooLong, Key: k.Name, Limit: maxList})
			}
			line, column := f.position(itemAt)
			v.Texts, v.places = append(v.Texts, string(item.Data)), append(v.places, position{line, column})
		}
	case k.Type == Switch && n.Kind == unstable.Bool,
		k.Type == Text && n.Kind == unstable.String,
		k.Type == Text && n.Kind == unstable.Integer && slices.Contains(k.Words, string(n.Data)):
		v.Texts = []string{string(n.Data)}
	case k.Type == Text && n.Kind == unstable.LocalDate: // TOML has dates, and no setting is one
		return v, f.mistake(at, Error{Kind: WrongType, Key: k.Name, Type: k.Type, Found: string(n.Data)})
	default:
		return v, f.mistake(at, Error{Kind: WrongType, Key: k.Name, Type: k.Type})
	}
	return k.check(v)
}

// mistake returns an error at an offset.
func (f *file) mistake(at int, e Error) error {
	e.Line, e.Column = f.position(at)
	return &e
}

// position returns the line and column of an offset, from 1, in characters.
func (f *file) position(at int) (line, column int) {
	before := f.text[:min(at, len(f.text))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[start:]) + 1
}
