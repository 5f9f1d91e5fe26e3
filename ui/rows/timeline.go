package rows

import (
	"slices"

	"voxatlas/model"
	"voxatlas/ui/say"
)

// Timeline is the timeline of a field of a country in the words of one language.
type Timeline struct {
	Field   model.Field
	Name    string   // of the field
	Changed bool     // see [model.Timeline.Changed]
	Periods []Period // the newest first
	Later   []Note   // about the answer, from after the newest version
}

// Period is a period of a timeline in words.
type Period struct {
	Model   model.Period
	Until   model.Version // the first version after the period; zero for the newest period
	AtLeast bool          // nothing is known of the time before the first version
	When    string        // "since 2023-01-26", "before, at least since 2021-03-23", "unchanged since 2021-03-23"

	Listed bool        // else Words says that the country is not listed
	State  model.State // of an answer, as shown; 0 for other fields
	Words  string      // the value: "Available (3 cities)"

	// The differences from the period before. Values has the value before and after where
	// nothing else tells them apart.
	Values         string
	Added, Removed []string

	Unread string // "not read in 2022-07-01"; "" if all versions could be read, or none
}

// Timelines returns the timelines of some fields, from the versions of a country, the
// oldest first.
func Timelines(loc say.Localizer, versions []model.Version, fields ...model.Field) []Timeline {
	list := make([]Timeline, 0, len(fields))
	for _, f := range fields {
		list = append(list, newTimeline(loc, f, versions))
	}
	return list
}

func newTimeline(loc say.Localizer, f model.Field, versions []model.Version) Timeline {
	t := model.TimelineOf(f, versions)
	out := Timeline{Field: t.Field, Name: loc.Field(t.Field), Changed: t.Changed()}
	for i, p := range t.Periods {
		period := Period{Model: p, AtLeast: i == 0, Listed: p.Value != nil}
		if i < len(t.Periods)-1 {
			period.Until = t.Periods[i+1].Versions[0]
		}
		period.When = periodWhen(loc, t, i)
		period.describe(loc, t.Field)
		if i > 0 {
			period.compare(loc, t.Field, out.Periods[i-1])
		}
		if len(p.Unread) < len(p.Versions) && len(p.Unread) > 0 {
			period.Unread = loc.CloseUp(loc.Text("history.unread", "editions", joinVersions(loc, p.Unread)))
		}
		out.Periods = append(out.Periods, period)
	}
	slices.Reverse(out.Periods)
	if c := versions[len(versions)-1].Country; c != nil {
		out.Later = LaterNotes(c, t.Field.Feature())
	}
	return out
}

// periodWhen tells since when the period at position i of a timeline lasts.
func periodWhen(loc say.Localizer, t model.Timeline, i int) string {
	p := t.Periods[i]
	key, last := "history.before", i == len(t.Periods)-1
	switch {
	case len(t.Periods) == 1 && len(p.Unread) == len(p.Versions):
		key = "history.all"
	case len(t.Periods) == 1:
		key = "history.unchanged"
	case last:
		key = "history.since"
	case i == 0 && p.Value == nil:
		key = "history.before_all"
	case i == 0:
		key = "history.before_at_least"
	}
	return loc.CloseUp(loc.Text(key, "edition", VersionLabel(loc, p.Since())))
}

// VersionLabel returns the date of the edition of a version, with a remark if it is a
// user's own file.
func VersionLabel(loc say.Localizer, v model.Version) string {
	if v.Own {
		return loc.WithRemark(v.Date, loc.Text("ui.edition_own"))
	}
	return v.Date
}

func joinVersions(loc say.Localizer, versions []model.Version) string {
	var list []string
	for _, v := range versions {
		list = append(list, VersionLabel(loc, v))
	}
	return loc.JoinList(list)
}

// describe puts the value of the period into words.
func (p *Period) describe(loc say.Localizer, f model.Field) {
	switch c := p.Model.Value; {
	case c == nil:
		p.Words = loc.Text("change.unlisted")
	case f == model.FieldListed:
		p.Words = loc.Text("change.listed")
	default:
		cell := Cell{Country: c, Feature: f.Feature(), State: c.Answer(f.Feature()).Shown()}
		p.State, p.Words = cell.State, cell.Words(loc)
	}
}

// compare sets the differences from the period before.
func (p *Period) compare(loc say.Localizer, f model.Field, before Period) {
	if !p.Listed || !before.Listed || f.Feature() == 0 {
		return
	}
	change := loc.AnswerChange(f.Feature(), before.Model.Value, p.Model.Value)
	p.Added, p.Removed = change.Added, change.Removed
	if p.Words == before.Words && len(p.Added)+len(p.Removed) == 0 {
		p.Values = change.Values
	}
}
