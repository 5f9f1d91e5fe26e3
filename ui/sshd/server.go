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

// Server accepts SSH connections and serves a session on each. Make one with [New].
type Server struct {
	config       Config
	limiter      *limiter
	ssh          *ssh.Server
	metrics      *metrics
	commandSlots chan struct{}  // holds an element for each command that runs
	rejectSlots  chan struct{}  // holds an element for each connection that is being rejected
	logLimiter   rate.Sometimes // of refusals
	ready        atomic.Bool

	mu       sync.Mutex
	sessions map[*session]struct{}
	drained  chan struct{} // closed when the last session ends; nil unless drain waits for it
}

// New returns a server that does not listen yet. The error names a limit that is
// not above zero.
func New(c Config) (*Server, error) {
	if err := c.Limits.check(); err != nil {
		return nil, err
	}
	s := &Server{
		config:       c,
		limiter:      newLimiter(c.Limits),
		commandSlots: make(chan struct{}, c.Limits.Commands),
		rejectSlots:  make(chan struct{}, 64),
		logLimiter:   rate.Sometimes{First: 10, Interval: time.Second},
		sessions:     map[*session]struct{}{},
	}
	s.metrics = newMetrics(s.limiter)
	s.ssh = &ssh.Server{
		Version:              strings.TrimPrefix(version, "SSH-2.0-"),
		Banner:               strings.ReplaceAll(s.inAllLanguages("banner"), "\n", "\r\n"),
		HostSigners:          []ssh.Signer{c.HostKey},
		ServerConfigCallback: func(ssh.Context) *gossh.ServerConfig { return algorithms() },
		ConnCallback:         s.admit,
		ConnectionFailedCallback: func(net.Conn, error) {
			s.metrics.failed.inc()
		},
		ChannelHandlers:   map[string]ssh.ChannelHandler{"session": s.handleChannel},
		RequestHandlers:   map[string]ssh.RequestHandler{},
		SubsystemHandlers: map[string]ssh.SubsystemHandler{},
	}
	return s, nil
}

// algorithms returns a configuration that allows modern algorithms only. Key
// exchange with curve25519 alone, which a quantum computer could break, is for
// older clients, such as OpenSSH before 9.9; ChaCha20-Poly1305 for small ones, such
// as Dropbear's. The latter is sound with strict key exchange, which the library
// asks for.
func algorithms() *gossh.ServerConfig {
	return &gossh.ServerConfig{Config: gossh.Config{
		KeyExchanges: []string{gossh.KeyExchangeMLKEM768X25519, gossh.KeyExchangeCurve25519},
		Ciphers:      []string{gossh.CipherAES256GCM, gossh.CipherAES128GCM, gossh.CipherChaCha20Poly1305, gossh.CipherAES256CTR, gossh.CipherAES192CTR, gossh.CipherAES128CTR},
		MACs:         []string{gossh.HMACSHA256ETM, gossh.HMACSHA512ETM},
	}}
}

// Listen opens a TCP listener on HOST:PORT, with the keep-alive of the limits.
func Listen(ctx context.Context, address string, l Limits) (net.Listener, error) {
	c := net.ListenConfig{KeepAliveConfig: net.KeepAliveConfig{Enable: true, Idle: l.KeepAlive, Interval: l.KeepAlive, Count: 4}}
	return c.Listen(ctx, "tcp", address)
}

// Serve serves the connections of a listener until ctx ends. Then it refuses new
// ones, warns the open sessions, waits for them for the time Config.Drain or until
// force ends, and ends the rest. It closes the listener. The error is nil unless
// the listener fails.
func (s *Server) Serve(ctx, force context.Context, l net.Listener) error {
	failed := make(chan error, 1)
	go func() { failed <- s.ssh.Serve(l) }()
	s.ready.Store(true)
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	s.drain(force)
	if err := <-failed; !errors.Is(err, ssh.ErrServerClosed) {
		return err
	}
	return nil
}

// drain stops the server: it refuses new connections, warns the open sessions, and
// ends those that are left after the drain time or when force ends.
func (s *Server) drain(force context.Context) {
	s.ready.Store(false)
	s.limiter.close()
	open := s.openSessions()
	s.config.Log.Info("draining", "sessions", len(open), "for", s.config.Drain)
	for _, o := range open {
		o.warn(serverStopping, s.config.Drain)
	}
	t := time.NewTimer(s.config.Drain)
	defer t.Stop()
	select {
	case <-s.noSessions():
	case <-force.Done():
	case <-t.C:
	}
	for _, o := range s.openSessions() {
		o.end(serverStopping)
	}
	t.Reset(2 * rejectGrace)
	select {
	case <-s.noSessions():
	case <-t.C:
	}
	_ = s.ssh.Close() // closes listeners; each session closes its own connection
	s.config.Log.Info("stopped")
}

// admit returns a limited connection if the limiter admits it; otherwise it sends
// the reason and returns nil.
func (s *Server) admit(ctx ssh.Context, c net.Conn) net.Conn {
	from := addressOf(c.RemoteAddr())
	s.metrics.connections.inc()
	if r := s.limiter.connOpened(from); r != admitted {
		s.recordRefusal(from, r)
		select {
		case s.rejectSlots <- struct{}{}:
			reject(c, s.config.Localizers[0].Text("ssh.refused."+string(r)))
			<-s.rejectSlots
		default: // too many at a time to send each a message
		}
		return nil
	}
	k := newConn(c, from, s.limiter, s.metrics)
	ctx.SetValue(connKey{}, k)
	return k
}

// connKey is the key of the conn in the context of a connection.
type connKey struct{}

// recordRefusal counts a refusal and logs it, unless there are too many to log.
func (s *Server) recordRefusal(from netip.Prefix, r admission) {
	s.metrics.countRefusal(r)
	s.logLimiter.Do(func() {
		s.config.Log.Info("refused", "address", s.loggedAddress(from), "why", string(r))
	})
}

// inAllLanguages returns the text of a key in every language, a line each.
func (s *Server) inAllLanguages(key string) string {
	var b strings.Builder
	for _, loc := range s.config.Localizers {
		b.WriteString(loc.Text("ssh."+key) + "\n")
	}
	return b.String()
}

// addSession registers a session. It must be removed with removeSession.
func (s *Server) addSession(o *session) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sessions[o] = struct{}{}
}

// removeSession removes a session that has ended.
func (s *Server) removeSession(o *session) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.sessions, o)
	if len(s.sessions) == 0 && s.drained != nil {
		close(s.drained)
		s.drained = nil
	}
}

// openSessions returns the sessions that have not ended.
func (s *Server) openSessions() []*session {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := make([]*session, 0, len(s.sessions))
	for o := range s.sessions {
		list = append(list, o)
	}
	return list
}

// noSessions returns a channel that is closed once there is no session.
func (s *Server) noSessions() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := make(chan struct{})
	if len(s.sessions) == 0 {
		close(c)
		return c
	}
	if s.drained == nil {
		s.drained = c
	}
	return s.drained
}
