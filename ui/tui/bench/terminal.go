//go:build linux

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// terminal is a program and the pseudo-terminal that it runs in.
type terminal struct {
	cmd     *exec.Cmd
	master  *os.File
	started time.Time
	arrived chan struct{} // something came

	mu    sync.Mutex
	bytes int
	last  time.Time // of the last byte
	ended bool
	shown time.Time // when the text looked for was there
	tail  []byte    // of the output, where a query may be unfinished
}

// program is a command line to measure.
type program struct {
	name, stdin string
	args        []string
}

// parse reads "name=command args <file".
func parseProgram(line string) (program, error) {
	var p program
	if name, rest, ok := strings.Cut(line, "="); ok && !strings.ContainsAny(name, " /<") {
		p.name, line = name, rest
	}
	for _, f := range strings.Fields(line) {
		if file, ok := strings.CutPrefix(f, "<"); ok {
			p.stdin = file
			continue
		}
		p.args = append(p.args, f)
	}
	if len(p.args) == 0 {
		return p, fmt.Errorf("%q: no command", line)
	}
	if p.name == "" {
		p.name = p.args[0]
	}
	return p, nil
}

// run starts the program; text, if any, is looked for in what it writes.
func (p program) start(size *pty.Winsize, env []string, text string) (*terminal, error) {
	master, slave, err := pty.Open()
	if err != nil {
		return nil, err
	}
	defer slave.Close() //nolint:errcheck // the program has its own
	if err := pty.Setsize(master, size); err != nil {
		return nil, err
	}
	t := &terminal{master: master, arrived: make(chan struct{}, 1), cmd: exec.Command(p.args[0], p.args[1:]...)}
	t.cmd.Env = env
	t.cmd.Stdin, t.cmd.Stdout, t.cmd.Stderr = slave, slave, slave
	t.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1}
	if p.stdin != "" {
		f, err := os.Open(p.stdin)
		if err != nil {
			return nil, err
		}
		defer f.Close() //nolint:errcheck // only read from
		t.cmd.Stdin = f
	}
	t.started = time.Now()
	if err := t.cmd.Start(); err != nil {
		return nil, err
	}
	go t.watchOutput(text)
	return t, nil
}

// read notes when bytes come, in a thread of its own: the descriptor blocks.
func (t *terminal) watchOutput(text string) {
	b := make([]byte, 64<<10)
	var all []byte
	for {
		n, err := t.master.Read(b)
		now := time.Now()
		t.mu.Lock()
		if n > 0 {
			t.bytes, t.last = t.bytes+n, now
		}
		t.ended = err != nil
		if text != "" && t.shown.IsZero() {
			if all = append(all, b[:n]...); bytes.Contains(all, []byte(text)) {
				t.shown, all = now, nil
			}
		}
		t.mu.Unlock()
		select {
		case t.arrived <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
		t.answerQueries(b[:n])
	}
}

var query = regexp.MustCompile(`\x1b\[0?c|\x1b\[>0?c|\x1b\[\?\d+\$p|\x1b\]1[012];\?(?:\x07|\x1b\\)|\x1b\[\??6n|\x1b\[\?u|\x1b\[>0?q|\x1bP\+q[^\x1b]*\x1b\\`)

// answer plays a modern terminal with a dark background.
func (t *terminal) answerQueries(b []byte) {
	b = append(t.tail, b...)
	end := 0
	for _, at := range query.FindAllIndex(b, -1) {
		end = at[1]
		q := string(b[at[0]:at[1]])
		var a string
		switch {
		case strings.HasSuffix(q, "$p"):
			mode := strings.TrimSuffix(strings.TrimPrefix(q, "\x1b[?"), "$p")
			state := 0
			if mode == "2026" {
				state = 2
			}
			a = fmt.Sprintf("\x1b[?%s;%d$y", mode, state)
		case strings.HasPrefix(q, "\x1b]"):
			a = "\x1b]" + q[2:4] + ";rgb:1e1e/1e1e/1e1e\x1b\\"
		case strings.HasSuffix(q, "6n"):
			a = "\x1b[1;1R"
		case strings.HasSuffix(q, "?u"):
			a = "\x1b[?0u"
		case strings.HasSuffix(q, "q"):
			a = "\x1bP>|bench 1\x1b\\"
		case strings.HasPrefix(q, "\x1bP"):
			a = "\x1bP0+r\x1b\\"
		case strings.HasPrefix(q, "\x1b[>"):
			a = "\x1b[>41;1;0c"
		default:
			a = "\x1b[?62;22c"
		}
		_, _ = t.master.WriteString(a)
	}
	b = b[end:]
	t.tail = append(t.tail[:0], b[max(0, len(b)-24):]...)
}

// quiet waits until nothing has come for a while and says how many bytes there
// have been and when the last of them came. It gives up waiting for a first
// byte after a second.
func (t *terminal) waitQuiet(since time.Time, had int, silence time.Duration) (n int, last time.Time, over bool) {
	for {
		t.mu.Lock()
		n, last, over = t.bytes, t.last, t.ended
		t.mu.Unlock()
		ref := last
		limit := silence
		if n == had {
			ref, limit = since, time.Second
		}
		rest := limit - time.Since(ref)
		if rest <= 0 || over {
			return n, last, over
		}
		if n > had {
			time.Sleep(rest)
			continue
		}
		select {
		case <-t.arrived:
		case <-time.After(rest):
		}
	}
}

// cpu is the CPU time of the program so far, to the nanosecond.
func (t *terminal) cpuTime() time.Duration {
	var ts unix.Timespec
	clock := int32(^t.cmd.Process.Pid)<<3 | 2 // the CPU clock of another process
	if err := unix.ClockGettime(clock, &ts); err != nil {
		return 0
	}
	return time.Duration(ts.Nano())
}

// rss is the resident memory in bytes.
func (t *terminal) residentBytes() int {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", t.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	var kb int
	for _, l := range strings.Split(string(b), "\n") {
		if v, ok := strings.CutPrefix(l, "VmRSS:"); ok {
			_, _ = fmt.Sscan(v, &kb)
		}
	}
	return kb << 10
}

func (t *terminal) stop() {
	_ = t.cmd.Process.Signal(syscall.SIGTERM)
	kill := time.AfterFunc(time.Second, func() { _ = t.cmd.Process.Kill() })
	_ = t.cmd.Wait()
	kill.Stop()
	_ = t.master.Close()
}
