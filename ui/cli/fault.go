package cli

import (
	"errors"
	"fmt"

	"voxatlas/data"
	"voxatlas/model"
)

// The codes that the program ends with.
const (
	codeNothing     = 1
	codeMisuse      = 2
	codeData        = 3
	codeInterrupted = 130
	codeNoReader    = 141
)

// NoReader ends the program when nobody reads what it shows.
const NoReader = Exit(codeNoReader)

// Exit is an error that ends the program with this code and without a word:
// what was to be said has been said.
type Exit int

// Error names the code.
func (e Exit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// fault is an error in the user's language, with the exit code that it means.
type fault struct {
	code int
	text string   // subject: what is wrong; what to do
	more []string // further lines
}

func (f *fault) Error() string { return f.text }

// fault makes a fault of a text of the catalog.
func (p *program) fault(code int, key string, args ...any) *fault {
	return &fault{code: code, text: p.localizer.Text(key, append(args, "program", p.name())...)}
}

// name is what is typed before a command: strangers are at the program already.
func (p *program) name() string {
	if p.env.Remote {
		return ""
	}
	return "voxatlas "
}

// maxLine is the longest line, in runes, that is reported.
const maxLine = 2000

// report says what is wrong and raises the exit code.
func (p *program) report(f *fault) {
	p.flush() // what was answered comes first
	p.raise(f.code)
	fmt.Fprintln(p.env.Err, "voxatlas: "+model.Clean(f.text, maxLine)) //nolint:errcheck // nowhere to say it
	for _, line := range f.more {
		fmt.Fprintln(p.env.Err, "  "+model.Clean(line, maxLine)) //nolint:errcheck // nowhere to say it
	}
}

// given is what somebody typed, fit to be shown within a message.
func given(s string) string { return model.Clean(s, 80) }

// note tells the user something that is no fault, by a text of the catalog.
func (p *program) note(key string, args ...any) {
	p.remark(p.localizer.Text(key, append(args, "program", p.name())...))
}

// remark is a note in words.
func (p *program) remark(text string) {
	p.flush()                                                        // what was answered comes first
	fmt.Fprintln(p.env.Err, "voxatlas: "+model.Clean(text, maxLine)) //nolint:errcheck // nowhere to say it
}

// badFile says why the file at path, which subject asks for, is no edition.
func (p *program) badFile(subject, path string, err error) *fault {
	var file data.FileError
	if errors.As(err, &file) {
		return p.fault(codeData, "error.data."+file.Key(), "subject", subject, "file", given(path), "limit", data.MaxSize>>20)
	}
	f := p.fault(codeData, "error.data.invalid", "subject", subject, "file", given(path))
	reasons := &model.ViolationsError{Violations: []error{err}}
	errors.As(err, &reasons)
	for _, reason := range reasons.Violations {
		f.more = append(f.more, model.Clean(reason.Error(), 300))
	}
	if reasons.More > 0 {
		f.more = append(f.more, p.localizer.Count("error.data.more", reasons.More))
	}
	return f
}
