package sshd

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"
	gossh "golang.org/x/crypto/ssh"

	"voxatlas/ui/say"
	"voxatlas/ui/tui/screen"
)

// testPage is the browser of these tests: it shows the typed text, the size and
// the last notice. q quits, ctrl+u forgets the typed text, ! panics, $ panics while
// drawing, @ panics in a command, # shows another screen full of text.
type testPage struct {
	w, h    int
	typed   string
	notice  string
	resizes int
	fill    int
	bad     bool
}

type notice struct {
	why  string
	left time.Duration
}

func (p *testPage) Init() tea.Cmd  { return nil }
func (p *testPage) View() tea.View { return p.Frame().View() }

func (p *testPage) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	switch m := m.(type) {
	case tea.WindowSizeMsg:
		p.w, p.h = m.Width, m.Height
		p.resizes++
	case notice:
		p.notice = fmt.Sprintf("%s in %v", m.why, m.left)
	case tea.PasteMsg:
		p.typed = fmt.Sprintf("pasted %d", len(m.Content))
	case tea.KeyPressMsg:
		p.notice = ""
		switch m.String() {
		case "q", "ctrl+c":
			return p, tea.Quit
		case "!":
			panic("asked to")
		case "$":
			p.bad = true
		case "@":
			return p, func() tea.Msg { panic("asked to, beside the loop") }
		case "#":
			p.fill++
		case "ctrl+u":
			p.typed = ""
		default:
			p.typed += m.String()
		}
	}
	return p, nil
}

// resizeCounterHandler returns a handler that opens resizeCounters.
func resizeCounterHandler() Handler {
	return func(context.Context, Request) (*Browser, int) {
		return &Browser{Model: &resizeCounter{}, Profile: colorprofile.TrueColor}, 0
	}
}

// resizeCounter is a testPage that shows how often it was resized.
type resizeCounter struct{ testPage }

func (c *resizeCounter) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := c.testPage.Update(m)
	return c, cmd
}

func (c *resizeCounter) Frame() screen.Frame {
	f := c.testPage.Frame()
	f.Rects[0].Lines[2] = fmt.Sprintf("resizes %d ", c.resizes)
	return f
}

func (p *testPage) Frame() screen.Frame {
	if p.bad {
		panic("asked to, while drawing")
	}
	lines := []string{"typed " + p.typed, fmt.Sprintf("size %dx%d", p.w, p.h), p.notice}
	for y := range p.h - len(lines) {
		if p.fill > 0 {
			lines = append(lines, strings.Repeat(strconv.Itoa((p.fill+y)%10), p.w))
		}
	}
	return screen.Frame{W: p.w, H: p.h, Rects: []screen.Rect{{W: p.w, H: p.h, Lines: lines}}}
}

// testHandler answers with a testPage, or with a command that prints its request.
// The command big writes N bytes; panic panics.
func testHandler(_ context.Context, c Request) (*Browser, int) {
	if c.Terminal && (len(c.Args) == 0 || c.Args[0] == "browse") {
		return &Browser{Model: &testPage{}, Profile: colorprofile.TrueColor}, 0
	}
	switch {
	case len(c.Args) == 0:
		_, _ = fmt.Fprintln(c.Err, "usage")
		return nil, 2
	case c.Args[0] == "panic":
		panic("asked to, in the handler")
	case c.Args[0] == "big":
		n, _ := strconv.Atoi(c.Args[1])
		for ; n > 0; n -= 1000 {
			if _, err := c.Out.Write(bytes.Repeat([]byte("x"), 1000)); err != nil {
				return nil, 3
			}
		}
		return nil, 0
	}
	_, _ = fmt.Fprintf(c.Out, "%q %d %q\n", c.Args, c.Width, c.Environ)
	_, _ = fmt.Fprintln(c.Err, "talk")
	return nil, 1
}

// rig is a server in memory, its log, and the functions that stop it.
type rig struct {
	t        *testing.T
	server   *Server
	key      gossh.Signer
	log      *lockedBuffer
	listener *memListener
	stop     context.CancelFunc
	force    context.CancelFunc
	served   chan error
}

// lockedBuffer is a log that can be read while it is written.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(b)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// startServer starts a server in memory, with the default configuration as changed.
func startServer(t *testing.T, change func(*Config)) *rig {
	t.Helper()
	localizers := say.Localizers()
	_, secret, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	key, err := gossh.NewSignerFromKey(secret)
	if err != nil {
		t.Fatal(err)
	}
	r := &rig{t: t, key: key, log: &lockedBuffer{}, listener: newMemListener(), served: make(chan error, 1)}
	c := Config{
		HostKey: key, Limits: Defaults(), Drain: 10 * time.Second, Localizers: localizers, Log: slog.New(slog.NewTextHandler(r.log, nil)), Handler: testHandler,
		Notice: func(why string, left time.Duration) tea.Msg { return notice{why, left} },
	}
	if change != nil {
		change(&c)
	}
	if r.server, err = New(c); err != nil {
		t.Fatal(err)
	}
	var ctx, forceCtx context.Context
	ctx, r.stop = context.WithCancel(t.Context())
	forceCtx, r.force = context.WithCancel(t.Context())
	go func() { r.served <- r.server.Serve(ctx, forceCtx, r.listener) }()
	settle() // until it is ready
	return r
}

// stopAndCheck stops the server and wants all connections and sessions released.
func (r *rig) stopAndCheck() {
	r.t.Helper()
	r.stop()
	if err := <-r.served; err != nil {
		r.t.Errorf("serve: %v", err)
	}
	settle() // a connection without a session is not waited for
	if pending, sessions, cells := r.server.limiter.counts(); pending != 0 || sessions != 0 || cells != 0 {
		r.t.Errorf("left behind: %d pending, %d sessions, %d cells\n%s", pending, sessions, cells, r.log)
	}
}

// memListener is a listener in memory.
type memListener struct {
	conns  chan net.Conn
	closed chan struct{}
	once   sync.Once
}

func newMemListener() *memListener {
	return &memListener{conns: make(chan net.Conn), closed: make(chan struct{})}
}

func (l *memListener) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

func (l *memListener) Close() error {
	l.once.Do(func() { close(l.closed) })
	return nil
}

func (l *memListener) Addr() net.Addr { return address("192.0.2.1:22") }

// address is the client's address of a connection in memory.
type address string

func (address) Network() string  { return "tcp" }
func (a address) String() string { return string(a) }

// dial connects from an address.
func (r *rig) dial(from string) net.Conn {
	r.t.Helper()
	here, there := memPipe(address(from))
	select {
	case r.listener.conns <- there:
	case <-r.listener.closed:
		_ = here.Close()
	}
	return here
}

// client is an SSH client with a session and a terminal emulator.
type client struct {
	t       *testing.T
	conn    *gossh.Client
	session *gossh.Session
	in      io.WriteCloser
	mu      sync.Mutex
	screen  *vt.Emulator
	out     bytes.Buffer // all output
	err     bytes.Buffer
	banner  string
}

// connect makes an SSH connection over c.
func (r *rig) connect(c net.Conn, user string) (*client, error) {
	cl := &client{t: r.t, screen: vt.NewEmulator(120, 40)}
	sc, chans, reqs, err := gossh.NewClientConn(c, "voxatlas", &gossh.ClientConfig{
		User: user, HostKeyCallback: gossh.FixedHostKey(r.key.PublicKey()),
		BannerCallback: func(b string) error { cl.banner = b; return nil },
	})
	if err != nil {
		return nil, err
	}
	cl.conn = gossh.NewClient(sc, chans, reqs)
	return cl, nil
}

// newClient connects a client, with a session that has not started.
func (r *rig) newClient(user string) *client {
	r.t.Helper()
	cl, err := r.connect(r.dial("203.0.113.7:40000"), user)
	if err == nil {
		cl.session, err = cl.conn.NewSession()
	}
	if err == nil {
		cl.in, err = cl.session.StdinPipe()
	}
	if err != nil {
		r.t.Fatal(err)
	}
	go func() { _, _ = io.Copy(io.Discard, cl.screen) }() // the emulator's answers
	cl.session.Stdout, cl.session.Stderr = cl, &locked{cl, &cl.err}
	return cl
}

type locked struct {
	cl *client
	w  io.Writer
}

func (l *locked) Write(b []byte) (int, error) {
	l.cl.mu.Lock()
	defer l.cl.mu.Unlock()
	return l.w.Write(b)
}

// Write takes the server's output.
func (c *client) Write(b []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.out.Write(b)
	return c.screen.Write(b)
}

// browse starts the testPage on a terminal.
func (c *client) browse(w, h int) *client {
	c.t.Helper()
	c.screen.Resize(w, h)
	if err := errors.Join(c.session.RequestPty("xterm-256color", h, w, gossh.TerminalModes{}), c.session.Shell()); err != nil {
		c.t.Fatal(err)
	}
	return c
}

func (c *client) typeKeys(s string) {
	c.t.Helper()
	if _, err := io.WriteString(c.in, s); err != nil {
		c.t.Fatal(err)
	}
}

// screenText returns the text on the client's screen.
func (c *client) screenText() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.screen.String()
}

func (c *client) output() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.out.String()
}

func (c *client) errOutput() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err.String()
}

// wantScreen waits until all goroutines wait, and wants a text on the screen.
func (c *client) wantScreen(text string) {
	c.t.Helper()
	settle()
	if got := c.screenText(); !strings.Contains(got, text) {
		c.t.Errorf("the screen lacks %q:\n%s", text, got)
	}
}

// wantExit waits for the end of the session and wants an exit code.
func (c *client) wantExit(want int) {
	c.t.Helper()
	err := c.session.Wait()
	var exit *gossh.ExitError
	switch {
	case err == nil && want == 0:
	case errors.As(err, &exit) && exit.ExitStatus() == want:
	default:
		c.t.Errorf("session: %v, want exit code %d", err, want)
	}
}

func (c *client) disconnect() {
	_ = c.conn.Close()
	_ = c.screen.InputPipe().(io.Closer).Close() // its own Close is a race with its reader
}
