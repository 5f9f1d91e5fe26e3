package data

import (
	"slices"

	"voxatlas/model"
)

// editionDifferences are the differences between an edition and the one before it.
type editionDifferences struct {
	date      string // of the edition
	countries []countryDifference
}

// countryDifference is a country that differs.
type countryDifference struct {
	iso2 string
	model.Difference
}

// DifferencesFrom returns a function that tells, from a table, how the country with an ISO
// 3166-1 code in the embedded edition of the date to differs from that of the date from. It
// is nil unless the one follows the other. A country that left differs in whether it is
// listed.
func DifferencesFrom(from, to string) func(iso2 string) model.Difference {
	dates := Editions()
	i := slices.Index(dates, to)
	if i < 1 || dates[i-1] != from {
		return nil
	}
	for _, t := range differenceTable {
		if t.date == to {
			return t.of
		}
	}
	return nil
}

// of returns how a country differs.
func (t editionDifferences) of(iso2 string) model.Difference {
	for i := range t.countries { // 45 at most
		if t.countries[i].iso2 == iso2 {
			return t.countries[i].Difference
		}
	}
	return model.Difference{}
}
