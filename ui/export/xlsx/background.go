package xlsx

import (
	"io"
	"sync/atomic"
)

// backgroundWriter writes to another writer in a goroutine of its own: rows are made while
// those before them are compressed. Its writer must not be used until Close has returned.
type backgroundWriter struct {
	pieces, free chan []byte
	done         chan struct{}
	err          atomic.Pointer[error] // the first one
}

// maxPieces is the number of pieces that wait.
const maxPieces = 4

// newBackgroundWriter returns a writer to w. Close must be called in the end.
func newBackgroundWriter(w io.Writer) *backgroundWriter {
	b := &backgroundWriter{pieces: make(chan []byte, maxPieces), free: make(chan []byte, maxPieces), done: make(chan struct{})}
	for range maxPieces {
		b.free <- nil
	}
	go b.writePieces(w)
	return b
}

// writePieces writes the pieces to w; after an error it only takes them.
func (b *backgroundWriter) writePieces(w io.Writer) {
	defer close(b.done)
	for piece := range b.pieces {
		if b.err.Load() == nil {
			if _, err := w.Write(piece); err != nil {
				b.err.Store(&err)
			}
		}
		b.free <- piece
	}
}

// Write takes a copy of p. It returns the error of an earlier piece.
func (b *backgroundWriter) Write(p []byte) (int, error) {
	if err := b.err.Load(); err != nil {
		return 0, *err
	}
	b.pieces <- append((<-b.free)[:0], p...)
	return len(p), nil
}

// Close waits until all is written, and returns the first error.
func (b *backgroundWriter) Close() error {
	close(b.pieces)
	<-b.done
	if err := b.err.Load(); err != nil {
		return *err
	}
	return nil
}
