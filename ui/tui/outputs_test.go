package tui

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"voxatlas/data"
	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/tui/screen"
)

// withOutputs makes a browser copy the commands of views, and write files of which one
// exists, old.csv.
func withOutputs(c *Config) {
	c.Print = func(o commandline.Output) (string, error) { return strings.Join(o.Args(), " "), nil }
	c.Write = func(_ commandline.Output, file string, replace bool) error {
		if file == "old.csv" && !replace {
			return data.ErrExists
		}
		return nil
	}
}

// TestCopyChoices copies what is chosen: the views of the cursor, of the marks and of the
// filter.
func TestCopyChoices(t *testing.T) {
	f := newFixture(t)
	for keys, want := range map[string]string{
		"esc Y enter":                                 "show taiwan --brief --format text",
		"esc Y right enter":                           "table taiwan --format tsv",
		"j Y enter":                                   "show taiwan --only ac --format text",
		"j Y right down enter":                        "show taiwan --brief --format md",
		"j Y k l l k enter":                           "table taiwan --format tsv",
		"esc f c p enter Y left left enter":           "table --where cp --format tsv",
		"esc f c p enter Y left enter":                "compare at be ca hr cz dk --format tsv",
		"esc space down space down Y left left enter": "table tw th --format tsv",
		"esc space down space Y left enter":           "compare tw th --format tsv",
		"m s Y enter":                                 "table --sort ac --format tsv",
		"c Y enter":                                   "show taiwan --only ac --format text",
		"i enter Y enter":                             "history taiwan audio_conferencing --format text",
		"j j i Y right enter":                         "history taiwan auto --format text",
		"Y esc Y q enter":                             "",
	} {
		a := f.newApp("en", 120, 40, withOutputs, func(c *Config) { c.Country = f.atlas.Country("taiwan") })
		got := ""
		for _, k := range strings.Fields(keys) {
			_, cmd := a.Update(keyMsg(k))
			if cmd == nil {
				continue
			}
			msg := cmd()
			if printed, ok := msg.(printedMsg); ok {
				_, cmd = a.Update(printed)
				got = strings.Replace(reflect.ValueOf(cmd()).String(), " --lang en --color never", "", 1)
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q\n%s", keys, got, want, footerOf(a))
		}
	}
}

// TestLongCopy copies nothing that is too long for a clipboard, and says so.
func TestLongCopy(t *testing.T) {
	f := newFixture(t)
	for _, w := range []int{40, 120} {
		a := f.newApp("en", w, 20, func(c *Config) {
			c.Country = f.atlas.Country("taiwan")
			c.Print = func(commandline.Output) (string, error) { return strings.Repeat("x", screen.MaxClipboard+1), nil }
		})
		pressKeys(a, "Y")
		_, cmd := a.Update(keyMsg("enter"))
		if _, cmd = a.Update(cmd()); cmd != nil || !strings.Contains(footerOf(a), "101 kB") {
			t.Errorf("%s", footerOf(a))
		}
		checkFits(t, a, w, 20)
	}
}

// TestWriteKeys: nothing is written in Update; a file that exists is replaced only after
// a question; quitting waits for a file.
func TestWriteKeys(t *testing.T) {
	f := newFixture(t)
	newApp := func() *App {
		return f.newApp("en", 80, 24, withOutputs, func(c *Config) { c.Country = f.atlas.Country("taiwan") })
	}
	a := newApp()
	pressKeys(a, "w", "paste:old\x1b[31m.csv")
	if strings.Contains(a.View().Content, "\x1b[31m.csv") {
		t.Error("a paste reaches the terminal as it came")
	}
	a = newApp()
	pressKeys(a, "w", "paste:old.csv")
	_, cmd := a.Update(keyMsg("enter"))
	a.Update(cmd())
	if !strings.Contains(footerOf(a), "old.csv exists. Replace it?") {
		t.Fatal(footerOf(a))
	}
	if pressKeys(a, "n"); !strings.Contains(footerOf(a), "to old.csv") {
		t.Error(footerOf(a))
	}
	_, cmd = a.Update(keyMsg("enter"))
	a.Update(cmd())
	_, cmd = a.Update(keyMsg("ctrl+r"))
	if _, quit := a.Update(keyMsg("q")); quit != nil {
		t.Error("quitting does not wait for the file")
	}
	if _, cmd = a.Update(cmd()); cmd == nil {
		t.Error("the file is written, and the browser goes on")
	}
	if a = newApp(); !pressesNothing(a, "w", "enter", "w") {
		t.Error("a second file is asked for before the first one is written")
	}
}

// pressesNothing sends keys without carrying out their commands, and reports whether no
// line is open after them.
func pressesNothing(a *App, keys ...string) bool {
	for _, k := range keys {
		a.Update(keyMsg(k))
	}
	return a.outputs.line == nil
}

// TestFailures shows errors of printing and writing on every screen.
func TestFailures(t *testing.T) {
	f := newFixture(t)
	for _, lang := range []model.Lang{"en", "zh-TW"} {
		for _, w := range []int{20, 40, 80, 120} {
			hostile := errors.New("table: \x1b]0;x\a" + strings.Repeat("long ", 60))
			a := f.newApp(lang, w, 10, func(c *Config) {
				c.Country = f.atlas.Country("taiwan")
				c.Print = func(commandline.Output) (string, error) { return "", hostile }
				c.Write = func(commandline.Output, string, bool) error { return hostile }
			})
			for _, k := range []string{"Y", "w"} {
				pressKeys(a, k)
				_, cmd := a.Update(keyMsg("enter"))
				if _, cmd = a.Update(cmd()); cmd != nil {
					t.Error("something is copied")
				}
				checkFits(t, a, w, 10)
			}
		}
	}
}

// TestOutputLineFits types anything into the lines: they fit every screen, and the cursor
// stands in them.
func TestOutputLineFits(t *testing.T) {
	f := newFixture(t)
	rapid.Check(t, func(r *rapid.T) {
		lang := rapid.SampledFrom([]model.Lang{"en", "zh-TW"}).Draw(r, "lang")
		w := rapid.IntRange(20, 130).Draw(r, "w")
		a := f.newApp(lang, w, 10, withOutputs, func(c *Config) { c.Country = f.atlas.Country("japan") })
		keys := rapid.SliceOfN(rapid.SampledFrom([]string{"Y", "w", "left", "right", "up", "down", "tab", "shift+tab", "enter", "esc", "a", "台", "/", ".", "backspace", "home", "end", "ctrl+u", "y", "m", "paste:\x00\x1b[0m\u202ex\nold.csv", "F2"}), 1, 25).Draw(r, "keys")
		for _, k := range keys {
			_, cmd := a.Update(keyMsg(k))
			if cmd != nil {
				switch msg := cmd().(type) {
				case printedMsg, writtenMsg:
					a.Update(msg)
				case tea.QuitMsg:
					return
				}
			}
			checkFits(t, a, w, 10)
		}
	})
}
