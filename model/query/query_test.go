package query_test

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/model/query"
)

// edition returns the facts of a date and the surroundings of expressions about them.
func edition(t testing.TB, date string) (*model.Atlas, query.Env) {
	t.Helper()
	l := library.Of("2021-03-23", "2023-01-26")
	e := l.Edition(date)
	if e == nil {
		t.Fatalf("no edition of %s", date)
	}
	return e.Atlas(), l.QueryEnv(e)
}

// comparison compares an edition with an earlier one, country by country.
func comparison(from, to *model.Atlas) func(string) *model.Comparison {
	c := model.NewComparison(from.Info().Date, func() *model.Atlas { return from }, to, nil)
	return func(string) *model.Comparison { return c }
}

// judge returns the slugs of the countries that meet an expression, and of those that
// meet it with a condition.
func judge(t testing.TB, a *model.Atlas, env query.Env, text string) (meets, condition []string) {
	t.Helper()
	expr, err := query.Parse(text, env)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	for c := range a.Countries() {
		switch expr.Judge(c).Verdict {
		case query.Meets:
			meets = append(meets, c.Slug())
		case query.Conditional:
			condition = append(condition, c.Slug())
		}
	}
	return meets, condition
}

// TestCounts compares the numbers of countries with those of the facts' tables.
func TestCounts(t *testing.T) {
	rows := readTable(t, "testdata/counts.csv")
	for i, date := range []string{"2021-03-23", "2023-01-26"} {
		a, env := edition(t, date)
		for _, row := range rows {
			meets, condition := judge(t, a, env, row[0])
			if got := strconv.Itoa(len(meets)) + " + " + strconv.Itoa(len(condition)); got != row[i+1] {
				t.Errorf("%s, %s: %s, want %s (%s; condition %s)", date, row[0], got, row[i+1], shorten(meets), shorten(condition))
			}
		}
	}
}

func shorten(list []string) string { return strings.Join(list[:min(len(list), 8)], " ") }

// TestVerdicts holds the cases that the contract names one by one, in the newest
// edition.
func TestVerdicts(t *testing.T) {
	a, env := edition(t, "2023-01-26")
	env.Mine = []string{"TW", "JP"}
	for _, c := range []struct{ expr, slug, want, reason string }{
		{"cp", "japan", "condition", "state"}, {"cp", "mexico", "condition", "state"}, {"cp", "south-africa", "condition", "state"},
		{"cp", "france", "meets", "state"}, {"cp", "taiwan", "fails", "state"}, {"!cp", "japan", "fails", "state"}, {"cp:partner", "japan", "meets", "state"},
		{"minutes", "australia", "condition", "state"}, {"outbound", "australia", "condition", "state"},
		{"!auto", "brunei", "meets", "state"}, {"auto", "latvia", "fails", "state"}, {"!auto", "latvia", "condition", "state"}, {"!auto:yes", "latvia", "meets", "state"},
		{"tollfree", "taiwan", "condition", "state"}, {"callme", "belarus", "condition", "state"}, {"premium", "france", "condition", "state"},
		{"toll", "algeria", "condition", "state"}, {"toll", "australia", "condition", "state"}, {"ps", "taiwan", "meets", "state"},
		{"plan>=1200", "australia", "fails", "partner"}, {"!plan>=1200", "australia", "condition", "partner"}, {"plan:payg", "japan", "fails", "partner"},
		{"plan>=3000", "the-united-states-u-s", "meets", "minutes"}, {"plan>=3000", "france", "fails", "minutes"}, {"plan>=1200", "taiwan", "fails", "minutes"},
		{"!plan>=1200", "taiwan", "meets", "minutes"}, {"plan:payg", "france", "meets", "plan"},
		{"scope:nongeo", "algeria", "meets", "scope"}, {"scope:cities", "bahrain", "meets", "scope"}, {"scope:none", "taiwan", "fails", "scope"},
		{"city:taipei", "taiwan", "meets", "city"}, {"city:台北", "taiwan", "meets", "city"}, {`city:"ho chi minh"`, "vietnam", "condition", "city_on_request"},
		{"city:jakarta", "indonesia", "fails", "city_denied"}, {"city:manama", "bahrain", "fails", "city_denied"}, {"city:seattle", "taiwan", "fails", "city_missing"},
		{"city:algiers", "algeria", "fails", "city_not_tied"}, {"city:seattle", "the-united-states-u-s", "meets", "city"}, {"city:salvador", "brazil", "condition", "city_others"},
		{"!city:jakarta", "indonesia", "meets", "city_denied"}, {"city:paris,taipei", "taiwan", "meets", "city"},
		{"city:wien", "austria", "meets", "city"}, {"city:münchen", "germany", "meets", "city"}, {"city:台北市", "taiwan", "meets", "city"}, {`city:"new york"`, "the-united-states-u-s", "meets", "city"}, {"city:伯明罕", "the-united-states-u-s", "meets", "city"},
		{"!!cp", "france", "meets", "state"}, {"-!cp", "france", "meets", "state"}, {"--cp", "taiwan", "fails", "state"}, {"!!!cp", "taiwan", "meets", "state"},
		{"name:ger", "germany", "meets", "name"}, {"name:德", "germany", "meets", "name"}, {"name:de", "germany", "meets", "name"}, {"name:taiwan", "taiwan", "meets", "name"},
		{"region:eu", "france", "meets", "region"}, {"region:eu", "the-united-kingdom-u-k", "fails", "region_outside"}, {"region:eu,apac", "taiwan", "meets", "region"},
		{"mine", "taiwan", "meets", "mine"}, {"mine", "france", "fails", "mine_missing"},
		{"changed", "mexico", "meets", "changed"}, {"changed", "taiwan", "fails", "changed_nothing"}, {"changed:2021-03-23", "finland", "meets", "changed"},
		{"cp tollfree", "taiwan", "fails", "state"}, {"cp|tollfree", "taiwan", "condition", "state"}, {"cp|ps", "japan", "meets", "state"},
		{"ＣＰ：ＹＥＳ", "france", "meets", "state"}, {"ｐｌａｎ＞＝１２００", "france", "meets", "minutes"}, {"！ｃｐ", "taiwan", "meets", "state"}, {"plan≥1200", "france", "meets", "minutes"},
		{"cp:unread", "france", "fails", "state"}, {"cp:unstated,no", "taiwan", "meets", "state"}, {"voicemail", "taiwan", "meets", "state"}, {"plan:1,200+", "france", "meets", "minutes"},
	} {
		expr, err := query.Parse(c.expr, env)
		if err != nil {
			t.Errorf("%s: %v", c.expr, err)
			continue
		}
		country := a.Country(c.slug)
		if country == nil {
			t.Fatalf("no country %s", c.slug)
		}
		result := expr.Judge(country)
		if got := result.Verdict.String(); got != c.want {
			t.Errorf("%s, %s: %s, want %s (%+v)", c.expr, c.slug, got, c.want, result.Reasons)
		}
		if deciding := result.Deciding(); len(deciding) == 0 || string(deciding[0].Kind) != c.reason {
			t.Errorf("%s, %s: reasons %+v, want %s", c.expr, c.slug, deciding, c.reason)
		}
	}
}

// TestMistakes reads expressions that are wrong: the kind of mistake, its column, and
// the nearest word.
func TestMistakes(t *testing.T) {
	_, env := edition(t, "2023-01-26")
	_, first := edition(t, "2021-03-23")
	for _, c := range []struct {
		text    string
		kind    query.ErrorKind
		column  int
		nearest string
	}{
		{"", query.Empty, 1, ""}, {"  　", query.Empty, 1, ""}, {strings.Repeat("x", 64<<10), query.TooLong, 1, ""}, {strings.Repeat("cp ", 101), query.TooLong, 301, ""},
		{"cp\x1b[31m", query.Unprintable, 3, ""}, {"cp\ntoll", query.Unprintable, 3, ""}, {"cp\xff", query.Unprintable, 1, ""}, {"cp \u202etoll", query.Unprintable, 4, ""},
		{`city:"ho chi`, query.Unclosed, 6, ""}, {"cp |toll", query.NoTerm, 4, ""}, {"cp|", query.NoTerm, 4, ""}, {"|cp", query.NoTerm, 1, ""}, {"cp||toll", query.NoTerm, 4, ""}, {"!", query.NoTerm, 1, ""}, {"cp -", query.NoTerm, 4, ""},
		{"cp and toll", query.Operator, 4, ""}, {"cp OR toll", query.Operator, 4, ""}, {"not cp", query.Operator, 1, ""}, {"(cp|toll)", query.Operator, 1, ""}, {"cp && toll", query.Operator, 4, ""},
		{"pc", query.UnknownKey, 1, "cp"}, {"tol", query.UnknownKey, 1, "toll"}, {"toll-free", query.UnknownKey, 1, "tollfree"}, {"cp tolfree", query.UnknownKey, 4, "tollfree"}, {"xyzzy", query.UnknownKey, 1, ""}, {"台灣", query.UnknownKey, 1, "name:台灣"},
		{"eu", query.UnknownKey, 1, "region:eu"}, {"cp -EU", query.UnknownKey, 5, "region:eu"}, {"eu,apac", query.UnknownKey, 1, "region:eu,apac"}, {`"Eastern Asia"`, query.UnknownKey, 2, "region:eastern-asia"}, {"eu:yes", query.UnknownKey, 1, ""},
		{"tw", query.UnknownKey, 1, "name:tw"}, {"tw,jp", query.UnknownKey, 1, "name:tw,jp"}, {`"South Korea"`, query.UnknownKey, 2, "name:south-korea"}, {"tokyo", query.UnknownKey, 1, "city:tokyo"}, {"tw,xyzzy", query.UnknownKey, 1, ""},
		{"cp, tollfree", query.Operator, 3, ""}, {"cp,tollfree", query.Operator, 3, ""}, {"cp，eu", query.Operator, 3, ""}, {"cp:yes|partner", query.UnknownKey, 8, "cp:partner"}, {"cp|partner", query.UnknownKey, 4, "cp:partner"}, {"partner", query.UnknownKey, 1, ""}, {"minutes:1200", query.Comparison, 9, ""},
		{"purchase", query.UnknownKey, 1, ""}, {"calling_plans", query.ServiceKey, 1, ""}, {`"cp toll"`, query.UnknownKey, 2, "toll"},
		{"cp:", query.NoValue, 4, ""}, {"city", query.NoValue, 5, ""}, {"region:", query.NoValue, 8, ""}, {`name:"-"`, query.NoValue, 7, ""}, {`name:""`, query.NoValue, 6, ""},
		{"mine:tw", query.ExtraValue, 6, ""}, {"mine", query.NoneOfOnesOwn, 1, ""}, {"cp=yes", query.NeedsColon, 3, ""}, {"cp>=3", query.Comparison, 1, ""}, {"plan>1200", query.Comparison, 1, ""}, {"plan<=1200", query.Comparison, 1, ""},
		{"plan", query.BarePlan, 1, ""}, {"cp plan", query.BarePlan, 4, ""}, {"plan:1200", query.UnknownPlan, 6, "1200+"}, {"plan>=abc", query.UnknownPlan, 7, ""}, {"plan:domestc", query.UnknownPlan, 6, "domestic"}, {"plan>=", query.NoValue, 7, ""}, {"plan:0+", query.UnknownPlan, 6, ""}, {"plan>=99999999999999999999", query.UnknownPlan, 7, ""},
		{"cp:yess", query.UnknownState, 4, "yes"}, {"cp:yes,partnr", query.UnknownState, 8, "partner"}, {"cp:on-request", query.UnknownState, 4, "on_request"}, {"cp:yes,", query.EmptyValue, 8, ""}, {"cp:,yes", query.EmptyValue, 4, ""}, {"cp:yes,,no", query.EmptyValue, 8, ""},
		{"scope:city", query.UnknownScope, 7, "cities"}, {"region:euu", query.UnknownRegion, 8, "eu"}, {"region:europa", query.UnknownRegion, 8, "europe"}, {"city:xyzzyville", query.UnknownCity, 6, ""},
		{"changed:2020-01-01", query.UnknownEdition, 9, "2021-03-23"}, {"changed:2023-01-26", query.UnknownEdition, 9, "2021-03-23"}, {"changed:2021-03-32", query.UnknownEdition, 9, "2021-03-23"}, {"ＣＰ：ｙｅｓｓ", query.UnknownState, 4, "yes"},
	} {
		_, err := query.Parse(c.text, env)
		var mistake *query.Error
		if !errors.As(err, &mistake) {
			t.Errorf("%.40q: %v, want %s", c.text, err, c.kind)
			continue
		}
		if mistake.Kind != c.kind || mistake.Column != c.column || mistake.Nearest != c.nearest {
			t.Errorf("%.40q: %s at %d, nearest %q; want %s at %d, %q", c.text, mistake.Kind, mistake.Column, mistake.Nearest, c.kind, c.column, c.nearest)
		}
	}
	var mistake *query.Error
	if _, err := query.Parse("changed", first); !errors.As(err, &mistake) || mistake.Kind != query.FirstEdition {
		t.Errorf("changed in the first edition: %v", err)
	}
}

func TestLimitingNotes(t *testing.T) {
	limiting := model.LimitingNotes()
	known := append(model.Conditions(), model.Warnings()...)
	for key := range limiting {
		if !slices.Contains(known, key) {
			t.Errorf("%s is no note", key)
		}
	}
	for _, key := range []string{
		"local_terms_documents", "tariff_transparency_documents", "regulator_rate_sheets", "calls_to_canada_are_domestic", "calls_to_us_are_domestic",
		"us_canada_calls_mutually_domestic", "us_domestic_covers_50_states_and_puerto_rico", "us_and_puerto_rico_share_minutes", "shared_pool_stated_but_minutes_differ",
		"auto_assigned_numbers_non_geographic", "toll_numbers_non_geographic", "toll_other_cities_on_request", "outbound_destinations_count_differs", "stated_option_count_differs",
	} {
		if limiting[key] {
			t.Errorf("%s limits", key)
		}
	}
}

// TestFeatures: an expression is about the answers of all its terms, each once.
func TestFeatures(t *testing.T) {
	_, env := edition(t, "2023-01-26")
	for text, want := range map[string][]model.Feature{
		"cp|vm !cp":               {model.CallingPlansPurchase, model.Voicemail},
		"plan>=100 plan:payg":     {model.CallingPlansPurchase, model.Minutes},
		"city:tokyo scope:cities": {model.TollNumbers},
		"region:eu name:x":        nil,
	} {
		expr, err := query.Parse(text, env)
		if got := expr.Features(); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s is about %v, want %v; %v", text, got, want, err)
		}
	}
}
