package cli

import (
	"regexp"
	"strings"

	"voxatlas/data"
	"voxatlas/model"
)

// Of a fault, namedPlaces places are named at most, and of a file, shownFaults
// different faults. The others are counted.
const (
	namedPlaces = 3
	shownFaults = 200
)

// faultGroup is a fault with every place that has it.
type faultGroup struct {
	text   string // without the name of a country
	places []data.Fault
}

// groupFaults joins equal faults, in the order of their first places. Faults that
// differ in the country alone are equal.
func groupFaults(faults []data.Fault) []*faultGroup {
	var groups []*faultGroup
	byText := map[string]*faultGroup{}
	slug := regexp.MustCompile(`^[a-z0-9-]*: `) // the fault of a country begins with it
	for _, f := range faults {
		text := f.Text
		if strings.HasPrefix(f.Path, "/countries/") {
			text = slug.ReplaceAllString(text, "")
		}
		g := byText[text]
		if g == nil {
			g = &faultGroup{text: text}
			byText[text] = g
			groups = append(groups, g)
		}
		g.places = append(g.places, f)
	}
	return groups
}

// printFaults prints the faults of the file at path. A fault of one place takes a
// line; one of several places has these below it.
func (p *program) printFaults(path string, v data.Verdict) {
	p.print(p.localizer.Labelled(quotable(path), p.localizer.Count("cli.validate.invalid", len(v.Faults)+v.More)))
	more := v.More
	for i, g := range groupFaults(v.Faults) {
		switch n := len(g.places); {
		case i >= shownFaults:
			more += n
		case n == 1:
			p.printFault("  ", g.places[0].Error())
		default:
			p.printFault("  ", p.localizer.Labelled(p.localizer.Count("cli.validate.places", n), g.text))
			for _, f := range g.places[:min(n, namedPlaces)] {
				p.printFault("    ", f.Place())
			}
			if n > namedPlaces {
				p.print("    " + p.localizer.Count("cli.validate.more_places", n-namedPlaces))
			}
		}
	}
	if more > 0 {
		p.print("  " + p.localizer.Count("error.validate.more", more))
	}
}

// printFault prints a line about a fault, cleaned: it may quote the file.
func (p *program) printFault(indent, line string) { p.print(indent + model.Clean(line, maxMessage)) }
