package importer

import (
	"cmp"
	"slices"
	"strings"
	"testing"
)

func TestNumbers(t *testing.T) {
	for text, want := range map[string][]int{
		"1200 minutes":          {1200},
		"1,200 minutes":         {1200},
		"1.200 Minuten":         {1200},
		"1 200 minutes":         {1200},
		"1\u00a0200 minutes":    {1200}, // no-break space
		"1\u202f200 minutes":    {1200}, // narrow no-break space
		"1\u2009200":            {1200}, // thin space
		"1'200":                 {1200},
		"1’200 Minuten":         {1200},
		"1２００ 分":                {1200},
		"１,２００分":                {1200},
		"1,200分":                {1200},
		"120분":                  {120},
		"1200 -OR- 600":         {1200, 600},
		"3.000 oder 600.":       {3000, 600},
		"44843, 44844、44845":    {44843, 44844, 44845},
		"1,20":                  {1, 20},
		"1.2000":                {1, 2000},
		"0,200":                 {0, 200},
		"12,345,678":            {-1},
		"99999999999999999999":  {-1},
		"365 (2021)":            {365, 2021},
		"":                      nil,
		"none":                  nil,
		"two 5":                 {5},
		"100,000":               {100000},
		"1,200,300":             {-1},
		"120 minute 240 minute": {120, 240},
	} {
		if got := numbers(text); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string][]string{
		"Calls to the U.S. are domestic.": {"Calls to the U.S. are domestic."},
		"Yes. Pay per minute.":            {"Yes.", "Pay per minute."},
		"是。 僅限。":                          {"是。", "僅限。"},
		"1.200 Minuten":                   {"1.200 Minuten"},
		"a\nb":                            {"a", "b"},
		" . ":                             nil,
	} {
		if got := splitSentences(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestVocabularies: every language has a wording for every meaning of a whole
// cell, and no wording has two of them.
func TestVocabularies(t *testing.T) {
	entries, err := wordFiles.ReadDir("words")
	if err != nil || len(entries) != 11 {
		t.Fatalf("%d files, %v", len(entries), err)
	}
	whole := []meaning{yes, no, available, notAvailable, notApplicable, notSupported, supported}
	within := []meaning{
		perMinute, credits, needs, unneeded, partial, nonGeographic, onRequest, abroadOnly, notFromChina, localsOnly, inCountryOnly,
		otherCities, limited, whicheverFirst, domestic, international, payAsYouGo, french, canada, unitedStates, share, policy, tenant, conferencingOnly,
	}
	beside := []meaning{besidePerMinute, besideCredits, besidePremium, besideNotSupported, besideCities, besideRequest, besidePartner, besideCount, besidePlan}
	sentences := []meaning{
		noteHead, sentenceThirdParty, sentenceAbroad, sentenceNotFromChina, sentenceContact, sentenceNonGeographic, sentenceInCountryOnly,
		sentenceLocalsOnly, sentenceSharedCost, sentenceReach, sentenceHowTo, titleHowTo, sentenceIntro, sentenceIndex, sentenceCredits, sentenceRouting,
		sentencePSTN, sentencePartner, sentenceEarly, sentenceTenants, sentenceNumbers, sentenceByUse, sentenceDomestic, sentenceConferencing, doubt, noCity,
	}
	english := vocabularyOf("en")
	for _, e := range entries {
		locale := e.Name()[:len(e.Name())-len(".txt")]
		v := vocabularyOf(locale)
		if v.lang != locale {
			t.Errorf("%s is read by %s", locale, v.lang)
		}
		seen := map[string]meaning{}
		for _, m := range append(slices.Clone(whole), within...) {
			if locale != "en" && len(v.phrases[m]) == len(english.phrases[m]) && m != canada {
				t.Errorf("%s has no wording for %s", locale, m)
			}
		}
		for _, m := range whole {
			for _, p := range v.phrases[m] {
				key := cmp.Or(p.normalized, p.written)
				if other, ok := seen[key]; ok && other != m {
					t.Errorf("%s: %q is both %s and %s", locale, p.written, other, m)
				}
				seen[key] = m
			}
		}
		for m := range v.phrases {
			known := slices.Contains(slices.Concat(whole, within, beside, sentences, countMeanings()), m) || strings.HasPrefix(string(m), "row.") || strings.HasPrefix(string(m), "label.")
			if !known {
				t.Errorf("%s: nobody asks for %q", locale, m)
			}
		}
	}
	for locale, want := range map[string]string{"zh-HK": "zh-TW", "zh-Hant": "zh-TW", "zh-Hans": "zh-CN", "zh-SG": "zh-CN", "pt-PT": "pt-BR", "de": "de-DE", "DE-at": "de-DE", "pl-PL": "en", "": "en"} {
		if got := vocabularyOf(locale).lang; got != want {
			t.Errorf("%q is read by %s, want %s", locale, got, want)
		}
	}
}

// vocabularyOf returns the vocabulary of a locale, as "zh-TW"; the English one if the
// language has none.
func vocabularyOf(locale string) *vocabulary {
	file, ok := languageFile(locale)
	if !ok {
		file = "en"
	}
	return new(vocabularies).load(file)
}
