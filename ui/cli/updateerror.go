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
	for i, fault := range stop.Faults {
		if i == maxNamed {
			f.details = append(f.details, p.localizer.Count("error.data.more", len(stop.Faults)-i))
			break
		}
		f.details = append(f.details, p.faultLine(fault))
	}
	if stop.Read > 0 {
		f.details = append(f.details, p.localizer.Count("update.kept", stop.Read))
	}
	return f
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
