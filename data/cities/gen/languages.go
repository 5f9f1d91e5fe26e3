package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// widelyRead are languages with Latin letters of which every place has its name: most
// are the same as the English one and cost nothing.
const widelyRead = "de fr es it pt nl pl cs sv da fi hu ro hr tr vi id ca"

// otherScripts are widely read languages with other letters.
const otherScripts = "zh yue ja ko ru"

// The numbers of people from which a place has its names in the other scripts, and in
// all languages. They keep the table under 400 kB.
const (
	largeCity = 250_000
	megacity  = 4_000_000
)

// enough reports whether the table has the name of p in a language, as "zh_TW". own
// are the languages of its country.
func enough(p *place, lang string, own []string) bool {
	base, _, _ := strings.Cut(lang, "_")
	switch {
	case base == "en", slices.Contains(own, base), slices.Contains(strings.Fields(widelyRead), base):
		return true
	case slices.Contains(strings.Fields(otherScripts), base):
		return p.population >= largeCity || p.isCapital()
	}
	return p.population >= megacity
}

// minSpeakers is the percentage of the people of a country from which their language
// counts as one of the country, official or not.
const minSpeakers = 20

// readCountryLanguages returns the languages of each territory, by its code, from
// CLDR's territoryInfo: the official ones and those of many people.
func readCountryLanguages(core string) (map[string][]string, error) {
	var file struct {
		Supplemental struct {
			TerritoryInfo map[string]struct {
				LanguagePopulation map[string]struct {
					Percent  string `json:"_populationPercent"`
					Official string `json:"_officialStatus"`
				} `json:"languagePopulation"`
			} `json:"territoryInfo"`
		} `json:"supplemental"`
	}
	path := filepath.Join(core, "supplemental", "territoryInfo.json")
	if err := readJSON(path, &file); err != nil {
		return nil, err
	}
	all := map[string][]string{}
	for code, territory := range file.Supplemental.TerritoryInfo {
		for lang, spoken := range territory.LanguagePopulation {
			percent, err := strconv.ParseFloat(spoken.Percent, 64)
			if err != nil {
				return nil, fmt.Errorf("%s: %s: %s: %w", path, code, lang, err)
			}
			if base, _, _ := strings.Cut(lang, "_"); spoken.Official != "" || percent >= minSpeakers {
				all[code] = append(all[code], base)
			}
		}
	}
	return all, nil
}
