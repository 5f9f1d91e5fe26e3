package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"

	"voxatlas/assets"
)

// maxLine is the number of bytes that a line of the standard input may have.
const maxLine = 1000

// inputLine is a line of the standard input.
type inputLine struct {
	number  int    // from 1
	text    string // without blanks at its ends; "" if it is too long
	tooLong bool
	err     error // of the input: there is no further line
}

// readLines calls use for every line of the standard input that is not empty, and
// prints the errors that it returns. Output is written before the program waits for
// the next line, so that a person or a pipe sees each answer at once. An error of the
// input, which command reads, is returned, and one for more than limit lines, if that is
// not 0.
func (p *program) readLines(ctx context.Context, command string, limit int, use func(line string) error) error {
	if p.env.Remote || p.env.In == nil {
		return p.userError(codeMisuse, "error.input.remote", "command", command)
	}
	p.endPaging() // each answer is shown at once
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	lines := make(chan inputLine)
	go scanLines(ctx, p.env.In, limit, lines) // a read cannot be interrupted, but its reader can leave
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case l, ok := <-lines:
			switch {
			case !ok:
				return nil
			case l.err != nil:
				return p.userError(codeData, "error.input.unreadable", "command", command, "why", p.fileReason(l.err))
			case limit > 0 && l.number > limit:
				return p.userError(codeData, "error.input.too_many", "command", command, "limit", assets.Number(limit))
			case l.tooLong:
				p.handleError(p.userError(codeMisuse, "error.input.line", "command", command, "line", l.number, "limit", assets.Number(maxLine)))
			default:
				p.handleError(use(l.text))
			}
			if p.flush(); p.code >= codeNoReader {
				return nil
			}
		}
	}
}

// scanLines sends the lines of r that are not empty, until ctx ends, and closes lines.
// Behind the line number limit, unless that is 0, it sends any line and no more. A byte
// order mark, which PowerShell writes, is dropped.
func scanLines(ctx context.Context, r io.Reader, limit int, lines chan<- inputLine) {
	defer close(lines)
	in := bufio.NewReaderSize(r, maxLine+3) // and its line break
	send := func(l inputLine) bool {
		select {
		case <-ctx.Done():
			return false
		case lines <- l:
			return true
		}
	}
	for n := 1; ; n++ {
		l := inputLine{number: n}
		b, err := in.ReadSlice('\n')
		if n == 1 {
			b = bytes.TrimPrefix(b, []byte("\ufeff"))
		}
		l.tooLong = errors.Is(err, bufio.ErrBufferFull) || len(bytes.TrimRight(b, "\r\n")) > maxLine
		if !l.tooLong {
			l.text = strings.TrimSpace(string(b))
		}
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = in.ReadSlice('\n')
		}
		last := limit > 0 && n > limit
		switch {
		case errors.Is(err, io.EOF) && l.text == "" && !l.tooLong:
			return
		case (l.text != "" || l.tooLong || last) && !send(l):
			return
		case last || errors.Is(err, io.EOF):
			return
		case err != nil:
			send(inputLine{number: n, err: err})
			return
		}
	}
}
