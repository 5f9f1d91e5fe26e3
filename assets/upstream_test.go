package assets_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"voxatlas/assets"
)

const pagesFolder = "country-and-region-availability-for-audio-conferencing-and-calling-plans/"

// upstream reads Microsoft's pages of edition 2021-03-23, by file name, when they
// lie beside the repository; otherwise the test is skipped.
func upstream(t *testing.T) map[string]string {
	t.Helper()
	const folder = "../../shared/upstream/zh-TW-2021-03-23" // from this package: beside the repository
	paths, err := filepath.Glob(folder + "/*.md")
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Skipf("Microsoft's pages are not here (%s): their links are not compared", folder)
	}
	pages := make(map[string]string)
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		pages[filepath.Base(path)] = string(text)
	}
	return pages
}

var target = regexp.MustCompile(`\]\(([^)\s]+)\)`)

// address is where a link of one of the pages leads today.
func address(link string) string {
	switch path, up := strings.CutPrefix(link, "../"); {
	case up:
		return assets.PageURL(strings.TrimSuffix(path, ".md"))
	case strings.HasSuffix(link, ".md"):
		return assets.CurrentURL(assets.PageURL(pagesFolder + strings.TrimSuffix(link, ".md")))
	}
	return link
}

// TestEveryLinkOfThePagesHasAPlace compares the links of Microsoft's pages with
// ours. Links to the country pages are left out: each country has the address of its
// page.
func TestEveryLinkOfThePagesHasAPlace(t *testing.T) {
	pages := upstream(t)
	ours := make(map[string]bool)
	for _, l := range links() {
		ours[l.URL] = true
	}
	found := 0
	for name, text := range pages {
		for _, m := range target.FindAllStringSubmatch(text, -1) {
			found++
			if _, isPage := pages[m[1]]; isPage && strings.HasPrefix(m[1], "availability-in-") {
				continue
			}
			if !ours[address(m[1])] {
				t.Errorf("%s links to %s (%s), which has no place in links.txt", name, m[1], address(m[1]))
			}
		}
	}
	if found < 1000 {
		t.Errorf("only %d links found in %d pages", found, len(pages))
	}
}

// runs are all sequences of n words of text.
func runs(text string, word *regexp.Regexp, n int) map[string]bool {
	words := word.FindAllString(strings.ToLower(text), -1)
	m := make(map[string]bool)
	for i := 0; i+n <= len(words); i++ {
		m[strings.Join(words[i:i+n], " ")] = true
	}
	return m
}

// TestWordsAreOurOwn compares the explanations and notes with the index page:
// no sentence of it may be taken over. Names of things and paths through the
// admin center are shorter than the runs compared.
func TestWordsAreOurOwn(t *testing.T) {
	pages := upstream(t)
	tests := []struct {
		lang string
		word *regexp.Regexp
		n    int
	}{
		{"en", regexp.MustCompile(`[\p{Latin}0-9]+`), 9},
		{"zh-TW", regexp.MustCompile(`\p{Han}`), 16},
	}
	tags := regexp.MustCompile(`<[^>]*>`)
	for _, tt := range tests {
		theirs := make(map[string]bool)
		for _, name := range []string{strings.TrimSuffix(pagesFolder, "/") + ".md", "availability-in-australia.md", "availability-in-the-united-states-u-s.md"} {
			for run := range runs(tags.ReplaceAllString(pages[name], ""), tt.word, tt.n) {
				theirs[run] = true
			}
		}
		if len(theirs) < 500 {
			t.Fatalf("%s: only %d runs of words to compare with", tt.lang, len(theirs))
		}
		for key, text := range texts(in(t, tt.lang)) {
			for run := range runs(text, tt.word, tt.n) {
				if theirs[run] {
					t.Errorf("%s: %s takes over %q", tt.lang, key, run)
				}
			}
		}
	}
}
