package cli_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"syscall"
	"testing"

	"voxatlas/ui/cli"
)

func TestColor(t *testing.T) {
	for _, tt := range []struct {
		args     string
		vars     map[string]string
		terminal bool
		want     bool
	}{
		{"", nil, false, false},
		{"", nil, true, true},
		{"", map[string]string{"NO_COLOR": ""}, true, true},
		{"", map[string]string{"NO_COLOR": "0"}, true, false},
		{"", map[string]string{"NO_COLOR": "yes"}, true, false},
		{"", map[string]string{"TERM": "dumb"}, true, false},
		{"--color auto", map[string]string{"NO_COLOR": "1"}, true, false},
		{"--color never", nil, true, false},
		{"--color always", nil, false, true},
		{"--color always", map[string]string{"NO_COLOR": "1"}, false, true},
		{"--color never", map[string]string{"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"}, true, false},
		{"", map[string]string{"FORCE_COLOR": "1"}, false, true},
		{"", map[string]string{"FORCE_COLOR": "true", "TERM": "dumb"}, false, true},
		{"", map[string]string{"FORCE_COLOR": "0", "CLICOLOR_FORCE": "1"}, true, false},
		{"", map[string]string{"FORCE_COLOR": "false"}, true, false},
		{"", map[string]string{"FORCE_COLOR": "3", "NO_COLOR": "1"}, true, false},
		{"", map[string]string{"CLICOLOR_FORCE": "1"}, false, true},
		{"", map[string]string{"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, false, false},
		{"", map[string]string{"CLICOLOR_FORCE": "0"}, false, false},
		{"", map[string]string{"CLICOLOR_FORCE": "1", "CLICOLOR": "0"}, false, true},
		{"", map[string]string{"CLICOLOR": "0"}, true, false},
		{"", map[string]string{"CLICOLOR": "1"}, true, true},
		{"", map[string]string{"CLICOLOR": "1"}, false, false},
	} {
		r := run(t, func(env *cli.Env) {
			env.Getenv, env.Terminal = getenvFrom(tt.vars), tt.terminal
		}, append([]string{"show", "tw"}, strings.Fields(tt.args)...)...)
		if got := strings.Contains(r.out, "\x1b["); got != tt.want || r.code != 0 {
			t.Errorf("%q %v terminal %t: colour %t", tt.args, tt.vars, tt.terminal, got)
		}
	}
}

// brokenWriter is a stream that cannot be written.
type brokenWriter struct{ err error }

func (b brokenWriter) Write([]byte) (int, error) { return 0, b.err }

func TestBrokenOutput(t *testing.T) {
	for _, tt := range []struct {
		err  error
		code int
		talk string
	}{
		{&os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.EPIPE}, 141, ""},
		{&os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}, 3, "voxatlas: output: cannot be written (no space left on device); check where it goes\n"},
	} {
		for _, args := range [][]string{{"list"}, {"show", "--all"}, {"show", "--all", "--json"}, {"help"}, {"completion", "bash"}} {
			r := run(t, func(env *cli.Env) { env.Out = brokenWriter{tt.err} }, args...)
			if r.code != tt.code || r.err != tt.talk {
				t.Errorf("%v, %v: exit code %d, %q", args, tt.err, r.code, r.err)
			}
		}
	}
	full := brokenWriter{&os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}}
	if r := run(t, func(env *cli.Env) { env.Out = full }, "--lang", "zh-TW", "list"); !strings.Contains(r.err, "（磁碟空間不足）") {
		t.Errorf("the reason is not in Chinese: %q", r.err)
	}
	// An error that cannot be printed does not change the exit code.
	if r := run(t, func(env *cli.Env) { env.Err = brokenWriter{syscall.EPIPE} }, "show", "zzz"); r.code != 1 {
		t.Errorf("exit code %d", r.code)
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out bytes.Buffer
	run(t, func(env *cli.Env) {
		env.Out = &out
		if code := cli.Main(ctx, *env, []string{"list"}); code != 130 {
			t.Errorf("exit code %d", code)
		}
	}, "list")
}
