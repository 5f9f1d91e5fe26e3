//go:build linux

// Load measures SSH servers on loopback, one after the other:
//
//	load -shows 2023-01-26 'ours=voxatlas serve --listen 127.0.0.1:{port} --metrics 127.0.0.1:{metrics} ...'
//
//	name[:user]=command    {port} {metrics} {dir} stand for two free ports and a folder with the client's id.pub
//	the empty server       memory (PSS) and goroutines, which are subtracted below
//	500 and 2000 sessions  of 120x40, each with its complete first frame: memory, goroutines, CPU without keys
//	... typing             0.5 arrow keys a second each: key → last byte of the response, bytes, CPU, memory
//	new sessions           8 clients that connect, wait for the first frame and disconnect
//	comings and goings     3 × 2000 sessions that end in four ways; goroutines and live heap before and after,
//	                       once Go has collected garbage twice, which it does every two minutes by itself
//
// A frame is complete when the text of -shows has come. The response to a key is all
// output until 200 ms of silence, or the next key. Clients count bytes and read the
// clock; they run on the same machine, and figures of time hold their share. With
// -attack the tool attacks a fresh server in one way after the other, while another
// session types, until nothing is left of the attack. Goroutines and heap come from
// metrics in Prometheus's format, if there are any.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"time"
)

// options say how to measure or attack a server.
type options struct {
	text                       string        // that only a complete first frame holds
	sessions                   []int         // numbers of sessions to measure, ascending
	settle, idle, typing, span time.Duration // before a measurement; without keys; with keys; of an attack
	interval                   time.Duration // between two keys of a session
	opens, rounds              int           // sessions to open and leave; how often, for comings and goings
}

func main() {
	o := options{
		sessions: []int{500, 2000}, settle: 3 * time.Second, idle: 10 * time.Second, typing: 30 * time.Second, span: 10 * time.Second,
		interval: 2 * time.Second, opens: 2000, rounds: 3,
	}
	flag.StringVar(&o.text, "shows", "", "`text` in one piece that only a complete first frame holds (required)")
	attack := flag.Bool("attack", false, "attack the servers")
	flag.Parse()
	if err := run(flag.Args(), o, *attack); err != nil {
		log.Fatal(err)
	}
}

// run measures or attacks the servers and prints the figures.
func run(args []string, o options, attack bool) (failed error) {
	if len(args) == 0 || o.text == "" {
		return errors.New("want -shows and at least one server: see go doc ./ui/sshd/load")
	}
	for _, a := range args {
		t, err := parseTarget(a)
		if err == nil && attack {
			err = t.attack(os.Stdout, attacks(), o)
		} else if err == nil {
			var r result
			r, err = t.measure(o)
			r.printReport(os.Stdout, t.name, o)
		}
		failed = errors.Join(failed, err)
	}
	return failed
}

// printReport prints the figures of a server.
func (r result) printReport(out io.Writer, name string, o options) {
	row := func(name, format string, values ...any) {
		fmt.Fprintf(out, "%-36s"+format+"\n", append([]any{name}, values...)...) //nolint:errcheck // to the terminal
	}
	row("server", "%s", name)
	row("empty: memory", "%s", megabytes(r.emptyMemory))
	for i, l := range r.levels {
		latencies, bytes, lost := summary(l.keys)
		row(fmt.Sprint(o.sessions[i], " sessions: memory each, idle"), "%d kB", l.memory/1000)
		row("… after typing", "%d kB", l.typedMemory/1000)
		row("goroutines each", "%.2f", l.goroutines)
		row("idle CPU", "%.2f %%", 100*l.idleCPU)
		row("CPU per key", "%s", milliseconds(l.keyCPU))
		row("key → last byte p50 / p99", "%s", latencies)
		row("bytes per key", "%d", bytes)
		row("keys, lost", "%d, %d", len(l.keys), lost)
	}
	row("new sessions per second", "%.0f", r.opensPerSec)
	row("… CPU each", "%s", milliseconds(r.openCPU))
	row("… could not be opened", "%d", r.failedOpens)
	row("come and go: goroutines", "%d → %d", r.before.goroutines, r.after.goroutines)
	row("… live heap", "%s → %s", megabytes(r.before.heap), megabytes(r.after.heap))
}

func milliseconds(d time.Duration) string { return fmt.Sprintf("%.2f ms", float64(d)/1e6) }
func megabytes(bytes int) string          { return fmt.Sprintf("%.1f MB", float64(bytes)/1e6) }
