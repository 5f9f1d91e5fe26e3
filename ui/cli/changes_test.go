package cli_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/model"
	"voxatlas/ui/cli"
)

// TestChangesJSON compares the documents with both editions.
func TestChangesJSON(t *testing.T) {
	r := run(t, nil, "changes", "--json")
	var docs []struct {
		Slug  string         `json:"slug"`
		Field model.Field    `json:"field"`
		From  jsontext.Value `json:"from"`
		To    jsontext.Value `json:"to"`
	}
	if err := json.Unmarshal([]byte(r.out), &docs, json.RejectUnknownMembers(true)); err != nil || r.code != 0 {
		t.Fatal(err, r)
	}
	was, is := openAtlas(t, "2021-03-23"), openAtlas(t, "2023-01-26")
	fields := map[model.Field]int{}
	for _, d := range docs {
		fields[d.Field]++
		for date, side := range map[*model.Atlas]jsontext.Value{was: d.From, is: d.To} {
			c := date.Country(d.Slug)
			switch d.Field {
			case model.FieldConditions:
				for _, l := range c.ConditionUses() {
					if !strings.Contains(string(side), `"`+l.Condition.Key+`"`) {
						t.Errorf("%s lacks %s: %s", d.Slug, l.Condition.Key, side)
					}
				}
			case model.FieldPrinted:
				if !strings.Contains(string(side), c.Printed().In("zh-TW")) {
					t.Errorf("%s is printed %s", d.Slug, side)
				}
			default:
				var a data.Answer
				if err := json.Unmarshal(side, &a, json.RejectUnknownMembers(true)); err != nil {
					t.Errorf("%s %s: %v", d.Slug, d.Field, err)
				}
				if !a.ToModel().Same(c.Answer(d.Field.Feature())) || a.Conditions != nil || a.Next != nil {
					t.Errorf("%s %s is %s", d.Slug, d.Field, side)
				}
			}
		}
	}
	if len(docs) != 90 || fields[model.FieldConditions] != 5 || fields[model.FieldPrinted] != 1 {
		t.Errorf("%d changes: %v", len(docs), fields)
	}
}

func openAtlas(t *testing.T, date string) *model.Atlas {
	t.Helper()
	a, err := data.Open(date)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestChangesPrintsEveryChange counts the lines for people, in every
// language: one for each change, gains first.
func TestChangesPrintsEveryChange(t *testing.T) {
	for _, words := range assets.Catalogs() {
		lang := words.Lang()
		gained, changed, lost := words.Text("change.gained"), words.Text("change.changed"), words.Text("change.lost")
		r := run(t, onTerminal(160), "changes", "--lang", lang, "--color", "never")
		line := regexp.MustCompile(`(?m)^  (` + strings.Join([]string{gained, changed, lost}, "|") + `) `)
		var printed []string
		for _, m := range line.FindAllStringSubmatch(r.out, -1) {
			printed = append(printed, m[1])
		}
		if len(printed) != 90 || printed[0] != gained || printed[89] != changed || slices.Contains(printed, lost) {
			t.Errorf("%s: %d changes are printed: %v", lang, len(printed), printed)
		}
	}
}

// TestRemoteChangesReadNoFiles lets clients of the SSH server compare dates,
// and nothing else: a path is never opened.
func TestRemoteChangesReadNoFiles(t *testing.T) {
	remote := func(env *cli.Env) { env.Remote = true }
	if r := run(t, remote, "changes", "--from", "2021-03-23", "--to", "2023-01-26", "--json"); r.code != 0 || strings.Count(r.out, `"slug"`) != 90 {
		t.Errorf("exit code %d: %s", r.code, r.err)
	}
	for _, flag := range []string{"--from", "--to"} {
		missing, there := run(t, remote, "changes", flag, "/nowhere"), run(t, remote, "changes", flag, "/etc/passwd")
		if there.code != 2 || there.out != "" || !strings.Contains(there.err, `no edition of "/etc/passwd"; choose one of 2021-03-23, 2023-01-26`) {
			t.Errorf("%s: exit code %d: %s%s", flag, there.code, there.out, there.err)
		}
		if strings.ReplaceAll(missing.err, "/nowhere", "/etc/passwd") != there.err {
			t.Errorf("a remote client learns which files there are: %s%s", missing.err, there.err)
		}
	}
	if r := run(t, remote, "help"); strings.Contains(r.out, "validate") {
		t.Errorf("help offers validate to remote clients:\n%s", r.out)
	}
	if r := run(t, remote, "validate", "/etc/passwd"); r.code == 0 || r.code == 3 || r.out != "" {
		t.Errorf("remote clients have files validated: exit code %d: %s%s", r.code, r.out, r.err)
	}
	if r := run(t, remote, "help", "changes"); strings.Contains(r.out, "a DATE or a file") || !strings.Contains(r.out, "a DATE (default") {
		t.Errorf("help offers files to remote clients:\n%s", r.out)
	}
}

// TestLeft names the countries that left the list since the edition that an expression
// asks about.
func TestLeft(t *testing.T) {
	file := filepath.Join(t.TempDir(), "short.json")
	if err := os.WriteFile(file, shortEdition(t), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"list", "table", "stats", "changes"} {
		r := run(t, nil, command, "--where", "!changed", "--data", file)
		if n := strings.Count(r.err, "voxatlas: "+command+": "); n < 20 || n != strings.Count(r.err, " was in the earlier edition and is no longer\n") || r.code != 0 {
			t.Errorf("%s: exit code %d, %d names: %.300s", command, r.code, n, r.err)
		}
	}
}
