//go:build linux

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"
)

// coldResult holds the figures of one cold command.
type coldResult struct {
	wall  []time.Duration
	usage usage
	peak  int // bytes of memory; 0 if unknown
}

// buildHello builds a small Go program in dir, the least that Go takes, if there is
// a cold command {hello}, and puts its path there.
func (b *bench) buildHello(dir string) error {
	i := slices.IndexFunc(b.cold, func(p program) bool { return p.args[0] == "{hello}" })
	if i < 0 {
		return nil
	}
	source, bin := filepath.Join(dir, "hello.go"), filepath.Join(dir, "hello")
	text := "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(\"hello, world\") }\n"
	if err := os.WriteFile(source, []byte(text), 0o600); err != nil {
		return err
	}
	if out, err := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", bin, source).CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w: %s", err, out)
	}
	b.cold[i].args[0] = bin
	return nil
}

// measureCold runs the cold commands in turn. One more run of each, before, tells
// its peak memory and fills the page cache.
func (b *bench) measureCold() error {
	for j, p := range b.cold {
		b.colds[j].peak = p.peakBytes(b.env)
	}
	for range b.runs {
		for j, p := range b.cold {
			if err := b.colds[j].runOnce(p, b.env); err != nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
		}
	}
	return nil
}

// runOnce runs the program once, from fork and exec to its exit, and reads its output
// to the end.
func (r *coldResult) runOnce(p program, env []string) error {
	out, in, err := os.Pipe()
	if err != nil {
		return err
	}
	defer out.Close() //nolint:errcheck // only read from
	cmd := p.command(env)
	cmd.Stdout, cmd.Stderr = in, os.Stderr
	start := time.Now()
	err = cmd.Start()
	_ = in.Close() // the program has its own
	if err != nil {
		return err
	}
	_, readErr := io.Copy(io.Discard, out)
	if err := errors.Join(cmd.Wait(), readErr); err != nil {
		return err
	}
	r.wall = append(r.wall, time.Since(start))
	r.usage.addTimes(cmd)
	return nil
}

// peakBytes runs the program and returns the most resident memory that it had, or
// 0 without GNU time. Linux counts the memory of the parent before exec as the
// child's (ru_maxrss), and time has less of that than this process.
func (p program) peakBytes(env []string) int {
	p.args = append([]string{"time", "--quiet", "-f", "%M"}, p.args...)
	var errout bytes.Buffer
	cmd := p.command(env)
	cmd.Stderr = &errout
	var kb int
	if cmd.Run() == nil {
		_, _ = fmt.Sscan(errout.String(), &kb)
	}
	return kb << 10
}
