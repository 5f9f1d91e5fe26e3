package search

import (
	"bufio"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
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
	maxConfidentlyWrong = 3     // names that mean another country, in a command or as a first hit that is no guess
	minPromised         = 0.945 // right first hits of the classes that are promised
	minNegatives        = 0.99  // negatives that find nothing but guesses
)

// Bars for queries that were made without looking at the public names. The search was
// mended against the first list, and not against the second.
const (
	minUnseen       = 0.97
	minUnseenSecond = 0.96
)

// tally counts the queries of a class, and those that were answered right.
type tally struct{ right, all int }

// share returns the part of the queries that were answered right.
func (t tally) share() float64 { return float64(t.right) / float64(max(t.all, 1)) }

func (t *tally) add(right bool) { t.all, t.right = t.all+1, t.right+boolToInt(right) }

// report has the counts of a labelled list: of the classes that the search promises, of
// queries that mean no listed country, of classes beyond the promise, and of answers that
// are wrong without being marked as a guess.
type report struct {
	promised, negatives, beyond tally
	wrong                       int
}

// TestPublicNames counts right first hits by class, and answers that are wrong without
// doubt.
func TestPublicNames(t *testing.T) {
	text, err := os.ReadFile(publicNames)
	if err != nil {
		t.Skip(err)
	}
	r := reportOn(t, string(text))
	if r.wrong > maxConfidentlyWrong || r.promised.share() < minPromised || r.negatives.share() < minNegatives {
		t.Errorf("want %.0f %% and %.0f %% at least, and at most %d confidently wrong", 100*minPromised, 100*minNegatives, maxConfidentlyWrong)
	}
}

// TestUnseen does the same with queries from other sources, see the comments of the files.
func TestUnseen(t *testing.T) {
	for file, bar := range map[string]float64{"testdata/unseen.txt": minUnseen, "testdata/unseen2.txt": minUnseenSecond} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			if r := reportOn(t, string(text)); r.promised.share() < bar || r.negatives.share() < minNegatives || r.wrong > 1 {
				t.Errorf("want %.0f %% and %.0f %% at least, and at most 1 confidently wrong", 100*bar, 100*minNegatives)
			}
		})
	}
}

// reportOn searches for every query of a labelled list, and logs what it misses.
func reportOn(t *testing.T, list string) (sum report) {
	t.Helper()
	ix := New(atlas())
	classes := map[string]*tally{}
	for line := range strings.Lines(list) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) < 4 || strings.HasPrefix(line, "# ") {
			continue
		}
		q, class := f[0], f[2]
		if strings.HasPrefix(q, `"`) {
			if err := json.Unmarshal([]byte(q), &q); err != nil {
				t.Fatalf("%s: %v", line, err)
			}
		}
		right, wrong, got := judge(ix, q, f[1])
		of := &sum.promised
		switch {
		case f[1] == "-":
			of, right = &sum.negatives, !wrong
		case strings.HasPrefix(class, "x-"):
			of = &sum.beyond
		}
		if classes[class] == nil {
			classes[class] = new(tally)
		}
		of.add(right)
		classes[class].add(right)
		sum.wrong += boolToInt(wrong)
		if !right || wrong {
			t.Logf("%s %q: %s, want %s, wrong %v", class, q, got, f[1], wrong)
		}
	}
	for _, class := range slices.Sorted(maps.Keys(classes)) {
		t.Logf("%-24s %3d of %3d", class, classes[class].right, classes[class].all)
	}
	t.Logf("promised %d of %d (%.1f %%), negatives %d of %d, beyond %d of %d, confidently wrong %d", sum.promised.right, sum.promised.all,
		100*sum.promised.share(), sum.negatives.right, sum.negatives.all, sum.beyond.right, sum.beyond.all, sum.wrong)
	return sum
}

// judge searches for q. It reports whether the first hit is wanted, a slug or code or
// several with | between them, and whether an answer that is no guess is not.
func judge(ix *Index, q, wanted string) (right, wrong bool, got string) {
	isWanted := func(c *model.Country) bool {
		if c == nil {
			return wanted == "-"
		}
		return slices.ContainsFunc(strings.Split(wanted, "|"), func(w string) bool { return w == c.Slug() || w == c.ISO2() })
	}
	hit, sure := firstHitOf(ix, q)
	r := ix.Resolve(q, model.English)
	wrong = sure && !isWanted(hit) || (r.Country != nil || r.Unlisted.ISO2 != "") && !isWanted(r.Country)
	return isWanted(hit), wrong, fmt.Sprintf("%s, resolves to %s", slugOf(hit), slugOf(r.Country)+r.Unlisted.ISO2)
}

// slugOf returns the slug of a country, "-" for none.
func slugOf(c *model.Country) string {
	if c == nil {
		return "-"
	}
	return c.Slug()
}

// firstHitOf returns the country of the first hit for q, nil for none, and whether it is
// no guess.
func firstHitOf(ix *Index, q string) (c *model.Country, sure bool) {
	r := ix.Query(q, model.English)
	if r.Unambiguous || len(r.Hits) == 0 {
		return nil, false
	}
	return r.Hits[0].Country, !r.Hits[0].IsGuess()
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
			if c, isSure := firstHitOf(ix, q); isSure && !strings.Contains(known, " "+strings.ToLower(q)) {
				sure++
				t.Logf("%s: %q finds %s (%s)", name, q, c.Slug(), mark(ix.Query(q, "en").Hits[0]))
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
