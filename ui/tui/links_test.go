package tui

import (
	"errors"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"voxatlas/model"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/opener"
	"voxatlas/ui/tui/pane"
)

// copied presses y and returns the text for the clipboard.
func copied(a *App, keys string) string {
	pressKeys(a, strings.Fields(keys)...)
	_, cmd := a.Update(keyMsg("y"))
	if cmd == nil {
		return ""
	}
	return reflect.ValueOf(cmd()).String()
}

// TestCopyLink copies the link under the cursor, else that of the page, in the
// interface's language.
func TestCopyLink(t *testing.T) {
	const docs, pages = "https://learn.microsoft.com/zh-tw/microsoftteams/", "phone-reference/plan-availability/"
	for _, tt := range []struct{ keys, want string }{
		{"台 灣 esc", "availability-in-taiwan"}, // esc clears, and esc browses
		{"台 灣 enter", "availability-in-taiwan"},
		{"台 灣 enter j", "teams-add-on-licensing/microsoft-teams-add-on-licensing"},
		{"台 灣 enter j j", "getting-service-phone-numbers"},
		{"台 灣 enter G", "availability-in-taiwan"},
		{"台 灣 enter j j enter G", "getting-service-phone-numbers"},
	} {
		a := newFixture(t).newApp("zh-TW", 120, 40)
		got := copied(a, strings.Replace(tt.keys, " esc", " enter esc", 1))
		if got = strings.Replace(strings.TrimPrefix(got, docs), pages, "", 1); got != tt.want {
			t.Errorf("%s y: copied %q, want %q", tt.keys, got, tt.want)
		}
		if last := tt.want[strings.LastIndexByte(tt.want, '/')+1:]; !strings.Contains(visibleText(a), "已送出複製：.../"+last) {
			t.Errorf("%s y: the notice does not name %s:\n%s", tt.keys, last, visibleText(a))
		}
		pressKeys(a, "j")
		if strings.Contains(visibleText(a), "已送出複製") {
			t.Error("the notice stays")
		}
	}
	a := newFixture(t).newApp("en", 160, 40)
	if got, want := a.shortAddress("https://go.microsoft.com/fwlink/?linkid=799762"), "Audio Conferencing: pricing"; got != want {
		t.Errorf("an address without words is named %q, want %q", got, want)
	}
	if got := copied(a, "?"); got != "" {
		t.Errorf("in the help, y copies %q", got)
	}
}

// TestNoticesFit shows every notice about a link on a screen of 40 columns: it says all,
// or what was asked for and who may refuse it.
func TestNoticesFit(t *testing.T) {
	f := newFixture(t)
	for _, loc := range f.localizers {
		if !scripted(loc) {
			continue
		}
		for _, tmux := range []bool{false, true} {
			for _, failure := range []error{nil, opener.ErrMissing, opener.ErrRefused, errors.New("exit status 3")} {
				a := f.newApp(loc.Lang(), 40, 10, func(c *Config) {
					c.Country, c.Tmux, c.OpenLink = f.atlas.Country("turks-and-caicos-islands"), tmux, func(string) error { return failure }
				})
				pressKeys(a, "y")
				checkNotice(t, a, map[bool]string{false: a.notice[len(a.notice)-1][:6], true: "tmux"}[tmux])
				_, cmd := a.Update(keyMsg("o"))
				a.Update(cmd())
				checkNotice(t, a, "")
			}
		}
	}
}

// checkNotice fails if the notice is cut or lacks a text.
func checkNotice(t *testing.T, a *App, want string) {
	t.Helper()
	footer := strings.TrimSpace(footerOf(a))
	if shown := a.notice.fit(38); strings.Contains(footer, "...") || !strings.Contains(footer, shown) || text.Width(shown) > 38 || !strings.Contains(footer, want) {
		t.Errorf("the footer is %q, the notice %q", footer, a.notice)
	}
	checkFits(t, a, 40, 10)
}

func footerOf(a *App) string {
	lines := strings.Split(strings.TrimRight(visibleText(a), "\n"), "\n")
	return lines[len(lines)-1]
}

// TestOpenLink opens the link under the cursor at home. Without an opener, as over SSH,
// there is no such key, in the help neither.
func TestOpenLink(t *testing.T) {
	f := newFixture(t)
	var opened []string
	a := f.newApp("en", 80, 60, func(c *Config) {
		c.OpenLink = func(address string) error { opened = append(opened, address); return nil }
	})
	pressKeys(a, strings.Fields("t a i w a n enter j")...)
	_, cmd := a.Update(keyMsg("o"))
	if cmd == nil || len(opened) > 0 {
		t.Fatalf("Update opened %q itself", opened)
	}
	a.Update(cmd())
	if len(opened) != 1 || !strings.HasSuffix(opened[0], "/microsoft-teams-add-on-licensing") || !strings.Contains(footerOf(a), "Opening .../microsoft-teams-add-on-licensing") {
		t.Errorf("opened %q: %s", opened, footerOf(a))
	}
	help := f.newApp("en", 80, 60).look.Localizer.Text("help.open_link")
	_, words, _ := strings.Cut(help, "|")
	if pressKeys(a, "?"); !strings.Contains(visibleText(a), words) {
		t.Errorf("the help lacks %q", words)
	}
	remote := f.newApp("en", 80, 60)
	pressKeys(remote, strings.Fields("t a i w a n enter j")...)
	if _, cmd := remote.Update(keyMsg("o")); cmd != nil {
		t.Error("a link is opened without an opener")
	}
	if pressKeys(remote, "?"); strings.Contains(visibleText(remote), words) {
		t.Errorf("the help has %q", words)
	}
}

// TestEveryAddressIsALink looks for addresses in the frames that are no links: in the
// answers, the info and the overlays.
func TestEveryAddressIsALink(t *testing.T) {
	f := newFixture(t)
	link := regexp.MustCompile(`\x1b\]8;id=\w+;[^\x1b]+\x1b\\.*?\x1b\]8;;\x1b\\`)
	for _, lang := range []model.Lang{"en", "zh-TW"} {
		a := f.newApp(lang, 200, 60, func(c *Config) { c.Country = f.atlas.Country("france") })
		seen := 0
		for _, keys := range []string{"", "G", "enter", "G", "esc esc / 日 enter j j", "d", "d E", "E ?"} {
			pressKeys(a, strings.Fields(keys)...)
			for _, row := range frameRows(a.Frame()) {
				seen += len(link.FindAllString(row, -1))
				if rest := link.ReplaceAllString(row, ""); strings.Contains(rest, "https://") {
					t.Errorf("%s: an address is no link: %q", keys, rest)
				}
			}
		}
		if seen < 20 {
			t.Errorf("%d links", seen)
		}
	}
}

// TestFindInPanes searches inside the info, the changes and the help. Elsewhere, and by
// ctrl+f everywhere, a search goes to the search box.
func TestFindInPanes(t *testing.T) {
	f := newFixture(t)
	count := regexp.MustCompile(`/ The +(\d+)/(\d+)\s`)
	for _, open := range []string{"enter enter", "d", "?"} {
		a := f.newApp("en", 100, 30, func(c *Config) { c.Country = f.atlas.Country("france") })
		pressKeys(a, strings.Fields(open+" / T paste:he")...)
		checkFits(t, a, 100, 30)
		if !a.focusedPane().Typing() || !strings.Contains(visibleText(a), "/ The") {
			t.Errorf("%s: no search:\n%s", open, visibleText(a))
		}
		x, y, ok := a.cursor()
		if c := a.focusedPane().Cursor(); !ok || c.Kind != pane.TextCursor || y != 28 || x < 5 {
			t.Errorf("%s: the cursor is at %d, %d", open, x, y)
		}
		first := count.FindStringSubmatch(visibleText(a))
		pressKeys(a, "enter", "n")
		checkFits(t, a, 100, 30)
		if second := count.FindStringSubmatch(visibleText(a)); first == nil || second == nil || first[1] == second[1] || first[2] != second[2] {
			t.Errorf("%s: n leads from %q to %q:\n%s", open, first, second, visibleText(a))
		}
		pressKeys(a, "N", "esc")
		if strings.Contains(visibleText(a), "/ The") {
			t.Errorf("%s: escape does not end the search:\n%s", open, visibleText(a))
		}
		if pressKeys(a, "ctrl+f"); a.overlay != nil || !a.countries.Typing() {
			t.Errorf("%s: ctrl+f does not lead to the search box", open)
		}
	}
	a := f.newApp("en", 100, 30)
	if pressKeys(a, "enter", "E", "/"); a.overlay != nil || !a.countries.Typing() {
		t.Error("in the editions, / does not lead to the search box")
	}
}

// TestStepsAreLinks looks for the links of the next steps: they are there while the
// answers have the focus. In the list they would be a third of the bytes of each key.
func TestStepsAreLinks(t *testing.T) {
	a := newFixture(t).newApp("en", 80, 40)
	pressKeys(a, strings.Fields("t a i w a n")...)
	const step = "/teams-add-on-licensing/microsoft-teams-add-on-licensing\x1b\\"
	for _, k := range []struct {
		key   string
		links bool
	}{{"", false}, {"enter", true}, {"esc", false}} {
		if k.key != "" {
			pressKeys(a, k.key)
		}
		if got := strings.Contains(strings.Join(frameRows(a.Frame()), "\n"), step); got != k.links {
			t.Errorf("after %q: a step is a link: %v, want %v", k.key, got, k.links)
		}
	}
}
