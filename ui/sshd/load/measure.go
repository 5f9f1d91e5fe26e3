//go:build linux

package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"log"
	"math/rand/v2"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sys/unix"
)

// level holds the cost of a number of sessions.
type level struct {
	memory, typedMemory int // bytes per session: idle, and after typing
	goroutines          float64
	idleCPU             float64       // share of a core
	keyCPU              time.Duration // per key
	keys                []response
}

// result holds the figures of a server.
type result struct {
	levels        []level
	emptyMemory   int // bytes
	opensPerSec   float64
	openCPU       time.Duration // per session
	before, after runtimeState  // comings and goings
	failedOpens   int
}

// measure starts a server, measures it, and stops it.
func (t target) measure(o options) (r result, err error) {
	s, err := t.startServer()
	if err != nil {
		return r, err
	}
	defer s.stop()
	if s.openAndLeave(20, o.text, nil) > 0 { // also makes the server allocate the memory that it keeps
		return r, s.failure("sessions could not be opened")
	}
	time.Sleep(o.settle)
	empty := s.runtimeState()
	r.emptyMemory = s.memory()
	var clients []*client
	for _, n := range o.sessions {
		log.Printf("%s: %d sessions", t.name, n)
		if clients, err = s.addSessions(clients, n, o.text); err != nil {
			return r, err
		}
		r.levels = append(r.levels, s.measureLevel(clients, r.emptyMemory, empty.goroutines, o))
	}
	parallel(len(clients), len(clients), func(i int) { clients[i].leave(i) })
	time.Sleep(o.settle)
	log.Printf("%s: %d new sessions", t.name, o.opens)
	cpu, start := s.cpu(), time.Now()
	r.failedOpens = s.openAndLeave(o.opens, o.text, nil)
	r.opensPerSec = float64(o.opens-r.failedOpens) / time.Since(start).Seconds()
	r.openCPU = (s.cpu() - cpu) / time.Duration(o.opens)
	if empty.goroutines > 0 && o.rounds > 0 {
		log.Printf("%s: %d × %d come and go, slowly: garbage is collected before and after", t.name, o.rounds, o.opens)
		r.before, err = s.stateAfterGC()
		for range o.rounds {
			r.failedOpens += s.openAndLeave(o.opens, o.text, (*client).leave)
		}
		if err == nil {
			r.after, err = s.stateAfterGC()
		}
	}
	if !s.alive() {
		err = s.failure("the server has ended")
	}
	return r, err
}

// addSessions opens sessions, 8 at a time, until there are n.
func (s *server) addSessions(clients []*client, n int, text string) ([]*client, error) {
	more := make([]*client, n-len(clients))
	errs := make([]error, len(more))
	parallel(8, len(more), func(i int) { more[i], errs[i] = s.open(s.clientAddress(), text, 0) })
	if err := errors.Join(errs...); err != nil {
		return clients, s.failure("%d sessions: %w", n, err)
	}
	return append(clients, more...), nil
}

// openAndLeave opens n sessions, 8 at a time, leaves each, by a disconnect if leave is
// nil, and returns the number of those that could not be opened.
func (s *server) openAndLeave(n int, text string, leave func(*client, int)) int {
	var failed atomic.Int64
	parallel(8, n, func(i int) {
		c, err := s.open(s.clientAddress(), text, 0)
		switch {
		case err != nil:
			failed.Add(1)
		case leave != nil:
			leave(c, i)
		default:
			c.disconnect()
		}
	})
	return int(failed.Load())
}

// parallel calls do for 0 to n-1, in so many goroutines at a time.
func parallel(goroutines, n int, do func(i int)) {
	var all sync.WaitGroup
	slots := make(chan struct{}, goroutines)
	for i := range n {
		slots <- struct{}{}
		all.Go(func() {
			do(i)
			<-slots
		})
	}
	all.Wait()
}

// measureLevel measures the open sessions, idle and typing.
func (s *server) measureLevel(clients []*client, emptyMemory, emptyGoroutines int, o options) level {
	var l level
	time.Sleep(o.settle)
	cpu := s.cpu()
	time.Sleep(o.idle)
	l.idleCPU = float64(s.cpu()-cpu) / float64(o.idle)
	l.memory = (s.memory() - emptyMemory) / len(clients)
	l.goroutines = float64(s.runtimeState().goroutines-emptyGoroutines) / float64(len(clients))
	cpu = s.cpu()
	l.keys = typeKeys(clients, o.interval, o.typing)
	l.keyCPU = (s.cpu() - cpu) / time.Duration(max(len(l.keys), 1))
	l.typedMemory = (s.memory() - emptyMemory) / len(clients)
	return l
}

// response is the output after a key, and the time from the key to its last byte.
type response struct {
	latency time.Duration
	bytes   int // 0 if there was no output before the next key
}

// summary returns the 50th and the 99th percentile of the latencies, the mean number
// of bytes, and the number of keys without a response.
func summary(list []response) (percentiles string, bytes, lost int) {
	var l []time.Duration
	for _, a := range list {
		if bytes += a.bytes; a.bytes > 0 {
			l = append(l, a.latency)
		}
	}
	if len(l) == 0 {
		return "-", 0, len(list)
	}
	slices.Sort(l)
	return milliseconds(l[(len(l)-1)*50/100]) + " / " + milliseconds(l[(len(l)-1)*99/100]), bytes / len(l), len(list) - len(l)
}

// typeKeys has every session press arrow keys for a time, 50 down and 50 up, each
// half to three halves of the interval after the last one: sessions keep no step.
func typeKeys(clients []*client, interval, d time.Duration) []response {
	lists := make([][]response, len(clients))
	end := time.Now().Add(d)
	parallel(len(clients), len(clients), func(i int) {
		time.Sleep(rand.N(interval))
		var err error
		for n := 0; err == nil && time.Now().Before(end); n++ {
			err = clients[i].press([]string{"\x1b[B", "\x1b[A"}[n/50%2], interval/2+rand.N(interval), &lists[i])
		}
	})
	return slices.Concat(lists...)
}

// family returns the ids of a process and its descendants. It sees the children of
// main threads, as servers that fork have them.
func family(pid int) []int {
	list := []int{pid}
	children, _ := os.ReadFile(fmt.Sprintf("/proc/%d/task/%[1]d/children", pid))
	for f := range strings.FieldsSeq(string(children)) {
		child, _ := strconv.Atoi(f)
		list = append(list, family(child)...)
	}
	return list
}

// cpu returns the CPU time of the server's processes, and in steps of 10 ms that of children
// that have ended.
func (s *server) cpu() time.Duration {
	var total time.Duration
	for _, f := range family(s.cmd.Process.Pid) {
		var ts unix.Timespec
		if unix.ClockGettime(int32(^f)<<3|2, &ts) == nil { // the CPU clock of another process
			total += time.Duration(ts.Nano())
		}
	}
	stat, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.cmd.Process.Pid))
	if fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:])); len(fields) > 14 {
		user, _ := strconv.Atoi(fields[13])
		system, _ := strconv.Atoi(fields[14])
		total += time.Duration(user+system) * 10 * time.Millisecond
	}
	return total
}

// memory returns the resident memory of the server's processes in bytes. It counts memory that
// processes share once (PSS).
func (s *server) memory() (total int) {
	for _, f := range family(s.cmd.Process.Pid) {
		rollup, _ := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", f))
		_, pss, _ := strings.Cut(string(rollup), "\nPss:")
		kB, _, _ := strings.Cut(strings.TrimSpace(pss), " ")
		n, _ := strconv.Atoi(kB)
		total += n << 10
	}
	return total
}

// files returns the number of files and sockets that the server's first process has open.
func (s *server) files() int {
	list, _ := os.ReadDir(fmt.Sprintf("/proc/%d/fd", s.cmd.Process.Pid))
	return len(list)
}

// runtimeState holds figures of a server's Go runtime; the heap is in bytes.
type runtimeState struct{ goroutines, heap, collections int }

// runtimeState asks the server's metrics. It returns zeros if there are none.
func (s *server) runtimeState() runtimeState {
	client := &http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
	response, err := client.Get(s.metrics)
	if err != nil {
		return runtimeState{}
	}
	defer response.Body.Close() //nolint:errcheck // was only read
	values := map[string]int{}
	for lines := bufio.NewScanner(response.Body); lines.Scan(); {
		name, value, _ := strings.Cut(lines.Text(), " ")
		f, _ := strconv.ParseFloat(value, 64)
		values[name] = int(f)
	}
	return runtimeState{values["go_goroutines"], values["go_memstats_heap_alloc_bytes"], values["go_gc_duration_seconds_count"]}
}

// stateAfterGC returns the state once the server has collected its garbage twice,
// as objects with finalizers need.
func (s *server) stateAfterGC() (runtimeState, error) {
	before := s.runtimeState()
	for range 360 {
		time.Sleep(time.Second) // also for the collector to finish sweeping
		if now := s.runtimeState(); now.collections >= before.collections+2 {
			return now, nil
		}
	}
	return before, s.failure("garbage was not collected within six minutes")
}
