package main

import (
	"fmt"
	"slices"
	"strings"

	"voxatlas/data/importer"
	"voxatlas/model"
)

// score counts how the answers of pages compare with the truth.
type score struct {
	pages, unpaired int
	states          struct{ right, wrong, unread, invented int }
	cities          struct{ right, wrong, unnamed int } // in lists of the right length
	lists           struct{ wrong, lost int }           // of cities: another length, scope or marks; nothing known of it
	plans           int                                 // answers with other plans
	conditions      int                                 // answers with other conditions
	findings        int
	faults          []string // a line per difference
}

// answerCells names an answer and has the text of its cells.
type answerCells struct{ name, text string }

// fault counts a difference and keeps a line about it.
func (s *score) fault(n *int, kind string, at answerCells, got, want any) {
	*n++
	s.faults = append(s.faults, fmt.Sprintf("%-10s %s: %v, want %v: %q", kind, at.name, got, want, at.text))
}

// compareAnswers compares an answer with the truth.
func (s *score) compareAnswers(at answerCells, f model.Feature, got, want model.Answer) {
	switch {
	case got.Unread != "":
		s.fault(&s.states.unread, "UNREAD", at, got.State, want.State)
	case got.State == want.State:
		s.states.right++
	case got.State == model.Unstated:
		s.fault(&s.states.unread, "UNREAD", at, got.State, want.State)
	case want.State == model.Unstated:
		s.fault(&s.states.invented, "INVENTED", at, got.State, want.State)
	default:
		s.fault(&s.states.wrong, "WRONG", at, got.State, want.State)
	}
	if f == model.AutoAssignedNumbers || f == model.TollNumbers {
		s.compareCities(at, got, want)
	}
	if got.State == model.Unstated {
		return
	}
	if g, w := plansOf(got), plansOf(want); g != w {
		s.fault(&s.plans, "PLANS", at, g, w)
	}
	if g, w := conditionsOf(got), conditionsOf(want); g != w {
		s.fault(&s.conditions, "CONDITIONS", at, g, w)
	}
}

// compareCities compares the lists of cities of two answers.
func (s *score) compareCities(at answerCells, got, want model.Answer) {
	if got.Cities.Len() == 0 && want.Cities.Len() > 0 {
		s.fault(&s.lists.lost, "LOST", at, 0, want.Cities.Len())
		return
	}
	if g, w := listShape(got), listShape(want); g != w {
		s.fault(&s.lists.wrong, "LIST", at, g, w)
		return
	}
	for i, city := range got.Cities.All() {
		g, w := city.Names.In(model.English), want.Cities.At(i).Names.In(model.English)
		switch g {
		case "":
			s.cities.unnamed++
		case w:
			s.cities.right++
		default:
			s.fault(&s.cities.wrong, "CITY", at, g, w)
		}
	}
}

// listShape writes all of a list of cities but the names.
func listShape(a model.Answer) string {
	marks := ""
	for city := range a.Cities.Values() {
		if city.OnRequest {
			marks += "*"
		} else {
			marks += "-"
		}
	}
	return fmt.Sprint(a.Scope, " ", marks, " ", a.OtherCitiesOnRequest)
}

// plansOf writes the plans, destinations and partner of an answer.
func plansOf(a model.Answer) string {
	list := []string{fmt.Sprint(a.StatedPlans, " ", a.Destinations.Stated, " ", a.Partner.Name)}
	for p := range a.Plans.Values() {
		list = append(list, fmt.Sprintf("%s %d/%d first=%v limited=%v", p.Kind, p.DomesticMinutes, p.InternationalMinutes, p.WhicheverFirst, p.Limited))
	}
	return strings.Join(list, "; ")
}

// conditionsOf writes the keys of the conditions of an answer, sorted.
func conditionsOf(a model.Answer) string {
	var keys []string
	for c := range a.Conditions.Values() {
		keys = append(keys, c.Key)
	}
	slices.Sort(keys)
	return strings.Join(keys, " ")
}

// printColumns prints the heads of the columns.
func printColumns() {
	fmt.Printf("%-17s %17s | %27s | %20s %11s | %6s %6s | %s\n", "", "pages", "states", "cities", "lists", "plans", "condi-", "find-")
	fmt.Printf("%-17s %8s %8s | %6s %6s %6s %6s | %6s %6s %6s %5s %5s | %6s %6s | %s\n",
		"", "read", "unpaired", "right", "wrong", "unread", "added", "right", "wrong", "noname", "wrong", "lost", "wrong", "tions", "ings")
}

// printScore prints s as a line.
func (s *score) printScore(name string) {
	fmt.Printf("%-17s %8d %8d | %6d %6d %6d %6d | %6d %6d %6d %5d %5d | %6d %6d | %d\n", name, s.pages, s.unpaired,
		s.states.right, s.states.wrong, s.states.unread, s.states.invented,
		s.cities.right, s.cities.wrong, s.cities.unnamed, s.lists.wrong, s.lists.lost, s.plans, s.conditions, s.findings)
}

// printFaults prints the differences, and the findings of the report.
func printFaults(s *score, r *importer.Report) {
	for _, f := range s.faults {
		fmt.Println("   ", f)
	}
	for _, f := range r.Findings {
		fmt.Printf("    %-10s %s:%d %v %s: %q\n", "FINDING", f.File, f.Line, f.Feature, f.Expected, f.Text)
	}
}

// scores holds the scores of languages in the order in which they came.
type scores struct {
	names []string
	list  []*score
}

// addScore adds s to the score of that name.
func (ss *scores) addScore(name string, s *score) {
	i := slices.Index(ss.names, name)
	if i < 0 {
		i = len(ss.names)
		ss.names, ss.list = append(ss.names, name), append(ss.list, &score{})
	}
	ss.list[i].addCounts(s)
}

// addCounts adds the counts of o.
func (s *score) addCounts(o *score) {
	for _, n := range []struct {
		to   *int
		more int
	}{
		{&s.pages, o.pages}, {&s.unpaired, o.unpaired}, {&s.findings, o.findings},
		{&s.states.right, o.states.right}, {&s.states.wrong, o.states.wrong}, {&s.states.unread, o.states.unread}, {&s.states.invented, o.states.invented},
		{&s.cities.right, o.cities.right}, {&s.cities.wrong, o.cities.wrong}, {&s.cities.unnamed, o.cities.unnamed},
		{&s.lists.wrong, o.lists.wrong}, {&s.lists.lost, o.lists.lost}, {&s.plans, o.plans}, {&s.conditions, o.conditions},
	} {
		*n.to += n.more
	}
}

// printScores prints a line per language, and one for all.
func (ss *scores) printScores() {
	all := &score{}
	for i, name := range ss.names {
		ss.list[i].printScore(name)
		all.addCounts(ss.list[i])
	}
	all.printScore("all")
}
