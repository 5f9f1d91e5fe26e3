//go:build linux

package main

import (
	"fmt"
	"os/exec"
	"syscall"
	"time"
)

// result holds the figures of one program at a terminal.
type result struct {
	starts []time.Duration // until the last byte
	shown  []time.Duration // until the text of -shows
	first  []int           // bytes of the first frame
	usage  usage           // of starts
	phases []phaseResult   // none for a program without keys
	idle   float64         // share of a core
	rss    int
}

// phaseResult holds the figures of one program in one phase.
type phaseResult struct {
	latencies  []time.Duration
	bytes      []int
	cpu        time.Duration
	unanswered int // keys
}

// usage holds the figures that the system counted for processes that have ended.
type usage struct {
	cpu          []time.Duration // user and system
	minor, major []int           // page faults
}

// addTimes counts one more process.
func (u *usage) addTimes(cmd *exec.Cmd) {
	r := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	u.cpu = append(u.cpu, time.Duration(r.Utime.Nano()+r.Stime.Nano()))
	u.minor, u.major = append(u.minor, int(r.Minflt)), append(u.major, int(r.Majflt))
}

// measureStarts starts the programs in turn, and ends each when its first frame
// is complete. It does not count the first start, which fills the page cache.
func (b *bench) measureStarts() error {
	for i := range b.starts + 1 {
		for j, p := range b.programs {
			t, err := p.startIn(&b.size, b.env, b.shows)
			if err != nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
			n, last, ended := t.waitQuiet(t.started, 0, 150*time.Millisecond, b.patience)
			shown := t.timeShown()
			t.stop()
			switch {
			case ended || n == 0:
				return fmt.Errorf("%s: ended, or showed nothing", p.name)
			case shown.IsZero() && len(b.shows) > 0:
				return fmt.Errorf("%s: showed none of %q", p.name, b.shows)
			case i == 0:
				continue
			}
			r := &b.results[j]
			r.starts = append(r.starts, last.Sub(t.started))
			r.shown = append(r.shown, shown.Sub(t.started))
			r.first = append(r.first, n)
			r.usage.addTimes(t.cmd)
		}
	}
	return nil
}

// measureKeys runs all programs that get keys at once, sends each key to all of
// them in turn, and then leaves them idle.
func (b *bench) measureKeys() error {
	if b.typed == 0 {
		return nil
	}
	terms := make([]*terminal, b.typed)
	for i, p := range b.programs[:b.typed] {
		t, err := p.startIn(&b.size, b.env, nil)
		if err != nil {
			return err
		}
		defer t.stop()
		t.waitQuiet(t.started, 0, 300*time.Millisecond, b.patience)
		terms[i] = t
	}
	for _, ph := range b.phases {
		figures := make([]phaseResult, len(terms))
		for _, key := range ph.keys {
			for i, t := range terms {
				if err := figures[i].pressKey(t, key, b.silence, b.patience); err != nil {
					return fmt.Errorf("%s, %s: %w", b.programs[i].name, ph.name, err)
				}
			}
		}
		for i, f := range figures {
			b.results[i].phases = append(b.results[i].phases, f)
		}
	}
	before := make([]time.Duration, len(terms))
	for i, t := range terms {
		before[i] = t.cpuTime()
	}
	time.Sleep(b.idle)
	for i, t := range terms {
		b.results[i].idle = float64(t.cpuTime()-before[i]) / float64(max(b.idle, 1))
		b.results[i].rss = t.residentBytes()
	}
	return nil
}

// pressKey sends one key and waits until the answer is complete.
func (r *phaseResult) pressKey(t *terminal, key string, silence, patience time.Duration) error {
	before := t.written()
	cpu := t.cpuTime()
	start := time.Now()
	if _, err := t.master.WriteString(key); err != nil {
		return err
	}
	n, last, ended := t.waitQuiet(start, before, silence, patience)
	r.cpu += t.cpuTime() - cpu
	switch {
	case ended:
		return fmt.Errorf("ended at key %q", key)
	case n == before:
		r.unanswered++
	default:
		r.latencies = append(r.latencies, last.Sub(start))
		r.bytes = append(r.bytes, n-before)
	}
	return nil
}
