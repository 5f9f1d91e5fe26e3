package xlsx

import (
	"io"
	"strings"
)

// Book is a workbook that is read. It must not be used by two goroutines at once.
type Book struct {
	archive  *archive
	sheets   []bookSheet
	strings  string // the part with the shared strings; "" for none
	styles   string // the part with the formats; "" for none
	texts    []string
	dates    []bool // whether each cell format shows dates
	date1904 bool   // dates count from 1904 instead of 1900
	loaded   bool   // texts and dates have been read
}

type bookSheet struct {
	name, part string
	hidden     bool
}

// Open reads the list of sheets of a workbook of that many bytes. An error is a
// [*ReadError].
func Open(r io.ReaderAt, size int64) (*Book, error) { return openLimited(r, size, defaultLimits()) }

func openLimited(r io.ReaderAt, size int64, l limits) (*Book, error) {
	a, err := openArchive(r, size, l)
	if err != nil {
		return nil, err
	}
	workbook, err := a.workbook()
	if err != nil {
		return nil, err
	}
	b := &Book{archive: a}
	if err := b.readWorkbook(workbook); err != nil {
		return nil, err
	}
	if len(b.sheets) == 0 {
		return nil, &ReadError{Fault: NoSheet}
	}
	return b, nil
}

// workbook returns the name of the part with the list of sheets.
func (a *archive) workbook() (string, error) {
	all, err := a.relationships("")
	if err != nil {
		return "", err
	}
	name := "xl/workbook.xml"
	for _, r := range all {
		if r.kind == "officeDocument" {
			name = r.target
		}
	}
	switch {
	case strings.HasSuffix(partKey(name), ".bin"):
		return "", &ReadError{Fault: BinaryFormat}
	case a.parts["mimetype"] != nil && a.parts["content.xml"] != nil:
		return "", &ReadError{Fault: OpenDocument}
	case a.parts[partKey(name)] == nil:
		return "", &ReadError{Fault: NotWorkbook}
	}
	return name, nil
}

// readWorkbook reads the list of sheets and the places of other parts.
func (b *Book) readWorkbook(name string) error {
	all, err := b.archive.relationships(name)
	if err != nil {
		return err
	}
	worksheets := map[string]string{}
	for _, r := range all {
		switch r.kind {
		case "worksheet":
			worksheets[r.id] = r.target
		case "sharedStrings":
			b.strings = r.target
		case "styles":
			b.styles = r.target
		}
	}
	p, err := b.archive.open(name)
	if err != nil {
		return err
	}
	isWorkbook := false
	err = p.each(func(t token) error {
		switch string(t.name) {
		case "workbook":
			isWorkbook = true
		case "workbookPr":
			b.date1904 = isTrue(t.value("date1904"))
		case "sheet":
			part, found := worksheets[t.value("id")]
			if !found { // a chart, or a macro of old
				return nil
			}
			if len(b.sheets) == b.archive.limits.entries {
				return p.fault(TooManyCells, "sheets")
			}
			state := t.value("state")
			b.sheets = append(b.sheets, bookSheet{t.value("name"), part, state == "hidden" || state == "veryHidden"})
		}
		return nil
	}, "workbook", "workbookPr", "sheet")
	if err == nil && !isWorkbook {
		return &ReadError{Fault: NotWorkbook}
	}
	return err
}

// isTrue reports whether the value of an attribute is true.
func isTrue(value string) bool { return value == "1" || value == "true" }

// Sheets returns the names of the sheets with cells, in their order.
func (b *Book) Sheets() []string {
	names := make([]string, len(b.sheets))
	for i, s := range b.sheets {
		names[i] = s.name
	}
	return names
}

// sheet returns the sheet of that name, without regard to case. "" is the first
// that is not hidden.
func (b *Book) sheet(name string) (bookSheet, error) {
	for _, s := range b.sheets {
		if name != "" && s.name == name || name == "" && !s.hidden {
			return s, nil
		}
	}
	for _, s := range b.sheets {
		if name == "" || strings.EqualFold(s.name, name) {
			return s, nil
		}
	}
	return bookSheet{}, &ReadError{Fault: NoSheet}
}
