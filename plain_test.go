//go:build unix

package main

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
)

// TestPlainInAPipe drives the program's plain mode through pipes, and wants no escape sequence.
func TestPlainInAPipe(t *testing.T) {
	path, err := buildBinary()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "--plain", "--lang", "en")
	cmd.Env = []string{"TERM=xterm-256color", "FORCE_COLOR=1", "HOME=" + t.TempDir(), "XDG_CONFIG_HOME=" + t.TempDir()}
	cmd.Stdin = strings.NewReader("台灣\nfilter cp:partner\n2\ncompare\nlanguage\n離開\n")
	out, err := cmd.CombinedOutput()
	if err != nil || bytes.ContainsRune(out, '\x1b') {
		t.Errorf("%v: %q", err, out)
	}
	for _, want := range []string{"Name or command:\nTW, Taiwan\n", "2, Japan, ", "JP, Japan\n", "Via partner (SoftBank)", "語言：繁體中文。\n編號、名稱或命令：\n"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %q in %s", want, out)
		}
	}
}

// TestPlainOnADumbTerminal starts the program without arguments on a terminal that only prints.
func TestPlainOnADumbTerminal(t *testing.T) {
	path, err := buildBinary()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("env", "TERM=dumb", path, "--lang", "en")
	cmd.Env = []string{"HOME=" + t.TempDir(), "XDG_CONFIG_HOME=" + t.TempDir()}
	s := startOnPTY(t, 80, 24, cmd)
	s.waitForOutput("Name or command: ")
	if _, err := s.pty.WriteString("jp\n"); err != nil {
		t.Fatal(err)
	}
	s.waitForOutput("next steps and addresses.\r\nName or command: ")
	if _, err := s.pty.WriteString("quit\n"); err != nil {
		t.Fatal(err)
	}
	<-s.exited
	if out := s.waitForOutput("quit"); strings.Contains(out, "\x1b") || s.cmd.ProcessState.ExitCode() != 0 {
		t.Errorf("exit code %d, %q", s.cmd.ProcessState.ExitCode(), out)
	}
}
