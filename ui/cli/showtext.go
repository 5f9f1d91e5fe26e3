package cli

import (
	"slices"
	"strings"

	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// printCountries prints the pages of countries.
func (p *program) printCountries(countries []*model.Country, e model.EditionInfo, o showOptions) {
	for i, c := range countries {
		if i > 0 {
			p.printRule()
		}
		s := p.newFactPage()
		s.noLinks = o.noLinks
		s.addCountry(c, e, p.age(e.Date), o.features)
		p.printLines(s.Lines)
	}
}

// printRule prints a line across the page; an empty one on a plain page.
func (p *program) printRule() {
	if p.options.plain {
		p.print("")
		return
	}
	p.print("", p.theme().Dim.Render(strings.Repeat("-", p.pageWidth())), "")
}

// otherLocalizers returns the localizers of the languages that are shown beside
// the user's: English, and the companion of the user's.
func (p *program) otherLocalizers() []say.Localizer {
	own, companion := p.localizer.Lang(), p.localizer.Companion()
	var others []say.Localizer
	for _, loc := range p.env.Localizers {
		if lang := loc.Lang(); lang != own && (lang == model.English || lang == companion) {
			others = append(others, loc)
		}
	}
	return others
}

// addCountry adds the facts about a country, of an edition of that age, and their
// source. Of the answers it adds those to some features.
func (s factPage) addCountry(c *model.Country, e model.EditionInfo, age model.Age, features []model.Feature) {
	s.addCountryHead(c, e, age)
	above := map[string]model.Feature{} // the later notes that stand above, with their answers
	for _, service := range model.Services() {
		of := slices.DeleteFunc(service.Features(), func(f model.Feature) bool { return !slices.Contains(features, f) })
		if len(of) == 0 {
			continue
		}
		s.AddBlank()
		s.AddText(0, s.withEnglish(func(loc say.Localizer) string { return loc.Service(service) }), s.theme.Strong)
		for _, f := range of {
			s.addAnswer(s.localizer.Answer(c, f), above)
		}
	}
	if notes := s.localizer.LaterPages(c); len(notes) > 0 && len(features) == model.NumFeatures {
		s.AddBlank()
		s.addLater(0, s.localizer.Text("answer.later"), notes, 0, above)
	}
	s.AddBlank()
	for _, source := range s.localizer.Sources(c, e) {
		ofPage := strings.Contains(source, "://") || source == s.localizer.Text("edition.may_have_changed")
		if !s.noLinks || !ofPage {
			s.AddHanging(0, source, s.theme.Dim)
		}
	}
}

// addCountryHead adds the names, codes and date of a country, and the age of its
// edition.
func (s factPage) addCountryHead(c *model.Country, e model.EditionInfo, age model.Age) {
	names := []string{c.Name(s.localizer.Lang())}
	for _, loc := range s.others {
		if name := c.Name(loc.Lang()); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	s.AddText(0, strings.Join(names, " "), s.theme.Title)
	codes := []string{c.ISO2(), c.ISO3()}
	for d := range c.Dial().Values() {
		codes = append(codes, "+"+d)
	}
	s.AddText(0, strings.Join(append(codes, c.Slug()), "  "), s.theme.Text)
	dated := s.theme.Text
	if age.Old() {
		dated = s.theme.Warning
	}
	s.AddText(0, text.KeepWhole(s.localizer.PageOf(c, e, age), s.localizer.Age(age)), dated)
}

// withEnglish returns a term in the user's language and, if that is not
// English, the English term beside it.
func (s factPage) withEnglish(term func(say.Localizer) string) string {
	ours := term(s.localizer)
	for _, loc := range s.others {
		if other := term(loc); loc.Lang() == model.English && other != ours {
			return ours + " " + other
		}
	}
	return ours
}

// addAnswer adds a line with the mark, name and word of an answer, and the
// details below. Later notes of above are not repeated.
func (s factPage) addAnswer(a say.Answer, above map[string]model.Feature) {
	word := a.Word
	if a.Detail != "" {
		word = s.localizer.WithRemark(word, a.Detail)
	}
	mark, style := say.Mark(a.State, s.ascii), s.theme.State(a.State)
	if s.plain {
		s.addPlainAnswer(a.Feature, word, nil)
	} else if answerIndent+2+nameCells+text.Width(word) > s.Width {
		s.AddHanging(answerIndent, mark+" "+s.localizer.Labelled(a.Name, word), style)
	} else {
		s.AddLine(answerIndent, text.Span{Text: mark, Style: s.theme.Mark(a.State)}, text.Span{Text: " " + text.PadLabel(a.Name, nameCells)}, text.Span{Text: word, Style: style})
	}
	if a.Gloss != "" {
		s.AddText(detailIndent, a.Gloss, s.theme.Dim)
	}
	if a.Printed != "" {
		s.AddHanging(detailIndent, a.Printed, s.theme.Warning)
	}
	if len(a.Cities) > 0 {
		s.AddItems(detailIndent, a.CitiesHead+s.localizer.Text("sentence.colon"), a.Cities, s.localizer.Text("list.separator"))
	}
	s.addPlans(a)
	s.addEntries(s.localizer.Text("cli.show.condition"), noteTexts(a.Conditions))
	for i, w := range a.Warnings {
		head := w.Head
		if i > 0 && a.Warnings[i-1].Head == head {
			head = ""
		}
		s.addEntryList(head, noteTexts(a.Warnings[i:i+1]), s.theme.Warning)
	}
	s.addLater(detailIndent, a.LaterHead, a.Later, a.Feature, above)
	s.addEntries(a.NextHead, stepTexts(a.Next))
	if a.NoNext != "" {
		s.AddText(detailIndent, a.NoNext, s.theme.Dim)
	}
}

// addLater adds notes that are later than the edition below their heading, each with its
// source. The text of a note that stands above, under another answer, is not repeated: its line
// names that answer. On a plain page, which is heard line by line, it is. above maps the texts
// of such notes to their answers, and gets those of f; it may be nil.
func (s factPage) addLater(indent int, head string, notes []say.Later, f model.Feature, above map[string]model.Feature) {
	if len(notes) > 0 {
		s.AddText(indent, strings.TrimRight(s.localizer.Labelled(head, ""), " "), s.theme.Accent)
	}
	for _, n := range notes {
		if other := above[n.Text]; other != 0 && !s.plain {
			s.AddHanging(indent, "- "+s.localizer.LaterAgain(n, other), s.theme.Text)
			continue
		}
		if above != nil {
			above[n.Text] = f
		}
		s.AddHanging(indent, "- "+n.Text, s.theme.Text)
		s.AddHanging(indent+2, n.Source, s.theme.Dim)
		if !s.noLinks {
			s.AddLine(indent+2, text.Span{Text: n.URL, Style: s.theme.Link})
		}
	}
}

// linkedText is a text with links, below an answer.
type linkedText struct {
	text  string
	links []string
}

func noteTexts(ns []say.Note) []linkedText {
	var es []linkedText
	for _, n := range ns {
		es = append(es, linkedText{n.Text, n.Links})
	}
	return es
}

func stepTexts(ss []say.StepText) []linkedText {
	var es []linkedText
	for _, st := range ss {
		es = append(es, linkedText{st.Text, []string{st.URL}})
	}
	return es
}

// addEntries adds a single text behind its heading, several as a list below
// it.
func (s factPage) addEntries(head string, es []linkedText) {
	if len(es) != 1 {
		s.addEntryList(head, es, s.theme.Text)
		return
	}
	s.AddHanging(detailIndent, s.localizer.Labelled(head, es[0].text), s.theme.Text)
	s.addLinks(es[0])
}

// addEntryList adds a list below its heading. Without a heading it continues
// the list above.
func (s factPage) addEntryList(head string, es []linkedText, style text.Style) {
	if len(es) > 0 && head != "" {
		s.AddText(detailIndent, strings.TrimRight(s.localizer.Labelled(head, ""), " "), style)
	}
	for _, e := range es {
		s.AddText(detailIndent, "- "+e.text, style)
		s.addLinks(e)
	}
}

// addLinks adds each link on a line of its own, so that terminals can open
// it.
func (s factPage) addLinks(e linkedText) {
	if s.noLinks {
		return
	}
	for _, url := range e.links {
		if url != "" {
			s.AddLine(detailIndent+2, text.Span{Text: url, Style: s.theme.Link})
		}
	}
}
