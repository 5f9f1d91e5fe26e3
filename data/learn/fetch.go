package learn

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// maxCountries is the most countries that an index may list.
const maxCountries = 400

// Fetcher fetches pages. Its fields are set before.
type Fetcher struct {
	Base      *url.URL          // below which the pages are, of [ParseBase]
	Agent     string            // the User-Agent
	Cache     string            // directory; "" for none
	Now       func() time.Time  // the clock that tells how old a cached page is
	Transport http.RoundTripper // nil for the network

	// Progress receives how many of all pages have been read. Its error ends the run.
	Progress func(done, all int) error

	client     *client
	noMarkdown bool              // the server gives HTML alone
	bodies     map[string]string // the name of the page with a body, by its checksum
}

// Page is a page as it was read.
type Page struct {
	*pages.Page        // its File is that of the documentation's repository, or .html
	Type        string // its media type: text/markdown or text/html
	Body        []byte // as it came
	cached      bool   // it is the copy in the cache, read within the hour
}

// Result holds the pages of a run.
type Result struct {
	Index        *Page        // nil when its links are not known
	Destinations *Page        // nil when it could not be read
	Countries    []*Page      // in the order of the index
	Missing      []Missing    // the countries whose pages could not be read
	Faults       []*PageError // of pages that are not as expected, in the order of the requests
	Links        int          // countries that the index links to; less than those that were asked for where it is not understood
}

// Missing is a country without a page: the page could not be read.
type Missing struct {
	Slug  string
	Fault *PageError
}

// Fetch fetches the index, the list of destinations and the page of each country that the
// index links to. If that links to less than nine in ten of the known slugs, it counts as
// not understood, and the known ones are tried, too. The error is a [*StopError], or that
// of ctx or Progress.
func (f *Fetcher) Fetch(ctx context.Context, known []string) (*Result, error) {
	f.bodies, f.noMarkdown = map[string]string{}, false
	f.client = &client{base: f.Base, agent: f.Agent, transport: f.Transport, pause: politePause}
	if isThisMachine(f.Base) {
		f.client.pause = 0
	}
	if f.Transport == nil {
		transport := newTransport()
		defer transport.CloseIdleConnections()
		f.client.transport = transport
	}
	r := &Result{}
	err := f.fetchAll(ctx, r, known)
	var stop *StopError
	if errors.As(err, &stop) {
		stop.Faults, stop.Read = r.Faults, r.Read()
	}
	return r, err
}

// Read counts the pages that have been read.
func (r *Result) Read() int { return len(r.Pages()) }

// Cached counts those of them that were read within the hour, and come from the cache.
func (r *Result) Cached() int {
	return len(slices.DeleteFunc(r.Pages(), func(p *Page) bool { return !p.cached }))
}

// Pages lists the pages that have been read, the index and the list of destinations first.
func (r *Result) Pages() []*Page {
	list := append([]*Page{r.Index, r.Destinations}, r.Countries...)
	return slices.DeleteFunc(list, func(p *Page) bool { return p == nil })
}

// fetchAll fetches all pages into r.
func (f *Fetcher) fetchAll(ctx context.Context, r *Result, known []string) error {
	index, err := f.fetchPage(ctx, r, pages.LearnIndexName, pages.IndexName)
	if err != nil {
		return err
	}
	var slugs []string
	if index != nil {
		slugs = countryLinks(index.Page)
	}
	r.Links = len(slugs)
	if r.Links*10 >= len(known)*9 && r.Links > 0 {
		r.Index = index
	} else {
		for _, slug := range known {
			if !slices.Contains(slugs, slug) {
				slugs = append(slugs, slug)
			}
		}
	}
	all := len(slugs) + 2
	if err := f.report(1, all); err != nil {
		return err
	}
	if r.Destinations, err = f.fetchPage(ctx, r, countriesPath+pages.DestinationsName, pages.DestinationsName); err != nil {
		return err
	}
	for i, slug := range slugs {
		if err := f.report(i+2, all); err != nil {
			return err
		}
		p, err := f.fetchPage(ctx, r, countriesPath+pages.CountryPrefix+slug, pages.CountryPrefix+slug)
		switch {
		case err != nil:
			return err
		case p != nil:
			r.Countries = append(r.Countries, p)
		default:
			r.Missing = append(r.Missing, Missing{slug, r.Faults[len(r.Faults)-1]})
		}
		if most := MaxMissing(len(slugs)); len(r.Missing) > most {
			return &StopError{Stop: TooFew, URL: f.Base.String(), Detail: strconv.Itoa(most)}
		}
	}
	return f.report(all, all)
}

// MaxMissing returns how many of the pages of n countries may be missing in an edition:
// one in twenty, rounded up.
func MaxMissing(n int) int { return (n + 19) / 20 }

// report tells the progress.
func (f *Fetcher) report(done, all int) error {
	if f.Progress == nil {
		return nil
	}
	return f.Progress(done, all)
}

// fetchPage returns the page at a path below the base, under the name that the importer
// knows; nil with the fault in r when it is not as expected.
func (f *Fetcher) fetchPage(ctx context.Context, r *Result, path, name string) (*Page, error) {
	address := f.Base.JoinPath(path).String()
	p, err := f.readPage(ctx, address, name)
	if err == nil {
		sum := sumOf(p.Body)
		if other, twice := f.bodies[sum]; twice {
			err = pageError(address, WrongPage, other)
		} else {
			f.bodies[sum] = name
		}
	}
	var fault *PageError
	if errors.As(err, &fault) {
		r.Faults = append(r.Faults, fault)
		return nil, nil
	}
	return p, err
}

// readPage returns the page at an address: as Markdown, or as HTML where that is not given.
func (f *Fetcher) readPage(ctx context.Context, address, name string) (*Page, error) {
	if !f.noMarkdown {
		p, err := f.readForm(ctx, address, address+"?accept="+typeMarkdown, typeMarkdown, name)
		var fault *PageError
		if !errors.As(err, &fault) || !isOfForm(fault.Fault) {
			return p, err
		}
	}
	p, err := f.readForm(ctx, address, address, typeHTML, name)
	if err == nil {
		f.noMarkdown = true
	}
	return p, err
}

// FetchHTML fetches the page of a country, which Fetch has read as Markdown, once more as
// HTML: in Markdown, the items of a list may run together. The error is a [PageError],
// a [*StopError] or that of ctx.
func (f *Fetcher) FetchHTML(ctx context.Context, p *Page) (*Page, error) {
	name := strings.TrimSuffix(p.File, ".md")
	address := f.Base.JoinPath(countriesPath + name).String()
	return f.readForm(ctx, address, address, typeHTML, name)
}

// isOfForm reports whether a fault of a page may be one of its form, so that there may be a
// page in another form.
func isOfForm(fault Fault) bool {
	switch fault {
	case NotFound, OtherStatus, WrongType, NoArticle, Unreadable, ServerFault:
		return true
	}
	return false
}

// readForm returns the page at an address in one form: from the cache where it was read
// within the hour, else from the server, which may say that it has not changed.
func (f *Fetcher) readForm(ctx context.Context, address, request, form, name string) (*Page, error) {
	store := cache(f.Cache)
	cached := store.load(request)
	now := f.Now()
	if cached != nil {
		if p, err := parsePage(cached, name); err != nil {
			cached = nil // another version of the program took it
		} else if age := now.Sub(cached.Read); age >= 0 && age < fresh {
			p.cached = true
			return p, nil
		}
	}
	header := http.Header{"Accept": {form}}
	if cached != nil && cached.ETag != "" {
		header.Set("If-None-Match", cached.ETag)
	}
	if cached != nil && cached.Modified != "" {
		header.Set("If-Modified-Since", cached.Modified)
	}
	a, err := f.client.request(ctx, request, header)
	if err != nil {
		return nil, withAddress(err, address)
	}
	e := cached
	switch {
	case a.status == http.StatusNotModified && cached != nil:
	case a.status != http.StatusOK:
		return nil, pageError(address, faultOfStatus(a.status), strconv.Itoa(a.status))
	default:
		e = &entry{URL: request, At: a.url, Type: a.mediaType, ETag: a.etag, Modified: a.modified, body: a.body}
	}
	p, err := parsePage(e, name)
	if err != nil {
		return nil, withAddress(err, address)
	}
	e.Read = now
	if err := store.store(e); err != nil {
		return nil, &StopError{Stop: CacheFull, URL: model.Clean(f.Cache, 300), Detail: model.Clean(err.Error(), 200)}
	}
	return p, nil
}

// withAddress returns err with the address of the page in place of that of its form.
func withAddress(err error, address string) error {
	var fault *PageError
	var stop *StopError
	switch {
	case errors.As(err, &fault):
		fault.URL = model.Clean(address, 300)
	case errors.As(err, &stop):
		stop.URL = model.Clean(address, 300)
	}
	return err
}

// faultOfStatus returns the fault of a status that is no success.
func faultOfStatus(status int) Fault {
	switch status {
	case http.StatusNotFound, http.StatusGone:
		return NotFound
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusProxyAuthRequired:
		return Refused
	}
	return OtherStatus
}
