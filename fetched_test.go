//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/go-json-experiment/json"

	"voxatlas/data"
	"voxatlas/data/editions"
	"voxatlas/data/fetched"
	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/cli"
	"voxatlas/ui/commandline"
	"voxatlas/ui/say"
	"voxatlas/ui/sshd"
)

// saveFetched keeps an edition as update would have fetched it on a date: that of 2023, but
// in Taiwan there is no voicemail.
func saveFetched(t *testing.T, dir fetched.Dir, date string) {
	t.Helper()
	var f data.File
	if err := json.Unmarshal([]byte(editions.NewestText()), &f); err != nil {
		t.Fatal(err)
	}
	f.Edition, f.Source = date, data.Source{
		Website: "https://learn.microsoft.com/en-us/microsoftteams/", PagesRead: 116, Licence: "NOASSERTION", Attribution: "© Microsoft Corporation",
	}
	for _, c := range f.Countries {
		if c.Slug == "taiwan" {
			c.Answers[model.Voicemail] = data.Answer{State: model.No}
		}
	}
	if err := dir.Save(&f); err != nil {
		t.Fatal(err)
	}
}

// TestFetchedOnlyAtHome runs commands and the browser of a client on a server whose user has
// fetched an edition, which is the default at home: the client learns nothing of it, and
// cannot fetch, list or remove one.
func TestFetchedOnlyAtHome(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	dir := cli.EditionsDir(os.Getenv)
	saveFetched(t, dir, "2026-11-20")
	env := environment(say.Localizers())
	if env.Fetched != dir {
		t.Fatalf("the program looks for editions in %s, not in %s", env.Fetched, dir)
	}
	lib := library.Embedded()
	handler := remoteHandler(env, lib, lib.Newest(), 1)
	for _, tt := range []struct {
		args string
		code int
	}{
		{"version", 0}, {"show tw", 0}, {"changes tw", 0}, {"history tw vm", 0}, {"--edition 2026-11-20 show tw", 2},
		{"changes --from 2026-11-20", 2}, {"list --where changed:2026-11-20", 2},
		{"serve --editions /", 2},
		{"update", 2}, {"update --list", 2}, {"update --remove 2026-11-20", 2},
	} {
		var out, errs bytes.Buffer
		r := sshd.Request{Args: strings.Fields(tt.args), Out: &out, Err: &errs, Environ: []string{"LC_ALL=en", "XDG_DATA_HOME=" + filepath.Dir(filepath.Dir(string(dir)))}}
		if _, code := handler(t.Context(), r); code != tt.code || strings.Contains(out.String(), "2026-11-20") {
			t.Errorf("%s: exit code %d, %.300q, %q", tt.args, code, out.String(), errs.String())
		}
	}
	if dates, err := dir.Dates(); err != nil || len(dates) != 1 {
		t.Errorf("the user has %v, %v", dates, err)
	}
}

// TestPlainKeepsItsEditions runs a command in plain mode that was started with a file of the user,
// beside which the editions that the user has fetched do not count.
func TestPlainKeepsItsEditions(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	env := environment(say.Localizers())
	env.Getenv = func(string) string { return "" }
	saveFetched(t, env.Fetched, "2026-11-20")
	embedded := library.Embedded()
	lib, own := embedded.WithOwn(embedded.Newest().Atlas())
	var out, errs bytes.Buffer
	code := plainConfig(env, cli.Browse{StartOptions: commandline.StartOptions{Library: lib, Edition: own}}).Run(t.Context(), own, model.English, &out, &errs, []string{"history", "tw", "vm"})
	if code != 0 || !strings.Contains(out.String(), "Voicemail") || strings.Contains(out.String(), "2026-11-20") {
		t.Errorf("exit code %d, %s%s", code, &out, &errs)
	}
}

// TestServeEditions serves the editions of a directory, which change while clients are
// there: after SIGHUP, those who come get the new ones, and those who are there keep
// theirs. A damaged file leaves all as it was. The editions of the server's own user are
// not served.
func TestServeEditions(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	saveFetched(t, cli.EditionsDir(os.Getenv), "2026-11-20")
	dir := fetched.Dir(filepath.Join(t.TempDir(), "editions"))
	s := startServer(t, "--editions", string(dir))
	client := installedClients(t)[0]
	embedded := data.Editions()
	newest := "Microsoft Docs " + embedded[len(embedded)-1]
	there := startOnPTY(t, 120, 40, client.command(s, "en", true, "taiwan"))
	there.waitForTexts(newest, "Voicemail", "Available")

	saveFetched(t, dir, "2026-11-25")
	s.reload(fmt.Sprintf("editions=%d edition=2026-11-25", len(embedded)+1))
	there.typeKeys("\f") // ctrl+l
	there.waitForTexts(newest)
	newcomer := startOnPTY(t, 120, 40, client.command(s, "en", true, "taiwan"))
	newcomer.waitForTexts("fetched 2026-11-25 from Microsoft Learn")
	out, err := client.command(s, "en", false, "version").CombinedOutput()
	if text := string(out); err != nil || !strings.Contains(text, "2026-11-25") || strings.Contains(text, "2026-11-20") {
		t.Errorf("%v: %s", err, text)
	}

	saveFetched(t, dir, "2026-11-26")
	whole, err := os.ReadFile(dir.Path("2026-11-26"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir.Path("2026-11-26"), whole[:len(whole)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	s.reload("the editions stay as they were")
	if out, err := client.command(s, "en", false, "show", "tw", "--brief").CombinedOutput(); err != nil || !strings.Contains(string(out), "fetched 2026-11-25") {
		t.Errorf("%v: %s", err, out)
	}
	for _, v := range []*browserOnPTY{there, newcomer} {
		v.typeKeys("\x03")
		v.waitForEnd(0)
	}
}

// reload sends SIGHUP to the server, and waits for a text in its log.
func (s *sshServer) reload(text string) {
	s.t.Helper()
	if err := s.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		s.t.Fatal(err)
	}
	for deadline := time.After(time.Minute); !strings.Contains(s.logText(), text); {
		select {
		case <-deadline:
			s.t.Fatalf("the log lacks %q: %s", text, s.logText())
		case <-s.ended:
			s.t.Fatalf("the server has ended: %s", s.logText())
		case <-time.After(10 * time.Millisecond):
		}
	}
}
