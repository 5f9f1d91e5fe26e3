package assets_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"voxatlas/assets"
	"voxatlas/model"
)

// texts are the catalog's own texts without those of the language under it.
func texts(c *assets.Catalog) map[string]string {
	m := make(map[string]string)
	for _, key := range c.Keys() {
		m[key] = c.Text(key)
	}
	return m
}

// forms maps the keys of c without their plural forms to these forms.
func forms(c *assets.Catalog) map[string][]string {
	m := make(map[string][]string)
	for _, key := range c.Keys() {
		base, form, _ := strings.Cut(strings.TrimSuffix(key, "]"), "[")
		m[base] = append(m[base], form)
	}
	return m
}

func TestEveryLanguageHasTheKeysOfEnglish(t *testing.T) {
	english := forms(in(t, "en"))
	for _, c := range catalogs(t) {
		own := forms(c)
		for key := range english {
			if own[key] == nil {
				t.Errorf("%s lacks %s", c.Lang(), key)
			}
		}
		for key := range own {
			if english[key] == nil {
				t.Errorf("%s has %s, English does not", c.Lang(), key)
			}
		}
	}
}

func TestPluralsHaveEveryFormOfTheLanguage(t *testing.T) {
	names := map[plural.Form]string{plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}
	for _, c := range catalogs(t) {
		want := map[string]bool{}
		for n := range 200 {
			want[names[plural.Cardinal.MatchPlural(language.Make(c.Lang()), n, 0, 0, 0, 0)]] = true
		}
		for key, have := range forms(c) {
			if slices.Equal(have, []string{""}) {
				continue
			}
			for form := range want {
				if !slices.Contains(have, form) {
					t.Errorf("%s: %s lacks its form %q", c.Lang(), key, form)
				}
			}
			if len(have) != len(want) {
				t.Errorf("%s: %s has the forms %q, the language knows %d", c.Lang(), key, have, len(want))
			}
		}
	}
}

// modelKeys are the keys that the facts call for.
func modelKeys() []string {
	var keys []string
	for _, s := range model.Services() {
		keys = append(keys, "service."+s.Key())
	}
	for _, f := range model.Features() {
		keys = append(keys, "feature."+f.Key())
	}
	for _, t := range model.Topics() {
		keys = append(keys, "topic."+t.Key()+".text")
	}
	for _, s := range model.States() {
		keys = append(keys, "state."+s.String())
	}
	for _, s := range []model.Scope{model.Cities, model.NonGeographic, model.ScopeNotApplicable} {
		keys = append(keys, "scope."+s.String())
	}
	for _, k := range []model.PlanKind{model.Domestic, model.DomesticAndInternational, model.PayAsYouGo} {
		keys = append(keys, "plan."+k.String())
	}
	for _, k := range model.Conditions() {
		keys = append(keys, "condition."+k)
	}
	for _, k := range model.Warnings() {
		keys = append(keys, "warning."+k)
	}
	for _, k := range model.Steps() {
		keys = append(keys, "step."+k)
	}
	return keys
}

func TestEveryFactHasWordsAndTheReverse(t *testing.T) {
	want := modelKeys()
	for _, c := range catalogs(t) {
		have := c.Keys()
		for _, key := range want {
			if !slices.Contains(have, key) {
				t.Errorf("%s lacks %s", c.Lang(), key)
			}
		}
		for _, key := range have {
			section, _, _ := strings.Cut(key, ".")
			switch section {
			case "service", "feature", "topic", "state", "scope", "plan", "condition", "warning", "step":
				if !slices.Contains(want, key) {
					t.Errorf("%s: %s is no word of the model", c.Lang(), key)
				}
			}
		}
	}
}

var argument = regexp.MustCompile(`\{([a-z_]+)\}`)

// arguments lists the arguments of a text, sorted, each once.
func arguments(text string) []string {
	var args []string
	for _, m := range argument.FindAllStringSubmatch(text, -1) {
		args = append(args, m[1])
	}
	slices.Sort(args)
	return slices.Compact(args)
}

func TestNotesTakeTheArgumentsOfTheModel(t *testing.T) {
	for _, c := range catalogs(t) {
		for key, text := range texts(c) {
			section, note, _ := strings.Cut(key, ".")
			if section != "condition" && section != "warning" {
				continue
			}
			want := slices.DeleteFunc(model.NoteArgs(note), func(arg string) bool { return arg == "links" })
			slices.Sort(want)
			if got := arguments(text); !slices.Equal(got, want) {
				t.Errorf("%s: %s takes %q, the model gives %q", c.Lang(), key, got, want)
			}
		}
	}
}

func TestLanguagesTakeTheSameArguments(t *testing.T) {
	of := func(c *assets.Catalog) map[string][]string {
		m := make(map[string][]string)
		for key, text := range texts(c) {
			base, _, _ := strings.Cut(key, "[")
			m[base] = append(m[base], arguments(text)...)
			slices.Sort(m[base])
			m[base] = slices.Compact(m[base])
		}
		return m
	}
	english := of(in(t, "en"))
	for _, c := range catalogs(t) {
		for key, args := range of(c) {
			if !slices.Equal(args, english[key]) {
				t.Errorf("%s: %s takes %q, in English %q", c.Lang(), key, args, english[key])
			}
		}
	}
}

// TestKeysComeFirst holds the key bindings to one form: the keys, then a bar,
// then the words. The same keys stand in the same places in every language, so
// that the first one, which is all that the footer shows, is the same key.
func TestKeysComeFirst(t *testing.T) {
	names := strings.NewReplacer("向上鍵", "up", "向下鍵", "down", "向左鍵", "left", "向右鍵", "right")
	english := texts(in(t, "en"))
	for _, c := range catalogs(t) {
		for key, text := range texts(c) {
			if !strings.HasPrefix(key, "help.") || !strings.Contains(english[key], "|") {
				continue
			}
			keys, words, ok := strings.Cut(text, "|")
			want, _, _ := strings.Cut(english[key], "|")
			if got := names.Replace(keys); !ok || words == "" || got != want {
				t.Errorf("%s: %s has the keys %q, in English %q", c.Lang(), key, got, want)
			}
		}
	}
}
