package library

import "voxatlas/model"

// Versions returns the record of c in every edition, the oldest first. c is a country of
// any of them.
func (l *Library) Versions(c *model.Country) []model.Version {
	var versions []model.Version
	for _, e := range l.Editions() {
		versions = append(versions, model.Version{Date: e.Date, Own: e.Own, Country: e.Atlas().Counterpart(c)})
	}
	return versions
}
