package learntest

import (
	"crypto/sha256"
	"fmt"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// indexFile is the file of the index in the documentation's repository.
const indexFile = "country-and-region-availability-for-audio-conferencing-and-calling-plans.md"

// Site is a server of pages. Its methods may be called while it serves.
type Site struct {
	mu       sync.Mutex
	forms    []Form
	pages    map[string][]byte // sources, by address
	dates    map[string]string
	faults   map[string]http.HandlerFunc
	requests []string // paths with queries, in their order
}

// NewSite returns a site without pages, which serves them as Markdown, if a form of it is
// given, and as HTML.
func NewSite(forms ...Form) *Site {
	return &Site{forms: forms, pages: map[string][]byte{}, dates: map[string]string{}, faults: map[string]http.HandlerFunc{}}
}

// AddFolder adds all pages in a folder of the documentation's repository, with the dates
// of its PAGES.tsv. It skips the test where there is no such folder.
func (s *Site) AddFolder(t testing.TB, folder string) *Site {
	t.Helper()
	files, err := filepath.Glob(folder + "/*.md")
	if err != nil || len(files) == 0 {
		t.Skipf("the real pages are not here (%s)", folder)
	}
	for _, file := range files {
		b, err := os.ReadFile(file) //nolint:gosec // a test's own folder
		if err != nil {
			t.Fatal(err)
		}
		s.Add(filepath.Base(file), b)
	}
	b, err := os.ReadFile(folder + "/PAGES.tsv") //nolint:gosec // likewise
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		name, date, _ := strings.Cut(strings.TrimSpace(line), "\t")
		s.dates[Address(name)] = date
	}
	return s
}

// Address returns the address of a page on the server by its file in the documentation's
// repository.
func Address(file string) string {
	if file == indexFile {
		return root + "calling-plan-overview"
	}
	return root + "phone-reference/plan-availability/" + strings.TrimSuffix(file, ".md")
}

// Add adds a page, or replaces it.
func (s *Site) Add(file string, source []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[Address(file)] = source
}

// Change replaces texts in the pages of the files that f accepts.
func (s *Site) Change(f func(file string) bool, replacer *strings.Replacer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for address, source := range s.pages {
		if f(path.Base(address) + ".md") {
			s.pages[address] = []byte(replacer.Replace(string(source)))
		}
	}
}

// Fail has the page of a file, or with "" all pages, answered by h; nil ends that.
func (s *Site) Fail(file string, h http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	address := ""
	if file != "" {
		address = Address(file)
	}
	if s.faults[address] = h; h == nil {
		delete(s.faults, address)
	}
}

// Requests lists the requests since the last call, as paths with queries.
func (s *Site) Requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := s.requests
	s.requests = nil
	return list
}

// ServeHTTP answers a request as Microsoft Learn does.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.requests = append(s.requests, r.URL.RequestURI())
	h := s.faults[r.URL.Path]
	if h == nil {
		h = s.faults[""]
	}
	s.mu.Unlock()
	if h != nil {
		h(w, r)
		return
	}
	s.Page(w, r)
}

// Page answers a request with the page as it is.
func (s *Site) Page(w http.ResponseWriter, r *http.Request) {
	if rest, ok := strings.CutPrefix(r.URL.Path, "/microsoftteams/"); ok {
		http.Redirect(w, r, root+rest, http.StatusMovedPermanently)
		return
	}
	s.mu.Lock()
	source, ok := s.pages[r.URL.Path]
	date := s.dates[r.URL.Path]
	s.mu.Unlock()
	form, mediaType := HTML, "text/html"
	if r.URL.Query().Get("accept") == "text/markdown" {
		if len(s.forms) == 0 {
			ok = false
		} else {
			form, mediaType = s.forms[0], "text/markdown"
		}
	}
	if !ok {
		http.Error(w, "<html><body>404</body></html>", http.StatusNotFound)
		return
	}
	b := Render(form, r.URL.Path, date, source)
	tag := fmt.Sprintf(`"%x"`, sha256.Sum256(b))
	w.Header().Set("Etag", tag)
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Header().Set("Content-Type", mediaType+"; charset=utf-8")
	_, _ = w.Write(b)
}

// RoundTrip answers a request without a network: a Site is also a transport.
func (s *Site) RoundTrip(r *http.Request) (*http.Response, error) { return RoundTrip(s, r) }
