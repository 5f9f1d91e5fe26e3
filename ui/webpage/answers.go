package webpage

import (
	"fmt"
	"slices"

	"voxatlas/model"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
)

// answerTable numbers answers, notes and next steps, each once.
type answerTable struct {
	texts   *texts
	answers numbered[answerEntry]
	notes   numbered[note]
	steps   numbered[nextStep]
	kinds   numbered[string]
}

// numbered gives each value a position, equal ones the same. Values are compared as they
// are printed.
type numbered[T any] struct {
	list []T
	at   map[string]int
}

// number returns the position of v.
func (n *numbered[T]) number(v T) int {
	key := fmt.Sprint(v)
	i, ok := n.at[key]
	if !ok {
		if n.at == nil {
			n.at = map[string]int{}
		}
		i = len(n.list)
		n.at[key], n.list = i, append(n.list, v)
	}
	return i
}

// addCell returns the position of a cell's answer. answers are those that the cell is of.
func (t *answerTable) addCell(answers *rows.Answers, cell rows.Cell) int {
	said := make([]say.Answer, len(t.texts.localizers))
	for i, loc := range t.texts.localizers {
		said[i] = loc.Answer(cell.Country, cell.Feature)
	}
	part := func(of func(say.Answer) string) textNumber {
		return t.texts.of(func(i int, _ say.Localizer) string { return of(said[i]) })
	}
	detail := cell.Detail()
	a := answerEntry{
		State:      slices.Index(model.States(), cell.State),
		Full:       t.texts.of(func(_ int, loc say.Localizer) string { return cell.Words(loc) }),
		Detail:     part(func(a say.Answer) string { return a.Detail }),
		Limited:    answers.IsLimited(cell),
		Minutes:    detail.Minutes,
		Kind:       t.kinds.number(fmt.Sprint(cell.State, detail, cell.Notes)),
		CitiesHead: part(func(a say.Answer) string { return a.CitiesHead }),
		PlansHead:  part(func(a say.Answer) string { return a.PlansHead }),
		StepsHead:  part(func(a say.Answer) string { return a.NextHead }),
		NoSteps:    part(func(a say.Answer) string { return a.NoNext }),
	}
	if detail.Minutes > 0 || detail.Destinations > 0 {
		a.Figure = t.texts.of(func(_ int, loc say.Localizer) string { return detail.In(loc) })
	}
	for i := range said[0].Cities {
		a.Cities = append(a.Cities, part(func(a say.Answer) string { return a.Cities[i] }))
	}
	for i, p := range said[0].Plans {
		a.Plans = append(a.Plans, plan{part(func(a say.Answer) string { return a.Plans[i].Name }), p.Domestic, p.International,
			part(func(a say.Answer) string { return a.Plans[i].Remark })})
	}
	for i := range said[0].Next {
		a.Steps = append(a.Steps, t.steps.number(nextStep{part(func(a say.Answer) string { return a.Next[i].Text }), part(func(a say.Answer) string { return a.Next[i].URL })}))
	}
	t.addNotes(&a, said)
	for _, n := range cell.Notes {
		a.Noted = append(a.Noted, t.noted(answers.Notes()[n-1]))
	}
	return t.answers.number(a)
}

// addNotes adds the notes of an answer, which is said in every language.
func (t *answerTable) addNotes(a *answerEntry, said []say.Answer) {
	for i := range said[0].Conditions {
		a.Conditions = append(a.Conditions, t.note(func(j int) say.Note { return said[j].Conditions[i] }))
	}
	for i := range said[0].Warnings {
		a.Warnings = append(a.Warnings, t.note(func(j int) say.Note { return said[j].Warnings[i] }))
	}
	for i := range said[0].Later {
		a.Later = append(a.Later, t.later(func(j int) say.Later { return said[j].Later[i] }))
	}
}

// noted returns the position of a note of a table.
func (t *answerTable) noted(n rows.Note) int {
	if n.Later.Date != "" {
		return t.later(func(j int) say.Later { return t.texts.localizers[j].LaterNote(n.Later) })
	}
	return t.note(func(j int) say.Note { return n.In(t.texts.localizers[j]) })
}

// note returns the position of a condition or warning, which in returns in the language
// of a position.
func (t *answerTable) note(in func(int) say.Note) int {
	n := note{Text: t.texts.of(func(j int, _ say.Localizer) string { return in(j).Text }), Head: t.texts.of(func(j int, _ say.Localizer) string { return in(j).Head })}
	for i := range in(0).Links {
		n.Links = append(n.Links, t.texts.of(func(j int, _ say.Localizer) string { return in(j).Links[i] }))
	}
	return t.notes.number(n)
}

// later returns the position of a later note, which in returns in the language of a
// position.
func (t *answerTable) later(in func(int) say.Later) int {
	return t.notes.number(note{
		Text:   t.texts.of(func(j int, _ say.Localizer) string { return in(j).Text }),
		Source: t.texts.of(func(j int, _ say.Localizer) string { return in(j).Source }),
		Links:  []textNumber{t.texts.of(func(j int, _ say.Localizer) string { return in(j).URL })},
	})
}
