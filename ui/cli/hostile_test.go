package cli_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/model"
)

// unsafeText matches the characters of a file that must never reach a
// terminal.
var unsafeText = regexp.MustCompile(`[\x00-\x09\x0b-\x1f\x7f-\x9f\x{200b}-\x{200f}\x{2028}-\x{202e}\x{2066}-\x{2069}\x{feff}]`)

// TestHostileStrings puts control and bidi characters into every kind of
// string and member name of a valid edition. No command may print them.
func TestHostileStrings(t *testing.T) {
	good := shortEdition(t)
	offsets := stringOffsets(good)
	if len(offsets) < 50 {
		t.Fatalf("only %d kinds of strings", len(offsets))
	}
	for kind, at := range offsets {
		file := filepath.Join(t.TempDir(), "edition.json")
		bad := string(good[:at]) + `\u001b[31m\u202e\u009b` + string(good[at:])
		if err := os.WriteFile(file, []byte(bad), 0o600); err != nil {
			t.Fatal(err)
		}
		r := run(t, nil, "--data", file, "show", "--all")
		if r.code != 3 || r.out != "" || !strings.Contains(r.err, "not a valid edition") {
			t.Errorf("%s: exit code %d: %s", kind, r.code, r.err)
		}
		v := run(t, nil, "validate", file)
		if v.code != 3 || v.err != "" || !strings.Contains(v.out, "line ") {
			t.Errorf("%s: validate: exit code %d: %s%s", kind, v.code, v.out, v.err)
		}
		if found := unsafeText.FindString(r.out + r.err + v.out); found != "" {
			t.Errorf("%s: shows %q: %q%q", kind, found, r.err, v.err)
		}
	}
}

// shortEdition returns an edition with few countries that has every kind of string
// of the whole: reading it a hundred times is quick.
func shortEdition(t *testing.T) []byte {
	t.Helper()
	whole, err := os.ReadFile("../../data/editions/2023-01-26.json")
	if err != nil {
		t.Fatal(err)
	}
	var edition map[string]jsontext.Value
	var all, few []jsontext.Value
	if err := json.Unmarshal(whole, &edition); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(edition["countries"], &all); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, country := range all {
		before := len(seen)
		for kind := range stringOffsets(country) {
			seen[kind] = true
		}
		if len(seen) > before {
			few = append(few, country)
		}
	}
	if edition["countries"], err = json.Marshal(few); err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(edition, json.Deterministic(true), jsontext.Multiline(true))
	if err != nil || len(stringOffsets(b)) != len(stringOffsets(whole)) {
		t.Fatal("the short edition lacks a kind of string: ", err)
	}
	return b
}

// arrayIndex matches an index in a JSON pointer.
var arrayIndex = regexp.MustCompile(`/\d+`)

// stringOffsets maps the pointers of strings and member names, without
// indexes, to the offset of the text of the first such string.
func stringOffsets(b []byte) map[string]int64 {
	kinds := make(map[string]int64)
	dec := jsontext.NewDecoder(strings.NewReader(string(b)))
	for {
		tok, err := dec.ReadToken()
		if err != nil {
			break
		}
		if tok.Kind() != jsontext.KindString {
			continue
		}
		kind := arrayIndex.ReplaceAllString(string(dec.StackPointer()), "/*")
		if parent, n := dec.StackIndex(dec.StackDepth()); parent == jsontext.KindBeginObject && n%2 == 1 {
			kind += " (name)"
		}
		if _, seen := kinds[kind]; !seen {
			kinds[kind] = dec.InputOffset() - 1 // before the closing quote
		}
	}
	return kinds
}

// TestManyViolations wants [model.MaxViolations] violations to be printed
// and all others to be counted.
func TestManyViolations(t *testing.T) {
	good, err := os.ReadFile(filepath.Join("../../data/editions", "2023-01-26.json"))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "edition.json")
	bad := regexp.MustCompile(`"date": "[0-9-]+"`).ReplaceAllString(string(good), `"date": "today"`)
	if err := os.WriteFile(file, []byte(bad), 0o600); err != nil {
		t.Fatal(err)
	}
	r := run(t, nil, "--data", file, "list")
	lines := strings.Split(strings.TrimSpace(r.err), "\n")
	if len(lines) != 1+model.MaxViolations+1 || lines[len(lines)-1] != "  and 94 more" || r.code != 3 {
		t.Errorf("exit code %d, %d lines:\n%s", r.code, len(lines), r.err)
	}
}
