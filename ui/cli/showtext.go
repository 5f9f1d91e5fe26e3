package cli

import (
	"slices"
	"strings"

	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// showText writes the pages of countries, for people.
func (p *program) showText(countries []*model.Country, e model.Edition) {
	for i, c := range countries {
		if i > 0 {
			p.print("", p.theme().Dim.Render(strings.Repeat("-", p.width())), "")
		}
		s := p.sheet()
		s.country(c, e)
		p.printLines(s.Lines)
	}
}

// others are the localizers that are not the user's.
func (p *program) others() []say.Localizer {
	var vs []say.Localizer
	for _, loc := range p.env.Localizers {
		if loc.Lang() != p.localizer.Lang() {
			vs = append(vs, loc)
		}
	}
	return vs
}

func (s sheet) country(c *model.Country, e model.Edition) {
	s.head(c, e)
	for _, service := range model.Services() {
		s.AddBlank()
		s.AddText(0, s.withEnglish(func(loc say.Localizer) string { return loc.Service(service) }), s.theme.Strong)
		for _, f := range service.Features() {
			s.answer(s.localizer.Answer(c, f))
		}
	}
	s.AddBlank()
	for _, source := range s.localizer.Sources(c, e) {
		s.AddHanging(0, source, s.theme.Dim)
	}
}

// head says which country this is, and as of when.
func (s sheet) head(c *model.Country, e model.Edition) {
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
	s.AddText(0, s.localizer.PageOf(c, e), s.theme.Text)
}

// withEnglish is a term in the user's language and, where that is not English,
// the English one beside it.
func (s sheet) withEnglish(term func(say.Localizer) string) string {
	ours := term(s.localizer)
	for _, loc := range s.others {
		if other := term(loc); loc.Lang() == model.English && other != ours {
			return ours + " " + other
		}
	}
	return ours
}

// Columns of an answer.
const (
	answerIndent = 2
	detailIndent = answerIndent + 4
	nameCells    = 32
)

// pad fills s with blanks to n cells, at least one.
func pad(s string, n int) string { return text.Fit(s, max(n, text.Width(s)+1)) }

// answer puts an answer's mark, name and word on a line, and the rest below.
func (s sheet) answer(a say.Answer) {
	word := a.Word
	if a.Detail != "" {
		word = s.localizer.WithRemark(word, a.Detail)
	}
	mark, style := say.Mark(a.State, s.ascii), s.theme.State(a.State)
	if answerIndent+2+nameCells+text.Width(word) > s.Width {
		s.AddHanging(answerIndent, mark+" "+s.localizer.Labelled(a.Name, word), style)
	} else {
		s.AddLine(answerIndent, text.Span{Text: mark, Style: style}, text.Span{Text: " " + pad(a.Name, nameCells)}, text.Span{Text: word, Style: style})
	}
	if a.Gloss != "" {
		s.AddText(detailIndent, a.Gloss, s.theme.Dim)
	}
	if len(a.Cities) > 0 {
		s.AddItems(detailIndent, a.CitiesHead+s.localizer.Text("sentence.colon"), a.Cities, s.localizer.Text("list.separator"))
	}
	s.plans(a)
	s.entries(s.localizer.Text("cli.show.condition"), notes(a.Conditions))
	for i, w := range a.Warnings {
		head := w.Head
		if i > 0 && a.Warnings[i-1].Head == head {
			head = ""
		}
		s.below(head, notes(a.Warnings[i:i+1]), s.theme.Warning)
	}
	s.entries(a.NextHead, steps(a.Next))
	if a.NoNext != "" {
		s.AddText(detailIndent, a.NoNext, s.theme.Dim)
	}
}

// entry is a text with links, below an answer.
type entry struct {
	text  string
	links []string
}

func notes(ns []say.Note) []entry {
	var es []entry
	for _, n := range ns {
		es = append(es, entry{n.Text, n.Links})
	}
	return es
}

func steps(ss []say.Step) []entry {
	var es []entry
	for _, st := range ss {
		es = append(es, entry{st.Text, []string{st.URL}})
	}
	return es
}

// entries stand behind a heading when there is but one, else below it.
func (s sheet) entries(head string, es []entry) {
	if len(es) != 1 {
		s.below(head, es, s.theme.Text)
		return
	}
	s.AddHanging(detailIndent, s.localizer.Labelled(head, es[0].text), s.theme.Text)
	s.links(es[0])
}

// below puts entries as a list below their heading; without one, they go on with
// the list above.
func (s sheet) below(head string, es []entry, style text.Style) {
	if len(es) > 0 && head != "" {
		s.AddText(detailIndent, strings.TrimRight(s.localizer.Labelled(head, ""), " "), style)
	}
	for _, e := range es {
		s.AddText(detailIndent, "- "+e.text, style)
		s.links(e)
	}
}

// links stand on lines of their own, whole, so that terminals can open them.
func (s sheet) links(e entry) {
	for _, url := range e.links {
		if url != "" {
			s.AddLine(detailIndent+2, text.Span{Text: url, Style: s.theme.Link})
		}
	}
}
