package editions

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"io"
	"iter"
	"strconv"
	"strings"
	"sync"
)

// older has a head of lines and an empty line, then a stream of package flate for each
// part of the editions. The first line of the head has the dates of the older editions, the
// newest first. Each other line is of a part:
//
//	header - 3ff 442 0 556                   the members before the countries
//	albania AL 7f 177 579 3247               the country with this slug
//	…
//	destinations - 3ff 152 354717 9205       the list of destinations, and the end
//
// Its columns are the name, the ISO 3166-1 code, the older editions that have the part (a
// bit for each, the lowest for the first date), the bytes of the stream, and where the part
// begins in the newest edition and its bytes there: 0 0 for a country that is not there.
//
// A stream has the part as it is in each edition, in the order of the dates, each text
// ended by textEnd: unchangedText for a text that is that of the edition after, nothing in
// an edition without the country. The part of the newest edition is its dictionary, so
// that a stream has little more than the differences.
//
//go:embed older.pack
var older string

// The marks in streams. None of them is a part of an edition.
var textEnd, unchangedText = []byte{0}, []byte("=")

// The names of the parts that are no countries.
const (
	headerPart       = "header"
	destinationsPart = "destinations"
)

// part is a part of the editions.
type part struct {
	name, iso2 string
	editions   uint64 // the older editions that have it, a bit for each
	stream     string
	newest     string // the part in the newest edition; "" for a country that is not there
}

// readPackHead returns the dates of the older editions, the newest first, and the parts.
func readPackHead() (dates []string, parts iter.Seq[part]) {
	head, streams, _ := strings.Cut(older, "\n\n")
	first, lines, _ := strings.Cut(head, "\n")
	return strings.Fields(first), func(yield func(part) bool) {
		rest := streams
		for line := range strings.SplitSeq(lines, "\n") {
			var p part
			p.name, line, _ = strings.Cut(line, " ")
			p.iso2, line, _ = strings.Cut(line, " ")
			p.iso2 = strings.TrimPrefix(p.iso2, "-")
			p.editions, line = cutNumber(line, 16)
			size, line := cutNumber(line, 10)
			start, line := cutNumber(line, 10)
			length, _ := cutNumber(line, 10)
			p.newest = newest[start : start+length]
			p.stream, rest = rest[:size], rest[size:]
			if !yield(p) {
				return
			}
		}
	}
}

// cutNumber cuts the number at the beginning of a line off, and the blank after it.
func cutNumber(line string, base int) (n uint64, rest string) {
	number, rest, _ := strings.Cut(line, " ")
	n, _ = strconv.ParseUint(number, base, 64) // ours
	return n, rest
}

// unpacker reads streams. It reads one at a time.
type unpacker struct {
	reader resetReader // of package flate; nil before the first stream
	buf    bytes.Buffer
}

// resetReader is a reader that can go on with another stream.
type resetReader interface {
	io.Reader
	flate.Resetter
}

// texts yields the texts of a part in the older editions, the newest first: one for each,
// as the tests hold. A text is valid until the next part is read.
func (u *unpacker) texts(p part) iter.Seq2[int, []byte] {
	stream, dictionary := strings.NewReader(p.stream), []byte(p.newest)
	if u.reader == nil {
		u.reader = flate.NewReaderDict(stream, dictionary).(resetReader)
	} else {
		_ = u.reader.Reset(stream, dictionary) // has no error
	}
	u.buf.Reset()
	_, _ = u.buf.ReadFrom(u.reader)
	return func(yield func(int, []byte) bool) {
		text := dictionary
		for i, rest := 0, u.buf.Bytes(); len(rest) > 0; i++ {
			var next []byte
			if next, rest, _ = bytes.Cut(rest, textEnd); !bytes.Equal(next, unchangedText) {
				text = next
			}
			if !yield(i, text) {
				return
			}
		}
	}
}

// unpackers holds unpackers that are not in use: each has a window of 32 kB.
type unpackers struct{ pool sync.Pool }

func (s *unpackers) get() *unpacker {
	if u, ok := s.pool.Get().(*unpacker); ok {
		return u
	}
	return &unpacker{}
}

func (s *unpackers) put(u *unpacker) { s.pool.Put(u) }
