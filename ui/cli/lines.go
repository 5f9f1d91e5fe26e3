package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
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
// the next line, so that a person or a pipe sees each answer at once.
func (p *program) readLines(ctx context.Context, use func(number int, line string, tooLong bool) error) error {
	lines := make(chan inputLine)
	go scanLines(ctx, p.env.In, lines) // a read cannot be interrupted, but its reader can leave
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case l, ok := <-lines:
			switch {
			case !ok:
				return nil
			case l.err != nil:
				return p.userError(codeData, "error.search.input", "why", quotable(l.err.Error()))
			}
			p.handleError(use(l.number, l.text, l.tooLong))
			if p.flush(); p.code >= codeNoReader {
				return nil
			}
		}
	}
}

// scanLines sends the lines of r that are not empty, until ctx ends, and closes lines.
// A byte order mark, which PowerShell writes, is dropped.
func scanLines(ctx context.Context, r io.Reader, lines chan<- inputLine) {
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
		if (l.text != "" || l.tooLong) && !send(l) {
			return
		}
		switch {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			send(inputLine{number: n, err: err})
			return
		}
	}
}
