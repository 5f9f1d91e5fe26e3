package info

import (
	"slices"
	"strings"

	"voxatlas/assets"
	"voxatlas/data/names"
	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// fixed is what the pane says about a topic whatever the country: above and
// below what it says about the country's answer. It is shared and never changed.
type fixed struct {
	above, below []text.Line
	all          *text.LazyLines // where no country has an answer
}

// fixedKey is what that follows from, besides the look.
type fixedKey struct {
	atlas *model.Atlas
	topic model.Topic
	other bool
	w     int
}

// layoutTopic lays out the text for the look and width: all the work of drawing,
// done when something changes and not in View.
func (p *Pane) layoutTopic() {
	if p.look == nil || p.w <= 0 {
		return
	}
	w := writer{localizer: p.look.Localizer, theme: p.look.Theme, ascii: p.look.ASCII, w: p.w}
	other := p.look.Other
	if p.otherLanguage {
		w.localizer, other = other, w.localizer
	}
	if p.showHistory {
		w.heading(p.topic, other)
		w.history(p.topic, p.country, p.editions)
		p.text = text.NewLazyLines(p.w, w.take())
		p.Clamp(p.text.Len(), p.h)
		return
	}
	f := pane.Memoize(p.look, fixedKey{p.atlas, p.topic, p.otherLanguage, p.w}, func() *fixed {
		var f fixed
		w.heading(p.topic, other)
		w.explanation(p.topic)
		f.above = w.take()
		w.links(p.topic)
		if p.topic.Feature == model.OutboundCalls {
			w.destinations(p.atlas.Destinations())
		}
		f.below = w.take()
		f.all = text.NewLazyLines(p.w, slices.Concat(f.above, f.below))
		return &f
	})
	p.text = f.all
	if p.country != nil && p.topic.Feature != 0 {
		w.answer(p.country, p.topic.Feature)
		p.text = text.NewLazyLines(p.w, slices.Concat(f.above, w.take(), f.below))
	}
	p.Clamp(p.text.Len(), p.h)
}

// writer lays out a text of w cells in one language.
type writer struct {
	localizer say.Localizer
	theme     *text.Theme
	ascii     bool
	w         int
	lines     []text.Line
}

func (w *writer) put(lines ...text.Line) { w.lines = append(w.lines, lines...) }

// take is what was written so far; the writer starts anew.
func (w *writer) take() []text.Line {
	lines := w.lines
	w.lines = nil
	return lines
}

// text is a paragraph.
func (w *writer) text(s string, style text.Style) { w.put(text.Wrapped(s, style, 1, w.w)...) }

// item is an item of a list.
func (w *writer) item(s string, style text.Style) {
	w.put(text.WithPrefix(text.Span{Text: " - ", Style: w.theme.Dim}, s, style, w.w)...)
}

func (w *writer) gap() { w.put(text.Line{}) }

// section is a heading with a blank line above.
func (w *writer) section(s string) {
	w.gap()
	w.text(s, w.theme.Strong)
}

// heading names the topic in the language of the writer and, beside it, in the other language.
func (w *writer) heading(t model.Topic, other say.Localizer) {
	w.text(w.localizer.FullTitle(t), w.theme.Strong)
	w.text(other.FullTitle(t), w.theme.Dim)
	w.gap()
}

func (w *writer) explanation(t model.Topic) {
	for _, line := range w.localizer.Explain(t) {
		switch item, ok := strings.CutPrefix(line, "- "); {
		case ok:
			w.item(item, w.theme.Text)
		case line == "":
			w.gap()
		default:
			w.text(line, w.theme.Text)
		}
	}
}

// answer is what the answers pane folds away or has no room for.
func (w *writer) answer(c *model.Country, f model.Feature) {
	a := w.localizer.Answer(c, f)
	w.gap()
	w.state(text.Span{Text: " " + c.Name(w.localizer.Lang()) + w.localizer.Text("sentence.colon"), Style: w.theme.Strong}, a)
	if p := c.Answer(f).Partner; p.URL != "" {
		w.text(w.localizer.URL(p.URL), w.theme.Link)
	}
	w.cities(a)
	for _, n := range a.Conditions {
		w.item(n.Text, w.theme.Text)
		for _, link := range n.Links {
			w.text("  "+link, w.theme.Link)
		}
	}
	for _, n := range a.Warnings {
		w.text(w.localizer.Text("ui.warning", "head", n.Head, "text", n.Text), w.theme.Warning)
	}
	w.steps(a)
}

// state is the state of an answer behind a lead.
func (w *writer) state(lead text.Span, a say.Answer) {
	l := text.Line{lead, {Text: say.Mark(a.State, w.ascii) + " " + a.Word, Style: w.theme.State(a.State)}}
	if a.Detail != "" {
		l = append(l, text.Span{Text: "  " + a.Detail, Style: w.theme.Text})
	}
	w.put(l)
}

func (w *writer) cities(a say.Answer) {
	if a.CitiesHead != "" {
		w.text(w.localizer.Labelled(a.CitiesHead, w.localizer.JoinList(a.Cities)), w.theme.Text)
	}
}

func (w *writer) steps(a say.Answer) {
	if len(a.Next) == 0 {
		if a.NoNext != "" {
			w.text(a.NoNext, w.theme.Dim)
		}
		return
	}
	w.section(a.NextHead)
	for _, s := range a.Next {
		w.link(s.Text, s.URL)
	}
}

func (w *writer) links(t model.Topic) {
	links := assets.Links(t.Key())
	if len(links) == 0 {
		return
	}
	w.section(w.localizer.Text("ui.links"))
	for _, l := range links {
		w.link(w.localizer.Text("link."+l.Key), w.localizer.URL(l.URL))
	}
}

// link is a label with its address under it.
func (w *writer) link(label, url string) {
	w.item(label, w.theme.Text)
	if url != "" {
		w.put(text.Wrapped(url, w.theme.Link, 3, w.w)...)
	}
}

// destinations lists where plan users may call, sorted as the language does, the
// printed name beside the one we use where they differ.
func (w *writer) destinations(list model.List[model.Destination]) {
	w.section(w.localizer.Count("ui.destinations", list.Len()))
	w.text(w.localizer.Text("ui.destinations_plan"), w.theme.Dim)
	w.gap()
	ds, rank := list.Slice(), make(map[string]int, list.Len())
	for _, d := range ds {
		e, _ := names.Of(d.ISO2)
		rank[d.ISO2] = e.Rank(w.localizer.Lang())
	}
	slices.SortStableFunc(ds, func(a, b model.Destination) int { return rank[a.ISO2] - rank[b.ISO2] })
	for _, d := range ds {
		name := d.Names.In(w.localizer.Lang())
		l := text.Line{{Text: " " + name, Style: w.theme.Text}}
		if d.Printed != name {
			printed := d.Printed
			if strings.HasPrefix(d.Note, "misprint") {
				printed = w.localizer.WithRemark(printed, w.localizer.Text("ui.sic"))
			}
			l = append(l, text.Span{Text: "  " + printed, Style: w.theme.Dim})
		}
		w.put(l)
	}
}
