package main

import (
	"fmt"
	"slices"
	"strings"

	"voxatlas/data"
	"voxatlas/data/importer"
	"voxatlas/model"
)

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
				partner = importer.Tata
			}
			args = append(args, model.ArgOf(name, partner))
		case "mailbox":
			args = append(args, model.ArgOf(name, importer.NumberDesk))
		case "since":
			args = append(args, model.ArgOf(name, importer.TenantAbroadSince))
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

// codes maps the country names of Australia's table to ISO codes.
func (k *compiler) codes(printed []string) []string {
	var codes []string
	for _, name := range printed {
		code := importer.Region(name, func(name string) string { return k.in.codes[name] })
		if code == "" {
			k.failf("region %q has no code", name)
		}
		if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes
}

// links lists the links of a condition's source line.
func (k *compiler) links(key string) []string {
	return importer.ConditionLinks(key, k.in.links[k.edition+"/"+k.Slug+"/"+key])
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
			add("stated_option_count_differs", importer.Number("stated", n), importer.Number("listed", m))
		case scan(code, "shared_pool_stated_but_united_states_%d_puerto_rico_%d_minutes", &n, &m):
			add("shared_pool_stated_but_minutes_differ", importer.Number("united_states", n), importer.Number("puerto_rico", m))
		case model.WarningFeatures(code) != nil:
			add(code)
		case aboutPage(code):
			remarks = append(remarks, code)
		default:
			k.failf("unknown anomaly %q", code)
		}
	}
	for _, w := range importer.Derived(func(f model.Feature) model.Answer { return answers[f].Model() }) {
		ws = append(ws, data.Warning{Key: w.Key, Features: w.Features.Slice(), Args: w.Args.Slice()})
	}
	return ws, remarks
}

func scan(s, format string, n ...any) bool {
	got, err := fmt.Sscanf(s, format, n...)
	return err == nil && got == len(n)
}

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
