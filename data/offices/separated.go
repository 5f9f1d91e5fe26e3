package offices

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
	"strings"
)

// Bounds of a text.
const (
	MaxSize    = 100 << 20 // bytes of a list
	maxField   = 64 << 10  // bytes
	maxColumns = 1000
	headSize   = 64 << 10 // bytes at the beginning that tell what separates the fields
)

// TextRows returns the rows of a text in UTF-8: CSV as RFC 4180 has it, with commas,
// semicolons, tabs or bars between the fields, or one field a line. A field in quotes may
// have line breaks; quotes elsewhere are characters like others. A byte order mark is
// dropped, and a first line "sep=;", which names the separator of the fields. An error, an
// [*Error] or one of r, is the last pair.
func TextRows(r io.Reader) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		in := bufio.NewReaderSize(&boundedReader{r, MaxSize}, headSize)
		t, err := begin(in)
		if err != nil {
			yield(Row{}, err)
			return
		}
		for {
			row, err := t.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// boundedReader reads at most left bytes, and fails if there are more.
type boundedReader struct {
	source io.Reader
	left   int64
}

// Read reads as source does.
func (b *boundedReader) Read(p []byte) (int, error) {
	n, err := b.source.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, &Error{Fault: TooLarge}
	}
	return n, err
}

// begin returns a reader of the rows of in, behind the byte order mark.
func begin(in *bufio.Reader) (*textReader, error) {
	head, err := in.Peek(headSize)
	var fault *Error
	switch {
	case errors.As(err, &fault):
		return nil, fault
	case err != nil && !errors.Is(err, io.EOF) && len(head) == 0:
		return nil, err
	case isUTF16(head):
		return nil, &Error{Fault: UTF16, Line: 1}
	}
	if mark := []byte("\ufeff"); bytes.HasPrefix(head, mark) {
		_, _ = in.Discard(len(mark)) // they are there
		head = head[len(mark):]
	}
	if len(head) > len("sep=;") && string(head[:4]) == "sep=" && strings.IndexByte(separators, head[4]) >= 0 && bytes.IndexByte([]byte("\r\n"), head[5]) >= 0 {
		t := newTextReader(in, head[4])
		_, err := t.next()
		return t, err
	}
	return newTextReader(in, separatorOf(head)), nil
}

// isUTF16 reports whether a text begins with a byte order mark of UTF-16, or has a NUL in
// every other byte, as Latin letters have there.
func isUTF16(head []byte) bool {
	if bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff}) {
		return true
	}
	head = head[:min(len(head), 1000)]
	var nuls [2]int
	for i, c := range head {
		if c == 0 {
			nuls[i%2]++
		}
	}
	return max(nuls[0], nuls[1]) > len(head)/4 && min(nuls[0], nuls[1]) < len(head)/20+1
}

// separators are the characters that may separate fields.
const separators = ",;\t|"

// separatorOf returns the separator with which the most heads are found; without heads,
// one that most lines have equally often; else 0.
func separatorOf(head []byte) byte {
	best, most := byte(0), 0
	v := newVocabulary()
	for _, s := range []byte(separators) {
		rows := firstRows(head, s)
		found, at, err := v.findHeads(rows)
		n := 0
		switch {
		case err != nil:
			n = len(err.Heads)
		case found != nil:
			for _, i := range found.at {
				if i >= 0 {
					n++
				}
			}
		}
		if n > most && len(rows[at].Cells) > 1 {
			best, most = s, n
		}
	}
	if most > 0 || hasHeads(v, head) {
		return best
	}
	for _, s := range []byte(separators) {
		if isRegular(firstRows(head, s)) {
			return s
		}
	}
	return 0
}

// hasHeads reports whether the lines of a text are a list of one column with its head.
func hasHeads(v *vocabulary, head []byte) bool {
	found, _, _ := v.findHeads(firstRows(head, 0))
	return found != nil
}

// isRegular reports whether all rows but a few have the same number of fields, of several.
func isRegular(rows []Row) bool {
	counts := map[int]int{}
	for _, row := range rows {
		counts[len(row.Cells)]++
	}
	for fields, n := range counts {
		if fields > 1 && n > 1 && n*5 >= len(rows)*4 {
			return true
		}
	}
	return false
}

// firstRows returns the first rows of a text that are not blank.
func firstRows(head []byte, separator byte) []Row {
	var rows []Row
	t := newTextReader(bufio.NewReader(bytes.NewReader(head)), separator)
	for len(rows) < maxHeads {
		row, err := t.next()
		if err != nil { // it is reported when the whole list is read
			break
		}
		if !isBlank(row) {
			rows = append(rows, Row{row.Number, append([]string{}, row.Cells...)})
		}
	}
	return rows
}
