package say_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/model"
	"voxatlas/ui/say"
	"voxatlas/ui/text"
)

// localizer is the localizer of lang.
func localizer(t *testing.T, lang model.Lang) say.Localizer {
	t.Helper()
	localizers := say.Localizers()
	i := slices.IndexFunc(localizers, func(loc say.Localizer) bool { return loc.Lang() == lang })
	if i < 0 {
		t.Fatalf("no localizer speaks %s", lang)
	}
	return localizers[i]
}

// texts returns all texts of an answer, each under a name for messages.
func texts(a say.Answer) map[string]string {
	m := map[string]string{"name": a.Name, "word": a.Word}
	for name, s := range map[string]string{
		"gloss": a.Gloss, "detail": a.Detail, "cities' head": a.CitiesHead,
		"next steps' head": a.NextHead, "no next step": a.NoNext,
	} {
		if s != "" {
			m[name] = s
		}
	}
	for _, c := range a.Cities {
		m["city "+c] = c
	}
	for _, p := range a.Plans {
		m["plan "+p.Name+p.Domestic] = p.Name + p.Domestic + p.International + p.Remark
	}
	for _, n := range slices.Concat(a.Conditions, a.Warnings) {
		m[n.Key] = n.Text
		for _, link := range n.Links {
			m["link of "+n.Key+": "+link] = link
		}
	}
	for _, s := range a.Next {
		m["step "+s.Key] = s.Text + s.URL
	}
	return m
}

// whole reports whether s is a text that can be shown, with its arguments, and
// not the key of a text that no catalog has.
func whole(s string) bool {
	for _, part := range []string{"answer.", "condition.", "warning.", "state.", "step.", "scope.", "plan_short.", "feature."} {
		if strings.HasPrefix(s, part) {
			return false
		}
	}
	return s != "" && !strings.ContainsAny(s, "{}") && !strings.ContainsFunc(s, func(r rune) bool { return !model.Printable(r) })
}

// Everything said about every country is there, whole and printable.
func TestEveryAnswerCanBeSaid(t *testing.T) {
	localizers := say.Localizers()
	for _, date := range []string{"2021-03-23", "2023-01-26"} {
		atlas, err := data.Open(date)
		if err != nil {
			t.Fatal(err)
		}
		for _, loc := range localizers {
			for c := range atlas.Countries() {
				for _, f := range model.Features() {
					a := loc.Answer(c, f)
					all := texts(a)
					for _, name := range slices.Sorted(maps.Keys(all)) {
						if s := all[name]; !whole(s) {
							t.Errorf("%s: %s: %s: %s: %s is %q", loc.Lang(), date, c.Slug(), f, name, s)
						}
					}
					if len(a.Next) > 0 && (a.NextHead == "" || a.NoNext != "") {
						t.Errorf("%s: %s: %s: %s: next steps without a heading, or with the word that there are none", loc.Lang(), date, c.Slug(), f)
					}
					if a.State == model.No && len(a.Next) == 0 && a.NoNext == "" && f.Service() != model.CallingPlans {
						t.Errorf("%s: %s: %s: %s: a no without a way out, or the word that there is none", loc.Lang(), date, c.Slug(), f)
					}
				}
			}
		}
	}
}

// A state is told by its mark as well as by its colour.
func TestMarksTellStatesApart(t *testing.T) {
	for name, of := range map[string]func(model.State) string{
		"mark":       func(s model.State) string { return say.Mark(s, false) },
		"ASCII mark": func(s model.State) string { return say.Mark(s, true) },
	} {
		seen := map[string]model.State{}
		for _, s := range model.States() {
			m := of(s)
			if other, twice := seen[m]; twice || text.Width(m) != 1 {
				t.Errorf("%s %q of %s: that of %s too, or not one cell wide", name, m, s, other)
			}
			seen[m] = s
			if name != "mark" && (len(m) != 1 || m[0] > '~') {
				t.Errorf("%s %q of %s is not ASCII", name, m, s)
			}
		}
		if got := of(99); got != "?" {
			t.Errorf("%s of an unknown state is %q", name, got)
		}
	}
}

func TestList(t *testing.T) {
	for _, tt := range []struct {
		lang  model.Lang
		items []string
		want  string
	}{
		{"en", nil, ""},
		{"en", []string{"Taipei"}, "Taipei"},
		{"en", []string{"Chennai", "Mumbai"}, "Chennai, Mumbai"},
		{"en", []string{"Oregon, Portland", "Utah, Salt Lake City"}, "Oregon, Portland; Utah, Salt Lake City"},
		{"zh-TW", []string{"清奈", "孟買"}, "清奈、孟買"},
		{"zh-TW", []string{"甲、乙", "丙"}, "甲、乙；丙"},
	} {
		if got := localizer(t, tt.lang).JoinList(tt.items); got != tt.want {
			t.Errorf("%s: %q is listed as %q, want %q", tt.lang, tt.items, got, tt.want)
		}
	}
}

func TestPlan(t *testing.T) {
	for _, tt := range []struct {
		plan     model.Plan
		lang     model.Lang
		min, max string // domestic, international minutes
		remark   string
	}{
		{model.Plan{Kind: model.PayAsYouGo}, "en", "-", "-", ""},
		{model.Plan{Kind: model.Domestic, DomesticMinutes: 3000, Limited: true}, "en", "3,000", "-", "limited availability"},
		{model.Plan{Kind: model.DomesticAndInternational, DomesticMinutes: 1200, InternationalMinutes: 600, WhicheverFirst: true, Limited: true},
			"en", "1,200", "600", "whichever is reached first, limited availability"},
		{model.Plan{Kind: model.DomesticAndInternational, DomesticMinutes: 1200, InternationalMinutes: 600, WhicheverFirst: true, Limited: true},
			"zh-TW", "1,200", "600", "以先用完者為準、供應有限"},
	} {
		p := localizer(t, tt.lang).PlanText(tt.plan)
		if p.Name == "" || p.Domestic != tt.min || p.International != tt.max || p.Remark != tt.remark {
			t.Errorf("%s: %+v is said as %q", tt.lang, tt.plan, p)
		}
	}
}

func TestArgumentsInWords(t *testing.T) {
	condition := func(loc say.Localizer, key string, args ...model.Arg) string {
		return loc.Condition(model.Condition{Key: key, Args: model.ListOf(args...)}).Text
	}
	en, zh := localizer(t, "en"), localizer(t, "zh-TW")
	regions := []model.Arg{
		model.ArgOf("partner", "Telstra"), model.ArgOf("since", "2019-09-01"),
		model.ArgOf("americas", "US"), model.ArgOf("apac", "BN", "HK"), model.ArgOf("emea", "GB", "QQ"),
	}
	for _, tt := range []struct{ got, part string }{
		{condition(en, "calling_plan_partner_tenant_abroad_allowed", regions...), "Brunei, Hong Kong"},
		{condition(zh, "calling_plan_partner_tenant_abroad_allowed", regions...), "汶萊、香港"},
		{condition(en, "calling_plan_partner_tenant_abroad_allowed", regions...), "United Kingdom, QQ"}, // a code without a name stands for itself
		{condition(en, "premium_shared_cost_prefixes_only", model.ArgOf("prefixes", "44843", "44844"), model.ArgOf("excluded", "449xx")), "44843, 44844"},
	} {
		if !strings.Contains(tt.got, tt.part) {
			t.Errorf("%q does not say %q", tt.got, tt.part)
		}
	}

	warning := model.Warning{Key: "auto_assigned_city_not_in_toll_city_list", Args: model.ListOf(model.ArgOf("city", "Seoul"))}
	seoul := model.City{Names: model.NamesOf(map[model.Lang]string{"en": "Seoul", "zh-TW": "首爾"})}
	korea := model.NewCountry(model.Record{Answers: map[model.Feature]model.Answer{
		model.AutoAssignedNumbers: {Cities: model.ListOf(seoul)},
	}})
	if got := zh.Warning(korea, warning).Text; !strings.Contains(got, "首爾") {
		t.Errorf("the city of a warning is not in Chinese: %q", got)
	}
	if got := zh.Warning(model.NewCountry(model.Record{}), warning).Text; !strings.Contains(got, "Seoul") {
		t.Errorf("a city that the country does not list: %q", got)
	}
}

func TestLinksAreInTheLanguage(t *testing.T) {
	step := model.Step{Key: "direct_routing", URL: assets.PageURL("direct-routing-landing-page")}
	for lang, want := range map[model.Lang]string{
		"en":    "https://learn.microsoft.com/en-us/microsoftteams/direct-routing-landing-page",
		"zh-TW": "https://learn.microsoft.com/zh-tw/microsoftteams/direct-routing-landing-page",
	} {
		if got := localizer(t, lang).StepText(step).URL; got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
}

func TestEditionInWords(t *testing.T) {
	skype := model.EditionInfo{Date: "2021-03-23", AppliesTo: model.ListOf("Skype for Business", "Microsoft Teams"), Source: model.Source{Commit: "0f67a55697"}}
	teams := model.EditionInfo{Date: "2023-01-26", AppliesTo: model.ListOf("Microsoft Teams")}
	for _, tt := range []struct {
		lang model.Lang
		e    model.EditionInfo
		want string
	}{
		{"en", skype, "Applies to: Skype for Business, Microsoft Teams"},
		{"en", teams, "Applies to: Microsoft Teams"},
		{"zh-TW", skype, "適用產品：商務用 Skype、Microsoft Teams"},
		{"zh-TW", teams, "適用產品：Microsoft Teams"},
	} {
		if got := localizer(t, tt.lang).Applies(tt.e); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.lang, got, tt.want)
		}
	}
	for _, lang := range []model.Lang{"en", "zh-TW"} {
		if got := localizer(t, lang).AsOf(skype); !strings.Contains(got, "2021-03-23") {
			t.Errorf("%s: as of: %q", lang, got)
		}
	}
	// A commit that is shorter than the part shown of others is shown whole.
	if got := localizer(t, "en").Sources(model.NewCountry(model.Record{}), model.EditionInfo{Source: model.Source{Repository: "a/b", Commit: "0f6"}})[0]; !strings.HasSuffix(got, "a/b@0f6") {
		t.Errorf("source: %q", got)
	}
}

func TestAgeInWords(t *testing.T) {
	for _, tt := range []struct {
		age    model.Age
		en, zh string
	}{
		{model.Age{}, "", ""},
		{model.Age{Known: true}, "less than a month old", "距今不到 1 個月"},
		{model.Age{Months: 1, Known: true}, "1 month old", "距今 1 個月"},
		{model.Age{Years: 1, Known: true}, "1 year old", "距今 1 年"},
		{model.Age{Years: 3, Months: 9, Known: true}, "3 years 9 months old", "距今 3 年 9 個月"},
	} {
		if got := localizer(t, "en").Age(tt.age); got != tt.en {
			t.Errorf("%+v is %q, want %q", tt.age, got, tt.en)
		}
		if got := localizer(t, "zh-TW").Age(tt.age); got != tt.zh {
			t.Errorf("%+v is %q, want %q", tt.age, got, tt.zh)
		}
	}
}

func TestTopicsInWords(t *testing.T) {
	for _, lang := range []model.Lang{"en", "zh-TW"} {
		loc := localizer(t, lang)
		for _, topic := range model.Topics() {
			if loc.Topic(topic) == "" || len(loc.Explain(topic)) < 1 || loc.Explain(topic)[0] == "" {
				t.Errorf("%s: %s: named %q, explained by %q", lang, topic.Key(), loc.Topic(topic), loc.Explain(topic))
			}
		}
	}
}

// TestColumnHeadings looks for headings of columns that are too wide, or the same for two
// features.
func TestColumnHeadings(t *testing.T) {
	for _, loc := range say.Localizers() {
		for most, heading := range map[int]func(model.Feature) string{8: loc.ColumnHeading, 2: loc.ColumnInitials} {
			seen := map[string]model.Feature{}
			for _, f := range model.Features() {
				h := heading(f)
				if w := text.Width(h); w == 0 || w > most {
					t.Errorf("%s: %s is headed %q: %d cells, at most %d are wanted", loc.Lang(), f, h, w, most)
				}
				if other, ok := seen[h]; ok {
					t.Errorf("%s: %s and %s are both headed %q", loc.Lang(), f, other, h)
				}
				seen[h] = f
			}
		}
	}
}
