package plain

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
)

// Run runs a session on lines of an input until the user quits, the input ends, ctx ends or
// the output fails, of which it returns the error. Each answer is written before the next line
// is read.
func Run(ctx context.Context, s *Session, in io.Reader, out io.Writer) error {
	w := bufio.NewWriter(out)
	s.Begin(ctx, w)
	r := bufio.NewReaderSize(in, MaxLine+2)
	for {
		if err := w.Flush(); err != nil {
			return err
		}
		line, tooLong, err := readLine(r)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(err, io.EOF) && line == "":
			_ = w.WriteByte('\n') // behind the prompt
			return w.Flush()
		case err != nil && !errors.Is(err, io.EOF):
			return err
		case tooLong:
			s.TooLong(w)
		case s.AnswerLine(ctx, line, w):
			return w.Flush()
		}
	}
}

// readLine reads a line, and reports whether it was too long: then it is empty. The error is
// that of the input; with io.EOF, a last line without a line break may come.
func readLine(r *bufio.Reader) (line string, tooLong bool, err error) {
	b, err := r.ReadSlice('\n')
	line = string(bytes.TrimRight(b, "\r\n"))
	tooLong = errors.Is(err, bufio.ErrBufferFull) || len(line) > MaxLine
	for errors.Is(err, bufio.ErrBufferFull) {
		_, err = r.ReadSlice('\n')
	}
	if tooLong {
		if errors.Is(err, io.EOF) {
			err = nil // the next call finds it
		}
		return "", true, err
	}
	return line, false, err
}
