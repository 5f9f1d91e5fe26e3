package model

import (
	"math"
	"slices"
)

// Version is the record of a country in one edition.
type Version struct {
	Date    string   // of the edition, as "2023-01-26"
	Own     bool     // the edition is a user's own file
	Country *Country // nil if the edition does not list the country
}

// Timeline tells how a field of a country was in each of several editions.
type Timeline struct {
	Field   Field
	Periods []Period // the oldest first; none without editions
}

// Period is a run of successive editions in which a field has the same value, as far as
// it could be read. An answer is the same only with the same conditions.
type Period struct {
	Versions []Version // at least one, the oldest first
	Value    *Country  // the newest of the records that state the value most fully; nil if the country is not listed
	Unread   []Version // those of the versions whose answer could not be read
}

// TimelineOf returns the timeline of a field from the versions of a country, the oldest
// first. The field is an answer or [FieldListed]. A version belongs to
// the period before it unless it differs from a version of that period. So an answer that
// could not be read ends no period.
func TimelineOf(f Field, versions []Version) Timeline {
	t := Timeline{Field: f}
	var p *Period
	var stated []*Country // the records of p that a further one must agree with
	for _, v := range versions {
		differs := func(c *Country) bool { return fieldDiffers(f, c, v.Country) }
		if p == nil || slices.ContainsFunc(stated, differs) {
			t.Periods = append(t.Periods, Period{Value: v.Country})
			p, stated = &t.Periods[len(t.Periods)-1], nil
		}
		if len(stated) == 0 || max(unknownParts(f, v.Country), unknownParts(f, p.Value)) > 0 { // answers without unknown parts are all alike
			stated = append(stated, v.Country)
		}
		p.Versions = append(p.Versions, v)
		if v.Country != nil && v.Country.Answer(f.Feature()).Unread != "" {
			p.Unread = append(p.Unread, v)
		}
		if unknownParts(f, v.Country) <= unknownParts(f, p.Value) {
			p.Value = v.Country
		}
	}
	return t
}

// fieldDiffers reports whether a field is known to differ between two records of a
// country, each nil in an edition that does not list it.
func fieldDiffers(f Field, was, is *Country) bool {
	switch {
	case was == is:
		return false
	case was == nil || is == nil:
		return true
	}
	return is.Differs(was, f.Feature())
}

// unknownParts counts the parts of an answer of c that could not be read: of an answer
// that could not be read, more than any has.
func unknownParts(f Field, c *Country) int {
	if c == nil {
		return 0
	}
	a := c.Answer(f.Feature())
	if a.Unread != "" {
		return math.MaxInt32
	}
	return a.UnknownCities() + countUnknown(a.Plans.Slice(), Plan.known) + boolToInt(a.Destinations.Stated > 0 && a.Destinations.Listed == 0)
}

// Changed reports whether the field had different values while the country was listed;
// for [FieldListed], whether the country came or left.
func (t Timeline) Changed() bool {
	listed := slices.DeleteFunc(slices.Clone(t.Periods), func(p Period) bool { return p.Value == nil })
	for i := 1; i < len(listed); i++ {
		if fieldDiffers(t.Field, listed[i-1].Value, listed[i].Value) {
			return true
		}
	}
	return t.Field == FieldListed && len(t.Periods) > 1
}

// Since returns the first version of p that states the value; its first one if none does.
func (p Period) Since() Version {
	i := slices.IndexFunc(p.Versions, func(v Version) bool { return !slices.Contains(p.Unread, v) })
	return p.Versions[max(i, 0)]
}
