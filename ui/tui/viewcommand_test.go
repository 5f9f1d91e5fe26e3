package tui

import (
	"bytes"
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"voxatlas/model"
	"voxatlas/ui/cli"
	"voxatlas/ui/commandline"
)

// runCommand runs a command that prints a view, as JSON, and returns the countries that
// it prints, sorted.
func (f fixture) runCommand(t *testing.T, c commandline.Command) []string {
	t.Helper()
	var out, errs bytes.Buffer
	env := cli.Env{Out: &out, Err: &errs, Getenv: func(string) string { return "" }, Localizers: f.localizers, Library: f.library}
	args := c.Args()
	if code := cli.Main(context.Background(), env, slices.Insert(args, 1, "--json")); code != 0 {
		t.Fatalf("%s: exit code %d, %s", c, code, errs.String())
	}
	var docs []map[string]any
	if err := json.Unmarshal(out.Bytes(), &docs); err != nil {
		t.Fatalf("%s: %v", c, err)
	}
	var slugs []string
	for _, d := range docs {
		if slug, ok := d["slug"].(string); ok {
			slugs = append(slugs, slug)
			continue
		}
		for _, answer := range d["answers"].([]any) { // of a comparison
			slugs = append(slugs, answer.(map[string]any)["slug"].(string))
		}
	}
	slices.Sort(slugs)
	return slices.Compact(slugs)
}

// TestViewCommands runs the command that each view names, and compares its countries
// with those of the view.
func TestViewCommands(t *testing.T) {
	f := newFixture(t)
	filtered := func(a *App) []*model.Country { return slices.Concat(a.countries.Filtered()) }
	shown := func(a *App) []*model.Country { return []*model.Country{a.countries.Country()} }
	for _, tt := range []struct {
		keys, want string
		countries  func(*App) []*model.Country
	}{
		{"enter", "voxatlas show albania", shown},
		{"k o r enter", "voxatlas show south-korea", shown},
		{"k o r enter E j enter", "voxatlas show south-korea --edition 2021-03-23", shown},
		{"esc", "voxatlas show albania", shown},
		{"u n i t e d", "voxatlas search -n 0 united", nil},
		{"paste:南_韓", "voxatlas search -n 0 '南 韓'", nil},
		{"esc r space G space enter", "voxatlas list --where 'ac -region:eu'", filtered},
		{"esc r space G space enter E j enter", "voxatlas list --where 'ac -region:eu' --edition 2021-03-23", filtered},
		{"esc r j j j j j paste:ho_chi_minh enter", `voxatlas list --where 'city:"ho chi minh"'`, filtered},
		{"esc F5 paste:cp enter", "voxatlas list --where 'cp'", filtered},
		{"esc F5 paste:ac_-cp enter x", "voxatlas list --where 'ac -cp' --failing", func(*App) []*model.Country { return slices.Collect(f.atlas.Countries()) }},
		{"esc F5 paste:cp enter v enter 4 j j s esc", "voxatlas table --where 'cp' --only tollfree --sort tollfree", filtered},
		{"esc s", "voxatlas table --only ac --sort ac", func(*App) []*model.Country { return slices.Collect(f.atlas.Countries()) }},
		{"enter i enter", "voxatlas history albania audio_conferencing", shown},
		{"k o r enter 4 j i enter", "voxatlas history south-korea toll", shown},
		{"k o r enter 4 j i enter E j enter", "voxatlas history south-korea toll --edition 2021-03-23", shown},
		{"esc d", "voxatlas changes", func(*App) []*model.Country {
			var list []*model.Country
			for _, c := range model.Diff(f.library.Editions()[0].Atlas(), f.atlas) {
				list = append(list, c.Country())
			}
			return list
		}},
		{"esc r space G space enter m", "voxatlas table --where 'ac -region:eu'", filtered},
		{"esc r space G space enter m l s", "voxatlas table --where 'ac -region:eu' --sort auto", filtered},
		{"esc m", "voxatlas table", func(*App) []*model.Country { return slices.Collect(f.atlas.Countries()) }},
		{"esc m space j space j j space esc m", "voxatlas table al dz ar", func(a *App) []*model.Country { return a.countries.Marked() }},
		{"esc m space j space j j space esc c =", "voxatlas compare al dz ar --diff", func(a *App) []*model.Country { return a.countries.Marked() }},
		{"enter enter", "voxatlas services audio_conferencing", nil},
		{"enter j enter", "voxatlas services ac", nil},
		{"enter i", "voxatlas show albania", shown},
	} {
		a := f.newApp("en", 120, 40)
		for key := range strings.FieldsSeq(tt.keys) {
			pressKeys(a, strings.ReplaceAll(key, "_", " "))
		}
		c := a.viewCommand(a.overlay)
		if c.String() != tt.want {
			t.Errorf("after %s: %s, want %s", tt.keys, c, tt.want)
		}
		if help := helpText(a); !strings.Contains(help, tt.want) {
			t.Errorf("after %s the help has no %q:\n%s", tt.keys, tt.want, help)
		}
		if tt.countries == nil {
			continue
		}
		var want []string
		for _, country := range tt.countries(a) {
			want = append(want, country.Slug())
		}
		slices.Sort(want)
		if got := f.runCommand(t, c); !slices.Equal(got, slices.Compact(want)) {
			t.Errorf("%s prints %v, the view shows %v", c, got, want)
		}
	}
}

// helpText opens the help and returns its screen.
func helpText(a *App) string {
	pressKeys(a, "F1")
	defer pressKeys(a, "F1")
	return visibleText(a)
}

// TestCopyCommand copies the command of the panes and of an overlay, at home and over
// SSH.
func TestCopyCommand(t *testing.T) {
	f := newFixture(t)
	for _, remote := range []bool{false, true} {
		want := "voxatlas "
		if remote {
			want = "ssh HOST "
		}
		a := f.newApp("en", 120, 40, func(c *Config) { c.Remote = remote })
		for _, view := range []struct{ keys, command string }{{"enter", "show albania"}, {"d", "changes"}} {
			pressKeys(a, view.keys)
			_, cmd := a.Update(keyMsg("ctrl+y"))
			if got := reflect.ValueOf(cmd()).String(); got != want+view.command {
				t.Errorf("%q is copied, want %q", got, want+view.command)
			}
			if !strings.Contains(visibleText(a), "Copied "+want+view.command) {
				t.Error("there is no notice:", visibleText(a))
			}
			pressKeys(a, ":", "paste:copy the command", "enter")
			if !strings.Contains(visibleText(a), "Copied "+want+view.command) {
				t.Error("the palette copies nothing:", visibleText(a))
			}
		}
	}
}

// TestCommandIsClean names a file of the user's with characters that must not reach a
// terminal.
func TestCommandIsClean(t *testing.T) {
	f := newFixture(t)
	a := f.newApp("en", 120, 40, func(c *Config) { c.Library, c.Edition = f.library.WithOwn(f.atlas); c.File = "a\x1b[31m\nb.json" })
	const want = "voxatlas show albania --data 'a?[31m?b.json'"
	if shown := helpText(a); !strings.Contains(shown, want) {
		t.Error("the help shows", shown)
	}
	pressKeys(a, "ctrl+y")
	if !strings.HasPrefix(a.notice[0], "Copied "+want) {
		t.Error("the notice is", a.notice[0])
	}
}

// TestOpenView opens the view of each command, as --open does. The view names the same
// command again, and the screen shows the view.
func TestOpenView(t *testing.T) {
	f := newFixture(t)
	for _, tt := range []struct{ command, shows string }{
		{"show taiwan", "Taiwan  TW  +886"},
		{"show taiwan --edition 2021-03-23", "Taiwan  TW  +886"},
		{"list --where 'cp -tollfree'", "cp -tollfree"},
		{"list --where 'cp' --edition 2021-03-23", "cp"},
		{"table", "Table"},
		{"table jp tw us --sort tollfree", "Japan"},
		{"table --where 'cp:partner'", "Australia"},
		{"table taiwan", "Table 1 "},
		{"table --where 'cp' --only ac,cp,tollfree", "Austria"},
		{"table jp tw --only tollfree", "Japan"},
		{"list --where 'cp' --failing", "cp"},
		{"compare tw jp", "Taiwan"},
		{"compare tw jp --only callme,cp --diff", "Taiwan"},
		{"compare jp tw --diff", "Japan"},
		{"changes", "Changes from 2021-03-23 to 2023-01-26"},
		{"changes --where 'cp -tollfree'", "1 country or region that"},
		{"services callme", "Call Me (dial-out)"},
		{"history mexico cp", "since 2023-01-26"},
		{"history mexico calling_plans --edition 2021-03-23", "Mexico"},
	} {
		for _, size := range [][2]int{{120, 40}, {40, 10}} {
			var b cli.Browse
			var errs bytes.Buffer
			env := cli.Env{Err: &errs, Out: &errs, Terminal: true, Getenv: func(string) string { return "" }, Localizers: f.localizers, Library: f.library}
			env.Browse = func(_ context.Context, browse cli.Browse) error { b = browse; return nil }
			if code := cli.Main(context.Background(), env, []string{"--open", tt.command}); code != 0 {
				t.Fatalf("%s: %s", tt.command, errs.String())
			}
			a := f.newApp("en", size[0], size[1], func(c *Config) { c.Edition, c.Default, c.Country, c.View = b.Edition, b.Default, b.Country, b.View })
			if got := a.viewCommand(a.overlay).Words(); got != tt.command {
				t.Errorf("%s opens the view of %s", tt.command, got)
			}
			if !strings.Contains(visibleText(a), tt.shows) {
				t.Errorf("%s opens\n%s", tt.command, visibleText(a))
			}
			checkFits(t, a, size[0], size[1])
		}
	}
}
