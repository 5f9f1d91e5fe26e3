package countries

import (
	"cmp"
	"slices"
	"strings"

	"voxatlas/data/library"
	"voxatlas/data/names"
	"voxatlas/model"
	"voxatlas/model/query"
)

// oracle is the state of a list as a user would tell it, and computes in the simplest
// way which countries are listed, and in which order.
type oracle struct {
	lib     *library.Library
	edition *library.Edition
	lang    model.Lang

	mode    string // "browse", "search", "filter"
	query   string
	fresh   bool // the query is replaced by the next text
	typed   string
	inForce string // expression
	failing bool
	topic   model.Feature
	column  bool
	sort    model.Feature
	mine    []string
	marked  []string
}

func (o *oracle) parse(expr string) (query.Expr, bool) {
	env := o.lib.QueryEnv(o.edition)
	env.Mine = o.mine
	e, err := query.Parse(expr, env)
	return e, err == nil
}

// typeFilter is called when the typed expression has changed.
func (o *oracle) typeFilter() {
	if strings.TrimSpace(o.typed) == "" {
		o.inForce = ""
	} else if _, ok := o.parse(o.typed); ok {
		o.inForce = o.typed
	}
}

// renew is called when expressions may have become wrong or right.
func (o *oracle) renew() {
	before := o.inForce
	o.inForce = ""
	o.typeFilter()
	if _, ok := o.parse(before); o.inForce == "" && strings.TrimSpace(o.typed) != "" && before != "" && ok {
		o.inForce = before
	}
}

// rows returns the codes of the listed countries; headings are words.
func (o *oracle) rows() []string {
	groups := map[query.Verdict][]string{}
	expr, _ := o.parse(o.inForce)
	hidden := 0
	for _, c := range o.ordered() {
		v := query.Meets
		if o.inForce != "" {
			v = expr.Judge(c).Verdict
		}
		if v < query.Conditional && !o.failing {
			hidden++
			continue
		}
		groups[v] = append(groups[v], c.ISO2())
	}
	list := groups[query.Meets]
	if o.inForce == "" && strings.TrimSpace(o.query) == "" {
		return o.ownFirst(list)
	}
	for _, v := range []query.Verdict{query.Conditional, query.NotRead, query.Fails} {
		if len(groups[v]) > 0 {
			list = append(append(list, v.String()), groups[v]...)
		}
	}
	if strings.TrimSpace(o.query) != "" && hidden > 0 && len(list) > 0 {
		list = append(list, "hidden")
	}
	return list
}

// ordered returns the hits of the query, or all countries in their order.
func (o *oracle) ordered() []*model.Country {
	var list []*model.Country
	if strings.TrimSpace(o.query) != "" {
		for _, h := range o.edition.Index().Query(o.query, o.lang).Hits {
			list = append(list, h.Country)
		}
		return list
	}
	list = slices.Collect(o.edition.Atlas().Countries())
	names.SortByName(list, o.lang, (*model.Country).ISO2)
	if o.sort != 0 {
		slices.SortStableFunc(list, func(a, b *model.Country) int {
			x, y := a.Answer(o.sort), b.Answer(o.sort)
			return cmp.Or(cmp.Compare(slices.Index(model.States(), x.State), slices.Index(model.States(), y.State)), cmp.Compare(y.LargestDomestic(), x.LargestDomestic()))
		})
	}
	return list
}

// ownFirst puts the user's own countries first.
func (o *oracle) ownFirst(list []string) []string {
	var own, others []string
	for _, code := range list {
		if slices.Contains(o.mine, code) {
			own = append(own, code)
		} else {
			others = append(others, code)
		}
	}
	if len(own) == 0 {
		return others
	}
	if o.sort == 0 {
		own = slices.DeleteFunc(slices.Clone(o.mine), func(code string) bool { return !slices.Contains(list, code) })
	}
	return slices.Concat([]string{"mine"}, own, []string{"others"}, others)
}
