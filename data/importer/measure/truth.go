package main

import (
	"bytes"
	"crypto/sha1" //nolint:gosec // the hash that the documentation's tools write
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/data/importer"
	"voxatlas/model"
)

// truths holds the answers of each original: countries by the hashes of their texts.
type truths map[string]*model.Country

// gatherTruth gathers the truth from the facts and from the English folders.
func gatherTruth(folders []string) (truths, error) {
	t := truths{}
	for _, date := range factDates {
		if err := t.addFacts(date); err != nil {
			return nil, err
		}
	}
	for _, folder := range folders {
		if !strings.HasPrefix(filepath.Base(folder), "en-") {
			continue
		}
		if err := t.addEnglish(folder); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// addFacts adds the countries of an embedded edition by the hashes in its facts.
func (t truths) addFacts(date string) error {
	b, err := os.ReadFile("data/testdata/facts/edition-" + date + ".json")
	if err != nil {
		return err
	}
	var facts struct {
		Countries []struct {
			Slug string
			Page struct {
				Hash string `json:"english_source_hash"`
			}
		}
	}
	if err := json.Unmarshal(b, &facts); err != nil {
		return err
	}
	atlas, err := data.Open(date)
	if err != nil {
		return err
	}
	for _, c := range facts.Countries {
		if t[c.Page.Hash] == nil {
			t[c.Page.Hash] = atlas.Country(c.Slug)
		}
	}
	return nil
}

// addEnglish adds the countries of an English folder, as they are read, by the hashes of
// the files.
func (t truths) addEnglish(folder string) error {
	m, err := importFolder(folder, "")
	if err != nil {
		return err
	}
	atlas := m.file.Atlas()
	for _, p := range m.set.Countries {
		b, err := os.ReadFile(filepath.Join(folder, p.File))
		if err != nil {
			return err
		}
		b = bytes.ReplaceAll(bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))
		short, long := sha1.Sum(b), sha256.Sum256(b) //nolint:gosec // as above
		for _, hash := range []string{hex.EncodeToString(short[:]), hex.EncodeToString(long[:])} {
			if c := atlas.Country(importer.SlugOf(p.File)); t[hash] == nil && c != nil {
				t[hash] = c
			}
		}
	}
	return nil
}

// importFolder imports a folder with the base of that date; "" for none.
func importFolder(folder, base string) (m imported, err error) {
	if m.set, err = importer.ReadPages(folder, nil); err != nil {
		return m, err
	}
	o := importer.Options{Date: dateOf(filepath.Base(folder)), Site: importer.Site{Link: assets.LinkURL, Page: assets.PageURL}}
	if len(o.Date) < len("2020-08-17") {
		o.Date = "" // a month: the pages say more
	}
	for _, date := range factDates {
		a, err := data.Open(date)
		if err != nil {
			return m, err
		}
		if o.Editions = append(o.Editions, a); date == base {
			o.Base = a
		}
	}
	m.file, m.report, err = importer.Import(m.set, o)
	return m, err
}

// compare compares the answers of each page with those of its original.
func (t truths) compare(name string, m imported) *score {
	s := &score{pages: m.report.Pages, findings: len(m.report.Findings)}
	atlas, cells := m.file.Atlas(), cellsByFeature(m.report.Readings)
	for _, p := range m.set.Countries {
		c, original := atlas.Country(importer.SlugOf(p.File)), t[p.FrontMatter.SourceHash]
		if c == nil {
			continue
		}
		if p.FrontMatter.SourceHash == "" || original == nil {
			s.unpaired++
			continue
		}
		for _, f := range model.Features() {
			at := answerCells{name + " " + c.Slug() + " " + f.Key(), cells[cellPlace{p.File, f}]}
			s.compareAnswers(at, f, c.Answer(f), original.Answer(f))
		}
	}
	return s
}

// cellPlace names the cells of a page that answer a feature.
type cellPlace struct {
	file    string
	feature model.Feature
}

// cellsByFeature joins the cells that answer each feature of each page.
func cellsByFeature(readings []importer.Reading) map[cellPlace]string {
	cells := map[cellPlace]string{}
	for _, r := range readings {
		cells[cellPlace{r.File, r.Feature}] += "|" + r.Text
	}
	return cells
}
