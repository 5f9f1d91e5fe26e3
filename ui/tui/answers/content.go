package answers

import (
	"slices"
	"strings"

	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// indent is the column of the text under an answer, in cells: below its name,
// which stands behind the cursor and the mark.
const indent = 4

// contentKey determines the laid-out answers, together with the look.
type contentKey struct {
	country      *model.Country
	before       *model.Comparison
	age          model.Age
	w            int
	tight, roomy bool
	linked       bool // the next steps are links
}

// layoutAnswers lays out the answers for the look and the width, or takes them
// from the memo. All layout is done here, when something changes, and not in View.
func (p *Pane) layoutAnswers() {
	if p.look == nil || p.W <= 0 {
		return
	}
	p.SetContent(pane.Memoize(p.look, contentKey{p.country, p.before, p.age, p.W, p.tight(), p.roomy(), p.focused}, p.makeContent))
}

// makeContent lays out the answers.
func (p *Pane) makeContent() *pane.Content[model.Topic] {
	var blocks []pane.Block[model.Topic]
	add := func(t model.Topic, lines []text.Line) {
		blocks = append(blocks, pane.Block[model.Topic]{Item: t, Lines: lines})
	}
	if p.country == nil {
		add(model.Topic{}, text.Wrapped(p.look.Localizer.Text("ui.no_country"), p.look.Theme.Dim, 1, p.W))
		return pane.NewContent(p.W, blocks)
	}
	differing := p.before.Difference(p.country)
	add(model.Topic{}, p.countryHeading())
	for _, s := range model.Services() {
		add(model.Topic{Service: s}, p.serviceHeading(s))
		for _, f := range s.Features() {
			add(model.Topic{Feature: f}, p.answerLines(f, differing.Answers.Has(model.Field(f))))
		}
	}
	add(model.Topic{}, p.sourceFooter(differing))
	return pane.NewContent(p.W, blocks)
}

// countryHeading returns the country with its codes, and the date of its page: as many
// lines for every country, so that the answers begin in the same row.
func (p *Pane) countryHeading() []text.Line {
	codes := []string{p.country.ISO2()}
	for d := range p.country.Dial().Values() {
		codes = append(codes, "+"+d)
	}
	lines := []text.Line{p.look.CountryHeading(p.country, codes...)}
	style := p.look.Theme.Dim
	if p.age.Old() {
		style = p.look.Theme.Warning
	}
	return append(lines, text.Wrapped(text.KeepWhole(p.look.Localizer.PageOf(p.country, p.edition, p.age), p.look.Localizer.Age(p.age)), style, 1, p.W)...)
}

// serviceHeading returns the heading of a service, with a blank line above where
// there is room.
func (p *Pane) serviceHeading(s model.Service) []text.Line {
	loc, t := p.look.Localizer, p.look.Theme
	l := text.Line{{Text: " "}, {Text: loc.Service(s), Style: t.Strong}}
	if p.tight() {
		return []text.Line{l}
	}
	return []text.Line{{}, l}
}

// answerLines returns the answer to f and all lines under it.
func (p *Pane) answerLines(f model.Feature, changed bool) []text.Line {
	a := p.look.Localizer.Answer(p.country, f)
	lines := p.stateLines(a, changed)
	under := func(words string, style text.Style) {
		lines = append(lines, text.Wrapped(words, style, indent, p.W)...)
	}
	t := p.look.Theme
	if a.Gloss != "" {
		under(a.Gloss, t.Dim)
	}
	if a.Printed != "" {
		lines = append(lines, p.conditionLines(say.Note{Text: a.Printed}, false)...)
	}
	if a.CitiesHead != "" {
		lines = append(lines, p.cityLine(a))
	}
	lines = append(lines, p.planTable(a)...)
	conditions := slices.DeleteFunc(a.Conditions, func(n say.Note) bool { return n.Restates })
	for _, c := range conditions {
		lines = append(lines, p.conditionLines(c, len(conditions) > 1)...)
	}
	for _, w := range a.Warnings {
		under(p.look.Localizer.Labelled(w.Head, w.Text), t.Warning)
	}
	for _, n := range a.Later {
		if !n.General {
			lines = append(lines, p.laterLines(n)...)
		}
	}
	if len(a.Next) > 0 {
		lines = append(lines, p.stepLines(a)...)
	} else if a.NoNext != "" {
		under(a.NoNext, t.Dim)
	}
	for p.roomy() && len(lines) < usualRows(f) {
		lines = append(lines, text.Line{})
	}
	return lines
}

// stepLines returns the next steps of an answer in one paragraph. In the focused pane
// each is a link to its page.
func (p *Pane) stepLines(a say.Answer) []text.Line {
	loc, style := p.look.Localizer, p.look.Theme.Link
	spans := []text.Span{{Text: loc.Labelled(a.NextHead, ""), Style: style}}
	for i, s := range a.Next {
		if i > 0 {
			spans = append(spans, text.Span{Text: loc.Text("answer.steps"), Style: style})
		}
		step := text.Span{Text: s.Text, Style: style}
		if p.focused {
			step.Link = s.URL
		}
		spans = append(spans, step)
	}
	return text.WrapSpans(text.Indented(indent)[0], spans, p.W)
}

// usualRows returns the number of rows that the answer to f takes in most
// countries. Where there is room, it takes them in every country: then the answers
// stay in their places while the user goes through the list, and a change is easy
// to see.
func usualRows(f model.Feature) int {
	switch f {
	case model.ConferencingPurchase, model.CallMe, model.CallingPlansPurchase, model.CreditsPurchase:
		return 2
	case model.AutoAssignedNumbers, model.TollFreeNumbers:
		return 3
	case model.TollNumbers:
		return 4
	}
	return 1
}

// The states' words stand in a column, so that they can be read down it: at
// stateColumn, in cells, or so that the longest common word still fits.
const (
	stateColumn = 37
	stateWidth  = 14
)

// stateLines returns the mark, the name of the answer, its state in words, and the
// detail. A part that does not fit starts a new line. A changed answer has the mark of a
// change before its name. Where it fits, the number of later notes stands at the end.
func (p *Pane) stateLines(a say.Answer, changed bool) []text.Line {
	t := p.look.Theme
	gap := text.Span{Text: " "}
	if changed {
		gap = text.Span{Text: say.ChangedMark, Style: t.Accent}
	}
	l := text.Line{{Text: " "}, {Text: say.Mark(a.State, p.look.ASCII), Style: t.State(a.State)}, gap, {Text: a.Name, Style: t.Text}}
	lines := []text.Line{l}
	add := func(gap int, words string, style text.Style) {
		l := lines[len(lines)-1]
		if l.Width()+1+text.Width(words) > p.W {
			lines = append(lines, text.Line{{Text: strings.Repeat(" ", indent)}, {Text: words, Style: style}})
			return
		}
		gap = max(min(gap, p.W-l.Width()-text.Width(words)), 1)
		lines[len(lines)-1] = append(l, text.Span{Text: strings.Repeat(" ", gap)}, text.Span{Text: words, Style: style})
	}
	add(min(stateColumn, p.W-stateWidth)-l.Width(), a.Word, t.State(a.State))
	if a.Detail != "" {
		add(2, a.Detail, t.Text)
	}
	for _, count := range p.laterCounts(a) {
		if lines[len(lines)-1].Width()+1+text.Width(count) <= p.W {
			add(2, count, t.Accent)
			break
		}
	}
	return lines
}

// maxCondition is the largest number of rows for a condition. The info pane shows
// longer ones in full.
const maxCondition = 4

// conditionLines returns a condition, with a bullet if there are several.
func (p *Pane) conditionLines(c say.Note, several bool) []text.Line {
	t := p.look.Theme
	prefix := text.Span{Text: strings.Repeat(" ", indent), Style: t.Dim}
	if several {
		prefix.Text = strings.Repeat(" ", indent-2) + "- "
	}
	lines := text.WithPrefix(prefix, c.Text, t.Text, p.W)
	if len(lines) > maxCondition {
		lines = append(lines[:maxCondition-1:maxCondition-1], text.Wrapped(p.look.Localizer.Text("ui.more_in_info"), t.Dim, indent, p.W)...)
	}
	return lines
}

// cityLine returns the list of cities on one line, which is cut if it is too long.
func (p *Pane) cityLine(a say.Answer) text.Line {
	loc, t := p.look.Localizer, p.look.Theme
	return text.Line{
		{Text: strings.Repeat(" ", indent)},
		{Text: a.CitiesHead + loc.Text("sentence.colon"), Style: t.Dim},
		{Text: loc.JoinList(a.Cities), Style: t.Text},
	}
}

// planTable returns the plans as a table of kind, minutes and remark.
func (p *Pane) planTable(a say.Answer) []text.Line {
	if len(a.Plans) == 0 {
		return nil
	}
	loc, t := p.look.Localizer, p.look.Theme
	table := text.Table{Columns: []text.Column{{}, {Right: true}, {Right: true}}}
	table.AddRow(t.Dim, loc.Text("ui.plan"), loc.Text("ui.domestic"), loc.Text("ui.international"))
	for _, plan := range a.Plans {
		table.AddRow(t.Text, plan.Name, plan.Domestic, plan.International)
	}
	if indent+table.Width() > p.W {
		return p.planLines(a)
	}
	var lines []text.Line
	for i, row := range table.Lines() {
		l, remark := text.Indented(indent, row...), ""
		if i > 0 {
			remark = a.Plans[i-1].Remark
		}
		if remark != "" && l.Width()+2+text.Width(remark) <= p.W {
			l, remark = append(l, text.Span{Text: "  " + remark, Style: t.Dim}), ""
		}
		lines = append(lines, l)
		if remark != "" {
			lines = append(lines, text.Wrapped(remark, t.Dim, indent+2, p.W)...)
		}
	}
	return lines
}

// planLines returns the plans without a table, for narrow panes.
func (p *Pane) planLines(a say.Answer) []text.Line {
	loc, t := p.look.Localizer, p.look.Theme
	var lines []text.Line
	for _, plan := range a.Plans {
		lines = append(lines, text.Wrapped(loc.PlanLine(plan), t.Text, indent, p.W)...)
	}
	return lines
}

// sourceFooter returns the number of changes since the edition before; the later notes
// about the pages as a whole; and the sources of the answers.
func (p *Pane) sourceFooter(d model.Difference) []text.Line {
	loc, lines := p.look.Localizer, []text.Line{{}}
	if date := p.before.Since(); date != "" {
		since := loc.Text("ui.since_same", "date", date)
		switch {
		case d.Fields.Has(model.FieldListed):
			since = loc.Text("ui.since_new", "date", date)
		case d.Fields != 0:
			since = loc.Count("ui.since", d.Fields.Len(), "mark", say.ChangedMark, "date", date)
		}
		lines = append(lines, text.Wrapped(since, p.look.Theme.Accent, 1, p.W)...)
	}
	lines = append(lines, p.laterPages()...)
	for _, s := range p.look.Localizer.Sources(p.country, p.edition) {
		lines = append(lines, text.Wrapped(s, p.look.Theme.Dim, 1, p.W)...)
	}
	return lines
}
