package rows

import (
	"iter"

	"voxatlas/model"
	"voxatlas/model/query"
)

// Judged is a country and the verdict of an expression on it.
type Judged struct {
	Country *model.Country
	Result  query.Result
}

// Groups holds countries by the verdict of an expression on them.
type Groups struct {
	Meets, Conditional, NotRead, Fails []Judged
}

// Judge judges every country. Each group keeps the order of the countries.
func Judge(countries iter.Seq[*model.Country], expr query.Expr) Groups {
	var g Groups
	for c := range countries {
		r := expr.Judge(c)
		group := g.group(r.Verdict)
		*group = append(*group, Judged{c, r})
	}
	return g
}

// Of returns the group of a verdict.
func (g Groups) Of(v query.Verdict) []Judged { return *g.group(v) }

func (g *Groups) group(v query.Verdict) *[]Judged {
	switch v {
	case query.Meets:
		return &g.Meets
	case query.Conditional:
		return &g.Conditional
	case query.NotRead:
		return &g.NotRead
	}
	return &g.Fails
}

// Countries lists the countries that meet the expression, then those that meet it with
// a condition.
func (g Groups) Countries() []*model.Country {
	countries := make([]*model.Country, 0, len(g.Meets)+len(g.Conditional))
	for _, group := range [][]Judged{g.Meets, g.Conditional} {
		for _, j := range group {
			countries = append(countries, j.Country)
		}
	}
	return countries
}
