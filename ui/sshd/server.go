package sshd

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
	"golang.org/x/time/rate"
)

// A Server serves strangers. Make one with [New].
type Server struct {
	config   Config
	gate     *gate
	ssh      *ssh.Server
	metrics  *metrics
	commands chan struct{} // a place for each command that runs
	partings chan struct{} // the same for those who are turned away
	seldom   rate.Sometimes
	ready    atomic.Bool

	mu     sync.Mutex
	visits map[*visit]struct{}
	idle   chan struct{} // closed when the last visit ends while draining
}

// New is a server that listens nowhere yet. The error names a limit that is not
// above zero.
func New(c Config) (*Server, error) {
	if err := c.Limits.check(); err != nil {
		return nil, err
	}
	s := &Server{
		config:   c,
		gate:     newGate(c.Limits),
		commands: make(chan struct{}, c.Limits.Commands),
		partings: make(chan struct{}, 64),
		seldom:   rate.Sometimes{First: 10, Interval: time.Second},
		visits:   map[*visit]struct{}{},
	}
	s.metrics = newMetrics(s.gate)
	s.ssh = &ssh.Server{
		Version:              strings.TrimPrefix(version, "SSH-2.0-"),
		Banner:               strings.ReplaceAll(s.words("banner"), "\n", "\r\n"),
		HostSigners:          []ssh.Signer{c.HostKey},
		ServerConfigCallback: func(ssh.Context) *gossh.ServerConfig { return algorithms() },
		ConnCallback:         s.admit,
		ConnectionFailedCallback: func(net.Conn, error) {
			s.metrics.failed.Inc()
		},
		ChannelHandlers:   map[string]ssh.ChannelHandler{"session": s.channel},
		RequestHandlers:   map[string]ssh.RequestHandler{},
		SubsystemHandlers: map[string]ssh.SubsystemHandler{},
	}
	return s, nil
}

// algorithms are modern ones only. Key exchange with curve25519 alone, which a
// quantum computer could break, is for older clients, such as OpenSSH before 9.9;
// ChaCha20-Poly1305 for small ones, such as Dropbear's. The latter is sound with
// strict key exchange, which the library asks for.
func algorithms() *gossh.ServerConfig {
	return &gossh.ServerConfig{Config: gossh.Config{
		KeyExchanges: []string{gossh.KeyExchangeMLKEM768X25519, gossh.KeyExchangeCurve25519},
		Ciphers:      []string{gossh.CipherAES256GCM, gossh.CipherAES128GCM, gossh.CipherChaCha20Poly1305, gossh.CipherAES256CTR, gossh.CipherAES192CTR, gossh.CipherAES128CTR},
		MACs:         []string{gossh.HMACSHA256ETM, gossh.HMACSHA512ETM},
	}}
}

// Listen listens on a TCP address, HOST:PORT, with the keep-alive of the limits.
func Listen(ctx context.Context, address string, l Limits) (net.Listener, error) {
	c := net.ListenConfig{KeepAliveConfig: net.KeepAliveConfig{Enable: true, Idle: l.KeepAlive, Interval: l.KeepAlive, Count: 4}}
	return c.Listen(ctx, "tcp", address)
}

// Serve serves the connections of a listener until ctx ends. Then it lets nobody
// in, tells the open sessions, waits for them to end, for as long as the
// configuration says or until hurry ends, and ends those that are left. The error
// is nil unless the listener fails.
func (s *Server) Serve(ctx, hurry context.Context, l net.Listener) error {
	failed := make(chan error, 1)
	go func() { failed <- s.ssh.Serve(l) }()
	s.ready.Store(true)
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	s.drain(hurry)
	if err := <-failed; !errors.Is(err, ssh.ErrServerClosed) {
		return err
	}
	return nil
}

// drain ends the server, politely at first.
func (s *Server) drain(hurry context.Context) {
	s.ready.Store(false)
	s.gate.close()
	open := s.all()
	s.config.Log.Info("draining", "sessions", len(open), "for", s.config.Drain)
	for _, v := range open {
		v.warn(stopped, s.config.Drain)
	}
	t := time.NewTimer(s.config.Drain)
	defer t.Stop()
	select {
	case <-s.empty():
	case <-hurry.Done():
	case <-t.C:
	}
	for _, v := range s.all() {
		v.end(stopped)
	}
	t.Reset(2 * linger)
	select {
	case <-s.empty():
	case <-t.C:
	}
	_ = s.ssh.Close() // of listeners; connections are closed by those who had them
	s.config.Log.Info("stopped")
}

// admit lets a connection in, or turns it away.
func (s *Server) admit(ctx ssh.Context, c net.Conn) net.Conn {
	from := origin(c.RemoteAddr())
	s.metrics.connections.Inc()
	if r := s.gate.enter(from); r != welcome {
		s.turnedAway(from, r)
		select {
		case s.partings <- struct{}{}:
			turnAway(c, s.config.Localizers[0].Text("ssh.refused."+string(r)))
			<-s.partings
		default: // too many to be polite to each
		}
		return nil
	}
	k := newConn(c, from, s.gate, s.metrics)
	ctx.SetValue(connKey{}, k)
	return k
}

// connKey is the key of the conn in the context of a connection.
type connKey struct{}

// turnedAway counts a refusal and logs it, unless there are too many to log.
func (s *Server) turnedAway(from netip.Prefix, r refusal) {
	s.metrics.refused(r)
	s.seldom.Do(func() {
		s.config.Log.Info("refused", "address", s.address(from), "why", string(r))
	})
}

// words are a text in every language, a line each.
func (s *Server) words(key string) string {
	var b strings.Builder
	for _, loc := range s.config.Localizers {
		b.WriteString(loc.Text("ssh."+key) + "\n")
	}
	return b.String()
}

// seen says that a visit has begun, or ended.
func (s *Server) seen(v *visit, begun bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if begun {
		s.visits[v] = struct{}{}
		return
	}
	delete(s.visits, v)
	if len(s.visits) == 0 && s.idle != nil {
		close(s.idle)
		s.idle = nil
	}
}

// all are the open visits.
func (s *Server) all() []*visit {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := make([]*visit, 0, len(s.visits))
	for v := range s.visits {
		list = append(list, v)
	}
	return list
}

// empty is closed when there is no visit.
func (s *Server) empty() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := make(chan struct{})
	if len(s.visits) == 0 {
		close(c)
		return c
	}
	if s.idle == nil {
		s.idle = c
	}
	return s.idle
}
