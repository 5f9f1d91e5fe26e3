package importer_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"voxatlas/data"
	"voxatlas/data/importer"
	"voxatlas/model"
)

// upstream holds a folder of real pages per language and date, LANG-DATE, on
// machines that have them.
const upstream = "../../../shared/upstream"

// original identifies one English text of a country's page.
type original struct{ slug, hash string }

// statedAnswers holds the first answer to each feature that a page of an original
// gave, and its folder.
type statedAnswers map[model.Feature]struct {
	folder string
	state  model.State
}

// TestTranslationsAgree imports all real pages. The pages of one original must
// give the same states in every language, apart from unstated ones, and at most
// as many answers may be not understood as when this test was written.
func TestTranslationsAgree(t *testing.T) {
	folders, err := filepath.Glob(upstream + "/*-*")
	if err != nil || len(folders) == 0 {
		t.Skipf("the real pages are not here (%s): the languages are not compared", upstream)
	}
	base, err := data.Open("2021-03-23")
	if err != nil {
		t.Fatal(err)
	}
	answers := map[original]statedAnswers{}
	compared, notUnderstood := 0, 0
	for _, folder := range folders {
		atlas, hashes, report := importFolder(t, folder, base)
		notUnderstood += report.Answers[importer.NotUnderstood]
		t.Logf("%s: %d pages, %d findings, %d answers not understood", folder, report.Pages, len(report.Findings), report.Answers[importer.NotUnderstood])
		for c := range atlas.Countries() {
			o := original{c.Slug(), hashes[c.Slug()]}
			if o.hash == "" {
				continue // an original in English has none
			}
			if answers[o] == nil {
				answers[o] = statedAnswers{}
			}
			for _, f := range model.Features() {
				stated, ok := answers[o][f]
				switch state := c.Answer(f).State; {
				case state == model.Unstated:
				case !ok:
					stated.folder, stated.state = folder, state
					answers[o][f] = stated
				case state != stated.state:
					t.Errorf("%s: %s: %s in %s, %s in %s", o.slug, f, stated.state, stated.folder, state, folder)
				default:
					compared++
				}
			}
		}
	}
	t.Logf("%d answers are the same in another language, %d are not understood", compared, notUnderstood)
	if len(folders) == 26 && (compared < 23_424 || notUnderstood > 2) {
		t.Errorf("%d answers compared, %d not understood", compared, notUnderstood)
	}
}

// embedded opens the editions that an import looks names up in.
func embedded(t *testing.T) []*model.Atlas {
	t.Helper()
	var atlases []*model.Atlas
	for _, date := range []string{"2021-03-23", "2023-01-26"} {
		a, err := data.Open(date)
		if err != nil {
			t.Fatal(err)
		}
		atlases = append(atlases, a)
	}
	return atlases
}

// importFolder imports the pages in a folder, and returns the hash of the
// original of each page by slug. Without a date the folder's name has it.
func importFolder(t *testing.T, folder string, base *model.Atlas) (*model.Atlas, map[string]string, *importer.Report) {
	t.Helper()
	set, err := importer.ReadPages(folder, nil)
	if err != nil {
		t.Fatalf("%s: %v", folder, err)
	}
	date := folder[max(0, len(folder)-len(time.DateOnly)):]
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		date = ""
	}
	f, report, err := importer.Import(set, importer.Options{Date: date, Base: base, Editions: embedded(t), Site: docSite()})
	if err != nil {
		t.Fatalf("%s: %v", folder, err)
	}
	hashes := map[string]string{}
	for _, p := range set.Countries {
		hashes[strings.TrimSuffix(strings.TrimPrefix(p.File, "availability-in-"), ".md")] = p.FrontMatter.SourceHash
	}
	return f.Atlas(), hashes, report
}
