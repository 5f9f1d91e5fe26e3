//go:build linux

package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// crowd opens sessions, some at a time, until there are n.
func (s *server) crowd(have []*session, n int, text string) ([]*session, error) {
	var mu sync.Mutex
	var first error
	s.hands(8, n-len(have), func(int) {
		o, err := s.open(s.from.address(), text, s.config())
		mu.Lock()
		defer mu.Unlock()
		if err != nil {
			if first == nil {
				first = err
			}
			return
		}
		have = append(have, o)
	})
	if first != nil {
		return have, fmt.Errorf("%s: session %d of %d: %w", s.name, len(have)+1, n, first)
	}
	return have, nil
}

// hands does n things, so many at a time.
func (s *server) hands(hands, n int, do func(i int)) {
	var next atomic.Int64
	var all sync.WaitGroup
	for range hands {
		all.Go(func() {
			for i := next.Add(1); i <= int64(n) && s.alive(); i = next.Add(1) {
				do(int(i))
			}
		})
	}
	all.Wait()
}

// leave ends a session in one of the ways that there are: by the program's own
// key, by its channel, by its connection, by the wire with a key on the way.
func (n *session) leave(way int) {
	switch way % 4 {
	case 0:
		_, _ = n.channel.Write([]byte("\x03")) // ctrl+c, which ends what is measured here
		select {
		case <-n.over:
		case <-time.After(5 * time.Second):
		}
	case 1:
		_ = n.channel.Close()
		select {
		case <-n.over:
		case <-time.After(5 * time.Second):
		}
	case 2:
		_ = n.ssh.Close()
	case 3:
		_, _ = n.channel.Write([]byte("\x1b[B"))
	}
	n.cut()
}

// opens is how many sessions a second can be opened and left, and how long one
// takes.
func (s *server) opens(n int, text string) (perSecond float64, each []time.Duration, failed int) {
	var mu sync.Mutex
	begun := time.Now()
	s.hands(8, n, func(int) {
		start := time.Now()
		o, err := s.open(s.from.address(), text, s.config())
		took := time.Since(start)
		mu.Lock()
		if err == nil {
			each = append(each, took)
		} else {
			failed++
		}
		mu.Unlock()
		if err == nil {
			o.cut()
		}
	})
	return float64(len(each)) / time.Since(begun).Seconds(), each, failed
}
