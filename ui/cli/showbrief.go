package cli

import (
	"strconv"
	"strings"

	"voxatlas/model"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// printBriefly prints a line for each answer of countries to some features, and below
// them the notes that limit the answers of a country.
func (p *program) printBriefly(countries []*model.Country, e model.EditionInfo, features []model.Feature) {
	if len(countries) == 0 {
		return
	}
	s := p.newFactPage()
	for _, c := range countries {
		s.addBriefly(c, features)
		s.AddBlank()
	}
	s.AddText(0, s.localizer.AsOfShort(e, p.age(e.Date)), s.theme.Dim)
	p.printLines(s.Lines)
}

// addBriefly adds the names of a country, a line for each answer, and its notes.
func (s factPage) addBriefly(c *model.Country, features []model.Feature) {
	s.AddText(0, c.ISO2()+"  "+s.withEnglish(func(loc say.Localizer) string { return c.Name(loc.Lang()) }), s.theme.Strong)
	s.addBriefAnswers(c, features)
}

// addBriefAnswers adds a line for each answer of a country, and its notes.
func (s factPage) addBriefAnswers(c *model.Country, features []model.Feature) {
	answers := rows.NewAnswers([]*model.Country{c}, features, rows.FeaturesDown)
	label := 0
	for _, f := range features {
		label = max(label, text.Width(s.localizer.ShortTitle(model.Topic{Feature: f})))
	}
	for j, f := range features {
		cell := answers.Cell(0, j)
		if s.plain {
			s.addPlainAnswer(f, cell.Words(s.localizer), cell.Notes)
			continue
		}
		mark, style := say.Mark(cell.State, s.ascii), s.theme.State(cell.State)
		title := s.localizer.ShortTitle(model.Topic{Feature: f})
		words := strings.TrimPrefix(cell.Text(s.localizer, rows.FullForm, s.ascii), mark+" ")
		if answerIndent+2+label+2+text.Width(words) > s.Width {
			s.AddHanging(answerIndent, mark+" "+s.localizer.Labelled(s.localizer.FeatureLabel(f), words), style)
			continue
		}
		s.AddLine(answerIndent, text.Span{Text: mark, Style: s.theme.Mark(cell.State)}, text.Span{Text: " " + text.PadLabel(title, label+2)}, text.Span{Text: words, Style: style})
	}
	for i, note := range answers.Notes() {
		if s.plain {
			s.addPlainNote(i+1, note.In(s.localizer).Text)
			continue
		}
		s.AddHanging(detailIndent, "["+strconv.Itoa(i+1)+"] "+note.In(s.localizer).Text, s.theme.Dim)
	}
}
