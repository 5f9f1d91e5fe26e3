// Package library holds the editions that one process works with: the embedded
// ones, those that the user has fetched, and at most one file of the user's own. Each
// edition is opened and indexed once, when it is first asked for, and shared by all
// sessions.
//
//	lib := library.Embedded()             // every edition in the program
//	lib = lib.WithFetched(dates, open)    // with those that the user has fetched
//	lib, own := lib.WithOwn(atlas)        // with the user's own file
//	e := lib.Newest()                     // e.Atlas(), e.Index()
//
// A fetched edition that cannot be opened is passed over: of the methods of a library,
// only Edition and Dates have it.
package library

import (
	"cmp"
	"iter"
	"slices"
	"sync"

	"voxatlas/data"
	"voxatlas/data/search"
	"voxatlas/model"
	"voxatlas/model/query"
)

// Edition is an edition of the facts. Its methods may be called any number of
// times by any number of goroutines: the first call opens or indexes the edition,
// the others get the same value.
type Edition struct {
	Date    string // as "2023-01-26"
	Own     bool   // a user's own file, not an edition of a date
	Fetched bool   // fetched by the user, not embedded

	open  func() (*model.Atlas, error)
	index func() *search.Index
	keys  func() map[*model.Country]query.NameKeys
	city  func() *cityIndex
	words func() completions
}

// Own returns an edition for an atlas that was read from a user's file.
func Own(a *model.Atlas) *Edition {
	e := newEdition(a.Info().Date, func() (*model.Atlas, error) { return a, nil })
	e.Own = true
	return e
}

func newEdition(date string, open func() (*model.Atlas, error)) *Edition {
	e := &Edition{Date: date, open: sync.OnceValues(open)}
	e.index = sync.OnceValue(func() *search.Index { return search.New(e.countries()) })
	e.keys = sync.OnceValue(func() map[*model.Country]query.NameKeys { return foldNames(e.countries()) })
	e.city = sync.OnceValue(func() *cityIndex { return indexCities(e.countries(), e.index().CityFinder) })
	e.words = sync.OnceValue(func() completions { return completionsOf(e.countries()) })
	return e
}

// IsEmbedded reports whether the edition is one of those in the program.
func (e *Edition) IsEmbedded() bool { return !e.Own && !e.Fetched }

// countries yields the countries; none if the facts cannot be read.
func (e *Edition) countries() iter.Seq[*model.Country] {
	if a := e.Atlas(); a != nil {
		return a.Countries()
	}
	return func(func(*model.Country) bool) {}
}

// Open returns the facts. The error is that of [data.Open] or, of a fetched edition, that
// of the function that [Library.WithFetched] has got.
func (e *Edition) Open() (*model.Atlas, error) { return e.open() }

// opens reports whether the facts can be read. It does not open an embedded edition.
func (e *Edition) opens() bool {
	if !e.Fetched {
		return true
	}
	_, err := e.open()
	return err == nil
}

// Atlas returns the facts, or nil if they cannot be read: the tests of package
// data open every embedded edition, and a library passes over a fetched one that cannot.
func (e *Edition) Atlas() *model.Atlas {
	a, _ := e.open()
	return a
}

// Index returns the index that searches the countries of the edition.
func (e *Edition) Index() *search.Index { return e.index() }

// Library is a set of editions, the oldest first. It never changes.
type Library struct {
	editions    []*Edition
	comparisons sync.Map // of pair to *model.Comparison: those that were asked for
}

// Embedded returns a library of all editions embedded in the program.
func Embedded() *Library { return Of(data.Editions()...) }

// Of returns a library of the embedded editions with these dates, the newest of them
// with the notes that are later than its pages. Opening an edition fails if there is
// none of its date.
func Of(dates ...string) *Library {
	l := &Library{}
	for _, date := range dates {
		open := data.Open
		if date == slices.Max(dates) {
			open = data.OpenWithLaterNotes
		}
		l.editions = append(l.editions, newEdition(date, func() (*model.Atlas, error) { return open(date) }))
	}
	slices.SortFunc(l.editions, compareDates)
	return l
}

// WithOwn returns a library that also holds a user's own edition, and that
// edition. It stands in its place by date, behind the embedded edition of the same
// date, from which it may have been made.
func (l *Library) WithOwn(a *model.Atlas) (*Library, *Edition) {
	own := Own(a)
	with := &Library{editions: append(slices.Clone(l.editions), own)}
	slices.SortStableFunc(with.editions, compareDates)
	return with, own
}

func compareDates(a, b *Edition) int { return cmp.Compare(a.Date, b.Date) }

// WithFetched returns a library that also holds the editions of these dates, which the
// user has fetched. Each is opened by open when it is first asked for, once. Where the
// library has an edition of a date already, that one stays.
func (l *Library) WithFetched(dates []string, open func(date string) (*model.Atlas, error)) *Library {
	with := &Library{editions: slices.Clone(l.editions)}
	for _, date := range dates {
		if l.Edition(date) == nil {
			e := newEdition(date, func() (*model.Atlas, error) { return open(date) })
			e.Fetched = true
			with.editions = append(with.editions, e)
		}
	}
	slices.SortStableFunc(with.editions, compareDates)
	return with
}

// Editions returns all editions, the oldest first. It opens the fetched ones. The slice is
// the caller's.
func (l *Library) Editions() []*Edition {
	return slices.DeleteFunc(slices.Clone(l.editions), func(e *Edition) bool { return !e.opens() })
}

// Dates lists the dates of all editions but a user's own file, the oldest first. It opens
// none.
func (l *Library) Dates() []string {
	var dates []string
	for _, e := range l.editions {
		if !e.Own {
			dates = append(dates, e.Date)
		}
	}
	return dates
}

// Edition returns the edition of a date, or nil if there is none. It may be a fetched one
// that cannot be opened.
func (l *Library) Edition(date string) *Edition {
	for _, e := range l.editions {
		if e.Date == date && !e.Own {
			return e
		}
	}
	return nil
}

// Newest returns the newest embedded or fetched edition.
func (l *Library) Newest() *Edition {
	for _, e := range slices.Backward(l.editions) {
		if !e.Own && e.opens() {
			return e
		}
	}
	return nil
}

// Before returns the edition that e is compared with: the one before it in the
// library, or, if e is not in the library, the newest edition of a date that is older
// or, for a user's own file, as old. It returns nil if there is none.
func (l *Library) Before(e *Edition) *Edition {
	at := slices.Index(l.editions, e)
	for i, other := range slices.Backward(l.editions) {
		order := compareDates(other, e)
		if (at >= 0 && i < at || at < 0 && !other.Own && (order < 0 || e.Own && order == 0)) && other.opens() {
			return other
		}
	}
	return nil
}
