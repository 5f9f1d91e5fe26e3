package library

import (
	"slices"

	"voxatlas/data"
	"voxatlas/model"
)

// Versions returns the record of c in every edition, the oldest first. c is a country of
// any of them. Of embedded editions older than the newest it reads that country alone.
func (l *Library) Versions(c *model.Country) []model.Version {
	var embedded []*model.Country
	dates := data.Editions()
	if c != nil {
		embedded = data.CountryInEditions(c.ISO2())
	}
	var versions []model.Version
	for _, e := range l.Editions() {
		v := model.Version{Date: e.Date, Own: e.Own}
		i := slices.Index(dates, e.Date)
		switch {
		case c == nil:
		case e.Own || e.Fetched || i < 0 || e.Date == data.Newest():
			v.Country = e.Atlas().Counterpart(c)
		default:
			v.Country = embedded[i]
		}
		versions = append(versions, v)
	}
	return versions
}
