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
func (t turn) findCountries(name string) {
	index := t.edition.Index()
	if c := index.Resolve(name, t.loc.Lang()).Country; c != nil {
		t.show(c)
		return
	}
	found := index.Query(name, t.loc.Lang())
	if len(found.Hits) == 0 || found.Unambiguous {
		t.reportError("search", "--", name)
		return
	}
	t.list = nil
	for _, h := range found.Hits {
		t.list = append(t.list, h.Country)
	}
	if found.Unlisted.ISO2 != "" {
		t.reportError("search", "--", name)
	}
	if len(t.list) == 1 {
		t.print(t.loc.Text("plain.one_hit"))
	} else {
		t.print(t.loc.Text("plain.hits", "count", strconv.Itoa(len(t.list))))
	}
	for i, h := range found.Hits {
		reason := t.loc.MatchReason(h.Reason.String(), h.Lang)
		if own := h.Country.Name(t.loc.Lang()); h.Name != own {
			reason = t.loc.Labelled(reason, h.Name)
		}
		t.printItem(i, h.Country, reason)
	}
}

// reportError writes the errors and notices of a command, and not its page.
func (t turn) reportError(args ...string) {
	var errs bytes.Buffer
	t.config.Run(t.ctx, t.edition, t.loc.Lang(), io.Discard, &errs, args)
	t.printErrors(errs.String())
}

// printItem writes a country of a numbered list, and a remark about it.
func (t turn) printItem(i int, c *model.Country, remark string) {
	line := strconv.Itoa(i+1) + t.loc.Text("plain.comma") + c.Name(t.loc.Lang())
	if remark != "" {
		line += t.loc.Text("plain.comma") + remark
	}
	t.print(line)
}

// choose answers a number with the country of the last list, and reports whether it means that
// list. Without one, or with three digits and more than it has, it is a code, as 886.
func (t turn) choose(digits string, n int) bool {
	switch {
	case n >= 1 && n <= len(t.list):
		t.show(t.list[n-1])
	case len(t.list) == 0 || len(digits) > 2:
		return false
	default:
		t.print(t.loc.Text("plain.no_number", "number", n, "last", len(t.list)))
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
func (t turn) meeting(expr string) (list []judged, ok bool) {
	var out, errs bytes.Buffer
	code := t.config.Run(t.ctx, t.edition, t.loc.Lang(), &out, &errs, []string{"list", "--json", "--where=" + expr})
	t.printErrors(errs.String())
	if code != 0 || json.Unmarshal(out.Bytes(), &list) != nil {
		return nil, false
	}
	atlas := t.edition.Atlas()
	first := 0
	for i := range list {
		if i+1 == len(list) || list[i+1].Verdict != list[i].Verdict {
			names.SortByName(list[first:i+1], t.loc.Lang(), func(j judged) string { return atlas.Country(j.Slug).ISO2() })
			first = i + 1
		}
	}
	return list, true
}

// printMeeting writes a numbered list of the countries that meet an expression, each with its
// reasons, below the number of each verdict.
func (t turn) printMeeting(expr string) bool {
	list, ok := t.meeting(expr)
	if !ok {
		return false
	}
	counts := map[string]int{}
	for _, j := range list {
		counts[j.Verdict]++
	}
	t.list = nil
	for i, j := range list {
		if i == 0 || list[i-1].Verdict != j.Verdict {
			t.print(t.loc.Text("verdict."+j.Verdict, "count", strconv.Itoa(counts[j.Verdict])))
		}
		var reasons []string
		for _, r := range j.Reasons {
			reasons = append(reasons, r.Text[t.loc.Lang()])
		}
		c := t.edition.Atlas().Country(j.Slug)
		t.list = append(t.list, c)
		t.printItem(i, c, t.loc.JoinList(reasons))
	}
	return true
}

// printAll writes a numbered list of all countries by name.
func (t turn) printAll() {
	t.list = nil
	for c := range t.edition.Atlas().Countries() {
		t.list = append(t.list, c)
	}
	names.SortByName(t.list, t.loc.Lang(), (*model.Country).ISO2)
	for i, c := range t.list {
		t.printItem(i, c, "")
	}
}
