package rows

import (
	"slices"

	"voxatlas/model"
	"voxatlas/ui/say"
)

// plansText lists the plans of an answer in short, kind by kind with their minutes:
// "Pay-as-you-go; Domestic 120; 240; 1,200". It is "" for an answer without plans.
func plansText(loc say.Localizer, a model.Answer) string {
	var parts []string
	var last model.PlanKind
	for o := range a.Plans.Values() {
		p := loc.PlanText(o)
		text := p.Name
		if o.Kind == last && p.Domestic != "-" {
			text = ""
		}
		last = o.Kind
		for i, minutes := range []string{p.Domestic, p.International} {
			switch {
			case minutes == "-":
			case i == 1:
				text += " / " + minutes
			case text == "":
				text = minutes
			default:
				text += " " + minutes
			}
		}
		if o.Limited {
			text = loc.WithRemark(text, loc.Text("answer.limited"))
		}
		parts = append(parts, text)
	}
	return loc.JoinList(parts)
}

// showPlans lists the plans of each country in a table of nothing else, instead of the
// minutes of the largest one.
func (a *Answers) showPlans(loc say.Localizer, s Sheet) {
	if !slices.Equal(a.Features, []model.Feature{model.Minutes}) {
		return
	}
	for i, row := range s.Rows {
		f := &row.Fields[0]
		f.Texts[LetterForm], f.Texts[WordForm] = f.Texts[WordForm], f.Texts[FullForm] // where the plans have no room
		if plans := plansText(loc, a.Cell(i, 0).Country.Answer(model.Minutes)); plans != "" {
			f.Words = loc.WithRemark(loc.StateOf(model.Minutes, f.State), plans)
			f.Texts[FullForm] = f.Mark + " " + WithNotes(plans, f.Notes)
		}
	}
}
