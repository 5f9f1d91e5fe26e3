package say

import (
	"slices"
	"strings"

	"voxatlas/model"
	"voxatlas/model/query"
)

// Reasons puts into words the reasons that decide the verdict on c, each once: without
// those that only repeat the expression, unless there are no others.
func (loc Localizer) Reasons(c *model.Country, r query.Result) string {
	return loc.JoinReasons(r, func(reason query.Reason) string { return loc.Reason(c, reason) })
}

// ReasonAndNotes puts a reason into words as Reason does, but the notes that limit an
// answer are apart.
func (loc Localizer) ReasonAndNotes(c *model.Country, r query.Reason) (string, []Note) {
	if r.Kind != query.StateReason {
		return loc.Reason(c, r), nil
	}
	return loc.answerText(c, r), loc.limitingNotes(c, r)
}

// JoinReasons joins the reasons that decide a verdict as Reasons does, each in the words
// of say.
func (loc Localizer) JoinReasons(r query.Result, say func(query.Reason) string) string {
	var list, repeated []string
	for _, reason := range r.Deciding() {
		s := say(reason)
		switch {
		case slices.Contains(list, s) || slices.Contains(repeated, s):
		case reason.Repeats():
			repeated = append(repeated, s)
		default:
			list = append(list, s)
		}
	}
	if len(list) == 0 {
		list = repeated
	}
	return strings.Join(list, loc.Text("reason.separator"))
}

// Reason puts into words why c has its verdict on a term of an expression: "Toll
// numbers: On request".
func (loc Localizer) Reason(c *model.Country, r query.Reason) string {
	switch r.Kind {
	case query.StateReason:
		return loc.stateReason(c, r)
	case query.PlanMinutes:
		if r.Count == 0 {
			return loc.Text("reason.no_minutes")
		}
		return loc.Text("reason.minutes", "minutes", minutesText(r.Count))
	case query.PlanUnread:
		if r.Count > 0 {
			return loc.Text("reason.plan_beside_unread", "minutes", minutesText(r.Count))
		}
		return loc.Text("reason.plan_unread")
	case query.PlanKinds:
		return loc.Text("plan." + r.Text)
	case query.PartnerPlans:
		return loc.Text("reason.partner", "partner", r.Text)
	case query.ScopeReason:
		scope := loc.State(model.Unstated)
		if r.Text != "" {
			scope = loc.Text("scope." + r.Text)
		}
		return loc.Labelled(loc.Feature(model.TollNumbers), scope)
	case query.RegionInside, query.RegionOutside:
		var regions []string
		for _, region := range strings.Split(r.Text, ", ") {
			regions = append(regions, loc.Text("region."+region))
		}
		return loc.Text("reason."+string(r.Kind), "text", loc.JoinList(regions))
	case query.NameReason:
		return loc.WithRemark(c.Name(loc.lang), c.ISO2())
	case query.ChangedReason:
		var fields []string
		for _, change := range r.Changes {
			fields = append(fields, loc.Field(change.Field))
		}
		return loc.Labelled(loc.Text("reason.changed"), loc.JoinList(fields))
	case query.CityUnread:
		return loc.Count("reason.city_unread", r.Count, "city", r.Text)
	case query.CityListed, query.CityOnRequest, query.CityOthers, query.CityDenied, query.CityMissing:
		return loc.Text("reason."+string(r.Kind), "city", loc.cityByEnglishName(c, r.Text))
	}
	return loc.Text("reason."+string(r.Kind), "text", r.Text)
}

// stateReason returns the name and word of an answer, with its detail, and the notes
// that limit it. Notes that only repeat the word are left out.
func (loc Localizer) stateReason(c *model.Country, r query.Reason) string {
	text := loc.answerText(c, r)
	for _, note := range loc.limitingNotes(c, r) {
		text = loc.Text("reason.note", "text", text, "note", strings.TrimRight(note.Text, ".。"))
	}
	return text
}

// answerText returns the name and word of an answer, with its detail.
func (loc Localizer) answerText(c *model.Country, r query.Reason) string {
	word := loc.StateOf(r.Feature, r.State)
	if detail := loc.detail(c.Answer(r.Feature)); detail != "" {
		word = loc.WithRemark(word, detail)
	}
	return loc.Labelled(loc.FeatureLabel(r.Feature), word)
}

// limitingNotes returns the notes of a reason, but not those that only repeat the word of
// the answer.
func (loc Localizer) limitingNotes(c *model.Country, r query.Reason) []Note {
	var notes []Note
	for _, k := range r.Conditions {
		notes = append(notes, loc.Condition(k))
	}
	for _, w := range r.Warnings {
		notes = append(notes, loc.Warning(c, w))
	}
	return slices.DeleteFunc(notes, func(n Note) bool { return n.Restates })
}
