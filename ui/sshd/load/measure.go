//go:build linux

package main

import (
	"fmt"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// options are what every server is measured by.
type options struct {
	text         string
	counts       []int // of sessions, ascending
	idle, typing time.Duration
	interval     time.Duration // between two keys of a session
	opens        int
	comings      int
	rounds       int
}

// level is what a number of sessions costs.
type level struct {
	sessions      int
	memory, typed int // bytes per session: settled, and after typing
	goroutines    float64
	threads       int
	idle, busy    float64 // shares of a core, silent and typing
	perKey        time.Duration
	client        time.Duration // of ours, per key
	answers       *answers
}

// result is what was measured of a server.
type result struct {
	name        string
	empty       int // bytes
	levels      []level
	perSecond   float64
	each        []time.Duration
	openCPU     time.Duration // of the server, per session
	ourCPU      time.Duration // of the client
	failed      int
	came        bool // comings and goings were measured
	before      state
	after       state
	comingsFail int
}

// measure measures a server from its start to its end.
func (t target) measure(o options) (r result, err error) {
	say := func(what string) { fmt.Fprintf(os.Stderr, "%s  %s: %s\n", time.Now().Format("15:04:05"), t.name, what) }
	r.name = t.name
	s, err := t.start()
	if err != nil {
		return r, err
	}
	defer s.stop()
	p := process(s.cmd.Process.Pid)
	if _, _, failed := s.opens(20, o.text); failed > 0 { // what is made at the first call, is
		return r, fmt.Errorf("%s: %d of 20 sessions could not be opened: %s", t.name, failed, s.said.String())
	}
	time.Sleep(2 * time.Second)
	r.empty = p.memory()
	none := s.state()
	var sessions []*session
	for _, n := range o.counts {
		say(fmt.Sprintf("%d sessions", n))
		if sessions, err = s.crowd(sessions, n, o.text); err != nil {
			return r, err
		}
		r.levels = append(r.levels, s.level(p, sessions, none, r.empty, o))
	}
	for i, n := range sessions {
		n.leave(i)
	}
	time.Sleep(3 * time.Second)
	say(fmt.Sprintf("%d opens", o.opens))
	cpu, ours := p.cpu(), self()
	r.perSecond, r.each, r.failed = s.opens(o.opens, o.text)
	r.openCPU, r.ourCPU = (p.cpu()-cpu)/time.Duration(max(o.opens, 1)), (self()-ours)/time.Duration(max(o.opens, 1))
	if none.known && o.rounds > 0 {
		r.came = true
		say("garbage is collected before people come and go")
		r.before = s.collected()
		for i := range o.rounds {
			say(fmt.Sprintf("%d come and go, %d of %d", o.comings, i+1, o.rounds))
			r.comingsFail += s.comeAndGo(o.comings, o.text)
		}
		say("garbage is collected")
		r.after = s.collected()
	}
	if !s.alive() {
		return r, fmt.Errorf("%s: ended: %s", t.name, s.said.String())
	}
	return r, nil
}

// comeAndGo opens and leaves sessions in every way, and says how many could not
// be opened.
func (s *server) comeAndGo(n int, text string) int {
	failed := make(chan struct{}, n)
	s.hands(16, n, func(i int) {
		o, err := s.open(s.from.address(), text, s.config())
		if err != nil {
			failed <- struct{}{}
			return
		}
		o.leave(i)
	})
	return len(failed)
}

// level measures the open sessions, silent and typing.
func (s *server) level(p process, sessions []*session, none state, empty int, o options) level {
	l := level{sessions: len(sessions)}
	each := func(bytes int) int { return (bytes - empty) / len(sessions) }
	time.Sleep(3 * time.Second)
	cpu := p.cpu()
	time.Sleep(o.idle)
	l.idle = float64(p.cpu()-cpu) / float64(max(o.idle, 1))
	l.memory = each(p.memory())
	l.goroutines = float64(s.state().goroutines-none.goroutines) / float64(len(sessions))
	l.threads = p.threads()
	cpu = p.cpu()
	ours := self()
	begun := time.Now()
	l.answers = typing(sessions, o.interval, o.typing)
	used := p.cpu() - cpu
	keys := time.Duration(max(l.answers.keys(), 1))
	l.perKey, l.busy = used/keys, float64(used)/float64(time.Since(begun))
	l.client = (self() - ours) / keys
	l.typed = each(p.memory())
	return l
}

// self is the CPU time that this program has used.
func self() time.Duration {
	var ts unix.Timespec
	if unix.ClockGettime(unix.CLOCK_PROCESS_CPUTIME_ID, &ts) != nil {
		return 0
	}
	return time.Duration(ts.Nano())
}
