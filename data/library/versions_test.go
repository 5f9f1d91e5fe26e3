package library_test

import (
	"testing"

	"voxatlas/data/library"
	"voxatlas/model"
)

// TestTimelines compares the timeline of every answer of every country with the editions,
// opened one by one: each states the value of its period, or could not be read.
func TestTimelines(t *testing.T) {
	l := library.Embedded()
	changed := 0
	for _, e := range l.Editions() {
		for c := range e.Atlas().Countries() {
			if e != l.Newest() && l.Newest().Atlas().Counterpart(c) != nil {
				continue
			}
			versions := l.Versions(c, model.Features()...)
			for _, f := range model.Features() {
				timeline := model.TimelineOf(model.Field(f), versions)
				checkTimeline(t, l, c, f, timeline)
				checkTimeline(t, l, c, f, model.TimelineOf(model.Field(f), l.Versions(c, f)))
				if timeline.Changed() {
					changed++
				}
			}
		}
	}
	if changed < 50 {
		t.Errorf("%d answers ever changed", changed)
	}
}

// TestVersionsOfTheNewest: the newest version is the record in the library's newest edition,
// which alone has the later notes, whichever editions the program has besides.
func TestVersionsOfTheNewest(t *testing.T) {
	for _, dates := range [][]string{{"2018-08-30", "2021-03-23"}, {"2021-03-23", "2023-01-26"}} {
		l := library.Of(dates...)
		for c := range l.Newest().Atlas().Countries() {
			versions := l.Versions(c, model.Features()...)
			if versions[len(versions)-1].Country != c {
				t.Errorf("%v: the newest version of %s is not that of %s", dates, c.Slug(), l.Newest().Date)
			}
		}
	}
}

func checkTimeline(t *testing.T, l *library.Library, c *model.Country, f model.Feature, timeline model.Timeline) {
	t.Helper()
	editions := l.Editions()
	for i, p := range timeline.Periods {
		for _, v := range p.Versions {
			e := editions[0]
			editions = editions[1:]
			var stated *model.Country
			for other := range e.Atlas().Countries() {
				if other.ISO2() == c.ISO2() {
					stated = other
				}
			}
			switch {
			case v.Date != e.Date || v.Own != e.Own || (stated == nil) != (p.Value == nil):
				t.Errorf("%s %s: edition %s is taken for %s, or listed where it is not", c.Slug(), f.Key(), e.Date, v.Date)
			case stated == nil:
			case stated.Differs(p.Value, f) || v.Country.Answer(f).Shown() != stated.Answer(f).Shown():
				t.Errorf("%s %s: %s states another value than its period", c.Slug(), f.Key(), e.Date)
			}
		}
		if i == 0 {
			continue
		}
		if was := timeline.Periods[i-1].Value; was != nil && p.Value != nil && !p.Value.Differs(was, f) {
			t.Errorf("%s %s: two periods have the same value", c.Slug(), f.Key())
		}
	}
	if len(editions) > 0 {
		t.Errorf("%s %s: %d editions are missing", c.Slug(), f.Key(), len(editions))
	}
}
