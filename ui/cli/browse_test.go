package cli_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"voxatlas/model"
	"voxatlas/ui/cli"
	"voxatlas/ui/text"
)

// recordBrowse returns a change of the environment: a terminal whose browser
// records the request to open it, and fails with err.
func recordBrowse(got *cli.Browse, err error) func(*cli.Env) {
	return func(env *cli.Env) {
		onTerminal(80)(env)
		env.Browse = func(_ context.Context, b cli.Browse) error {
			*got = b
			return err
		}
	}
}

func TestBrowse(t *testing.T) {
	for _, tt := range []struct {
		args  string
		slug  string
		lang  model.Lang
		ascii bool
		color cli.Color
	}{
		{"", "", "en", false, cli.ColorAuto},
		{"taiwan", "taiwan", "en", false, cli.ColorAuto},
		{"台灣", "taiwan", "en", false, cli.ColorAuto},
		{"tw --lang zh", "taiwan", "zh-TW", false, cli.ColorAuto},
		{"New Zealand --ascii", "new-zealand", "en", true, cli.ColorAuto},
		{"--color never", "", "en", false, cli.ColorNever},
		{"--color always", "", "en", false, cli.ColorAlways},
		{"--edition 2021-03-23 tw", "taiwan", "en", false, cli.ColorAuto},
	} {
		var b cli.Browse
		r := run(t, recordBrowse(&b, nil), strings.Fields(tt.args)...)
		if r.code != 0 || r.out != "" || r.err != "" {
			t.Errorf("%q: %+v", tt.args, r)
			continue
		}
		slug := ""
		if b.Country != nil {
			slug = b.Country.Slug()
		}
		if slug != tt.slug || b.Lang != tt.lang || b.ASCII != tt.ascii || b.Color != tt.color || b.Edition.Atlas().Len() == 0 {
			t.Errorf("%q: opened at %q with %q, ascii %t, colour %s", tt.args, slug, b.Lang, b.ASCII, b.Color)
		}
	}
}

// TestThemeOfBrowser opens the browser with the theme of the flag, else of the environment.
func TestThemeOfBrowser(t *testing.T) {
	for _, tt := range []struct {
		args       string
		vars       map[string]string
		theme      text.ThemeName
		background text.Background
	}{
		{"", nil, text.ThemeAuto, text.UnknownBackground},
		{"--theme light", nil, text.ThemeLight, text.UnknownBackground},
		{"--theme contrast", map[string]string{"VOXATLAS_THEME": "mono", "COLORFGBG": "0;15"}, text.ThemeContrast, text.LightBackground},
		{"", map[string]string{"VOXATLAS_THEME": "deuteranopia", "COLORFGBG": "15;0"}, text.ThemeDeuteranopia, text.DarkBackground},
		{"--theme auto", map[string]string{"VOXATLAS_THEME": "nonsense"}, text.ThemeAuto, text.UnknownBackground},
	} {
		var b cli.Browse
		open := recordBrowse(&b, nil)
		r := run(t, func(env *cli.Env) { open(env); env.Getenv = getenvFrom(tt.vars) }, strings.Fields(tt.args)...)
		if r.code != 0 || b.Theme != tt.theme || b.Background != tt.background {
			t.Errorf("%q %v: %s on %d, %+v", tt.args, tt.vars, b.Theme, b.Background, r)
		}
	}
}

// TestThemeOfPages prints pages in the colours of a theme. Without a known background only
// marks have colours.
func TestThemeOfPages(t *testing.T) {
	const bold, neutralYes, darkYes, lightYes, greenOf16 = "\x1b[1m", "\x1b[38;5;32m", "\x1b[38;5;114m", "\x1b[38;5;22m", "\x1b[92m"
	for _, tt := range []struct {
		args string
		vars map[string]string
		want string
	}{
		{"", nil, neutralYes + "✓\x1b[m Purchase"}, {"--theme contrast", nil, neutralYes}, {"--theme dark", nil, darkYes + "Available"}, {"--theme light", nil, lightYes},
		{"", map[string]string{"COLORFGBG": "0;15"}, lightYes}, {"", map[string]string{"VOXATLAS_THEME": "dark"}, darkYes},
		{"--theme dark", map[string]string{"TERM": "xterm"}, greenOf16}, {"--theme mono", nil, bold},
	} {
		r := run(t, func(env *cli.Env) { env.Getenv = getenvFrom(tt.vars) }, append(strings.Fields("show tw --color always"), strings.Fields(tt.args)...)...)
		if r.code != 0 || !strings.Contains(r.out, tt.want) {
			t.Errorf("%q %v: no %q in %q", tt.args, tt.vars, tt.want, r.out[:min(len(r.out), 900)])
		}
		if tt.want == bold && strings.Contains(r.out, "\x1b[3") {
			t.Errorf("%q: a colour in %q", tt.args, r.out)
		}
	}
}

func TestBrowseEnds(t *testing.T) {
	for _, tt := range []struct {
		err  error
		code int
		talk string
	}{
		{nil, 0, ""},
		{cli.Exit(143), 143, ""},
		{fmt.Errorf("stopped: %w", cli.Exit(130)), 130, ""},
		{context.Canceled, 130, ""},
		{errors.New("no \x1b tty"), 2, "voxatlas: no ? tty; see \"voxatlas help\"\n"},
	} {
		var b cli.Browse
		if r := run(t, recordBrowse(&b, tt.err)); r.code != tt.code || r.err != tt.talk {
			t.Errorf("%v: exit code %d, %q", tt.err, r.code, r.err)
		}
	}
}

// TestPlainMode opens plain mode where the user asks for it, with a terminal or without, and on
// a terminal that can only print.
func TestPlainMode(t *testing.T) {
	for _, tt := range []struct {
		args     string
		term     string
		terminal bool
		plain    bool
	}{
		{"--plain", "xterm", true, true}, {"--plain", "", false, true}, {"--plain tw", "xterm", false, true}, {"tw", "dumb", true, true}, {"", "dumb", true, true},
		{"--plain --open changes", "xterm", true, true}, {"", "xterm", true, false},
		{"tw", "VOXATLAS_PLAIN", false, true}, {"--plain=false tw", "VOXATLAS_PLAIN", true, false},
	} {
		vars := map[string]string{"TERM": tt.term}
		if tt.term == "VOXATLAS_PLAIN" { // a setting
			vars = map[string]string{"VOXATLAS_PLAIN": "true"}
		}
		var b, lines cli.Browse
		r := run(t, func(env *cli.Env) {
			recordBrowse(&b, nil)(env)
			env.Terminal, env.Getenv = tt.terminal, getenvFrom(vars)
			env.Plain = func(_ context.Context, opened cli.Browse) error { lines = opened; return nil }
		}, strings.Fields(tt.args)...)
		if r.code != 0 || (lines.Edition != nil) != tt.plain || (b.Edition != nil) == tt.plain || tt.plain && strings.Contains(tt.args, "tw") && lines.Country.Slug() != "taiwan" {
			t.Errorf("%q with TERM=%s: plain %t, browser %t, %+v", tt.args, tt.term, lines.Edition != nil, b.Edition != nil, r)
		}
	}
	if r := run(t, func(env *cli.Env) {
		env.Getenv = getenvFrom(map[string]string{"TERM": "dumb"})
		env.Plain = func(context.Context, cli.Browse) error { t.Error("opened without a terminal"); return nil }
	}); r.code != 2 {
		t.Errorf("TERM=dumb without a terminal: %+v", r)
	}
}

// TestDumbTerminal wants an error where the terminal cannot show a browser, and there is no plain
// mode.
func TestDumbTerminal(t *testing.T) {
	var b cli.Browse
	r := run(t, func(env *cli.Env) {
		recordBrowse(&b, nil)(env)
		env.Getenv = getenvFrom(map[string]string{"TERM": "dumb"})
	}, "tw", "--color", "always")
	if b.Edition != nil || r.code != 2 || !strings.Contains(r.err, `TERM=dumb`) || !strings.Contains(r.err, `"voxatlas show taiwan"`) {
		t.Errorf("opened %t: %+v", b.Edition != nil, r)
	}
}

func TestNoBrowser(t *testing.T) {
	if r := run(t, onTerminal(80)); r.code != 2 || r.err == "" {
		t.Errorf("without a browser: %+v", r)
	}
}
