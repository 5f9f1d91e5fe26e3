package assets

import (
	"io"
	"iter"
	"maps"
	"sync"
	"sync/atomic"
)

// textFile holds the texts of one language. It reads its file as far as texts are
// asked for: a program that shows one language needs a few of another, and those
// stand at the top. Any number of goroutines may use it.
type textFile struct {
	all atomic.Pointer[map[string]string] // by key; nil until the whole file is read

	mu     sync.Mutex // of what follows
	open   func() (io.Reader, error)
	reader *catalogReader // nil before the first text is asked for
}

// text returns the text of key.
func (f *textFile) text(key string) (text string, ok bool) {
	if all := f.all.Load(); all != nil {
		entry, ok := (*all)[key]
		return textOf(entry), ok
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	for {
		if f.reader != nil {
			if entry, ok := f.reader.texts[key]; ok {
				return textOf(entry), true
			}
		}
		if !f.readEntry() {
			return "", false
		}
	}
}

// readEntry reads one entry more. At the end it returns false.
func (f *textFile) readEntry() bool {
	if f.reader == nil {
		in, err := f.open()
		if err != nil {
			return false // cannot be: the file is embedded
		}
		f.reader = newCatalogReader(in)
	}
	if err := f.reader.readEntry(); err != nil { // the end: tests read each file without an error
		f.all.Store(&f.reader.texts)
		return false
	}
	return true
}

// keys returns the keys of all texts, in no order.
func (f *textFile) keys() iter.Seq[string] {
	f.text("") // no text has this key
	return maps.Keys(*f.all.Load())
}
