package countries

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"voxatlas/model/query"
	"voxatlas/ui/say"
	"voxatlas/ui/tui/pane"
)

// noChoice is the choice of no proposal.
const noChoice = -1

// StartFilter opens the filter line: letters go into it.
func (p *Pane) StartFilter() {
	f := p.ensureFilter()
	p.typing, f.typing, f.insists = true, true, false
	p.propose()
	p.reveal()
}

// TypesFilter reports whether letters go into the filter line.
func (p *Pane) TypesFilter() bool { return p.filter != nil && p.filter.typing }

// Filters reports whether a filter is in force, or typed with a mistake.
func (p *Pane) Filters() bool { return p.filter.shown() }

// shown reports whether the filter has a line.
func (f *filter) shown() bool { return f != nil && (f.typing || f.text != "" || f.mistake != nil) }

// handleFilterKey handles a key press in the filter line.
func (p *Pane) handleFilterKey(msg tea.KeyPressMsg) pane.Intent {
	k, f := p.keys, p.filter
	proposals := len(f.completion.Words) > 0
	switch {
	case proposals && key.Matches(msg, k.choosePrevious):
		p.choose(f.choice - 1)
		return nil
	case proposals && key.Matches(msg, k.chooseNext):
		p.choose(f.choice + 1)
		return nil
	case key.Matches(msg, k.accept):
		return p.acceptOrKeep(true)
	case key.Matches(msg, k.keep):
		return p.acceptOrKeep(f.choice != noChoice)
	case key.Matches(msg, k.clearFilter):
		return p.clearFilter()
	}
	if intent, done := p.moveByKey(msg, k.up, k.down); done {
		return intent
	}
	if msg.Text != "" {
		return p.insertInFilter(msg.Text)
	}
	return p.changeFilter(func(t *pane.TextField) { t.Edit(msg.String()) })
}

// insertInFilter inserts typed or pasted text into the filter line.
func (p *Pane) insertInFilter(text string) pane.Intent {
	text = pane.CleanTo(text, maxExpression)
	return p.changeFilter(func(t *pane.TextField) { t.Insert(text) })
}

// changeFilter filters anew if change changes the expression. The cursor of the list
// stays on its country while that is listed.
func (p *Pane) changeFilter(change func(*pane.TextField)) pane.Intent {
	f := p.filter
	before := f.input.Text()
	change(&f.input)
	f.insists = false
	if f.input.Text() != before {
		p.applyFilter()
	}
	p.propose()
	return p.listAnew(p.Country())
}

// acceptOrKeep completes the word at the cursor, or corrects the mistake, if accept; if
// there is nothing to complete and to correct, it keeps the filter and goes to the list.
// An expression with a mistake is not kept: then the line says which.
func (p *Pane) acceptOrKeep(accept bool) pane.Intent {
	f := p.filter
	w, ok := f.proposal()
	switch m := f.mistake; {
	case accept && ok:
		return p.changeFilter(func(t *pane.TextField) { t.Replace(f.completion.From, t.Cursor(), w) })
	case accept && m != nil && m.Nearest != "":
		from := m.Column - 1
		return p.changeFilter(func(t *pane.TextField) { t.Replace(from, from+utf8.RuneCountInString(m.Found), m.Nearest) })
	case m != nil:
		f.insists = true
		p.propose()
		p.reveal()
		return nil
	}
	p.SetTyping(false)
	return nil
}

// proposal returns the text that completes the word at the cursor: the chosen word, else
// the first. A blank follows a word that is complete already. There is none for an empty
// word while nothing is chosen.
func (f *filter) proposal() (text string, ok bool) {
	words, from := f.completion.Words, f.completion.From
	switch {
	case len(words) == 0:
		return "", false
	case f.choice != noChoice:
		return words[f.choice].Text, true
	case from == f.input.Cursor():
		return "", false
	}
	typed := string([]rune(f.input.Text())[from:f.input.Cursor()])
	if strings.EqualFold(typed, words[0].Text) {
		return words[0].Text + " ", true
	}
	return words[0].Text, true
}

// clearFilter clears the expression, or closes the line if that is empty.
func (p *Pane) clearFilter() pane.Intent {
	f := p.filter
	if f.input.Text() == "" {
		p.SetTyping(false)
		return nil
	}
	return p.changeFilter(func(t *pane.TextField) { *t = pane.NewTextField(maxExpression) })
}

// choose chooses a proposal; before the first one, none.
func (p *Pane) choose(i int) {
	p.filter.choice = max(min(i, len(p.filter.completion.Words)-1), noChoice)
	p.layoutBelow()
}

// propose finds the words that may stand at the cursor of the filter line.
func (p *Pane) propose() {
	f := p.filter
	if f == nil {
		return
	}
	f.completion, f.choice = query.Completion{}, noChoice
	if f.typing {
		f.completion = query.Complete(f.input.Text(), f.input.Cursor(), f.env)
		f.completion.Words = shortKeys(f.completion.Words)
	}
	if f.typing && len(f.completion.Words) == 0 {
		f.completion = p.describedWords()
	}
	p.layoutBelow()
}

// shortKeys returns words with the short keys of answers in place of their longer ones,
// which have no room, each once.
func shortKeys(words []query.Word) []query.Word {
	for i, w := range words {
		switch w.Kind {
		case query.KeyWord:
			words[i].Text = w.Feature.Short()
		case query.StatesWord:
			words[i].Text = w.Feature.Short() + ":"
		}
	}
	var list []query.Word
	for _, w := range words {
		if !slices.ContainsFunc(list, func(v query.Word) bool { return v.Text == w.Text }) {
			list = append(list, w)
		}
	}
	return list
}

// describedWords returns the words that may stand in place of the text before the cursor
// and have a word in their description that begins with it, in either language of the
// look: tollfree for 免付費. Where a term may stand, so may a region: region:eu for eu.
func (p *Pane) describedWords() query.Completion {
	f := p.filter
	before := []rune(f.input.Text())[:f.input.Cursor()]
	start := len(before)
	for start > 0 && !strings.ContainsRune(" |:,：，", before[start-1]) {
		start--
	}
	for start < len(before) && strings.ContainsRune("!-！", before[start]) {
		start++
	}
	typed := f.env.Fold(string(before[start:]))
	if typed == "" {
		return query.Completion{}
	}
	c := query.Complete(string(before[:start]), start, f.env)
	isTerm := len(c.Words) > 0 && c.Words[0].Kind == query.KeyWord
	c.Words = slices.DeleteFunc(c.Words, func(w query.Word) bool {
		isPlace := w.Kind == query.CityWord || w.Kind == query.NameWord // found by all its names already
		return isPlace || !p.describes(w, typed)
	})
	if isTerm {
		c.Words = append(p.regionTerms(typed), c.Words...)
	}
	return c
}

// regionTerms returns the terms of the regions that have typed, a folded text, at the
// beginning of their keys, and then of those that have it at the beginning of a word of
// their descriptions.
func (p *Pane) regionTerms(typed string) []query.Word {
	var named, described []query.Word
	for _, key := range p.filter.env.RegionKeys {
		w := query.Word{Text: say.RegionTerm + key, Kind: query.RegionWord}
		switch {
		case strings.HasPrefix(key, typed):
			named = append(named, w)
		case p.describes(w, typed):
			described = append(described, w)
		}
	}
	return append(named, described...)
}

// describes reports whether a word in a description of w begins with typed, which is
// folded. In Han, words may begin at every character.
func (p *Pane) describes(w query.Word, typed string) bool {
	return slices.ContainsFunc(p.describeWord(w), func(description string) bool {
		last := ' '
		for i, r := range description {
			begins := unicode.Is(unicode.Han, r) || !unicode.IsLetter(last) && !unicode.IsDigit(last)
			if last = r; begins && strings.HasPrefix(p.filter.env.Fold(description[i:]), typed) {
				return true
			}
		}
		return false
	})
}
