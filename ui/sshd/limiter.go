package sshd

import (
	"net"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// admission is the decision about a connection or session: admitted, or the reason
// of a refusal. A reason is also the last part of the key of its message in the
// catalogs, and a label in the metrics.
type admission string

const (
	admitted     admission = ""
	draining     admission = "draining"  // the server is about to stop
	sessionsFull admission = "full"      // Limits.Sessions are open
	addressFull  admission = "crowded"   // Limits.PerAddress connections are open from this address
	rateLimited  admission = "hasty"     // connections came too fast from this address
	pendingFull  admission = "unplaced"  // Limits.Pending connections have no session yet
	cellsFull    admission = "oversized" // the windows of all sessions together have too many cells
)

const (
	maxAddresses = 16 << 10 // that the limiter remembers
	minPruneAt   = 256      // it does not look for addresses to forget before
)

// limiter admits or refuses connections and sessions, and counts those that are
// open. Its methods may be called from any goroutine.
type limiter struct {
	limits Limits

	mu         sync.Mutex
	closed     bool
	pending    int // connections without a session
	sessions   int
	cells      int // of the windows of all sessions
	addresses  map[netip.Prefix]*addressState
	lastPruned time.Time
	pruneAt    int // number of addresses at which to forget some
}

// addressState holds the counts and rates of a client address.
type addressState struct {
	conns       int
	connRate    *rate.Limiter // of new connections
	outputRate  *rate.Limiter // of bytes sent, over all its connections
	commandSlot chan struct{} // holds an element while one of its commands runs
}

// newLimiter returns a limiter that has admitted nothing yet.
func newLimiter(limits Limits) *limiter {
	return &limiter{limits: limits, pruneAt: minPruneAt, addresses: map[netip.Prefix]*addressState{}}
}

// close makes the limiter refuse all connections and sessions from now on.
func (l *limiter) close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.closed = true
}

// connOpened admits or refuses a connection. Every admitted connection must be
// released with connClosed.
func (l *limiter) connOpened(from netip.Prefix) admission {
	l.mu.Lock()
	defer l.mu.Unlock()
	a := l.remember(from)
	switch {
	case l.closed:
		return draining
	case a == nil || l.pending >= l.limits.Pending:
		return pendingFull
	case !a.connRate.Allow():
		return rateLimited
	case a.conns >= l.limits.PerAddress:
		return addressFull
	}
	a.conns++
	l.pending++
	return admitted
}

// connClosed releases a connection. It is pending if it never had a session; a
// session is released with sessionClosed as well.
func (l *limiter) connClosed(from netip.Prefix, pending bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if pending {
		l.pending--
	}
	l.addresses[from].conns--
}

// sessionOpened admits or refuses a session with so many cells on a pending
// connection. Every admitted session must be released with sessionClosed.
func (l *limiter) sessionOpened(cells int) admission {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case l.closed:
		return draining
	case l.sessions >= l.limits.Sessions:
		return sessionsFull
	case l.cells+cells > l.limits.Cells:
		return cellsFull
	}
	l.pending--
	l.sessions++
	l.cells += cells
	return admitted
}

// resize changes the cells of a session, unless all sessions together would have
// too many, and reports whether it did.
func (l *limiter) resize(was, now int) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if now > was && l.cells+now-was > l.limits.Cells {
		return false
	}
	l.cells += now - was
	return true
}

// sessionClosed releases a session with so many cells. Its connection must still
// be released.
func (l *limiter) sessionClosed(cells int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sessions--
	l.cells -= cells
}

// counts returns the number of connections without a session, of sessions, and of
// their cells.
func (l *limiter) counts() (pending, sessions, cells int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.pending, l.sessions, l.cells
}

// remember returns the state of an address, a new one if there is none yet, or nil
// if the limiter can remember no more addresses. The caller holds the lock.
func (l *limiter) remember(from netip.Prefix) *addressState {
	if a := l.addresses[from]; a != nil {
		return a
	}
	if len(l.addresses) >= l.pruneAt {
		l.prune(time.Now())
	}
	if len(l.addresses) >= maxAddresses {
		return nil
	}
	a := &addressState{
		connRate:    rate.NewLimiter(rate.Limit(l.limits.ConnRate), l.limits.ConnRate*connBurst),
		outputRate:  rate.NewLimiter(rate.Limit(l.limits.OutputRate), l.limits.OutputRate*byteBurst),
		commandSlot: make(chan struct{}, 1),
	}
	l.addresses[from] = a
	return a
}

// prune forgets the addresses without connections that are allowed as much as a new
// address is. It does so once a second at most.
func (l *limiter) prune(now time.Time) {
	if now.Sub(l.lastPruned) < time.Second {
		return
	}
	l.lastPruned = now
	for from, a := range l.addresses {
		if a.conns == 0 && refilled(a.connRate, now) && refilled(a.outputRate, now) {
			delete(l.addresses, from)
		}
	}
	l.pruneAt = min(max(2*len(l.addresses), minPruneAt), maxAddresses)
}

// refilled reports whether a rate allows a full burst, as a new one does.
func refilled(l *rate.Limiter, now time.Time) bool { return l.TokensAt(now) >= float64(l.Burst()) }

// state returns the state of an address that has an admitted connection.
func (l *limiter) state(from netip.Prefix) *addressState {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.addresses[from]
}

// addressOf returns the address or network that the limits count as one client: an
// IPv4 address, or an IPv6 network of 64 bits. It returns the zero Prefix for
// anything else, so that all such connections count as one client.
func addressOf(a net.Addr) netip.Prefix {
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
