//go:build linux

package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
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
	arrived chan struct{} // new output

	mu      sync.Mutex
	bytes   int
	last    time.Time // of the last byte
	ended   bool
	missing bool      // no text that was asked for has come yet
	shown   time.Time // when one had
	tail    []byte    // of the output, where a query may be unfinished
}

// program is a command line to measure.
type program struct {
	name  string
	args  []string
	stdin *os.File // or nil
}

// parseProgram reads "name=command args <file". Without a name, the command and
// its arguments are the name.
func parseProgram(line string) (p program, err error) {
	if name, rest, ok := strings.Cut(line, "="); ok && !strings.ContainsAny(name, " /<") {
		p.name, line = name, rest
	}
	for _, f := range strings.Fields(line) {
		if file, ok := strings.CutPrefix(f, "<"); !ok {
			p.args = append(p.args, f)
		} else if p.stdin, err = os.Open(file); err != nil {
			return p, err
		}
	}
	if len(p.args) == 0 {
		return p, fmt.Errorf("%q: no command", line)
	}
	if p.name == "" {
		p.name = strings.Join(append([]string{filepath.Base(p.args[0])}, p.args[1:]...), " ")
	}
	return p, nil
}

// command returns the program ready to start.
func (p program) command(env []string) *exec.Cmd {
	cmd := exec.Command(p.args[0], p.args[1:]...)
	cmd.Env = env
	if p.stdin != nil {
		_, _ = p.stdin.Seek(0, io.SeekStart) // a pipe is read on, as it must be
		cmd.Stdin = p.stdin
	}
	return cmd
}

// startIn runs the program in a terminal of that size. It notes when the output
// holds one of the texts.
func (p program) startIn(size *pty.Winsize, env, texts []string) (*terminal, error) {
	master, slave, err := pty.Open()
	if err != nil {
		return nil, err
	}
	defer slave.Close() //nolint:errcheck // the program has its own
	if err := pty.Setsize(master, size); err != nil {
		return nil, err
	}
	t := &terminal{master: master, arrived: make(chan struct{}, 1), cmd: p.command(env), missing: len(texts) > 0}
	if t.cmd.Stdin == nil {
		t.cmd.Stdin = slave
	}
	t.cmd.Stdout, t.cmd.Stderr = slave, slave
	t.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1}
	t.started = time.Now()
	if err := t.cmd.Start(); err != nil {
		return nil, err
	}
	go t.watchOutput(texts)
	return t, nil
}

// watchOutput counts the bytes of the program, notes when they come, and answers
// queries. It blocks a thread, as reads from the descriptor do.
func (t *terminal) watchOutput(texts []string) {
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
		if t.missing {
			all = append(all, b[:n]...)
			if slices.ContainsFunc(texts, func(s string) bool { return bytes.Contains(all, []byte(s)) }) {
				t.missing, t.shown = false, now
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

// query matches the queries of a program that wait for an answer.
var query = regexp.MustCompile(`\x1b\[0?c|\x1b\[>0?c|\x1b\[\?\d+\$p|\x1b\]1[012];\?(?:\x07|\x1b\\)|\x1b\[\??6n|\x1b\[\?u|\x1b\[>0?q|\x1bP\+q[^\x1b]*\x1b\\`)

// answerQueries answers the queries in b, and keeps the end of b, which may be
// the first part of a query.
func (t *terminal) answerQueries(b []byte) {
	b = append(t.tail, b...)
	end := 0
	for _, at := range query.FindAllIndex(b, -1) {
		end = at[1]
		_, _ = t.master.WriteString(answerTo(string(b[at[0]:end])))
	}
	b = b[end:]
	t.tail = append(t.tail[:0], b[max(0, len(b)-24):]...)
}

// answerTo returns the answer of a modern terminal with a dark background.
func answerTo(query string) string {
	switch {
	case query == "\x1b[?2026$p": // synchronized output: known, and off
		return "\x1b[?2026;2$y"
	case strings.HasSuffix(query, "$p"):
		return strings.TrimSuffix(query, "$p") + ";0$y"
	case strings.HasPrefix(query, "\x1b]"):
		return query[:4] + ";rgb:1e1e/1e1e/1e1e\x1b\\"
	case strings.HasSuffix(query, "6n"):
		return "\x1b[1;1R"
	case strings.HasSuffix(query, "?u"):
		return "\x1b[?0u"
	case strings.HasSuffix(query, "q"):
		return "\x1bP>|bench 1\x1b\\"
	case strings.HasPrefix(query, "\x1bP"):
		return "\x1bP0+r\x1b\\"
	case strings.HasPrefix(query, "\x1b[>"):
		return "\x1b[>41;1;0c"
	}
	return "\x1b[?62;22c"
}

// written returns the number of bytes that the program has written.
func (t *terminal) written() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.bytes
}

// timeShown returns when the output held one of the texts, or zero if it does not.
func (t *terminal) timeShown() time.Time {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.shown
}

// waitQuiet waits until no byte has come for the duration of silence, and returns
// how many bytes have come so far and when the last of them came. It waits for a
// byte beyond the first had, and for a text, for at most the duration of patience after since.
func (t *terminal) waitQuiet(since time.Time, had int, silence, patience time.Duration) (n int, last time.Time, over bool) {
	for {
		t.mu.Lock()
		n, last, over = t.bytes, t.last, t.ended
		waiting := n == had || t.missing
		t.mu.Unlock()
		ref, limit := last, silence
		if waiting {
			ref, limit = since, patience
		}
		rest := limit - time.Since(ref)
		if rest <= 0 || over {
			return n, last, over
		}
		if !waiting {
			time.Sleep(rest)
			continue
		}
		select {
		case <-t.arrived:
		case <-time.After(rest):
		}
	}
}

// cpuTime returns the CPU time of the program so far, to the nanosecond.
func (t *terminal) cpuTime() time.Duration {
	var ts unix.Timespec
	clock := int32(^t.cmd.Process.Pid)<<3 | 2 // the CPU clock of another process
	if err := unix.ClockGettime(clock, &ts); err != nil {
		return 0
	}
	return time.Duration(ts.Nano())
}

// residentBytes returns the resident memory of the program.
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

// stop ends the program: SIGTERM, and SIGKILL a second later.
func (t *terminal) stop() {
	_ = t.cmd.Process.Signal(syscall.SIGTERM)
	kill := time.AfterFunc(time.Second, func() { _ = t.cmd.Process.Kill() })
	_ = t.cmd.Wait()
	kill.Stop()
	_ = t.master.Close()
}
