package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// A scanner splits an XML document into tags and texts. Unlike encoding/xml it holds
// 64 kB, however long a text is, allocates nothing per token and takes half the time.
// It refuses document types, so that there are no entities but XML's own, and
// encodings other than UTF-8. Tests hold it to encoding/xml.
type scanner struct {
	source io.Reader
	buffer [64 << 10]byte // a tag must fit in
	at     int            // buffer[at:end] has not been read
	end    int
	eof    bool
	open   []byte // names of the open elements, one after the other
	starts []int  // where each begins in open
	closed bool   // the last tag was <x/>: its end comes next
	name   []byte // local name of the last tag
}

// maxDepth is how deep elements may lie in each other.
const maxDepth = 64

// nextToken returns the next token; io.EOF after the last. At any other error the
// document is no XML, or its source has failed.
func (s *scanner) nextToken() (token, error) {
	if s.closed {
		s.closed = false
		return s.endElement(s.name)
	}
	for {
		if s.at == s.end && !s.fill() {
			return token{}, s.endError()
		}
		if s.buffer[s.at] != '<' {
			if t, err := s.readText(); err != nil || len(t.text) > 0 {
				return t, err
			}
			continue
		}
		t, found, err := s.readMarkup()
		if found || err != nil {
			return t, err
		}
	}
}

// fill reads more of the source behind buffer[at:end], which it moves to the front.
// It reports whether there was more, and room.
func (s *scanner) fill() bool {
	if s.at > 0 {
		s.end = copy(s.buffer[:], s.buffer[s.at:s.end])
		s.at = 0
	}
	for tries := 0; !s.eof && s.end < len(s.buffer); tries++ {
		n, err := s.source.Read(s.buffer[s.end:])
		s.end += n
		if n == 0 && tries == 100 {
			err = io.ErrNoProgress
		}
		if err != nil {
			s.eof = true
			s.source = failed{err}
		}
		if n > 0 {
			return true
		}
	}
	return false
}

// failed is a source that has ended.
type failed struct{ err error }

// Read returns the error.
func (f failed) Read([]byte) (int, error) { return 0, f.err }

// endError returns io.EOF at the end of a whole document, else the fault.
func (s *scanner) endError() error {
	if !s.eof {
		return errTooLong
	}
	if _, err := s.source.Read(nil); err != io.EOF { //nolint:errorlint // as readers return it
		return err
	}
	if len(s.starts) > 0 || s.at < s.end {
		return io.ErrUnexpectedEOF
	}
	return io.EOF
}

var (
	errTooLong = errors.New("a tag that is too long")
	errSyntax  = errors.New("broken XML")
)

// indexFrom returns the place of the bytes behind at+from, relative to at, reading on as far as
// needed.
func (s *scanner) indexFrom(from int, text string) (int, error) {
	for {
		if i := bytes.Index(s.buffer[min(s.at+from, s.end):s.end], []byte(text)); i >= 0 {
			return from + i, nil
		}
		from = max(from, s.end-s.at-len(text)+1)
		if !s.fill() {
			if err := s.endError(); err != io.EOF { //nolint:errorlint // endError's own
				return 0, err
			}
			return 0, io.ErrUnexpectedEOF
		}
	}
}

// readText returns the text before the next markup, or a piece of it.
func (s *scanner) readText() (token, error) {
	for {
		if n := bytes.IndexByte(s.buffer[s.at:s.end], '<'); n >= 0 {
			return s.takeText(n)
		}
		if s.fill() {
			continue
		}
		if s.eof {
			if _, err := s.source.Read(nil); err != io.EOF { //nolint:errorlint // as readers return it
				return token{}, err
			}
			return s.takeText(s.end - s.at)
		}
		return s.takeText(s.safeCut() - s.at)
	}
}

// safeCut returns a place in the buffer, which is full of text, where no entity, no
// line break and no character is cut.
func (s *scanner) safeCut() int {
	cut := s.end - 2*maxEntity
	if i := bytes.LastIndexAny(s.buffer[cut-maxEntity:cut], "&;"); i >= 0 && s.buffer[cut-maxEntity+i] == '&' {
		return cut - maxEntity + i
	}
	for !utf8.RuneStart(s.buffer[cut]) && cut > s.end-3*maxEntity {
		cut--
	}
	if s.buffer[cut-1] == '\r' {
		cut--
	}
	return cut
}

// takeText returns the next n bytes as a text. Outside of all elements there is none.
func (s *scanner) takeText(n int) (token, error) {
	raw := s.buffer[s.at : s.at+n]
	s.at += n
	if len(s.starts) == 0 {
		if raw = bytes.TrimPrefix(raw, []byte("\uFEFF")); len(bytes.TrimSpace(raw)) > 0 {
			return token{}, errSyntax
		}
		return token{kind: textToken}, nil
	}
	text, err := decodeText(raw)
	return token{kind: textToken, text: text}, err
}

// readMarkup reads markup, which begins with <. It reports false for a comment, an instruction
// and an empty section.
func (s *scanner) readMarkup() (t token, found bool, err error) {
	for s.end-s.at < len("<![CDATA[") && s.fill() {
	}
	rest := s.buffer[s.at:s.end]
	switch {
	case bytes.HasPrefix(rest, []byte("<?")):
		return token{}, false, s.skipInstruction()
	case bytes.HasPrefix(rest, []byte("<!--")):
		n, err := s.indexFrom(len("<!--"), "-->")
		s.at += n + len("-->")
		return token{}, false, err
	case bytes.HasPrefix(rest, []byte("<![CDATA[")) && len(s.starts) > 0:
		const begin, end = len("<![CDATA["), "]]>"
		n, err := s.indexFrom(begin, end)
		if err != nil {
			return token{}, false, err
		}
		text := normalizeLines(s.buffer[s.at+begin : s.at+n])
		s.at += n + len(end)
		return token{kind: textToken, text: text}, len(text) > 0, checkText(text)
	case bytes.HasPrefix(rest, []byte("<!")) && len(rest) < len("<![CDATA["):
		return token{}, false, s.endError()
	case bytes.HasPrefix(rest, []byte("<!")):
		return token{}, false, fmt.Errorf("%w: a document type", errSyntax)
	}
	t, err = s.readTag()
	return t, err == nil, err
}

// skipInstruction reads <?...?>. The first may name the encoding.
func (s *scanner) skipInstruction() error {
	n, err := s.indexFrom(len("<?"), "?>")
	if err != nil {
		return err
	}
	text := s.buffer[s.at+len("<?") : s.at+n]
	s.at += n + len("?>")
	if rest, ok := bytes.CutPrefix(text, []byte("xml ")); ok {
		encoding, found := token{attributes: rest}.attribute("encoding")
		if found && !bytes.EqualFold(encoding, []byte("utf-8")) && !bytes.EqualFold(encoding, []byte("us-ascii")) {
			return fmt.Errorf("%w: encoding %.20q instead of UTF-8", errSyntax, encoding)
		}
	}
	return nil
}

// readTag reads <x>, <x/> or </x>.
func (s *scanner) readTag() (token, error) {
	n, err := s.findTagEnd()
	if err != nil {
		return token{}, err
	}
	tag := s.buffer[s.at+1 : s.at+n]
	s.at += n + 1
	if rest, ok := bytes.CutPrefix(tag, []byte("/")); ok {
		return s.endElement(bytes.TrimRight(rest, " \t\r\n"))
	}
	tag, s.closed = bytes.CutSuffix(tag, []byte("/"))
	name, attributes := tag, []byte(nil)
	if i := bytes.IndexAny(tag, " \t\r\n"); i >= 0 {
		name, attributes = tag[:i], tag[i:]
	}
	if len(name) == 0 || len(s.starts) == maxDepth {
		return token{}, errSyntax
	}
	s.starts = append(s.starts, len(s.open))
	s.open = append(s.open, name...)
	s.name = name
	return token{kind: startTag, name: localName(name), attributes: attributes}, nil
}

// findTagEnd returns the place of the > that ends the tag at s.at, relative to it. One
// in a quoted value ends no tag.
func (s *scanner) findTagEnd() (int, error) {
	quote := byte(0)
	for from := 1; ; {
		n, err := s.indexFrom(from, ">")
		if err != nil {
			return 0, err
		}
		for _, c := range s.buffer[s.at+from : s.at+n] {
			switch {
			case quote == 0 && (c == '"' || c == '\''):
				quote = c
			case c == quote:
				quote = 0
			}
		}
		if quote == 0 {
			return n, nil
		}
		from = n + 1
	}
}

// endElement returns the end tag of the innermost element, which must have that name.
func (s *scanner) endElement(name []byte) (token, error) {
	last := len(s.starts) - 1
	if last < 0 || !bytes.Equal(s.open[s.starts[last]:], name) {
		return token{}, fmt.Errorf("%w: </%.40q> ends no element", errSyntax, name)
	}
	s.open, s.starts = s.open[:s.starts[last]], s.starts[:last]
	return token{kind: endTag, name: localName(name)}, nil
}

// skip reads on to the end of the innermost element.
func (s *scanner) skip() error {
	for depth := len(s.starts) - 1; len(s.starts) > depth; {
		if _, err := s.nextToken(); err != nil {
			return err
		}
	}
	return nil
}
