package data

import (
	"bytes"
	"fmt"
	"io"

	"voxatlas/model"
)

// sections are the places of the parts of an edition file, and the few texts that are
// needed at once. An edition has a third of a megabyte, of which most runs need a
// fiftieth: the places of the newest embedded edition stand in a table, index.go, so that
// a start need not look for them.
type sections struct {
	file         io.ReaderAt
	size         int64
	foreign      bool // a file that the tests have not checked: characters that must not be shown are refused
	header       span // the members before the countries
	countries    []countrySection
	destinations span   // a JSON array, and the end of the file
	newestPage   string // the date of the newest page of a country
}

// countrySection is a country in an edition file.
type countrySection struct {
	slug, iso2 string
	printed    []model.LangText
	head       span // the members before its answers
	answers    span // the answers, and the members after them
}

// span is a part of a file: the bytes from start up to, but not including, end.
type span struct{ start, end int64 }

// splitSections finds the sections of an edition file of so many bytes, in the
// layout of Format: a line each for the beginning and the end of a country, and for
// each of its members.
func splitSections(file io.ReaderAt, size int64) (sections, error) {
	s, r := sections{file: file, size: size}, newLineReader(file)
	for {
		line, at, ok := r.nextLine()
		if !ok {
			return s, fmt.Errorf("no line with the countries")
		}
		if bytes.HasPrefix(line, []byte(`  "countries": [`)) {
			s.header = span{0, at - 1}
			break
		}
	}
	s.countries = make([]countrySection, 0, 128)
	for {
		line, at, ok := r.nextLine()
		if !ok || len(line) > 2 && line[2] == ']' {
			break
		}
		c, err := s.readCountry(r, at)
		if err != nil {
			return s, fmt.Errorf("country %d %w", len(s.countries)+1, err)
		}
		s.countries = append(s.countries, c)
	}
	for {
		const member = `  "destinations": `
		line, at, ok := r.nextLine()
		if !ok {
			return s, fmt.Errorf("no line with the destinations")
		}
		if bytes.HasPrefix(line, []byte(member)) {
			s.destinations = span{at + int64(len(member)), size}
			return s, nil
		}
	}
}

// readCountry reads a country that begins at a place, behind its first line. The error
// completes the words "country 3".
func (s *sections) readCountry(r *lineReader, start int64) (c countrySection, err error) {
	for {
		line, at, ok := r.nextLine()
		switch {
		case !ok:
			return c, fmt.Errorf("does not end")
		case isCountryEnd(line):
			return c, fmt.Errorf("has no answers")
		case bytes.HasPrefix(line, []byte(`      "answers": `)):
			c.head, c.answers.start = span{start, at}, at
			c.answers.end, ok = r.skipCountry()
			if !ok {
				return c, fmt.Errorf("does not end")
			}
			return c, nil
		}
		if value, ok := cutMember(line, `      "slug": "`); ok {
			c.slug = string(value)
		} else if value, ok := cutMember(line, `      "iso2": "`); ok {
			c.iso2 = string(value)
		} else if value, ok := bytes.CutPrefix(line, []byte(`      "printed_names": `)); ok {
			names := cursor{rest: string(value)}
			c.printed = names.langTexts()
		} else if _, value, ok := bytes.Cut(line, []byte(`"date": "`)); ok { // of the page, which may be one line
			value, _, _ = bytes.Cut(value, []byte(`"`))
			s.newestPage = max(s.newestPage, string(value))
		}
	}
}

// skipCountry skips the lines up to the end of a country, and returns the place behind
// it.
func (r *lineReader) skipCountry() (end int64, ok bool) {
	for {
		line, at, ok := r.nextLine()
		if !ok {
			return 0, false
		}
		if isCountryEnd(line) {
			return at + int64(len("    }")), true
		}
	}
}

// isCountryEnd reports whether a line ends a country.
func isCountryEnd(line []byte) bool { return len(line) >= 5 && string(line[:5]) == "    }" }

// cutMember returns the text of a member, which has no escapes, from a line that begins
// with member.
func cutMember(line []byte, member string) (value []byte, ok bool) {
	line, ok = bytes.CutPrefix(line, []byte(member))
	value, _, _ = bytes.Cut(line, []byte(`"`))
	return value, ok
}

// text reads a part of the file; "" if it cannot be read, which the tests of the
// embedded editions exclude.
func (s *sections) text(p span) string {
	b := make([]byte, p.end-p.start)
	if n, _ := s.file.ReadAt(b, p.start); n < len(b) {
		return ""
	}
	return string(b)
}

// lineReader reads a file line by line through a small buffer.
type lineReader struct {
	file io.ReaderAt
	buf  []byte
	at   int64 // the place of buf in the file
	pos  int   // of the next line in buf
}

func newLineReader(file io.ReaderAt) *lineReader {
	return &lineReader{file: file, buf: make([]byte, 0, 16<<10)}
}

// nextLine returns the next line without its end, and its place in the file; false at the
// end of the file. The line is valid until the next call. Of a line that is longer than
// the buffer only the beginning is returned.
func (r *lineReader) nextLine() (line []byte, at int64, ok bool) {
	i := bytes.IndexByte(r.buf[r.pos:], '\n')
	if i < 0 {
		r.fill(r.at + int64(r.pos))
		if i = bytes.IndexByte(r.buf, '\n'); i < 0 {
			return r.longLine()
		}
	}
	line, at = r.buf[r.pos:r.pos+i], r.at+int64(r.pos)
	r.pos += i + 1
	return line, at, true
}

// longLine returns the beginning of the line at the beginning of the buffer, which has
// no end there, and goes on behind it.
func (r *lineReader) longLine() (line []byte, at int64, ok bool) {
	line, at = bytes.Clone(r.buf), r.at
	for len(r.buf) > 0 {
		if i := bytes.IndexByte(r.buf, '\n'); i >= 0 {
			r.pos = i + 1
			break
		}
		r.fill(r.at + int64(len(r.buf)))
	}
	return line, at, len(line) > 0
}

// fill reads the buffer from a place on; it is empty at the end of the file.
func (r *lineReader) fill(at int64) {
	n, _ := r.file.ReadAt(r.buf[:cap(r.buf)], at) // io.EOF at the end
	r.at, r.buf, r.pos = at, r.buf[:n], 0
}
