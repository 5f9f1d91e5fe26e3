package data

import (
	"bytes"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// scanFault is a kind of fault that a scan finds.
type scanFault uint8

const (
	scanNull      scanFault = iota // null would be read as if the member were not there
	scanStateless                  // an answer without a state would be read as "not stated"
	scanDuplicate                  // of duplicate members, the decoder reads the last
)

// scanner finds the faults that decoding an edition file does not see.
type scanner struct {
	dec     *jsontext.Decoder
	members []map[string]bool // names of the objects that are open; unused for lists
	report  func(at jsontext.Pointer, f scanFault, text string)
}

// scanFile scans b, which must be JSON, and calls report with each fault.
func scanFile(b []byte, report func(at jsontext.Pointer, f scanFault, text string)) {
	s := &scanner{dec: jsontext.NewDecoder(bytes.NewBuffer(b), jsontext.AllowDuplicateNames(true)), report: report}
	for {
		tok, err := s.dec.ReadToken()
		if err != nil {
			return // at the end
		}
		s.readToken(tok)
	}
}

// readToken follows the objects and lists that are open, and reports faults.
func (s *scanner) readToken(tok jsontext.Token) {
	switch tok.Kind() {
	case jsontext.KindBeginObject:
		s.emptyMembers(s.dec.StackDepth())
	case jsontext.KindEndObject:
		const depth = 4 // of answers: /countries/0/answers/KEY
		if s.dec.StackDepth() == depth && !s.membersAt(depth + 1)["state"] && isAnswer(s.dec.StackPointer()) {
			s.report(s.dec.StackPointer(), scanStateless, `no state; where the source is silent, write {"state": "unstated"}`)
		}
	case jsontext.KindNull:
		s.report(s.dec.StackPointer(), scanNull, "null where a value belongs; leave the member out")
	case jsontext.KindString:
		depth := s.dec.StackDepth()
		if in, n := s.dec.StackIndex(depth); in == jsontext.KindBeginObject && n%2 == 1 {
			s.addMember(s.membersAt(depth), tok.String())
		}
	}
}

// addMember adds the name of a member of an object, unless it has one of that name.
func (s *scanner) addMember(members map[string]bool, name string) {
	if members[name] {
		s.report(s.dec.StackPointer(), scanDuplicate, duplicateMember(name))
	}
	members[name] = true
}

// membersAt returns the names of the object that is open at that depth.
func (s *scanner) membersAt(depth int) map[string]bool {
	for len(s.members) <= depth {
		s.members = append(s.members, map[string]bool{})
	}
	return s.members[depth]
}

// emptyMembers forgets the names at that depth, for the next object there.
func (s *scanner) emptyMembers(depth int) {
	if set := s.membersAt(depth); len(set) <= 100 {
		clear(set)
		return
	}
	s.members[depth] = map[string]bool{} // clearing a huge one again and again would take hours
}

// isAnswer reports whether at, of four steps, is the place of an answer.
func isAnswer(at jsontext.Pointer) bool {
	steps := slices.Collect(at.Tokens())
	return len(steps) == 4 && steps[0] == "countries" && steps[2] == "answers"
}

// lineNumbers maps each place to the line of b, from 1, of the value there, or of
// the nearest value around it.
func lineNumbers(b []byte, places []jsontext.Pointer) map[jsontext.Pointer]int {
	if len(places) == 0 {
		return nil
	}
	near := map[jsontext.Pointer]bool{}
	for _, at := range places {
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
		// A token has no line end in it, so that its last byte is on its line.
		end := dec.InputOffset()
		line += bytes.Count(b[counted:end], []byte("\n"))
		counted = end
		if at := dec.StackPointer(); near[at] && found[at] == 0 {
			found[at] = line
		}
	}
	lines := map[jsontext.Pointer]int{}
	for _, at := range places {
		nearest := at
		for found[nearest] == 0 {
			nearest = nearest.Parent()
		}
		lines[at] = found[nearest]
	}
	return lines
}

// jsonPointer joins the steps of a path.
func jsonPointer(path ...string) jsontext.Pointer {
	var at jsontext.Pointer
	for _, name := range path {
		at = at.AppendToken(name)
	}
	return at
}
