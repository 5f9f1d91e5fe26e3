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
	tl := topicLayout{localizer: p.look.Localizer, theme: p.look.Theme, ascii: p.look.ASCII, w: p.w}
	other := p.look.Other
	if p.otherLanguage {
		tl.localizer, other = other, tl.localizer
	}
	if p.showHistory {
		tl.addTopic(p.topic, other)
		tl.addHistory(p.topic, p.country, p.versionsOf)
		p.SetText(text.NewLazyLines(p.w, tl.takeLines()))
		return
	}
	f := pane.Memoize(p.look, topicTextKey{p.atlas, p.topic, p.otherLanguage, p.w}, func() *topicText {
		var f topicText
		tl.addTopic(p.topic, other)
		tl.addExplanation(p.topic)
		f.above = tl.takeLines()
		tl.addLinks(p.topic)
		if p.topic.Feature == model.OutboundCalls {
			tl.addDestinations(p.atlas.Destinations())
		}
		f.below = tl.takeLines()
		f.all = text.NewLazyLines(p.w, slices.Concat(f.above, f.below))
		return &f
	})
	all := f.all
	if p.country != nil && p.topic.Feature != 0 {
		tl.addAnswer(p.country, p.topic.Feature)
		tl.addAnswerHistory(p.country, p.topic.Feature, p.versionsOf)
		all = text.NewLazyLines(p.w, slices.Concat(f.above, tl.takeLines(), f.below))
	}
	p.SetText(all)
}

// topicLayout lays out a text of w cells in one language. Its methods add lines.
type topicLayout struct {
	localizer say.Localizer
	theme     *text.Theme
	ascii     bool
	w         int
	lines     []text.Line
}

func (tl *topicLayout) addLines(lines ...text.Line) { tl.lines = append(tl.lines, lines...) }

// takeLines returns the lines laid out so far and empties the layout.
func (tl *topicLayout) takeLines() []text.Line {
	lines := tl.lines
	tl.lines = nil
	return lines
}

// addText adds a paragraph.
func (tl *topicLayout) addText(s string, style text.Style) {
	tl.addLines(text.Wrapped(s, style, 1, tl.w)...)
}

// addItem adds an item of a list.
func (tl *topicLayout) addItem(s string, style text.Style) {
	tl.addLines(text.WithPrefix(text.Span{Text: " - ", Style: tl.theme.Dim}, s, style, tl.w)...)
}

func (tl *topicLayout) addGap() { tl.addLines(text.Line{}) }

// addSection adds a heading with a blank line above.
func (tl *topicLayout) addSection(s string) {
	tl.addGap()
	tl.addText(s, tl.theme.Strong)
}

// addTopic adds the title of a topic in the language of the layout, and in the
// other one.
func (tl *topicLayout) addTopic(t model.Topic, other say.Localizer) {
	tl.addText(tl.localizer.FullTitle(t), tl.theme.Strong)
	tl.addText(other.FullTitle(t), tl.theme.Dim)
	tl.addGap()
}

func (tl *topicLayout) addExplanation(t model.Topic) {
	for _, line := range tl.localizer.Explain(t) {
		switch item, ok := strings.CutPrefix(line, "- "); {
		case ok:
			tl.addItem(item, tl.theme.Text)
		case line == "":
			tl.addGap()
		default:
			tl.addText(line, tl.theme.Text)
		}
	}
}

// addAnswer adds the answer of c to f with all parts that the answers pane cuts:
// every city, long conditions, links.
func (tl *topicLayout) addAnswer(c *model.Country, f model.Feature) {
	a := tl.localizer.Answer(c, f)
	tl.addGap()
	tl.addState(text.Span{Text: " " + c.Name(tl.localizer.Lang()) + tl.localizer.Text("sentence.colon"), Style: tl.theme.Strong}, a)
	if p := c.Answer(f).Partner; p.URL != "" {
		tl.addText(tl.localizer.URL(p.URL), tl.theme.Link)
	}
	if a.Printed != "" {
		tl.addText(a.Printed, tl.theme.Warning)
	}
	tl.addCities(a)
	for _, n := range a.Conditions {
		tl.addItem(n.Text, tl.theme.Text)
		for _, link := range n.Links {
			tl.addText("  "+link, tl.theme.Link)
		}
	}
	for _, n := range a.Warnings {
		tl.addText(tl.localizer.Labelled(n.Head, n.Text), tl.theme.Warning)
	}
	tl.addLater(a)
	tl.addSteps(a)
}

// addLater adds the notes that are later than the edition, each with its source.
func (tl *topicLayout) addLater(a say.Answer) {
	if len(a.Later) == 0 {
		return
	}
	tl.addSection(a.LaterHead)
	for _, n := range a.Later {
		tl.addItem(n.Text, tl.theme.Text)
		tl.addLines(text.WithPrefix(text.Span{Text: "   "}, n.Source, tl.theme.Dim, tl.w)...)
		tl.addURL(n.URL)
	}
}

// addState adds the state of an answer behind a prefix.
func (tl *topicLayout) addState(prefix text.Span, a say.Answer) {
	l := text.Line{prefix, {Text: say.Mark(a.State, tl.ascii) + " " + a.Word, Style: tl.theme.State(a.State)}}
	if a.Detail != "" {
		l = append(l, text.Span{Text: "  " + a.Detail, Style: tl.theme.Text})
	}
	tl.addLines(l)
}

func (tl *topicLayout) addCities(a say.Answer) {
	if a.CitiesHead != "" {
		tl.addText(tl.localizer.Labelled(a.CitiesHead, tl.localizer.JoinList(a.Cities)), tl.theme.Text)
	}
}

func (tl *topicLayout) addSteps(a say.Answer) {
	if len(a.Next) == 0 {
		if a.NoNext != "" {
			tl.addText(a.NoNext, tl.theme.Dim)
		}
		return
	}
	tl.addSection(a.NextHead)
	for _, s := range a.Next {
		tl.addLink(s.Text, s.URL)
	}
}

func (tl *topicLayout) addLinks(t model.Topic) {
	links := assets.Links(t.Key())
	if len(links) == 0 {
		return
	}
	tl.addSection(tl.localizer.Text("ui.links"))
	for _, l := range links {
		tl.addLink(tl.localizer.Text("link."+l.Key), tl.localizer.URL(l.URL))
	}
}

// addLink adds a label with its address below.
func (tl *topicLayout) addLink(label, url string) {
	tl.addItem(label, tl.theme.Text)
	if url != "" {
		tl.addURL(url)
	}
}

// addURL adds an address below an item of a list.
func (tl *topicLayout) addURL(url string) {
	tl.addLines(text.WrapSpans(text.Indented(3)[0], []text.Span{{Text: url, Style: tl.theme.Link, Link: url}}, tl.w)...)
}

// addDestinations adds the countries that users of plans may call, sorted in the
// order of the language. The printed name stands beside the shown one if they
// differ.
func (tl *topicLayout) addDestinations(list model.List[model.Destination]) {
	if list.Len() == 0 {
		return // it could not be read
	}
	tl.addSection(tl.localizer.Count("ui.destinations", list.Len()))
	tl.addText(tl.localizer.Text("ui.destinations_plan"), tl.theme.Dim)
	tl.addGap()
	ds := list.Slice()
	names.SortByName(ds, tl.localizer.Lang(), func(d model.Destination) string { return d.ISO2 })
	for _, d := range ds {
		name := d.Names.In(tl.localizer.Lang())
		l := text.Line{{Text: " " + name, Style: tl.theme.Text}}
		if d.Printed != name {
			printed := d.Printed
			if strings.HasPrefix(d.Remark, "misprint") {
				printed = tl.localizer.WithRemark(printed, tl.localizer.Text("ui.sic"))
			}
			l = append(l, text.Span{Text: "  " + printed, Style: tl.theme.Dim})
		}
		tl.addLines(l)
	}
}
