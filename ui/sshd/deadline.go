package sshd

import (
	"math"
	"sync/atomic"
	"time"
)

// A clock ends a visit that is idle or long, after a warning.
type clock struct {
	begun   time.Time
	touched atomic.Int64 // when somebody typed, in nanoseconds after begun
	idle    countdown
	late    countdown
}

// start starts both countdowns.
func (c *clock) start(v *visit) {
	c.begun = time.Now()
	l := v.server.config.Limits
	c.idle.start(l.Idle, func() time.Duration { return time.Since(c.begun) - time.Duration(c.touched.Load()) }, v, idle)
	c.late.start(l.Session, func() time.Duration { return time.Since(c.begun) }, v, late)
}

// touch says that somebody typed.
func (c *clock) touch() { c.touched.Store(int64(time.Since(c.begun))) }

// stop stops both countdowns.
func (c *clock) stop() {
	c.idle.timer.Stop()
	c.late.timer.Stop()
}

// A countdown ends a visit when so much time has passed, and warns before. It
// looks at the time when something is due, not whenever somebody types.
type countdown struct {
	total  time.Duration
	passed func() time.Duration
	visit  *visit
	why    ending
	timer  *time.Timer
}

func (c *countdown) start(total time.Duration, passed func() time.Duration, v *visit, why ending) {
	c.total, c.passed, c.visit, c.why = total, passed, v, why
	c.timer = never(c.tick)
	c.timer.Reset(total - c.notice())
}

// notice is for how long before the end one is warned.
func (c *countdown) notice() time.Duration { return min(warning, c.total/4) }

func (c *countdown) tick() {
	switch left := c.total - c.passed(); {
	case left <= 0:
		c.visit.end(c.why)
	case left <= c.notice():
		c.visit.warn(c.why, left)
		c.timer.Reset(left)
	default:
		c.timer.Reset(left - c.notice())
	}
}

// never is a timer that runs f once it is reset. To have it before it may run
// lets f use it.
func never(f func()) *time.Timer { return time.AfterFunc(math.MaxInt64, f) }
