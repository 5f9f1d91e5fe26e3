package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"voxatlas/data/library"
	"voxatlas/ui/cli"
	"voxatlas/ui/commandline"
	"voxatlas/ui/say"
	"voxatlas/ui/sshd"
	"voxatlas/ui/tui"
)

// pressed sends keys to a browser, carries out its commands, and returns the text that is
// copied to the clipboard last.
func pressed(m tea.Model, keys ...string) (copied string) {
	special := map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "right": tea.KeyRight, "left": tea.KeyLeft, "down": tea.KeyDown, "tab": tea.KeyTab}
	for _, k := range keys {
		msg := tea.KeyPressMsg{Code: special[k]}
		if msg.Code == 0 {
			msg = tea.KeyPressMsg{Code: []rune(k)[0], Text: k}
		}
		_, cmd := m.Update(msg)
		for cmd != nil {
			answer := cmd()
			if reflect.TypeOf(answer) == reflect.TypeOf(tea.SetClipboard("")()) {
				copied = reflect.ValueOf(answer).String()
				break
			}
			_, cmd = m.Update(answer)
		}
	}
	return copied
}

// homeEnv returns an environment without variables.
func homeEnv(lib *library.Library) cli.Env {
	return cli.Env{Localizers: say.Localizers(), Getenv: func(string) string { return "" }, Now: environment(nil).Now, Library: lib}
}

// TestCopies: what the browser copies, at home and over SSH, is what the command of the
// view prints.
func TestCopies(t *testing.T) {
	lib := library.Of("2021-03-23", "2023-01-26")
	env := homeEnv(lib)
	for _, tt := range []struct{ open, keys, command string }{
		{"taiwan", "esc Y enter", "show taiwan --brief"},
		{"taiwan", "esc Y down enter", "show taiwan --brief --format md"},
		{"taiwan", "j Y enter", "show taiwan --only ac"},
		{"taiwan", "j Y left enter", "table --format tsv"},
		{"taiwan", "j Y right right down enter", "table taiwan --format md"},
		{"--open table --where cp:partner --sort tollfree --only cp,tollfree", "Y enter", "table --where cp:partner --sort tollfree --only cp,tollfree --format tsv"},
		{"--open table --where cp:partner --sort tollfree --only cp,tollfree", "Y left enter", "table au --only cp,tollfree --format tsv"},
		{"--open compare tw jp --diff", "Y down enter", "compare tw jp --diff --format md"},
		{"--edition 2021-03-23 japan", "Y enter", "show japan --brief --edition 2021-03-23"},
		{"--lang zh-TW japan", "j j Y down enter", "show japan --only auto --format md --lang zh-TW"},
	} {
		for _, remote := range []bool{false, true} {
			m := openedWith(t, env, lib, remote, strings.Fields(tt.open))
			got := pressed(m, strings.Fields(tt.keys)...)
			var out bytes.Buffer
			plain := env
			plain.Out, plain.Err = &out, &out
			if code := cli.Main(t.Context(), plain, strings.Fields(tt.command)); code != 0 {
				t.Fatal(out.String())
			}
			if got != out.String() {
				t.Errorf("%s, keys %s, remote %t: copied\n%.400s\nbut %s prints\n%.400s\n%s", tt.open, tt.keys, remote, got, tt.command, out.String(), lastLine(m))
			}
		}
	}
}

// openedWith returns the browser that arguments open, at home or over SSH.
func openedWith(t *testing.T, env cli.Env, lib *library.Library, remote bool, args []string) tea.Model {
	t.Helper()
	var m tea.Model
	var errs bytes.Buffer
	if remote {
		b, _ := remoteHandler(env, lib, lib.Newest(), 1)(t.Context(), sshd.Request{Args: args, Out: &errs, Err: &errs, Terminal: true, Width: 120, Environ: []string{"TERM=xterm-256color"}})
		if b != nil {
			m = b.Model
		}
	} else {
		home := env
		home.Out, home.Err, home.Terminal, home.Width = &errs, &errs, true, 120
		home.Browse = func(ctx context.Context, b cli.Browse) error {
			m = tui.New(config(ctx, home, b, colorprofile.ASCII))
			return nil
		}
		cli.Main(t.Context(), home, args)
	}
	if m == nil {
		t.Fatal(errs.String())
	}
	m.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	return m
}

// lastLine returns the last line of a screen.
func lastLine(m tea.Model) string {
	lines := strings.Split(strings.TrimSpace(m.(*tui.App).View().Content), "\n")
	return lines[len(lines)-1]
}

// TestWrites writes files at home: by their ending, whole or not at all, and replaces none
// unasked. Over SSH there is no such key.
func TestWrites(t *testing.T) {
	lib := library.Of("2021-03-23", "2023-01-26")
	env := homeEnv(lib)
	t.Chdir(t.TempDir())
	m := openedWith(t, env, lib, false, []string{"taiwan"})
	pressed(m, "j", "w", "a", ".", "m", "d", "enter")
	written, err := os.ReadFile("a.md")
	if err != nil || !strings.Contains(string(written), "| TW | Taiwan | Audio Conferencing: Purchase |") {
		t.Fatalf("%q, %v, %s", written, err, lastLine(m))
	}
	if err := os.WriteFile("old.csv", []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	typeName := strings.Split("old.csv", "")
	pressed(m, append(append([]string{"w"}, typeName...), "enter", "n", "esc")...)
	if b, _ := os.ReadFile("old.csv"); string(b) != "old" {
		t.Errorf("replaced by %q", b)
	}
	pressed(m, append(append([]string{"w"}, typeName...), "enter", "y")...)
	if b, _ := os.ReadFile("old.csv"); !strings.HasPrefix(string(b), "\uFEFFCode,") {
		t.Errorf("not replaced: %q, %s", b, lastLine(m))
	}
	pressed(m, "w", "-", "x", "enter")
	pressed(m, "w", "n", "/", "x", "enter")
	if !strings.Contains(lastLine(m), "its folder does not exist") {
		t.Error(lastLine(m))
	}
	pressed(m, "w", "x", ".", "p", "d", "f", "enter")
	if !strings.Contains(lastLine(m), "does not tell the format") {
		t.Error(lastLine(m))
	}
	away := openedWith(t, env, lib, true, []string{"taiwan"})
	pressed(away, "j", "w", "b", ".", "m", "d", "enter")
	found, _ := filepath.Glob("*")
	if strings.Join(found, " ") != "-x.xlsx a.md old.csv" {
		t.Errorf("files %q", found)
	}
}

// TestPrintFails: an expression that nobody meets is told.
func TestPrintFails(t *testing.T) {
	lib := library.Of("2021-03-23", "2023-01-26")
	out := commandline.Output{View: commandline.Command{Name: commandline.Table, Where: "cp !cp"}, Edition: lib.Newest(), Lang: "en", Format: "md"}
	if text, err := cli.Print(t.Context(), homeEnv(lib), out); err == nil || text != "" || !strings.Contains(err.Error(), "cp !cp") {
		t.Errorf("%q, %v", text, err)
	}
}
