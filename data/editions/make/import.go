package main

import (
	"fmt"
	"path/filepath"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/data/importer"
	"voxatlas/model"
)

// source is a folder of Microsoft's pages, with the commit that it is from. A licence is
// that of all pages: the importer writes it.
type source struct {
	folder, date       string
	repository, commit string
	commitDate         string
}

// The repositories of the pages.
const (
	english = "MicrosoftDocs/OfficeDocs-SkypeForBusiness"
	chinese = "MicrosoftDocs/OfficeDocs-SkypeForBusiness-pr.zh-TW"
)

// sources returns the folders that editions are made of.
func sources() []source {
	return []source{
		{"en-2018-08-30", "2018-08-30", english, "dbef8028cb7f8c6366e0fdb34f5f2e2a30d8c32a", "2018-08-31"},
		{"en-2019-02-28", "2019-02-28", english, "8ea5cf94d6d475576e328140c67e782180eb0d86", "2019-03-01"},
		{"en-2019-08-15", "2019-08-15", english, "7d4a2fdda6d4d6230c170a4b49758a8a8c8fcafb", "2019-08-30"},
		{"en-2020-02-06", "2020-02-06", english, "ae65fb089d98665c4b26e0345bb96241fb893f0b", "2020-02-28"},
		{"en-2020-08-17", "2020-08-17", english, "19662d4bc4070f6031084d93e8794e0e02decd2b", "2020-09-01"},
		{"en-2020-12-03", "2020-12-03", english, "4143ce9bd62e67ba09f89cedadfd65803bda5361", "2020-12-28"},
		{"en-2021-06-28", "2021-06-28", english, "3df35617652c111591e6efad8fe9895c0bff9c34", "2021-06-28"},
		{"zh-TW-2021-12-31", "2021-12-31", chinese, "ec3d84e94f71fb6a180ee53d6f350a2f310c5b56", "2021-12-31"},
		{"zh-TW-2022-07-01", "2022-07-01", chinese, "447b91b4ce1906647cec93db18256da506c2b748", "2022-07-01"},
	}
}

// The editions that are not made here. Names are looked up in both; translated cities
// are told by their place in the lists of the first.
const (
	baseDate  = "2021-03-23"
	namesDate = "2023-01-26"
)

// importEditions makes the editions of the sources, and prints a line for each.
func importEditions(pages, folder string) error {
	base, err := data.LoadFile(filepath.Join(folder, baseDate+".json"))
	if err != nil {
		return err
	}
	names, err := data.LoadFile(filepath.Join(folder, namesDate+".json"))
	if err != nil {
		return err
	}
	for _, s := range sources() {
		set, err := importer.ReadPages(filepath.Join(pages, s.folder), nil)
		if err != nil {
			return fmt.Errorf("%s: %w", s.folder, err)
		}
		f, report, err := importer.Import(set, importer.Options{
			Date: s.date, Base: base, Editions: []*model.Atlas{base, names},
			Source: data.Source{Repository: s.repository, Commit: s.commit, CommitDate: s.commitDate},
			Site:   importer.Site{Link: assets.LinkURL, Page: assets.PageURL},
		})
		if err != nil {
			return fmt.Errorf("%s: %w", s.folder, err)
		}
		b, err := data.Format(f)
		if err != nil {
			return err
		}
		if err := data.Replace(filepath.Join(folder, s.date+".json"), b); err != nil {
			return err
		}
		fmt.Printf("%s: %d pages, %d texts not understood, %d answers not read\n",
			s.date, report.Pages, len(report.Findings), report.Answers[importer.NotUnderstood])
	}
	return nil
}
