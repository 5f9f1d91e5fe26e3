package sshd

import (
	"math"
	"sync/atomic"
	"time"
)

// sessionDeadlines ends a session that is idle or lasts too long, after a warning.
type sessionDeadlines struct {
	started   time.Time
	lastInput atomic.Int64 // in nanoseconds after started
	idle      deadline
	session   deadline
}

// start starts both deadlines.
func (d *sessionDeadlines) start(s *session) {
	d.started = time.Now()
	l := s.server.config.Limits
	d.idle.start(l.IdleTimeout, func() time.Duration { return time.Since(d.started) - time.Duration(d.lastInput.Load()) }, s, idleTimeout)
	d.session.start(l.SessionTimeout, func() time.Duration { return time.Since(d.started) }, s, sessionTimeout)
}

// inputReceived restarts the idle time.
func (d *sessionDeadlines) inputReceived() { d.lastInput.Store(int64(time.Since(d.started))) }

// stop stops both deadlines.
func (d *sessionDeadlines) stop() {
	d.idle.timer.Stop()
	d.session.timer.Stop()
}

// deadline warns a session, then ends it, when a time has elapsed. Its timer fires
// when a warning or the end may be due, and is not reset for each key.
type deadline struct {
	total   time.Duration
	elapsed func() time.Duration
	session *session
	reason  endReason
	timer   *time.Timer
}

// start starts the timer of a deadline at which elapsed returns total or more.
func (d *deadline) start(total time.Duration, elapsed func() time.Duration, s *session, reason endReason) {
	d.total, d.elapsed, d.session, d.reason = total, elapsed, s, reason
	d.timer = stoppedTimer(d.fire)
	d.timer.Reset(total - d.warningTime())
}

// warningTime returns the time between the warning and the end.
func (d *deadline) warningTime() time.Duration { return min(warningTime, d.total/4) }

// fire ends or warns the session, if either is due, and sets the timer again.
func (d *deadline) fire() {
	switch left := d.total - d.elapsed(); {
	case left <= 0:
		d.session.end(d.reason)
	case left <= d.warningTime():
		d.session.warn(d.reason, left)
		d.timer.Reset(left)
	default:
		d.timer.Reset(left - d.warningTime())
	}
}

// stoppedTimer returns a timer that calls f only after a Reset. So f can use the
// timer without a race.
func stoppedTimer(f func()) *time.Timer { return time.AfterFunc(math.MaxInt64, f) }
