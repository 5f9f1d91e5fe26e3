package cli

import (
	"slices"

	"voxatlas/model"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// printHistory prints timelines: those that changed or have later notes, and below them the
// names of the others; all of them if the user chose some fields.
func (p *program) printHistory(h countryHistory) {
	s := p.newFactPage()
	s.AddText(0, s.withEnglish(func(loc say.Localizer) string { return h.country.Name(loc.Lang()) })+"  "+h.country.ISO2(), s.theme.Title)
	s.addEditions(h.versions)
	var blocks, unchanged []rows.Timeline
	for _, t := range h.timelines {
		switch {
		case !h.whole, t.Changed, len(t.Later) > 0, t.Periods[0].State == model.Unread:
			blocks = append(blocks, t)
		case t.Field == model.FieldListed:
			since := rows.VersionLabel(s.localizer, t.Periods[0].Model.Since())
			s.AddText(0, s.localizer.CloseUp(s.localizer.Text("history.listed", "edition", since)), s.theme.Text)
		default:
			unchanged = append(unchanged, t)
		}
	}
	column := 0
	for _, t := range blocks {
		for _, period := range t.Periods {
			column = max(column, text.Width(period.When))
		}
	}
	for _, t := range blocks {
		s.AddBlank()
		s.addTimeline(t, column)
	}
	s.addUnchanged(unchanged)
	s.AddBlank()
	s.AddText(0, s.localizer.Text("history.dates"), s.theme.Dim)
	s.AddText(0, s.localizer.AsOfShort(h.newest, p.age(h.newest.Date)), s.theme.Dim)
	p.printLines(s.Lines)
}

// addEditions adds a line with the number and the dates of the editions.
func (s factPage) addEditions(versions []model.Version) {
	first, last := rows.VersionLabel(s.localizer, versions[0]), rows.VersionLabel(s.localizer, versions[len(versions)-1])
	s.AddText(0, s.localizer.CloseUp(s.localizer.Count("history.editions", len(versions), "first", first, "last", last)), s.theme.Dim)
}

// columnGap parts columns, in cells.
const columnGap = 2

// addTimeline adds a heading and a line for each period, or two lines where one of them
// does not fit. column is the width of the column that tells since when they last.
func (s factPage) addTimeline(t rows.Timeline, column int) {
	s.AddText(0, s.fieldName(t.Field), s.theme.Strong)
	wide := !slices.ContainsFunc(t.Periods, func(p rows.Period) bool {
		return answerIndent+column+columnGap+text.Width(s.periodWords(t, p).Text) > s.Width
	})
	for i, period := range t.Periods {
		when, words := text.Span{Text: period.When, Style: s.theme.Dim}, s.periodWords(t, period)
		if i == 0 {
			when.Style = s.theme.Text
		}
		if wide {
			when.Text = text.PadLabel(when.Text, column+columnGap)
			s.AddLine(answerIndent, when, words)
		} else {
			s.AddHanging(answerIndent, when.Text, when.Style)
			s.AddHanging(answerIndent+2, words.Text, words.Style)
		}
		if period.Values != "" {
			s.AddHanging(detailIndent, period.Values, s.theme.Text)
		}
		s.addItems(period.Added, period.Removed)
		if period.Unread != "" {
			s.AddHanging(detailIndent, period.Unread, s.theme.Dim)
		}
		if i == 0 {
			s.addTimelineLater(t)
		}
	}
}

// addTimelineLater adds the notes that are later than the newest edition, below the newest
// period.
func (s factPage) addTimelineLater(t rows.Timeline) {
	var notes []say.Later
	for _, n := range t.Later {
		notes = append(notes, s.localizer.LaterNote(n.Later))
	}
	s.addLater(detailIndent, s.localizer.Text("answer.later"), notes, t.Field.Feature(), nil)
}

// periodWords returns the value of a period; that of an answer begins with its mark.
func (s factPage) periodWords(t rows.Timeline, p rows.Period) text.Span {
	if !p.Listed || t.Field.Feature() == 0 {
		return text.Span{Text: p.Words, Style: s.theme.Text}
	}
	return text.Span{Text: s.withMark(p.State, p.Words), Style: s.theme.State(p.State)}
}

// addItems adds items that came and went.
func (s factPage) addItems(added, removed []string) {
	came, went := "+ ", "- "
	if s.plain {
		came, went = s.localizer.Labelled(s.localizer.Text("plain.added"), ""), s.localizer.Labelled(s.localizer.Text("plain.removed"), "")
	}
	for _, item := range added {
		s.AddHanging(detailIndent, came+item, s.theme.Text)
	}
	for _, item := range removed {
		s.AddHanging(detailIndent, went+item, s.theme.Text)
	}
}

// addUnchanged adds the names of the fields that never changed, those since the same
// edition together.
func (s factPage) addUnchanged(list []rows.Timeline) {
	names, order, remarks := map[string][]string{}, []string{}, false
	for _, t := range list {
		i := slices.IndexFunc(t.Periods, func(p rows.Period) bool { return p.Listed })
		since, name := rows.VersionLabel(s.localizer, t.Periods[i].Model.Since()), s.localizer.FeatureLabel(t.Field.Feature())
		if unread := t.Periods[i].Unread; unread != "" {
			name, remarks = s.localizer.WithRemark(name, unread), true
		}
		if names[since] == nil {
			order = append(order, since)
		}
		names[since] = append(names[since], name)
	}
	for _, since := range order {
		s.AddBlank()
		if len(names[since]) == model.NumFeatures && !remarks {
			s.AddText(0, s.localizer.CloseUp(s.localizer.Count("history.unchanged_all", model.NumFeatures, "edition", since)), s.theme.Text)
			continue
		}
		head := s.localizer.CloseUp(s.localizer.Text("history.unchanged_list", "edition", since))
		s.AddItems(0, s.localizer.Labelled(head, ""), names[since], s.localizer.Text("list.separator"))
	}
}
