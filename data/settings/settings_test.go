package settings_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"voxatlas/data/settings"
	"voxatlas/model"
)

// put writes a file and returns its path.
func put(t testing.TB, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// mistakeOf returns the mistake that an error is; nil for none.
func mistakeOf(t testing.TB, err error) *settings.Error {
	t.Helper()
	var e *settings.Error
	if err != nil && !errors.As(err, &e) {
		t.Fatalf("%v: no *settings.Error", err)
	}
	return e
}

func TestRead(t *testing.T) {
	values, err := settings.Read(put(t, "# x\nlang = 'en'\nmine = [\"tw\",\n \"JP\"]\n  mouse=true # y\nambiguous-width = 1\n"))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]settings.Value{
		settings.Lang:           {Texts: []string{"en"}, Line: 2, Column: 8},
		settings.Mine:           {Texts: []string{"TW", "JP"}, Line: 3, Column: 8},
		settings.Mouse:          {Texts: []string{"true"}, Line: 5, Column: 9},
		settings.AmbiguousWidth: {Texts: []string{"1"}, Line: 6, Column: 19},
	} {
		got := values[name]
		if !slices.Equal(got.Texts, want.Texts) || got.Line != want.Line || got.Column != want.Column {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
		delete(values, name)
	}
	if len(values) != 0 {
		t.Errorf("also read: %v", values)
	}
	for _, path := range []string{filepath.Join(t.TempDir(), "none.toml"), filepath.Join(put(t, ""), "config.toml")} {
		if values, err := settings.Read(path); values != nil || err != nil {
			t.Errorf("without a file: %v, %v", values, err)
		}
	}
}

func TestUnreadable(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read everything")
	}
	path := put(t, "lang = 'en'")
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	_, err := settings.Read(path)
	if e := mistakeOf(t, err); e == nil || e.Kind != settings.Unreadable || e.Why != "forbidden" {
		t.Errorf("%v", err)
	}
}

// TestManyValues reads lists and texts that are too long.
func TestManyValues(t *testing.T) {
	for text, want := range map[string]settings.Kind{
		"mine = [" + strings.Repeat(`"TW",`, 500) + "]":                                 "",
		"mine = [" + strings.Repeat(`"TW",`, 501) + "]":                                 settings.TooLong,
		`pager = "` + strings.Repeat("x", 401) + `"`:                                    settings.TooLong,
		`pager = "` + strings.Repeat("x", 70_000) + `"`:                                 settings.Unreadable,
		"mine = " + strings.Repeat("[", 30_000):                                         settings.Syntax,
		strings.Repeat("x", 30_000) + " = 1":                                            settings.Unknown,
		"lang = 'en'\n" + strings.Repeat("# a comment of forty characters .....\n", 50): "",
	} {
		_, err := settings.Read(put(t, text))
		e := mistakeOf(t, err)
		if got := kindOf(e); got != want {
			t.Errorf("%.40q: %v, want %q", text, err, want)
		}
	}
}

func kindOf(e *settings.Error) settings.Kind {
	if e == nil {
		return ""
	}
	return e.Kind
}

// TestVariables reads the values of variables.
func TestVariables(t *testing.T) {
	for _, k := range settings.Keys() {
		for _, word := range k.Words {
			if v, err := k.ParseVariable(" " + word + " "); err != nil || v.Text() != word {
				t.Errorf("%s=%q: %v, %v", k.Variable(), word, v, err)
			}
		}
		if v, err := k.ParseVariable("x\x1b[31m"); err == nil {
			t.Errorf("%s takes control characters: %q", k.Variable(), v.Texts)
		}
	}
	for text, want := range map[string]string{"1": "true", "true": "true", "0": "false", "yes": "", "TRUE": ""} {
		mouse := settings.Keys()[slices.IndexFunc(settings.Keys(), func(k settings.Key) bool { return k.Name == settings.Mouse })]
		if v, err := mouse.ParseVariable(text); (err == nil) != (want != "") || err == nil && v.Text() != want {
			t.Errorf("%q: %v, %v", text, v, err)
		}
	}
}

// TestListsOfVariables splits the texts of lists: names and codes of countries, and keys of
// answers, which have no blanks.
func TestListsOfVariables(t *testing.T) {
	for name, lists := range map[string]map[string]string{
		settings.Mine: {
			"tw,JP": "TW|JP", "TW jp": "TW|JP", " TW , JP, ": "TW|JP", "South Korea,Japan": "South Korea|Japan", "台灣、日本，KR": "台灣|日本|KR",
			"Na Uy, TW": "Na Uy|TW", "TW,": "TW", "South Korea,": "South Korea", ",": "", "": "",
		},
		settings.Columns: {
			"cp,tollfree": "cp|tollfree", "cp tollfree": "cp|tollfree", "cp tollfree, callme": "cp|tollfree|callme", "cp，ac、 vm\u3000ps,": "cp|ac|vm|ps", " , ": "",
		},
	} {
		keys := settings.Keys()
		k := keys[slices.IndexFunc(keys, func(k settings.Key) bool { return k.Name == name })]
		for text, want := range lists {
			if v, err := k.ParseVariable(text); err != nil || strings.Join(v.Texts, "|") != want {
				t.Errorf("%s=%q: %q, %v, want %s", k.Variable(), text, v.Texts, err, want)
			}
		}
	}
}

// FuzzRead reads any text. What is read is of the types and fit to be shown; a mistake is
// in the text and fit to be shown.
func FuzzRead(f *testing.F) {
	for _, text := range []string{"lang = 'en'", "mine = ['TW', \"JP\"]\n", "[x]", "a.b = 1", "mouse = true\nmouse = true", "theme = \"\"\"x", "\ufeff", "mine = [1979-05-27, {}]", "'' = 1", "lang = \"\\u202e\""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		values, err := settings.Read(put(t, text))
		if e := mistakeOf(t, err); e != nil {
			lines := strings.Split(text, "\n")
			switch {
			case values != nil || e.Kind == "" || !slices.Contains(settings.Kinds(), e.Kind):
				t.Fatalf("%q: %v, %v", text, values, err)
			case model.Clean(err.Error(), 1000) != err.Error():
				t.Fatalf("%q: %q is not fit to be shown", text, err)
			case e.Line < 0 || e.Line > len(lines) || e.Line > 0 && (e.Column < 1 || e.Column > len(lines[e.Line-1])+1):
				t.Fatalf("%q: no place %d:%d", text, e.Line, e.Column)
			}
			return
		}
		for name, v := range values {
			i := slices.IndexFunc(settings.Keys(), func(k settings.Key) bool { return k.Name == name })
			if i < 0 || settings.Keys()[i].Type != settings.List && len(v.Texts) != 1 {
				t.Fatalf("%q: %s = %q", text, name, v.Texts)
			}
			if model.Clean(v.Text(), 1<<20) != v.Text() || v.Line < 1 || v.Column < 1 {
				t.Fatalf("%q: %s = %q, %d:%d", text, name, v.Texts, v.Line, v.Column)
			}
		}
	})
}

// BenchmarkRead reads a file of 50 lines.
func BenchmarkRead(b *testing.B) {
	path := put(b, strings.Repeat("# a comment of forty characters ......\n", 40)+
		"lang = \"en\"\nedition = \"2023-01-26\"\ntheme = \"light\"\nascii = true\ncolor = \"never\"\ncolumns = [\"cp\"]\nmine = [\"TW\", \"JP\"]\nmouse = true\npager = \"less -R\"\nambiguous-width = 2\n")
	for b.Loop() {
		if _, err := settings.Read(path); err != nil {
			b.Fatal(err)
		}
	}
}
