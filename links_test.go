package main

import (
	"context"
	"io"
	"testing"

	tea "charm.land/bubbletea/v2"

	"voxatlas/data/library"
	"voxatlas/ui/cli"
	"voxatlas/ui/say"
	"voxatlas/ui/sshd"
)

// TestLinksOpenAtHomeOnly presses o in the browser of a client: the server opens
// nothing. y still copies, by way of the client's terminal.
func TestLinksOpenAtHomeOnly(t *testing.T) {
	lib := library.Embedded()
	handler := remoteHandler(cli.Env{Localizers: say.Localizers()}, lib, lib.Newest(), 1)
	b, code := handler(context.Background(), sshd.Request{
		Args: []string{"taiwan"}, Out: io.Discard, Err: io.Discard, Terminal: true, Width: 120, Environ: []string{"TERM=xterm-256color"},
	})
	if b == nil || code != 0 {
		t.Fatalf("no browser, code %d", code)
	}
	b.Model.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	for _, key := range []tea.KeyPressMsg{{Code: 'o', Text: "o"}, {Code: 'o', Mod: tea.ModCtrl}} {
		if _, cmd := b.Model.Update(key); cmd != nil {
			t.Errorf("%s runs %T", key, cmd())
		}
	}
	if _, cmd := b.Model.Update(tea.KeyPressMsg{Code: 'y', Text: "y"}); cmd == nil {
		t.Error("y copies nothing")
	}
}
