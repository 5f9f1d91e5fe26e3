package info

import (
	"slices"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// addHistory adds the answers of every edition about a topic in a country, the
// newest edition first.
func (tl *topicLayout) addHistory(t model.Topic, c *model.Country, editions []*library.Edition) {
	if c == nil {
		tl.addText(tl.localizer.Text("ui.no_country"), tl.theme.Dim)
		return
	}
	tl.addText(c.Name(tl.localizer.Lang()), tl.theme.Strong)
	if sameInAllEditions(t, c, editions) {
		tl.addText(tl.localizer.Text("ui.history_same"), tl.theme.Dim)
	}
	for i := len(editions) - 1; i >= 0; i-- {
		inEdition := editions[i].Atlas().Counterpart(c)
		tl.addGap()
		tl.addEditionDate(editions[i], inEdition)
		if inEdition == nil {
			tl.addText(tl.localizer.Text("change.unlisted"), tl.theme.Dim)
			continue
		}
		var before *model.Country
		if i > 0 {
			before = editions[i-1].Atlas().Counterpart(c)
		}
		if t.Feature != 0 {
			tl.addPastAnswer(inEdition, before, t.Feature)
			continue
		}
		for _, f := range t.Service.Features() {
			a := tl.localizer.Answer(inEdition, f)
			tl.addState(tl.statePrefix(inEdition, before, f, tl.localizer.Labelled(a.Name, "")), a)
		}
	}
}

// sameInAllEditions reports whether there are several editions and all have the
// same answers.
func sameInAllEditions(t model.Topic, c *model.Country, editions []*library.Edition) bool {
	features := t.Service.Features()
	if t.Feature != 0 {
		features = []model.Feature{t.Feature}
	}
	for i := 1; i < len(editions); i++ {
		was, is := editions[i-1].Atlas().Counterpart(c), editions[i].Atlas().Counterpart(c)
		if was == nil || is == nil || slices.ContainsFunc(features, func(f model.Feature) bool { return is.Differs(was, f) }) {
			return false
		}
	}
	return len(editions) > 1
}

// addEditionDate adds the date of an edition and the date of the page of the
// country c in it; c may be nil.
func (tl *topicLayout) addEditionDate(e *library.Edition, c *model.Country) {
	l := text.Line{{Text: " "}, {Text: e.Date, Style: tl.theme.Strong}}
	if e.Own {
		l = append(l, text.Span{Text: "  " + tl.localizer.Text("ui.edition_own"), Style: tl.theme.Text})
	}
	if c != nil {
		l = append(l, text.Span{Text: "  " + tl.localizer.Text("ui.page_date", "date", c.Page().Date), Style: tl.theme.Dim})
	}
	tl.addLines(l)
}

// addPastAnswer adds the answer of c to f without its next steps. An answer that
// differs from the one of the edition before has a mark.
func (tl *topicLayout) addPastAnswer(c, before *model.Country, f model.Feature) {
	a := tl.localizer.Answer(c, f)
	tl.addState(tl.statePrefix(c, before, f, ""), a)
	tl.addCities(a)
	for _, p := range a.Plans {
		tl.addBullet(tl.localizer.PlanLine(p))
	}
	for _, n := range a.Conditions {
		tl.addBullet(n.Text)
	}
}

// addBullet adds a text under a state. Its bullet is no mark of a state.
func (tl *topicLayout) addBullet(s string) {
	tl.addLines(text.WithPrefix(text.Span{Text: "   * ", Style: tl.theme.Dim}, s, tl.theme.Text, tl.w)...)
}

// statePrefix returns the text before a state: a name, and a mark if the answer of
// c differs from the edition before.
func (tl *topicLayout) statePrefix(c, before *model.Country, f model.Feature, name string) text.Span {
	if c.Differs(before, f) {
		return text.Span{Text: say.ChangedMark + name, Style: tl.theme.Accent}
	}
	return text.Span{Text: " " + name, Style: tl.theme.Text}
}
