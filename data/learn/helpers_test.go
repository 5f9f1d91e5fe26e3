package learn_test

import (
	"context"
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"voxatlas/data/learn"
	"voxatlas/data/learn/learntest"
)

// learnBase is the address of the pages.
const learnBase = "https://learn.microsoft.com/en-us/microsoftteams/"

// newFetcher returns a fetcher of a site, without a network.
func newFetcher(t *testing.T, transport http.RoundTripper, cache string) *learn.Fetcher {
	t.Helper()
	base, err := learn.ParseBase(learnBase)
	if err != nil {
		t.Fatal(err)
	}
	return &learn.Fetcher{Base: base, Agent: "voxatlas/test", Cache: cache, Transport: transport, Now: time.Now}
}

// fetch fetches the pages of a site on a clock that does not wait.
func fetch(t *testing.T, site *learntest.Site, cache string, known []string) (r *learn.Result, err error) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		r, err = newFetcher(t, site, cache).Fetch(context.Background(), known)
	})
	return r, err
}

// countries are those of smallSite.
var countries = []string{"chile", "france", "japan", "latvia", "peru", "qatar", "spain", "sweden", "taiwan", "uganda", "uruguay"}

// smallSite returns a site with an index, the list of destinations and eleven countries.
func smallSite(forms ...learntest.Form) *learntest.Site {
	s := learntest.NewSite(forms...)
	learntest.AddSmall(s, countries)
	return s
}

// countryFile returns the file of a country's page.
func countryFile(slug string) string { return "availability-in-" + slug + ".md" }

// status returns a handler that answers with a status.
func status(code int, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
		_, _ = fmt.Fprintln(w, "status", code)
	}
}

// text returns a handler that answers with a text of a media type.
func text(mediaType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", mediaType)
		_, _ = fmt.Fprint(w, body)
	}
}
