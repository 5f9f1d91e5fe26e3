package model

import (
	"cmp"
	"slices"
	"strings"
)

// ConditionUse is a condition of a country, with the features of all the answers
// that it limits.
type ConditionUse struct {
	Condition Condition
	Features  List[Feature]
}

// ConditionUses lists the conditions of c, each once, sorted by key.
func (c *Country) ConditionUses() []ConditionUse {
	return c.conditionUses(func(Feature) bool { return true })
}

// conditionUses lists the conditions of the answers for which of returns true.
func (c *Country) conditionUses(of func(Feature) bool) []ConditionUse {
	var uses []ConditionUse
	for f := Feature(1); f <= NumFeatures; f++ {
		if !of(f) {
			continue
		}
		for k := range c.Answer(f).Conditions.Values() {
			i := slices.IndexFunc(uses, func(u ConditionUse) bool { return u.Condition.Same(k) })
			if i < 0 {
				uses = append(uses, ConditionUse{k, ListOf(f)})
				continue
			}
			uses[i].Features = ListOf(append(uses[i].Features.Slice(), f)...)
		}
	}
	slices.SortStableFunc(uses, func(a, b ConditionUse) int { return cmp.Compare(a.Condition.Key, b.Condition.Key) })
	return uses
}

// Same reports whether c and d have the same key and arguments. It ignores links: a
// document that moved is the same document.
func (c Condition) Same(d Condition) bool { return c.Key == d.Key && c.argsText() == d.argsText() }

// argsText joins the arguments of c except its links into one text that does not
// depend on their order.
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

func (u ConditionUse) equal(v ConditionUse) bool {
	return u.Condition.Same(v.Condition) && slices.Equal(u.Features.Slice(), v.Features.Slice())
}

// ConditionUsesNotIn lists the conditions of c that d lacks, or that limit other
// answers there. Of answers that could not be read in both nothing is known.
func (c *Country) ConditionUsesNotIn(d *Country) []ConditionUse {
	read := readInBoth(c, d)
	others := d.conditionUses(read)
	return slices.DeleteFunc(c.conditionUses(read), func(u ConditionUse) bool { return slices.ContainsFunc(others, u.equal) })
}

// ConditionsNotIn lists the conditions of a that b lacks.
func (a Answer) ConditionsNotIn(b Answer) []Condition {
	return itemsNotIn(a.Conditions, b.Conditions, compareConditions)
}

func compareConditions(c, d Condition) int {
	return cmp.Or(cmp.Compare(c.Key, d.Key), cmp.Compare(c.argsText(), d.argsText()))
}

// Differs reports whether c and d differ in their answer to f, or in its
// conditions. It is false when c or d is nil.
func (c *Country) Differs(d *Country, f Feature) bool {
	if c == nil || d == nil || c == d {
		return false
	}
	a, b := c.Answer(f), d.Answer(f)
	if a.Unread != "" || b.Unread != "" {
		return false
	}
	return !a.Same(b) || !slices.EqualFunc(sortedConditions(a.Conditions), sortedConditions(b.Conditions), Condition.Same)
}

func sortedConditions(l List[Condition]) []Condition {
	cs := l.Slice()
	slices.SortStableFunc(cs, compareConditions)
	return cs
}
