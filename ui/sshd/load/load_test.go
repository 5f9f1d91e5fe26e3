//go:build linux

package main

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"voxatlas/ui/say"
	"voxatlas/ui/sshd"
	"voxatlas/ui/tui/screen"
)

// TestMain makes this program the server that the tests measure, if its first
// argument is "serve".
func TestMain(m *testing.M) {
	if len(os.Args) == 5 && os.Args[1] == "serve" {
		if err := serveTest(os.Args[2], os.Args[3], os.Args[4]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// serveTest serves keyPages on a port, with metrics on another, and collects
// garbage all the time, for which the load tool waits.
func serveTest(port, metrics, dir string) error {
	key, err := sshd.HostKey(filepath.Join(dir, "host_key"))
	if err != nil {
		return err
	}
	localizers := say.Localizers()
	limits := sshd.Defaults()
	limits.ConnRate, limits.PerAddress = 10_000, 1000
	server, err := sshd.New(sshd.Config{
		HostKey: key, Limits: limits, Localizers: localizers, Log: slog.New(slog.DiscardHandler),
		Handler: func(context.Context, sshd.Request) (*sshd.Browser, int) {
			return &sshd.Browser{Model: &keyPage{}, Profile: colorprofile.TrueColor}, 0
		},
		Notice: func(string, time.Duration) tea.Msg { return nil },
	})
	if err != nil {
		return err
	}
	status, err := net.Listen("tcp", "127.0.0.1:"+metrics)
	if err != nil {
		return err
	}
	go server.ServeStatus(status) // until the process ends
	go func() {
		for ; ; time.Sleep(50 * time.Millisecond) {
			runtime.GC()
		}
	}()
	l, err := net.Listen("tcp", "127.0.0.1:"+port)
	if err != nil {
		return err
	}
	return server.Serve(context.Background(), context.Background(), l)
}

// keyPage shows the number of keys pressed; ctrl+c quits.
type keyPage struct{ keys, w, h int }

func (p *keyPage) Init() tea.Cmd  { return nil }
func (p *keyPage) View() tea.View { return p.Frame().View() }

func (p *keyPage) Frame() screen.Frame {
	text := fmt.Sprintf("first frame, %d keys", p.keys)
	return screen.Frame{W: p.w, H: p.h, Rects: []screen.Rect{{W: p.w, H: p.h, Lines: []string{text}}}}
}

func (p *keyPage) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	switch m := m.(type) {
	case tea.WindowSizeMsg:
		p.w, p.h = m.Width, m.Height
	case tea.KeyPressMsg:
		if p.keys++; m.String() == "ctrl+c" {
			return p, tea.Quit
		}
	}
	return p, nil
}

// smoke returns the test server and options for a run of a second or two.
func smoke(t *testing.T) (target, options) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s, err := parseTarget("test=" + self + " serve {port} {metrics} {dir}")
	if err != nil {
		t.Fatal(err)
	}
	return s, options{text: "frame", settle: 300 * time.Millisecond, sessions: []int{2, 4}, typing: 500 * time.Millisecond, span: 200 * time.Millisecond, idle: time.Millisecond, interval: 100 * time.Millisecond, opens: 8, rounds: 1}
}

func TestMeasure(t *testing.T) {
	server, o := smoke(t)
	r, err := server.measure(o)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.levels) != 2 || r.emptyMemory == 0 || r.opensPerSec == 0 || r.failedOpens > 0 || r.before.goroutines == 0 || r.after.heap == 0 {
		t.Errorf("measured %+v", r)
	}
	for _, l := range r.levels {
		if _, bytes, _ := summary(l.keys); l.goroutines < 1 || l.keyCPU == 0 || bytes == 0 {
			t.Errorf("measured %+v", l)
		}
	}
	var out bytes.Buffer
	if r.printReport(&out, "test", o); !strings.Contains(out.String(), "4 sessions: memory each, idle") {
		t.Errorf("printed:\n%s", &out)
	}
}

// Every attack runs against a server that survives it. Those with much input are
// left out: the server takes seconds to read the rest of it.
func TestAttacks(t *testing.T) {
	server, o := smoke(t)
	var quick []attack
	for _, a := range attacks() {
		for _, name := range []string{"garbage", "opened and cut", "channels", "from the channel", "show --all"} {
			if strings.Contains(a.name, name) {
				quick = append(quick, a)
			}
		}
	}
	var out bytes.Buffer
	if err := server.attack(&out, quick, o); err != nil || strings.Count(out.String(), "\n") != 1+len(quick) {
		t.Errorf("%v:\n%s", err, &out)
	}
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{nil, {"name"}, {"=serve"}, {"name="}} {
		if err := run(args, options{text: "x"}, false); err == nil {
			t.Errorf("%q is accepted", args)
		}
	}
}
