package info

import (
	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/tui/kit"
)

// history is what each edition says about a topic in a country, the newest first.
func (w *writer) history(t model.Topic, c *model.Country, editions []kit.Edition) {
	if c == nil {
		w.text(w.voice.Text("ui.no_country"), w.theme.Dim)
		return
	}
	w.text(c.Name(w.voice.Lang()), w.theme.Strong)
	for i := len(editions) - 1; i >= 0; i-- {
		k := editions[i].Atlas().Counterpart(c)
		w.gap()
		w.dated(editions[i], k)
		if k == nil {
			w.text(w.voice.Text("change.unlisted"), w.theme.Dim)
			continue
		}
		before := kit.Earlier(editions, i).Counterpart(c)
		if t.Feature != 0 {
			w.past(k, before, t.Feature)
			continue
		}
		for _, f := range t.Service.Features() {
			a := w.voice.Answer(k, f)
			w.state(w.led(k, before, f, w.voice.Labelled(a.Name, "")), a)
		}
	}
}

// dated is the date of an edition, and that of the country's page inside it.
func (w *writer) dated(e kit.Edition, k *model.Country) {
	l := kit.Line{{Text: " "}, {Text: e.Date, Style: w.theme.Strong}}
	if e.Own {
		l = append(l, kit.Span{Text: "  " + w.voice.Text("ui.edition_own"), Style: w.theme.Text})
	}
	if k != nil {
		l = append(l, kit.Span{Text: "  " + w.voice.Text("ui.page_date", "date", k.Page().Date), Style: w.theme.Dim})
	}
	w.put(l)
}

// past is the answer of k to f, with all that belongs to it but what to do now.
func (w *writer) past(k, before *model.Country, f model.Feature) {
	a := w.voice.Answer(k, f)
	w.state(w.led(k, before, f, ""), a)
	w.cities(a)
	for _, p := range a.Plans {
		w.item(w.voice.PlanLine(p), w.theme.Text)
	}
	for _, n := range a.Conditions {
		w.item(n.Text, w.theme.Text)
	}
}

// led is what stands before a state: a name, and the mark where it is not as in
// the edition before.
func (w *writer) led(k, before *model.Country, f model.Feature, name string) kit.Span {
	if k.Differs(before, f) {
		return kit.Span{Text: say.ChangedMark + name, Style: w.theme.Match}
	}
	return kit.Span{Text: " " + name, Style: w.theme.Text}
}
