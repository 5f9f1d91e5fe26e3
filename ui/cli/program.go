package cli

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"syscall"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/data"
	"voxatlas/data/fetched"
	"voxatlas/data/library"
	"voxatlas/data/settings"
	"voxatlas/model"
	"voxatlas/ui/pager"
	"voxatlas/ui/say"
)

// program is one run of the program: the state that its commands share.
type program struct {
	env             Env
	localizer       say.Localizer
	out             *bufio.Writer // keeps its first error; see flush
	code            int           // the highest exit code so far
	options         options
	commands        []*command         // in the order of the help
	localCommands   []string           // names of the commands that are not there over SSH
	library         *library.Library   // that of opened
	opened          *library.Edition   // cached by edition
	settings        map[string]setting // by their names, from variables and the file
	settingsMissing bool               // the file that a variable names is not there
	encodingNotice  []string           // tells of a locale without UTF-8, in a long and a short form
	messages        []string           // for Err, which wait until the pager has ended
	pager           *pager.Writer      // between out and env.Out; nil for none
	fetched         fetchedEditions
	completes       bool // a shell asks for completions
	opens           bool // the command opens its view in the browser, instead of printing it
	doubtful        bool // the output is whole, but some offices in it are in doubt
}

// newProgram returns a program that has not read its arguments yet.
func newProgram(env Env) *program {
	return &program{env: env, localizer: env.Localizers[0], out: bufio.NewWriter(env.Out)}
}

// atlas returns the facts of the edition that the options ask for.
func (p *program) atlas() (*model.Atlas, error) {
	e, err := p.edition()
	if err != nil {
		return nil, err
	}
	return e.Atlas(), nil
}

// edition returns the edition that the options ask for, open. It reads a user's
// file once, and adds it to the library.
func (p *program) edition() (*library.Edition, error) {
	if p.opened != nil {
		return p.opened, nil
	}
	if p.options.data != "" {
		a, err := data.LoadFile(p.options.data)
		if err != nil {
			return nil, p.fileError("--data", p.options.data, err)
		}
		p.library, p.opened = p.editions().WithOwn(a)
		return p.opened, nil
	}
	var e *library.Edition
	if date := p.options.edition; date == "" || p.env.Edition != nil && date == p.env.Edition.Date {
		e = p.defaultEdition()
	} else {
		e = p.editions().Edition(date)
	}
	if e == nil { // completion runs without checkGlobalFlags
		return nil, p.editionError()
	}
	if err := p.loadEdition(e); err != nil {
		return nil, err
	}
	p.library, p.opened = p.editions(), e
	return e, nil
}

// defaultEdition returns the edition that is used without an option; nil if the settings
// name one that has been removed.
func (p *program) defaultEdition() *library.Edition {
	if s, ok := p.settings[settings.Edition]; ok && s.mistake == nil && p.env.Edition == nil {
		return p.editions().Edition(s.Text())
	}
	return cmp.Or(p.env.Edition, p.editions().Newest())
}

// age returns the age of an edition of a date; unknown without a clock.
func (p *program) age(date string) model.Age {
	if p.env.Now == nil {
		return model.Age{}
	}
	return model.AgeOf(date, p.env.Now())
}

// loadEdition opens an embedded or fetched edition. The error tells the user that it is
// damaged.
func (p *program) loadEdition(e *library.Edition) error {
	if _, err := e.Open(); err != nil {
		var damaged *fetched.Error
		if errors.As(err, &damaged) {
			return p.fetchedError(damaged, "")
		}
		return p.userError(codeData, "error.data.embedded", "why", err.Error())
	}
	return nil
}

// print buffers lines of the output for Out.
func (p *program) print(lines ...string) {
	for _, line := range lines {
		fmt.Fprintln(p.out, line) //nolint:errcheck // reported by flush
	}
}

// printJSON prints v as indented JSON, with the same order of members in every run.
func (p *program) printJSON(v any) error {
	b, err := json.Marshal(v, jsontext.WithIndent("  "), json.Deterministic(true))
	if err != nil {
		return err
	}
	p.print(string(b))
	return nil
}

// handleError prints err, unless it is nil or says nothing, and raises the
// exit code.
func (p *program) handleError(err error) {
	var f *userError
	var exit Exit
	switch {
	case err == nil:
	case errors.As(err, &f):
		p.printError(f)
	case errors.As(err, &exit):
		p.raiseCode(int(exit))
	case errors.Is(err, context.Canceled):
		p.raiseCode(codeInterrupted)
	default:
		p.printError(p.userError(codeMisuse, "error.other", "why", err.Error()))
	}
}

// flush writes the buffered output to Out. A broken pipe only sets the exit
// code: the reader has ended on purpose. Any other error is printed.
func (p *program) flush() {
	p.handleOutputError(p.out.Flush())
}

// handleOutputError handles an error of writing the output, if it is one.
func (p *program) handleOutputError(err error) {
	if err == nil {
		return
	}
	p.out.Reset(io.Discard)
	if errors.Is(err, syscall.EPIPE) {
		p.raiseCode(codeNoReader)
		return
	}
	p.printError(p.userError(codeData, "error.output", "why", p.fileReason(err)))
}

// raiseCode sets the exit code, unless a higher one is set.
func (p *program) raiseCode(code int) { p.code = max(p.code, code) }

// names returns the shown names of c in every language of the interface.
func (p *program) names(c *model.Country) map[model.Lang]string {
	return p.translations(func(loc say.Localizer) string { return c.Name(loc.Lang()) })
}

// translations returns a text in every language. JSON documents have all of
// them, so that they do not depend on the user's language.
func (p *program) translations(text func(say.Localizer) string) map[model.Lang]string {
	m := make(map[model.Lang]string, len(p.env.Localizers))
	for _, loc := range p.env.Localizers {
		m[loc.Lang()] = text(loc)
	}
	return m
}
