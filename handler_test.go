package main

import (
	"bytes"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"voxatlas/data/library"
	"voxatlas/ui/say"
	"voxatlas/ui/sshd"
)

// TestRemoteHandler answers requests as the SSH server asks for them: with a browser
// that shows the view, or with lines.
func TestRemoteHandler(t *testing.T) {
	lib := library.Of("2021-03-23", "2023-01-26")
	handler := remoteHandler(environment(say.Localizers()), lib, lib.Newest(), 1)
	for _, tt := range []struct {
		args     string
		terminal bool
		code     int
		browser  string // on its screen; "" for none
		out      string
	}{
		{"", true, 0, "Countries 114", ""},
		{"compare tw jp --diff", true, 0, "Japan", ""},
		{"table --where cp:partner", true, 0, "Australia", ""},
		{"voxatlas --open list --where cp:partner", true, 0, "cp:partner", ""},
		{"compare tw jp", false, 0, "", "Japan"},
		{"--plain compare tw jp", true, 0, "", "(Purchase), Japan: Via partner"},
		{"table tw jp --format json", true, 0, "", `"slug": "japan"`},
		{"show tw", true, 0, "", "Taiwan"},
		{"compare tw zzzz", true, 1, "", ""},
		{"--open show", true, 2, "", ""},
		{"--open table", false, 2, "", ""},
		{"--open list --data /etc/passwd", true, 2, "", ""},
		{"--open changes --from /etc/passwd", true, 2, "", ""},
		{"--open validate /etc/passwd", true, 2, "", ""},
	} {
		var out, errs bytes.Buffer
		r := sshd.Request{Args: strings.Fields(tt.args), Terminal: tt.terminal, Environ: []string{"TERM=xterm-256color", "LC_ALL=en"}, Out: &out, Err: &errs}
		if tt.terminal {
			r.Width = 120
		}
		b, code := handler(t.Context(), r)
		if code != tt.code || (b != nil) != (tt.browser != "") || !strings.Contains(out.String(), tt.out) || b != nil && out.Len() > 0 {
			t.Errorf("%s: code %d, browser %t, %.80q %q", tt.args, code, b != nil, out.String(), errs.String())
			continue
		}
		if b == nil {
			continue
		}
		b.Model.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
		if screen := b.Model.View().Content; !strings.Contains(screen, tt.browser) {
			t.Errorf("%s shows\n%s", tt.args, screen)
		}
	}
}

// TestRemotePlain answers a request for plain mode with a dialog: on a terminal that can only
// print, and for whoever asks for it. It can do no more than the commands over SSH.
func TestRemotePlain(t *testing.T) {
	lib := library.Of("2021-03-23", "2023-01-26")
	handler := remoteHandler(environment(say.Localizers()), lib, lib.Newest(), 1)
	for _, tt := range []struct {
		args, term string
		terminal   bool
	}{{"", "dumb", true}, {"--plain", "xterm", true}, {"voxatlas --plain", "", false}} {
		var out bytes.Buffer
		b, code := handler(t.Context(), sshd.Request{Args: strings.Fields(tt.args), Terminal: tt.terminal, Width: 80, Environ: []string{"TERM=" + tt.term, "LC_ALL=en"}, Out: &out, Err: &out})
		if b == nil || b.Dialog == nil || code != 0 || out.Len() > 0 {
			t.Errorf("%q with TERM=%s: code %d, %q", tt.args, tt.term, code, out.String())
			continue
		}
		b.Dialog.Begin(t.Context(), &out)
		for _, line := range []string{"tw", "show --data /etc/passwd", "export -o x", "table - ", "list -o x.csv", "filter mine"} {
			b.Dialog.AnswerLine(t.Context(), line, &out)
		}
		for _, want := range []string{"TW, Taiwan", "--data", `"export -o x": no country`, "mine"} {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%q: no %q in %q", tt.args, want, out.String())
			}
		}
		if !b.Dialog.AnswerLine(t.Context(), "quit", &out) {
			t.Error("quit does not end it")
		}
	}
}
