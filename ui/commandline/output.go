package commandline

import (
	"voxatlas/data/library"
	"voxatlas/model"
)

// Output is a view in the form in which it is copied or written: the output of its command.
type Output struct {
	View    Command // without options for the edition
	Edition *library.Edition
	Lang    model.Lang
	ASCII   bool
	Format  string // as --format has it; "" to let the ending of a file choose
}

// Args returns the command as arguments of the program, without the edition.
func (o Output) Args() []string {
	args := append(o.View.Args(), "--lang", string(o.Lang), "--color", "never")
	if o.ASCII {
		args = append(args, "--ascii")
	}
	if o.Format != "" {
		args = append(args, "--format", o.Format)
	}
	return args
}
