package sshd

import (
	"fmt"
	"net/http"
	"time"

	vm "github.com/VictoriaMetrics/metrics"
)

// metrics are the figures of a server, in Prometheus's text format.
type metrics struct {
	set                         *vm.Set
	connections, failed, panics *vm.Counter
	received, sent              *vm.Counter      // bytes
	seconds                     *vm.FloatCounter // of all sessions that have ended
}

func newMetrics(g *gate) *metrics {
	set := vm.NewSet()
	gauge := func(name string, value func(pending, sessions, cells int) int) {
		set.NewGauge("voxatlas_ssh_"+name, func() float64 { return float64(value(g.count())) })
	}
	gauge("pending_connections", func(p, _, _ int) int { return p })
	gauge("sessions", func(_, s, _ int) int { return s })
	gauge("cells", func(_, _, c int) int { return c })
	return &metrics{
		set:         set,
		connections: set.NewCounter("voxatlas_ssh_connections_total"),
		failed:      set.NewCounter("voxatlas_ssh_handshakes_failed_total"),
		panics:      set.NewCounter("voxatlas_ssh_panics_total"),
		received:    set.NewCounter("voxatlas_ssh_received_bytes_total"),
		sent:        set.NewCounter("voxatlas_ssh_sent_bytes_total"),
		seconds:     set.NewFloatCounter("voxatlas_ssh_session_seconds_total"),
	}
}

// refused counts somebody who was not let in.
func (m *metrics) refused(r refusal) {
	m.set.GetOrCreateCounter(fmt.Sprintf("voxatlas_ssh_refused_total{why=%q}", string(r))).Inc()
}

// session counts a session that has ended.
func (m *metrics) session(kind, end string, took time.Duration) {
	m.set.GetOrCreateCounter(fmt.Sprintf("voxatlas_ssh_sessions_total{kind=%q,end=%q}", kind, end)).Inc()
	m.seconds.Add(took.Seconds())
}

// Status answers /metrics, /healthz (the process works) and /readyz (it lets
// people in: not before it listens, and not while it drains). It is for a
// listener that strangers do not reach.
func (s *Server) Status() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		s.metrics.set.WritePrometheus(w)
		vm.WriteProcessMetrics(w)
	})
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("ok\n")) })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, _ *http.Request) {
		if !s.ready.Load() {
			http.Error(w, "draining", http.StatusServiceUnavailable)
			return
		}
		_, _ = w.Write([]byte("ready\n"))
	})
	return mux
}
