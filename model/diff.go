package model

import (
	"cmp"
	"slices"
	"strings"
)

// Change is a difference between two editions: a field of a country with another
// value in the later edition than in the earlier one. Next steps, warnings, dates
// and addresses of pages, and sources are no fields: they follow from the answers,
// or describe the pages.
type Change struct {
	Field    Field
	From, To *Country // in the earlier and the later edition; nil in one that lacks it
}

// Country returns the changed country, from the later edition that has it.
func (c Change) Country() *Country {
	if c.To == nil {
		return c.From
	}
	return c.To
}

// Direction tells whether a change gives or takes a service.
type Direction uint8

// The directions, gains before losses.
const (
	Gained  Direction = iota // something can be had that could not
	Changed                  // neither
	Lost                     // something can no longer be had
)

var directionKeys = [...]string{"gained", "changed", "lost"}

// String returns the stable word of d: "gained", "changed" or "lost".
func (d Direction) String() string { return WordOf(directionKeys[:], d) }

// Direction returns the direction of c. An answer is gained when it becomes
// offered, in any form; a country when it becomes listed. Where a page is or was
// silent the direction is Changed, since a gain or loss cannot be known.
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

// Diff lists the differences of to from from: in the order of to's countries,
// then those that only from has, and for each country in the order of the fields.
// The caller decides which of the two is the later edition.
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

// DiffCountry lists the fields of a country in which two editions differ. Either
// may be nil, for an edition that does not list the country: then that is the only
// change.
func DiffCountry(from, to *Country) []Change {
	switch {
	case from == to:
		return nil
	case from == nil || to == nil:
		return []Change{{FieldListed, from, to}}
	}
	var changes []Change
	addIf := func(f Field, differs bool) {
		if differs {
			changes = append(changes, Change{f, from, to})
		}
	}
	for f := Feature(1); f <= NumFeatures; f++ {
		addIf(Field(f), !from.Answer(f).Same(to.Answer(f)))
	}
	read := readInBoth(from, to)
	addIf(FieldConditions, !slices.EqualFunc(from.conditionUses(read), to.conditionUses(read), ConditionUse.equal))
	addIf(FieldPrinted, !sameNames(from.Printed(), to.Printed()))
	return changes
}

// readInBoth returns a function that reports whether an answer could be read in c and d.
func readInBoth(c, d *Country) func(Feature) bool {
	return func(f Feature) bool { return c.Answer(f).Unread == "" && d.Answer(f).Unread == "" }
}

// Counterpart returns the country of a with the code of c, which belongs to another
// edition, or nil; a and c may be nil. Slugs do not decide: Microsoft has renamed
// pages.
func (a *Atlas) Counterpart(c *Country) *Country {
	if a == nil || c == nil {
		return nil
	}
	return a.CountryOfCode(c.ISO2())
}

// Same reports whether a and b have the same meaning, as far as both could be read. It
// ignores conditions and next steps, the order of cities and plans, and their spelling in
// the source. A city or plan that is not known may be any that the other answer has.
func (a Answer) Same(b Answer) bool {
	if a.Unread != "" || b.Unread != "" {
		return true
	}
	return a.State == b.State && a.Partner.Name == b.Partner.Name && a.Scope == b.Scope &&
		a.OtherCitiesOnRequest == b.OtherCitiesOnRequest && a.StatedPlans == b.StatedPlans && a.Destinations.same(b.Destinations) &&
		sameItems(a.Cities, b.Cities, compareCities, City.Known) && sameItems(a.Plans, b.Plans, comparePlans, Plan.known)
}

// same reports whether d and e have the same meaning. An edition whose list of destinations
// could not be read lists none, and may have any.
func (d Destinations) same(e Destinations) bool {
	if d.Listed == 0 || e.Listed == 0 {
		d.Listed, e.Listed = 0, 0
	}
	return d == e
}

// known reports whether p could be read.
func (p Plan) known() bool { return p.Kind != 0 }

func sameItems[T any](a, b List[T], compare func(T, T) int, known func(T) bool) bool {
	if a.Len() != b.Len() {
		return false
	}
	if n, m := countUnknown(a.Slice(), known), countUnknown(b.Slice(), known); n+m > 0 {
		left, right := itemsNotIn(a, b, compare), itemsNotIn(b, a, compare)
		return len(left)-countUnknown(left, known) <= m && len(right)-countUnknown(right, known) <= n
	}
	as, bs := a.Slice(), b.Slice()
	equal := func(x, y T) bool { return compare(x, y) == 0 }
	if slices.EqualFunc(as, bs, equal) { // most are in the same order
		return true
	}
	slices.SortStableFunc(as, compare)
	slices.SortStableFunc(bs, compare)
	return slices.EqualFunc(as, bs, equal)
}

func countUnknown[T any](list []T, known func(T) bool) int {
	n := 0
	for _, item := range list {
		if !known(item) {
			n++
		}
	}
	return n
}

func compareCities(a, b City) int {
	return cmp.Or(strings.Compare(a.Names.In(English), b.Names.In(English)), boolToInt(a.OnRequest)-boolToInt(b.OnRequest))
}

func comparePlans(a, b Plan) int {
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

// sameNames reports whether a and b agree in every language that both have. An
// edition read from pages in another language does not thereby print another name.
func sameNames(a, b Names) bool {
	for lang, text := range a.All() {
		if b.Has(lang) && b.In(lang) != text {
			return false
		}
	}
	return true
}

// ItemsNotIn lists the known cities and plans of a that b lacks, compared as
// [Answer.Same] does.
func (a Answer) ItemsNotIn(b Answer) (cities []City, plans []Plan) {
	cities, plans = itemsNotIn(a.Cities, b.Cities, compareCities), itemsNotIn(a.Plans, b.Plans, comparePlans)
	return slices.DeleteFunc(cities, func(c City) bool { return !c.Known() }), slices.DeleteFunc(plans, func(p Plan) bool { return !p.known() })
}

// itemsNotIn lists the items of a that b lacks, in a's order.
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
