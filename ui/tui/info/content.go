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

// topicText is the text about a topic that is the same for every country: the part
// above the answer and the part below. It is shared and never changed.
type topicText struct {
	above, below []text.Line
	all          *text.LazyLines // without an answer: of a service, or without a country
}

// topicTextKey determines a topicText, together with the look.
type topicTextKey struct {
	atlas *model.Atlas
	topic model.Topic
	other bool
	w     int
}

// layoutTopic lays out the text for the look and the width. All layout is done
// here, when something changes, and not in View.
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
		w.writeTopic(p.topic, other)
		w.writeHistory(p.topic, p.country, p.editions)
		p.text = text.NewLazyLines(p.w, w.takeLines())
		p.Clamp(p.text.Len(), p.h)
		return
	}
	f := pane.Memoize(p.look, topicTextKey{p.atlas, p.topic, p.otherLanguage, p.w}, func() *topicText {
		var f topicText
		w.writeTopic(p.topic, other)
		w.writeExplanation(p.topic)
		f.above = w.takeLines()
		w.writeLinks(p.topic)
		if p.topic.Feature == model.OutboundCalls {
			w.writeDestinations(p.atlas.Destinations())
		}
		f.below = w.takeLines()
		f.all = text.NewLazyLines(p.w, slices.Concat(f.above, f.below))
		return &f
	})
	p.text = f.all
	if p.country != nil && p.topic.Feature != 0 {
		w.writeAnswer(p.country, p.topic.Feature)
		p.text = text.NewLazyLines(p.w, slices.Concat(f.above, w.takeLines(), f.below))
	}
	p.Clamp(p.text.Len(), p.h)
}

// writer lays out a text of w cells in one language. Its methods add lines.
type writer struct {
	localizer say.Localizer
	theme     *text.Theme
	ascii     bool
	w         int
	lines     []text.Line
}

func (w *writer) writeLines(lines ...text.Line) { w.lines = append(w.lines, lines...) }

// takeLines returns the lines written so far and empties the writer.
func (w *writer) takeLines() []text.Line {
	lines := w.lines
	w.lines = nil
	return lines
}

// writeText adds a paragraph.
func (w *writer) writeText(s string, style text.Style) {
	w.writeLines(text.Wrapped(s, style, 1, w.w)...)
}

// writeItem adds an item of a list.
func (w *writer) writeItem(s string, style text.Style) {
	w.writeLines(text.WithPrefix(text.Span{Text: " - ", Style: w.theme.Dim}, s, style, w.w)...)
}

func (w *writer) writeGap() { w.writeLines(text.Line{}) }

// writeSection adds a heading with a blank line above.
func (w *writer) writeSection(s string) {
	w.writeGap()
	w.writeText(s, w.theme.Strong)
}

// writeTopic adds the title of a topic in the language of the writer, and in the
// other one.
func (w *writer) writeTopic(t model.Topic, other say.Localizer) {
	w.writeText(w.localizer.FullTitle(t), w.theme.Strong)
	w.writeText(other.FullTitle(t), w.theme.Dim)
	w.writeGap()
}

func (w *writer) writeExplanation(t model.Topic) {
	for _, line := range w.localizer.Explain(t) {
		switch item, ok := strings.CutPrefix(line, "- "); {
		case ok:
			w.writeItem(item, w.theme.Text)
		case line == "":
			w.writeGap()
		default:
			w.writeText(line, w.theme.Text)
		}
	}
}

// writeAnswer adds the answer of c to f with all parts that the answers pane cuts:
// every city, long conditions, links.
func (w *writer) writeAnswer(c *model.Country, f model.Feature) {
	a := w.localizer.Answer(c, f)
	w.writeGap()
	w.writeState(text.Span{Text: " " + c.Name(w.localizer.Lang()) + w.localizer.Text("sentence.colon"), Style: w.theme.Strong}, a)
	if p := c.Answer(f).Partner; p.URL != "" {
		w.writeText(w.localizer.URL(p.URL), w.theme.Link)
	}
	w.writeCities(a)
	for _, n := range a.Conditions {
		w.writeItem(n.Text, w.theme.Text)
		for _, link := range n.Links {
			w.writeText("  "+link, w.theme.Link)
		}
	}
	for _, n := range a.Warnings {
		w.writeText(w.localizer.Text("ui.warning", "head", n.Head, "text", n.Text), w.theme.Warning)
	}
	w.writeSteps(a)
}

// writeState adds the state of an answer behind a prefix.
func (w *writer) writeState(prefix text.Span, a say.Answer) {
	l := text.Line{prefix, {Text: say.Mark(a.State, w.ascii) + " " + a.Word, Style: w.theme.State(a.State)}}
	if a.Detail != "" {
		l = append(l, text.Span{Text: "  " + a.Detail, Style: w.theme.Text})
	}
	w.writeLines(l)
}

func (w *writer) writeCities(a say.Answer) {
	if a.CitiesHead != "" {
		w.writeText(w.localizer.Labelled(a.CitiesHead, w.localizer.JoinList(a.Cities)), w.theme.Text)
	}
}

func (w *writer) writeSteps(a say.Answer) {
	if len(a.Next) == 0 {
		if a.NoNext != "" {
			w.writeText(a.NoNext, w.theme.Dim)
		}
		return
	}
	w.writeSection(a.NextHead)
	for _, s := range a.Next {
		w.writeLink(s.Text, s.URL)
	}
}

func (w *writer) writeLinks(t model.Topic) {
	links := assets.Links(t.Key())
	if len(links) == 0 {
		return
	}
	w.writeSection(w.localizer.Text("ui.links"))
	for _, l := range links {
		w.writeLink(w.localizer.Text("link."+l.Key), w.localizer.URL(l.URL))
	}
}

// writeLink adds a label with its address below.
func (w *writer) writeLink(label, url string) {
	w.writeItem(label, w.theme.Text)
	if url != "" {
		w.writeLines(text.Wrapped(url, w.theme.Link, 3, w.w)...)
	}
}

// writeDestinations adds the countries that users of plans may call, sorted in the
// order of the language. The printed name stands beside the shown one if they
// differ.
func (w *writer) writeDestinations(list model.List[model.Destination]) {
	w.writeSection(w.localizer.Count("ui.destinations", list.Len()))
	w.writeText(w.localizer.Text("ui.destinations_plan"), w.theme.Dim)
	w.writeGap()
	ds := list.Slice()
	names.SortByName(ds, w.localizer.Lang(), func(d model.Destination) string { return d.ISO2 })
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
		w.writeLines(l)
	}
}
