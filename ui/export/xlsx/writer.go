package xlsx

import (
	"archive/zip"
	"bufio"
	"bytes"
	"cmp"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"time"
)

// Properties describe a workbook.
type Properties struct {
	Title, Creator string
	Created        time.Time // zero for not stated
	Font           string    // of all cells; "" for Calibri
}

// Sheet describes a sheet, before its rows.
type Sheet struct {
	Name          string // any text: see [Writer.AddSheet]
	Header        bool   // the first row stays in sight, filters the others and is printed on every page
	FrozenColumns int    // the first columns stay in sight, with Header
	MaxWidth      int    // the most characters of a column, wider texts are wrapped; 0 for 60
	MaxWidths     []int  // the same of the first columns; 0 for MaxWidth
	Portrait      bool   // printed upright, not landscape
	PagesWide     int    // the most printed pages beside each other, each with the frozen columns; 0 for one
}

// Writer writes a workbook: sheet after sheet, row after row. It keeps its first
// error and returns it from then on.
type Writer struct {
	zip        *zip.Writer
	properties Properties
	names      []string // of the sheets
	defined    bytes.Buffer
	sheet      *sheetWriter // the one that takes rows; nil before the first
	texts      sharedTexts
	err        error
}

// NewWriter returns a Writer to w. Close must be called in the end.
func NewWriter(w io.Writer, p Properties) *Writer {
	p.Font = cmp.Or(p.Font, "Calibri")
	z := zip.NewWriter(w)
	var deflater *flate.Writer // one part is written at a time
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		if deflater == nil {
			var err error
			deflater, err = flate.NewWriter(w, compression)
			return deflater, err
		}
		deflater.Reset(w)
		return deflater, nil
	})
	return &Writer{zip: z, properties: p}
}

// compression is the level of all parts. The next one takes a quarter more time for a tenth
// less, since the texts are shared.
const compression = 1

// AddSheet begins a sheet and returns its name: s.Name, as far as names of sheets
// allow it, and no other's.
func (w *Writer) AddSheet(s Sheet) (string, error) {
	if err := w.endSheet(); err != nil {
		return "", err
	}
	s.Name = sheetName(s.Name, w.names)
	s.MaxWidth = cmp.Or(s.MaxWidth, 60)
	part, err := w.createPart(sheetPart(len(w.names)))
	if err != nil {
		w.err = err
		return "", err
	}
	background := newBackgroundWriter(part)
	w.sheet = &sheetWriter{Sheet: s, part: background, out: bufio.NewWriterSize(background, 32<<10), texts: &w.texts, first: len(w.names) == 0}
	w.names = append(w.names, s.Name)
	return s.Name, nil
}

// WriteRow writes the next row of the sheet.
func (w *Writer) WriteRow(cells ...Cell) error {
	switch {
	case w.err != nil:
	case w.sheet == nil:
		w.err = errors.New("a row before the first sheet")
	default:
		if w.err = w.sheet.writeRow(cells); w.err != nil {
			_ = w.sheet.part.Close() // an error of it is the same, or a later one
			w.sheet = nil
		}
	}
	return w.err
}

// endSheet writes the end of the sheet that takes rows, with its links.
func (w *Writer) endSheet() error {
	if w.err != nil || w.sheet == nil {
		return w.err
	}
	s, index := w.sheet, len(w.names)-1
	w.sheet = nil
	w.err = s.endSheet(w.properties)
	if err := s.part.Close(); w.err == nil {
		w.err = err
	}
	if w.err != nil {
		return w.err
	}
	s.appendDefinedNames(&w.defined, index)
	if s.links.Len() > 0 {
		w.err = w.writePart(fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", index+1), relationshipsXML(s.links.String()))
	}
	return w.err
}

// Close writes the rest of the workbook. It does not close the underlying writer.
func (w *Writer) Close() error {
	if err := w.endSheet(); err != nil {
		return err
	}
	if len(w.names) == 0 {
		w.err = errors.New("a workbook without a sheet")
		return w.err
	}
	if w.err = w.writeParts(); w.err == nil {
		w.err = w.zip.Close()
	}
	if w.err != nil {
		return w.err
	}
	w.err = errors.New("the workbook is closed")
	return nil
}

// createPart begins a part of the archive. All have the same time, so that the same
// rows give the same bytes.
func (w *Writer) createPart(name string) (io.Writer, error) {
	h := &zip.FileHeader{Name: name, Method: zip.Deflate}
	h.ModifiedDate = 1<<5 | 1 //nolint:staticcheck // 1 January 1980, ZIP's first day, without the extra field that Modified adds
	return w.zip.CreateHeader(h)
}

func (w *Writer) writePart(name string, b []byte) error {
	part, err := w.createPart(name)
	if err != nil {
		return err
	}
	_, err = part.Write(b)
	return err
}
