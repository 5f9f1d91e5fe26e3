package cli

import (
	"context"
	"errors"

	"voxatlas/data/importer"
	"voxatlas/data/learn"
	"voxatlas/model"
)

// rereadPages fetches pages of u that were read as Markdown once more as HTML, if answers
// in them were not understood: lists may run together in Markdown. If that does not help
// with the first of them, it leaves the others alone. The error is that of ctx, or of the
// import.
func (p *program) rereadPages(ctx context.Context, u *update) error {
	doubtful := u.doubtfulPages()
	better, err := p.rereadAsHTML(ctx, u, doubtful[:min(len(doubtful), 1)])
	if better {
		_, err = p.rereadAsHTML(ctx, u, u.doubtfulPages())
	}
	return err
}

// rereadAsHTML fetches the countries' pages of u at some positions as HTML, and keeps these pages
// if more answers in them were understood, which it reports. The error is that of ctx, or of
// the import.
func (p *program) rereadAsHTML(ctx context.Context, u *update, positions []int) (better bool, err error) {
	replaced, err := p.replacePages(ctx, u, positions)
	if err != nil || replaced == nil {
		return false, err
	}
	unread, before, file, result := u.unread(), u.fetched.Countries, u.file, u.importResult
	u.fetched.Countries = replaced
	if err := p.importSet(u, u.pageSet(nil)); err != nil {
		return false, err
	}
	if u.unread() < unread {
		return true, nil
	}
	u.fetched.Countries, u.file, u.importResult = before, file, result
	return false, nil
}

// doubtfulPages lists the positions of the countries' pages that were read as Markdown, and
// have answers that were not understood.
func (u *update) doubtfulPages() []int {
	var list []int
	for i, page := range u.fetched.Countries {
		c := u.atlas.Country(importer.SlugOf(page.File))
		if page.IsMarkdown() && c != nil && unreadAnswers(c) > 0 {
			list = append(list, i)
		}
	}
	return list
}

// replacePages returns the countries' pages of u, of which those at the positions are
// fetched as HTML; nil if none is there in that form. The error is that of ctx.
func (p *program) replacePages(ctx context.Context, u *update, positions []int) ([]*learn.Page, error) {
	defer p.clearProgress()
	list := append([]*learn.Page{}, u.fetched.Countries...)
	progress := p.fetchProgress(ctx)
	replaced := 0
	for i, at := range positions {
		page, err := u.fetcher.FetchHTML(ctx, list[at])
		var stop *learn.StopError
		switch {
		case err == nil:
			list[at] = page
			replaced++
		case errors.As(err, &stop), ctx.Err() != nil: // the others would fail, too
			return nil, ctx.Err()
		}
		if err := progress(i+1, len(positions)); err != nil {
			return nil, err
		}
	}
	if replaced == 0 {
		return nil, nil
	}
	return list, nil
}

// unreadAnswers counts the answers of c that were printed and not understood, and those
// with cities of which a name was not.
func unreadAnswers(c *model.Country) int {
	n := 0
	for _, f := range model.Features() {
		a := c.Answer(f)
		unread := a.Unread != ""
		for city := range a.Cities.Values() {
			unread = unread || !city.Known()
		}
		if unread {
			n++
		}
	}
	return n
}
