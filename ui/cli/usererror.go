package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"voxatlas/data"
	"voxatlas/model"
)

// The exit codes: see the package comment.
const (
	codeNothing     = 1
	codeMisuse      = 2
	codeData        = 3
	codeGaps        = 4 // an edition was written, with gaps
	codeInterrupted = 130
	codeNoReader    = 141
)

// NoReader ends the program when the reader of its output has ended.
const NoReader = Exit(codeNoReader)

// Exit is an error that ends the program with this exit code. Nothing is
// printed for it: its maker has printed all there is to say.
type Exit int

// Error names the exit code.
func (e Exit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// userError is an error in the user's language, with the exit code that it
// leads to.
type userError struct {
	code    int
	message string   // as "subject: problem; advice"
	details []string // further lines
}

func (f *userError) Error() string { return f.message }

// userError returns an error with a text of the catalog.
func (p *program) userError(code int, key string, args ...any) *userError {
	return &userError{code: code, message: p.adviceText(key, args)}
}

// choiceError returns the error of a flag with a value that is none of the known ones.
func (p *program) choiceError(flag, value string, known []string) *userError {
	return p.userError(codeMisuse, "error.choice", "flag", "--"+flag, "value", quotable(value), "known", p.localizer.JoinList(known))
}

// adviceText returns a text that may advise a command. In plain mode, which has commands of its
// own, it is the text with ".in_plain" behind the key, if there is one.
func (p *program) adviceText(key string, args []any) string {
	if inPlain := key + ".in_plain"; p.env.session && slices.Contains(p.localizer.Keys(inPlain), inPlain) {
		key = inPlain
	}
	return p.localizer.Text(key, append(args, "program", p.commandPrefix())...)
}

// commandPrefix returns the word that users type before a command. Over SSH and in plain
// mode they type none.
func (p *program) commandPrefix() string {
	if p.env.Remote || p.env.session {
		return ""
	}
	return "voxatlas "
}

// maxMessage is the number of runes of the longest line on Err; longer ones
// are cut.
const maxMessage = 2000

// printError prints an error of the user and raises the exit code to its
// code.
func (p *program) printError(f *userError) {
	p.printNotice(f.message)
	p.raiseCode(f.code)
	for _, line := range f.details {
		p.printMessage("  " + model.Clean(line, maxMessage))
	}
}

// quotable returns user input as a message can quote it: short, on one line, and without the
// characters that [model.Printable] refuses. The texts of the catalogs put the quotes
// around it.
func quotable(s string) string { return model.Clean(onOneLine(s), 80) }

// onOneLine returns s with a blank for each run of line breaks, tabs and blanks; a text of one
// line as it is.
func onOneLine(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// notice prints a text of the catalog that is no error.
func (p *program) notice(key string, args ...any) {
	p.printNotice(p.adviceText(key, args))
}

// printNotice prints a text that is no error to Err.
func (p *program) printNotice(text string) {
	p.flush() // the output so far comes first
	p.printMessage("voxatlas: " + model.Clean(text, maxMessage))
}

// printMessage prints a line to Err. While a pager has the terminal, the line waits for the end
// of the pager.
func (p *program) printMessage(line string) {
	if p.pager != nil && p.env.Watched {
		p.messages = append(p.messages, line)
		return
	}
	fmt.Fprintln(p.env.Err, line) //nolint:errcheck // there is no other place to print to
}

// fileReason says why a file could not be read or written, in the user's language.
func (p *program) fileReason(err error) string {
	key, text := data.FileReason(err)
	return p.localizer.FileReason(key, quotable(text))
}

// fileError returns the error of a file that is no edition. The subject is
// the command or flag that names the file.
func (p *program) fileError(subject, path string, err error) *userError {
	var file data.FileError
	if errors.As(err, &file) {
		return p.userError(codeData, "error.data."+file.Key(), "subject", subject, "file", quotable(path), "limit", data.MaxSize>>20)
	}
	f := p.userError(codeData, "error.data.invalid", "subject", subject, "file", quotable(path))
	reasons := &model.ViolationsError{Problems: []error{err}}
	errors.As(err, &reasons)
	for _, reason := range reasons.Problems {
		f.details = append(f.details, model.Clean(reason.Error(), 300))
	}
	if reasons.More > 0 {
		f.details = append(f.details, p.localizer.Count("error.data.more", reasons.More))
	}
	return f
}
