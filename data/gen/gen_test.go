package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"voxatlas/data"
	"voxatlas/model"
)

const (
	editionsFolder = "../editions"
	factsFolder    = "../../../shared/facts" // from this package
)

// The committed editions are what gen makes of the facts, to the byte.
func TestEditionsAreWhatGenMakes(t *testing.T) {
	if _, err := os.Stat(factsFolder); err != nil {
		t.Skipf("the facts are not here (%s): the editions are not made anew", factsFolder)
	}
	out := t.TempDir()
	if err := run(factsFolder, out); err != nil {
		t.Fatal(err)
	}
	for _, date := range data.Editions() {
		made, err := os.ReadFile(filepath.Join(out, date+".json"))
		if err != nil {
			t.Fatal(err)
		}
		sameBytes(t, date, committed(t, date), made)
	}
	if entries, err := os.ReadDir(out); err != nil || len(entries) != len(data.Editions()) {
		t.Errorf("%d files made, %v", len(entries), err)
	}
}

// Nor does it need the facts to see that nobody has edited an edition by hand
// in another layout.
func TestEditionsAreLaidOutAsGenWrites(t *testing.T) {
	for _, date := range data.Editions() {
		b := committed(t, date)
		var f data.File
		if err := json.Unmarshal(b, &f, json.RejectUnknownMembers(true)); err != nil {
			t.Fatal(err)
		}
		again, err := data.Format(&f)
		if err != nil {
			t.Fatal(err)
		}
		sameBytes(t, date, b, again)
	}
}

func committed(t *testing.T, date string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(editionsFolder, date+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// sameBytes reports the first line that differs.
func sameBytes(t *testing.T, date string, committed, made []byte) {
	t.Helper()
	if bytes.Equal(committed, made) {
		return
	}
	a, b := strings.Split(string(committed), "\n"), strings.Split(string(made), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Errorf("%s.json:%d is\n%s\ngen writes\n%s", date, i+1, a[i], b[i])
			return
		}
	}
	t.Errorf("%s.json has %d lines, gen writes %d", date, len(a), len(b))
}

// An object or list that fits a line has one; longer ones have a line per
// member, down to the answers, cities and plans that one reviews.
func TestFormatIsALinePerFact(t *testing.T) {
	f := &data.File{Countries: data.Countries{{
		Slug: "taiwan",
		Page: data.Page{Remarks: []string{strings.Repeat("a", 100), strings.Repeat("b", 100)}},
		Answers: data.Answers{
			model.Voicemail:   {State: model.Yes},
			model.TollNumbers: {State: model.No, Cities: []data.City{{English: "Taipei", Chinese: "台北"}}},
		},
	}}}
	b, err := data.Format(f)
	if err != nil {
		t.Fatal(err)
	}
	want := `  "countries": [
    {
      "slug": "taiwan",
      "iso2": "",
      "page": {
        "url": "",
        "date": "",
        "remarks": [
          "` + strings.Repeat("a", 100) + `",
          "` + strings.Repeat("b", 100) + `"
        ]
      },
      "answers": {"phone_system.voicemail": {"state": "yes"}, "service_numbers.toll": {"state": "no", "cities": [{"en": "Taipei", "zh-TW": "台北"}]}}
    }
  ],`
	if !strings.Contains(string(b), want) {
		t.Errorf("got\n%s\nwant\n%s", b, want)
	}
}

// taiwan is a country of the facts, as their README describes them.
const taiwan = `{
  "slug": "taiwan", "iso2": "TW", "name_en": "Taiwan", "name_zh_tw": "台灣",
  "page": {"path": "Teams/folder/availability-in-taiwan.md", "handoff": "2022-01-25"},
  "audio_conferencing": {
    "purchasable": true, "purchase_terms": "standard", "numbers_auto_assigned": true, "auto_assigned_scope": "cities",
    "auto_assigned_cities": [{"en": "Taipei"}], "call_me_dial_out": true, "call_me_terms": "included"
  },
  "phone_system": {"purchasable": true, "auto_attendants": true, "call_queues": true, "voicemail": true},
  "calling_plans": {
    "purchasable": true, "partner": null, "minutes": "listed", "stated_option_count": 1,
    "options": [{"kind": "domestic", "domestic_minutes": 120}],
    "premium_numbers": "not_supported", "outbound": {"status": "countries", "countries": 1}, "alternative_mentioned": null
  },
  "service_numbers": {
    "toll_city_scope": "cities", "toll_cities": [{"en": "Taipei", "on_request": false}], "other_cities_on_request": false,
    "toll_available": true, "toll_terms": "standard", "toll_free_available": true, "toll_free_terms": "standard"
  },
  "communications_credits": {"available": false},
  "conditions": [], "anomalies": []
}`

func compiled(t *testing.T, facts string) error {
	t.Helper()
	var c country
	if err := decode([]byte(facts), &c); err != nil {
		return err
	}
	in := &input{destinations: []data.Destination{{ISO2: "BN", Printed: "Brunei"}}, cities: map[string]string{"taiwan|Taipei": "台北"}}
	var e edition
	e.Edition, e.Countries = "2023-01-26", []country{c}
	e.Source.Repository, e.Source.Licence = "owner/repo", "CC-BY-4.0"
	e.Source.Commit, e.Source.CommitDate = strings.Repeat("0", 40), "2023-01-26T00:00:00+00:00"
	f, err := compile(e, in)
	if err != nil {
		return err
	}
	return check(f)
}

// Gen stops at whatever it does not know, and never guesses.
func TestCompileStopsAtTheUnknown(t *testing.T) {
	if err := compiled(t, taiwan); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ of, by, want string }{
		{`"standard", "numbers`, `"by_auction", "numbers`, `taiwan: audio conferencing: unknown value "by_auction"`},
		{`"purchasable": true, "purchase_terms"`, `"purchasable": false, "purchase_terms"`, `taiwan: audio conferencing: terms "standard", but purchasable is false`},
		{`"call_me_dial_out": true`, `"call_me_dial_out": false`, `taiwan: call me: terms "included", but dial-out is not available`},
		{`"included"`, `"on_sundays"`, `taiwan: call me: unknown value "on_sundays"`},
		{`"auto_assigned_scope": "cities"`, `"auto_assigned_scope": "villages"`, `taiwan: unknown scope "villages"`},
		{`"toll_city_scope": "cities"`, `"toll_city_scope": "villages"`, `taiwan: unknown scope "villages"`},
		{`"partner": null`, `"partner": "Chunghwa"`, `taiwan: partner "Chunghwa": page unknown`},
		{`"listed"`, `"many"`, `taiwan: minutes: unknown value "many"`},
		{`"kind": "domestic"`, `"kind": "lunar"`, `taiwan: minutes: unknown plan kind "lunar"`},
		{`"not_supported"`, `"frowned_upon"`, `taiwan: premium numbers: unknown value "frowned_upon"`},
		{`"status": "countries"`, `"status": "everywhere"`, `taiwan: outbound calls: unknown value "everywhere"`},
		{`"alternative_mentioned": null`, `"alternative_mentioned": "pigeons"`, `taiwan: unknown alternative "pigeons"`},
		{`"toll_terms": "standard"`, `"toll_terms": null`, `taiwan: toll: unknown value ""`},
		{`"toll_free_terms": "standard"`, `"toll_free_terms": "never"`, `taiwan: toll-free: unknown value "never"`},
		{`"auto_assigned_cities": [{"en": "Taipei"}]`, `"auto_assigned_cities": [{"en": "Tainan"}]`, `taiwan: city "Tainan" has no reviewed zh-TW name in cities.txt`},
		{`"conditions": []`, `"conditions": [{"key": "only_at_night"}]`, `taiwan: unknown condition "only_at_night"`},
		{`"conditions": []`, `"conditions": [{"key": "calling_plan_partner_tenant_abroad_allowed", "regions": {"APAC": ["Atlantis"]}}]`, `taiwan: region "Atlantis" has no code`},
		{`"anomalies": []`, `"anomalies": ["page_is_upside_down"]`, `taiwan: unknown anomaly "page_is_upside_down"`},
		{`"handoff": "2022-01-25"`, `"handoff": "January"`, `edition 2023-01-26: taiwan: page date "January" is no date; write it as 2023-01-26`},
		{`"iso2": "TW"`, `"iso2": "TW", "capital": "Taipei"`, `unknown object member name "capital"`},
		{`[{"en": "Taipei"}]`, `[{"en": "Taipei", "district": 1}]`, `unknown object member name "district"`},
		{`"purchasable": true, "partner"`, `"purchasable": false, "partner"`, ``}, // inconsistent, but both statements are kept
	} {
		if strings.Count(taiwan, tt.of) != 1 {
			t.Fatalf("%s stands %d times", tt.of, strings.Count(taiwan, tt.of))
		}
		err := compiled(t, strings.Replace(taiwan, tt.of, tt.by, 1))
		switch {
		case tt.want == "" && err != nil:
			t.Errorf("%s: %v", tt.by, err)
		case tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)):
			t.Errorf("%s: %v, want %s", tt.by, err, tt.want)
		}
	}
}

// A fault in one edition keeps all from being written.
func TestRunWritesAllOrNone(t *testing.T) {
	if _, err := os.Stat(factsFolder); err != nil {
		t.Skip("the facts are not here")
	}
	facts, out := t.TempDir(), t.TempDir()
	if err := os.CopyFS(facts, os.DirFS(factsFolder)); err != nil {
		t.Fatal(err)
	}
	last := filepath.Join(facts, "edition-"+data.Newest()+".json")
	b, err := os.ReadFile(last)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(last, bytes.Replace(b, []byte(`"included"`), []byte(`"on_sundays"`), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := run(facts, out); err == nil || !strings.Contains(err.Error(), "on_sundays") {
		t.Errorf("%v", err)
	}
	if entries, err := os.ReadDir(out); err != nil || len(entries) != 0 {
		t.Errorf("%d files are written, %v", len(entries), err)
	}
}

func TestRunSaysWhereFactsAreMissing(t *testing.T) {
	folder := t.TempDir()
	if err := run(folder, folder); err == nil || err.Error() != folder+": no edition-*.json there" {
		t.Errorf("an empty folder: %v", err)
	}
}
