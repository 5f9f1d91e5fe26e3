package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"voxatlas/data/library"
	"voxatlas/ui/cli"
	"voxatlas/ui/say"
	"voxatlas/ui/sshd"
)

// TestMineOnlyAtHome runs commands and the browser of a client on a server whose user has
// countries of their own, and settings, which are wrong besides: the client learns nothing
// of them, and changes nothing.
func TestMineOnlyAtHome(t *testing.T) {
	state := t.TempDir()
	t.Setenv("XDG_STATE_HOME", state)
	t.Setenv("HOME", state)
	file := filepath.Join(state, "voxatlas", "mine.json")
	const kept = `{"schema":"voxatlas.mine/1","countries":["JP"]}`
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(kept), 0o600); err != nil {
		t.Fatal(err)
	}
	config := filepath.Join(state, "config")
	t.Setenv("XDG_CONFIG_HOME", config)
	t.Setenv("VOXATLAS_LANG", "zh-TW")
	if err := os.MkdirAll(filepath.Join(config, "voxatlas"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(config, "voxatlas", "config.toml"), []byte("mine = [\"JP\"]\nedition = \"1999-01-01\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	lib := library.Embedded()
	handler := remoteHandler(cli.Env{Localizers: say.Localizers(), Getenv: os.Getenv}, lib, lib.Newest(), 1)
	for _, args := range [][]string{{"list", "--where", "mine"}, {"changes", "--where", "mine"}, {"table", "--where", "mine"}, {"stats", "--where", "!mine"}} {
		var out, errs bytes.Buffer
		_, code := handler(context.Background(), sshd.Request{Args: args, Out: &out, Err: &errs, Environ: []string{"XDG_STATE_HOME=" + state, "XDG_CONFIG_HOME=" + config, "VOXATLAS_LANG=zh-TW", "HOME=" + state}})
		if code != 2 || out.Len() > 0 || !strings.Contains(errs.String(), "mine is unknown over SSH") {
			t.Errorf("%s: exit code %d, %q, %q", args, code, out.String(), errs.String())
		}
	}
	b, code := handler(context.Background(), sshd.Request{
		Args: []string{"taiwan"}, Out: io.Discard, Err: io.Discard, Terminal: true, Width: 120, Environ: []string{"TERM=xterm-256color", "XDG_STATE_HOME=" + state},
	})
	if b == nil || code != 0 {
		t.Fatalf("no browser, code %d", code)
	}
	b.Model.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	for _, key := range []tea.KeyPressMsg{{Code: tea.KeyEscape}, {Code: 'b', Text: "b"}} {
		if _, cmd := b.Model.Update(key); cmd != nil {
			t.Errorf("%s runs a command", key)
		}
	}
	if b, err := os.ReadFile(file); err != nil || string(b) != kept {
		t.Errorf("%q, %v", b, err)
	}
}
