package data

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"pgregory.net/rapid"

	"voxatlas/model"
)

// withChecksum returns the text of an embedded edition with a checksum.
func withChecksum(t testing.TB, date string) []byte {
	t.Helper()
	b, err := os.ReadFile("editions/" + date + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var f File
	if err := json.Unmarshal(b, &f); err != nil {
		t.Fatal(err)
	}
	b, err = FormatWithChecksum(&f)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestChecksum: an edition with a checksum reads back as it was, by the reader of a start,
// by the strict one and by the schema; the text before the checksum is that of Format.
func TestChecksum(t *testing.T) {
	for _, date := range Editions() {
		b := withChecksum(t, date)
		opened, err := OpenWithChecksum(b)
		if err != nil {
			t.Fatal(err)
		}
		loaded, err := Load(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if diff := same(loaded.Info(), opened.Info()); diff != "" {
			t.Errorf("edition %s (-loaded +opened)\n%s", date, diff)
		}
		if diff := same(loaded.Destinations(), opened.Destinations()); diff != "" || opened.Destinations().Len() == 0 {
			t.Errorf("edition %s: destinations (-loaded +opened)\n%s", date, diff)
		}
		for c := range loaded.Countries() {
			if diff := same(CountryOf(c, date), CountryOf(opened.Country(c.Slug()), date)); diff != "" {
				t.Errorf("edition %s: %s (-loaded +opened)\n%s", date, c.Slug(), diff)
			}
		}
		if err := compareWithChecker(compiled(t), b); err != nil {
			t.Error(err)
		}
	}
}

// TestChecksumOfAnyEdition changes an edition in any ways. Whatever the strict reader
// accepts can be written with a checksum, and reads back the same at a start.
func TestChecksumOfAnyEdition(t *testing.T) {
	whole := sample(t)
	rapid.Check(t, func(r *rapid.T) {
		doc := clone(whole).(map[string]any)
		doc["destinations"] = doc["destinations"].([]any)[:2]
		for range rapid.IntRange(0, 3).Draw(r, "changes") {
			change(r, doc)
		}
		b, err := json.Marshal(doc, json.Deterministic(true))
		if err != nil {
			r.Fatal(err)
		}
		loaded, err := Load(bytes.NewReader(b))
		if err != nil {
			return
		}
		var f File
		if err := json.Unmarshal(b, &f); err != nil {
			r.Fatal(err)
		}
		if b, err = FormatWithChecksum(&f); err != nil {
			r.Fatal(err)
		}
		opened, err := OpenWithChecksum(b)
		if err != nil {
			r.Fatal(err)
		}
		if diff := same(fullDocument(loaded), fullDocument(opened)); diff != "" {
			r.Fatalf("(-loaded +opened)\n%s", diff)
		}
	})
}

// fullDocument returns all of an edition, in the form that is shown.
func fullDocument(a *model.Atlas) []any {
	all := []any{a.Info(), a.Destinations()}
	for c := range a.Countries() {
		all = append(all, CountryOf(c, a.Info().Date))
	}
	return all
}

// TestChecksumIsVerified changes each byte of a file in turn, and cuts it at each length:
// no start opens it, and the strict reader names the checksum or another fault.
func TestChecksumIsVerified(t *testing.T) {
	var f File
	if err := json.Unmarshal([]byte(tiny), &f); err != nil {
		t.Fatal(err)
	}
	b, err := FormatWithChecksum(&f)
	if err != nil {
		t.Fatal(err)
	}
	for i := range b {
		changed := bytes.Clone(b)
		changed[i] ^= 1
		for _, damaged := range [][]byte{changed, b[:i], append(bytes.Clone(b[:i]), b[i+1:]...)} {
			if _, err := OpenWithChecksum(damaged); !errors.Is(err, ErrChecksum) {
				t.Fatalf("byte %d: %v", i, err)
			}
		}
		if v, err := Validate(changed, 5); err == nil && len(v.Faults) == 0 {
			t.Fatalf("byte %d: the strict reader finds no fault", i)
		}
	}
}

// TestForgedChecksum: with a checksum that fits, too, a file of another form is refused, or
// the countries that it concerns are not read.
func TestForgedChecksum(t *testing.T) {
	text, _ := cutChecksum(withChecksum(t, "2023-01-26"))
	for _, tt := range []struct{ what, old, text, want string }{
		{"a newer schema", EditionSchema, "voxatlas.edition/2", ErrNewer.Error()},
		{"another schema", EditionSchema, "voxatlas.country/1", errLayout.Error()},
		{"no countries", `  "countries": [`, `  "countrie5": [`, errLayout.Error()},
		{"a slug with a control", `"slug": "taiwan"`, "\"slug\": \"tai\\u001bwan\"", errLayout.Error()},
		{"a slug that ends with a hyphen", `"slug": "taiwan"`, `"slug": "taiwan-"`, errLayout.Error()},
		{"a slug twice", `"slug": "taiwan"`, `"slug": "japan"`, errLayout.Error()},
		{"a code of no country", `"iso2": "TW"`, `"iso2": "XX"`, "not laid out"},
		{"a printed name with a bidi mark", `"printed_names": {"en": "Taiwan"`, "\"printed_names\": {\"en\": \"Tai\u202ewan\"", errLayout.Error()},
		{"a language that must not be shown", `"printed_names": {"en": "Taiwan"`, "\"printed_names\": {\"e\u202en\": \"Taiwan\"", errLayout.Error()},
		{"an attribution with a control", "© Microsoft", `\u0007 Microsoft`, "not in the form"},
		{"no date", `"edition": "2023-01-26"`, `"edition": "soon"`, "is no date"},
		{"a state that is none", `"state": "pay_per_minute"`, `"state": "perhaps"`, ""},
		{"an answer that is none", `"phone_system.voicemail"`, `"phone_system.fax"`, ""},
		{"a control in a text", `{"en": "Vienna"`, `{"en": "Vi\u001b[31menna"`, ""},
		{"a control as it is", `{"en": "Vienna"`, "{\"en\": \"Vi\x1b[31menna\"", ""},
		{"answers without an end", `"answers": {`, `"answers": {{`, ""},
		{"a country within the answers", "    },\n    {\n      \"slug\": \"algeria\"", "    , {\n      \"slug\": \"algeria\"", ""},
	} {
		forged := strings.Replace(string(text), tt.old, tt.text, 1)
		if forged == string(text) {
			t.Fatalf("%s: %q is not there", tt.what, tt.old)
		}
		a, err := OpenWithChecksum(addChecksum([]byte(forged)))
		if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.what, err, tt.want)
		}
		if err == nil {
			if damaged := damagedCountries(a); len(damaged) != 1 {
				t.Errorf("%s: the countries that are not read are %v", tt.what, damaged)
			}
		}
	}
}

// damagedCountries lists the countries of which no answer is read.
func damagedCountries(a *model.Atlas) []string {
	var slugs []string
	for c := range a.Countries() {
		unread := 0
		for _, f := range model.Features() {
			if c.Answer(f).Unread == "damaged" {
				unread++
			}
		}
		if unread == model.NumFeatures {
			slugs = append(slugs, c.Slug())
		}
	}
	return slugs
}

// FuzzOpenWithChecksum changes a small edition at two places, and gives it a checksum that
// fits. If it opens, nothing in it has a character that must not be shown; and what the
// strict reader accepts, it reads in the same way, or says of a country that it is not
// read.
func FuzzOpenWithChecksum(f *testing.F) {
	var file File
	if err := json.Unmarshal([]byte(tiny), &file); err != nil {
		f.Fatal(err)
	}
	b, err := FormatWithChecksum(&file)
	if err != nil {
		f.Fatal(err)
	}
	text, _ := cutChecksum(b)
	f.Add(uint(0), uint(0), "", uint(0), uint(0), "")
	f.Add(uint(40), uint(1), "\n    }", uint(900), uint(0), "\n    {\n      \"answers\": ")
	f.Add(uint(700), uint(3), "\n      \"answers\": {", uint(900), uint(9), "]")
	f.Add(uint(700), uint(0), "}}, {", uint(1200), uint(20), "\\u001b")
	f.Fuzz(func(t *testing.T, at1, cut1 uint, put1 string, at2, cut2 uint, put2 string) {
		forged := splice(splice(text, at1, cut1, put1), at2, cut2, put2)
		b := addChecksum(bytes.Clone(forged))
		opened, err := OpenWithChecksum(b)
		if err != nil {
			if !model.IsPrintable(strings.ReplaceAll(err.Error(), "\n", "")) {
				t.Fatalf("the error is %q", err)
			}
			return
		}
		if shown := fmt.Sprintf("%v", fullDocument(opened)); !model.IsPrintable(shown) {
			t.Fatalf("%q opens, and has what must not be shown", forged)
		}
		loaded, err := Load(bytes.NewReader(b))
		if err != nil {
			return
		}
		damaged := strings.Join(damagedCountries(opened), " ")
		for c := range loaded.Countries() {
			other := opened.Country(c.Slug())
			if other == nil && damaged == "" {
				t.Fatalf("%q opens without %s", forged, c.Slug())
			}
			if other == nil || strings.Contains(damaged, c.Slug()) {
				continue
			}
			if diff := same(CountryOf(c, ""), CountryOf(other, "")); diff != "" {
				t.Fatalf("%q: %s (-loaded +opened)\n%s", forged, c.Slug(), diff)
			}
		}
	})
}

// splice replaces some bytes of a text at a place.
func splice(text []byte, at, cut uint, put string) []byte {
	at %= uint(len(text) + 1)
	cut %= uint(len(text)) - at + 1
	return append(append(bytes.Clone(text[:at]), put...), text[at+cut:]...)
}
