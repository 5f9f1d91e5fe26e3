//go:build linux

package main

import (
	"bufio"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// state is what a server says about itself.
type state struct {
	known       bool
	goroutines  int
	heap        int // bytes, garbage included
	collections int
}

// state asks the server's metrics. A server without any has a state that is not
// known.
func (s *server) state() state {
	if s.metrics == "" {
		return state{}
	}
	client := &http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
	answer, err := client.Get(s.metrics)
	if err != nil {
		return state{}
	}
	defer answer.Body.Close() //nolint:errcheck // was only read
	values := map[string]float64{}
	for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
		if name, value, ok := strings.Cut(lines.Text(), " "); ok {
			values[name], _ = strconv.ParseFloat(value, 64)
		}
	}
	return state{
		known:       values["go_goroutines"] > 0,
		goroutines:  int(values["go_goroutines"]),
		heap:        int(values["go_memstats_heap_alloc_bytes"]),
		collections: int(values["go_gc_duration_seconds_count"]),
	}
}

// collected is the state once the server has collected its garbage twice (what
// has a finalizer needs two), which Go does every two minutes when nothing else
// makes it.
func (s *server) collected() state {
	begun := s.state()
	if !begun.known {
		return begun
	}
	for deadline := time.Now().Add(6 * time.Minute); time.Now().Before(deadline); {
		if n := s.state(); n.collections >= begun.collections+2 {
			time.Sleep(time.Second) // sweeping goes on beside
			return s.state()
		}
		time.Sleep(2 * time.Second)
	}
	fmt.Println("    garbage was not collected within six minutes: the heap below holds some")
	return s.state()
}
