package cli

import (
	"slices"
	"strconv"
	"strings"

	"voxatlas/model"
	"voxatlas/ui/export"
	"voxatlas/ui/rows"
)

// historyTable returns the table with a row for each period of each timeline.
func (p *program) historyTable(h countryHistory) export.Table {
	t := p.newTable("history", h.newest)
	t.Columns, t.Frozen = p.countryColumns(), 2
	for _, key := range []string{"field", "since", "at_least", "until", "value", "added", "removed", "unread"} {
		t.Columns = append(t.Columns, p.column(key))
	}
	t.Columns = append(t.Columns, p.laterColumn())
	t.Foot = append(t.Foot, p.localizer.Text("history.dates"))
	t.Rows = func(yield func([]export.Cell) bool) {
		for _, timeline := range h.timelines {
			for i, period := range timeline.Periods {
				var before *model.Country
				if i+1 < len(timeline.Periods) {
					before = timeline.Periods[i+1].Model.Value
				}
				var later export.Cell
				if i == 0 {
					later = p.laterCell(timeline.Later, timeline.Field.Feature())
				}
				if !yield(slices.Concat(p.countryCells(h.country), p.periodCells(timeline, period, before), []export.Cell{later})) {
					return
				}
			}
		}
	}
	return t
}

// periodCells returns the field, the time, the value and the differences of a period.
// before has the value before it; nil if there is none.
func (p *program) periodCells(t rows.Timeline, period rows.Period, before *model.Country) []export.Cell {
	value := export.Cell{Text: period.Words}
	switch c := period.Model.Value; {
	case c == nil && t.Field != model.FieldListed:
		value.Key = "unlisted"
	case t.Field.Feature() != 0:
		value.Key, value.Style = period.State.String(), stateStyle(period.State)
	case t.Field == model.FieldListed:
		value.Key = strconv.FormatBool(c != nil)
	}
	atLeast := export.Cell{Key: strconv.FormatBool(period.AtLeast)}
	if period.AtLeast {
		atLeast.Text = p.localizer.Text("export.at_least")
	}
	var unread []string
	for _, v := range period.Model.Unread {
		unread = append(unread, v.Date)
	}
	return []export.Cell{
		{Text: t.Name, Key: t.Field.Key()}, {Text: rows.VersionLabel(p.localizer, period.Model.Since()), Key: period.Model.Since().Date}, atLeast,
		{Text: period.Until.Date}, value,
		{Text: strings.Join(slices.Concat(nonEmpty(period.Values), period.Added), "\n"), Key: periodKeys(t.Field, period.Model.Value, before)},
		{Text: strings.Join(period.Removed, "\n"), Key: periodKeys(t.Field, before, period.Model.Value)},
		{Text: strings.Join(unread, ", ")},
	}
}

// nonEmpty returns a list of a text; none for an empty one.
func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// periodKeys returns the stable form of the cities, plans and conditions of an answer
// that c has and other lacks; "" if either is nil.
func periodKeys(f model.Field, c, other *model.Country) string {
	if c == nil || other == nil || f.Feature() == 0 {
		return ""
	}
	keys := nonEmpty(itemKeys(f, c, other))
	for _, k := range c.Answer(f.Feature()).ConditionsNotIn(other.Answer(f.Feature())) {
		keys = append(keys, k.Key)
	}
	return strings.Join(keys, "; ")
}
