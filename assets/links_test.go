package assets_test

import (
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"voxatlas/assets"
	"voxatlas/model"
)

// links are the links of all topics, each once, by key.
func links() map[string]assets.Link {
	m := make(map[string]assets.Link)
	for _, topic := range model.Topics() {
		for _, l := range assets.Links(topic.Key()) {
			m[l.Key] = l
		}
	}
	return m
}

func TestEveryTopicLeadsSomewhere(t *testing.T) {
	for _, topic := range model.Topics() {
		if len(assets.Links(topic.Key())) == 0 {
			t.Errorf("%s has no link", topic.Key())
		}
	}
	if got := assets.Links("no_such_topic"); got != nil {
		t.Errorf("an unknown topic has the links %v", got)
	}
}

func TestLinkFileNamesTopics(t *testing.T) {
	text, err := os.ReadFile("links.txt")
	if err != nil {
		t.Fatal(err)
	}
	var known []string
	for _, topic := range model.Topics() {
		known = append(known, topic.Key())
	}
	for line := range strings.Lines(string(text)) {
		fields := strings.Fields(line)
		if len(fields) < 3 || fields[0][0] == '#' {
			continue
		}
		for _, topic := range fields[2:] {
			if !slices.Contains(known, topic) {
				t.Errorf("%s: unknown topic %s", fields[0], topic)
			}
		}
	}
}

func TestEveryLinkHasALabelAndTheReverse(t *testing.T) {
	all := links()
	for _, c := range catalogs(t) {
		for key := range all {
			if !slices.Contains(c.Keys(), "link."+key) {
				t.Errorf("%s lacks link.%s", c.Lang(), key)
			}
		}
		for _, key := range c.Keys() {
			name, ok := strings.CutPrefix(key, "link.")
			if _, known := all[name]; ok && !known && name != "locale" {
				t.Errorf("%s: %s labels no link", c.Lang(), key)
			}
		}
	}
}

func TestLinksAreAddresses(t *testing.T) {
	seen := make(map[string]string)
	for key, l := range links() {
		u, err := url.Parse(l.URL)
		switch {
		case err != nil:
			t.Errorf("%s: %v", key, err)
		case u.Scheme == "mailto" && strings.Contains(u.Opaque, "@"):
		case u.Scheme != "https" || u.Host == "":
			t.Errorf("%s: %s is neither a page nor a mailbox", key, l.URL)
		case u.Host == "learn.microsoft.com" && !strings.HasPrefix(l.URL, assets.PageURL("")):
			t.Errorf("%s: %s is not in English", key, l.URL)
		}
		if other, twice := seen[l.URL]; twice {
			t.Errorf("%s and %s lead to the same place", key, other)
		}
		seen[l.URL] = key
	}
}

func TestStepsLeadWhereLinksDo(t *testing.T) {
	// Every page that the table of next steps may name is a link, too, so that
	// both are kept in step when a page moves.
	urls := make(map[string]bool)
	for _, l := range links() {
		urls[l.URL] = true
	}
	credits := model.ListOf(model.Condition{Key: "premium_calls_need_communications_credits"})
	for _, f := range model.Features() {
		for _, s := range model.States() {
			for _, alt := range []model.Alternative{model.NoAlternative, model.DirectRouting, model.PSTNConnectivity} {
				for _, edition := range []string{"2021-03-23", "2023-01-26"} {
					for _, step := range model.NextSteps(f, model.Answer{State: s, Conditions: credits}, alt, model.Yes, edition, assets.LinkURL) {
						if step.URL != "" && !urls[step.URL] {
							t.Errorf("%s %s: step %s leads to %s, no link does", f, s, step.Key, step.URL)
						}
					}
				}
			}
		}
	}
}

func TestLocales(t *testing.T) {
	page := assets.PageURL("direct-routing-landing-page")
	for lang, want := range map[string]string{
		"en":    "https://learn.microsoft.com/en-us/microsoftteams/direct-routing-landing-page",
		"zh-TW": "https://learn.microsoft.com/zh-tw/microsoftteams/direct-routing-landing-page",
	} {
		if got := assets.Localized(page, in(t, lang).Text("link.locale")); got != want {
			t.Errorf("%s: got %s, want %s", lang, got, want)
		}
	}
}

// TestCurrent: the pages about countries have moved, the index to another name; every
// other address stays.
func TestCurrent(t *testing.T) {
	const old = "https://learn.microsoft.com/en-us/microsoftteams/" + pagesFolder
	for url, want := range map[string]string{
		old + "availability-in-taiwan":                                       "https://learn.microsoft.com/en-us/microsoftteams/phone-reference/plan-availability/availability-in-taiwan",
		old + "users-can-make-outbound-calls-to-these-countries-and-regions": "https://learn.microsoft.com/en-us/microsoftteams/phone-reference/plan-availability/users-can-make-outbound-calls-to-these-countries-and-regions",
		old + strings.TrimSuffix(pagesFolder, "/"):                           "https://learn.microsoft.com/en-us/microsoftteams/calling-plan-overview",
		old: old, // no page
		"https://learn.microsoft.com/en-us/microsoftteams/pstn-connectivity": "https://learn.microsoft.com/en-us/microsoftteams/pstn-connectivity",
		"https://example.com/" + pagesFolder + "availability-in-taiwan":      "https://example.com/" + pagesFolder + "availability-in-taiwan",
		"": "",
	} {
		if got := assets.CurrentURL(url); got != want || assets.CurrentURL(got) != want {
			t.Errorf("Current(%q) = %q, want %q", url, got, want)
		}
	}
}

func TestLocalized(t *testing.T) {
	for url, want := range map[string]string{
		"https://learn.microsoft.com/en-us/microsoftteams/pstn-connectivity": "https://learn.microsoft.com/zh-tw/microsoftteams/pstn-connectivity",
		"https://learn.microsoft.com/en-us/microsoftteams/":                  "https://learn.microsoft.com/en-us/microsoftteams/",
		"https://aka.ms/TelstraVoicePlan":                                    "https://aka.ms/TelstraVoicePlan",
		"mailto:desk@example.com":                                            "mailto:desk@example.com",
		"":                                                                   "",
	} {
		if got := assets.Localized(url, "zh-tw"); got != want {
			t.Errorf("Localized(%q) = %q, want %q", url, got, want)
		}
	}
	if got := assets.Localized(assets.PageURL("x"), "en-us"); got != assets.PageURL("x") {
		t.Errorf("in English: %q", got)
	}
}
