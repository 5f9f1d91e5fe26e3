package cli

import (
	"slices"
	"strings"

	"voxatlas/model"
	"voxatlas/ui/say"
)

// showText writes the pages of countries, for people.
func (p *program) showText(countries []*model.Country, e model.Edition) {
	for i, c := range countries {
		if i > 0 {
			p.print("", p.paint().dim(strings.Repeat("-", p.width())), "")
		}
		s := sheet{page: p.page(), localizer: p.localizer, others: p.others(), ascii: p.options.ascii}
		p.print(s.country(c, e)...)
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

// sheet is the page of one country.
type sheet struct {
	*page
	localizer say.Localizer
	others    []say.Localizer
	ascii     bool
}

func (s sheet) country(c *model.Country, e model.Edition) []string {
	s.head(c, e)
	for _, service := range model.Services() {
		s.blank()
		s.text(0, s.withEnglish(func(loc say.Localizer) string { return loc.Service(service) }), s.paint.service)
		for _, f := range service.Features() {
			s.answer(s.localizer.Answer(c, f))
		}
	}
	s.blank()
	for _, text := range s.localizer.Sources(c, e) {
		s.hang(0, text, s.paint.dim)
	}
	return s.lines
}

// head says which country this is, and as of when.
func (s sheet) head(c *model.Country, e model.Edition) {
	names := []string{c.Name(s.localizer.Lang())}
	for _, loc := range s.others {
		if name := c.Name(loc.Lang()); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	s.text(0, strings.Join(names, " "), s.paint.title)
	codes := []string{c.ISO2(), c.ISO3()}
	for d := range c.Dial().Values() {
		codes = append(codes, "+"+d)
	}
	s.text(0, strings.Join(append(codes, c.Slug()), "  "), nil)
	s.text(0, s.localizer.PageOf(c, e), nil)
}

// withEnglish is a term in the user's language and, where that is not English,
// the English one beside it.
func (s sheet) withEnglish(term func(say.Localizer) string) string {
	text := term(s.localizer)
	for _, loc := range s.others {
		if other := term(loc); loc.Lang() == model.English && other != text {
			return text + " " + other
		}
	}
	return text
}

// Columns of an answer.
const (
	answerIndent = 2
	detailIndent = answerIndent + 4
	nameCells    = 32
)

// answer puts an answer's mark, name and word on a line, and the rest below.
func (s sheet) answer(a say.Answer) {
	word := a.Word
	if a.Detail != "" {
		word = s.localizer.WithRemark(word, a.Detail)
	}
	mark := say.Mark(a.State, s.ascii)
	if answerIndent+2+nameCells+cells(word) > s.width {
		s.hang(answerIndent, mark+" "+s.localizer.Labelled(a.Name, word), func(line string) string { return s.paint.state(a.State, line) })
	} else {
		s.line(answerIndent, s.paint.state(a.State, mark)+" "+pad(a.Name, nameCells)+s.paint.state(a.State, word))
	}
	if a.Gloss != "" {
		s.text(detailIndent, a.Gloss, s.paint.dim)
	}
	if len(a.Cities) > 0 {
		s.items(detailIndent, a.CitiesHead+s.localizer.Text("sentence.colon"), a.Cities, s.localizer.Text("list.separator"))
	}
	s.plans(a)
	s.entries(s.localizer.Text("cli.show.condition"), notes(a.Conditions))
	for i, w := range a.Warnings {
		head := w.Head
		if i > 0 && a.Warnings[i-1].Head == head {
			head = ""
		}
		s.below(head, notes(a.Warnings[i:i+1]), s.paint.caution)
	}
	s.entries(a.NextHead, steps(a.Next))
	if a.NoNext != "" {
		s.text(detailIndent, a.NoNext, s.paint.dim)
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
		s.below(head, es, nil)
		return
	}
	s.hang(detailIndent, s.localizer.Labelled(head, es[0].text), nil)
	s.links(es[0])
}

// below puts entries as a list below their heading; without one, they go on with
// the list above.
func (s sheet) below(head string, es []entry, paint func(string) string) {
	if len(es) > 0 && head != "" {
		s.text(detailIndent, strings.TrimRight(s.localizer.Labelled(head, ""), " "), paint)
	}
	for _, e := range es {
		s.text(detailIndent, "- "+e.text, paint)
		s.links(e)
	}
}

// links stand on lines of their own, whole, so that terminals can open them.
func (s sheet) links(e entry) {
	for _, url := range e.links {
		if url != "" {
			s.line(detailIndent+2, s.paint.dim(url))
		}
	}
}
