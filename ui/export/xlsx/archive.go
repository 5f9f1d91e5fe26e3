package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// MaxSize is the most bytes of a file that [Open] reads.
const MaxSize = 100 << 20

// limits bound the work of the reader. Time is bounded by the bytes that
// are unpacked, memory by the directory, the texts and one row.
type limits struct {
	directory int64 // bytes of the archive's directory, with its end
	unpacked  int64 // bytes of all parts that one reading unpacks
	ratio     int64 // unpacked bytes of a part to its packed bytes, beyond free
	free      int64 // unpacked bytes of a part, however few its packed bytes are
	columns   int   // with something in them
	texts     int   // shared strings
	textBytes int   // of all shared strings
	text      int   // bytes of one text
	entries   int   // of every other list: sheets, relationships, formats
}

// defaultLimits are far beyond the sheets that people keep. A sheet of 100,000 rows
// and 20 columns unpacks to 120 MB, 10 to 40 times of its packed size.
func defaultLimits() limits {
	return limits{
		directory: 4 << 20, unpacked: 512 << 20, ratio: 300, free: 32 << 20, columns: 1000,
		texts: 1_500_000, textBytes: 48 << 20, text: 256 << 10, entries: 65_536,
	}
}

// archive holds the parts of a file by their names.
type archive struct {
	parts  map[string]*zip.File // by name in lower case: names of parts have no case
	limits limits
	left   int64 // bytes that may still be unpacked
}

// errUnpacked says that a part is larger than the limits allow.
var errUnpacked = errors.New("more bytes than allowed")

// openArchive reads the directory of an archive.
func openArchive(r io.ReaderAt, size int64, l limits) (*archive, error) {
	if size > MaxSize {
		return nil, &ReadError{Fault: TooLarge}
	}
	if fault := faultOfHead(r); fault != 0 {
		return nil, &ReadError{Fault: fault}
	}
	bounded := &boundedReaderAt{source: r, left: l.directory}
	z, err := zip.NewReader(bounded, size)
	switch {
	case bounded.left < 0:
		return nil, &ReadError{Fault: TooLargeInside, Detail: "directory"}
	case err != nil && !errors.Is(err, zip.ErrInsecurePath):
		return nil, &ReadError{Fault: Damaged, Detail: err.Error()}
	}
	bounded.left = -1
	bounded.unbounded = true
	a := &archive{parts: make(map[string]*zip.File, len(z.File)), limits: l, left: l.unpacked}
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			return nil, &ReadError{Fault: Encrypted}
		}
		if name := partKey(f.Name); a.parts[name] == nil {
			a.parts[name] = f
		}
	}
	return a, nil
}

// boundedReaderAt fails after a number of bytes, until it is unbounded.
type boundedReaderAt struct {
	source    io.ReaderAt
	left      int64
	unbounded bool
}

// ReadAt reads as source does.
func (b *boundedReaderAt) ReadAt(p []byte, at int64) (int, error) {
	if b.unbounded {
		return b.source.ReadAt(p, at)
	}
	if b.left -= int64(len(p)); b.left < 0 {
		return 0, errUnpacked
	}
	return b.source.ReadAt(p, at)
}

// partKey returns the key of a part in archive.parts.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// part is a part that is being read.
type part struct {
	*scanner
	name string
	row  int // that is being read, for errors; 0 for none
	file io.ReadCloser
	raw  io.Reader
}

// open begins to read a part. Its name may have any case.
func (a *archive) open(name string) (*part, error) {
	f := a.parts[partKey(name)]
	if f == nil {
		return nil, &ReadError{Fault: Damaged, Part: name, Detail: "missing"}
	}
	file, err := f.Open()
	if err != nil {
		return nil, &ReadError{Fault: Damaged, Part: name, Detail: err.Error()}
	}
	packed := int64(min(f.CompressedSize64, uint64(MaxSize))) //nolint:gosec // MaxSize at most
	raw := &boundedReader{source: file, left: max(a.limits.free, packed*a.limits.ratio), all: &a.left}
	return &part{scanner: &scanner{source: raw}, name: name, file: file, raw: raw}, nil
}

// boundedReader fails after a number of bytes of its own, and of all readers.
type boundedReader struct {
	source io.Reader
	left   int64
	all    *int64
}

// Read reads as source does.
func (b *boundedReader) Read(p []byte) (int, error) {
	n, err := b.source.Read(p)
	b.left -= int64(n)
	*b.all -= int64(n)
	if b.left < 0 || *b.all < 0 {
		return 0, errUnpacked
	}
	return n, err
}

// close ends the reading of a part.
func (p *part) close() { _ = p.file.Close() } // nothing was written

// drain reads the rest of a part, so that its checksum is compared.
func (p *part) drain() error {
	_, err := io.Copy(io.Discard, p.raw)
	return p.wrap(err)
}

// wrap returns err as an error of this part.
func (p *part) wrap(err error) error {
	var known *ReadError
	switch {
	case err == nil || errors.As(err, &known):
		return err
	case errors.Is(err, errUnpacked):
		return p.fault(TooLargeInside, "")
	case errors.Is(err, io.EOF):
		err = io.ErrUnexpectedEOF
	}
	return p.fault(Damaged, "%v", err)
}

// fault returns an error of this part.
func (p *part) fault(f Fault, format string, args ...any) error {
	return &ReadError{Fault: f, Part: p.name, Row: p.row, Detail: fmt.Sprintf(format, args...)}
}

// each calls do with every start tag of one of the names, wherever it stands.
func (p *part) each(do func(token) error, names ...string) error {
	defer p.close()
	for {
		t, err := p.nextToken()
		if err == io.EOF { //nolint:errorlint // next returns it as it is
			return nil
		}
		if err != nil {
			return p.wrap(err)
		}
		if t.kind != startTag || !contains(names, t.name) {
			continue
		}
		if err := do(t); err != nil {
			return p.wrap(err)
		}
	}
}

func contains(names []string, name []byte) bool {
	for _, n := range names {
		if n == string(name) {
			return true
		}
	}
	return false
}

// relationship says which part another part uses.
type relationship struct{ id, kind, target string }

// relationships returns those of a part; none if the archive has no list of them.
func (a *archive) relationships(of string) ([]relationship, error) {
	folder, name := path.Split(of)
	list := folder + "_rels/" + name + ".rels"
	if a.parts[partKey(list)] == nil {
		return nil, nil
	}
	p, err := a.open(list)
	if err != nil {
		return nil, err
	}
	var all []relationship
	err = p.each(func(t token) error {
		if len(all) == a.limits.entries {
			return p.fault(TooManyCells, "relationships")
		}
		kind, target := t.value("Type"), t.value("Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(folder, target)
		}
		all = append(all, relationship{t.value("Id"), path.Base(kind), target})
		return nil
	}, "Relationship")
	return all, err
}

// faultOfHead tells the kind of a file that is no ZIP archive by its first bytes.
func faultOfHead(r io.ReaderAt) Fault {
	head := make([]byte, 512)
	n, _ := r.ReadAt(head, 0) // a short file is no archive
	head = head[:n]
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return 0
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return faultOfCompound(r, head)
	}
	return NotWorkbook
}
