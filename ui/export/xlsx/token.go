package xlsx

import "bytes"

// token is a piece of a document. Its texts are overwritten by the next call of next.
type token struct {
	kind       tokenKind
	name       []byte // of a tag, without its prefix
	attributes []byte // of a start tag, as they stand
	text       []byte // of a text, decoded. A long text is several tokens
}

type tokenKind uint8

const (
	startTag tokenKind = iota
	endTag
	textToken
)

// begins reports whether t is the start tag of an element.
func (t token) begins(name string) bool { return t.kind == startTag && string(t.name) == name }

// ends reports whether t is the end tag of an element.
func (t token) ends(name string) bool { return t.kind == endTag && string(t.name) == name }

// localName returns a name without its prefix.
func localName(name []byte) []byte { return name[bytes.IndexByte(name, ':')+1:] }

// attribute returns the value of an attribute of a start tag. name has no prefix; the
// attribute may have one.
func (t token) attribute(name string) (value []byte, found bool) {
	for rest := t.attributes; ; {
		key, after, ok := bytes.Cut(rest, []byte("="))
		if !ok {
			return nil, false
		}
		after = bytes.TrimLeft(after, " \t\r\n")
		if len(after) == 0 || after[0] != '"' && after[0] != '\'' {
			return nil, false
		}
		end := bytes.IndexByte(after[1:], after[0])
		if end < 0 {
			return nil, false
		}
		key = bytes.TrimSpace(key)
		if string(localName(key)) == name && !bytes.HasPrefix(key, []byte("xmlns:")) {
			value, err := decodeValue(after[1 : 1+end])
			return value, err == nil
		}
		rest = after[end+2:]
	}
}

// decodeValue returns the value of an attribute, which it leaves as it is: others may
// look at it again.
func decodeValue(raw []byte) ([]byte, error) {
	if bytes.ContainsAny(raw, "&\r") {
		raw = bytes.Clone(raw)
	}
	return decodeText(raw)
}

// value returns the value of an attribute; "" if there is none.
func (t token) value(name string) string {
	v, _ := t.attribute(name)
	return string(v)
}
