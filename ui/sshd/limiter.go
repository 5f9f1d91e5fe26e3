package sshd

import (
	"net"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// A refusal is why somebody is not let in; empty for those who are. It is also
// the last part of the key of its words in the catalogs and a label in the
// metrics.
type refusal string

const (
	welcome   refusal = ""
	draining  refusal = "draining"  // the server is about to stop
	full      refusal = "full"      // all sessions are taken
	crowded   refusal = "crowded"   // this address has as many connections as it may
	hasty     refusal = "hasty"     // connections came too fast from this address
	unplaced  refusal = "unplaced"  // too many connections that have no session yet
	oversized refusal = "oversized" // the windows of all sessions are too large together
)

// maxPlaces is how many addresses the gate remembers, and fewPlaces how many it
// remembers without asking whether it must.
const (
	maxPlaces = 16 << 10
	fewPlaces = 256
)

// A gate counts who is in. Its methods may be called from any goroutine.
type gate struct {
	limits Limits

	mu       sync.Mutex
	shut     bool
	pending  int
	sessions int
	cells    int
	places   map[netip.Prefix]*place
	pruned   time.Time
	many     int // places, at which the gate looks whom it may forget
}

// place is an address as the gate remembers it.
type place struct {
	conns  int
	rate   *rate.Limiter
	output *rate.Limiter // bytes that are sent to it
	turn   chan struct{} // of one of its commands
}

func newGate(l Limits) *gate {
	return &gate{limits: l, many: fewPlaces, places: map[netip.Prefix]*place{}}
}

// close lets nobody in any more.
func (g *gate) close() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.shut = true
}

// enter counts a connection in. Whoever is welcome must leave.
func (g *gate) enter(from netip.Prefix) refusal {
	g.mu.Lock()
	defer g.mu.Unlock()
	p := g.place(from)
	switch {
	case g.shut:
		return draining
	case p == nil || g.pending >= g.limits.Pending:
		return unplaced
	case !p.rate.Allow():
		return hasty
	case p.conns >= g.limits.PerAddress:
		return crowded
	}
	p.conns++
	g.pending++
	return welcome
}

// leave counts a connection out that has no session, or none any more.
func (g *gate) leave(from netip.Prefix, pending bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if pending {
		g.pending--
	}
	g.places[from].conns--
}

// open turns a pending connection into a session with so many cells.
func (g *gate) open(cells int) refusal {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch {
	case g.shut:
		return draining
	case g.sessions >= g.limits.Sessions:
		return full
	case g.cells+cells > g.limits.Cells:
		return oversized
	}
	g.pending--
	g.sessions++
	g.cells += cells
	return welcome
}

// resize changes the cells of a session, and reports whether there is room.
func (g *gate) resize(was, now int) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if now > was && g.cells+now-was > g.limits.Cells {
		return false
	}
	g.cells += now - was
	return true
}

// end ends a session with so many cells. Its connection has still to leave.
func (g *gate) end(cells int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.sessions--
	g.cells -= cells
}

// count says how many connections wait for a session, how many sessions there
// are, and how many cells they have.
func (g *gate) count() (pending, sessions, cells int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.pending, g.sessions, g.cells
}

// place is what the gate remembers of an address, nil when it can remember no
// more.
func (g *gate) place(from netip.Prefix) *place {
	if p := g.places[from]; p != nil {
		return p
	}
	if len(g.places) >= g.many {
		g.prune(time.Now())
	}
	if len(g.places) >= maxPlaces {
		return nil
	}
	p := &place{
		rate:   rate.NewLimiter(rate.Limit(g.limits.Rate), g.limits.Rate*burstOfRate),
		output: rate.NewLimiter(rate.Limit(g.limits.OutputRate), g.limits.OutputRate*burstOfBytes),
		turn:   make(chan struct{}, 1),
	}
	g.places[from] = p
	return p
}

// prune forgets the addresses that nobody is in from, and that have waited long
// enough to be treated as new. It looks at them once a second at most.
func (g *gate) prune(now time.Time) {
	if now.Sub(g.pruned) < time.Second {
		return
	}
	g.pruned = now
	for from, p := range g.places {
		if p.conns == 0 && rested(p.rate, now) && rested(p.output, now) {
			delete(g.places, from)
		}
	}
	g.many = min(max(2*len(g.places), fewPlaces), maxPlaces)
}

// rested reports whether a limiter is as if it were new.
func rested(l *rate.Limiter, now time.Time) bool { return l.TokensAt(now) >= float64(l.Burst()) }

// at is the place of an address that somebody is in from.
func (g *gate) at(from netip.Prefix) *place {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.places[from]
}

// origin is what counts as one address: an IPv4 address, an IPv6 network of 64
// bits. Everything that has no such address counts as one.
func origin(a net.Addr) netip.Prefix {
	ap, err := netip.ParseAddrPort(a.String())
	if err != nil {
		return netip.Prefix{}
	}
	ip, bits := ap.Addr().Unmap().WithZone(""), 64
	if ip.Is4() {
		bits = 32
	}
	p, _ := ip.Prefix(bits) // fails for a wrong number of bits only
	return p
}
