package cli

import (
	"slices"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/data/importer"
	"voxatlas/data/learn"
	"voxatlas/data/pages"
	"voxatlas/model"
)

// mostUnread is the part of all answers, one in so many, that may not be understood in an
// edition.
const mostUnread = 5

// learnAttribution is the credit of fetched pages, and noLicence says that their licence
// is not known: only the copies in repositories are under CC BY 4.0.
const (
	learnAttribution = "Microsoft Teams documentation on Microsoft Learn, © Microsoft Corporation; a user's own copy"
	noLicence        = "NOASSERTION"
)

// source returns the source of the edition.
func (u *update) source() data.Source {
	return data.Source{
		Licence: noLicence, Attribution: learnAttribution, Website: u.base.String(),
		PagesRead: u.fetched.Read(), PagesNotRead: len(u.fetched.Faults),
	}
}

// options says how the pages of u are imported.
func (u *update) options() importer.Options {
	return importer.Options{
		Date: u.date, Base: u.before, Editions: u.editions, Today: u.date, Source: u.source(),
		Site: importer.Site{Link: assets.LinkURL, Page: assets.PageURL},
	}
}

// unknownPages counts the pages of u about countries or regions that are not known.
func (u *update) unknownPages() int {
	knows, n := u.options().Knows(), 0
	for _, p := range u.fetched.Countries {
		if !knows(importer.SlugOf(p.File)) {
			n++
		}
	}
	return n
}

// renamed lists the countries of the edition before that have no page, where a page is
// about an unknown one: that may be theirs, under another name, so they are not gone.
func (u *update) renamed() []string {
	if u.unknownPages() == 0 {
		return nil
	}
	var list []string
	for c := range u.before.Countries() {
		if !slices.ContainsFunc(u.fetched.Countries, func(p *learn.Page) bool { return importer.SlugOf(p.File) == c.Slug() }) && !u.isMissing(c.Slug()) {
			list = append(list, c.Slug())
		}
	}
	return list
}

// isMissing reports whether the page of a country could not be had.
func (u *update) isMissing(slug string) bool {
	return slices.ContainsFunc(u.fetched.Missing, func(m learn.Missing) bool { return m.Slug == slug })
}

// pageSet returns the pages of u for the importer. Those of strange countries are missing.
func (u *update) pageSet(strange []*model.Country) importer.PageSet {
	var set importer.PageSet
	for _, m := range u.fetched.Missing {
		set.Missing = append(set.Missing, importer.MissingPage{Slug: m.Slug, Found: m.Fault.Found()})
	}
	for _, slug := range u.renamed() {
		set.Missing = append(set.Missing, importer.MissingPage{Slug: slug, Found: "a page of another name"})
	}
	for _, p := range u.fetched.Pages() {
		set.Add(p.Page)
	}
	for _, c := range strange {
		set.Countries = slices.DeleteFunc(set.Countries, func(p *pages.Page) bool { return importer.SlugOf(p.File) == c.Slug() })
		if !slices.ContainsFunc(set.Missing, func(m importer.MissingPage) bool { return m.Slug == c.Slug() }) {
			set.Missing = append(set.Missing, importer.MissingPage{Slug: c.Slug(), Found: "another layout"})
		}
	}
	return set
}

// notUnderstood lists the countries of u of which less than half of the answers were
// understood, though their pages could be fetched.
func (u *update) notUnderstood() []*model.Country {
	var list []*model.Country
	renamed := u.renamed()
	for c := range u.atlas.Countries() {
		stated := 0
		for _, f := range model.Features() {
			if c.Answer(f).State != model.Unstated {
				stated++
			}
		}
		if stated*2 < model.NumFeatures && !u.isMissing(c.Slug()) && !slices.Contains(renamed, c.Slug()) {
			list = append(list, c)
		}
	}
	return list
}

// missing counts the countries of which there is no page that was understood.
func (u *update) missing(strange []*model.Country) int {
	return len(u.fetched.Missing) + u.unknownPages() + len(strange)
}

// unread counts the answers that were printed and not understood.
func (u *update) unread() int {
	n := 0
	for c := range u.atlas.Countries() {
		n += unreadAnswers(c)
	}
	return n
}
