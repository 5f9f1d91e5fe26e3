package main

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"voxatlas/data"
	"voxatlas/model"
)

// numberDesk is the mailbox of the regional number desk that Australia's page
// names.
const numberDesk = "ptnapac@microsoft.com"

// conditions puts every condition of the country beside the answers that it
// limits.
func (k *compiler) conditions(answers data.Answers) {
	for _, c := range k.Conditions {
		if c.Key == "plan_availability_limited" || c.Key == "toll_city_on_request" {
			continue // limited of its option, on_request of its city
		}
		features := model.ConditionFeatures(c.Key)
		if features == nil {
			k.failf("unknown condition %q", c.Key)
			continue
		}
		for _, f := range features {
			a := answers[f]
			a.Conditions = append(a.Conditions, data.Condition{Key: c.Key, Args: k.args(c)})
			answers[f] = a
		}
	}
}

// args gives a condition the arguments that its words take.
func (k *compiler) args(c condition) data.Args {
	var args data.Args
	for _, name := range model.NoteArgs(c.Key) {
		switch name {
		case "partner":
			partner := k.Plans.Partner
			if c.Key == "audio_conferencing_third_party" {
				partner = "Tata Communications"
			}
			args = append(args, model.ArgOf(name, partner))
		case "mailbox":
			args = append(args, model.ArgOf(name, numberDesk))
		case "since":
			args = append(args, model.ArgOf(name, "2019-09-01"))
		case "americas", "apac", "emea":
			args = append(args, model.ArgOf(name, k.codes(region(c.Regions, name))...))
		case "skus":
			args = append(args, model.ArgOf(name, c.SKUs...))
		case "prefixes":
			args = append(args, model.ArgOf(name, "44843", "44844", "44845", "44870", "44871", "44872"))
		case "excluded":
			args = append(args, model.ArgOf(name, "449xx"))
		case "links":
			if links := k.links(c.Key); len(links) > 0 {
				args = append(args, model.ArgOf(name, links...))
			}
		default:
			k.failf("%s: argument %q: no fact for it", c.Key, name)
		}
	}
	return args
}

func region(regions map[string][]string, name string) []string {
	for r, list := range regions {
		if strings.EqualFold(r, name) {
			return list
		}
	}
	return nil
}

// codes maps the country names of Australia's table to ISO codes. Svalbard and
// Jan Mayen share one.
func (k *compiler) codes(printed []string) []string {
	special := map[string]string{
		"U.S. Outlying Islands": "UM", "Svalbard": "SJ", "Jan Mayen": "SJ", "Åland Islands": "AX",
		"Bouvet Island": "BV", "Brunei": "BN", "Guernsey": "GG", "Isle of Man": "IM", "Jersey": "JE",
		"Timor-Leste": "TL", "Vatican City": "VA",
		"United States": "US", "Laos": "LA", "Macao": "MO", "Maldives": "MV", "Vietnam": "VN", "United Kingdom": "GB",
	}
	var codes []string
	for _, name := range printed {
		code, ok := special[name]
		if !ok {
			code, ok = k.in.codes[name]
		}
		if !ok {
			k.failf("region %q has no code", name)
		}
		if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes
}

// rateSheets is where Mexico's telecoms regulator keeps the rate sheets. The
// source line of regulator_rate_sheets is the page's whole list of documents:
// the terms of use, number management, emergency calls, support and the
// charter of rights stand beside the three sheets, and are none.
const rateSheets = "https://sert.ift.org.mx/tarifasVE/"

// links lists the links of a condition's source line, as absolute ones.
func (k *compiler) links(key string) []string {
	var out []string
	for _, link := range k.in.links[k.edition+"/"+k.Slug+"/"+key] {
		if key == "regulator_rate_sheets" && !strings.HasPrefix(link, rateSheets) {
			continue
		}
		if rel, ok := strings.CutPrefix(link, "../"); ok {
			link = model.LearnURL(strings.TrimSuffix(path.Clean(rel), ".md"))
		}
		if !slices.Contains(out, link) {
			out = append(out, link)
		}
	}
	return out
}

// next adds what to do after each answer.
func (k *compiler) next(answers data.Answers) {
	alternative, ok := map[string]model.Alternative{
		"": model.NoAlternative, "direct_routing": model.DirectRouting, "pstn_connectivity_options": model.PSTNConnectivity,
	}[value(k.Plans.Alternative)]
	if !ok {
		k.failf("unknown alternative %q", *k.Plans.Alternative)
	}
	credits := answers[model.CreditsPurchase].State
	for f, a := range answers {
		for _, s := range model.NextSteps(f, a.Model(), alternative, credits, k.edition) {
			a.Next = append(a.Next, data.Step{Key: s.Key, URL: s.URL})
		}
		answers[f] = a
	}
}

// warnings splits the anomalies of the country into warnings, which stand beside
// answers, and remarks about the page, and adds the two that follow from others.
func (k *compiler) warnings(answers data.Answers) (ws []data.Warning, remarks []string) {
	add := func(key string, args ...model.Arg) {
		ws = append(ws, data.Warning{Key: key, Features: model.WarningFeatures(key), Args: args})
	}
	for _, code := range k.Anomalies {
		key, rest, _ := strings.Cut(code, ":")
		var n, m int
		switch {
		case key == "auto_assigned_city_not_in_toll_city_list":
			add(key, model.ArgOf("city", rest))
		case scan(code, "stated_option_count_%d_but_%d_listed", &n, &m):
			add("stated_option_count_differs", number("stated", n), number("listed", m))
		case scan(code, "shared_pool_stated_but_united_states_%d_puerto_rico_%d_minutes", &n, &m):
			add("shared_pool_stated_but_minutes_differ", number("united_states", n), number("puerto_rico", m))
		case model.WarningFeatures(code) != nil:
			add(code)
		case aboutPage(code):
			remarks = append(remarks, code)
		default:
			k.failf("unknown anomaly %q", code)
		}
	}
	conferencing, callMe := answers[model.ConferencingPurchase].State, answers[model.CallMe].State
	if (conferencing == model.No) && callMe != model.No && callMe != model.Unstated {
		add("audio_conferencing_not_sold_but_call_me_stated")
	}
	if d := answers[model.OutboundCalls].Destinations; d != nil && d.Stated != d.Listed {
		add("outbound_destinations_count_differs", number("stated", d.Stated), number("listed", d.Listed))
	}
	return ws, remarks
}

func scan(s, format string, n ...any) bool {
	got, err := fmt.Sscanf(s, format, n...)
	return err == nil && got == len(n)
}

func number(name string, n int) model.Arg { return model.ArgOf(name, strconv.Itoa(n)) }

// aboutPage reports whether an anomaly speaks of the page and not of an answer.
func aboutPage(code string) bool {
	for _, prefix := range []string{
		"zh_tw_", "section_order:", "calling_plan_note_in_section:", "outbound_link_points_to_another_page",
		"premium_row_label_names_french_numbers", "stray_file_path_in_page_text",
	} {
		if strings.HasPrefix(code, prefix) {
			return true
		}
	}
	return false
}
