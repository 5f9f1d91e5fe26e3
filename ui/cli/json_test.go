package cli_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/model"
)

// TestShowAll compares the JSON of every country of every edition with the
// document of package data, plus texts in every language.
func TestShowAll(t *testing.T) {
	for _, date := range testLibrary().Dates() {
		t.Run(date, func(t *testing.T) {
			r := run(t, nil, "show", "--all", "--json", "--edition", date)
			if r.code != 0 || r.err != "" {
				t.Fatalf("exit code %d: %s", r.code, r.err)
			}
			var docs []data.Country
			if err := json.Unmarshal([]byte(r.out), &docs, json.RejectUnknownMembers(true)); err != nil {
				t.Fatal(err)
			}
			a, err := testLibrary().Edition(date).Open()
			if err != nil {
				t.Fatal(err)
			}
			if len(docs) != a.Len() {
				t.Fatalf("%d documents, want %d", len(docs), a.Len())
			}
			for i, c := range slices.Collect(a.Countries()) {
				stripTexts(t, docs[i])
				for lang, name := range docs[i].Names {
					if name != c.Name(lang) {
						t.Errorf("%s: named %q in %s", c.Slug(), name, lang)
					}
				}
				if want := "https://learn.microsoft.com/en-us/microsoftteams/phone-reference/plan-availability/availability-in-" + c.Slug(); docs[i].Page.URL != want {
					t.Errorf("%s: the page is %s, want %s", c.Slug(), docs[i].Page.URL, want)
				}
				docs[i].Names, docs[i].Page.URL = c.Names().Map(), c.Page().URL
				if got, want := toJSON(t, docs[i]), toJSON(t, data.CountryOf(c, date)); got != want {
					t.Errorf("%s:\n%s\nwant\n%s", c.Slug(), got, want)
				}
			}
		})
	}
}

// stripTexts removes the texts of d. Each of them must be there in every
// language.
func stripTexts(t *testing.T, d data.Country) {
	t.Helper()
	if len(d.Names) != len(assets.Langs()) {
		t.Errorf("%s: names in %d languages", d.Slug, len(d.Names))
	}
	take := func(kind, key string, text *map[model.Lang]string) {
		if len(*text) != len(assets.Langs()) {
			t.Errorf("%s: %s %s: texts in %d languages", d.Slug, kind, key, len(*text))
		}
		for lang, s := range *text {
			if s == "" || strings.Contains(s, key) || strings.Contains(s, "{") {
				t.Errorf("%s: %s %s: %s: bad text %q", d.Slug, kind, key, lang, s)
			}
		}
		*text = nil
	}
	for _, a := range d.Answers {
		for i := range a.Conditions {
			take("condition", a.Conditions[i].Key, &a.Conditions[i].Text)
		}
		for i := range a.Next {
			take("step", a.Next[i].Key, &a.Next[i].Text)
		}
	}
	for i := range d.Warnings {
		take("warning", d.Warnings[i].Key, &d.Warnings[i].Text)
	}
	for i := range d.Later {
		take("later", d.Later[i].URL, &d.Later[i].Text)
	}
}

func toJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v, json.Deterministic(true), jsontext.WithIndent(" "))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestJSONIsTheSameInEveryLanguage compares the JSON of every command
// between the languages of the user.
func TestJSONIsTheSameInEveryLanguage(t *testing.T) {
	for _, args := range [][]string{
		{"show", "--all"}, {"show", "tw", "jp"}, {"list"}, {"search", "-n", "0", "a"}, {"search", "南"},
		{"services"}, {"services", "credits"}, {"list", "--where", "cp|city:salvador"}, {"destinations"}, {"destinations", "congo"}, {"version"}, {"changes"}, {"changes", "mx", "tc"}, {"history", "mx"}, {"history", "tw", "vm"},
	} {
		first := run(t, nil, append(args, "--json", "--lang", "en")...)
		if !strings.HasSuffix(first.out, "\n") || strings.Contains(first.out, `\u`) || !jsontext.Value(first.out).IsValid() {
			t.Errorf("%v: not plain JSON that ends its last line", args)
		}
		for _, lang := range assets.Langs() {
			if r := run(t, nil, append(args, "--json", "--lang", lang)...); r.out != first.out || r.code != 0 {
				t.Errorf("%v: %s differs from English", args, lang)
			}
		}
	}
}
