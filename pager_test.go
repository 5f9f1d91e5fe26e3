//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// startPaged starts the program on a terminal of 80x24 cells, with variables.
func startPaged(t *testing.T, environ []string, args ...string) *browserOnPTY {
	t.Helper()
	path, err := buildBinary()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, append([]string{"--lang", "en", "--edition", "2023-01-26"}, args...)...)
	cmd.Env = append(environ, "LESSHISTFILE=-", "XDG_CONFIG_HOME="+t.TempDir())
	return startOnPTY(t, 80, 24, cmd)
}

// pagerScript writes a pager, a script of a shell, and returns its path.
func pagerScript(t *testing.T, script string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pager")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

// waitForOutput waits until the program has written a text, and returns all that it wrote.
func (s *browserOnPTY) waitForOutput(text string) string {
	s.t.Helper()
	deadline := time.Now().Add(time.Minute)
	for {
		out := s.written()
		if strings.Contains(out, text) {
			return out
		}
		if time.Now().After(deadline) {
			s.t.Fatalf("%q was not written, but\n%s", text, out)
		}
		time.Sleep(2 * time.Millisecond) // between two looks
	}
}

// TestLess shows long output in less, with its colours, and leaves it. The exit code stays
// that of the command, and messages come behind.
func TestLess(t *testing.T) {
	if _, err := exec.LookPath("less"); err != nil {
		t.Skip("no less here")
	}
	s := startPaged(t, nil, "show", "taiwan", "xyzzy", "japan")
	s.waitForTexts("Taiwan 台灣", "TW  TWN  +886  taiwan", "\n:")
	if !strings.Contains(s.styledText(), "\x1b[") || strings.Contains(s.screenText(), "ESC") || strings.Contains(s.screenText(), "xyzzy") {
		t.Errorf("no colours, or a message in the text:\n%s", s.styledText())
	}
	s.typeKeys("G")
	s.waitForTexts("(END)")
	s.typeKeys("\x03") // is less's alone, which may drop what is typed meanwhile
	for ended := false; !ended; {
		s.typeKeys("q")
		select {
		case <-s.exited:
			ended = true
		case <-time.After(20 * time.Millisecond):
		}
	}
	s.waitForEnd(1)
	s.waitForTexts(`voxatlas: "xyzzy"`)
}

// TestPagerChoice: which pager shows long output, and that short output needs none.
func TestPagerChoice(t *testing.T) {
	const first, last = "Taiwan 台灣", "CC BY 4.0"
	mine, other := pagerScript(t, "echo PAGED; cat"), pagerScript(t, "echo OTHER; cat")
	long := []string{"show", "tw"}
	for name, tt := range map[string]struct {
		environ []string
		args    []string
		want    string
		not     string
	}{
		"PAGER":            {[]string{"PAGER=" + mine}, long, "PAGED", ""},
		"VOXATLAS_PAGER":   {[]string{"VOXATLAS_PAGER=" + mine, "PAGER=" + other}, long, "PAGED", "OTHER"},
		"with an argument": {[]string{"PAGER=sed s/Taiwan/PAGED/"}, long, "PAGED 台灣", ""},
		"--no-pager":       {[]string{"PAGER=" + mine}, append(long, "--no-pager"), last, "PAGED"},
		"cat":              {[]string{"PAGER=" + mine, "VOXATLAS_PAGER=cat"}, long, last, "PAGED"},
		"short":            {[]string{"PAGER=" + mine}, []string{"search", "tw", "-n", "1"}, "Taiwan", "PAGED"},
		"help":             {[]string{"PAGER=" + mine}, []string{"help"}, "PAGED", ""},
		"missing":          {[]string{"PAGER=/nowhere/pager"}, long, last, ""},
		"no program":       {[]string{"PAGER=/etc/passwd"}, long, last, ""},
		"quotes":           {[]string{"PAGER='"}, long, last, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := startPaged(t, tt.environ, tt.args...)
			s.waitForEnd(0)
			out := s.waitForOutput(tt.want)
			if tt.not != "" && strings.Contains(out, tt.not) {
				t.Errorf("%s", out)
			}
			if tt.want == last && !strings.Contains(out, first) {
				t.Errorf("the beginning is lost:\n%s", out)
			}
		})
	}
}

// TestPagerQuits has a pager that reads nothing, or one line: that is no error.
func TestPagerQuits(t *testing.T) {
	for name, script := range map[string]string{"at once": "exit 3", "after a line": "read line; echo got it"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := startPaged(t, []string{"PAGER=" + pagerScript(t, script)}, "show", "--all")
			s.waitForEnd(0)
			if text := s.screenText(); strings.Contains(text, "voxatlas:") {
				t.Errorf("%s", text)
			}
		})
	}
}
