package model

import (
	"iter"
	"math/bits"
	"sync"
)

// FieldSet is a set of fields, a bit for each.
type FieldSet uint32

// With returns s with f.
func (s FieldSet) With(f Field) FieldSet { return s | 1<<f }

// Has reports whether f is in s.
func (s FieldSet) Has(f Field) bool { return s&(1<<f) != 0 }

// Len returns the number of fields.
func (s FieldSet) Len() int { return bits.OnesCount32(uint32(s)) }

// All yields the fields in their order.
func (s FieldSet) All() iter.Seq[Field] {
	return func(yield func(Field) bool) {
		for ; s != 0; s &= s - 1 {
			if !yield(Field(bits.TrailingZeros32(uint32(s)))) {
				return
			}
		}
	}
}

// Difference tells how the records of a country in two editions differ.
type Difference struct {
	Fields  FieldSet // as [DiffCountry] lists them
	Answers FieldSet // the answers that differ, or have other conditions: see [Country.Differs]
}

// DifferenceOf compares two records of a country. Either may be nil, for an edition that
// does not list it.
func DifferenceOf(from, to *Country) Difference {
	var d Difference
	for _, c := range DiffCountry(from, to) {
		d.Fields = d.Fields.With(c.Field)
	}
	for _, f := range Features() {
		if to.Differs(from, f) {
			d.Answers = d.Answers.With(Field(f))
		}
	}
	return d
}

// Comparison tells how an edition differs from an earlier one. A nil Comparison is of an
// edition with none before it: nothing differs. Any number of goroutines may use one.
type Comparison struct {
	since      string
	open       func() *Atlas
	to         *Atlas
	difference func(*Country) Difference
}

// NewComparison compares to with the edition of the date since. It calls open each time that
// it needs that edition. Where table is not nil, it has the difference of the country with a
// code, and the earlier edition is only needed for values; else the countries are compared
// when they are first asked for.
func NewComparison(since string, open func() *Atlas, to *Atlas, table func(iso2 string) Difference) *Comparison {
	c := &Comparison{since: since, open: open, to: to}
	if table != nil {
		c.difference = func(k *Country) Difference { return table(k.ISO2()) }
		return c
	}
	var known sync.Map // of *Country to Difference
	c.difference = func(k *Country) Difference {
		if d, ok := known.Load(k); ok {
			return d.(Difference)
		}
		d := DifferenceOf(c.Was(k), k)
		known.Store(k, d)
		return d
	}
	return c
}

// Since returns the date of the earlier edition; "" for none.
func (c *Comparison) Since() string {
	if c == nil {
		return ""
	}
	return c.since
}

// From returns the earlier edition; nil for none.
func (c *Comparison) From() *Atlas {
	if c == nil {
		return nil
	}
	return c.open()
}

// Was returns the record of k, a country of the later edition, in the earlier one; nil if it
// does not list it.
func (c *Comparison) Was(k *Country) *Country { return c.From().Counterpart(k) }

// Difference returns how k, a country of the later edition, differs from the earlier one.
func (c *Comparison) Difference(k *Country) Difference {
	if c == nil || k == nil {
		return Difference{}
	}
	return c.difference(k)
}

// Changes lists the changes of k, a country of the later edition, as [DiffCountry] does.
func (c *Comparison) Changes(k *Country) []Change {
	fields := c.Difference(k).Fields
	if fields == 0 {
		return nil
	}
	was, changes := c.Was(k), make([]Change, 0, fields.Len())
	for f := range fields.All() {
		changes = append(changes, Change{f, was, k})
	}
	return changes
}

// Left lists the countries that only the earlier edition has.
func (c *Comparison) Left() []*Country {
	if c == nil {
		return nil
	}
	var left []*Country
	for k := range c.From().Countries() {
		if c.to.Counterpart(k) == nil {
			left = append(left, k)
		}
	}
	return left
}

// All lists all changes, as [Diff] does.
func (c *Comparison) All() []Change {
	if c == nil {
		return nil
	}
	var changes []Change
	for k := range c.to.Countries() {
		changes = append(changes, c.Changes(k)...)
	}
	for _, k := range c.Left() {
		changes = append(changes, Change{FieldListed, k, nil})
	}
	return changes
}
