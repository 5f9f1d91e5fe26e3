//go:build linux

package main

import (
	"math/rand/v2"
	"sync"
	"time"
)

// answers are what keys were answered with.
type answers struct {
	mu      sync.Mutex
	latency []time.Duration
	bytes   []int
	silent  int // keys without an answer before the next one
	failed  int // sessions that had ended
}

func (a *answers) add(after time.Duration, bytes int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if bytes == 0 {
		a.silent++
		return
	}
	a.latency, a.bytes = append(a.latency, after), append(a.bytes, bytes)
}

func (a *answers) fail() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.failed++
}

// keys are how many were sent.
func (a *answers) keys() int { return len(a.latency) + a.silent }

// typing has every session press arrow keys for a while, 50 down and 50 up, each
// half to three halves of the interval after the last one, so that no two
// sessions keep step.
func typing(sessions []*session, interval, d time.Duration) *answers {
	a := &answers{}
	var all sync.WaitGroup
	end := time.Now().Add(d)
	for _, n := range sessions {
		all.Go(func() {
			time.Sleep(rand.N(interval))
			for i := 0; time.Now().Before(end); i++ {
				if n.press(arrow(i)) != nil {
					a.fail()
					return
				}
				time.Sleep(interval/2 + rand.N(interval))
				a.add(n.answer())
			}
		})
	}
	all.Wait()
	return a
}

// arrow is the i-th key.
func arrow(i int) string {
	if i/50%2 == 1 {
		return "\x1b[A"
	}
	return "\x1b[B"
}
