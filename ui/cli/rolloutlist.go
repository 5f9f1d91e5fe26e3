package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"os"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/data/offices"
	"voxatlas/ui/export/xlsx"
)

// officeList is an open list of offices.
type officeList struct {
	rows  iter.Seq2[offices.Row, error]
	files []*os.File
}

// closeFiles closes the files of the list.
func (l *officeList) closeFiles() {
	for _, f := range l.files {
		_ = f.Close() // only read from
	}
}

// openList opens the list of a file, or of the standard input for "-". A workbook is known
// by its first bytes, whatever its name.
func (p *program) openList(file string) (*officeList, error) {
	l := &officeList{}
	in := p.env.In
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, p.listError(file, data.ReadError(err))
		}
		l.files = append(l.files, f)
		if info, err := f.Stat(); err == nil && info.IsDir() {
			l.closeFiles()
			return nil, p.listError(file, data.IsFolder)
		}
		in = f
	}
	if in == nil {
		return nil, p.userError(codeMisuse, "error.input.remote", "command", "rollout")
	}
	head := bufio.NewReader(in)
	if first, _ := head.Peek(len(zipHead)); !bytes.Equal(first, []byte(zipHead)) && !bytes.Equal(first, []byte(compoundHead)) {
		l.rows = offices.TextRows(head)
		return l, nil
	}
	f, err := l.seekable(in, head)
	if err == nil {
		l.rows, err = workbookRows(f)
	}
	if err != nil {
		l.closeFiles()
		return nil, p.listError(file, err)
	}
	return l, nil
}

// The first bytes of workbooks: of a ZIP archive, and of older ones.
const (
	zipHead      = "PK\x03\x04"
	compoundHead = "\xD0\xCF\x11\xE0"
)

// seekable returns in, of which head has read the beginning, if it is a regular file; else
// a copy, which no name leads to, so that nothing of it is left behind.
func (l *officeList) seekable(in io.Reader, head io.Reader) (*os.File, error) {
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return f, nil
		}
	}
	f, err := os.CreateTemp("", "voxatlas-*.xlsx")
	if err != nil {
		return nil, data.ReadError(err)
	}
	l.files = append(l.files, f)
	_ = os.Remove(f.Name()) // it stays open
	n, err := io.Copy(f, io.LimitReader(head, xlsx.MaxSize+1))
	if err == nil && n > xlsx.MaxSize {
		err = &xlsx.ReadError{Fault: xlsx.TooLarge}
	}
	return f, err
}

// workbookRows returns the rows of the first sheet of a workbook.
func workbookRows(f *os.File) (iter.Seq2[offices.Row, error], error) {
	info, err := f.Stat()
	if err != nil {
		return nil, data.ReadError(err)
	}
	book, err := xlsx.Open(f, info.Size())
	if err != nil {
		return nil, err
	}
	return func(yield func(offices.Row, error) bool) {
		for row, err := range book.Rows("") {
			if !yield(offices.Row(row), err) {
				return
			}
		}
	}, nil
}

// listName returns the name of a list in a message.
func (p *program) listName(file string) string {
	if file == "-" {
		return p.localizer.Text("error.rollout.input")
	}
	return quotable(file)
}

// listError returns the error of a list that cannot be read.
func (p *program) listError(file string, err error) error {
	subject := p.listName(file)
	var fault *offices.Error
	var workbook *xlsx.ReadError
	var whole data.FileError
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &fault):
		return p.listFaultError(subject, fault)
	case errors.As(err, &workbook):
		f := p.userError(codeData, "error.rollout.workbook."+workbook.Fault.Key(), "file", subject, "limit", xlsx.MaxSize>>20)
		if workbook.Part != "" {
			f.details = append(f.details, quotable(workbook.Error()))
		}
		return f
	}
	err = data.ReadError(err)
	if errors.As(err, &whole) {
		return p.userError(codeData, "error.rollout.file."+whole.Key(), "file", subject)
	}
	return p.userError(codeData, "error.rollout.file.unreadable", "file", subject, "why", p.fileReason(err))
}

// listFaultError returns the error of a fault in a list, with its line. A list without
// offices is nothing found.
func (p *program) listFaultError(subject string, fault *offices.Error) error {
	code := codeData
	if fault.Fault == offices.Empty {
		code = codeNothing
	}
	var heads []string
	for i, head := range fault.Heads {
		if i == maxNames {
			heads = append(heads, "...")
			break
		}
		heads = append(heads, quotable(head))
	}
	return p.userError(code, "error.rollout.list."+fault.Fault.Key(), "file", subject, "line", assets.Number(fault.Line),
		"columns", p.localizer.JoinList(heads), "limit", offices.MaxSize>>20, "most", assets.Number(offices.MaxOffices))
}
