package cli

import (
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// addPlans adds the plans on offer, in the richest form that the width
// allows: a table with a column of remarks, a table with remarks below the
// rows, or a list.
func (s factPage) addPlans(a say.Answer) {
	if len(a.Plans) == 0 {
		return
	}
	s.AddText(detailIndent, a.PlansHead, s.theme.Text)
	if s.plain {
		s.addPlainPlans(a.Plans)
	} else if table := s.newPlanTable(a.Plans, true); planIndent+table.Width() <= s.Width {
		s.AddTable(planIndent, table)
	} else if table := s.newPlanTable(a.Plans, false); planIndent+table.Width() <= s.Width {
		s.addPlanRows(table, a.Plans)
	} else {
		s.addPlanList(a.Plans)
	}
}

// newPlanTable returns a table with a row for each plan below a heading, and
// with a column of remarks if wanted.
func (s factPage) newPlanTable(plans []say.PlanText, remarks bool) *text.Table {
	t := &text.Table{Columns: []text.Column{{}, {Right: true}, {Right: true}}}
	t.AddRow(s.theme.Text, "", s.localizer.Text("cli.show.domestic"), s.localizer.Text("cli.show.international"))
	for _, p := range plans {
		if remarks {
			t.AddRow(s.theme.Text, p.Name, p.Domestic, p.International, p.Remark)
		} else {
			t.AddRow(s.theme.Text, p.Name, p.Domestic, p.International)
		}
	}
	return t
}

const planIndent = detailIndent + 2

// addPlanRows adds a table of plans, below each row the remark of its plan.
func (s factPage) addPlanRows(table *text.Table, plans []say.PlanText) {
	for i, row := range table.Lines() {
		s.AddLine(planIndent, row...)
		if i > 0 && plans[i-1].Remark != "" {
			s.AddText(planIndent+2, plans[i-1].Remark, s.theme.Text)
		}
	}
}

// addPlanList adds the plans as a list.
func (s factPage) addPlanList(plans []say.PlanText) {
	for _, p := range plans {
		facts := []string{
			s.localizer.Text("cli.show.domestic") + " " + p.Domestic,
			s.localizer.Text("cli.show.international") + " " + p.International,
		}
		if p.Remark != "" {
			facts = append(facts, p.Remark)
		}
		s.AddText(detailIndent, "- "+s.localizer.Labelled(p.Name, s.localizer.JoinList(facts)), s.theme.Text)
	}
}
