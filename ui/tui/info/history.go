package info

import (
	"slices"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// writeHistory adds the answers of every edition about a topic in a country, the
// newest edition first.
func (w *writer) writeHistory(t model.Topic, c *model.Country, editions []*library.Edition) {
	if c == nil {
		w.writeText(w.localizer.Text("ui.no_country"), w.theme.Dim)
		return
	}
	w.writeText(c.Name(w.localizer.Lang()), w.theme.Strong)
	if sameInAllEditions(t, c, editions) {
		w.writeText(w.localizer.Text("ui.history_same"), w.theme.Dim)
	}
	for i := len(editions) - 1; i >= 0; i-- {
		inEdition := editions[i].Atlas().Counterpart(c)
		w.writeGap()
		w.writeEditionDate(editions[i], inEdition)
		if inEdition == nil {
			w.writeText(w.localizer.Text("change.unlisted"), w.theme.Dim)
			continue
		}
		var before *model.Country
		if i > 0 {
			before = editions[i-1].Atlas().Counterpart(c)
		}
		if t.Feature != 0 {
			w.writePastAnswer(inEdition, before, t.Feature)
			continue
		}
		for _, f := range t.Service.Features() {
			a := w.localizer.Answer(inEdition, f)
			w.writeState(w.statePrefix(inEdition, before, f, w.localizer.Labelled(a.Name, "")), a)
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

// writeEditionDate adds the date of an edition and the date of the page of the
// country c in it; c may be nil.
func (w *writer) writeEditionDate(e *library.Edition, c *model.Country) {
	l := text.Line{{Text: " "}, {Text: e.Date, Style: w.theme.Strong}}
	if e.Own {
		l = append(l, text.Span{Text: "  " + w.localizer.Text("ui.edition_own"), Style: w.theme.Text})
	}
	if c != nil {
		l = append(l, text.Span{Text: "  " + w.localizer.Text("ui.page_date", "date", c.Page().Date), Style: w.theme.Dim})
	}
	w.writeLines(l)
}

// writePastAnswer adds the answer of c to f without its next steps. An answer that
// differs from the one of the edition before has a mark.
func (w *writer) writePastAnswer(c, before *model.Country, f model.Feature) {
	a := w.localizer.Answer(c, f)
	w.writeState(w.statePrefix(c, before, f, ""), a)
	w.writeCities(a)
	for _, p := range a.Plans {
		w.writeBullet(w.localizer.PlanLine(p))
	}
	for _, n := range a.Conditions {
		w.writeBullet(n.Text)
	}
}

// writeBullet adds a text under a state. Its bullet is no mark of a state.
func (w *writer) writeBullet(s string) {
	w.writeLines(text.WithPrefix(text.Span{Text: "   * ", Style: w.theme.Dim}, s, w.theme.Text, w.w)...)
}

// statePrefix returns the text before a state: a name, and a mark if the answer of
// c differs from the edition before.
func (w *writer) statePrefix(c, before *model.Country, f model.Feature, name string) text.Span {
	if c.Differs(before, f) {
		return text.Span{Text: say.ChangedMark + name, Style: w.theme.Accent}
	}
	return text.Span{Text: " " + name, Style: w.theme.Text}
}
