package tui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/width"
	"pgregory.net/rapid"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/layout"
	"voxatlas/ui/tui/pane"
	"voxatlas/ui/tui/screen"
)

var update = flag.Bool("update", false, "rewrite the frames under testdata")

// fixture holds the facts and languages that a test needs. Atlases are immutable,
// so Apps share them.
type fixture struct {
	atlas      *model.Atlas // of the newest edition
	library    *library.Library
	localizers []say.Localizer // of every language
}

// scripted reports whether frame scripts know the language of loc.
func scripted(loc say.Localizer) bool { return loc.Lang() == "en" || loc.Lang() == "zh-TW" }

func newFixture(t testing.TB) fixture {
	t.Helper()
	f := fixture{library: library.Of("2021-03-23", "2023-01-26")}
	f.atlas = f.library.Newest().Atlas()
	localizers := say.Localizers()
	f.localizers = localizers
	return f
}

// testClock returns the time of all tests.
func testClock() time.Time { return time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC) }

// newApp returns an App of w by h cells.
func (f fixture) newApp(lang model.Lang, w, h int, change ...func(*Config)) *App {
	a := f.newAppAlone(lang, w, h, change...)
	if read := a.readMine(); read != nil {
		a.Update(read())
	}
	return a
}

// newAppAlone returns an App before it has the user's own countries. In a language of
// the frame scripts it has no other languages, since a key shows the next one.
func (f fixture) newAppAlone(lang model.Lang, w, h int, change ...func(*Config)) *App {
	c := Config{StartOptions: commandline.StartOptions{Library: f.library, Lang: lang}, Localizers: f.localizers, Now: testClock}
	if i := slices.IndexFunc(c.Localizers, func(loc say.Localizer) bool { return loc.Lang() == lang }); i >= 0 && scripted(c.Localizers[i]) {
		c.Localizers = slices.DeleteFunc(slices.Clone(c.Localizers), func(loc say.Localizer) bool { return !scripted(loc) })
	}
	for _, ch := range change {
		ch(&c)
	}
	a := New(c)
	a.Update(tea.WindowSizeMsg{Width: w, Height: h})
	return a
}

// pressKeys sends keys, as "down", "ctrl+u", "F2" or text, and events of the mouse, as
// "click:12,3" and "wheel:12,3,down", with the column and row from 0. It reports whether
// one of them quit.
func pressKeys(a *App, keys ...string) (quit bool) {
	for _, k := range keys {
		_, cmd := a.Update(keyMsg(k))
		quit = runCommand(a, cmd) || quit
	}
	return quit
}

func keyMsg(name string) tea.Msg {
	if text, ok := strings.CutPrefix(name, "paste:"); ok {
		return tea.PasteMsg{Content: text}
	}
	if place, ok := strings.CutPrefix(name, "click:"); ok {
		return tea.MouseClickMsg(mouseAt(place, tea.MouseLeft))
	}
	if place, ok := strings.CutPrefix(name, "wheel:"); ok {
		place, up := strings.CutSuffix(place, ",up")
		if up {
			return tea.MouseWheelMsg(mouseAt(place, tea.MouseWheelUp))
		}
		return tea.MouseWheelMsg(mouseAt(strings.TrimSuffix(place, ",down"), tea.MouseWheelDown))
	}
	special := map[string]tea.Key{
		"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
		"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
		"enter": {Code: tea.KeyEnter}, "tab": {Code: tea.KeyTab}, "shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
		"esc": {Code: tea.KeyEscape}, "backspace": {Code: tea.KeyBackspace}, "space": {Code: tea.KeySpace, Text: " "},
	}
	if k, ok := special[name]; ok {
		return tea.KeyPressMsg(k)
	}
	if n, err := strconv.Atoi(strings.TrimPrefix(name, "F")); err == nil && name[0] == 'F' {
		return tea.KeyPressMsg{Code: tea.KeyF1 + rune(n-1)}
	}
	if letter, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(letter[0]), Mod: tea.ModCtrl}
	}
	r, _ := utf8.DecodeRuneInString(name)
	return tea.KeyPressMsg{Code: r, Text: name}
}

// mouseAt returns the mouse at a place "x,y".
func mouseAt(place string, button tea.MouseButton) tea.Mouse {
	x, y, _ := strings.Cut(place, ",")
	m := tea.Mouse{Button: button}
	m.X, _ = strconv.Atoi(x)
	m.Y, _ = strconv.Atoi(y)
	return m
}

// frameRows returns the rows of a frame, each exactly as wide as it.
func frameRows(f screen.Frame) []string {
	rows := make([]string, f.H)
	slices.SortStableFunc(f.Rects, func(a, b screen.Rect) int { return a.X - b.X })
	for _, r := range f.Rects {
		for i, line := range r.Lines {
			rows[r.Y+i] = text.Fit(rows[r.Y+i], r.X) + text.Fit(line, r.W)
		}
	}
	for y := range rows {
		rows[y] = text.Fit(rows[y], f.W)
	}
	return rows
}

// visibleText returns the rows of the frame without colours and trailing blanks.
func visibleText(a *App) string {
	lines := frameRows(a.Frame())
	for i, l := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(l), " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// TestFrames runs the frame scripts. A file of testdata names a screen size, a
// language and a start; each file inside it is named by the keys that are pressed,
// and holds the screen after them.
func TestFrames(t *testing.T) {
	f := newFixture(t)
	scripts, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatal("no frame scripts", err)
	}
	for _, path := range scripts {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			script, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			a := f.startScript(t, string(script.Comment))
			drawn := visibleText
			if strings.Contains(string(script.Comment), " theme:") {
				drawn = styledText
			}
			for i, frame := range script.Files {
				pressKeys(a, strings.Fields(frame.Name)...)
				got := drawn(a)
				if got != string(frame.Data) && !*update {
					t.Errorf("after %q:\n%s\nwant:\n%s", frame.Name, got, frame.Data)
				}
				script.Files[i].Data = []byte(got)
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(script), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// startScript makes an App from the first line of a script: "80x24 zh-TW", and
// words that change the start: a slug to open at, ascii, mouse, columns, outputs, rollout, mine:TW,JP,
// theme:light,0;15,16 (see useThemeWord), of which the frames have their styles.
func (f fixture) startScript(t *testing.T, comment string) *App {
	t.Helper()
	first, _, _ := strings.Cut(comment, "\n")
	words := strings.Fields(first)
	var w, h int
	if _, err := fmt.Sscanf(words[0], "%dx%d", &w, &h); err != nil {
		t.Fatalf("%q: %v", first, err)
	}
	return f.newApp(model.Lang(words[1]), w, h, func(c *Config) {
		for _, word := range words[2:] {
			if word == "ascii" {
				c.ASCII = true
			} else if word == "columns" {
				c.Columns = []model.Feature{model.CallingPlansPurchase, model.TollFreeNumbers}
			} else if word == "mouse" {
				c.Mouse = true
			} else if theme, ok := strings.CutPrefix(word, "theme:"); ok {
				useThemeWord(t, c, theme)
			} else if word == "eleven" {
				c.Library = library.Of(elevenEditions...)
				c.Edition = c.Library.Newest()
				f.atlas = c.Edition.Atlas()
			} else if word == "rollout" {
				withRollout(f, c)
			} else if word == "outputs" {
				withOutputs(c)
			} else if codes, ok := strings.CutPrefix(word, "mine:"); ok {
				keepMine(c, strings.Split(codes, ",")...)
			} else if c.Country = f.atlas.Country(word); c.Country == nil {
				t.Fatalf("%q: no country %s", first, word)
			}
		}
	})
}

// elevenEditions are the dates of the editions of scripts about history.
var elevenEditions = []string{
	"2018-08-30", "2019-02-28", "2019-08-15", "2020-02-06", "2020-08-17", "2020-12-03", "2021-03-23", "2021-06-28", "2021-12-31", "2022-07-01", "2023-01-26",
}

// TestEveryFrameFits draws many sizes in every language and pane. It looks for
// lines of a wrong width, and for characters whose width differs between
// terminals.
func TestEveryFrameFits(t *testing.T) {
	f := newFixture(t)
	all := []int{1, 4, 5, 6, 7, 8, 10, 12, 15, 24, 40, 80}
	for _, loc := range f.localizers {
		t.Run(string(loc.Lang()), func(t *testing.T) {
			t.Parallel()
			for _, slug := range []string{"australia", "the-united-states-u-s"} {
				a := f.newApp(loc.Lang(), 80, 24, func(c *Config) { c.Country, c.Color = f.atlas.Country(slug), true })
				pressKeys(a, "G", "k", "k", "k")
				for w := 1; w <= 250; w++ {
					heights := all
					if w%8 != 0 {
						heights = []int{5 + w%35}
					}
					for focus := range layout.NumSlots {
						a.focus = focus
						for _, h := range heights {
							a.Update(tea.WindowSizeMsg{Width: w, Height: h})
							checkFits(t, a, w, h)
						}
					}
				}
			}
		})
	}
}

// TestEveryCountryFits shows every country, every topic, and the help.
func TestEveryCountryFits(t *testing.T) {
	f := newFixture(t)
	for _, loc := range f.localizers {
		for _, w := range []int{20, 40, 80, 120} {
			t.Run(fmt.Sprintf("%s/%d", loc.Lang(), w), func(t *testing.T) {
				t.Parallel()
				a := f.newApp(loc.Lang(), w, 60)
				for range f.atlas.Len() {
					checkFits(t, a, w, 60)
					pressKeys(a, "enter")
					checkFits(t, a, w, 60)
					pressKeys(a, "esc", "/", "down")
				}
				pressKeys(a, "enter", "g")
				for range model.Topics() {
					pressKeys(a, "l", "end")
					checkFits(t, a, w, 60)
					pressKeys(a, "h", "j")
				}
				pressKeys(a, "?")
				checkFits(t, a, w, 60)
			})
		}
	}
}

// missingText matches the key of a text that the catalogs lack.
var missingText = regexp.MustCompile(`\b(ui|help|change|answer|edition|why|feature|service|topic|state|condition|warning|step|link|plan_short|gloss|need|region|output)\.[a-z_.]*[a-z_]`)

// checkFits fails for a frame that does not fill w by h cells, lacks a text, or
// has its cursor in a wrong place. It also fails for characters whose width differs
// between terminals. Letters may be such, in languages that need them: terminals
// draw ü wide only for readers of Chinese.
func checkFits(t *testing.T, a *App, w, h int) {
	t.Helper()
	f := checkSizes(t, a, w, h)
	if text := visibleText(a); missingText.MatchString(text) {
		t.Fatalf("%dx%d: a text is missing: %s\n%s", w, h, missingText.FindString(text), text)
	}
	for y, l := range frameRows(f) {
		for _, r := range ansi.Strip(l) {
			ambiguous := width.LookupRune(r).Kind() == width.EastAsianAmbiguous
			letterOfLanguage := unicode.IsLetter(r) && !scripted(a.look.Localizer)
			if !model.Printable(r) || ambiguous && !letterOfLanguage {
				t.Fatalf("%dx%d: line %d has %U: %q", w, h, y, r, ansi.Strip(l))
			}
		}
	}
	if x, y, ok := a.cursor(); ok && (x < 0 || y < 0 || x >= w || y >= h) {
		t.Fatalf("%dx%d: the cursor is at %d, %d", w, h, x, y)
	}
	if c := a.focusedPane().Cursor(); c.Kind == pane.RowCursor && !a.arrangement.Footer.IsEmpty() {
		if row := ansi.Strip(a.focusedPane().View()[c.Y]); !strings.HasPrefix(row, ">") {
			t.Fatalf("%dx%d, focus %d: the cursor is on row %d, which is not selected: %q", w, h, a.focus, c.Y, row)
		}
	}
}

// checkSizes fails if the frame does not fit its screen. It returns the frame.
func checkSizes(t rapid.TB, a *App, w, h int) screen.Frame {
	t.Helper()
	f := a.Frame()
	if f.W != w || f.H != h {
		t.Fatalf("the frame has %dx%d cells, want %dx%d", f.W, f.H, w, h)
	}
	for _, r := range f.Rects {
		if r.X < 0 || r.Y < 0 || r.X+r.W > w || r.Y+r.H > h || len(r.Lines) != r.H {
			t.Fatalf("%dx%d, focus %d: %d lines at %d, %d, %dx%d", w, h, a.focus, len(r.Lines), r.X, r.Y, r.W, r.H)
		}
		for y, l := range r.Lines {
			if n := text.Width(l); n > r.W {
				t.Fatalf("%dx%d, focus %d: line %d at column %d has %d cells, room for %d: %q", w, h, a.focus, y, r.X, n, r.W, ansi.Strip(l))
			}
		}
	}
	return f
}
