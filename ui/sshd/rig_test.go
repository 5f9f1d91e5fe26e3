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

// page is the browser of these tests: it shows what was typed, the size and the
// last notice. q quits, ctrl+u
// forgets what was typed, ! panics, @ panics in a command, # shows another screen
// full of text.
type page struct {
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

func (p *page) Init() tea.Cmd  { return nil }
func (p *page) View() tea.View { return p.Frame().View() }

func (p *page) Update(m tea.Msg) (tea.Model, tea.Cmd) {
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

// counting is a door to pages that show how often they were resized.
func counting() Door {
	return func(context.Context, Call) (*Browser, int) {
		return &Browser{&counter{}, colorprofile.TrueColor}, 0
	}
}

type counter struct{ page }

func (c *counter) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := c.page.Update(m)
	return c, cmd
}

func (c *counter) Frame() screen.Frame {
	f := c.page.Frame()
	f.Rects[0].Lines[2] = fmt.Sprintf("resizes %d ", c.resizes)
	return f
}

func (p *page) Frame() screen.Frame {
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

// door is what is behind the door in these tests: the page, or a command that
// says what it was told. The command big writes N bytes; panic panics.
func door(_ context.Context, c Call) (*Browser, int) {
	if c.Terminal && (len(c.Args) == 0 || c.Args[0] == "browse") {
		return &Browser{&page{}, colorprofile.TrueColor}, 0
	}
	switch {
	case len(c.Args) == 0:
		_, _ = fmt.Fprintln(c.Err, "usage")
		return nil, 2
	case c.Args[0] == "panic":
		panic("asked to, at the door")
	case c.Args[0] == "big":
		n, _ := strconv.Atoi(c.Args[1])
		for ; n > 0; n -= 1000 {
			if _, err := c.Out.Write(bytes.Repeat([]byte("x"), 1000)); err != nil {
				return nil, 3
			}
		}
		return nil, 0
	}
	_, _ = fmt.Fprintf(c.Out, "%q %s %d %q\n", c.Args, c.Lang, c.Width, c.Environ)
	_, _ = fmt.Fprintln(c.Err, "talk")
	return nil, 1
}

// a rig is a server and what it says about itself.
type rig struct {
	t      *testing.T
	server *Server
	key    gossh.Signer
	log    *logged
	hall   *hall
	stop   context.CancelFunc
	hurry  context.CancelFunc
	served chan error
}

// logged is a log that can be read meanwhile.
type logged struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logged) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(b)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// serving is a server in memory, with the default limits as changed.
func serving(t *testing.T, change func(*Config)) *rig {
	t.Helper()
	localizers, err := say.Localizers()
	if err != nil {
		t.Fatal(err)
	}
	_, secret, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	key, err := gossh.NewSignerFromKey(secret)
	if err != nil {
		t.Fatal(err)
	}
	r := &rig{t: t, key: key, log: &logged{}, hall: newHall(), served: make(chan error, 1)}
	c := Config{
		HostKey: key, Limits: Defaults(), Drain: 10 * time.Second, Localizers: localizers, Log: slog.New(slog.NewTextHandler(r.log, nil)), Open: door,
		Notice: func(why string, left time.Duration) tea.Msg { return notice{why, left} },
	}
	if change != nil {
		change(&c)
	}
	if r.server, err = New(c); err != nil {
		t.Fatal(err)
	}
	var ctx, hurry context.Context
	ctx, r.stop = context.WithCancel(t.Context())
	hurry, r.hurry = context.WithCancel(t.Context())
	go func() { r.served <- r.server.Serve(ctx, hurry, r.hall) }()
	return r
}

// end stops the server and wants it to be gone.
func (r *rig) end() {
	r.t.Helper()
	r.stop()
	if err := <-r.served; err != nil {
		r.t.Errorf("serve: %v", err)
	}
	settle() // a connection without a session is not waited for
	if pending, sessions, cells := r.server.gate.count(); pending != 0 || sessions != 0 || cells != 0 {
		r.t.Errorf("left behind: %d pending, %d sessions, %d cells\n%s", pending, sessions, cells, r.log)
	}
}

// hall is a listener in memory.
type hall struct {
	conns  chan net.Conn
	closed chan struct{}
	once   sync.Once
}

func newHall() *hall { return &hall{conns: make(chan net.Conn), closed: make(chan struct{})} }

func (h *hall) Accept() (net.Conn, error) {
	select {
	case c := <-h.conns:
		return c, nil
	case <-h.closed:
		return nil, net.ErrClosed
	}
}

func (h *hall) Close() error {
	h.once.Do(func() { close(h.closed) })
	return nil
}

func (h *hall) Addr() net.Addr { return address("192.0.2.1:22") }

// address is where a connection in memory comes from.
type address string

func (address) Network() string  { return "tcp" }
func (a address) String() string { return string(a) }

// knock connects from an address.
func (r *rig) knock(from string) net.Conn {
	r.t.Helper()
	here, there := wires(address(from))
	select {
	case r.hall.conns <- there:
	case <-r.hall.closed:
		_ = here.Close()
	}
	return here
}

// a guest is a client with a session.
type guest struct {
	t       *testing.T
	client  *gossh.Client
	session *gossh.Session
	in      io.WriteCloser
	mu      sync.Mutex
	screen  *vt.Emulator
	out     bytes.Buffer // all that was sent
	err     bytes.Buffer
	banner  string
}

// connect makes an SSH connection over c.
func (r *rig) connect(c net.Conn, user string) (*guest, error) {
	g := &guest{t: r.t, screen: vt.NewEmulator(120, 40)}
	sc, chans, reqs, err := gossh.NewClientConn(c, "voxatlas", &gossh.ClientConfig{
		User: user, HostKeyCallback: gossh.FixedHostKey(r.key.PublicKey()),
		BannerCallback: func(b string) error { g.banner = b; return nil },
	})
	if err != nil {
		return nil, err
	}
	g.client = gossh.NewClient(sc, chans, reqs)
	return g, nil
}

// guest is a client with a session that has not begun.
func (r *rig) guest(user string) *guest {
	r.t.Helper()
	g, err := r.connect(r.knock("203.0.113.7:40000"), user)
	if err == nil {
		g.session, err = g.client.NewSession()
	}
	if err == nil {
		g.in, err = g.session.StdinPipe()
	}
	if err != nil {
		r.t.Fatal(err)
	}
	go func() { _, _ = io.Copy(io.Discard, g.screen) }() // its answers
	g.session.Stdout, g.session.Stderr = g, &locked{g, &g.err}
	return g
}

type locked struct {
	g *guest
	w io.Writer
}

func (l *locked) Write(b []byte) (int, error) {
	l.g.mu.Lock()
	defer l.g.mu.Unlock()
	return l.w.Write(b)
}

// Write is what the server sent.
func (g *guest) Write(b []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.out.Write(b)
	return g.screen.Write(b)
}

// browse opens the page on a terminal.
func (g *guest) browse(w, h int) *guest {
	g.t.Helper()
	g.screen.Resize(w, h)
	if err := errors.Join(g.session.RequestPty("xterm-256color", h, w, gossh.TerminalModes{}), g.session.Shell()); err != nil {
		g.t.Fatal(err)
	}
	return g
}

func (g *guest) typed(s string) {
	g.t.Helper()
	if _, err := io.WriteString(g.in, s); err != nil {
		g.t.Fatal(err)
	}
}

// shows is the text on the guest's screen.
func (g *guest) shows() string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.screen.String()
}

func (g *guest) sent() string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.out.String()
}

func (g *guest) said() string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.err.String()
}

// want waits until nothing moves any more and wants a text on the screen.
func (g *guest) want(text string) {
	g.t.Helper()
	settle()
	if got := g.shows(); !strings.Contains(got, text) {
		g.t.Errorf("the screen lacks %q:\n%s", text, got)
	}
}

// exit waits for the end of the session and wants an exit code.
func (g *guest) exit(want int) {
	g.t.Helper()
	err := g.session.Wait()
	var exit *gossh.ExitError
	switch {
	case err == nil && want == 0:
	case errors.As(err, &exit) && exit.ExitStatus() == want:
	default:
		g.t.Errorf("session: %v, want exit code %d", err, want)
	}
}

func (g *guest) leave() {
	_ = g.client.Close()
	_ = g.screen.InputPipe().(io.Closer).Close() // its own Close is a race with its reader
}
