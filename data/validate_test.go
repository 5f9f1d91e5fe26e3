package data

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"voxatlas/model"
)

func validated(t testing.TB, file string, limit int) Verdict {
	t.Helper()
	v, err := Validate([]byte(file), limit)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range v.Faults {
		if line := f.Error(); line != model.Clean(line, 2000) || f.Line < 1 || f.Text == "" {
			t.Errorf("a fault is %.300q", line)
		}
	}
	return v
}

func faultLines(v Verdict) string {
	var lines []string
	for _, f := range v.Faults {
		lines = append(lines, f.Error())
	}
	return strings.Join(lines, "\n")
}

// TestValidateReportsAll spoils the tiny edition in many ways at once: every fault is
// reported with its line and place, unless it only follows from another one.
func TestValidateReportsAll(t *testing.T) {
	file := tiny
	for _, change := range [][2]string{
		{`"applies_to": ["Microsoft Teams"]`, `"applies_to": ["Microsoft Teams", 5]`},
		{`"repository": "example/docs"`, `"repository": "docs"`},
		{`"licence": "CC-BY-4.0"`, `"license": "CC-BY-4.0"`},
		{`"slug": "taiwan"`, `"slug": "Taiwan"`},
		{`"date": "2024-01-31"`, `"date": "2024-02-30"`},
		{`"https://example.com/licences"`, `"http://example.com/\u202e"`},
		{`"zh-TW": "台北"`, `"zh-TW": "台北", "zh-TW": null`},
		{`"phone_system.purchase": {"state": "yes"}`, `"phone_system.purchase": {"state": "perhaps"}`},
		{`"phone_system.voicemail": {"state": "unstated"}`, `"phone_system.fax": {"state": "yes"}`},
		{`"phone_system.call_queues": {"state": "yes"}`, `"phone_system.call_queues": {}`},
		{`"domestic_minutes": 120`, `"domestic_minutes": -120`},
	} {
		if strings.Count(file, change[0]) != 1 {
			t.Fatalf("%q stands %d times in tiny.json", change[0], strings.Count(file, change[0]))
		}
		file = strings.Replace(file, change[0], change[1], 1)
	}
	v := validated(t, file, 100)
	const want = `line 4, /applies_to/1: a number where a text belongs
line 5, /source: licence or attribution is missing
line 6, /source/repository: repository "docs" is not owner/name
line 11, /source/license: unknown member "license"
line 16, /countries/0/slug: Taiwan: slug "Taiwan" is not words joined by hyphens
line 19, /countries/0/page/date: Taiwan: page date "2024-02-30" is no date; write it as 2023-01-26
line 20, /countries/0/answers: no answer to phone_system.voicemail; where the source is silent, write {"state": "unstated"}
line 21, /countries/0/answers/audio_conferencing.purchase/next/0/url: Taiwan: next step add_on_licensing has the character U+202E, which may not be shown
line 22, /countries/0/answers/audio_conferencing.auto_assigned_numbers/cities/0/zh-TW: member "zh-TW" stands twice
line 22, /countries/0/answers/audio_conferencing.auto_assigned_numbers/cities/0/zh-TW: null where a value belongs; leave the member out
line 24, /countries/0/answers/phone_system.purchase/state: unknown state "perhaps"; choose one of unstated, yes, pay_per_minute, needs_credits, on_request, partner, restricted, partial, no, not_applicable
line 26, /countries/0/answers/phone_system.call_queues: no state; where the source is silent, write {"state": "unstated"}
line 27, /countries/0/answers/phone_system.fax: unknown feature "phone_system.fax"
line 36, /countries/0/answers/calling_plans.minutes/options/0: Taiwan: plan 1 has -120 domestic and 0 international minutes; 0 to 100000 are possible`
	if got := faultLines(v); got != want || v.More != 0 {
		t.Errorf("got\n%s\nand %d more, want\n%s", got, v.More, want)
	}
	if v.Edition.Date != "2024-02-29" || v.Countries != 1 {
		t.Errorf("the edition is %s with %d countries", v.Edition.Date, v.Countries)
	}
}

// TestValidateEditions: the embedded editions and the tiny one have no fault.
func TestValidateEditions(t *testing.T) {
	for _, date := range Editions() {
		b, err := os.ReadFile("editions/" + date + ".json")
		if err != nil {
			t.Fatal(err)
		}
		if v := validated(t, string(b), 10); len(v.Faults) > 0 || v.Edition.Date != date || v.Countries < 86 || v.Countries > 114 {
			t.Errorf("%s: %+v", date, v)
		}
	}
	if v := validated(t, tiny, 10); len(v.Faults) > 0 {
		t.Errorf("tiny: %s", faultLines(v))
	}
}

// TestValidateBounds: faults up to the limit are spelled out and the others counted,
// and a file of very many faults does not take very long.
func TestValidateBounds(t *testing.T) {
	b, err := os.ReadFile("editions/" + Newest() + ".json")
	if err != nil {
		t.Fatal(err)
	}
	dates := regexp.MustCompile(`"date": "[0-9-]+"`).ReplaceAllString(string(b), `"date": "today"`)
	for _, limit := range []int{1, 20, 114, 1000} {
		if v := validated(t, dates, limit); len(v.Faults) != min(limit, 114) || len(v.Faults)+v.More != 114 {
			t.Errorf("limit %d: %d faults and %d more", limit, len(v.Faults), v.More)
		}
	}
	var members bytes.Buffer
	for i := range 30_000 {
		fmt.Fprintf(&members, `"x%d": 0, `, i)
	}
	v := validated(t, tinyWith(t, `"slug"`, members.String()+`"slug"`), 50)
	if len(v.Faults) != 50 || v.More < 1 {
		t.Errorf("%d faults and %d more", len(v.Faults), v.More)
	}
}

// FuzzValidate: each fault may be shown, and the limit decides how many are spelled
// out, not whether there are any.
func FuzzValidate(f *testing.F) {
	f.Add(tiny)
	for _, s := range []string{`{"schema": "voxatlas.edition/1", "countries": [{"slug": "\u001b"}]}`, "null", `{"countries":[null,[],{"answers":{"x":null}}]}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, file string) {
		v, err := Validate([]byte(file), 30)
		one, _ := Validate([]byte(file), 1)
		if err == nil && (len(v.Faults) == 0) != (len(one.Faults) == 0) {
			t.Fatalf("%v, but with a limit of one %v", v.Faults, one.Faults)
		}
		for _, fault := range v.Faults {
			if line := fault.Error(); line != model.Clean(line, 2000) || fault.Line < 1 {
				t.Fatalf("a fault is %q", line)
			}
		}
	})
}
