package sshd

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// metrics counts connections, sessions and bytes, for Prometheus.
type metrics struct {
	limiter                     *limiter // knows how many there are now
	connections, failed, panics counter
	received, sent              counter // bytes
	sessionTime                 counter // of all sessions that have ended, in nanoseconds

	mu      sync.Mutex
	labeled map[string]int64 // by name and labels, as in `x_total{why="y"}`
}

// counter is a figure that only grows. Its methods may be called from any goroutine.
type counter struct{ n atomic.Int64 }

func (c *counter) inc()       { c.n.Add(1) }
func (c *counter) add(n int)  { c.n.Add(int64(n)) }
func (c *counter) get() int64 { return c.n.Load() }

func newMetrics(l *limiter) *metrics {
	return &metrics{limiter: l, labeled: make(map[string]int64)}
}

// countRefusal counts a refused connection or session.
func (m *metrics) countRefusal(r admission) {
	m.countLabeled(fmt.Sprintf("voxatlas_ssh_refused_total{why=%q}", string(r)))
}

// countSession counts a session that has ended.
func (m *metrics) countSession(kind, end string, took time.Duration) {
	m.countLabeled(fmt.Sprintf("voxatlas_ssh_sessions_total{kind=%q,end=%q}", kind, end))
	m.sessionTime.add(int(took))
}

// countLabeled counts one for a name with labels.
func (m *metrics) countLabeled(name string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.labeled[name]++
}

// appendText appends the figures in Prometheus's text format: a name, a blank and a
// number each line, sorted by name.
func (m *metrics) appendText(b *strings.Builder) {
	pending, sessions, cells := m.limiter.counts()
	figures := map[string]float64{
		"voxatlas_ssh_pending_connections":     float64(pending),
		"voxatlas_ssh_sessions":                float64(sessions),
		"voxatlas_ssh_cells":                   float64(cells),
		"voxatlas_ssh_connections_total":       float64(m.connections.get()),
		"voxatlas_ssh_handshakes_failed_total": float64(m.failed.get()),
		"voxatlas_ssh_panics_total":            float64(m.panics.get()),
		"voxatlas_ssh_received_bytes_total":    float64(m.received.get()),
		"voxatlas_ssh_sent_bytes_total":        float64(m.sent.get()),
		"voxatlas_ssh_session_seconds_total":   time.Duration(m.sessionTime.get()).Seconds(),
	}
	m.mu.Lock()
	for name, n := range m.labeled {
		figures[name] = float64(n)
	}
	m.mu.Unlock()
	maps.Copy(figures, runtimeFigures())
	maps.Copy(figures, processFigures("/proc/self"))
	for _, name := range slices.Sorted(maps.Keys(figures)) {
		fmt.Fprintf(b, "%s %s\n", name, formatFigure(figures[name]))
	}
}
