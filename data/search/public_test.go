package search

import (
	"bufio"
	"encoding/json"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"voxatlas/data/names"
	"voxatlas/model"
)

// publicNames is a list of names of countries from public data sets, which is not in the
// repository. A line: a query (in quotes a JSON string), slugs of which any is right, -
// for none, the class, the source. A class neg-… has places that are not listed, and no
// places; a class x-… is beyond what the search promises.
const publicNames = "/work/shared/search/public-names.tsv"

// Bars for the public names.
const (
	maxConfidentlyWrong = 3    // names that mean another country, in a command or as a first hit that is no guess
	minPromised         = 0.94 // right first hits of the classes that are promised
	minNegatives        = 0.99 // negatives that find nothing but guesses
)

// tally counts the queries of a class, and those that were answered right.
type tally struct{ right, all int }

// share returns the part of the queries that were answered right.
func (t tally) share() float64 { return float64(t.right) / float64(max(t.all, 1)) }

// TestPublicNames counts right first hits by class, and answers that are wrong without
// doubt.
func TestPublicNames(t *testing.T) {
	text, err := os.ReadFile(publicNames)
	if err != nil {
		t.Skip(err)
	}
	ix := New(atlas())
	classes := map[string]tally{}
	var promised, negatives, beyond tally
	wrong := 0
	for line := range strings.Lines(string(text)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) < 4 || strings.HasPrefix(line, "# ") {
			continue
		}
		q, want, class := f[0], strings.Split(f[1], "|"), f[2]
		if strings.HasPrefix(q, `"`) {
			if err := json.Unmarshal([]byte(q), &q); err != nil {
				t.Fatalf("%s: %v", line, err)
			}
		}
		hit, sure := firstSlug(ix, q)
		resolved := resolvedSlug(ix, q)
		isRight, isWrong := slices.Contains(want, hit), sure && hit != "-" && !slices.Contains(want, hit) || resolved != "" && !slices.Contains(want, resolved)
		sum := &promised
		switch {
		case f[1] == "-":
			sum, isRight = &negatives, !isWrong
		case strings.HasPrefix(class, "x-"):
			sum = &beyond
		}
		sum.all, sum.right = sum.all+1, sum.right+boolToInt(isRight)
		of := classes[class]
		classes[class] = tally{of.right + boolToInt(isRight), of.all + 1}
		wrong += boolToInt(isWrong)
		if isWrong {
			t.Logf("%s %q: first %s, resolves to %q; want %s", class, q, hit, resolved, f[1])
		} else if !isRight {
			t.Logf("miss %s %q: %s, want %s", class, q, hit, f[1])
		}
	}
	for _, class := range slices.Sorted(maps.Keys(classes)) {
		t.Logf("%-24s %3d of %3d", class, classes[class].right, classes[class].all)
	}
	t.Logf("promised %d of %d (%.1f %%), negatives %d of %d, beyond %d of %d, confidently wrong %d",
		promised.right, promised.all, 100*promised.share(), negatives.right, negatives.all, beyond.right, beyond.all, wrong)
	if wrong > maxConfidentlyWrong || promised.share() < minPromised || negatives.share() < minNegatives {
		t.Errorf("want %.0f %% and %.0f %% at least, and at most %d confidently wrong", 100*minPromised, 100*minNegatives, maxConfidentlyWrong)
	}
}

// firstSlug returns the slug of the first hit for q, "-" for none, and whether it is no
// guess.
func firstSlug(ix *Index, q string) (slug string, sure bool) {
	r := ix.Query(q, model.English)
	if r.Unambiguous || len(r.Hits) == 0 {
		return "-", false
	}
	return r.Hits[0].Country.Slug(), !r.Hits[0].IsGuess()
}

// resolvedSlug returns the slug of the country that q means, "-" for a place that is
// not listed, "" for nothing and in doubt.
func resolvedSlug(ix *Index, q string) string {
	r := ix.Resolve(q, model.English)
	switch {
	case r.Country != nil:
		return r.Country.Slug()
	case r.Unlisted.ISO2 != "":
		return "-"
	}
	return ""
}

// dictionaries are lists of words, a line each, which are not in the repository: Debian's
// wamerican, and for Chinese any list.
var dictionaries = []string{"/usr/share/dict/american-english", "/tmp/chinese-words.txt"}

// TestWords searches for words of dictionaries, and for random strings: at most 0.2 % may
// find a country that is no guess. Words of names in the languages of the interface, and
// their beginnings, are left out: these are found on the way to the name.
func TestWords(t *testing.T) {
	ix := New(atlas())
	known := knownWords()
	random := rand.New(rand.NewPCG(1, 2))
	lists := map[string][]string{"random": randomStrings(random, 1000)}
	for _, file := range dictionaries {
		if words := sampleWords(random, file, 2000); words != nil {
			lists[file] = words
		}
	}
	for name, list := range lists {
		sure := 0
		for _, q := range list {
			if slug, isSure := firstSlug(ix, q); isSure && !strings.Contains(known, " "+strings.ToLower(q)) {
				sure++
				t.Logf("%s: %q finds %s (%s)", name, q, slug, mark(ix.Query(q, "en").Hits[0]))
			}
		}
		t.Logf("%s: %d of %d", name, sure, len(list))
		if sure*1000 > 2*len(list) {
			t.Errorf("%s: %d of %d find a country, want at most 0.2 %%", name, sure, len(list))
		}
	}
}

// knownWords returns the words of all codes, names and aliases, with a blank before each.
func knownWords() string {
	var b strings.Builder
	for e := range names.All() {
		for _, name := range namesOfUnlisted(e) {
			b.WriteString(" " + strings.ToLower(name))
		}
	}
	return b.String()
}

// randomStrings returns n strings of 5 to 12 small letters.
func randomStrings(random *rand.Rand, n int) []string {
	all := make([]string, n)
	for i := range all {
		b := make([]byte, 5+random.IntN(8))
		for j := range b {
			b[j] = byte('a' + random.IntN(26))
		}
		all[i] = string(b)
	}
	return all
}

// sampleWords returns n words of a dictionary in small letters, nil when it is not there.
func sampleWords(random *rand.Rand, file string, n int) []string {
	in, err := os.Open(file)
	if err != nil {
		return nil
	}
	defer in.Close() //nolint:errcheck // only read
	var words []string
	for scanner := bufio.NewScanner(in); scanner.Scan(); {
		if w := scanner.Text(); w == strings.ToLower(w) && !strings.Contains(w, "'") {
			words = append(words, w)
		}
	}
	random.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	return words[:min(n, len(words))]
}
