package data

import (
	"bytes"
	"slices"

	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/model"
)

// A scan finds what decoding an edition file does not see: null, which would read
// as if the member were not there, and an answer without a state, which would read
// as the source's silence. It also sees members that stand twice, where the
// decoder was told to let them pass.
type scan struct {
	dec   *jsontext.Decoder
	names []map[string]bool // of the objects that are open, those of lists nil
	found func(value jsontext.Pointer, text string)
}

// scanned hands all that a scan of b finds to found; b must be JSON.
func scanned(b []byte, found func(value jsontext.Pointer, text string)) {
	s := &scan{jsontext.NewDecoder(bytes.NewReader(b), jsontext.AllowDuplicateNames(true)), nil, found}
	for {
		tok, err := s.dec.ReadToken()
		if err != nil {
			return // at the end
		}
		s.token(tok)
	}
}

func (s *scan) token(tok jsontext.Token) {
	switch tok.Kind() {
	case jsontext.KindBeginObject:
		s.names = append(s.names, map[string]bool{})
	case jsontext.KindBeginArray:
		s.names = append(s.names, nil)
	case jsontext.KindEndObject:
		names := s.names[len(s.names)-1]
		s.names = s.names[:len(s.names)-1]
		if s.dec.StackDepth() == answerDepth && !names["state"] && isAnswer(s.dec.StackPointer()) {
			s.found(s.dec.StackPointer(), `no state; where the source is silent, write {"state": "unstated"}`)
		}
	case jsontext.KindEndArray:
		s.names = s.names[:len(s.names)-1]
	case jsontext.KindNull:
		s.found(s.dec.StackPointer(), "null where a value belongs; leave the member out")
	case jsontext.KindString:
		if in, n := s.dec.StackIndex(s.dec.StackDepth()); in == jsontext.KindBeginObject && n%2 == 1 {
			s.name(tok.String())
		}
	}
}

// name is the name of a member.
func (s *scan) name(name string) {
	names := s.names[len(s.names)-1]
	if names[name] {
		s.found(s.dec.StackPointer(), twice(name))
	}
	names[name] = true
}

// answerDepth is how many objects and lists are open around an answer.
const answerDepth = 4

// isAnswer reports whether at is where an answer stands: /countries/0/answers/KEY.
func isAnswer(at jsontext.Pointer) bool {
	steps := slices.Collect(at.Tokens())
	return len(steps) == answerDepth && steps[0] == "countries" && steps[2] == "answers"
}

// lines maps the values of b that wanted names, or where b lacks one, the nearest
// value around it, to their lines, from 1.
func lines(b []byte, wanted []jsontext.Pointer) map[jsontext.Pointer]int {
	if len(wanted) == 0 {
		return nil
	}
	near := map[jsontext.Pointer]bool{}
	for _, at := range wanted {
		for ; at != ""; at = at.Parent() {
			near[at] = true
		}
	}
	found := map[jsontext.Pointer]int{"": 1}
	dec := jsontext.NewDecoder(bytes.NewReader(b), jsontext.AllowDuplicateNames(true))
	line, counted := 1, int64(0)
	for {
		if _, err := dec.ReadToken(); err != nil {
			break
		}
		// The last byte of a token stands where the token does, since no token has
		// a line's end in it.
		end := dec.InputOffset()
		line += bytes.Count(b[counted:end], []byte("\n"))
		counted = end
		if at := dec.StackPointer(); near[at] && found[at] == 0 {
			found[at] = line
		}
	}
	told := map[jsontext.Pointer]int{}
	for _, at := range wanted {
		place := at
		for found[place] == 0 {
			place = place.Parent()
		}
		told[at] = found[place]
	}
	return told
}

// pointer is the JSON Pointer of a path.
func pointer(path ...string) jsontext.Pointer {
	var at jsontext.Pointer
	for _, name := range path {
		at = at.AppendToken(name)
	}
	return at
}

// shown is a pointer fit to be shown.
func shown(at jsontext.Pointer) string { return model.Clean(string(at), 120) }
