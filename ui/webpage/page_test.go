package webpage_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"voxatlas/data"
	"voxatlas/data/library"
	"voxatlas/data/names"
	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
	"voxatlas/ui/webpage"
)

// document is what the tests read of a page's data.
type document struct {
	Texts     []any
	States    []struct{ Key string }
	Features  []struct{ Key string }
	Answers   []struct{ State int }
	Countries []struct {
		ISO2    string
		Answers []int
		Reasons int
	}
	Omitted   []struct{ ISO2 string }
	Unlisted  []struct{ ISO2 string }
	Spellings string
}

// contentsOf returns the contents of a page with the countries of an edition that meet an
// expression.
func contentsOf(t *testing.T, e *library.Edition, where string) webpage.Contents {
	t.Helper()
	expr := query.Expr{}
	if where != "" {
		var err error
		if expr, err = query.Parse(where, library.Of("2021-03-23", "2023-01-26").QueryEnv(e)); err != nil {
			t.Fatal(err)
		}
	}
	return webpage.Contents{
		Localizers: say.Localizers(), Lang: "zh-TW", Atlas: e.Atlas(), Index: e.Index(), Where: where,
		Groups: rows.Judge(e.Atlas().Countries(), expr), Age: model.Age{Known: true, Years: 3}, Made: "2026-11-26",
	}
}

// pageOf returns a page and its data.
func pageOf(t *testing.T, c webpage.Contents) (string, document) {
	t.Helper()
	var b bytes.Buffer
	if err := webpage.Write(&b, c); err != nil {
		t.Fatal(err)
	}
	var doc document
	if err := json.Unmarshal([]byte(textOf(t, b.String(), "data")), &doc); err != nil {
		t.Fatal(err)
	}
	return b.String(), doc
}

// textOf returns the text of the element with an id.
func textOf(t *testing.T, page, id string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "id" && a.Val == id {
				return n.FirstChild.Data
			}
		}
	}
	t.Fatalf("no element %s", id)
	return ""
}

// maxPage is the most bytes of a page.
const maxPage = 1_000_000

// TestPage checks the size of the pages of all editions, that they have every answer, and
// every text once.
func TestPage(t *testing.T) {
	for _, e := range library.Of("2021-03-23", "2023-01-26").Editions() {
		page, doc := pageOf(t, contentsOf(t, e, ""))
		if len(page) > maxPage {
			t.Errorf("%s: %d bytes", e.Date, len(page))
		}
		t.Logf("%s: %d bytes", e.Date, len(page))
		seen := map[string]bool{}
		for _, text := range doc.Texts {
			key, _ := json.Marshal(text)
			if seen[string(key)] {
				t.Errorf("%s: twice: %s", e.Date, key)
			}
			seen[string(key)] = true
		}
		countries := slices.Collect(e.Atlas().Countries())
		if len(doc.Countries) != len(countries) || len(doc.Omitted) > 0 {
			t.Fatalf("%s: %d countries", e.Date, len(doc.Countries))
		}
		for i, c := range countries {
			for j, f := range model.Features() {
				state := doc.States[doc.Answers[doc.Countries[i].Answers[j]].State].Key
				if want := c.Answer(f).State.String(); state != want || doc.Features[j].Key != f.Key() {
					t.Errorf("%s: %s %s: %s, want %s", e.Date, c.ISO2(), f.Key(), state, want)
				}
			}
		}
		again, _ := pageOf(t, contentsOf(t, e, ""))
		if page != again {
			t.Errorf("%s: two pages differ", e.Date)
		}
	}
}

// TestSelection makes a page of some countries. The others are known as omitted.
func TestSelection(t *testing.T) {
	e := library.Of("2023-01-26").Edition("2023-01-26")
	c := contentsOf(t, e, "cp")
	_, doc := pageOf(t, c)
	if len(doc.Countries) != len(c.Groups.Meets)+len(c.Groups.Conditional) || len(doc.Countries)+len(doc.Omitted) != e.Atlas().Len() {
		t.Fatalf("%d countries, %d omitted", len(doc.Countries), len(doc.Omitted))
	}
	for i, country := range doc.Countries {
		if isConditional := i >= len(c.Groups.Meets); isConditional != (country.Reasons != 0) {
			t.Errorf("%s: reasons %v", country.ISO2, doc.Texts[country.Reasons])
		}
	}
}

// TestSpellings unpacks the spellings. All those of listed countries are there.
func TestSpellings(t *testing.T) {
	e := library.Of("2023-01-26").Edition("2023-01-26")
	_, doc := pageOf(t, contentsOf(t, e, ""))
	places := map[string]map[string]bool{} // by key
	var before []rune
	for entry := range strings.SplitSeq(doc.Spellings, " ") {
		n, err := strconv.ParseInt(entry[:1], 36, 0)
		if err != nil {
			t.Fatal(err)
		}
		before = append(before[:n:n], []rune(entry[1:len(entry)-2])...)
		if places[string(before)] == nil {
			places[string(before)] = map[string]bool{}
		}
		places[string(before)][entry[len(entry)-2:]] = true
	}
	listed := map[string]bool{}
	for _, c := range doc.Countries {
		listed[c.ISO2] = true
	}
	table := names.Spellings()
	for i := range table.Len() {
		key, iso2 := strings.ReplaceAll(table.KeyText(i), " ", ""), table.ISO2(i)
		if listed[iso2] && !places[key][iso2] {
			t.Errorf("%s is not a spelling of %s", key, iso2)
		}
		delete(places[key], iso2)
	}
	maps.DeleteFunc(places, func(_ string, left map[string]bool) bool { return len(left) == 0 })
	if len(places) > 0 {
		t.Errorf("spellings of no place: %v", places)
	}
}

// TestHostileEdition makes a page of an edition with markup in its texts.
func TestHostileEdition(t *testing.T) {
	edition, err := os.ReadFile("../../data/editions/2023-01-26.json")
	if err != nil {
		t.Fatal(err)
	}
	const markup = `</script><script>alert(1)</script><!--`
	for _, word := range []string{"SoftBank", "Taipei", "\"Japan\""} {
		hostile := markup
		if strings.HasPrefix(word, `"`) {
			hostile = `"` + markup + `"`
		}
		edition = bytes.ReplaceAll(edition, []byte(word), []byte(hostile))
	}
	file := filepath.Join(t.TempDir(), "edition.json")
	if err := os.WriteFile(file, edition, 0o600); err != nil {
		t.Fatal(err)
	}
	atlas, err := data.LoadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	page, doc := pageOf(t, contentsOf(t, library.Own(atlas), ""))
	if n := strings.Count(page, "<script"); n != 2 { // the data and the script of the page
		t.Errorf("%d scripts", n)
	}
	if !slices.Contains(doc.Texts, any(markup)) {
		t.Error("the text is not there")
	}
}
