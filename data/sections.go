package data

import (
	"bytes"
	"fmt"
	"io"
)

// sections are the places of the parts of an edition file, and the texts of those
// that are needed at once. An edition has a third of a megabyte, of which most runs
// need a fiftieth: reading it whole would cost a start more than finding the parts.
type sections struct {
	file         io.ReaderAt
	header       string // the members before the countries
	countries    []countrySection
	destinations span // a JSON array
}

// countrySection is a country in an edition file.
type countrySection struct {
	identity string // the members before its answers
	span     span   // the whole object
}

// span is a part of a file: the bytes from start up to, but not including, end.
type span struct{ start, end int64 }

// splitSections finds the sections of an edition file of so many bytes, in the
// layout of Format.
func splitSections(file io.ReaderAt, size int64) (sections, error) {
	f := finder{file: file, size: size, buf: make([]byte, 0, 32<<10)}
	s := sections{file: file}
	const countries = "\n  \"countries\": [\n"
	at := f.find(0, countries)
	if at < 0 {
		return s, fmt.Errorf("no line with the countries")
	}
	s.header = f.text(span{0, at})
	at += int64(len(countries))
	for f.hasPrefix(at, "    {\n") {
		answers := f.find(at, `"answers": `)
		identity := ""
		if answers >= 0 {
			identity = f.text(span{at, answers})
		}
		end := f.find(max(answers, at), "\n    }")
		if end < 0 {
			return s, fmt.Errorf("country %d does not end", len(s.countries)+1)
		}
		if answers < 0 {
			return s, fmt.Errorf("country %d has no answers", len(s.countries)+1)
		}
		end += int64(len("\n    }"))
		s.countries = append(s.countries, countrySection{identity, span{at, end}})
		for at = end; f.hasPrefix(at, ",") || f.hasPrefix(at, "\n"); at++ {
		}
	}
	const destinations = `"destinations": `
	if at = f.find(at, destinations); at < 0 {
		return s, fmt.Errorf("no line with the destinations")
	}
	s.destinations = span{at + int64(len(destinations)), size}
	return s, nil
}

// text reads a part of the file.
func (s sections) text(p span) string { return readText(s.file, p) }

// readText reads a part of a file; "" if it cannot be read, which the tests of the
// embedded editions exclude.
func readText(file io.ReaderAt, p span) string {
	b := make([]byte, p.end-p.start)
	if n, _ := file.ReadAt(b, p.start); n < len(b) {
		return ""
	}
	return string(b)
}

// finder finds texts in a file through a small buffer.
type finder struct {
	file io.ReaderAt
	size int64
	buf  []byte // the bytes of the file from at on
	at   int64
}

// find returns the place of the first text in the file from a place on; -1 if there
// is none. The text must be shorter than the buffer.
func (f *finder) find(from int64, text string) int64 {
	for from >= 0 && from < f.size {
		if from < f.at || from >= f.at+int64(len(f.buf)) {
			f.fill(from)
		}
		if i := bytes.Index(f.buf[from-f.at:], []byte(text)); i >= 0 {
			return from + int64(i)
		}
		end := f.at + int64(len(f.buf))
		if end >= f.size {
			return -1
		}
		from = max(from, end-int64(len(text))+1) // the text may begin at the end of the buffer
		f.fill(from)
	}
	return -1
}

// text returns a part of the file, from the buffer if it is there.
func (f *finder) text(p span) string {
	if p.start >= f.at && p.end <= f.at+int64(len(f.buf)) {
		return string(f.buf[p.start-f.at : p.end-f.at])
	}
	return readText(f.file, p)
}

// hasPrefix reports whether the file goes on with text at a place.
func (f *finder) hasPrefix(at int64, text string) bool {
	if at < f.at || at+int64(len(text)) > f.at+int64(len(f.buf)) {
		f.fill(at)
	}
	return bytes.HasPrefix(f.buf[min(at-f.at, int64(len(f.buf))):], []byte(text))
}

// fill reads the buffer from a place on.
func (f *finder) fill(at int64) {
	n, _ := f.file.ReadAt(f.buf[:cap(f.buf)], at) // io.EOF at the end
	f.at, f.buf = at, f.buf[:n]
}
