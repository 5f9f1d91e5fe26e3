// Package cli is the command line: one contract for people and for scripts. It
// decides the meaning of the arguments, the language and form of the output, and
// the exit code.
//
// The output goes to Out. Errors and notices go to Err, one line each:
//
//	voxatlas: subject: problem; advice
//
// The exit codes:
//
//	0    done
//	1    nothing found, or something has changed
//	2    wrong use, or a name that may mean several countries
//	3    data that is missing, unreadable, too large or invalid, or output
//	     that could not be written
//	4    an edition that import or update has written has gaps
//	130  interrupted
//	141  the reader of the output has ended
//
// Text from arguments or files passes [model.Clean] before it is shown.
//
// A command is a file. It holds the options, the action and the output of the
// command. The help is in the catalogs, as cli.NAME.short, .long and .example.
// Pages are laid out by package text.
package cli

import (
	"context"
	"io"
	"slices"
	"time"

	"voxatlas/data/fetched"
	"voxatlas/data/library"
	"voxatlas/data/mine"
	"voxatlas/ui/commandline"
	"voxatlas/ui/rollout"
	"voxatlas/ui/say"
)

// Env holds everything that one run of the program uses of its surroundings.
type Env struct {
	In         io.Reader // nil if there is none, as over SSH
	Out, Err   io.Writer
	Getenv     func(string) string
	Now        func() time.Time // the clock that ages are reckoned by; nil for none: then no age is shown
	Terminal   bool             // Out is a terminal
	Watched    bool             // Err is a terminal: progress is shown
	Width      int              // columns of the terminal on Out; 0 if Out is none
	Height     int              // its rows; 0 if Out is none, or if nothing is paged
	Localizers []say.Localizer  // every language, English first: see [say.Localizers]
	Version    Version
	Browse     func(context.Context, Browse) error // opens the terminal browser; nil if it cannot
	Plain      func(context.Context, Browse) error // the same in lines, which need no terminal; nil if it cannot
	SSH        *SSH                                // serves over SSH; nil if it cannot

	// Remote is true for a client of the SSH server. The client gets only the
	// commands that read no file, path or environment but Getenv's.
	Remote bool

	// Library holds the editions. Edition is the one that is used if no option asks
	// for another; nil means the newest.
	Library *library.Library
	Edition *library.Edition

	// Fetched is the directory of the editions that the user has fetched, which the
	// commands use beside those of Library; "" for none, as over SSH.
	Fetched fetched.Dir

	session bool // the command was typed in plain mode, and not in a shell: see PrintPlain

	noSettings bool // the settings do not count, but for the user's own countries; see withoutTerminal
}

// Version names the build of the program.
type Version struct {
	Program string // as "v1.2.0"
	Commit  string // full hash; empty when unknown
	Go      string // as "go1.26.0"
}

// Browse is a request to open the terminal browser. An error of opening it
// ends the program with code 2, or with the code of an [Exit].
type Browse struct {
	commandline.StartOptions
	Offices        *rollout.List // of the view of a rollout; nil for none
	Mine           mine.File     // keeps the user's own countries; "" for none, as over SSH
	AmbiguousWidth string        // as --ambiguous-width has it
	Color          Color
}

// Main runs the program with the arguments that follow its name, and returns
// the exit code.
func Main(ctx context.Context, env Env, args []string) int {
	p := newProgram(env)
	return p.run(ctx, args)
}

// run runs the program with the arguments that follow its name, and returns the exit
// code.
func (p *program) run(ctx context.Context, args []string) int {
	err := p.start(args)
	if err == nil {
		args, err = p.expandOpen(args)
	}
	if err == nil && p.opens {
		err = p.setLanguage(args) // the command may name another one
	}
	if err != nil {
		p.handleError(err)
		return p.code
	}
	if i := slices.IndexFunc(args, isCompletionWord); p.env.Remote && i >= 0 {
		args = slices.Insert(slices.Clone(args), i, "--") // over SSH no shell asks for completions: the word is a name like any other
	}
	p.handleError(p.rootCommand(args).ExecuteContext(ctx))
	p.flush()
	p.reportDamaged()
	if len(p.encodingNotice) > 0 {
		p.printNotice(p.encodingNotice[0])
	}
	p.endPaging()
	if ctx.Err() != nil {
		return codeInterrupted
	}
	return p.code
}
