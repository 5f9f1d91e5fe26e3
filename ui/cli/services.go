package cli

import (
	"errors"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"voxatlas/assets"
	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// buildServices makes cmd the command that explains services and features.
func (p *program) buildServices(cmd *cobra.Command) {
	var asJSON bool
	p.describe(cmd, "services [KEY] [--json]")
	cmd.Args = p.atMostOne
	cmd.ValidArgsFunction = p.completeKeys
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		topics := model.Topics()
		if len(args) == 0 && !asJSON && !p.opens {
			p.printLines(p.topicLines(topics))
			return nil
		}
		if len(args) == 1 {
			t, err := model.ParseTopic(args[0])
			if err != nil {
				return p.keyError(args[0], err)
			}
			topics = []model.Topic{t}
		}
		switch {
		case p.opens:
			return p.openView(cmd.Context(), commandline.Command{Name: commandline.Services, Topic: topics[0]})
		case asJSON:
			return p.printJSON(p.topicDocuments(topics))
		}
		p.printTopics(topics)
		return nil
	}
	p.addJSONFlag(cmd, &asJSON)
}

// keyError returns the error of an unknown or ambiguous key, with the keys
// that it may mean.
func (p *program) keyError(key string, err error) error {
	var unknown *model.UnknownKeyError
	if !errors.As(err, &unknown) {
		return err
	}
	if unknown.Ambiguous {
		return p.userError(codeMisuse, "error.key.doubt", "key", quotable(key), "known", p.localizer.JoinList(unknown.Candidates))
	}
	return p.userError(codeMisuse, "error.key.unknown", "key", quotable(key), "advice", p.keyAdvice(key))
}

// topicDocument is the JSON of an explanation. Text has a line for each
// paragraph or list item.
type topicDocument struct {
	Key   string                `json:"key"`
	Short string                `json:"short,omitzero"` // of a feature
	Names map[model.Lang]string `json:"names"`
	Text  map[model.Lang]string `json:"text"`
	Links []linkDocument        `json:"links"`
}

// linkDocument is the JSON of a link of an explanation, to the English page.
type linkDocument struct {
	Key  string                `json:"key"`
	Text map[model.Lang]string `json:"text"`
	URL  string                `json:"url"`
}

func (p *program) topicDocuments(topics []model.Topic) []topicDocument {
	docs := make([]topicDocument, 0, len(topics))
	for _, t := range topics {
		d := topicDocument{
			Key:   t.Key(),
			Short: t.Feature.Short(),
			Names: p.translations(func(loc say.Localizer) string { return loc.ShortTitle(t) }),
			Text:  p.translations(func(loc say.Localizer) string { return strings.Join(loc.Explain(t), "\n") }),
			Links: []linkDocument{},
		}
		for _, l := range assets.Links(t.Key()) {
			text := p.translations(func(loc say.Localizer) string { return loc.Text("link." + l.Key) })
			d.Links = append(d.Links, linkDocument{l.Key, text, l.URL})
		}
		docs = append(docs, d)
	}
	return docs
}

// Columns of the list of keys, in cells: the name of a topic wraps in the rest of
// the line if that is at least minNameCells, and else stands below its key.
const (
	keyCells      = 42
	shortKeyCells = 10
	minNameCells  = 24
)

// topicLines returns a line for each topic: key, short key or a dash, name, and a
// gloss where the name alone misleads. Only on a narrow terminal a topic takes more.
func (p *program) topicLines(topics []model.Topic) []text.Line {
	theme, width := p.theme(), p.env.Width
	if width <= 0 {
		width = math.MaxInt
	}
	var lines []text.Line
	for _, t := range topics {
		style, short, name := theme.Text, t.Feature.Short(), p.localizer.ShortTitle(t)
		if t.Service != 0 {
			style, short = theme.Strong, "-"
		} else if p.options.plain {
			name = p.localizer.FeatureLabel(t.Feature)
		}
		if gloss := p.localizer.Gloss(t.Feature); gloss != "" {
			name = p.localizer.Labelled(name, gloss)
		}
		keys := text.PadLabel(t.Key(), keyCells) + text.PadLabel(short, shortKeyCells)
		if width-text.Width(keys) >= minNameCells {
			lines = append(lines, text.WithPrefix(text.Span{Text: keys, Style: style}, name, style, width)...)
			continue
		}
		lines = append(lines, text.Wrapped(t.Key()+"  "+short, style, 0, width)...)
		lines = append(lines, text.Wrapped(name, theme.Dim, answerIndent, width)...)
	}
	return lines
}

// printTopics prints explanations.
func (p *program) printTopics(topics []model.Topic) {
	s := p.newFactPage()
	for i, t := range topics {
		if i > 0 {
			s.AddBlank()
		}
		s.addTopic(t)
	}
	p.printLines(s.Lines)
}

// addTopic adds an explanation: heading, key, paragraphs, links.
func (s factPage) addTopic(t model.Topic) {
	s.AddText(0, s.withEnglish(func(loc say.Localizer) string { return loc.FullTitle(t) }), s.theme.Strong)
	key := t.Key()
	if t.Feature != 0 {
		key += "  " + t.Feature.Short()
	}
	s.AddText(0, key, s.theme.Dim)
	for _, paragraph := range s.localizer.Explain(t) {
		if paragraph == "" {
			s.AddBlank()
			continue
		}
		s.AddText(2, paragraph, s.theme.Text)
	}
	s.AddBlank()
	for _, l := range assets.Links(t.Key()) {
		s.AddText(2, s.localizer.Text("link."+l.Key), s.theme.Text)
		s.AddLine(4, text.Span{Text: s.localizer.URL(l.URL), Style: s.theme.Link})
	}
}
