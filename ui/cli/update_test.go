package cli_test

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"voxatlas/data"
	"voxatlas/data/importer"
	"voxatlas/data/learn/learntest"
	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/cli"
	"voxatlas/ui/text"
)

// realPages is a folder of real pages in English, on machines that have it.
const realPages = "../../../shared/upstream/en-2021-06-28"

// updating is a server of pages, and the directories of a user who fetches them.
type updating struct {
	*learntest.Site
	url, data, cache string
}

// newUpdating returns a server of small pages of the countries of the newest edition.
func newUpdating(t *testing.T, forms ...learntest.Form) *updating {
	t.Helper()
	a, err := data.Open("2023-01-26")
	if err != nil {
		t.Fatal(err)
	}
	var slugs []string
	for c := range a.Countries() {
		slugs = append(slugs, c.Slug())
	}
	site := learntest.NewSite(forms...)
	learntest.AddSmall(site, slugs)
	return servePages(t, site)
}

// servePages serves a site on this machine.
func servePages(t *testing.T, site *learntest.Site) *updating {
	t.Helper()
	server := httptest.NewServer(site)
	t.Cleanup(server.Close)
	return &updating{site, server.URL + "/en-us/microsoftteams/", t.TempDir(), t.TempDir()}
}

// getenv returns the environment of the user.
func (u *updating) getenv() func(string) string {
	return getenvFrom(map[string]string{"XDG_DATA_HOME": u.data, "XDG_CACHE_HOME": u.cache})
}

// update runs the command update with the server.
func (u *updating) update(t *testing.T, args ...string) runResult {
	t.Helper()
	return u.updateAs(t, nil, args...)
}

// updateAs runs the command update with the server, in an environment that change changes.
func (u *updating) updateAs(t *testing.T, change func(*cli.Env), args ...string) runResult {
	t.Helper()
	return run(t, func(env *cli.Env) {
		env.Getenv, env.Fetched = u.getenv(), cli.EditionsDir(u.getenv())
		if change != nil {
			change(env)
		}
	}, append([]string{"update", "--base-url", u.url}, args...)...)
}

// file returns the file of the edition of a date.
func (u *updating) file(date string) string {
	return filepath.Join(u.data, "voxatlas", "editions", date+".json")
}

// edition returns the edition of the day; nil when there is none.
func (u *updating) edition(t *testing.T) *model.Atlas {
	t.Helper()
	b, err := os.ReadFile(u.file("2026-11-25"))
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	a, err := data.Load(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// clean takes the address of the server out of a text.
func (u *updating) clean(s string) string {
	return strings.ReplaceAll(s, strings.TrimSuffix(u.url, "/en-us/microsoftteams/"), "SERVER")
}

// TestUpdate: an edition is written, and the report has the changes since the one before, the
// texts that could not be read and the next steps.
func TestUpdate(t *testing.T) {
	u := newUpdating(t, learntest.Markdown)
	r := u.update(t)
	if r.code != 0 || u.edition(t) == nil {
		t.Fatalf("code %d: %s%s", r.code, r.out, r.err)
	}
	for _, want := range []string{
		"Edition 2026-11-25, from SERVER/en-us/microsoftteams/\n  Pages read  116\n\n", "\nDifferent from 2023-01-26: ", "\n  Taiwan: ",
		"\nWritten: edition 2026-11-25, which is now the default\n", "voxatlas changes --from 2023-01-26 --to 2026-11-25\n", "voxatlas update --remove 2026-11-25\n",
	} {
		if !strings.Contains(u.clean(r.out), want) {
			t.Errorf("the output lacks %q: %s", want, r.out)
		}
	}
	if want := "voxatlas: Fetching pages: 20 of 116\n"; !strings.HasPrefix(r.err, want) || strings.Count(r.err, "\n") != 6 {
		t.Errorf("%q", r.err)
	}
	again := u.update(t)
	if requests := u.Requests(); again.code != 0 || len(requests) != 116 || !strings.Contains(again.out, "read within the last hour and not asked for again  116\n") {
		t.Errorf("code %d, %d requests in both runs: %s", again.code, len(requests), again.out)
	}
}

// TestUpdateBeside: an edition that is written and not the default is not called that: the
// settings name another, or there is one of a day to come.
func TestUpdateBeside(t *testing.T) {
	u := newUpdating(t, learntest.Markdown)
	getenv := u.getenv()
	ofSettings := func(env *cli.Env) {
		env.Getenv = func(name string) string {
			if name == "VOXATLAS_EDITION" {
				return "2021-03-23"
			}
			return getenv(name)
		}
	}
	tomorrow := func(env *cli.Env) { env.Now = func() time.Time { return testClock().AddDate(0, 0, 1) } }
	if r := u.updateAs(t, ofSettings); r.code != 0 || !strings.Contains(r.out, "\nWritten: edition 2026-11-25. Used by default: 2021-03-23, as before\n") {
		t.Errorf("code %d: %s%s", r.code, r.out, r.err)
	}
	if r := u.updateAs(t, tomorrow); r.code != 0 || !strings.Contains(r.out, "\nWritten: edition 2026-11-26, which is now the default\n") {
		t.Errorf("code %d: %s%s", r.code, r.out, r.err)
	}
	if r := u.update(t); r.code != 0 || !strings.Contains(r.out, "\nWritten: edition 2026-11-25. Used by default: 2026-11-26, as before\n") {
		t.Errorf("code %d: %s%s", r.code, r.out, r.err)
	}
}

// TestUpdateGaps: an edition is written though a few pages could not be had or understood.
// The answers of these are not read.
func TestUpdateGaps(t *testing.T) {
	u := newUpdating(t)
	u.Fail("availability-in-peru.md", http.NotFound)
	u.Add("availability-in-chile.md", []byte("# Chile\n\n|**Plan**|**Price**|\n|:--|:--|\n|One|2|\n"))
	u.Change(func(file string) bool { return file == "availability-in-france.md" }, strings.NewReplacer("|Voicemail|Available|", "|Voicemail|In spring|"))
	r := u.update(t, "--dir", filepath.Join(u.data, "raw"))
	if r.code != 4 {
		t.Fatalf("code %d: %s%s", r.code, r.out, r.err)
	}
	for _, want := range []string{
		"\n  Pages read      115\n  Pages not read    1\n",
		"\nMissing: 1 page\n  SERVER/en-us/microsoftteams/phone-reference/plan-availability/availability-in-peru: HTTP 404, no such page; a page was expected at this address\n",
		"\n  availability-in-france.html  Voicemail (Phone System)  \"In spring\"  expected: yes or no\n", "\n  availability-in-chile.html  \"One | 2\"  expected: the label of a known row, in its place\n",
	} {
		if !strings.Contains(u.clean(r.out), want) {
			t.Errorf("the output lacks %q: %s", want, u.clean(r.out))
		}
	}
	a := u.edition(t)
	for slug, want := range map[string]string{"peru": "HTTP 404", "chile": "another layout"} {
		for _, f := range model.Features() {
			if answer := a.Country(slug).Answer(f); answer.Unread != want {
				t.Errorf("%s: %s: %+v", slug, f, answer)
			}
		}
	}
	fetched := func(env *cli.Env) { env.Fetched = cli.EditionsDir(u.getenv()) }
	if peru := run(t, fetched, "show", "peru").out; strings.Contains(peru, "The page says") || !strings.Contains(peru, "      Found instead: \"HTTP 404\"\n") || !strings.Contains(peru, "\nPage not read (edition ") {
		t.Errorf("a page that is not there says something: %s", peru)
	}
	if peru := run(t, fetched, "show", "peru", "--json").out; !strings.Contains(peru, `"date": ""`) {
		t.Errorf("a page that is not there has a date: %s", peru)
	}
	if answer := a.Country("france").Answer(model.Voicemail); answer.Unread != "In spring" {
		t.Errorf("%+v", answer)
	}
	if s := a.Info().Source; a.Len() != 114 || s.Licence == importer.Licence || !strings.HasPrefix(s.Website, "http://127.0.0.1:") || s.PagesNotRead != 1 {
		t.Errorf("%d countries, source %+v", a.Len(), s)
	}
	if raw, err := filepath.Glob(filepath.Join(u.data, "raw", "*.html")); err != nil || len(raw) != 115 {
		t.Errorf("%d raw pages, %v", len(raw), err)
	}
}

// TestUpdateWorse: an edition of fewer pages does not replace one of the same day and server;
// one of another day is written beside it.
func TestUpdateWorse(t *testing.T) {
	u := newUpdating(t, learntest.Markdown)
	if r := u.update(t); r.code != 0 {
		t.Fatalf("code %d: %s%s", r.code, r.out, r.err)
	}
	later := func(d time.Duration) func(*cli.Env) {
		return func(env *cli.Env) { env.Now = func() time.Time { return testClock().Add(d) } }
	}
	u.Fail("availability-in-peru.md", http.NotFound)
	r := u.updateAs(t, later(2*time.Hour))
	if r.code != 3 || r.out != "" || !strings.Contains(u.clean(r.err), "the edition 2026-11-25 that you have was made of more; ") || !strings.Contains(r.err, "availability-in-peru: HTTP 404, ") {
		t.Errorf("code %d: %s%s", r.code, r.out, r.err)
	}
	if answer := u.edition(t).Country("peru").Answer(model.Voicemail); answer.Unread != "" {
		t.Errorf("%+v", answer)
	}
	if r := u.updateAs(t, later(24*time.Hour)); r.code != 4 {
		t.Errorf("code %d: %s%s", r.code, r.out, r.err)
	}
}

// TestUpdateWithoutDestinations: an edition without the list of destinations differs from
// others in nothing that the list would say, and says itself that it has none.
func TestUpdateWithoutDestinations(t *testing.T) {
	if _, err := os.Stat(realPages); err != nil {
		t.Skipf("the real pages are not here (%s)", realPages)
	}
	u := servePages(t, learntest.NewSite(learntest.Markdown).AddFolder(t, realPages))
	u.Fail("users-can-make-outbound-calls-to-these-countries-and-regions.md", http.NotFound)
	ofThesePages := func(env *cli.Env) { env.Library = library.Of("2021-06-28") }
	if r := u.updateAs(t, ofThesePages); r.code != 4 || !strings.Contains(r.out, "\nDifferent from 2021-06-28: 0 countries and regions\n") {
		t.Errorf("code %d: %s%s", r.code, r.out, r.err)
	}
	fetched := func(env *cli.Env) { env.Fetched = cli.EditionsDir(u.getenv()) }
	if r := run(t, fetched, "destinations", "japan"); r.code != 3 || r.err != "voxatlas: destinations: edition 2026-11-25 has no list of destinations: its page could not be read; name another edition with --edition\n" {
		t.Errorf("code %d: %s%s", r.code, r.out, r.err)
	}
}

// TestUpdateRenamed: where a page is about a country that is not known, one that seems to be
// gone is not read, and not said to be gone.
func TestUpdateRenamed(t *testing.T) {
	u := newUpdating(t, learntest.Markdown)
	index := "calling-plan-overview.md"
	u.Change(func(file string) bool { return file == index }, strings.NewReplacer("availability-in-peru.md", "availability-in-land-of-incas.md"))
	u.Add("availability-in-land-of-incas.md", learntest.Country("peru"))
	r := u.update(t)
	if r.code != 4 || !strings.Contains(r.out, "\n  availability-in-land-of-incas.md  \"land-of-incas\"  expected: the English name of a country or region\n") || strings.Contains(r.out, "Peru: has no page") {
		t.Errorf("code %d: %s%s", r.code, r.out, r.err)
	}
	a := u.edition(t)
	if peru := a.Country("peru"); a.Len() != 114 || peru == nil || peru.Answer(model.Voicemail).Unread != "a page of another name" {
		t.Errorf("%d countries, Peru: %+v", a.Len(), peru)
	}
	u.Change(func(file string) bool { return file == index }, strings.NewReplacer("> - [Peru](availability-in-land-of-incas.md)\n", ""))
	forget(t, filepath.Join(u.cache, "voxatlas"))
	if r := u.update(t); r.code != 0 || !strings.Contains(r.out, "\n  Peru: ") || u.edition(t).Country("peru") != nil {
		t.Errorf("a country that is gone, code %d: %s%s", r.code, r.out, r.err)
	}
}

// TestUpdateCheck: nothing is written, and the exit code tells whether something has
// changed.
func TestUpdateCheck(t *testing.T) {
	if _, err := os.Stat(realPages); err != nil {
		t.Skipf("the real pages are not here (%s)", realPages)
	}
	u := servePages(t, learntest.NewSite(learntest.Markdown).AddFolder(t, realPages))
	if r := u.update(t, "--check"); r.code != 1 || u.edition(t) != nil || !strings.Contains(r.out, "\nNothing was written.") {
		t.Fatalf("code %d: %s%s", r.code, r.out, r.err)
	}
	if r := u.update(t); r.code != 4 {
		t.Fatalf("code %d: %s%s", r.code, r.out, r.err)
	}
	if r := u.update(t, "--check"); r.code != 0 || !strings.Contains(r.out, "\nDifferent from 2026-11-25: 0 countries and regions\n") {
		t.Errorf("after the update, code %d: %s%s", r.code, r.out, r.err)
	}
	if err := os.Remove(u.file("2026-11-25")); err != nil {
		t.Fatal(err)
	}
	ofThesePages := func(env *cli.Env) { env.Library = library.Of("2021-06-28") }
	if r := u.updateAs(t, ofThesePages, "--check"); r.code != 0 || !strings.Contains(r.out, "\nDifferent from 2021-06-28: 0 countries and regions\n") {
		t.Errorf("code %d: %s%s", r.code, r.out, r.err)
	}
}

// TestUpdateFaults: with any response in place of the pages, the edition of the day before
// stays as it is, and the message names a page and the response that was expected.
func TestUpdateFaults(t *testing.T) {
	answer := func(mediaType, body string, header ...string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", mediaType)
			for i := 0; i < len(header); i += 2 {
				w.Header().Set(header[i], header[i+1])
			}
			_, _ = io.WriteString(w, body)
		}
	}
	pause := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "900")
		w.WriteHeader(http.StatusTooManyRequests)
	}
	redirect := func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "https://login.example.com/x?secret", http.StatusFound)
	}
	hangUp := func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }
	words := strings.NewReplacer("|Yes|", "|Aye|", "|No|", "|Nay|", "|Available|", "|Sure|", "|Not applicable|", "|-|")
	for name, tt := range map[string]struct {
		h      http.HandlerFunc
		change *strings.Replacer // of all pages, or of half of them
		want   string
	}{
		"404":               {h: http.NotFound, want: "availability-in-albania: HTTP 404, no such page; a page was expected at this address\n"},
		"429":               {h: pause, want: "calling-plan-overview: the server asks for a pause (HTTP 429); run it again in 15 min;"},
		"wrong type":        {h: answer("image/png", "x"), want: "an answer of the type \"image/png\"; text/markdown or text/html was expected\n"},
		"huge":              {h: answer("text/html", strings.Repeat("x", 3<<20)), want: "an answer of more than 2 MB; a page of about 80 kB was expected\n"},
		"cut":               {h: answer("text/html", "<html>", "Content-Length", "9000"), want: "an answer that ends early; a whole page was expected\n"},
		"redirect":          {h: redirect, want: "a redirect to https://login.example.com; a page on the same host was expected\n"},
		"sign-in":           {h: answer("text/html", "<html><title>Sign in</title><input type=password></html>"), want: "a page without an article, with the title \"Sign in\", as one to sign in at; an article was expected\n"},
		"other words":       {change: words, want: "availability-in-albania.md  Auto-assigned numbers (Audio Conferencing)  \"Nay\"  expected: yes or no\n"},
		"other sections":    {change: strings.NewReplacer("\n## ", "\n## At a glance: "), want: "expected: a known section\n"},
		"no tables":         {change: strings.NewReplacer("|", " "), want: "the article \"Availability in Albania\" without a table; tables of services were expected\n"},
		"half of the pages": {change: words, want: "the pages of 57 countries and regions could be fetched but not understood: Microsoft may have changed their layout;"},
		"a lost line":       {h: hangUp, want: "the connection broke off before an answer came; check the connection"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			u := newUpdating(t, learntest.Markdown)
			yesterday := u.updateAs(t, func(env *cli.Env) { env.Now = func() time.Time { return testClock().AddDate(0, 0, -1) } })
			before, err := os.ReadFile(u.file("2026-11-24"))
			if yesterday.code != 0 || err != nil {
				t.Fatal(yesterday, err)
			}
			u.Fail("", tt.h)
			if n := 0; tt.change != nil {
				u.Change(func(file string) bool {
					if strings.HasPrefix(file, "availability-in-") {
						n++
					}
					return name != "half of the pages" || n%2 == 0
				}, tt.change)
			}
			r := u.update(t)
			if r.code != 3 || r.out != "" || !strings.Contains(r.err, tt.want) || !strings.Contains(r.err, "the editions that you have stay") {
				t.Errorf("code %d: %s%s\nwant %s", r.code, r.out, r.err, tt.want)
			}
			if after, err := os.ReadFile(u.file("2026-11-24")); err != nil || !bytes.Equal(before, after) || u.edition(t) != nil {
				t.Errorf("the editions have changed: %v", err)
			}
		})
	}
}

func TestUpdateMisuse(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "pages")
	early := func(env *cli.Env) { env.Now = func() time.Time { return time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC) } }
	for _, tt := range []struct {
		change func(*cli.Env)
		args   []string
		code   int
		want   string
	}{
		{nil, []string{"--base-url", "http://learn.microsoft.com/"}, 2, "--base-url: \"http://learn.microsoft.com/\" is no address to fetch pages from; write one as https://learn.microsoft.com/en-us/microsoftteams/\n"},
		{nil, []string{"--edition", "2021-03-23"}, 2, "update: --data and --edition do not go with it; leave them out\n"},
		{nil, []string{"taiwan"}, 2, "voxatlas: update: "},
		{nil, []string{"--dir", "update_test.go"}, 3, "voxatlas: --dir: \"update_test.go\": "},
		{early, []string{"--dir", dir}, 3, "update: this machine's date is 2020-01-01, not after the edition 2023-01-26 of the program; set the clock\n"},
		{func(env *cli.Env) { env.Remote = true }, nil, 2, "update"},
	} {
		if r := run(t, tt.change, append([]string{"update"}, tt.args...)...); r.code != tt.code || r.out != "" || !strings.Contains(r.err, tt.want) {
			t.Errorf("%q: code %d: %s", tt.args, r.code, r.err)
		}
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("a run that is refused has made the folder of --dir")
	}
}

// TestUpdateProgress: a bar on a terminal, which is gone in the end.
func TestUpdateProgress(t *testing.T) {
	u := newUpdating(t, learntest.Markdown)
	r := u.updateAs(t, func(env *cli.Env) { env.Watched = true })
	if r.code != 0 || !strings.Contains(r.err, "\r[==========          ] Fetching pages: 58 of 116") || !strings.HasSuffix(r.err, "\r"+strings.Repeat(" ", 60)+"\r") || strings.Contains(r.err, "\n") {
		t.Errorf("code %d: %q", r.code, r.err)
	}
}

// TestUpdateProgressIsNarrow: no line of progress is broken where the terminal is narrow.
func TestUpdateProgressIsNarrow(t *testing.T) {
	u := newUpdating(t, learntest.Markdown)
	for _, lang := range []string{"en", "zh-TW"} {
		r := u.updateAs(t, func(env *cli.Env) { env.Watched, env.Width = true, 40 }, "--lang", lang)
		if r.code != 0 || strings.Count(r.err, "\r") < 116 {
			t.Errorf("code %d: %q", r.code, r.err)
		}
		for line := range strings.SplitSeq(r.err, "\r") {
			if text.Width(line) >= 40 {
				t.Fatalf("%s: %q", lang, line)
			}
		}
	}
}

// TestUpdateRereads: pages with lists that run together in Markdown are read as HTML, the first
// of them to see whether that helps, then the others.
func TestUpdateRereads(t *testing.T) {
	u := newUpdating(t, learntest.MarkdownTogether)
	for slug, cities := range map[string]string{"finland": "<ul><li>Helsinki<li>Tampere<li>Turku</ul>", "greece": "<ul><li>Athens<li>Patras</ul>"} {
		page := strings.NewReplacer("get toll numbers for?|Not applicable|", "get toll numbers for?|"+cities+"|", "toll numbers available?|No|", "toll numbers available?|Yes|")
		u.Change(func(file string) bool { return file == "availability-in-"+slug+".md" }, page)
	}
	u.Change(func(file string) bool { return file == "availability-in-peru.md" }, strings.NewReplacer("|Voicemail|Available|", "|Voicemail|In spring|"))
	r := u.update(t)
	if r.code != 4 || !strings.Contains(r.out, "availability-in-peru.html  Voicemail (Phone System)  \"In spring\"") {
		t.Fatalf("code %d: %s%s", r.code, r.out, r.err)
	}
	var html []string
	for _, request := range u.Requests() {
		if !strings.Contains(request, "?accept=") {
			html = append(html, request)
		}
	}
	if len(html) != 3 || html[0] != learntest.Address("availability-in-finland.md") {
		t.Errorf("asked for as HTML: %q", html)
	}
	for slug, want := range map[string]int{"finland": 3, "greece": 2} {
		toll := u.edition(t).Country(slug).Answer(model.TollNumbers)
		for city := range toll.Cities.Values() {
			if !city.Known() {
				t.Errorf("%s: %+v", slug, city)
			}
		}
		if toll.State != model.Yes || toll.Cities.Len() != want {
			t.Errorf("%s: %+v", slug, toll)
		}
	}
}
