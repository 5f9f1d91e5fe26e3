package cli_test

import (
	"strings"
	"testing"

	"voxatlas/ui/cli"
)

// TestOpen opens the browser with the views of commands. The view that it is asked for
// writes the command again.
func TestOpen(t *testing.T) {
	for _, tt := range []struct{ open, globals, want, country, edition string }{
		{"show tw", "", "show taiwan", "taiwan", "2023-01-26"},
		{"voxatlas show 台灣", "", "show taiwan", "taiwan", "2023-01-26"},
		{"tw", "", "", "taiwan", "2023-01-26"},
		{"", "", "", "", "2023-01-26"},
		{"list", "", "list", "", "2023-01-26"},
		{"list --where 'CP !tollfree'", "", "list --where 'cp -tollfree'", "", "2023-01-26"},
		{`list --where 'city:"ho chi minh"'`, "", `list --where 'city:"ho chi minh"'`, "", "2023-01-26"},
		{"list --where cp --edition 2021-03-23", "", "list --where 'cp'", "", "2021-03-23"},
		{"list --where cp", "--edition 2021-03-23", "list --where 'cp'", "", "2021-03-23"},
		{"table", "", "table", "", "2023-01-26"},
		{"table tw jp us --sort tollfree", "", "table jp tw us --sort tollfree", "", "2023-01-26"},
		{"table --where cp:partner", "", "table --where 'cp:partner'", "", "2023-01-26"},
		{"table tw jp au --where cp:partner", "", "table jp au --where 'cp:partner'", "japan", "2023-01-26"},
		{"list --where cp:partner --failing", "", "list --where 'cp:partner' --failing", "", "2023-01-26"},
		{"compare tw jp --diff", "--ascii", "compare tw jp --diff", "taiwan", "2023-01-26"},
		{"changes", "", "changes --from 2021-03-23 --to 2023-01-26", "", "2023-01-26"},
		{"changes tw --from 2021-03-23", "", "changes taiwan --from 2021-03-23 --to 2023-01-26", "taiwan", "2023-01-26"},
		{"changes --where cp:partner", "", "changes --where 'cp:partner' --from 2021-03-23 --to 2023-01-26", "", "2023-01-26"},
		{"changes jp tw --where cp:partner", "", "changes japan --where 'cp:partner' --from 2021-03-23 --to 2023-01-26", "japan", "2023-01-26"},
		{"services callme", "", "services callme", "", "2023-01-26"},
		{"services", "", "services audio_conferencing", "", "2023-01-26"},
	} {
		var b cli.Browse
		r := run(t, recordBrowse(&b, nil), append(strings.Fields(tt.globals), "--open", tt.open)...)
		if r.code != 0 || r.out != "" || r.err != "" {
			t.Errorf("%q: %+v", tt.open, r)
			continue
		}
		got := ""
		if b.View.Name != "" {
			got = b.View.Words()
		}
		if got != tt.want || b.Edition.Date != tt.edition || b.ASCII != (tt.globals == "--ascii") || b.Lang != "en" {
			t.Errorf("%q opens %q, edition %s, %q", tt.open, got, b.Edition.Date, b.Lang)
		}
		if country := b.Country; (country == nil) != (tt.country == "" && len(b.View.Countries) == 0) || tt.country != "" && country.Slug() != tt.country {
			t.Errorf("%q opens at %v", tt.open, country)
		}
	}
}

// TestOpenLanguage: a language in the command is that of the browser.
func TestOpenLanguage(t *testing.T) {
	for _, args := range [][]string{{"--open", "show tw --lang zh-TW"}, {"--lang", "zh-TW", "--open", "show tw"}, {"--lang", "en", "--open", "show tw --lang zh"}} {
		var b cli.Browse
		if r := run(t, recordBrowse(&b, nil), args...); r.code != 0 || b.Lang != "zh-TW" {
			t.Errorf("%q: %+v, opened in %q", args, r, b.Lang)
		}
	}
}

// TestOpenErrors opens nothing for a wrong command. Errors and exit codes are those of
// the command.
func TestOpenErrors(t *testing.T) {
	for _, tt := range []struct {
		open string
		code int
		want string
	}{
		{"show", 2, "show"},
		{"show zzzz", 1, `"zzzz": no country`},
		{"show united", 2, "is ambiguous"},
		{"show tw jp", 2, "show opens one country"},
		{"show --all", 2, "--all is about printing"},
		{"compare tw", 2, "compare"},
		{"compare tw zzzz", 1, `"zzzz": no country`},
		{"compare tw jp --json", 2, "--json is about printing"},
		{"table --format json", 2, "--format is about printing"},
		{"table --only zzz", 2, "zzz"},
		{"table --sort zzz", 2, "zzz"},
		{"table --where pc", 2, "did you mean cp?"},
		{"table -", 2, "reads the standard input"},
		{"list --where 'cp", 2, "has no end"},
		{"list --where 'cp:no cp:yes'", 1, "cp:no"},
		{"list --where cp --no-conditions", 2, "--no-conditions is about printing"},
		{"list --nothing", 2, "--nothing"},
		{"changes --exit-code", 2, "--exit-code is about printing"},
		{"history tw vm cp", 2, "name one KEY"},
		{"history tw vmx", 2, "no such key"},
		{"changes tw jp", 2, "opens at one country"},
		{"changes --where pc", 2, "did you mean cp?"},
		{"changes --where 'cp:no cp:yes'", 1, "cp:no"},
		{"changes --from 2023-01-26 --to 2021-03-23", 2, "follow each other"},
		{"services zzz", 2, "zzz"},
		{"version", 2, `no view of "version"; choose one of changes, compare, history, list, rollout, services, show, table`},
		{"--open tw", 2, "stands once"},
		{"--edition 2020-01-01 list", 2, "there is no edition"},
		{"\x1b[31m", 1, "?"},
	} {
		var b cli.Browse
		r := run(t, recordBrowse(&b, nil), "--open", tt.open)
		if b.Library != nil || r.code != tt.code || !strings.Contains(r.err, tt.want) || r.out != "" || strings.Contains(r.err, "\x1b") {
			t.Errorf("%q: opened %t, %+v; want code %d, %q", tt.open, b.Library != nil, r, tt.code, tt.want)
		}
	}
	for _, args := range [][]string{{"tw", "--open", "jp"}, {"tw", "--open=jp"}, {"--open"}, {"list", "--open", "jp"}} {
		if r := run(t, onTerminal(80), args...); r.code != 2 || !strings.Contains(r.err, "--open") {
			t.Errorf("%q: %+v", args, r)
		}
	}
}

// TestOpenHelp: the help names every view that --open has.
func TestOpenHelp(t *testing.T) {
	var b cli.Browse
	_, list, _ := strings.Cut(strings.TrimSpace(run(t, recordBrowse(&b, nil), "--open", "version").err), "choose one of ")
	for _, loc := range sharedLocalizers() {
		help := loc.Text("cli.flag.open")
		for view := range strings.SplitSeq(list, ", ") {
			if view == "" || !strings.Contains(help, view) {
				t.Errorf("%s: no %q in %q", loc.Lang(), view, help)
			}
		}
	}
}

// TestOpenWords: the command behind --open needs no quotes of its own.
func TestOpenWords(t *testing.T) {
	for _, line := range []string{"--open compare tw jp --diff", "--open=compare tw jp --diff", "--ascii --lang en --open compare tw jp --diff --color never", "--theme dark --ambiguous-width 2 --plain=false --open compare tw jp --diff"} {
		var b cli.Browse
		if r := run(t, recordBrowse(&b, nil), strings.Fields(line)...); r.code != 0 || b.View.Words() != "compare tw jp --diff" {
			t.Errorf("%s: %+v, opens %s", line, r, b.View.Words())
		}
	}
}

// TestOpenWithoutTerminal names the command that prints the view.
func TestOpenWithoutTerminal(t *testing.T) {
	r := run(t, nil, "--open", "table tw jp --sort cp")
	if r.code != 2 || !strings.Contains(r.err, `use "voxatlas table jp tw --sort cp" instead`) {
		t.Errorf("%+v", r)
	}
}

// TestRemoteOpens: over SSH, on a terminal, wide views open the browser, unless they
// are asked to print; others print. Without a terminal all print.
func TestRemoteOpens(t *testing.T) {
	for _, tt := range []struct {
		line     string
		terminal bool
		view     string // "" prints
	}{
		{"compare tw jp", true, "compare tw jp"},
		{"compare tw jp --diff", true, "compare tw jp --diff"},
		{"table --where cp", true, "table --where 'cp'"},
		{"voxatlas --open list --where cp", true, "list --where 'cp'"},
		{"voxatlas show tw", true, ""},
		{"--open=changes", true, "changes --from 2021-03-23 --to 2023-01-26"},
		{"compare tw jp", false, ""},
		{"compare tw jp --json", true, ""},
		{"table --where cp --format json", true, ""},
		{"table --where cp --format text", true, ""},
		{"table --where cp --only ac,cp", true, "table --where 'cp' --only ac,cp"},
		{"show tw", true, ""},
		{"list --where cp", true, ""},
		{"stats", true, ""},
	} {
		var b cli.Browse
		r := run(t, func(env *cli.Env) {
			recordBrowse(&b, nil)(env)
			env.Remote, env.Terminal = true, tt.terminal
		}, strings.Fields(tt.line)...)
		view := ""
		if b.View.Name != "" {
			view = b.View.Words()
		}
		if r.code != 0 || view != tt.view || (r.out == "") != (view != "") {
			t.Errorf("%s, terminal %t: opens %q, prints %.60q %s", tt.line, tt.terminal, view, r.out, r.err)
		}
	}
	r := run(t, func(env *cli.Env) { env.Remote = true }, "--open", "compare tw jp")
	if r.code != 2 || !strings.Contains(r.err, `use "compare tw jp" instead`) {
		t.Errorf("without a terminal: %+v", r)
	}
}
