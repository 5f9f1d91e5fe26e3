package assets

import (
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// parseCatalog reads a whole catalog.
func parseCatalog(src string) (map[string]string, error) {
	r := newCatalogReader(strings.NewReader(src))
	for {
		if err := r.readEntry(); err == io.EOF {
			for key, entry := range r.texts {
				r.texts[key] = textOf(entry)
			}
			return r.texts, nil
		} else if err != nil {
			return nil, err
		}
	}
}

func TestParse(t *testing.T) {
	tests := []struct {
		name, src string
		want      map[string]string
	}{
		{"empty", "", map[string]string{}},
		{"comments and blank lines", "# a = b\n\n   \n#\n", map[string]string{}},
		{"blanks around a text", "  \na.b  =   two words  \n", map[string]string{"a.b": "two words"}},
		{"equals signs in a text", "a = b = c", map[string]string{"a": "b = c"}},
		{"quotes keep blanks", `a = ", "`, map[string]string{"a": ", "}},
		{"quotes around nothing", `a = ""`, map[string]string{"a": ""}},
		{"quotes within are text", `a = say "x" now`, map[string]string{"a": `say "x" now`}},
		{"one quote is text", `a = "`, map[string]string{"a": `"`}},
		{"plural forms", "n[one] = x\nn[other] = y", map[string]string{"n[one]": "x", "n[other]": "y"}},
		{"a block", "a =\n    one\n\n    - two\n      deeper\n\n\nb = c", map[string]string{"a": "one\n\n- two\n  deeper", "b": "c"}},
		{"a block after a gap", "a =\n\n    one  \n", map[string]string{"a": "one"}},
		{"quotes in a block are text", "a =\n    \"one\"\n", map[string]string{"a": `"one"`}},
		{"a comment ends a block", "a =\n    one\n# note\nb = c", map[string]string{"a": "one", "b": "c"}},
		{"lines of Windows", "a = b\r\nc =\r\n    d\r\n", map[string]string{"a": "b", "c": "d"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := parseCatalog(tt.src)
			if err != nil {
				t.Fatal(err)
			}
			if !maps.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"no equals sign", "a = b\nhello", `line 2: "hello" is not "key = text"`},
		{"no key", "= b", `line 1: "= b" is not "key = text"`},
		{"a bad key", "a b = c", `line 1: "a b = c" is not "key = text"`},
		{"a bad plural form", "a[lots] = c", `line 1: "a[lots] = c" is not "key = text"`},
		{"a key twice", "a = b\n\na = c", `line 3: key "a" stands twice`},
		{"a block twice", "a =\n    b\na =\n    c", `line 3: key "a" stands twice`},
		{"an orphan block", "a = b\n    c", `line 2: indented text without a key`},
		{"a shallow block", "a =\n  b", `line 1: key "a" has no text`},
		{"an empty block", "a =\n    \nb = c", `line 1: key "a" has no text`},
		{"quotes in quotes", `a = "b" or "c"`, `line 1: key "a": quotes at both ends and within`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := parseCatalog(tt.src)
			if err == nil {
				t.Fatalf("no error, but %q", got)
			}
			if !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("got %q, want %q", err, tt.want)
			}
		})
	}
}

// FuzzIsKey compares isKey with the form that it stands for.
func FuzzIsKey(f *testing.F) {
	form := regexp.MustCompile(`^[a-zA-Z0-9_-]+(\.[a-zA-Z0-9_-]+)*(\[(zero|one|two|few|many|other)\])?$`)
	for _, s := range []string{"", "a", "a.b-C_9", ".a", "a.", "a..b", "a[one]", "a[two]b", "[few]", "a.[many]", "a[lots]", "a[one", "a[one]]", "ä", "a b", "a[one][other]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := isKey(s), form.MatchString(s); got != want {
			t.Errorf("isKey(%q) = %t, want %t", s, got, want)
		}
	})
}

// isPlain reports whether s is UTF-8 without control characters, which an editor does
// not show, other than the ends of lines.
func isPlain(s string) bool {
	s = strings.NewReplacer("\r\n", "", "\n", "").Replace(s)
	return utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl)
}

// TestCatalogsArePlain checks the bytes of the embedded catalogs: the reader does not.
func TestCatalogsArePlain(t *testing.T) {
	for _, lang := range Langs() {
		src, err := catalogFiles.ReadFile("lang/" + lang + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(string(src), "\n") {
			if !isPlain(line + "\n") {
				t.Errorf("%s: line %d: a control character, or not UTF-8: %q", lang, n+1, line)
			}
		}
	}
	for _, bad := range []string{"a = b\n\tc", "a = \x1b[1m", "a = b\nc = \xff", "a = \u0085", "a = b\rc"} {
		if isPlain(bad) {
			t.Errorf("%q is not refused", bad)
		}
	}
}

// format writes texts as parse reads them.
func format(texts map[string]string) string {
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(texts)) {
		text := texts[key]
		unquoted, err := unquote(text)
		b.WriteString(key + " =")
		switch {
		case text != "" && text == strings.TrimSpace(text) && !strings.Contains(text, "\n") && unquoted == text && err == nil:
			b.WriteString(" " + text + "\n")
		case !strings.ContainsAny(text, "\"\n"):
			b.WriteString(" \"" + text + "\"\n")
		default:
			b.WriteString("\n" + textIndent + strings.ReplaceAll(text, "\n", "\n"+textIndent) + "\n")
		}
	}
	return b.String()
}

func TestCatalogsFormat(t *testing.T) {
	for _, lang := range Langs() {
		src, err := catalogFiles.ReadFile("lang/" + lang + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		texts, err := parseCatalog(string(src))
		if err != nil {
			t.Fatalf("%s: %v", lang, err)
		}
		if again, err := parseCatalog(format(texts)); err != nil || !maps.Equal(again, texts) {
			t.Errorf("%s: formatted and read again, it differs (%v)", lang, err)
		}
	}
}

// FuzzParse checks that no text makes parseCatalog panic, and that it reads its own
// texts again.
func FuzzParse(f *testing.F) {
	f.Add("a = b\nc[one] = \", \"\nd =\n    e\n\n    - \"f\"\n")
	f.Add("a =\n     \" \n\u3000\n    x\n")
	f.Add("# c\r\na.b = \"x\"y\"\n    z\n")
	f.Fuzz(func(t *testing.T, src string) {
		texts, err := parseCatalog(src)
		if err != nil || !isPlain(src) {
			return
		}
		again, err := parseCatalog(format(texts))
		if err != nil {
			t.Fatalf("%q: formatted as %q: %v", src, format(texts), err)
		}
		if !maps.Equal(again, texts) {
			t.Fatalf("%q: read as %q, formatted and read as %q", src, texts, again)
		}
	})
}
