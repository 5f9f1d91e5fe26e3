package data

import (
	_ "embed"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"

	"voxatlas/model"
)

// tiny is a valid edition of one country, written by hand.
//
//go:embed testdata/tiny.json
var tiny string

// tinyWith returns tiny with one of its texts replaced.
func tinyWith(t testing.TB, of, by string) string {
	t.Helper()
	if strings.Count(tiny, of) != 1 {
		t.Fatalf("%q stands %d times in tiny.json", of, strings.Count(tiny, of))
	}
	return strings.Replace(tiny, of, by, 1)
}

// mustDisplay fails the test when a line of err is empty, or has characters that steer
// a terminal.
func mustDisplay(t testing.TB, err error) {
	t.Helper()
	lines := strings.Split(err.Error(), "\n")
	if len(lines) > model.MaxViolations+1 {
		t.Errorf("the error has %d lines", len(lines))
	}
	for _, line := range lines {
		if clean := model.Clean(line, 2000); line != clean || line == "" {
			t.Errorf("a line of the error is %.300q", line)
		}
	}
}

func TestLoad(t *testing.T) {
	a, err := Load(strings.NewReader(tiny))
	if err != nil {
		t.Fatal(err)
	}
	taiwan := a.Country("taiwan")
	if a.Len() != 1 || a.Info().Date != "2024-02-29" || taiwan == nil {
		t.Fatalf("the edition is %+v with %d countries", a.Info(), a.Len())
	}
	if got := taiwan.Answer(model.CallingPlansPurchase).Partner.Name; got != "Example Telecom" {
		t.Errorf("plans are sold by %q", got)
	}
	if got := taiwan.Name("zh-TW"); got != "台灣" {
		t.Errorf("the shown name is %q; it comes from the names table", got)
	}
}

// TestLoadRefuses spoils the tiny edition in one way in each case.
func TestLoadRefuses(t *testing.T) {
	const voicemail = `"phone_system.voicemail": {"state": "unstated"}`
	for _, tt := range []struct{ what, file, want string }{
		{"nothing", "", `empty; an edition is a JSON file, see voxatlas's README`},
		{"blanks", " \r\n\t", `empty; an edition is a JSON file, see voxatlas's README`},
		{"a byte order mark", "\ufeff" + tiny, `line 1: invalid character '\ufeff' at start of value`},
		{"another format", "<html>", `line 1: invalid character '<' at start of value`},
		{"an archive", "PK\x03\x04", `line 1: invalid character 'P' at start of value`},
		{"two documents", tiny + "{}", `line 49: invalid character '{' after top-level value`},
		{"another document", "[]", `line 1: a list where an object belongs`},
		{"null", "null", `schema is ""; this program reads "voxatlas.edition/1"`},
		{"a later schema", tinyWith(t, "edition/1", "edition/2"), `schema is "voxatlas.edition/2"; this program reads "voxatlas.edition/1"`},
		{"a cut file", tiny[:len(tiny)/2], `the file ends here, in the middle of a value`},
		{"a cut escape", `{"schema":"\u00`, `line 1, /schema: the file ends here, in the middle of a value`},
		{"half a surrogate pair", tinyWith(t, "CC-BY", `\ud800`), `line 11, /source/licence: invalid surrogate pair`},
		{"bad UTF-8", tinyWith(t, "台北", "台\xe5\x8c"), `line 22, /countries/0/answers/audio_conferencing.auto_assigned_numbers/cities/0/zh-TW: invalid UTF-8`},
		{"UTF-16", "{\x00\"\x00s\x00", `line 1: invalid character '\x00' at start of string (expecting '"')`},
		{"a raw escape sequence", tinyWith(t, "local plan", "\x1b[2Jplan"), `: invalid character '\x1b' in string`},

		{"a doubled member", tinyWith(t, `"iso2": "TW",`, `"iso2": "TW", "iso2": "BN",`), `line 17, /countries/0/iso2: member "iso2" stands twice`},
		{"a doubled member, escaped", tinyWith(t, `"iso2": "TW",`, `"iso2": "TW", "\u0069so2": "BN",`), `/countries/0/iso2: member "iso2" stands twice`},
		{"a doubled answer", tinyWith(t, voicemail, voicemail+","+voicemail), `phone_system.voicemail: member "phone_system.voicemail" stands twice`},
		{"a doubled argument", tinyWith(t, `{"partner": "Example`, `{"partner": "x", "partner": "Example`), `/conditions/0/args/partner: member "partner" stands twice`},
		{"an unknown member", tinyWith(t, `"slug"`, `"sluck": "", "slug"`), `line 16, /countries/0/sluck: unknown member "sluck"`},
		{"a member in capitals", tinyWith(t, `"slug"`, `"Slug"`), `line 16, /countries/0/Slug: unknown member "Slug"`},
		{"a hostile member", tinyWith(t, `"slug"`, `"\u001b[2J\u202e`+strings.Repeat("x", 5000)+`": "", "slug"`), `unknown member "?[2J?xxx`},

		{"a number for a text", tinyWith(t, `"Teams"`, `5`), `line 10, /source/folder: a number where a text belongs`},
		{"a text for a list", tinyWith(t, `["Microsoft Teams"]`, `"Microsoft Teams"`), `line 4, /applies_to: a text where a list belongs`},
		{"an object for a list", `{"countries": {}}`, `line 1, /countries: an object where a list belongs`},
		{"a list for an object", tinyWith(t, `{"state": "unstated"}`, `[]`), `line 27, /countries/0/answers/phone_system.voicemail: a list where an object belongs`},
		{"a text for a truth", tinyWith(t, `{"state": "unstated"}`, `{"other_cities_on_request": "yes"}`), `/other_cities_on_request: a text where true or false belongs`},
		{"a truth for a state", tinyWith(t, `"unstated"`, `false`), `phone_system.voicemail/state: true or false where a text belongs`},
		{"a text for a number", tinyWith(t, `"stated_options": 1`, `"stated_options": "1"`), `/stated_options: a text where a whole number belongs`},
		{"a fraction", tinyWith(t, `"stated_options": 1`, `"stated_options": 1.5`), `/stated_options: 1.5 is no whole number`},
		{"an exponent", tinyWith(t, `"stated_options": 1`, `"stated_options": 1e9`), `/stated_options: 1e9 is no whole number`},
		{"a huge number", tinyWith(t, `"stated_options": 1`, `"stated_options": `+strings.Repeat("9", 5000)), `/stated_options: ` + strings.Repeat("9", 40) + `... is too large a number`},
		{"a nested argument", tinyWith(t, `"args": {"partner": "Example Telecom"}`, `"args": {"partner": {}}`), `/conditions/0/args/partner: an object where a text, a number or a list belongs`},
		{"arguments in a list", tinyWith(t, `"args": {"partner": "Example Telecom"}`, `"args": ["partner"]`), `/conditions/0/args: a list where an object belongs`},
		{"a number in a list of texts", tinyWith(t, `"args": {"partner": "Example Telecom"}`, `"args": {"partner": ["x", 1]}`), `/conditions/0/args/partner/1: a number where a text belongs`},
		{"10 000 levels", strings.Repeat(`[`, 10_001), `: exceeded max depth`},
		{"10 000 levels of countries", `{"countries": ` + strings.Repeat(`[`, 10_001), `: exceeded max depth`},
		{"10 000 levels of arguments", tinyWith(t, `"args": {"partner": "Example Telecom"}`, `"args": {"partner": `+strings.Repeat(`[`, 10_001)), `: exceeded max depth`},

		{"an unknown state", tinyWith(t, `"unstated"`, `"perhaps"`), `line 27, /countries/0/answers/phone_system.voicemail/state: unknown state "perhaps"; choose one of unstated, yes, pay_per_minute, needs_credits, on_request, partner, restricted, partial, no, not_applicable`},
		{"a hostile state", tinyWith(t, `"unstated"`, `"\u001b]0;pwned\u0007\u202e"`), `unknown state "?]0;pwned?"`},
		{"an empty scope", tinyWith(t, `"scope": "cities"`, `"scope": ""`), `/scope: unknown scope ""`},
		{"an unknown kind of plan", tinyWith(t, `"kind": "domestic"`, `"kind": "lunar"`), `/options/0/kind: unknown plan kind "lunar"`},
		{"an unknown answer", tinyWith(t, voicemail, voicemail+`, "phone_system.fax": {}`), `unknown feature "phone_system.fax"`},
		{"an unknown feature of a warning", tinyWith(t, `["calling_plans.outbound_calls"]`, `["fax"]`), `/warnings/0/features/0: unknown feature "fax"`},
		{"a missing answer", tinyWith(t, voicemail+",", ""), `line 20, /countries/0/answers: no answer to phone_system.voicemail; where the source is silent, write {"state": "unstated"}`},
		{"an unknown code", tinyWith(t, `"iso2": "TW"`, `"iso2": "tw"`), `line 17, /countries/0/iso2: code "tw" is no country or region; write an ISO 3166-1 code, such as "TW"`},
		{"an unknown destination", tinyWith(t, `"iso2": "BN"`, `"iso2": "\u001b["`), `line 47, /destinations/0/iso2: code "?[" is no country or region; write an ISO 3166-1 code, such as "TW"`},

		{"a negative count", tinyWith(t, `"stated_options": 1`, `"stated_options": -1`), `line 35, /countries/0/answers/calling_plans.minutes/stated_options: taiwan: states -1 plans`},
		{"negative minutes", tinyWith(t, `120`, `-120`), `line 36, /countries/0/answers/calling_plans.minutes/options/0: taiwan: plan 1 has -120 domestic and 0 international minutes; 0 to 100000 are possible`},
		{"too many minutes", tinyWith(t, `120`, `9223372036854775807`), `plan 1 has 9223372036854775807 domestic and 0 international minutes; 0 to 100000 are possible`},
		{"an unknown condition", tinyWith(t, `"calling_plan_sold_by_partner"`, `"x\u009b2J"`), `line 31, /countries/0/answers/calling_plans.purchase/conditions/0/key: taiwan: unknown condition "x?2J"`},
		{"an unknown next step", tinyWith(t, `"add_on_licensing"`, `"x\u2028y"`), `line 21, /countries/0/answers/audio_conferencing.purchase/next/0/key: taiwan: unknown next step "x?y"`},
		{"no countries", `{"schema": "voxatlas.edition/1", "countries": []}`, `no countries`},
	} {
		a, err := Load(strings.NewReader(tt.file))
		switch {
		case err == nil || a != nil:
			t.Errorf("%s: accepted", tt.what)
		case !strings.Contains(err.Error(), tt.want):
			t.Errorf("%s is refused with\n %s\nwant\n %s", tt.what, err, tt.want)
		}
		if err != nil {
			mustDisplay(t, err)
		}
	}
}

// TestLoadRefusesHostileTexts: no text of an edition may have characters that steer a terminal or reorder a
// line, however they are written.
func TestLoadRefusesHostileTexts(t *testing.T) {
	texts := []string{ // one of every kind, as tiny.json has it
		`2024-02-29"`, `Microsoft Teams`, `example/docs`, `live`, `0123456789abcdef0123456789abcdef01234567`, `2024-02-29T12:00:00+00:00`, `"Teams`,
		`CC-BY-4.0`, `© Example`, `"slug": "taiwan`, `"iso2": "TW`, `"en": "Taiwan`, `台灣`, `"zh-TW": "台灣`, `https://example.com/taiwan`, `2024-01-31`,
		`stray_file_path_in_page_text`, `add_on_licensing`, `https://example.com/licences`, `Taipei`, `台北`, `"name": "Example Telecom`,
		`https://example.com/plan`, `calling_plan_sold_by_partner`, `{"partner": "Example Telecom`, `{"partner`, `local plan`, `outbound_destinations_count_differs`,
		`{"iso2": "BN`, `Bunei Darussalam`, `misprint`, `unstated`, `"kind": "domestic`, `"scope": "cities`, `domestic_and_international`,
	}
	for _, text := range texts {
		for _, hostile := range []string{`\u001b[31m`, `\u009b31m`, `\u0007`, `\r`, `\u202e`, "\u202e", `\u2066`, `\u200b`, `\udb40\udc41`} {
			// In front of the last rune, so that it stands inside the text.
			runes := []rune(strings.TrimSuffix(strings.TrimSuffix(text, ","), `"`))
			at := len(string(runes[:len(runes)-1]))
			_, err := Load(strings.NewReader(tinyWith(t, text, text[:at]+hostile+text[at:])))
			if err == nil {
				t.Errorf("%s with %s is accepted", text, hostile)
				continue
			}
			mustDisplay(t, err)
		}
	}
}

func TestLoadReportsTheFirstFaultsAndCountsTheRest(t *testing.T) {
	countries := func(n int) string {
		const country = `{"slug": "x\u001b", "iso2": "??", "page": {"url": "", "date": ""}, "answers": {}}`
		return `{"schema": "voxatlas.edition/1", "countries": [` + strings.TrimSuffix(strings.Repeat(country+",", n), ",") + `]}`
	}
	for n, want := range map[int]string{
		1:                `^(.+\n)+and \d+ more$`, // of 14 answers missing, among others
		MaxCountries:     `^(.+\n){20}and [1-9]\d{3,} more$`,
		MaxCountries + 1: `^line 1, /countries: more than 1000 countries and regions$`,
		50_000:           `^line 1, /countries: more than 1000 countries and regions$`,
	} {
		_, err := Load(strings.NewReader(countries(n)))
		if err == nil || !regexp.MustCompile(want).MatchString(err.Error()) {
			t.Fatalf("%d countries with unknown codes: %v, want %s", n, err, want)
		}
		mustDisplay(t, err)
	}
}

func TestLoadKeepsToTheLimit(t *testing.T) {
	padded := tiny + strings.Repeat(" ", MaxSize-len(tiny))
	if _, err := Load(strings.NewReader(padded)); err != nil {
		t.Errorf("an edition of just the largest size: %v", err)
	}
	if _, err := Load(strings.NewReader(padded + " ")); err == nil || err.Error() != "larger than 8 MB, the most that an edition may have" {
		t.Errorf("an edition of one byte more: %v", err)
	}
}

func TestLoadSaysWhyReadingFailed(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want string
	}{
		{errors.New("the line\x1b[2J\r\nbroke"), "the line?[2J?broke"},
		{&os.PathError{Op: "read", Path: "/tmp/\x1b]0;x\a", Err: errors.New("input/output error")}, "input/output error"},
		{&os.PathError{Op: "open", Path: "\x1b", Err: os.ErrPermission}, "may not be read; check its permissions"},
	} {
		if _, err := Load(iotest.ErrReader(tt.err)); err == nil || err.Error() != tt.want {
			t.Errorf("%q is displayed as %q, want %q", tt.err, err, tt.want)
		}
	}
}

// TestLoadErrorsKeepTheirCause: an error of the system keeps its cause beneath the text to be shown.
func TestLoadErrorsKeepTheirCause(t *testing.T) {
	cause := errors.New("the line\x1b[2J broke")
	if _, err := Load(iotest.ErrReader(&os.PathError{Op: "read", Path: "x", Err: cause})); !errors.Is(err, cause) {
		t.Errorf("%v", err)
	}
}

func TestLoadFile(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	link := func(name, to string) string {
		path := filepath.Join(folder, name)
		if err := os.Symlink(to, path); err != nil {
			t.Skipf("no symbolic links here: %v", err)
		}
		return path
	}
	sparse := write("sparse.json", "")
	if err := os.Truncate(sparse, 1<<40); err != nil {
		t.Skipf("no sparse files here: %v", err)
	}
	good := write("good.json", tiny)
	socket := filepath.Join(folder, "socket")
	if listener, err := net.Listen("unix", socket); err == nil {
		defer listener.Close() //nolint:errcheck // a test's
	} else {
		socket = os.DevNull
	}

	for _, path := range []string{good, link("link.json", good)} {
		if _, err := LoadFile(path); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	const notRegular = "not a regular file; save the edition to one"
	for path, want := range map[string]string{
		"":                                   "no such file; check the path",
		filepath.Join(folder, "gone\x1b[2J"): "no such file; check the path",
		filepath.Join(good, "x"):             "not a directory",
		link("dangling", "nowhere"):          "no such file; check the path",
		link("loop", "loop"):                 "too many levels of symbolic links",
		"nul\x00byte":                        "invalid argument",
		strings.Repeat("x", 5000):            "file name too long",
		folder:                               "a folder; name an edition file in it",
		os.DevNull:                           notRegular,
		link("device", os.DevNull):           notRegular,
		socket:                               notRegular,
		sparse:                               "larger than 8 MB, the most that an edition may have",
		write("empty.json", ""):              "empty; an edition is a JSON file, see voxatlas's README",
		write("cut.json", tiny[:300]):        "line 11, /source: the file ends here, in the middle of a value",
	} {
		if _, err := LoadFile(path); err == nil || err.Error() != want {
			t.Errorf("%.60q: %v, want %s", path, err, want)
		}
	}
}

// TestLoadFileLooksAgainAfterOpening: a path that becomes something else just before
// it is opened is refused, and does not block.
func TestLoadFileLooksAgainAfterOpening(t *testing.T) {
	for path, want := range map[string]string{
		t.TempDir():    "a folder; name an edition file in it",
		os.DevNull:     "not a regular file; save the edition to one",
		"/nonexistent": "no such file; check the path",
	} {
		if _, err := openAndRead(osFiles{}, path, MaxSize); err == nil || ReadError(err).Error() != want {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
}

// FuzzLoad: all texts of an edition that is loaded may be shown, and so may the error
// of one that is not.
func FuzzLoad(f *testing.F) {
	f.Add([]byte(tiny))
	f.Add([]byte(`{"schema": "voxatlas.edition/1", "countries": [{"slug": "\u001b"}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := Load(strings.NewReader(string(b)))
		if err != nil {
			mustDisplay(t, err)
			return
		}
		texts(reflect.ValueOf(a), func(s string) {
			for _, r := range s {
				if !model.Printable(r) {
					t.Errorf("the atlas holds %q", s)
				}
			}
		})
		for c := range a.Countries() {
			roundTrip(t, c, a.Info().Date)
		}
	})
}

// texts calls see with every string in v.
func texts(v reflect.Value, see func(string)) {
	switch v.Kind() {
	case reflect.String:
		see(v.String())
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			texts(v.Elem(), see)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			texts(v.Field(i), see)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			texts(v.Index(i), see)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			texts(k, see)
			texts(v.MapIndex(k), see)
		}
	}
}

func ExampleLoad() {
	_, err := Load(strings.NewReader(strings.Replace(tiny, `"state": "unstated"`, `"state": "perhaps"`, 1)))
	fmt.Println(err)
	// Output: line 27, /countries/0/answers/phone_system.voicemail/state: unknown state "perhaps"; choose one of unstated, yes, pay_per_minute, needs_credits, on_request, partner, restricted, partial, no, not_applicable
}
