package library

import (
	"slices"

	"voxatlas/data"
	"voxatlas/model"
)

// Versions returns the record of c in every edition, the oldest first. c is a country of
// any of them, or nil. Embedded editions older than the newest are not opened: a record of
// c alone is read when one of its answers is asked for. Where embedded editions that follow
// each other have the same answers to some features, they share the record of the newest of
// them: of other answers it is not to be asked.
func (l *Library) Versions(c *model.Country, features ...model.Feature) []model.Version {
	dates, embedded := data.Editions(), []*model.Country(nil)
	if c != nil {
		embedded = l.embeddedRecords(c, dates, features)
	}
	var versions []model.Version
	for _, e := range l.Editions() {
		v := model.Version{Date: e.Date, Own: e.Own}
		i := slices.Index(dates, e.Date)
		switch {
		case c == nil:
		case !e.IsEmbedded() || i < 0:
			v.Country = e.Atlas().Counterpart(c)
		default:
			v.Country = embedded[i]
		}
		versions = append(versions, v)
	}
	return versions
}

// embeddedRecords returns the record of c in the embedded editions of all dates, as
// Versions has them.
func (l *Library) embeddedRecords(c *model.Country, dates []string, features []model.Feature) []*model.Country {
	var asked model.FieldSet
	for _, f := range features {
		asked = asked.With(model.Field(f))
	}
	records := data.CountryInEditions(c.ISO2())
	newest := -1
	for _, e := range l.editions {
		if i := slices.Index(dates, e.Date); e.IsEmbedded() && i >= 0 {
			newest = i
		}
	}
	if newest >= 0 {
		records[newest] = l.Edition(dates[newest]).Atlas().Counterpart(c)
	}
	for i := newest - 1; i >= 0; i-- {
		d := data.DifferencesFrom(dates[i], dates[i+1])(c.ISO2())
		if d.Answers&asked == 0 && !d.Fields.Has(model.FieldListed) {
			records[i] = records[i+1]
		}
	}
	return records
}
