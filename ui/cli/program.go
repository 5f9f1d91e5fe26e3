package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/spf13/cobra"

	"voxatlas/data"
	"voxatlas/data/search"
	"voxatlas/model"
	"voxatlas/ui/say"
)

// program is one call: what the commands share.
type program struct {
	env       Env
	localizer say.Localizer
	out       *bufio.Writer // keeps its first error, reported when flushed
	code      int           // the highest exit code so far
	options   options
	commands  []*cobra.Command // in the order of the help
	local     []string         // names of those that strangers do not have; none at home
	loaded    *model.Atlas     // see atlas
}

func newProgram(env Env) *program {
	return &program{env: env, localizer: env.Localizers[0], out: bufio.NewWriter(env.Out)}
}

// atlas is the edition that the options ask for, read when first needed.
func (p *program) atlas() (*model.Atlas, error) {
	if p.loaded != nil {
		return p.loaded, nil
	}
	a, err := p.open()
	if err != nil {
		return nil, err
	}
	p.loaded = a
	return a, nil
}

func (p *program) open() (*model.Atlas, error) {
	if p.options.data != "" {
		a, err := data.LoadFile(p.options.data)
		if err != nil {
			return nil, p.badFile("--data", p.options.data, err)
		}
		return a, nil
	}
	a, err := p.env.Open(p.options.edition)
	if err != nil {
		return nil, p.fault(codeData, "error.data.embedded", "why", err.Error())
	}
	return a, nil
}

// A register is an atlas and the index that searches its countries.
type register struct {
	*search.Index
	atlas *model.Atlas
}

// register is that of an atlas.
func (p *program) register(a *model.Atlas) register { return register{p.env.Index(a), a} }

// print writes lines of the answer.
func (p *program) print(lines ...string) {
	for _, line := range lines {
		fmt.Fprintln(p.out, line) //nolint:errcheck // reported by flush
	}
}

// printJSON writes v as the answer: indented, the same at every run.
func (p *program) printJSON(v any) error {
	b, err := json.Marshal(v, jsontext.WithIndent("  "), json.Deterministic(true))
	if err != nil {
		return err
	}
	p.print(string(b))
	return nil
}

// fail reports err, if it is one, and raises the exit code.
func (p *program) fail(err error) {
	var f *fault
	var exit Exit
	switch {
	case err == nil:
	case errors.As(err, &f):
		p.report(f)
	case errors.As(err, &exit):
		p.raise(int(exit))
	case errors.Is(err, context.Canceled):
		p.raise(codeInterrupted)
	default:
		p.report(p.fault(codeMisuse, "error.other", "why", err.Error()))
	}
}

// flush hands on what was answered so far. A reader who went away is no error
// worth a word.
func (p *program) flush() {
	err := p.out.Flush()
	if err == nil {
		return
	}
	p.out.Reset(io.Discard)
	if errors.Is(err, syscall.EPIPE) {
		p.raise(codeNoReader)
		return
	}
	var path *os.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	p.report(p.fault(codeData, "error.output", "why", err.Error()))
}

func (p *program) raise(code int) { p.code = max(p.code, code) }

// texts is what every localizer says: the texts of JSON, which do not depend on the
// user's language.
func (p *program) texts(text func(say.Localizer) string) map[model.Lang]string {
	m := make(map[model.Lang]string, len(p.env.Localizers))
	for _, loc := range p.env.Localizers {
		m[loc.Lang()] = text(loc)
	}
	return m
}
