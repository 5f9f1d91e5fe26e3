package pane

import (
	"sync"

	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// Looks makes looks and keeps the values that panes derive from them: bindings,
// sorted lists, laid-out text. Sessions that share a Looks share these values. It
// is safe for use by several goroutines.
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

// NewLooks returns the looks for some localizers, at least one. They keep at most
// limit derived values. A browser needs a few dozen; a server for many sessions
// needs about countries times languages times usual widths.
func NewLooks(localizers []say.Localizer, limit int) *Looks {
	return &Looks{localizers: localizers, memo: &memo{limit: limit, values: map[memoKey]any{}}, looks: map[lookKey]*Look{}}
}

// Look returns the look with the localizer of that index.
func (l *Looks) Look(localizer int, t *text.Theme, ascii bool) *Look {
	l.mu.Lock()
	defer l.mu.Unlock()
	k := lookKey{localizer, t, ascii}
	if l.looks[k] == nil {
		l.looks[k] = &Look{
			Localizer: l.localizers[localizer], Next: l.next(localizer), Other: l.companion(localizer),
			Theme: t, ASCII: ascii, memo: l.memo,
		}
	}
	return l.looks[k]
}

// next returns the localizer after that of an index, the first after the last.
func (l *Looks) next(localizer int) say.Localizer {
	return l.localizers[(localizer+1)%len(l.localizers)]
}

// companion returns the localizer of the companion language of the one of an
// index, or the next localizer if no localizer has it.
func (l *Looks) companion(localizer int) say.Localizer {
	for _, other := range l.localizers {
		if other.Lang() == l.localizers[localizer].Companion() {
			return other
		}
	}
	return l.next(localizer)
}

// memo keeps values that follow from a look and a key. No value can become wrong,
// since neither looks nor facts change. A full memo is emptied.
type memo struct {
	limit int

	mu     sync.Mutex
	values map[memoKey]any
}

type memoKey struct {
	look *Look
	key  any
}

// Memoize returns the value for a look and a key. It calls derive for the first
// caller, and returns the same value to later callers, in other panes and
// sessions, too. The value must follow from look and key alone and must not be
// changed. The type of key must belong to the caller, so that two callers never
// use equal keys.
func Memoize[T any](l *Look, key any, derive func() T) T {
	k := memoKey{l, key}
	l.memo.mu.Lock()
	v, ok := l.memo.values[k]
	l.memo.mu.Unlock()
	if ok {
		return v.(T)
	}
	derived := derive() // without the lock: it takes long, and may memoize, too
	l.memo.mu.Lock()
	defer l.memo.mu.Unlock()
	if v, ok := l.memo.values[k]; ok { // another goroutine was faster: share its value
		return v.(T)
	}
	if len(l.memo.values) >= l.memo.limit {
		clear(l.memo.values)
	}
	l.memo.values[k] = derived
	return derived
}
