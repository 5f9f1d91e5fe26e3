package data_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/data/importer"
	"voxatlas/model"
)

// upstream has the raw pages of the first edition, on machines that have them.
const upstream = "../../shared/upstream/zh-TW-2021-03-23"

// TestImportOfMicrosoftsPages imports the raw pages of the first edition, and the
// same pages changed in ways that keep their facts.
func TestImportOfMicrosoftsPages(t *testing.T) {
	if _, err := os.Stat(upstream); err != nil {
		t.Skipf("the raw pages are not here (%s): the importer is tested on our own pages only", upstream)
	}
	t.Run("make the edition", importMakesTheEdition)
	t.Run("say the same with any base", importWithAnyBase)
	t.Run("translation alone", importOfTheTranslation)
	t.Run("original alone", importOfTheOriginal)
	t.Run("deterministic", importIsDeterministic)
}

// upstreamPages reads the raw pages, each with a change made to its text; nil for
// none.
func upstreamPages(t testing.TB, change func(string) string) importer.PageSet {
	t.Helper()
	folder := upstream
	if change != nil {
		folder = t.TempDir()
		entries, err := os.ReadDir(upstream)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			b, err := os.ReadFile(filepath.Join(upstream, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(folder, e.Name()), []byte(change(string(b))), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	pages, err := importer.ReadPages(folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// fromUpstream imports the raw pages, changed, with a base.
func fromUpstream(t testing.TB, base string, change func(string) string) (*data.File, *importer.Report) {
	t.Helper()
	var atlas *model.Atlas
	if base != "" {
		var err error
		if atlas, err = data.Open(base); err != nil {
			t.Fatal(err)
		}
	}
	f, r, err := importer.Import(upstreamPages(t, change), importer.Options{Base: atlas, Editions: embedded(t), Site: docSite()})
	if err != nil {
		t.Fatal(err)
	}
	return f, r
}

// importMakesTheEdition: the committed edition of 2021 is, byte for byte, made of
// the pages, with no edition to look anything up in. Three things are not on the
// pages, and come from the facts: the English names of Microsoft's index (the
// pages have an index in Chinese only), remarks on the machine translation and on
// the order of the sections, which the importer ignores, and notes that a person
// wrote beside six destinations.
func importMakesTheEdition(t *testing.T) {
	const date = "2021-03-23"
	source := facts(t, date)
	f, _, err := importer.Import(upstreamPages(t, nil), importer.Options{Site: docSite(), Source: data.Source{
		Repository: text(source, "source.repository"), Branch: text(source, "source.branch"),
		Commit: text(source, "source.commit"), CommitDate: text(source, "source.commit_date"),
	}})
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range objects(source, "countries") {
		made := &f.Countries[i]
		_, remarks := warnings(t, c, len(f.Destinations))
		for _, r := range made.Page.Remarks {
			if !slices.Contains(remarks, r) {
				t.Errorf("%s: the importer's remark %s is not in the facts", made.Slug, r)
			}
		}
		made.Printed[model.English], made.Page.Remarks = text(c, "name_en"), remarks
	}
	for i, row := range rows(t, "outbound-destinations.csv") {
		if note := row["note"]; !strings.Contains(note, "zh-TW") { // these speak of a column that no edition has
			f.Destinations[i].Remark = note
		}
	}
	made, err := data.Format(f)
	if err != nil {
		t.Fatal(err)
	}
	sameLines(t, date, editionFile(t, date), made)
}

// sameFacts compares all answers and warnings with those of an embedded edition.
func sameFacts(t *testing.T, f *data.File, date string) {
	t.Helper()
	got := f.Atlas()
	want, err := data.Open(date)
	if err != nil {
		t.Fatal(err)
	}
	same := 0
	for w := range want.Countries() {
		g := got.Country(w.Slug())
		if g == nil {
			t.Errorf("%s is missing", w.Slug())
			continue
		}
		for _, feature := range model.Features() {
			a, b := data.AnswerOf(g.Answer(feature)), data.AnswerOf(w.Answer(feature))
			if d := cmp.Diff(b, a, cmp.Comparer(func(a, b model.Arg) bool { return reflect.DeepEqual(a, b) })); d != "" {
				t.Errorf("%s: %s: %s", w.Slug(), feature, d)
				continue
			}
			same++
		}
		if a, b := fmt.Sprintf("%+v", g.Warnings()), fmt.Sprintf("%+v", w.Warnings()); a != b {
			t.Errorf("%s: warnings\n%s, want\n%s", w.Slug(), a, b)
		}
		if g.Page().Date != w.Page().Date || g.Page().URL != w.Page().URL || g.Printed().Has("zh-TW") && g.Printed().In("zh-TW") != w.Printed().In("zh-TW") {
			t.Errorf("%s: page %+v, want %+v", w.Slug(), g.Page(), w.Page())
		}
	}
	if same != want.Len()*model.NumFeatures || got.Len() != want.Len() {
		t.Errorf("%d answers of %d countries are the same", same, got.Len())
	}
	if fmt.Sprintf("%+v", got.Destinations()) != fmt.Sprintf("%+v", want.Destinations()) {
		t.Error("other destinations")
	}
}

// importWithAnyBase: the pages give all 114 × 14 answers, with every line
// understood, with each base and without one.
func importWithAnyBase(t *testing.T) {
	const date = "2021-03-23"
	for _, base := range []string{"", date, "2023-01-26"} {
		f, r := fromUpstream(t, base, nil)
		sameFacts(t, f, date)
		if f.Edition != date || r.Pages != 114 || r.Bilingual != 114 || len(r.Findings)+len(r.Absent)+len(r.Cities) != 0 {
			t.Errorf("base %q: edition %s, %d pages, %d bilingual, %+v %v %v", base, f.Edition, r.Pages, r.Bilingual, r.Findings, r.Absent, r.Cities)
		}
		if r.Answers[importer.NotUnderstood] != 0 || r.Answers[importer.ByWording]+r.Answers[importer.NotStated] != 114*14 {
			t.Errorf("base %q: %v", base, r.Answers)
		}
		if known := 56; len(r.Contradictions) != known {
			t.Errorf("base %q: %d contradictions, %d are known", base, len(r.Contradictions), known)
		}
	}
}

// importOfTheTranslation reads the machine-translated half of the same pages: it
// has the same facts.
func importOfTheTranslation(t *testing.T) {
	english := regexp.MustCompile(`<span class="sxs-lookup"><span data-stu-id="[^"]*">.*?</span></span>`)
	chinese := regexp.MustCompile(`<span data-ttu-id="[^"]*">(.*?)</span>`)
	f, r := fromUpstream(t, "2021-03-23", func(page string) string {
		return chinese.ReplaceAllString(english.ReplaceAllString(page, ""), "$1")
	})
	sameFacts(t, f, "2021-03-23")
	if len(r.Findings) != 0 || r.Bilingual != 0 || r.Answers[importer.ByPosition] == 0 {
		t.Errorf("%+v, %v", r.Findings, r.Answers)
	}
}

// importOfTheOriginal reads the English half alone, with headings that have no
// anchors of their own, as in the original's repository.
func importOfTheOriginal(t *testing.T) {
	english := regexp.MustCompile(`<span class="sxs-lookup"><span data-stu-id="[^"]*">(.*?)</span></span>`)
	chinese := regexp.MustCompile(`<span data-ttu-id="[^"]*">.*?</span>(<span class="sxs-lookup">)`)
	anchor := regexp.MustCompile(`<a name="[^"]*"></a>`)
	f, r := fromUpstream(t, "", func(page string) string {
		page = english.ReplaceAllString(chinese.ReplaceAllString(page, "$1"), "$1")
		return strings.Replace(anchor.ReplaceAllString(page, ""), "ms.contentlocale: zh-TW\n", "", 1)
	})
	sameFacts(t, f, "2021-03-23")
	if len(r.Findings) != 0 || r.Bilingual != 0 || r.Answers[importer.ByPosition] != 0 {
		t.Errorf("%+v, %v", r.Findings, r.Answers)
	}
}

// importIsDeterministic: a second run, and pages with other line ends, give the
// same file.
func importIsDeterministic(t *testing.T) {
	var first []byte
	for i := range 3 {
		var change func(string) string
		if i == 2 {
			change = func(page string) string { return "\ufeff" + strings.ReplaceAll(page, "\n", "\r\n") }
		}
		f, _ := fromUpstream(t, "2023-01-26", change)
		b, err := data.Format(f)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b
		}
		if !bytes.Equal(first, b) {
			t.Errorf("run %d differs", i)
		}
	}
	if _, err := data.Load(bytes.NewReader(first)); err != nil {
		t.Errorf("cannot be read again: %v", err)
	}
}

// BenchmarkImport reads and compiles all pages of the first edition.
func BenchmarkImport(b *testing.B) {
	if _, err := os.Stat(upstream); err != nil {
		b.Skipf("the raw pages are not here (%s)", upstream)
	}
	b.ReportAllocs()
	for b.Loop() {
		fromUpstream(b, "2021-03-23", nil)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/116, "ns/page")
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys)/(1<<20), "MB-sys")
}

// embedded opens the editions that an import looks names up in.
func embedded(t testing.TB) []*model.Atlas {
	t.Helper()
	var atlases []*model.Atlas
	for _, date := range []string{first, second} {
		a, err := data.Open(date)
		if err != nil {
			t.Fatal(err)
		}
		atlases = append(atlases, a)
	}
	return atlases
}

// docSite are the addresses of the documentation.
func docSite() importer.Site { return importer.Site{Link: assets.LinkURL, Page: assets.PageURL} }
