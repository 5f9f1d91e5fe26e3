package cli

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"voxatlas/data/importer"
	"voxatlas/data/learn"
	"voxatlas/model"
)

// maxNamed is the most pages that the message about a whole run names.
const maxNamed = 10

// updateStopped returns the error of a run that ended before all pages were read.
func (p *program) updateStopped(err error) error {
	var stop *learn.StopError
	switch {
	case errors.Is(err, context.Canceled):
		p.notice("update.interrupted")
		return err
	case !errors.As(err, &stop):
		return err
	}
	key := "error.update." + stop.Stop.Key()
	if stop.Stop == learn.Busy && stop.Wait > 0 {
		key = "error.update.busy_until"
	}
	why := stop.Detail
	if stop.Stop == learn.Offline {
		why = p.localizer.Text("update.cause."+stop.Cause.Key(), "detail", stop.Detail)
	}
	f := p.userError(codeData, key, "url", stop.URL, "why", why, "most", stop.Detail, "minutes", int((stop.Wait+time.Minute-1)/time.Minute))
	f.details = p.faultLines(stop.Faults)
	if stop.Read > 0 {
		f.details = append(f.details, p.localizer.Count("update.kept", stop.Read))
	}
	return f
}

// worseThanToday returns the error of an edition that lacks more pages than the one of the
// same day, and of the same server, that it would replace; nil if it does not.
func (p *program) worseThanToday(u *update) error {
	a, err := p.env.Fetched.Open(u.date)
	if err != nil || a.Info().Source.Website != u.base.String() || a.Info().Source.PagesNotRead >= len(u.fetched.Faults) {
		return nil //nolint:nilerr // one that is damaged is replaced
	}
	f := p.userError(codeData, "error.update.worse", "url", u.base.String(), "date", u.date)
	f.details = p.faultLines(u.fetched.Faults)
	return f
}

// faultLines returns a line for each of the first pages that are not as expected, and the
// number of the others.
func (p *program) faultLines(faults []*learn.PageError) []string {
	var lines []string
	for _, fault := range faults[:min(len(faults), maxNamed)] {
		lines = append(lines, p.faultLine(fault))
	}
	if more := len(faults) - maxNamed; more > 0 {
		lines = append(lines, p.localizer.Count("error.data.more", more))
	}
	return lines
}

// faultLine returns the line about a page that is not as expected.
func (p *program) faultLine(fault *learn.PageError) string {
	return p.localizer.Labelled(fault.URL, p.localizer.Text("update.fault."+fault.Fault.Key(), "came", fault.Detail))
}

// layoutError returns the error of pages that could be fetched and not be understood: for
// each country, the first text that was not understood, and the kind of text that was
// expected.
func (p *program) layoutError(u *update, report *importer.Report, strange []*model.Country) error {
	message := p.localizer.Count("error.update.layout", cmp.Or(len(strange), len(u.fetched.Countries)), "url", quotable(u.base.String()))
	f := &userError{code: codeData, message: message}
	list := firstFindings(report.Findings)
	for _, finding := range list[:min(len(list), maxNamed)] {
		f.details = append(f.details, p.findingLine(findingGroup{Finding: finding, places: []string{finding.File}}))
	}
	if more := len(list) - maxNamed; more > 0 {
		f.details = append(f.details, p.localizer.Count("error.data.more", more))
	}
	return f
}

// firstFindings returns the first finding of each country's page.
func firstFindings(list []importer.Finding) []importer.Finding {
	named := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(list), func(f importer.Finding) bool {
		drop := named[f.File] || importer.FileKindOf(f.File) != importer.CountryPage
		named[f.File] = true
		return drop
	})
}
