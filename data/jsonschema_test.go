package data

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"
)

// compiled returns the schema, ready to compareWithChecker documents.
func compiled(t testing.TB) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("urn:voxatlas:edition:1", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("urn:voxatlas:edition:1")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// beyondSchema matches the faults that a schema cannot see, because they lie between
// values or in the meaning of one.
var beyondSchema = regexp.MustCompile(strings.Join([]string{
	`stands twice`, `are both`, // the same thing twice
	`names table`, `is no date`, `is not RFC 3339`, `is no https or mailto link`, // forms that a pattern only comes near
	`may not be shown`, `bytes long`, // characters and bytes
	`lists \d+ destinations; the edition has`,
	`code "[A-Z]{2}" is no country or region`, // a code that nobody has
	`checksum`,           // of the text
	`is no whole number`, // 1.0 is one to a schema
}, "|"))

// compareWithChecker compares the schema with the checker: the schema accepts each file that the
// checker accepts, and refuses the others, unless all faults are in beyondSchema.
func compareWithChecker(s *jsonschema.Schema, file []byte) error {
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(file)))
	if err != nil {
		return fmt.Errorf("no JSON: %w", err)
	}
	v, err := Validate(file, 100)
	if err != nil {
		return err
	}
	refused := s.Validate(doc)
	switch valid := len(v.Faults) == 0; {
	case valid && refused != nil:
		return fmt.Errorf("only the schema refuses it: %w", refused)
	case !valid && refused == nil && !slices.ContainsFunc(v.Faults, func(f Fault) bool { return beyondSchema.MatchString(f.Text) }):
		return fmt.Errorf("only the checker refuses it: %v", v.Faults)
	}
	return nil
}

func TestSchemaAcceptsEveryEdition(t *testing.T) {
	s := compiled(t)
	files := map[string]string{"tiny": tiny}
	for _, date := range Editions() {
		b, err := os.ReadFile("editions/" + date + ".json")
		if err != nil {
			t.Fatal(err)
		}
		files[date] = string(b)
	}
	for name, file := range files {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// sample returns a small edition with countries of every kind.
func sample(t testing.TB) map[string]any {
	t.Helper()
	b, err := os.ReadFile("editions/" + Newest() + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var doc map[string]any
	if err := json.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	some := []string{"australia", "china", "india", "mexico", "the-united-kingdom-uk", "latvia", "albania", "puerto-rico", "south-korea"}
	var countries []any
	for _, c := range doc["countries"].([]any) {
		if slices.Contains(some, c.(map[string]any)["slug"].(string)) {
			countries = append(countries, c)
		}
	}
	doc["countries"] = countries
	if len(countries) < 7 {
		t.Fatalf("only %d countries of the sample are there", len(countries))
	}
	return doc
}

// spots are the values of a document: each a container and a key in it.
type spot struct {
	in  any // map[string]any or []any
	key string
	at  int
}

func spots(v any, list []spot) []spot {
	switch v := v.(type) {
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			list = spots(v[k], append(list, spot{v, k, 0}))
		}
	case []any:
		for i := range v {
			list = spots(v[i], append(list, spot{v, "", i}))
		}
	}
	return list
}

func (s spot) value() any {
	if m, ok := s.in.(map[string]any); ok {
		return m[s.key]
	}
	return s.in.([]any)[s.at]
}

func (s spot) put(v any) {
	if m, ok := s.in.(map[string]any); ok {
		m[s.key] = v
		return
	}
	s.in.([]any)[s.at] = v
}

// words lists values that are right in some place of an edition, or nearly so.
func words() []any {
	return []any{
		"", "yes", "no", "partner", "unstated", "not_applicable", "on_request", "restricted", "perhaps", "cities", "non_geographic",
		"domestic", "domestic_and_international", "pay_as_you_go", "2023-02-30", "2024-02-29", "2023-13-01", "HTTPS://example.com", "http://example.com",
		"mailto:a@example.com", "https://", "TW", "tw", "ZZ", "taiwan", "Tai wan", "zh-TW", "a\u0007b", "a\u202eb", "a\u3164b", strings.Repeat("國", 334), strings.Repeat("x", 1001),
		"toll_free_on_request", "call_me_needs_communications_credits", "add_on_licensing", "outbound_destinations_count_differs",
		json.Number("0"), json.Number("1"), json.Number("-1"), json.Number("1.5"), json.Number("1.0"), json.Number("198"), json.Number("1000"),
		json.Number("1001"), json.Number("100001"), json.Number("99999999999999999999"), true, false, nil,
		[]any{}, []any{"x"}, []any{"x", "y"}, []any{json.Number("1")}, map[string]any{}, map[string]any{"key": "x"}, map[string]any{"en": "x"},
	}
}

// change draws a change of a document and makes it.
func change(r *rapid.T, doc map[string]any) {
	all := spots(doc, nil)
	s := rapid.SampledFrom(all).Draw(r, "spot")
	switch rapid.IntRange(0, 6).Draw(r, "change") {
	case 0: // gone
		if m, ok := s.in.(map[string]any); ok {
			delete(m, s.key)
		} else {
			s.put(nil)
		}
	case 1: // another word
		s.put(rapid.SampledFrom(words()).Draw(r, "word"))
	case 2: // the value of another place
		s.put(clone(rapid.SampledFrom(all).Draw(r, "other").value()))
	case 3: // a member more
		if m, ok := s.value().(map[string]any); ok {
			name := rapid.SampledFrom([]string{"x", "state", "partner", "scope", "cities", "options", "stated_options", "destinations", "conditions", "text", "names", "note", "args", "dial", "zh-TW", "", "unread", "printed"}).Draw(r, "name")
			m[name] = rapid.SampledFrom(words()).Draw(r, "word")
		}
	case 4: // an item twice
		if l, ok := s.value().([]any); ok && len(l) > 0 {
			s.put(append(slices.Clone(l), clone(l[0])))
		}
	case 5: // an item less
		if l, ok := s.value().([]any); ok && len(l) > 0 {
			s.put(slices.Clone(l[1:]))
		}
	case 6: // a member of the same name elsewhere
		for _, o := range all {
			if o.key == s.key && o.key != "" && rapid.IntRange(0, 9).Draw(r, "this") == 0 {
				s.put(clone(o.value()))
				break
			}
		}
	}
}

func clone(v any) any {
	switch v := v.(type) {
	case map[string]any:
		m := make(map[string]any, len(v))
		for k, x := range v {
			m[k] = clone(x)
		}
		return m
	case []any:
		l := make([]any, len(v))
		for i, x := range v {
			l[i] = clone(x)
		}
		return l
	}
	return v
}

// TestSchemaAgreesWithTheChecker changes an edition in any ways, one to three at a
// time, and lets both compareWithChecker it.
func TestSchemaAgreesWithTheChecker(t *testing.T) {
	s, whole := compiled(t), sample(t)
	rapid.Check(t, func(r *rapid.T) {
		doc := clone(whole).(map[string]any)
		countries := doc["countries"].([]any)
		doc["countries"] = []any{clone(rapid.SampledFrom(countries).Draw(r, "country"))}
		if !rapid.Bool().Draw(r, "all destinations") {
			doc["destinations"] = doc["destinations"].([]any)[:2]
		}
		for range rapid.IntRange(1, 3).Draw(r, "changes") {
			change(r, doc)
		}
		b, err := json.Marshal(doc)
		if err != nil {
			r.Fatal(err)
		}
		if err := compareWithChecker(s, b); err != nil {
			r.Fatal(err)
		}
	})
}

// TestSchemaSeesWhatItCan: a fault of every kind that a schema can see, it sees.
func TestSchemaSeesWhatItCan(t *testing.T) {
	s := compiled(t)
	for what, file := range map[string]string{
		"another state": tinyWith(t, `"state": "unstated"`, `"state": "needs_credits"`),
		"no state":      tinyWith(t, `{"state": "unstated"}`, `{}`),
		"no answer":     tinyWith(t, `"phone_system.voicemail": {"state": "unstated"},`, ``),
		"no partner":    tinyWith(t, `"partner": {"name": "Example Telecom", "url": "https://example.com/plan"},`, ``),
		"a condition":   tinyWith(t, `"calling_plan_sold_by_partner"`, `"toll_free_on_request"`),
		"an argument":   tinyWith(t, `{"partner": "Example Telecom"}`, `{}`),
		"a step":        tinyWith(t, `"add_on_licensing"`, `"add_on"`),
		"minutes":       tinyWith(t, `120`, `0`),
		"a member":      tinyWith(t, `"slug"`, `"sluck": "", "slug"`),
		"a bidi mark":   tinyWith(t, `Bunei`, `\u202eBunei`),
	} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(file))
		if err != nil {
			t.Fatal(what, err)
		}
		if s.Validate(doc) == nil {
			t.Errorf("%s: the schema accepts it", what)
		}
		if err := compareWithChecker(s, []byte(file)); err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
}
