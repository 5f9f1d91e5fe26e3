package cli_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// shellSetups has the commands that start the shells and that load the completion.
var shellSetups = []struct {
	start []string
	load  string
}{
	{[]string{"bash", "--norc", "--noprofile", "-i"}, "source <(voxatlas completion bash)"},
	{[]string{"zsh", "-f", "-i"}, "autoload -Uz compinit; compinit -u -D; source <(voxatlas completion zsh)"},
	{[]string{"fish", "--no-config", "-i"}, "voxatlas completion fish | source"},
}

// typedLines has lines that a person types, with tabs, and the arguments that the shell
// then calls the program with.
var typedLines = []struct{ typed, want string }{
	{"voxatlas list --where 'cp:pa\t", "<list><--where><cp:partner>"},
	{"voxatlas list --where cp:pa\t", "<list><--where><cp:partner>"},
	{"voxatlas list --where=cp:pa\t", "<list><--where=cp:partner>"},
	{"voxatlas list --where 'cp tollf\t", "<list><--where><cp tollfree>"},
	{"voxatlas list --where \"cp tollf\t", "<list><--where><cp tollfree>"},
	{"voxatlas list --where 'cp|tollf\t", "<list><--where><cp|tollfree>"},
	{"voxatlas list --where '!cp|!tollf\t", "<list><--where><!cp|!tollfree>"},
	{"voxatlas list --where -cr\t", "<list><--where><-credits>"},
	{"voxatlas list --where 'cp:yes,pa\t", "<list><--where><cp:yes,partner>"},
	{"voxatlas list --where 'reg\tas\t", "<list><--where><region:asia>"},
	{"voxatlas list --where reg\tas\t", "<list><--where><region:asia>"},
	{"voxatlas list --where 'plan>=3\t", "<list><--where><plan>=3000>"},
	{"voxatlas list --where 'city:\"ho c\t", `<list><--where><city:"ho chi Minh">`},
	{"voxatlas list --where city:ho-c\t", "<list><--where><city:ho-chi-Minh>"},
	{"voxatlas list --where 'CITY:sao\t", "<list><--where><CITY:sao-Paulo>"},
	{"voxatlas list --where 'city:台\t", "<list><--where><city:台北>"},
	{"voxatlas list --where 'changed:\t", "<list><--where><changed:2021-03-23>"},
	{"voxatlas changes --where 'cp:pa\t", "<changes><--where><cp:partner>"},
	{"voxatlas show 'south k\t --brief", "<show><south korea><--brief>"},
	{"voxatlas show tw --only cp,tollf\t", "<show><tw><--only><cp,tollfree>"},
	{"voxatlas show tw --onl\ttollf\t", "<show><tw><--only><tollfree>"},
	{"voxatlas import pla\t", "<import><place>"},
	{"voxatlas validate fo\t", "<validate><foo.json>"},
	{"voxatlas --data fo\t list", "<--data><foo.json><list>"},
	{"voxatlas changes --from 2021\t", "<changes><--from><2021-03-23>"},
	{"voxatlas changes --from foo.j\t", "<changes><--from><foo.json>"},
	{"voxatlas history mex\tphone_system.voi\t", "<history><mexico><phone_system.voicemail>"},
	{"voxatlas list -o foo.t\t", "<list><-o><foo.txt>"},
	{"voxatlas show - < foo.t\t", "<show><->"},
	{"voxatlas --lang z\t show 台\t", "<--lang><zh-TW><show><台灣>"},
}

// TestShells types command lines into real shells.
func TestShells(t *testing.T) {
	program, err := exec.LookPath("voxatlas") // this test: see TestMain
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	wrapper := fmt.Sprintf("#!/bin/sh\ncase $1 in __complete | completion) exec %s \"$@\" ;; esac\nprintf 'args:'\nprintf '<%%s>' \"$@\"\necho\n", program)
	if err := os.WriteFile(filepath.Join(bin, "voxatlas"), []byte(wrapper), 0o700); err != nil { //nolint:gosec // it is run
		t.Fatal(err)
	}
	for _, name := range []string{"foo.json", "foo.txt"} {
		if err := os.WriteFile(filepath.Join(bin, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(bin, "place"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, s := range shellSetups {
		t.Run(s.start[0], func(t *testing.T) {
			if _, err := exec.LookPath(s.start[0]); err != nil {
				t.Skipf("no %s here", s.start[0])
			}
			cmd := exec.CommandContext(t.Context(), s.start[0], s.start[1:]...)
			cmd.Env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"), "HOME="+bin, "TERM=xterm", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "XDG_STATE_HOME="+bin, "XDG_CONFIG_HOME="+t.TempDir(), "XDG_DATA_HOME="+t.TempDir())
			cmd.Dir = bin
			typeLines(t, cmd, s.load)
		})
	}
}

// typeLines types the lines into a shell and compares the arguments that it calls the
// program with.
func typeLines(t *testing.T, cmd *exec.Cmd, load string) {
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 50, Cols: 200})
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()                                                   //nolint:errcheck // the shell ends with the test
	stop := time.AfterFunc(2*time.Minute, func() { _ = cmd.Process.Kill() }) // so that a shell that waits fails the test
	defer stop.Stop()
	lines := bufio.NewScanner(terminal)
	var seen []string
	next := func(prefix string) string {
		for lines.Scan() {
			seen = append(seen, lines.Text())
			if _, rest, ok := strings.Cut(lines.Text(), prefix); ok {
				return strings.TrimRight(rest, "\r")
			}
		}
		t.Fatalf("no line with %q: %v; the last are %q", prefix, lines.Err(), seen[max(len(seen)-5, 0):])
		return ""
	}
	send := func(text string) {
		if _, err := terminal.WriteString(text + "\r"); err != nil {
			t.Fatal(err)
		}
	}
	send(load)
	send("voxatlas ready")
	next("args:<ready>")
	for _, c := range typedLines {
		send(c.typed)
		got := strings.ReplaceAll(next("args:"), "/>", ">") // zsh takes the slash of a folder away
		if got != c.want {
			t.Errorf("%q: %s, want %s", c.typed, got, c.want)
		}
	}
}
