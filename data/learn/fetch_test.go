package learn_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"voxatlas/data/learn"
	"voxatlas/data/learn/learntest"
)

// TestPace: a page after the other, three requests a second at most: 116 that take 300 ms
// each end within two minutes.
func TestPace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var slugs []string
		for i := range 114 {
			slugs = append(slugs, fmt.Sprintf("x-%d", i))
		}
		site := learntest.NewSite(learntest.Markdown)
		learntest.AddSmall(site, slugs)
		var starts []time.Time
		busy := false
		transport := roundTripper(func(r *http.Request) (*http.Response, error) {
			if busy {
				t.Error("two requests at a time")
			}
			busy = true
			starts = append(starts, time.Now())
			time.Sleep(300 * time.Millisecond)
			busy = false
			return site.RoundTrip(r)
		})
		began := time.Now()
		r, err := newFetcher(t, transport, "").Fetch(context.Background(), nil)
		if err != nil || len(r.Countries) != 114 || len(r.Faults) > 0 {
			t.Fatal(err, r.Faults)
		}
		if took := time.Since(began); len(starts) != 116 || took > 2*time.Minute {
			t.Errorf("%d requests in %s", len(starts), took)
		}
		for i := range starts[3:] {
			if starts[i+3].Sub(starts[i]) < time.Second {
				t.Fatalf("more than three requests in a second, from the %d.", i)
			}
		}
	})
}

// roundTripper is a function as a transport.
type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// TestRequests: what a request says, and nothing else.
func TestRequests(t *testing.T) {
	site := smallSite(learntest.Markdown)
	var headers []http.Header
	site.Fail("", func(w http.ResponseWriter, r *http.Request) {
		headers = append(headers, r.Header)
		site.Page(w, r)
	})
	if _, err := fetch(t, site, "", countries); err != nil {
		t.Fatal(err)
	}
	for _, h := range headers {
		if len(h) != 3 || h.Get("User-Agent") != "voxatlas/test" || h.Get("Accept") != "text/markdown" || h.Get("Accept-Encoding") != "gzip" {
			t.Fatalf("%v", h)
		}
	}
	want := []string{"/en-us/microsoftteams/calling-plan-overview?accept=text/markdown", learntest.Address("users-can-make-outbound-calls-to-these-countries-and-regions.md") + "?accept=text/markdown"}
	for _, slug := range countries {
		want = append(want, learntest.Address(countryFile(slug))+"?accept=text/markdown")
	}
	if got := site.Requests(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// TestHTML: where there is no Markdown, that is asked for once.
func TestHTML(t *testing.T) {
	site := smallSite()
	r, err := fetch(t, site, "", countries)
	if err != nil || len(r.Countries) != len(countries) || len(r.Faults) > 0 || r.Countries[0].Type != "text/html" || r.Countries[0].File != "availability-in-chile.html" {
		t.Fatal(err, r.Faults)
	}
	if got, want := len(site.Requests()), len(countries)+3; got != want {
		t.Errorf("%d requests, want %d", got, want)
	}
}

// TestCachedBesideAMissingPage: all pages but the missing one come from the cache, though
// that one is asked for in both forms.
func TestCachedBesideAMissingPage(t *testing.T) {
	site, cache := smallSite(learntest.Markdown), t.TempDir()
	site.Fail(countryFile("peru"), status(404))
	synctest.Test(t, func(t *testing.T) {
		for _, want := range []int{0, len(countries) + 1} {
			r, err := newFetcher(t, site, cache).Fetch(context.Background(), countries)
			if err != nil || r.Read() != len(countries)+1 || len(r.Faults) != 1 {
				t.Fatal(err, r.Faults)
			}
			if r.Cached() != want {
				t.Errorf("%d pages come from the cache, want %d", r.Cached(), want)
			}
		}
	})
}

// TestCache: a second run within the hour asks for nothing, a later one for what has
// changed, and a damaged file counts for nothing.
func TestCache(t *testing.T) {
	site, cache := smallSite(learntest.Markdown), filepath.Join(t.TempDir(), "[cache") // no pattern of files
	synctest.Test(t, func(t *testing.T) {
		run := func(asked int, sent string) *learn.Result {
			t.Helper()
			var bodies []string
			transport := roundTripper(func(r *http.Request) (*http.Response, error) {
				response, err := site.RoundTrip(r)
				if err == nil && response.StatusCode == http.StatusOK {
					bodies = append(bodies, filepath.Base(r.URL.Path))
				}
				return response, err
			})
			r, err := newFetcher(t, transport, cache).Fetch(context.Background(), countries)
			if err != nil || len(r.Countries) != len(countries) || len(r.Faults) > 0 {
				t.Fatal(err, r.Faults)
			}
			if got := r.Read() - r.Cached(); got != asked || sent != "all" && strings.Join(bodies, " ") != sent {
				t.Errorf("%d pages asked for, want %d; sent: %q, want %q", got, asked, bodies, sent)
			}
			return r
		}
		run(13, "all")
		run(0, "")
		time.Sleep(2 * time.Hour)
		run(13, "")
		time.Sleep(2 * time.Hour)
		site.Change(func(file string) bool { return file == countryFile("peru") }, strings.NewReplacer("|No|", "|Yes|"))
		if r := run(13, "availability-in-peru"); !bytes.Contains(r.Countries[4].Body, []byte("credits")) && !bytes.Contains(r.Countries[4].Body, []byte("|Yes |")) {
			t.Errorf("the changed page is not in the result: %s", r.Countries[4].Body)
		}
		files, err := fs.Glob(os.DirFS(cache), "availability-in-taiwan.*")
		if err != nil || len(files) != 1 {
			t.Fatal(files, err)
		}
		taiwan := filepath.Join(cache, files[0])
		b, err := os.ReadFile(taiwan)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(taiwan, bytes.Replace(b, []byte("Voicemail"), []byte("Voicenail"), 1), 0o600); err != nil {
			t.Fatal(err)
		}
		run(1, "availability-in-taiwan")
	})
}

// TestTextsOfTheServer: pages with headers and redirects that are no UTF-8 are read and kept.
// A redirect may write the host in capitals.
func TestTextsOfTheServer(t *testing.T) {
	site, cache := smallSite(learntest.Markdown), t.TempDir()
	transport := roundTripper(func(r *http.Request) (*http.Response, error) {
		response, err := site.RoundTrip(r)
		if err == nil && r.URL.RawQuery == "accept=text/markdown" {
			response.StatusCode = http.StatusFound
			response.Header.Set("Location", "https://LEARN.microsoft.com"+r.URL.Path+"?accept=text/markdown&x=\xe9")
		}
		if err == nil {
			response.Header.Set("Etag", "\"\xe9\"")
		}
		return response, err
	})
	synctest.Test(t, func(t *testing.T) {
		for _, want := range []int{0, len(countries) + 2} {
			r, err := newFetcher(t, transport, cache).Fetch(context.Background(), countries)
			if err != nil || len(r.Faults) > 0 || r.Cached() != want {
				t.Fatal(err, r.Faults, r.Cached())
			}
		}
	})
}

// TestIndexNotUnderstood: the known countries are tried when the index links to few, and
// together with those that it links to.
func TestIndexNotUnderstood(t *testing.T) {
	for name, h := range map[string]http.HandlerFunc{
		"no links":  text("text/markdown", "---\nlocale: en-us\n---\n# Availability\n\nChoose.\n"),
		"few links": text("text/markdown", "# Availability\n\n[Peru](availability-in-peru) [Bhutan](availability-in-bhutan) [No](availability-in-../x) [B](availability-in-ZÜ)\n"),
		"missing":   status(http.StatusNotFound),
		"sign-in":   text("text/html", "<html><head><title>Sign in</title></head><body><form></form></body></html>"),
	} {
		t.Run(name, func(t *testing.T) {
			site := smallSite(learntest.Markdown)
			site.Add(countryFile("bhutan"), learntest.Country("bhutan"))
			site.Fail("country-and-region-availability-for-audio-conferencing-and-calling-plans.md", h)
			r, err := fetch(t, site, "", countries)
			want := len(countries)
			if name == "few links" {
				want++
			}
			if err != nil || len(r.Countries) != want || r.Index != nil {
				t.Fatal(err, len(r.Countries), r.Index)
			}
		})
	}
}

// TestFaults: each answer that is not the page is named with its address, and the pages
// after it are read.
func TestFaults(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, _ = z.Write(make([]byte, 50<<20))
	_ = z.Close()
	signIn := text("text/html", "<html><head><title>Sign in to your account</title></head><body><main><form><input type=password></form></main></body></html>")
	for name, tt := range map[string]struct {
		h      http.HandlerFunc
		fault  learn.Fault
		detail string
	}{
		"404":                {status(404), learn.NotFound, "404"},
		"403":                {status(403), learn.Refused, "403"},
		"418":                {status(418), learn.OtherStatus, "418"},
		"304 to no question": {status(304), learn.OtherStatus, "304"},
		"500":                {status(500), learn.ServerFault, "500"},
		"wrong type":         {text("application/pdf", "%PDF"), learn.WrongType, "application/pdf"},
		"no type":            {text("", ""), learn.WrongType, ""},
		"huge":               {text("text/html", strings.Repeat("x", 3<<20)), learn.TooLarge, ""},
		"huge when unpacked": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(packed.Bytes())
		}, learn.TooLarge, ""},
		"cut in the packing": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(packed.Bytes()[:100])
		}, learn.CutShort, ""},
		"damaged in the packing": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(append(packed.Bytes()[:10:10], 0xff, 0xff, 0xff)) // a head, and blocks of no kind
		}, learn.CutShort, ""},
		"cut HTML":      {text("text/html", "<html><body><main><h1>Peru</h1><p>a"), learn.CutShort, ""},
		"elsewhere":     {status(302, "Location", "https://login.example.com/oauth?secret=1"), learn.Elsewhere, "https://login.example.com"},
		"not encrypted": {status(302, "Location", "http://learn.microsoft.com/x"), learn.Elsewhere, "http://learn.microsoft.com"},
		"another port":  {status(302, "Location", "//learn.microsoft.com:8443/x"), learn.Elsewhere, "https://learn.microsoft.com:8443"},
		"for ever": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, r.URL.Path+"?again", http.StatusFound)
		}, learn.TooManyHops, "5"},
		"another page": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, learntest.Address(countryFile("japan")), http.StatusFound)
		}, learn.WrongPage, "availability-in-japan"},
		"sign-in":              {signIn, learn.NoArticle, "Sign in to your account"},
		"another's address":    {text("text/markdown", "---\ncanonicalUrl: https://learn.microsoft.com/en-us/microsoftteams/availability-in-japan\n---\n# x\n"), learn.WrongPage, "availability-in-japan"},
		"another's body":       {text("text/markdown", "# a\n\n|F|D|\n|-|-|\n|a|b|\n"), 0, ""},
		"another language":     {text("text/markdown", "---\nlocale: de-de\n---\n# x\n"), learn.WrongLanguage, "de-de"},
		"without a table":      {text("text/markdown", "---\ntitle: New | Microsoft Learn\n---\n# New\n\n- Audio Conferencing: yes\n"), learn.NoTable, "New"},
		"no text":              {text("text/markdown", "\xff\x00"), learn.Unreadable, "not UTF-8 text; save the page as UTF-8"},
		"front matter, no end": {text("text/markdown", "---\ntitle: x\n"), learn.Unreadable, "the front matter has no closing ---"},
		"slow":                 {func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, learn.Slow, ""},
	} {
		t.Run(name, func(t *testing.T) {
			site := smallSite(learntest.Markdown)
			site.Fail(countryFile("peru"), tt.h)
			if name == "another's body" {
				site.Fail(countryFile("latvia"), tt.h)
				tt.fault, tt.detail = learn.WrongPage, "availability-in-latvia"
			}
			r, err := fetch(t, site, "", countries)
			if err != nil {
				t.Fatal(err)
			}
			want := learn.PageError{URL: learnBase + "phone-reference/plan-availability/availability-in-peru", Fault: tt.fault, Detail: tt.detail}
			if len(r.Faults) != 1 || *r.Faults[0] != want {
				t.Errorf("%v\nwant %v", r.Faults, &want)
			}
			if len(r.Countries) != len(countries)-1 || len(r.Missing) != 1 || r.Missing[0].Slug != "peru" || r.Missing[0].Fault.Found() == "" {
				t.Errorf("%d countries, missing %v", len(r.Countries), r.Missing)
			}
		})
	}
}

// TestStops: a run ends early without a connection, when the server asks for a long
// pause, and when too many pages are not as expected.
func TestStops(t *testing.T) {
	for name, tt := range map[string]struct {
		fail string // all pages, or that of a country
		h    http.HandlerFunc
		stop learn.Stop
		wait time.Duration
		read int
		lost error // of every connection
	}{
		"a long pause":        {"peru", status(429, "Retry-After", "600"), learn.Busy, 10 * time.Minute, 6, nil},
		"pauses for ever":     {"peru", status(429, "Retry-After", "7"), learn.Busy, 7 * time.Second, 6, nil},
		"a pause, no time":    {"peru", status(429), learn.Busy, 0, 6, nil},
		"a pause of ages":     {"peru", status(429, "Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"), learn.Busy, 365 * 24 * time.Hour, 6, nil},
		"down for a while":    {"peru", status(503, "Retry-After", "9000"), learn.Busy, 150 * time.Minute, 6, nil},
		"signed out":          {"", status(302, "Location", "https://login.example.com/"), learn.TooFew, 0, 0, nil},
		"no network at all":   {"", nil, learn.Offline, 0, 0, errors.New("connection reset\x1b[31m")},
		"packets are dropped": {"", nil, learn.Offline, 0, 0, fmt.Errorf("dial tcp: %w", context.DeadlineExceeded)}, // as net.Dialer says it
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				site := smallSite(learntest.Markdown)
				if tt.fail != "" {
					tt.fail = countryFile(tt.fail)
				}
				site.Fail(tt.fail, tt.h)
				f := newFetcher(t, site, "")
				if tt.lost != nil {
					f.Transport = roundTripper(func(*http.Request) (*http.Response, error) { return nil, tt.lost })
				}
				_, err := f.Fetch(context.Background(), countries)
				var stop *learn.StopError
				if !errors.As(err, &stop) || stop.Stop != tt.stop || stop.Wait != tt.wait || stop.Read != tt.read || strings.Contains(stop.Error(), "\x1b") {
					t.Fatalf("%+v", err)
				}
			})
		})
	}
}

// TestRetries: a server that fails twice, or asks for a pause once, is asked again after
// it.
func TestRetries(t *testing.T) {
	for name, tt := range map[string]struct {
		times int
		h     http.HandlerFunc
		wait  time.Duration
	}{
		"500 twice": {2, status(500), 5 * time.Second},
		"429 once":  {1, status(429, "Retry-After", "30"), 30 * time.Second},
		"429 until a time": {1, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", time.Now().Add(45*time.Second).UTC().Format(http.TimeFormat))
			w.WriteHeader(429)
		}, 44 * time.Second},
		"a connection that broke": {1, nil, time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				site, n := smallSite(learntest.Markdown), 0
				began := time.Now()
				f := newFetcher(t, roundTripper(func(r *http.Request) (*http.Response, error) {
					if n++; n > tt.times {
						return site.RoundTrip(r)
					}
					if tt.h == nil {
						return nil, errors.New("reset")
					}
					return learntest.RoundTrip(tt.h, r)
				}), "")
				r, err := f.Fetch(context.Background(), countries)
				if err != nil || len(r.Faults) > 0 {
					t.Fatal(err, r.Faults)
				}
				if took := time.Since(began); took < tt.wait {
					t.Errorf("waited %s, want %s", took, tt.wait)
				}
			})
		})
	}
}

// TestEnd: a run ends at once with its context, in a pause, too.
func TestEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		site := smallSite(learntest.Markdown)
		site.Fail(countryFile("peru"), status(429, "Retry-After", "100"))
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		began := time.Now()
		_, err := newFetcher(t, site, "").Fetch(ctx, countries)
		if !errors.Is(err, context.DeadlineExceeded) || time.Since(began) > 11*time.Second {
			t.Errorf("%v after %s", err, time.Since(began))
		}
	})
}

func TestParseBase(t *testing.T) {
	for s, want := range map[string]string{
		"https://learn.microsoft.com/en-us/microsoftteams":  learnBase,
		"https://learn.microsoft.com/en-us/microsoftteams/": learnBase,
		"http://127.0.0.1:8080/x":                           "http://127.0.0.1:8080/x/",
		"http://localhost":                                  "http://localhost/",
		"http://[::1]:1/":                                   "http://[::1]:1/",
		"http://learn.microsoft.com/":                       "",
		"http://127.0.0.1.example.com/":                     "",
		"https://user:secret@learn.microsoft.com/":          "",
		"https://Learn.Microsoft.com/en-US/microsoftteams/": "https://learn.microsoft.com/en-US/microsoftteams/",
		"https://learn.microsoft.com/?x":                    "",
		"https://learn.microsoft.com/?":                     "",
		"ftp://learn.microsoft.com/":                        "",
		"learn.microsoft.com":                               "",
		"file:///etc/passwd":                                "",
		"https://":                                          "",
		"https://learn.microsoft.com/\x00":                  "",
	} {
		u, err := learn.ParseBase(s)
		if (err == nil) != (want != "") || err == nil && u.String() != want {
			t.Errorf("%q: %v %v, want %q", s, u, err, want)
		}
	}
}
