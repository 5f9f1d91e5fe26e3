package sshd

import (
	"fmt"
	"time"

	vm "github.com/VictoriaMetrics/metrics"
)

// metrics counts connections, sessions and bytes, for Prometheus.
type metrics struct {
	set                         *vm.Set
	connections, failed, panics *vm.Counter
	received, sent              *vm.Counter      // bytes
	sessionSeconds              *vm.FloatCounter // of all sessions that have ended
}

// newMetrics returns metrics in a set of their own, with gauges that ask the limiter.
func newMetrics(l *limiter) *metrics {
	set := vm.NewSet()
	gauge := func(name string, value func(pending, sessions, cells int) int) {
		set.NewGauge("voxatlas_ssh_"+name, func() float64 { return float64(value(l.counts())) })
	}
	gauge("pending_connections", func(p, _, _ int) int { return p })
	gauge("sessions", func(_, s, _ int) int { return s })
	gauge("cells", func(_, _, c int) int { return c })
	return &metrics{
		set:            set,
		connections:    set.NewCounter("voxatlas_ssh_connections_total"),
		failed:         set.NewCounter("voxatlas_ssh_handshakes_failed_total"),
		panics:         set.NewCounter("voxatlas_ssh_panics_total"),
		received:       set.NewCounter("voxatlas_ssh_received_bytes_total"),
		sent:           set.NewCounter("voxatlas_ssh_sent_bytes_total"),
		sessionSeconds: set.NewFloatCounter("voxatlas_ssh_session_seconds_total"),
	}
}

// countRefusal counts a refused connection or session.
func (m *metrics) countRefusal(r admission) {
	m.set.GetOrCreateCounter(fmt.Sprintf("voxatlas_ssh_refused_total{why=%q}", string(r))).Inc()
}

// countSession counts a session that has ended.
func (m *metrics) countSession(kind, end string, took time.Duration) {
	m.set.GetOrCreateCounter(fmt.Sprintf("voxatlas_ssh_sessions_total{kind=%q,end=%q}", kind, end)).Inc()
	m.sessionSeconds.Add(took.Seconds())
}
