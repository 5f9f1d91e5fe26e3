package pane

import (
	"sync"

	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// Looks are the looks that there are, and what was made for them: bindings, the
// order of a list, laid-out text. Sessions that share a Looks share these. It may
// be used by any number of goroutines.
type Looks struct {
	localizers []say.Localizer
	memo       *memo

	mu    sync.Mutex
	looks map[lookKey]*Look
}

type lookKey struct {
	localizer int
	theme     *text.Theme
	ascii     bool
}

// NewLooks is the looks for some localizers, at least one. They remember at most so
// many things that were made for them: one browser needs a few dozen, a server
// for many as many as there are countries times languages times usual widths.
func NewLooks(localizers []say.Localizer, remember int) *Looks {
	return &Looks{localizers: localizers, memo: &memo{limit: remember, values: map[memoKey]any{}}, looks: map[lookKey]*Look{}}
}

// Look is the look in a localizer, by its index. Its other localizer is the next one.
func (l *Looks) Look(localizer int, t *text.Theme, ascii bool) *Look {
	l.mu.Lock()
	defer l.mu.Unlock()
	k := lookKey{localizer, t, ascii}
	if l.looks[k] == nil {
		l.looks[k] = &Look{Localizer: l.localizers[localizer], Other: l.localizers[(localizer+1)%len(l.localizers)], Theme: t, ASCII: ascii, memo: l.memo}
	}
	return l.looks[k]
}

// memo remembers what follows from a look and a key. Nothing in it can become
// wrong, since neither looks nor facts change; when it is full it starts anew.
type memo struct {
	limit int

	mu     sync.Mutex
	values map[memoKey]any
}

type memoKey struct {
	look *Look
	key  any
}

// Memoize is what make made for a look and a key, now or before, for this pane or
// another. It must follow from both and must not be changed. A key is a value of a
// type of the caller's own, so that no two callers mean different things by one.
func Memoize[T any](l *Look, key any, make func() T) T {
	k := memoKey{l, key}
	l.memo.mu.Lock()
	v, ok := l.memo.values[k]
	l.memo.mu.Unlock()
	if ok {
		return v.(T)
	}
	made := make()
	l.memo.mu.Lock()
	defer l.memo.mu.Unlock()
	if v, ok := l.memo.values[k]; ok { // somebody was faster: share that
		return v.(T)
	}
	if len(l.memo.values) >= l.memo.limit {
		clear(l.memo.values)
	}
	l.memo.values[k] = made
	return made
}
