package cli

import (
	"cmp"
	"errors"
	"slices"
	"sync"

	"voxatlas/data/fetched"
	"voxatlas/data/library"
	"voxatlas/model"
)

// fetchedEditions holds the editions that the user has fetched, beside the embedded ones,
// and the trouble with them.
type fetchedEditions struct {
	library *library.Library // nil until the directory has been read

	mu       sync.Mutex // the browser opens editions in goroutines of its own
	damaged  []*fetched.Error
	reported []string // the dates of those that an error has named
}

// editions returns the library without a file of --data: the embedded editions, and those
// that the user has fetched. With --data there are no fetched ones. It reads the directory
// once, and opens none.
func (p *program) editions() *library.Library {
	if p.env.Fetched == "" || p.options.data != "" {
		return p.env.Library
	}
	if p.fetched.library == nil {
		dates, err := p.env.Fetched.Dates()
		p.fetched.addDamaged(err)
		p.fetched.library = p.env.Library.WithFetched(dates, p.openFetched)
	}
	return p.fetched.library
}

// openFetched opens the edition of a date. Of one that cannot be opened, reportDamaged
// tells the user.
func (p *program) openFetched(date string) (*model.Atlas, error) {
	a, err := p.env.Fetched.Open(date)
	p.fetched.addDamaged(err)
	return a, err
}

// addDamaged notes an error, unless it is none.
func (f *fetchedEditions) addDamaged(err error) {
	var trouble *fetched.Error
	if errors.As(err, &trouble) {
		f.mu.Lock()
		defer f.mu.Unlock()
		known := func(e *fetched.Error) bool { return e.Date == trouble.Date }
		if !slices.ContainsFunc(f.damaged, known) { // the directory may be read again
			f.damaged = append(f.damaged, trouble)
		}
	}
}

// reportDamaged prints a line about each fetched edition that was passed over, at the end
// of the program: the browser may have the screen until then. Shells ask for completions
// without it.
func (p *program) reportDamaged() {
	p.fetched.mu.Lock()
	defer p.fetched.mu.Unlock()
	for _, trouble := range p.fetched.damaged {
		if !p.completes && !slices.Contains(p.fetched.reported, trouble.Date) {
			p.printNotice(p.fetchedError(trouble, ".passed").message)
		}
	}
	p.fetched.damaged = nil
}

// fetchedError returns the error of a fetched edition, or of their directory, which is not
// reported again. The form ".passed" says that it was passed over.
func (p *program) fetchedError(trouble *fetched.Error, form string) *userError {
	key := "error.fetched." + string(trouble.Kind) + form
	if trouble.Date == "" {
		key = "error.fetched.directory"
	}
	if form == "" {
		p.fetched.reported = append(p.fetched.reported, trouble.Date)
	}
	return p.userError(codeData, key, "date", cmp.Or(quotable(trouble.Date), "?"), "file", quotable(trouble.Path), "why", p.localizer.FileReason(trouble.Reason, trouble.Why))
}
