//go:build linux

package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

func main() {
	if err := load(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

// numbers is a flag of a list of numbers.
type numbers []int

func (n *numbers) String() string { return fmt.Sprint(*n) }

// Set reads "500,2000".
func (n *numbers) Set(s string) error {
	*n = nil
	for _, f := range strings.Split(s, ",") {
		v, err := strconv.Atoi(f)
		if err != nil || v <= 0 {
			return fmt.Errorf("%q: want numbers above zero", s)
		}
		*n = append(*n, v)
	}
	slices.Sort(*n)
	return nil
}

func load(args []string) error {
	o := options{counts: []int{500, 2000}}
	fs := flag.NewFlagSet("load", flag.ContinueOnError)
	fs.StringVar(&o.text, "shows", "", "`text` in one piece that only a full first frame holds (required)")
	fs.Var((*numbers)(&o.counts), "sessions", "`numbers` of sessions to measure, as 500,2000")
	fs.DurationVar(&o.idle, "idle", 10*time.Second, "how long to watch the sessions do nothing")
	fs.DurationVar(&o.typing, "typing", 30*time.Second, "how long they type")
	fs.DurationVar(&o.interval, "interval", 2*time.Second, "between two keys of a session")
	fs.IntVar(&o.opens, "opens", 2000, "how many sessions to open one after the other")
	fs.IntVar(&o.comings, "comings", 2000, "how many come and go in a round")
	fs.IntVar(&o.rounds, "rounds", 3, "of comings and goings; 0 for none")
	hostile := fs.Bool("attack", false, "do what strangers may do instead")
	only := fs.String("only", "", "with -attack: the kinds whose names contain this `text`")
	span := fs.Duration("span", 10*time.Second, "with -attack: how long each kind lasts")
	list := fs.Bool("list", false, "with -attack: say which kinds there are")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if *list {
		for _, a := range attacks() {
			fmt.Printf("%-28s %s\n", a.name, a.what)
		}
		return nil
	}
	var targets []target
	for _, a := range fs.Args() {
		t, err := parse(a)
		if err != nil {
			return err
		}
		targets = append(targets, t)
	}
	if len(targets) == 0 || o.text == "" {
		return errors.New("want -shows and a server at least: see go doc ./ui/sshd/load")
	}
	if *hostile {
		return siege(targets, o.text, *only, *span)
	}
	var results []result
	var wrong []error
	for _, t := range targets {
		r, err := t.measure(o)
		results, wrong = append(results, r), append(wrong, err)
	}
	report(results, o)
	return errors.Join(wrong...)
}
