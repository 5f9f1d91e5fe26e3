// Package cli is the command line: one contract for people and for scripts. It
// decides what the arguments mean, in which language and form the answer comes,
// and with which code the program ends.
//
// The answer goes to Out; talk about it goes to Err, one line each:
//
//	voxatlas: subject: what is wrong; what to do
//
// Text that came from arguments or files passes [model.Clean] before it is
// shown. The codes: 0 done; 1 nothing found; 2 misuse, or a COUNTRY in doubt;
// 3 data that is missing, unreadable, too large or invalid, or an answer that
// could not be written; 130 interrupted; 141 nobody reads the answer any more.
//
// A command is a file: its options, its help (the texts cli.NAME.* of the
// catalogs) and what it does.
package cli

import (
	"context"
	"io"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/say"
)

// Env is what one call of the program may know about the world.
type Env struct {
	Out, Err   io.Writer
	Getenv     func(string) string
	Terminal   bool            // Out is one
	Watched    bool            // Err is a terminal: somebody sees progress
	Width      int             // columns of the terminal on Out; 0 when it is none
	Localizers []say.Localizer // every language, English first: see [say.Localizers]
	Version    Version
	Browse     func(context.Context, Browse) error // opens the terminal browser; nil where there is none
	SSH        *SSH                                // serves over SSH; nil where it cannot

	// Remote calls come from strangers: there are only the commands that read no
	// file, path or environment but Getenv's.
	Remote bool

	// Library holds the editions. Edition is the one that is used if no option asks
	// for another; nil means the newest.
	Library *library.Library
	Edition *library.Edition
}

// Version says which program this is.
type Version struct {
	Program string // as "v1.2.0"
	Commit  string // full hash; empty when unknown
	Go      string // as "go1.26.0"
}

// Browse is what the terminal browser opens with. Its error ends the program
// with code 2, or with that of an [Exit].
type Browse struct {
	Library *library.Library // with the user's own file, if --data names one
	Edition *library.Edition // of the library, to open with
	Country *model.Country   // to open at; nil for none
	Lang    model.Lang
	ASCII   bool // no glyphs beyond ASCII for marks and rules
	Color   Color
}

// Main runs the program with the arguments that follow its name, and says with
// which code it ends.
func Main(ctx context.Context, env Env, args []string) int {
	p := newProgram(env)
	if err := p.setLanguage(args); err != nil {
		p.handleError(err)
		return p.code
	}
	if env.Remote && isCompletion(args) {
		args = append([]string{"--"}, args...) // shells complete at home: it is a name like any other
	}
	root := p.rootCommand()
	root.SetArgs(append([]string{}, args...)) // never nil: cobra would take the process's own
	p.handleError(root.ExecuteContext(ctx))
	p.flush()
	if ctx.Err() != nil {
		return codeInterrupted
	}
	return p.code
}
