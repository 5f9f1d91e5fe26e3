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

// userError is an error in the user's language, with the exit code that it means.
type userError struct {
	code    int
	message string   // subject: what is wrong; what to do
	details []string // further lines
}

func (f *userError) Error() string { return f.message }

// userError makes a fault of a text of the catalog.
func (p *program) userError(code int, key string, args ...any) *userError {
	return &userError{code: code, message: p.localizer.Text(key, append(args, "program", p.commandPrefix())...)}
}

// commandPrefix is what is typed before a command: strangers are at the program already.
func (p *program) commandPrefix() string {
	if p.env.Remote {
		return ""
	}
	return "voxatlas "
}

// maxMessage is the longest line, in runes, that is reported.
const maxMessage = 2000

// printError says what is wrong and raises the exit code.
func (p *program) printError(f *userError) {
	p.flush() // what was answered comes first
	p.raiseCode(f.code)
	fmt.Fprintln(p.env.Err, "voxatlas: "+model.Clean(f.message, maxMessage)) //nolint:errcheck // nowhere to say it
	for _, line := range f.details {
		fmt.Fprintln(p.env.Err, "  "+model.Clean(line, maxMessage)) //nolint:errcheck // nowhere to say it
	}
}

// printable is what somebody typed, fit to be shown within a message.
func printable(s string) string { return model.Clean(s, 80) }

// notice tells the user something that is no fault, by a text of the catalog.
func (p *program) notice(key string, args ...any) {
	p.printNotice(p.localizer.Text(key, append(args, "program", p.commandPrefix())...))
}

// printNotice is a note in words.
func (p *program) printNotice(text string) {
	p.flush()                                                           // what was answered comes first
	fmt.Fprintln(p.env.Err, "voxatlas: "+model.Clean(text, maxMessage)) //nolint:errcheck // nowhere to say it
}

// fileError says why the file at path, which subject asks for, is no edition.
func (p *program) fileError(subject, path string, err error) *userError {
	var file data.FileError
	if errors.As(err, &file) {
		return p.userError(codeData, "error.data."+file.Key(), "subject", subject, "file", printable(path), "limit", data.MaxSize>>20)
	}
	f := p.userError(codeData, "error.data.invalid", "subject", subject, "file", printable(path))
	reasons := &model.ViolationsError{Violations: []error{err}}
	errors.As(err, &reasons)
	for _, reason := range reasons.Violations {
		f.details = append(f.details, model.Clean(reason.Error(), 300))
	}
	if reasons.More > 0 {
		f.details = append(f.details, p.localizer.Count("error.data.more", reasons.More))
	}
	return f
}
