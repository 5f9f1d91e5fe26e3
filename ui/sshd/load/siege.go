//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"
)

// damage is what an attack did.
type damage struct {
	attack  string
	did     int64
	memory  int           // bytes that the server grew by, at most
	kept    int           // bytes that were left when all was over
	cpu     float64       // share of a core, without that for the other session
	before  *answers      // of the other session
	during  *answers      //
	gone    time.Duration // until files and goroutines were as before
	stays   bool          // they are not, within a minute
	over    bool          // the server has ended
	failure string
}

// siege attacks every target in every way, and says what came of it.
func siege(targets []target, text, only string, span time.Duration) error {
	var wrong []error
	for _, t := range targets {
		fmt.Printf("%s\n", t.name)
		w := newTable(os.Stdout)
		w.row("attack", "times", "memory", "kept", "CPU", "other session p50", "p99", "(before p50", "p99)", "lost keys", "gone after")
		for _, a := range attacks() {
			if !strings.Contains(a.name, only) {
				continue
			}
			fmt.Fprintf(os.Stderr, "%s  %s: %s\n", time.Now().Format("15:04:05"), t.name, a.name)
			d, err := t.suffer(a, text, span)
			if err != nil {
				return err
			}
			w.row(d.cells()...)
			if d.over {
				wrong = append(wrong, fmt.Errorf("%s: %s ended it: %s", t.name, a.name, d.failure))
			}
		}
		_ = w.w.Flush()
	}
	return errors.Join(wrong...)
}

// cells are the damage as a row of a table.
func (d damage) cells() []string {
	gone := fmt.Sprintf("%.1f s", d.gone.Seconds())
	switch {
	case d.over:
		gone = "THE SERVER ENDED"
	case d.stays:
		gone = "not within a minute"
	}
	return []string{
		d.attack, fmt.Sprint(d.did), mb(d.memory), mb(d.kept), percent(d.cpu),
		ms(rank(d.during.latency, 50)), ms(rank(d.during.latency, 99)), ms(rank(d.before.latency, 50)), ms(rank(d.before.latency, 99)),
		fmt.Sprint(d.during.silent + d.during.failed), gone,
	}
}

// suffer attacks a fresh server, beside a session that types ten keys a second.
func (t target) suffer(a attack, text string, span time.Duration) (damage, error) {
	d := damage{attack: a.name}
	s, err := t.start()
	if err != nil {
		return d, err
	}
	defer s.stop()
	p := process(s.cmd.Process.Pid)
	if _, _, failed := s.opens(20, text); failed > 0 {
		return d, fmt.Errorf("%s: %d of 20 sessions could not be opened: %s", t.name, failed, s.said.String())
	}
	other, err := s.open("127.2.0.1", text, s.config())
	if err != nil {
		return d, fmt.Errorf("%s: the other session: %w", t.name, err)
	}
	time.Sleep(2 * time.Second)
	types := func(span time.Duration) (*answers, float64) {
		cpu := p.cpu()
		list := typing([]*session{other}, 100*time.Millisecond, span)
		return list, float64(p.cpu()-cpu) / float64(span)
	}
	var usual, cpu float64
	d.before, usual = types(span / 2)
	files, goroutines, memory := p.files(), s.state().goroutines, p.resident()

	ctx, cancel := context.WithTimeout(context.Background(), span)
	defer cancel()
	bad := &attacker{server: s, text: text}
	attacked := make(chan struct{})
	go func() {
		defer close(attacked)
		a.do(ctx, bad)
	}()
	peak := make(chan int)
	go func() { peak <- p.highest(ctx) }()
	d.during, cpu = types(span)
	d.cpu, d.memory = max(cpu-usual, 0), <-peak-memory
	cancel()
	<-attacked
	d.did = bad.did.Load()
	begun := time.Now()
	for d.stays = true; d.stays && time.Since(begun) < time.Minute && s.alive(); time.Sleep(100 * time.Millisecond) {
		d.stays = p.files() > files || s.state().goroutines > goroutines
		d.gone = time.Since(begun)
	}
	d.kept, d.over, d.failure = p.resident()-memory, !s.alive(), s.said.String()
	return d, nil
}

// highest is the most resident memory that a process has until the end.
func (p process) highest(ctx context.Context) int {
	most := 0
	for ctx.Err() == nil {
		most = max(most, p.resident())
		rest(ctx, 50*time.Millisecond)
	}
	return most
}
