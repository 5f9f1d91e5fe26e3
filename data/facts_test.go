package data_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/model"
)

// The tests of this file compare the embedded editions with the facts of
// testdata/facts. They use no code of the importer: they read the facts as plain
// maps and derive every answer by a table of their own.

const factsFolder = "testdata/facts"

// object is a JSON object of the facts.
type object = map[string]any

// facts reads the facts of an edition.
func facts(t *testing.T, date string) object {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(factsFolder, "edition-"+date+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var o object
	if err := json.Unmarshal(b, &o); err != nil {
		t.Fatal(err)
	}
	return o
}

// rows reads a CSV file of the facts as maps from column to value.
func rows(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join(factsFolder, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read from
	table, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range table[1:] {
		m := map[string]string{}
		for i, name := range table[0] {
			m[name] = row[i]
		}
		out = append(out, m)
	}
	return out
}

// The facts say null, leave a member out or have a value: these give the zero
// value for the first two.

func at(o object, path string) any {
	var v any = o
	for name := range strings.SplitSeq(path, ".") {
		v = v.(object)[name]
	}
	return v
}

func text(o object, path string) string { s, _ := at(o, path).(string); return s }
func truth(o object, path string) bool  { b, _ := at(o, path).(bool); return b }
func count(o object, path string) int   { n, _ := at(o, path).(float64); return int(n) }

func objects(o object, path string) []object {
	var out []object
	list, _ := at(o, path).([]any)
	for _, v := range list {
		out = append(out, v.(object))
	}
	return out
}

func strs(o object, path string) []string {
	var out []string
	list, _ := at(o, path).([]any)
	for _, v := range list {
		out = append(out, v.(string))
	}
	return out
}

func hasCondition(c object, key string) bool {
	return slices.ContainsFunc(objects(c, "conditions"), func(k object) bool { return text(k, "key") == key })
}

// states derives the fourteen states of a country, by the short keys of features.
func states(c object) map[string]string {
	m := map[string]string{}
	yesNo := func(key, path string) {
		m[key] = "no"
		if truth(c, path) {
			m[key] = "yes"
		}
	}

	switch text(c, "audio_conferencing.purchase_terms") {
	case "standard":
		m["ac"] = "yes"
	case "pay_per_minute_only":
		m["ac"] = "pay_per_minute"
	case "users_outside_the_country_only":
		m["ac"] = "restricted"
	case "third_party_service_only":
		m["ac"] = "partner"
	case "":
		m["ac"] = "no"
	}

	switch at(c, "audio_conferencing.numbers_auto_assigned") {
	case true:
		m["auto"] = "yes"
		if hasCondition(c, "auto_assigned_numbers_local_organizations_only") {
			m["auto"] = "restricted"
		}
	case false:
		m["auto"] = "no"
	case nil:
		m["auto"] = "unstated"
		if text(c, "audio_conferencing.auto_assigned_scope") == "not_applicable" {
			m["auto"] = "not_applicable"
		}
	}

	switch text(c, "audio_conferencing.call_me_terms") {
	case "included":
		m["callme"] = "yes"
	case "requires_communications_credits":
		m["callme"] = "needs_credits"
	case "not_for_purchases_from_china":
		m["callme"] = "restricted"
	}

	yesNo("ps", "phone_system.purchasable")
	yesNo("aa", "phone_system.auto_attendants")
	yesNo("cq", "phone_system.call_queues")
	yesNo("vm", "phone_system.voicemail")

	partner := text(c, "calling_plans.partner") != ""
	yesNo("cp", "calling_plans.purchasable")
	if partner {
		m["cp"] = "partner"
	}

	switch text(c, "calling_plans.minutes") {
	case "listed":
		m["minutes"] = "yes"
	case "not_applicable":
		m["minutes"] = "not_applicable"
	case "see_partner":
		m["minutes"] = "partner"
	}

	switch text(c, "calling_plans.premium_numbers") {
	case "supported":
		m["premium"] = "yes"
	case "partially_supported":
		m["premium"] = "partial"
	case "not_supported":
		m["premium"] = "no"
	case "":
		m["premium"] = "not_applicable"
		if partner || truth(c, "calling_plans.purchasable") {
			m["premium"] = "unstated"
		}
	}

	switch text(c, "calling_plans.outbound.status") {
	case "countries":
		m["outbound"] = "yes"
	case "not_applicable":
		m["outbound"] = "not_applicable"
	case "see_partner":
		m["outbound"] = "partner"
	}

	switch {
	case !truth(c, "service_numbers.toll_available"):
		m["toll"] = "no"
	case text(c, "service_numbers.toll_terms") == "on_request":
		m["toll"] = "on_request"
	case hasCondition(c, "toll_numbers_local_organizations_only"):
		m["toll"] = "restricted"
	case text(c, "service_numbers.toll_terms") == "standard":
		m["toll"] = "yes"
	}

	switch {
	case !truth(c, "service_numbers.toll_free_available"):
		m["tollfree"] = "no"
	case text(c, "service_numbers.toll_free_terms") == "on_request":
		m["tollfree"] = "on_request"
	case text(c, "service_numbers.toll_free_terms") == "standard":
		m["tollfree"] = "yes"
	}

	yesNo("credits", "communications_credits.available")
	return m
}

// conditions lists, by the short keys of features, the conditions of the facts that
// limit each answer. The
// first rule with a matching beginning counts.
func conditions(t *testing.T, c object) map[string][]string {
	t.Helper()
	rules := []struct{ beginning, features string }{
		{"plan_availability_limited", "-"}, // limited of its option
		{"toll_city_on_request", "-"},      // on_request of its city
		{"audio_conferencing_", "ac"},
		{"auto_assigned_numbers_", "auto"},
		{"call_me_", "callme"},
		{"calling_plan_sold_by_partner", "cp minutes outbound"},
		{"calling_plan_partner_", "cp"},
		{"partner_deletes_numbers_and_updates_emergency_addresses", "cp"},
		{"country_specific_plan_skus", "cp"},
		{"local_terms_documents", "cp"},
		{"us_and_puerto_rico_share_minutes", "minutes"},
		{"tariff_transparency_documents", "minutes"},
		{"regulator_rate_sheets", "minutes"},
		{"calls_to_", "outbound"},
		{"us_canada_", "outbound"},
		{"us_domestic_covers_", "outbound"},
		{"premium_", "premium"},
		{"service_numbers_contact_desk", "toll tollfree"},
		{"service_numbers_audio_conferencing_only", "toll tollfree aa cq"},
		{"toll_free_", "tollfree"},
		{"toll_numbers_", "toll"},
		{"toll_other_cities_on_request", "toll"},
	}
	m := map[string][]string{}
	for _, k := range objects(c, "conditions") {
		key := text(k, "key")
		i := slices.IndexFunc(rules, func(r struct{ beginning, features string }) bool { return strings.HasPrefix(key, r.beginning) })
		if i < 0 {
			t.Fatalf("%s: the table has no place for condition %s", text(c, "slug"), key)
		}
		if rules[i].features == "-" {
			continue
		}
		for _, f := range strings.Fields(rules[i].features) {
			m[f] = append(m[f], key)
		}
	}
	return m
}

// warnings splits the anomalies of a country into warnings about its answers and
// remarks about its page. Four warnings are derived.
func warnings(t *testing.T, c object, destinations int) (warnings, remarks []string) {
	t.Helper()
	for _, code := range strs(c, "anomalies") {
		switch {
		case strings.HasPrefix(code, "zh_tw_"), strings.HasPrefix(code, "section_order:"),
			code == "premium_row_label_names_french_numbers", code == "outbound_link_points_to_another_page",
			code == "stray_file_path_in_page_text", strings.HasPrefix(code, "calling_plan_note_in_section:"):
			remarks = append(remarks, code)
		case code == "auto_assigned_city_not_in_toll_city_list:Seoul":
			warnings = append(warnings, "auto_assigned_city_not_in_toll_city_list city=Seoul beside auto toll")
		case code == "call_me_needs_credits_but_credits_not_available":
			warnings = append(warnings, code+" beside callme credits")
		case code == "audio_conferencing_not_sold_but_numbers_auto_assigned":
			warnings = append(warnings, code+" beside auto")
		case code == "audio_conferencing_not_sold_but_call_me_included":
			warnings = append(warnings, code+" beside callme")
		case code == "plans_sold_but_page_keeps_the_not_available_hint":
			warnings = append(warnings, code+" beside cp")
		case code == "premium_row_missing_though_plans_sold":
			warnings = append(warnings, code+" beside premium")
		case code == "shared_pool_stated_but_united_states_3000_puerto_rico_1200_minutes":
			warnings = append(warnings, "shared_pool_stated_but_minutes_differ united_states=3000 puerto_rico=1200 beside minutes")
		case code == "stated_option_count_5_but_4_listed":
			warnings = append(warnings, "stated_option_count_differs stated=5 listed=4 beside minutes")
		case strings.HasPrefix(code, "toll_"):
			warnings = append(warnings, code+" beside toll")
		default:
			t.Fatalf("%s: the table has no place for anomaly %s", text(c, "slug"), code)
		}
	}
	if at(c, "audio_conferencing.purchase_terms") == nil && text(c, "audio_conferencing.call_me_terms") != "" {
		warnings = append(warnings, "audio_conferencing_not_sold_but_call_me_stated beside callme")
	}
	if n := count(c, "calling_plans.outbound.countries"); n != 0 && n != destinations {
		warnings = append(warnings, fmt.Sprintf("outbound_destinations_count_differs stated=%d listed=%d beside outbound", n, destinations))
	}
	credits, free := truth(c, "communications_credits.available"), text(c, "service_numbers.toll_free_terms")
	if truth(c, "service_numbers.toll_free_available") && !credits {
		warnings = append(warnings, "toll_free_needs_credits_but_credits_not_available beside tollfree credits")
	}
	if truth(c, "phone_system.auto_attendants") && (text(c, "service_numbers.toll_terms")+" "+free == "on_request " || free == "on_request" && !truth(c, "service_numbers.toll_available")) {
		warnings = append(warnings, "attendants_and_queues_need_numbers_on_request_only beside aa cq")
	}
	return warnings, remarks
}

// saidWarning writes w in the form of warnings.
func saidWarning(w model.Warning) string {
	s := w.Key
	for a := range w.Args.Values() {
		s += " " + a.Name + "=" + strings.Join(a.Values.Slice(), ",")
	}
	s += " beside"
	for f := range w.Features.Values() {
		s += " " + f.Short()
	}
	return s
}

// cities lists the cities of the facts. Their zh-TW names are compared elsewhere.
func cities(c object, path string) []string {
	var out []string
	for _, city := range objects(c, path) {
		name := text(city, "en")
		if corrected := text(city, "en_corrected"); corrected != "" {
			name = corrected + ", printed " + name
		}
		if truth(city, "on_request") {
			name += ", on request"
		}
		out = append(out, name)
	}
	return out
}

func saidCities(a model.Answer) []string {
	var out []string
	for city := range a.Cities.Values() {
		name := city.Names.In(model.English)
		if city.Printed != "" {
			name += ", printed " + city.Printed
		}
		if city.OnRequest {
			name += ", on request"
		}
		out = append(out, name)
	}
	return out
}

// plans lists the plans of the facts.
func plans(c object) []string {
	var out []string
	for _, o := range objects(c, "calling_plans.options") {
		out = append(out, fmt.Sprintf("%s %d %d first=%v limited=%v %q", text(o, "kind"), count(o, "domestic_minutes"), count(o, "international_minutes"),
			truth(o, "whichever_first"), truth(o, "availability_limited"), text(o, "plan_name_in_source")))
	}
	return out
}

func saidPlans(a model.Answer) []string {
	var out []string
	for o := range a.Plans.Values() {
		out = append(out, fmt.Sprintf("%s %d %d first=%v limited=%v %q", o.Kind, o.DomesticMinutes, o.InternationalMinutes, o.WhicheverFirst, o.Limited, o.Printed))
	}
	return out
}

// same reports a difference between the facts and an edition.
func same[T any](t *testing.T, what string, want, got T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s differs (-facts +edition)\n%s", what, diff)
	}
}

func TestEditionsSayWhatTheFactsSay(t *testing.T) {
	answers := 0
	for _, date := range []string{first, second} {
		source, edition := facts(t, date), open(t, date)
		destinations := len(rows(t, "outbound-destinations.csv"))

		s := edition.Info().Source
		same(t, date+": source", []string{
			text(source, "source.repository"), text(source, "source.branch"), text(source, "source.commit"),
			text(source, "source.commit_date"), text(source, "source.folder"), text(source, "source.licence"),
		}, []string{s.Repository, s.Branch, s.Commit, s.CommitDate, s.Folder, s.Licence})

		countries := objects(source, "countries")
		same(t, date+": number of countries", len(countries), edition.Len())
		order := slugs(edition, everything)
		for i, c := range countries {
			slug := text(c, "slug")
			k := edition.Country(slug)
			if k == nil || order[i] != slug || count(c, "order") != i+1 {
				t.Fatalf("%s: %s is not at place %d", date, slug, i+1)
			}
			about := date + ": " + slug + ": "
			same(t, about+"code", text(c, "iso2"), k.ISO2())
			same(t, about+"printed names", map[model.Lang]string{"en": text(c, "name_en"), "zh-TW": text(c, "name_zh_tw")}, k.Printed().Map())
			same(t, about+"page date", text(c, "page.handoff"), k.Page().Date)
			file := text(c, "page.path")
			same(t, about+"page", "https://learn.microsoft.com/en-us/microsoftteams/"+path.Base(path.Dir(file))+"/"+strings.TrimSuffix(path.Base(file), ".md"), k.Page().URL)

			wantStates, wantConditions := states(c), conditions(t, c)
			same(t, about+"number of answers", 14, len(wantStates))
			for _, f := range model.Features() {
				a, what := k.Answer(f), about+f.Short()+": "
				answers++
				same(t, what+"state", wantStates[f.Short()], a.State.String())
				var keys []string
				for k := range a.Conditions.Values() {
					keys = append(keys, k.Key)
				}
				same(t, what+"conditions", wantConditions[f.Short()], keys)

				// A field that an answer must not have is zero in want.
				var want struct {
					Partner, Scope string
					Cities, Plans  []string
					Other          bool
					Stated         int
					Destinations   model.Destinations
				}
				got := want
				switch f {
				case model.ConferencingPurchase:
					if a.State == model.ViaPartner {
						want.Partner = "Tata Communications"
					}
				case model.AutoAssignedNumbers:
					want.Scope = text(c, "audio_conferencing.auto_assigned_scope")
					want.Cities = cities(c, "audio_conferencing.auto_assigned_cities")
				case model.CallingPlansPurchase:
					want.Partner = text(c, "calling_plans.partner")
				case model.Minutes:
					want.Partner = text(c, "calling_plans.partner")
					want.Plans, want.Stated = plans(c), count(c, "calling_plans.stated_option_count")
				case model.OutboundCalls:
					want.Partner = text(c, "calling_plans.partner")
					if n := count(c, "calling_plans.outbound.countries"); n != 0 {
						want.Destinations = model.Destinations{Stated: n, Listed: destinations, Plan: model.DomesticAndInternational}
					}
				case model.TollNumbers:
					want.Scope = text(c, "service_numbers.toll_city_scope")
					want.Cities, want.Other = cities(c, "service_numbers.toll_cities"), truth(c, "service_numbers.other_cities_on_request")
				}
				got.Partner, got.Scope, got.Cities, got.Other = a.Partner.Name, a.Scope.String(), saidCities(a), a.OtherCitiesOnRequest
				got.Plans, got.Stated, got.Destinations = saidPlans(a), a.StatedPlans, a.Destinations
				if !reflect.DeepEqual(want, got) {
					t.Errorf("%s(-facts +edition)\n%s", what, cmp.Diff(want, got))
				}
			}

			wantWarnings, wantRemarks := warnings(t, c, destinations)
			var saidWarnings []string
			for w := range k.Warnings().Values() {
				saidWarnings = append(saidWarnings, saidWarning(w))
			}
			same(t, about+"warnings", wantWarnings, saidWarnings)
			same(t, about+"remarks", wantRemarks, k.Page().Remarks.Slice())

			alternative := map[string]model.Alternative{"direct_routing": model.DirectRouting, "pstn_connectivity_options": model.PSTNConnectivity}
			plans := k.Answer(model.CallingPlansPurchase)
			same(t, about+"next steps of cp",
				model.NextSteps(model.CallingPlansPurchase, plans, alternative[text(c, "calling_plans.alternative_mentioned")], 0, date, assets.LinkURL), plans.Next.Slice())
		}
	}
	same(t, "number of answers compared", 2*114*14, answers)
}

// TestArgumentsStandInTheSource: each argument of a condition is in the line of the
// page that the condition was read from.
func TestArgumentsStandInTheSource(t *testing.T) {
	lines := map[string]string{}
	for _, row := range rows(t, "condition-sources.csv") {
		lines[row["edition"]+" "+row["slug"]+" "+row["key"]] += row["verbatim"] + "\n"
	}
	partners := map[string]string{}
	for _, date := range []string{first, second} {
		for c := range open(t, date).Countries() {
			for _, f := range model.Features() {
				a := c.Answer(f)
				for k := range a.Conditions.Values() {
					line, ok := lines[date+" "+c.Slug()+" "+k.Key]
					if !ok {
						t.Errorf("%s: %s: %s has no line", date, c.Slug(), k.Key)
					}
					for arg := range k.Args.Values() {
						for v := range arg.Values.Values() {
							switch arg.Name {
							case "americas", "apac", "emea": // codes of a table; see TestRegions
								continue
							case "since":
								if v != "2019-09-01" || !strings.Contains(line, "September 1, 2019") && !strings.Contains(line, "2019 年 9 月 1 日") {
									t.Errorf("%s: %s: since %s", date, c.Slug(), v)
								}
								continue
							case "partner":
								if !strings.Contains(strings.ToLower(line), strings.ToLower(v)) {
									partners[c.Slug()+" "+k.Key] = v // the page names it elsewhere
									continue
								}
							case "links":
								if rest, ours := strings.CutPrefix(v, "https://learn.microsoft.com/en-us/microsoftteams/"); ours {
									v = rest
								}
							}
							if !strings.Contains(strings.ToLower(line), strings.ToLower(v)) {
								t.Errorf("%s: %s: %s: %s %q is not in the line\n  %s", date, c.Slug(), k.Key, arg.Name, v, line)
							}
						}
					}
				}
				if p := a.Partner; p != (model.Partner{}) {
					found := false
					for id, line := range lines {
						found = found || strings.HasPrefix(id, date+" "+c.Slug()+" ") && strings.Contains(line, p.URL)
					}
					if !found {
						t.Errorf("%s: %s: no line links to %s", date, c.Slug(), p.URL)
					}
				}
			}
		}
	}
	same(t, "partners that a line leaves unnamed", map[string]string{
		"australia calling_plan_partner_tenant_abroad_allowed": "Telstra",
	}, partners)
}

// TestRegionsAndSKUs: the SKUs are the part names of the facts. The regions of
// Australia's table have as many codes as names, but Svalbard and Jan Mayen share
// one.
func TestRegionsAndSKUs(t *testing.T) {
	for _, date := range []string{first, second} {
		edition := open(t, date)
		for _, c := range objects(facts(t, date), "countries") {
			for _, k := range objects(c, "conditions") {
				var args map[string][]string
				for a := range edition.Country(text(c, "slug")).Answer(model.CallingPlansPurchase).Conditions.Values() {
					if a.Key == text(k, "key") {
						args = map[string][]string{}
						for arg := range a.Args.Values() {
							args[arg.Name] = arg.Values.Slice()
						}
					}
				}
				if names := strs(k, "sku_part_names"); names != nil {
					same(t, date+": "+text(c, "slug")+": SKUs", names, args["skus"])
				}
				if k["regions"] != nil {
					same(t, date+": Americas", []string{"US", "UM"}, args["americas"])
					same(t, date+": APAC", strings.Fields("BD BT BN KH HK ID LA MO MY MV MM NP PH SG LK TH TL VN"), args["apac"])
					same(t, date+": EMEA", strings.Fields("AX AD AT BE BV BG HR CY CZ DK EE FO FI FR DE GI GR GL GG HU IS IE IM IT SJ JE LV LI LT LU MT MC NL NO PL PT RO SM SK SI ES SE CH GB VA"), args["emea"])
					same(t, date+": numbers of countries", [3]int{2, 18, 46},
						[3]int{len(strs(k, "regions.Americas")), len(strs(k, "regions.APAC")), len(strs(k, "regions.EMEA"))})
				}
			}
		}
	}
}

// TestCityNamesAreTheReviewedOnes: zh-TW names of cities come from the importer's
// reviewed table, not from the machine-translated pages. Every name in it is used.
func TestCityNamesAreTheReviewedOnes(t *testing.T) {
	b, err := os.ReadFile("importer/cities.txt")
	if err != nil {
		t.Fatal(err)
	}
	reviewed := map[string][]string{} // code and printed name → zh-TW, corrected English name
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.Split(line, "|")
		if len(parts) == 3 {
			parts = append(parts, "")
		}
		if len(parts) != 4 || reviewed[parts[0]+"|"+parts[1]] != nil {
			t.Fatalf("cities.txt: %q is a duplicate or not CODE|PRINTED|ZH-TW[|CORRECTED]", line)
		}
		reviewed[parts[0]+"|"+parts[1]] = parts[2:]
	}
	used := map[string]bool{}
	for _, date := range data.Editions() {
		for c := range open(t, date).Countries() {
			for _, f := range model.Features() {
				for city := range c.Answer(f).Cities.Values() {
					printed, corrected := city.Names.In(model.English), ""
					if city.Printed != "" {
						printed, corrected = city.Printed, printed
					}
					id := c.ISO2() + "|" + printed
					used[id] = true
					if got := []string{city.Names.In("zh-TW"), corrected}; !slices.Equal(got, reviewed[id]) {
						t.Errorf("%s: %s is %q, reviewed is %q", date, id, got, reviewed[id])
					}
				}
			}
		}
	}
	same(t, "number of reviewed names in use", len(reviewed), len(used))
}

// TestCityNamesAreNotTheKnownSlips: no city has a name that is a known mistranslation
// of the pages.
func TestCityNamesAreNotTheKnownSlips(t *testing.T) {
	slips := map[string]string{
		"Nice": "好", "Hull": "船體", "Split": "分裂", "Angers": "憤怒", "Liege": "老爺子", "Montana, Billings": "帳單 計費",
		"Tampere": "竄改", "Lublin": "滑動", "Amman": "根據", "Managua": "馬", "Montevideo": "蒙得維", "St. Petersburg": "請",
	}
	seen := map[string]bool{}
	for _, date := range data.Editions() {
		for c := range open(t, date).Countries() {
			for _, f := range model.Features() {
				for city := range c.Answer(f).Cities.Values() {
					name := city.Names.In(model.English)
					zh := city.Names.In("zh-TW")
					seen[name] = true
					if slices.Contains(strings.Fields(slips[name]), zh) || strings.ContainsAny(zh, "()") {
						t.Errorf("%s: %s: %s is called %q", date, c.Slug(), name, zh)
					}
				}
			}
		}
	}
	for name := range slips {
		if !seen[name] {
			t.Errorf("no edition has %s", name)
		}
	}
}

func TestDestinationsAreThoseOfTheFacts(t *testing.T) {
	var want []string
	for _, row := range rows(t, "outbound-destinations.csv") {
		code := row["iso2"]
		if row["name_en"] == "Netherlands Antilles" {
			code = "AN" // has no current code
		}
		want = append(want, code+" "+row["name_en"])
		if row["same_in_both_editions"] != "yes" || row["order"] != strconv.Itoa(len(want)) {
			t.Errorf("%v: not the same in both editions, or out of order", row)
		}
	}
	for _, date := range []string{first, second} {
		var got []string
		for d := range open(t, date).Destinations().Values() {
			got = append(got, d.ISO2+" "+d.Printed)
		}
		same(t, date+": destinations", want, got)
	}
}
