package plain

import (
	"bytes"
	"io"
	"strconv"

	"github.com/go-json-experiment/json"

	"voxatlas/data/names"
	"voxatlas/model"
)

// findCountries answers a name: with the country that it means without doubt, else with a numbered list
// of those that it may mean, or an error with the nearest names.
func (r reply) findCountries(name string) {
	index := r.edition.Index()
	if c := index.Resolve(name, r.loc.Lang()).Country; c != nil {
		r.show(c)
		return
	}
	found := index.Query(name, r.loc.Lang())
	if len(found.Hits) == 0 || found.Unambiguous {
		r.reportError("search", "--", name)
		return
	}
	r.list = nil
	for _, h := range found.Hits {
		r.list = append(r.list, h.Country)
	}
	if found.Unlisted.ISO2 != "" {
		r.reportError("search", "--", name)
	}
	if len(r.list) == 1 {
		r.print(r.loc.Text("plain.one_hit"))
	} else {
		r.print(r.loc.Text("plain.hits", "count", strconv.Itoa(len(r.list))))
	}
	for i, h := range found.Hits {
		reason := r.loc.MatchReason(h.Reason.String(), h.LangToShow())
		if own := h.Country.Name(r.loc.Lang()); h.Name != own {
			reason = r.loc.Labelled(reason, h.Name)
		}
		r.printItem(i, h.Country, reason)
	}
}

// reportError writes the errors and notices of a command, and not its page.
func (r reply) reportError(args ...string) {
	var errs bytes.Buffer
	r.config.Run(r.ctx, r.edition, r.loc.Lang(), io.Discard, &errs, args)
	r.printErrors(errs.String())
}

// printItem writes a country of a numbered list, and a remark about it.
func (r reply) printItem(i int, c *model.Country, remark string) {
	line := strconv.Itoa(i+1) + r.loc.Text("plain.comma") + c.Name(r.loc.Lang())
	if remark != "" {
		line += r.loc.Text("plain.comma") + remark
	}
	r.print(line)
}

// choose answers a number with the country of the last list, and reports whether it means that
// list. Without one, or with three digits and more than it has, it is a code, as 886.
func (r reply) choose(digits string, n int) bool {
	switch {
	case n >= 1 && n <= len(r.list):
		r.show(r.list[n-1])
	case len(r.list) == 0 || len(digits) > 2:
		return false
	default:
		r.print(r.loc.Text("plain.no_number", "number", n, "last", len(r.list)))
	}
	return true
}

// judged is a country in the JSON of "list --where".
type judged struct {
	Slug    string `json:"slug"`
	Verdict string `json:"verdict"`
	Reasons []struct {
		Text map[model.Lang]string `json:"text"`
	} `json:"reasons"`
}

// meeting returns the countries that meet an expression, the best first and then by name, or
// writes the error of the expression.
func (r reply) meeting(expr string) (list []judged, ok bool) {
	var out, errs bytes.Buffer
	code := r.config.Run(r.ctx, r.edition, r.loc.Lang(), &out, &errs, []string{"list", "--json", "--where=" + expr})
	r.printErrors(errs.String())
	if code != 0 || json.Unmarshal(out.Bytes(), &list) != nil {
		return nil, false
	}
	atlas := r.edition.Atlas()
	first := 0
	for i := range list {
		if i+1 == len(list) || list[i+1].Verdict != list[i].Verdict {
			names.SortByName(list[first:i+1], r.loc.Lang(), func(j judged) string { return atlas.Country(j.Slug).ISO2() })
			first = i + 1
		}
	}
	return list, true
}

// printMeeting writes a numbered list of the countries that meet an expression, each with its
// reasons, below the number of each verdict.
func (r reply) printMeeting(expr string) bool {
	list, ok := r.meeting(expr)
	if !ok {
		return false
	}
	counts := map[string]int{}
	for _, j := range list {
		counts[j.Verdict]++
	}
	r.list = nil
	for i, j := range list {
		if i == 0 || list[i-1].Verdict != j.Verdict {
			r.print(r.loc.Text("verdict."+j.Verdict, "count", strconv.Itoa(counts[j.Verdict])))
		}
		var reasons []string
		for _, reason := range j.Reasons {
			reasons = append(reasons, reason.Text[r.loc.Lang()])
		}
		c := r.edition.Atlas().Country(j.Slug)
		r.list = append(r.list, c)
		r.printItem(i, c, r.loc.JoinList(reasons))
	}
	return true
}

// printAll writes a numbered list of all countries by name.
func (r reply) printAll() {
	r.list = nil
	for c := range r.edition.Atlas().Countries() {
		r.list = append(r.list, c)
	}
	names.SortByName(r.list, r.loc.Lang(), (*model.Country).ISO2)
	for i, c := range r.list {
		r.printItem(i, c, "")
	}
}
