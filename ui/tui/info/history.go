package info

import (
	"slices"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// writeHistory is what each edition says about a topic in a country, the newest first.
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
		k := editions[i].Atlas().Counterpart(c)
		w.writeGap()
		w.writeEditionDate(editions[i], k)
		if k == nil {
			w.writeText(w.localizer.Text("change.unlisted"), w.theme.Dim)
			continue
		}
		var before *model.Country
		if i > 0 {
			before = editions[i-1].Atlas().Counterpart(c)
		}
		if t.Feature != 0 {
			w.writePastAnswer(k, before, t.Feature)
			continue
		}
		for _, f := range t.Service.Features() {
			a := w.localizer.Answer(k, f)
			w.writeState(w.statePrefix(k, before, f, w.localizer.Labelled(a.Name, "")), a)
		}
	}
}

// sameInAllEditions reports whether there are several editions and all say the same.
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

// writeEditionDate is the date of an edition, and that of the country's page inside it.
func (w *writer) writeEditionDate(e *library.Edition, k *model.Country) {
	l := text.Line{{Text: " "}, {Text: e.Date, Style: w.theme.Strong}}
	if e.Own {
		l = append(l, text.Span{Text: "  " + w.localizer.Text("ui.edition_own"), Style: w.theme.Text})
	}
	if k != nil {
		l = append(l, text.Span{Text: "  " + w.localizer.Text("ui.page_date", "date", k.Page().Date), Style: w.theme.Dim})
	}
	w.writeLines(l)
}

// writePastAnswer is the answer of k to f, with all that belongs to it but what to do now.
func (w *writer) writePastAnswer(k, before *model.Country, f model.Feature) {
	a := w.localizer.Answer(k, f)
	w.writeState(w.statePrefix(k, before, f, ""), a)
	w.writeCities(a)
	for _, p := range a.Plans {
		w.writeBullet(w.localizer.PlanLine(p))
	}
	for _, n := range a.Conditions {
		w.writeBullet(n.Text)
	}
}

// writeBullet is what belongs to a state, behind a bullet that is no mark of one.
func (w *writer) writeBullet(s string) {
	w.writeLines(text.WithPrefix(text.Span{Text: "   * ", Style: w.theme.Dim}, s, w.theme.Text, w.w)...)
}

// statePrefix is what stands before a state: a name, and the mark where it is not as in
// the edition before.
func (w *writer) statePrefix(k, before *model.Country, f model.Feature, name string) text.Span {
	if k.Differs(before, f) {
		return text.Span{Text: say.ChangedMark + name, Style: w.theme.Match}
	}
	return text.Span{Text: " " + name, Style: w.theme.Text}
}
