package cli_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/data"
	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/cli"
	"voxatlas/ui/rows"
)

// elevenEditions are the dates of the editions from 2018 to 2023.
func elevenEditions() []string {
	return []string{
		"2018-08-30", "2019-02-28", "2019-08-15", "2020-02-06", "2020-08-17", "2020-12-03", "2021-03-23", "2021-06-28", "2021-12-31", "2022-07-01", "2023-01-26",
	}
}

// historyJSON is the JSON of a timeline.
type historyJSON struct {
	Schema  string           `json:"schema"`
	Slug    string           `json:"slug"`
	Field   model.Field      `json:"field"`
	Changed bool             `json:"changed"`
	Later   []data.LaterNote `json:"later"`
	Periods []struct {
		Since   string         `json:"since"`
		AtLeast bool           `json:"at_least"`
		Until   string         `json:"until"`
		Unread  []string       `json:"unread"`
		Value   jsontext.Value `json:"value"`
	} `json:"periods"`
}

// valueAt returns the value that the timeline has in the edition of a date.
func (h historyJSON) valueAt(date string) jsontext.Value {
	for _, p := range h.Periods {
		if p.Since <= date {
			return p.Value
		}
	}
	return nil
}

// TestHistoryJSON compares the history of every country with the eleven editions, opened
// one by one.
func TestHistoryJSON(t *testing.T) {
	lib := library.Of(elevenEditions()...)
	changed, later := 0, 0
	for c := range lib.Newest().Atlas().Countries() {
		r := run(t, func(env *cli.Env) { env.Library = lib }, "history", c.Slug(), "--json")
		var docs []historyJSON
		if err := json.Unmarshal([]byte(r.out), &docs, json.RejectUnknownMembers(true)); err != nil || r.code != 0 || len(docs) != model.NumFeatures+1 {
			t.Fatal(err, r)
		}
		for _, h := range docs {
			if h.Schema != "voxatlas.history/1" || h.Slug != c.Slug() || !h.Periods[len(h.Periods)-1].AtLeast || h.Periods[0].Until != "" {
				t.Errorf("%s: %+v", c.Slug(), h)
			}
			if h.Changed {
				changed++
			}
			if notes := rows.LaterNotes(c, h.Field.Feature()); len(h.Later) != len(notes) {
				t.Errorf("%s %s: %d later notes of %d", c.Slug(), h.Field, len(h.Later), len(notes))
			} else if later += len(notes); len(notes) > 0 && h.Later[0].Text["zh-TW"] == "" {
				t.Errorf("%s %s: a later note without its text", c.Slug(), h.Field)
			}
			for _, e := range lib.Editions() {
				checkValue(t, h, e.Date, e.Atlas().Counterpart(c))
			}
		}
	}
	if changed < 200 || later < 5 {
		t.Errorf("%d answers ever changed, %d later notes", changed, later)
	}
}

// checkValue compares the value that a history has at a date with that of the edition; c
// is nil if the edition lacks the country.
func checkValue(t *testing.T, h historyJSON, date string, c *model.Country) {
	t.Helper()
	value := h.valueAt(date)
	switch {
	case h.Field == model.FieldListed:
		if string(value) != map[bool]string{true: "true", false: "false"}[c != nil] {
			t.Errorf("%s is listed in %s: %s", h.Slug, date, value)
		}
	case c == nil:
		if string(value) != "null" {
			t.Errorf("%s %s in %s, which lacks the country: %s", h.Slug, h.Field, date, value)
		}
	default:
		var a data.Answer
		if err := json.Unmarshal(value, &a, json.RejectUnknownMembers(true)); err != nil {
			t.Fatal(err)
		}
		told := model.NewCountry(model.Record{Slug: c.Slug(), ISO2: c.ISO2(), Answers: map[model.Feature]model.Answer{h.Field.Feature(): a.ToModel()}})
		if told.Differs(c, h.Field.Feature()) || a.Next != nil {
			t.Errorf("%s %s in %s is %s", h.Slug, h.Field, date, value)
		}
	}
}

// TestHistoryPrintsEveryAnswer: the text names every answer, changed or not, in every
// language, and has a line for each period.
func TestHistoryPrintsEveryAnswer(t *testing.T) {
	lib := library.Of(elevenEditions()...)
	with := func(env *cli.Env) { env.Library = lib; onTerminal(120)(env) }
	for lang, want := range map[string][]string{
		"en": {"\nCalling Plans: Purchase\n", "  since 2019-08-15                   & Via partner (SoftBank)\n", "  before, at least since 2018-08-30  ✗ Not available\n",
			"\nUnchanged since 2018-08-30: Audio Conferencing (Purchase), ", "11 editions, from 2018-08-30 to 2023-01-26\n"},
		"zh-TW": {"\n通話方案：可否購買\n", "  自 2019-08-15 起          & 合作夥伴提供（SoftBank）\n", "  先前至少自 2018-08-30 起  ✗ 無法購買\n",
			"\n2018-08-30 起未變：音訊會議（可否購買）、", "2018-08-30 到 2023-01-26 共 11 個資料版本\n"},
	} {
		r := run(t, with, "history", "japan", "--lang", lang, "--color", "never")
		for _, text := range want {
			if !strings.Contains(r.out, text) {
				t.Errorf("%s lacks %q:\n%s", lang, text, r.out)
			}
		}
	}
	r := run(t, with, "history", "albania", "--color", "never")
	if !strings.Contains(r.out, "In Microsoft's list\n  since 2020-08-17  Listed\n  before            Not listed\n\nNothing changed since 2020-08-17: all 14 answers stayed the same.\n") {
		t.Errorf("a country that came:\n%s", r.out)
	}
	old := run(t, with, "history", "albania", "--edition", "2018-08-30", "--color", "never")
	if old.out != r.out || old.code != 0 {
		t.Errorf("in an edition that lacks it: %+v", old)
	}
}

// TestRemoteHistory lets clients of the SSH server read histories, and complete and write
// nothing.
func TestRemoteHistory(t *testing.T) {
	remote := func(env *cli.Env) { env.Remote = true }
	if r, home := run(t, remote, "history", "mexico", "cp"), run(t, nil, "history", "mexico", "cp"); r.code != 0 || r.out != home.out {
		t.Errorf("exit code %d: %s%s", r.code, r.out, r.err)
	}
	if r := run(t, remote, "help"); !slices.ContainsFunc(strings.Split(r.out, "\n"), func(line string) bool { return strings.HasPrefix(strings.TrimSpace(line), "history ") }) {
		t.Errorf("help has no history:\n%s", r.out)
	}
}

// TestOpenHistoryOfMissing: the browser has no history of a country that its edition lacks, and
// must not show that of another one.
func TestOpenHistoryOfMissing(t *testing.T) {
	var b cli.Browse
	eleven := func(env *cli.Env) {
		recordBrowse(&b, nil)(env)
		env.Library = library.Of(elevenEditions()...)
	}
	if r := run(t, eleven, "history", "bahamas", "--edition", "2018-08-30"); r.code != 0 || !strings.Contains(r.out, "since 2020-02-06") {
		t.Errorf("%+v", r)
	}
	r := run(t, eleven, "--open", "history bahamas --edition 2018-08-30")
	if b.Library != nil || r.code != 1 || !strings.Contains(r.err, "Bahamas is not in Microsoft's list (86 countries") {
		t.Errorf("opened %v, %+v", b.View, r)
	}
}
