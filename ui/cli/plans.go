package cli

import (
	"slices"

	"voxatlas/ui/say"
)

// plans is the table of the plans on offer, as rich as the width allows: with
// remarks in a column, with remarks below, or no table but a list.
func (s sheet) plans(a say.Answer) {
	if len(a.Plans) == 0 {
		return
	}
	s.text(detailIndent, a.PlansHead, nil)
	domestic, international := s.localizer.Text("cli.show.domestic"), s.localizer.Text("cli.show.international")
	short, full := [][]string{{"", domestic, international}}, [][]string{{"", domestic, international}}
	for _, p := range a.Plans {
		short = append(short, []string{p.Name, p.Domestic, p.International})
		full = append(full, []string{p.Name, p.Domestic, p.International, p.Remark})
	}
	if table := columns(full, 1, 2); s.fits(table) {
		s.rows(table, nil)
	} else if table := columns(short, 1, 2); s.fits(table) {
		s.rows(table, a.Plans)
	} else {
		s.planList(a.Plans)
	}
}

const planIndent = detailIndent + 2

func (s sheet) fits(table []string) bool {
	return !slices.ContainsFunc(table, func(row string) bool { return planIndent+cells(row) > s.width })
}

// rows adds a table, below its heading the remarks of plans.
func (s sheet) rows(table []string, plans []say.Plan) {
	for i, row := range table {
		s.line(planIndent, row)
		if i > 0 && i <= len(plans) && plans[i-1].Remark != "" {
			s.text(planIndent+2, plans[i-1].Remark, nil)
		}
	}
}

// planList says in words what a table says in columns.
func (s sheet) planList(plans []say.Plan) {
	for _, p := range plans {
		facts := []string{
			s.localizer.Text("cli.show.domestic") + " " + p.Domestic,
			s.localizer.Text("cli.show.international") + " " + p.International,
		}
		if p.Remark != "" {
			facts = append(facts, p.Remark)
		}
		s.text(detailIndent, "- "+s.localizer.Labelled(p.Name, s.localizer.JoinList(facts)), nil)
	}
}
