package info

import (
	"voxatlas/model"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// addHistory adds the timelines of the answers about a topic in a country, the newest
// period first.
func (tl *topicLayout) addHistory(t model.Topic, c *model.Country, versionsOf VersionReader) {
	if c == nil {
		tl.addText(tl.localizer.Text("ui.no_country"), tl.theme.Dim)
		return
	}
	tl.addText(c.Name(tl.localizer.Lang()), tl.theme.Strong)
	if t.Feature != 0 {
		tl.addWholeTimeline(tl.timelines(c, versionsOf, t.Feature)[0])
	}
	for _, timeline := range tl.timelines(c, versionsOf, t.Service.Features()...) {
		tl.addSection(tl.localizer.Feature(timeline.Field.Feature()))
		tl.addWholeTimeline(timeline)
	}
	tl.addGap()
	tl.addText(tl.localizer.Text("history.dates"), tl.theme.Dim)
}

// addWholeTimeline adds a timeline, and the notes that are later than its newest edition.
func (tl *topicLayout) addWholeTimeline(t rows.Timeline) {
	tl.addTimeline(t)
	if len(t.Later) > 0 {
		tl.addText(tl.localizer.Labelled(tl.localizer.Text("answer.later"), ""), tl.theme.Accent)
	}
	for _, n := range t.Later {
		later := tl.localizer.LaterNote(n.Later)
		tl.addLines(text.WrapSpans(text.Span{Text: "   "}, []text.Span{{Text: later.Text, Style: tl.theme.Text, Link: later.URL}}, tl.w)...)
	}
}

// addAnswerHistory adds the timeline of the answer of c to f below its heading; a line for
// one that never changed, and nothing if there is only one edition.
func (tl *topicLayout) addAnswerHistory(c *model.Country, f model.Feature, versionsOf VersionReader) {
	t, heading := tl.timelines(c, versionsOf, f)[0], tl.localizer.Text("ui.history")
	switch first := t.Periods[0]; {
	case len(t.Periods) > 1:
		tl.addSection(heading)
		tl.addTimeline(t)
	case len(first.Model.Versions) > 1:
		tl.addGap()
		tl.addText(tl.localizer.Labelled(heading, first.When), tl.theme.Text)
		tl.addDifferences(first)
	}
}

// timelines returns the timelines of the answers of c to some features; nil for none.
func (tl *topicLayout) timelines(c *model.Country, versionsOf VersionReader, features ...model.Feature) []rows.Timeline {
	if len(features) == 0 {
		return nil
	}
	var fields []model.Field
	for _, f := range features {
		fields = append(fields, model.Field(f))
	}
	return rows.Timelines(tl.localizer, versionsOf(c, features...), fields...)
}

// addTimeline adds a line for each period, or two where one is too narrow, and below it
// the differences from the period before.
func (tl *topicLayout) addTimeline(t rows.Timeline) {
	column, words := 0, 0
	for _, p := range t.Periods {
		column, words = max(column, text.Width(p.When)), max(words, text.Width(tl.periodWords(p).Text))
	}
	wide := 1+column+2+words <= tl.w
	for i, p := range t.Periods {
		style := tl.theme.Text
		if i > 0 {
			style = tl.theme.Dim
		}
		if wide {
			tl.addLines(text.Line{{Text: " " + text.PadLabel(p.When, column+2), Style: style}, tl.periodWords(p)})
		} else {
			tl.addText(p.When, style)
			tl.addLines(text.WithPrefix(text.Span{Text: "   "}, tl.periodWords(p).Text, tl.periodWords(p).Style, tl.w)...)
		}
		tl.addDifferences(p)
	}
}

// periodWords returns the mark and the words of the value of a period.
func (tl *topicLayout) periodWords(p rows.Period) text.Span {
	if !p.Listed {
		return text.Span{Text: p.Words, Style: tl.theme.Text}
	}
	return text.Span{Text: say.Mark(p.State, tl.ascii) + " " + p.Words, Style: tl.theme.State(p.State)}
}

// addDifferences adds the differences of a period from the one before, and the editions in
// which the answer could not be read.
func (tl *topicLayout) addDifferences(p rows.Period) {
	add := func(mark, s string) {
		tl.addLines(text.WithPrefix(text.Span{Text: "     " + mark, Style: tl.theme.Dim}, s, tl.theme.Text, tl.w)...)
	}
	if p.Values != "" {
		add("", p.Values)
	}
	for _, item := range p.Added {
		add("+ ", item)
	}
	for _, item := range p.Removed {
		add("- ", item)
	}
	if p.Unread != "" {
		add("", p.Unread)
	}
}
