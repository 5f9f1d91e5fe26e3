//go:build linux

package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/creack/pty"
)

func main() {
	if err := compare(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// compare measures the programs of the command line and prints the tables to w.
func compare(args []string, w io.Writer) error {
	b, err := parseArgs(args)
	if err != nil {
		return err
	}
	conditions := b.conditions()
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a leftover in the temporary folder does no harm
	if err := b.buildHello(dir); err != nil {
		return err
	}
	for _, measure := range []func() error{b.measureStarts, b.measureKeys, b.measureCold} {
		if err := measure(); err != nil {
			return err
		}
	}
	return b.printTable(w, conditions)
}

// bench is one comparison: its options and its results, one for each program.
type bench struct {
	programs []program // at a terminal
	typed    int       // so many of them, the first, get keys
	results  []result
	cold     []program
	colds    []coldResult

	phases   phaseFlag
	env      stringsFlag
	shows    stringsFlag // texts to look for in the first frame
	size     pty.Winsize
	starts   int
	runs     int
	idle     time.Duration
	silence  time.Duration // after which an answer is complete
	patience time.Duration // after which none comes any more
	markdown bool
}

// parseArgs reads the command line.
func parseArgs(args []string) (*bench, error) {
	b := &bench{env: stringsFlag{"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=zh_TW.UTF-8", "PATH=" + os.Getenv("PATH"), "HOME=" + os.Getenv("HOME")}}
	var startOnly, cold stringsFlag
	fs := flag.NewFlagSet("bench", flag.ContinueOnError)
	fs.Var(&b.phases, "phase", "`name=keys` to send; may be repeated (default arrows=down*60 up*60)")
	fs.Var(&b.env, "env", "`K=V` to add to the environment; may be repeated")
	fs.Var(&b.shows, "shows", "`text` in one piece that only a full first frame holds: also measure until one of them is there; may be repeated")
	fs.Var(&startOnly, "start", "`[name=]command` to start at a terminal and to send no keys; may be repeated")
	fs.Var(&cold, "cold", "`[name=]command` to run to its end without a terminal, {hello} for a small Go program; may be repeated")
	size := fs.String("size", "120x40", "of the terminal")
	fs.IntVar(&b.starts, "starts", 11, "how often to start each program")
	fs.IntVar(&b.runs, "runs", 31, "how often to run each cold command")
	fs.DurationVar(&b.idle, "idle", 10*time.Second, "how long to watch the programs do nothing")
	fs.DurationVar(&b.silence, "silence", 40*time.Millisecond, "after which an answer is complete")
	fs.DurationVar(&b.patience, "patience", time.Second, "after which a program or key that has shown nothing counts as silent")
	fs.BoolVar(&b.markdown, "markdown", false, "print Markdown")
	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	if len(b.phases) == 0 {
		_ = b.phases.Set("arrows=down*60 up*60")
	}
	if _, err := fmt.Sscanf(*size, "%dx%d", &b.size.Cols, &b.size.Rows); err != nil {
		return nil, fmt.Errorf("size %q: %w", *size, err)
	}
	for i, line := range slices.Concat(fs.Args(), startOnly, cold) {
		p, err := parseProgram(line)
		if err != nil {
			return nil, err
		}
		if i < fs.NArg()+len(startOnly) {
			b.programs = append(b.programs, p)
		} else {
			b.cold = append(b.cold, p)
		}
	}
	if len(b.programs)+len(b.cold) == 0 {
		return nil, errors.New("no programs given: see go doc ./ui/tui/bench")
	}
	b.typed, b.results, b.colds = fs.NArg(), make([]result, len(b.programs)), make([]coldResult, len(b.cold))
	return b, nil
}
