package importer

import (
	_ "embed" // of the city names
	"strings"

	"voxatlas/model"
)

// reviewedLang is the language of the reviewed names of cities: an edition has the
// names of its cities in English and in this one.
const reviewedLang model.Lang = "zh-TW"

// reviewedText has a line per city: CODE|ENGLISH AS PRINTED|ZH-TW, and for a
// misprint the corrected English name as a fourth field.
//
//go:embed cities.txt
var reviewedText string

// reviewedCities lists the cities of a country that have names reviewed by a
// person. A misprinted city is listed by its corrected name.
func reviewedCities(iso2 string) []model.City {
	var list []model.City
	for line := range strings.Lines(reviewedText) {
		fields := strings.Split(strings.TrimSpace(line), "|")
		if fields[0] != iso2 || len(fields) < 3 {
			continue
		}
		english, printed := fields[1], ""
		if len(fields) == 4 {
			english, printed = fields[3], fields[1]
		}
		list = append(list, model.City{
			Names:   model.NamesOf(map[model.Lang]string{model.English: english, reviewedLang: fields[2]}),
			Printed: printed,
		})
	}
	return list
}
