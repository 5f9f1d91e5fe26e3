package countries

import (
	"voxatlas/assets"
	"voxatlas/model/query"
	"voxatlas/ui/text"
)

// filterLine lays out the filter line: the expression, with its mistake marked, and how many
// countries meet the one in force, outright and with a condition.
//
//	Filter cp !tollfree       31 + 4
func (p *Pane) filterLine() text.Line {
	f, t := p.filter, p.look.Theme
	prompt, count := p.filterPrompt(), p.filterCount()
	shown, start := text.Cut(f.input.Text(), p.filterRoom()), 0
	if f.typing {
		shown, start = f.input.VisibleFrom(p.filterRoom())
	}
	style := t.Text
	if f.typing && f.input.Selected() {
		style = t.Selected
	}
	typed := text.Line{{Text: shown, Style: style}}
	if m := f.mistake; m != nil && m.Column > 0 {
		typed = typed.Restyle(m.Column-1-start, m.Column-1-start+max(len([]rune(m.Found)), 1), t.Warning)
	}
	if f.input.Text() == "" {
		typed = text.Line{{Text: p.look.Localizer.Text("ui.filter_hint"), Style: t.Dim}}
	}
	l := append(text.Line{{Text: prompt, Style: t.Strong}}, typed...)
	style = t.Accent
	if f.mistake != nil {
		style = t.Dim
	}
	return append(l.Fit(p.w-text.Width(count)), text.Span{Text: count, Style: style})
}

// filterRoom returns the cells for the expression.
func (p *Pane) filterRoom() int {
	return p.w - text.Width(p.filterPrompt()) - text.Width(p.filterCount())
}

// filterPrompt stands before the expression.
func (p *Pane) filterPrompt() string { return p.look.Localizer.Text("ui.filter") + " " }

// filterCount returns the number of countries that meet the filter, outright and with a
// condition, with a gap before it: " 31 + 4". It is empty where there is no room.
func (p *Pane) filterCount() string {
	f := p.filter
	if f.text == "" {
		return ""
	}
	count := " " + assets.Number(f.counts[query.Meets]) + " + " + assets.Number(f.counts[query.Conditional])
	if text.Width(p.filterPrompt())+text.Width(count)+minExpression > p.w {
		return ""
	}
	return count
}

// minExpression is the least room for an expression beside its count, in cells.
const minExpression = 8

// layoutBelow lays out the rows below the filter line: the words that may stand at its
// cursor, or the mistake in it.
func (p *Pane) layoutBelow() {
	f := p.filter
	if f == nil || p.look == nil {
		return
	}
	f.below = nil
	switch {
	case f.mistake != nil && (f.insists || !p.completes()):
		f.below = p.mistakeLines()
	case f.typing:
		f.below = p.proposalLines()
	}
}

// completes reports whether the mistake of the expression lies in the word at the
// cursor, which may become right: there are words that it begins.
func (p *Pane) completes() bool {
	f := p.filter
	return len(f.completion.Words) > 0 && f.mistake.Column > f.completion.From
}

// The most rows for proposals and for a mistake.
const (
	maxProposals = 5
	maxMistake   = 3
)

// proposalLines returns the words around the chosen one, each with its description.
func (p *Pane) proposalLines() []text.Line {
	f, t := p.filter, p.look.Theme
	words := f.completion.Words
	n := min(len(words), max(p.h/4, 1), maxProposals)
	if p.h < minHeightBelow {
		return nil
	}
	first := text.Clamp(f.choice-n/2, 0, len(words)-n)
	lines, column := make([]text.Line, n), 0
	for _, w := range words[first : first+n] {
		column = max(column, min(text.Width(w.Text)+3, maxWordColumn))
	}
	for i := range lines {
		w := words[first+i]
		l := text.Line{{Text: " "}, {Text: w.Text, Style: t.Accent}}
		l = append(l.PadLabel(column), text.Span{Text: p.look.Localizer.QueryWord(w), Style: t.Dim})
		if first+i == f.choice {
			l[0] = text.Span{Text: ">", Style: t.Strong}
		}
		lines[i] = l.Fit(p.w)
	}
	return lines
}

// maxWordColumn is the largest width of the column of proposals, before their
// descriptions.
const maxWordColumn = 12

// minHeightBelow is the least height of the pane for rows below the filter line.
const minHeightBelow = 5

// mistakeLines returns the mistake in words. The words to choose from are left out where
// one of them is near.
func (p *Pane) mistakeLines() []text.Line {
	m, loc := *p.filter.mistake, p.look.Localizer
	if p.h < minHeightBelow {
		return nil
	}
	if m.Nearest != "" {
		m.Known = nil
	}
	words := loc.Mistake(&m)
	switch {
	case m.Kind == query.NoneOfOnesOwn && p.remote:
		words = loc.Text("mistake.mine_remote")
	case m.Kind == query.NoneOfOnesOwn:
		words = loc.Text("ui.filter_mine")
	case m.Kind == query.BarePlan:
		words = loc.Text("ui.filter_plan")
	}
	return p.wrapAtMost(min(maxMistake, max(p.h/4, 1)), words)
}

// wrapAtMost returns a warning in at most n lines. Dots stand for the rest.
func (p *Pane) wrapAtMost(n int, words string) []text.Line {
	style := p.look.Theme.Warning
	lines := text.Wrapped(words, style, 1, p.w)
	if len(lines) > n {
		lines = lines[:n]
		lines[n-1] = text.Line{{Text: text.Cut(lines[n-1].Text()+" ...", p.w), Style: style}}
	}
	return lines
}
