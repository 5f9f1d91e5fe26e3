package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"voxatlas/data/library"
	"voxatlas/model"
)

// maxNamedLines is the number of lines of the standard input that names are read from.
const maxNamedLines = 10_000

// namedCountries returns the countries that the arguments of cmd name, each once, or all
// for no args. With "-" as the only one it reads the names from the standard input, one a
// line; empty lines are skipped, and those that begin with #. It prints an error for each
// name that means none and goes on.
func (p *program) namedCountries(cmd *cobra.Command, args []string) (*model.Atlas, []*model.Country, error) {
	e, err := p.edition()
	if err != nil {
		return nil, nil, err
	}
	a := e.Atlas()
	named := namedList{program: p, edition: e}
	switch {
	case len(args) == 0:
		return a, slices.Collect(a.Countries()), nil
	case slices.Contains(args, "-") && len(args) > 1:
		return nil, nil, p.userError(codeMisuse, "error.input.alone", "command", cmd.Name())
	case args[0] == "-" && p.opens:
		return nil, nil, p.userError(codeMisuse, "error.open.input")
	case args[0] == "-":
		err = p.readLines(cmd.Context(), cmd.Name(), maxNamedLines, named.addLine)
		if err == nil && named.lines == 0 {
			err = p.userError(codeNothing, "error.input.nothing", "command", cmd.Name())
		}
		return a, named.countries, err
	}
	for _, name := range args {
		if err := named.addName(name); err != nil {
			return nil, nil, err
		}
	}
	return a, named.countries, nil
}

// namedList gathers the countries of an edition that names mean.
type namedList struct {
	program   *program
	edition   *library.Edition
	countries []*model.Country // each once, in the order of the names
	lines     int              // that had names
}

// addLine adds the country that a line of the standard input names.
func (l *namedList) addLine(line string) error {
	if strings.HasPrefix(line, "#") {
		return nil
	}
	l.lines++
	return l.addName(line)
}

// addName adds the country that a name means. It prints the error of a name that means none.
func (l *namedList) addName(name string) error {
	c, err := l.program.resolveCountry(l.edition, name)
	var f *userError
	switch {
	case errors.As(err, &f):
		l.program.printError(f)
	case err != nil:
		return err
	case !slices.Contains(l.countries, c):
		l.countries = append(l.countries, c)
	}
	return nil
}
