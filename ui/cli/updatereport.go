package cli

import (
	"voxatlas/assets"
	"voxatlas/data/importer"
	"voxatlas/model"
	"voxatlas/ui/text"
)

// updateReport returns the report of an update: the number of pages that were read, the
// changes since the edition before, the texts that could not be read, and the next steps.
func (p *program) updateReport(u *update, changes []model.Change) []text.Line {
	t := p.newReportPage(u.atlas, u.before)
	t.addHeading(p.localizer.Text("update.title", "date", u.date, "url", u.base.String()))
	t.addPages(u)
	t.addDifferences(changes)
	t.addFaults(u)
	unread, _ := splitMissing(u.findings())
	if len(unread) > 0 {
		t.addFindings("import.unread", unread)
	}
	if len(u.report.Cities) > 0 {
		t.addFindings("import.new_cities", u.report.Cities)
	}
	t.addNext(u)
	return t.Lines
}

// findings lists the texts that were not understood, with those of the pages that are not
// understood as a whole.
func (u *update) findings() []importer.Finding {
	if len(u.strange) > 0 {
		return u.strange
	}
	return u.report.Findings
}

// addPages adds how many pages were read.
func (t *reportPage) addPages(u *update) {
	table := &text.Table{Columns: []text.Column{{}, {Right: true}}}
	row := func(key string, n int) {
		if n > 0 {
			table.AddRow(text.Style{}, t.localizer.Text(key), assets.Number(n))
		}
	}
	row("update.pages", u.fetched.Read())
	row("update.pages_cached", u.fetched.Cached())
	row("update.pages_missing", len(u.fetched.Faults))
	t.AddTable(2, table)
	if u.fetched.Index == nil {
		t.addItem(t.localizer.Count("update.index", u.fetched.Links))
	}
}

// addFaults adds the pages that are not as expected.
func (t *reportPage) addFaults(u *update) {
	if len(u.fetched.Faults) == 0 {
		return
	}
	t.addSection("import.absent", len(u.fetched.Faults))
	for _, fault := range u.fetched.Faults {
		t.addItem(t.faultLine(fault))
	}
}

// addNext adds the date of the edition that was written, and the next steps.
func (t *reportPage) addNext(u *update) {
	t.AddBlank()
	before, program := u.before.Info().Date, t.commandPrefix()
	if u.job.check {
		t.addHeading(t.localizer.Text("update.checked", "program", program))
		return
	}
	written := "update.written"
	standard := t.defaultEdition().Date
	if standard != u.date { // the settings name another, or one is of a day to come
		written = "update.written_beside"
	}
	t.addHeading(t.localizer.Text(written, "date", u.date, "default", standard))
	for _, key := range []string{"update.next.show", "update.next.changes", "update.next.remove"} {
		t.addItem(t.localizer.Text(key, "program", program, "date", u.date, "before", before))
	}
}
