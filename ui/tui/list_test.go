package tui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"voxatlas/data/mine"
	"voxatlas/ui/text"
)

// listStates are keys that lead to lists over several countries.
var listStates = []string{
	"F5", "F5 paste:cp|zz", "F5 paste:region:ocean", "F5 paste:tollfree space enter v s", "F5 paste:cp enter x G space k space s enter 3 j v esc",
	"F5 paste:cp enter / paste:台灣", "F5 paste:cp space !cp enter v", "F5 paste:" + strings.Repeat("tollfree|toll|", 8) + "cp",
}

// TestEveryListFits draws lists over several countries at many sizes in every language.
func TestEveryListFits(t *testing.T) {
	f := newFixture(t)
	for _, loc := range f.localizers {
		t.Run(string(loc.Lang()), func(t *testing.T) {
			t.Parallel()
			for i, keys := range listStates {
				a := f.newApp(loc.Lang(), 80, 24, func(c *Config) { keepMine(c, "TW", "JP"); c.Color, c.ASCII = i%2 == 0, i%3 == 0 })
				pressKeys(a, strings.Fields(keys)...)
				for w := 20; w <= 130; w += 5 {
					for _, h := range []int{5, 6, 7, 8, 9, 10, 12, 15, 24, 40} {
						a.Update(tea.WindowSizeMsg{Width: w, Height: h})
						checkFits(t, a, w, h)
					}
				}
			}
		})
	}
}

// TestListNeedsNoColour wants the same text on a terminal without colours, and on dark
// and light backgrounds; what a colour tells, a word or a mark tells, too.
func TestListNeedsNoColour(t *testing.T) {
	f := newFixture(t)
	for _, keys := range listStates {
		plain := f.newApp("en", 120, 40)
		dark := f.newApp("en", 120, 40, func(c *Config) { c.Color = true })
		for _, a := range []*App{plain, dark} {
			pressKeys(a, strings.Fields(keys)...)
		}
		light := visibleText(dark)
		dark.Update(tea.BackgroundColorMsg{Color: white{}})
		if want := visibleText(plain); visibleText(dark) != want || light != want {
			t.Errorf("after %s colours change the text:\n%s\nwant\n%s", keys, visibleText(dark), want)
		}
	}
}

// TestMarksSurvive marks countries, and wants the marks back after everything else.
func TestMarksSurvive(t *testing.T) {
	a := newFixture(t).newApp("en", 120, 40)
	pressKeys(a, strings.Fields("t a i w a n enter esc space")...)
	for _, keys := range []string{"esc", "esc", "L", "F5 c p enter", "x", "esc", "E j enter", "E k enter", "v s", "/ j a p enter esc", "m esc", "enter space esc", "? space esc"} {
		pressKeys(a, strings.Fields(keys)...)
		if got := a.countries.Marked(); len(got) != 1 || got[0].ISO2() != "TW" || a.atlas.Counterpart(got[0]) != got[0] {
			t.Fatalf("after %s %v are marked", keys, got)
		}
	}
	pressKeys(a, strings.Fields("esc / t a i w a n enter esc space")...)
	if got := a.countries.Marked(); len(got) != 0 {
		t.Errorf("%v are marked", got)
	}
}

// keepMine lets a browser keep the user's own countries in memory.
func keepMine(c *Config, codes ...string) {
	c.Mine = func() ([]string, error) { return codes, nil }
	c.SaveMine = func(list []string) error { codes = list; return nil }
}

// runCommand runs a command of an App, and those that follow from the user's own
// countries. It reports whether one of them quits.
func runCommand(a *App, cmd tea.Cmd) (quit bool) {
	for cmd != nil {
		msg := cmd()
		switch msg.(type) {
		case mineMsg, printedMsg, writtenMsg:
		default:
			_, quit := msg.(tea.QuitMsg)
			return quit
		}
		_, cmd = a.Update(msg)
	}
	return false
}

// TestMine adds and removes countries of the user's own, and fails to.
func TestMine(t *testing.T) {
	f := newFixture(t)
	var saved []string
	var fails error
	a := f.newApp("en", 120, 40, func(c *Config) {
		c.Mine = func() ([]string, error) { return saved, fails }
		c.SaveMine = func(codes []string) error { saved = codes; return fails }
	})
	pressKeys(a, strings.Fields("t a i w a n enter b j b / j a p enter b b b")...)
	if !slices.Equal(saved, []string{"JP"}) {
		t.Errorf("saved %v, want Japan", saved)
	}
	fails = &mine.Error{Kind: mine.Damaged, Path: "/x/mine.json\x1b[31m", Why: "no JSON"}
	pressKeys(a, strings.Fields("b")...)
	footer := func() string {
		rows := strings.Split(strings.TrimSpace(visibleText(a)), "\n")
		return rows[len(rows)-1]
	}
	if got := footer(); !strings.Contains(got, `mine: "/x/mine.json`) || !slices.Equal(saved, []string{"JP"}) {
		t.Errorf("the footer says %q, saved is %v", got, saved)
	}
	fails = errors.New("full\ndisk")
	pressKeys(a, "b")
	if got := footer(); !strings.Contains(got, "full") {
		t.Errorf("the footer says %q", got)
	}
	a = f.newApp("en", 120, 40)
	pressKeys(a, strings.Fields("esc b")...)
	if got := footer(); !strings.Contains(got, "ot over SSH") {
		t.Errorf("without a file, the footer says %q", got)
	}
}

// TestAbsentOverSSH presses the keys that do nothing over SSH, in the panes and in overlays:
// each says why. In an overlay without a view to write, w is no key.
func TestAbsentOverSSH(t *testing.T) {
	f := newFixture(t)
	const open, write = "No links open over SSH", "No files over SSH"
	for keys, want := range map[string]string{
		"esc o": open, "esc ctrl+o": open, "esc w": write, "esc b": "ot over SSH",
		"esc m o": open, "esc m w": write, "esc c w": write, "esc d o": open, "esc : ctrl+o": open,
	} {
		a := f.newApp("en", 120, 40, func(c *Config) { c.OpenLink, c.Write = nil, nil })
		if pressKeys(a, strings.Fields(keys)...); !strings.Contains(visibleText(a), want) {
			t.Errorf("%s does not say %q", keys, want)
		}
	}
	for _, keys := range []string{"esc d w", "esc m / w", "esc : o"} {
		a := f.newApp("en", 120, 40, func(c *Config) { c.OpenLink, c.Write = nil, nil })
		if pressKeys(a, strings.Fields(keys)...); strings.Contains(visibleText(a), "over SSH") {
			t.Errorf("%s says that something is absent", keys)
		}
	}
}

// TestTranslateOutOfSight presses t on a screen without room for the info pane beside the
// others: the text is translated when it comes into sight, and back where it is in sight.
func TestTranslateOutOfSight(t *testing.T) {
	a := newFixture(t).newApp("en", 60, 15)
	for i, step := range []struct {
		keys    string
		chinese bool
	}{{"esc t", true}, {"esc t", true}, {"t", false}, {"esc t", true}} {
		pressKeys(a, strings.Fields(step.keys)...)
		if chinese := strings.Contains(visibleText(a), "打電話加入會議"); chinese != step.chinese {
			t.Errorf("step %d, %s: Chinese %v, want %v:\n%s", i, step.keys, chinese, step.chinese, visibleText(a))
		}
	}
}

// TestQuitWaitsForMine quits while countries of the user's own are being saved.
func TestQuitWaitsForMine(t *testing.T) {
	a := newFixture(t).newApp("en", 120, 40, func(c *Config) { keepMine(c) })
	pressKeys(a, "esc")
	_, save := a.Update(keyMsg("b"))
	_, second := a.Update(keyMsg("b"))
	_, quit := a.Update(keyMsg("q"))
	if save == nil || second != nil || quit != nil {
		t.Fatal("two changes are saved at a time, or quitting does not wait")
	}
	_, next := a.Update(save())
	if next == nil {
		t.Fatal("the second change is not saved")
	}
	if _, last := a.Update(next()); last == nil || last() != (tea.QuitMsg{}) {
		t.Error("the browser does not quit")
	}
}

// TestColumnRedrawsItselfOnly moves the cursor of the answers: in the list, only the
// column and its heading change.
func TestColumnRedrawsItselfOnly(t *testing.T) {
	a := newFixture(t).newApp("zh-TW", 120, 40)
	pressKeys(a, strings.Fields("esc v enter")...)
	before := a.countries.View()
	pressKeys(a, "j", "j")
	changed := false
	for i, l := range a.countries.View() {
		was := []rune(ansi.Strip(before[i]))
		if now := []rune(ansi.Strip(l)); i > 1 && l != before[i] {
			changed = true
			now[1], was[1] = ' ', ' '
			if string(now) != string(was) {
				t.Errorf("row %d changes from %q to %q", i, before[i], l)
			}
		}
		if text.Width(l) > 29 {
			t.Errorf("%q is too wide", l)
		}
	}
	if !changed {
		t.Error("the column does not follow the answers")
	}
}

// TestFilterLine types in the filter line, and leaves it.
func TestFilterLine(t *testing.T) {
	for _, tt := range []struct {
		keys, line string // the line, without its prompt and count
		filter     string // in force
		typing     bool
	}{
		{"F5", "e.g. cp !tollfree", "", true},
		{"F5 c p", "cp", "cp", true},
		{"F5 c p enter", "cp", "cp", false},
		{"F5 c p F5", "cp", "cp", false},
		{"esc f f", "f", "", true},
		{"t a i enter f paste:cp¶tollfree enter", "cp tollfree", "cp tollfree", false},
		{"F5 ＣＰ ： y e s", "ＣＰ：yes", "cp:yes", true},
		{"F5 t o l l f tab", "tollfree", "tollfree", true},
		{"F5 t o l l f tab tab c tab", "llfree callme  38 + 4", "tollfree callme", true},
		{"F5 免 付 費 tab", "tollfree", "tollfree", true},
		{"F5 ！ 通 話 方 案 tab", "！cp", "!cp", true},
		{"F5 paste:cp|toll-free tab", "cp|tollfree", "cp|tollfree", true},
		{"F5 paste:callme:credits tab", ":needs_credits  70 +", "callme:needs_credits", true},
		{"F5 v o i c e tab", "vm", "vm", true},
		{"F5 x y z z y tab", "xyzzy", "", true},
		{"F5 down down enter enter", "auto", "auto", false},
		{"F5 c p c enter", "cpc", "cp", true},
		{"F5 c p c tab enter", "cp", "cp", false},
		{"F5 space space paste:callme:credits tab", ":needs_credits  70 +", "callme:needs_credits", true},
		{"F5 c p space z z enter", "cp zz", "cp", true},
		{"F5 c p esc", "e.g. cp !tollfree", "", true},
		{"F5 c p enter esc", "", "", false},
		{"F5 c p enter / j a p enter esc esc", "cp", "cp", false},
		{"F5 c p enter / j a p enter esc esc esc", "", "", false},
		{"F5 c p ctrl+f j a p", "cp", "cp", true},
		{`F5 paste:city:"ho_chi`, `city:"ho chi`, "", true},
		{`F5 paste:city:"ho_chi_minh`, `ty:"ho chi minh  0 +`, `city:"ho chi minh"`, true},
		{"F5 c p enter E j enter", "cp", "cp", false},
		{"F5 paste:changed enter E j enter", "changed", "", false},
		{"F5 paste:changed enter E j enter E k enter", "changed", "changed", false},
		{"F5 paste:\x1b[31mcp\x07 enter", "[31mcp", "", true},
	} {
		a := newFixture(t).newApp("en", 120, 40)
		for key := range strings.FieldsSeq(tt.keys) {
			pressKeys(a, strings.NewReplacer("_", " ", "¶", "\n").Replace(key))
		}
		line := strings.TrimSpace(strings.Split(visibleText(a), "\n")[2][:28])
		if text, ok := strings.CutPrefix(line, "Filter "); ok {
			line, _, _ = strings.Cut(text, "   ")
		} else {
			line = ""
		}
		if got := a.countries.Filter(); line != tt.line || got != tt.filter || a.countries.Typing() != tt.typing {
			t.Errorf("after %s: %q, filter %q, typing %v; want %q, %q, %v\n%s", tt.keys, line, got, a.countries.Typing(), tt.line, tt.filter, tt.typing, visibleText(a))
		}
	}
}
