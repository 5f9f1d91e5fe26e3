package model

import (
	"cmp"
	"slices"
	"strings"
)

// ConditionUse is a condition of a country, with all the answers that it limits.
type ConditionUse struct {
	Condition Condition
	Features  List[Feature]
}

// ConditionUses are the conditions of c, each once, sorted by key.
func (c *Country) ConditionUses() []ConditionUse {
	var limits []ConditionUse
	for f := Feature(1); f <= NumFeatures; f++ {
		for k := range c.Answer(f).Conditions.Values() {
			i := slices.IndexFunc(limits, func(l ConditionUse) bool { return l.Condition.Same(k) })
			if i < 0 {
				limits = append(limits, ConditionUse{k, ListOf(f)})
				continue
			}
			limits[i].Features = ListOf(append(limits[i].Features.Slice(), f)...)
		}
	}
	slices.SortStableFunc(limits, func(a, b ConditionUse) int { return cmp.Compare(a.Condition.Key, b.Condition.Key) })
	return limits
}

// Same reports whether c and d say the same. Links do not count: a document that
// moved is the same document.
func (c Condition) Same(d Condition) bool { return c.Key == d.Key && c.argsText() == d.argsText() }

// argsText is the arguments of c but its links, as one text, whatever their order.
func (c Condition) argsText() string {
	if c.Args.Len() == 0 {
		return ""
	}
	var parts []string
	for a := range c.Args.Values() {
		if a.Name != "links" {
			parts = append(parts, a.Name+"\x00"+strings.Join(a.Values.Slice(), "\x00"))
		}
	}
	slices.Sort(parts)
	return strings.Join(parts, "\x01")
}

func (l ConditionUse) equal(m ConditionUse) bool {
	return l.Condition.Same(m.Condition) && slices.Equal(l.Features.Slice(), m.Features.Slice())
}

// ConditionUsesNotIn lists the limits of c that d lacks, or has beside other answers.
func (c *Country) ConditionUsesNotIn(d *Country) []ConditionUse {
	others := d.ConditionUses()
	return slices.DeleteFunc(c.ConditionUses(), func(l ConditionUse) bool { return slices.ContainsFunc(others, l.equal) })
}

// Differs reports whether c and d differ in their answer to f, or in what limits
// it; not when either is nil.
func (c *Country) Differs(d *Country, f Feature) bool {
	if c == nil || d == nil || c == d {
		return false
	}
	a, b := c.Answer(f), d.Answer(f)
	return !a.Same(b) || !slices.EqualFunc(sortedConditions(a.Conditions), sortedConditions(b.Conditions), Condition.Same)
}

func sortedConditions(l List[Condition]) []Condition {
	cs := l.Slice()
	slices.SortFunc(cs, func(a, b Condition) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.argsText(), b.argsText()))
	})
	return cs
}
