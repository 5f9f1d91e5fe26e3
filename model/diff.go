package model

import (
	"cmp"
	"slices"
	"strings"
)

// Change is one thing that a later edition says otherwise than an earlier one: a
// field of a country whose value differs. Next steps, warnings, dates and
// addresses of pages, and sources are no fields: they follow from the answers, or
// speak of the pages.
type Change struct {
	Field    Field
	From, To *Country // as either edition has it; nil in the one that lacks it
}

// Country is the country that changed, of the later edition that has it.
func (c Change) Country() *Country {
	if c.To == nil {
		return c.From
	}
	return c.To
}

// Direction says which way a change goes for those who want the service.
type Direction uint8

// The turns, gains before losses.
const (
	Gained  Direction = iota // something can be had that could not
	Changed                  // neither
	Lost                     // something can no longer be had
)

var turnKeys = [...]string{"gained", "changed", "lost"}

// String is the stable word of t.
func (t Direction) String() string { return wordOf(turnKeys[:], t) }

// Direction is the turn of c: an answer is gained when it comes to be offered, in
// whatever form, and a country when it comes to be listed. Where a page is or was
// silent, nobody knows what was gained or lost.
func (c Change) Direction() Direction {
	before, after := c.From != nil, c.To != nil
	if before && after {
		was, is := c.From.Answer(c.Field.Feature()).State, c.To.Answer(c.Field.Feature()).State
		if was == Unstated || is == Unstated {
			return Changed
		}
		before, after = was.Offered(), is.Offered()
	}
	switch {
	case after && !before:
		return Gained
	case before && !after:
		return Lost
	}
	return Changed
}

// Diff lists what to says otherwise than from, in the order of to's countries,
// those that only from has behind them, and of the fields. Which of the two is
// the later edition is for the caller to know.
func Diff(from, to *Atlas) []Change {
	var changes []Change
	for c := range to.Countries() {
		changes = append(changes, DiffCountry(from.Counterpart(c), c)...)
	}
	for c := range from.Countries() {
		if to.Counterpart(c) == nil {
			changes = append(changes, DiffCountry(c, nil)...)
		}
	}
	return changes
}

// DiffCountry lists the fields in which two editions differ about a country, of
// which either may be nil: then it was not listed, and that is the only change.
func DiffCountry(from, to *Country) []Change {
	switch {
	case from == to:
		return nil
	case from == nil || to == nil:
		return []Change{{FieldListed, from, to}}
	}
	var changes []Change
	add := func(f Field, same bool) {
		if !same {
			changes = append(changes, Change{f, from, to})
		}
	}
	for f := Feature(1); f <= NumFeatures; f++ {
		add(Field(f), from.Answer(f).Same(to.Answer(f)))
	}
	add(FieldConditions, slices.EqualFunc(from.ConditionUses(), to.ConditionUses(), ConditionUse.equal))
	add(FieldPrinted, sameNames(from.Printed(), to.Printed()))
	return changes
}

// Counterpart is the country of a that c is in another edition, or nil; either may
// be nil. Countries are known by their codes: Microsoft has renamed pages.
func (a *Atlas) Counterpart(c *Country) *Country {
	if a == nil || c == nil {
		return nil
	}
	for _, k := range a.countries {
		if k == c || k.ISO2() == c.ISO2() {
			return k
		}
	}
	return nil
}

// Same reports whether a and b say the same, whatever limits them and whatever
// comes next. The order of cities and plans does not matter, nor how the source
// spells them.
func (a Answer) Same(b Answer) bool {
	return a.State == b.State && a.Partner.Name == b.Partner.Name && a.Scope == b.Scope &&
		a.OtherCitiesOnRequest == b.OtherCitiesOnRequest && a.StatedOptions == b.StatedOptions && a.Destinations == b.Destinations &&
		sameItems(a.Cities, b.Cities, compareCities) && sameItems(a.Options, b.Options, compareOptions)
}

func sameItems[T any](a, b List[T], compare func(T, T) int) bool {
	if a.Len() != b.Len() {
		return false
	}
	as, bs := a.Slice(), b.Slice()
	slices.SortFunc(as, compare)
	slices.SortFunc(bs, compare)
	return slices.EqualFunc(as, bs, func(x, y T) bool { return compare(x, y) == 0 })
}

func compareCities(a, b City) int {
	return cmp.Or(strings.Compare(a.Names.In(English), b.Names.In(English)), boolToInt(a.OnRequest)-boolToInt(b.OnRequest))
}

func compareOptions(a, b Option) int {
	return cmp.Or(
		cmp.Compare(a.Kind, b.Kind),
		cmp.Compare(a.DomesticMinutes, b.DomesticMinutes),
		cmp.Compare(a.InternationalMinutes, b.InternationalMinutes),
		boolToInt(a.WhicheverFirst)-boolToInt(b.WhicheverFirst),
		boolToInt(a.Limited)-boolToInt(b.Limited),
	)
}

func boolToInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// sameNames compares the languages that both have: an edition that was read from
// pages in another language prints no other name.
func sameNames(a, b Names) bool {
	for lang, text := range a.All() {
		if b.Has(lang) && b.In(lang) != text {
			return false
		}
	}
	return true
}

// ItemsNotIn lists the cities and plans of a that b lacks, by the measure of
// [Answer.Same].
func (a Answer) ItemsNotIn(b Answer) (cities []City, options []Option) {
	return itemsNotIn(a.Cities, b.Cities, compareCities), itemsNotIn(a.Options, b.Options, compareOptions)
}

// itemsNotIn are the items of a that b lacks, in a's order.
func itemsNotIn[T any](a, b List[T], compare func(T, T) int) []T {
	var out []T
	left := b.Slice()
	for item := range a.Values() {
		i := slices.IndexFunc(left, func(x T) bool { return compare(x, item) == 0 })
		if i < 0 {
			out = append(out, item)
			continue
		}
		left = slices.Delete(left, i, i+1)
	}
	return out
}
