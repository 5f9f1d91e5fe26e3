package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"voxatlas/data/names"
	"voxatlas/data/names/fold"
)

// sampleLocales are the locales of the sample: widely read, in many scripts.
const sampleLocales = "en de fr es it pt nl pl tr vi ru ar ja ko zh zh-Hant"

// zoneCountries has the countries of time zones with a key that begins with another
// code: those of a territory before it had a code of its own.
func zoneCountries() map[string]string {
	return map[string]string{"ancur": "CW", "fimhq": "AX", "gpmsb": "MF", "gpsbh": "BL"}
}

// leftOut are names of a place that mean another one at least as often: a country, or
// a larger city. The sample lacks them.
const leftOut = "|SS Cuba|DM 多米尼加|KI Canton|KI Kanton|KI Ilha de Canton|NF Norfolk|VC São Vicente|PM Saint-Pierre|"

const sampleHeader = `# Cities and regions that name the world's time zones, to test the table with names that
# it was not made from. Written by data/cities/gen -sample.
#
# Source: exemplar cities of Unicode CLDR, npm packages cldr-dates-full and cldr-bcp47
# 48.2.0, licence Unicode-3.0 (data/names/UNICODE-LICENSE.txt). Left out are eight
# names that mean a country or a larger city elsewhere at least as often, as Cuba does,
# the Turkish name of Juba.
#
# A line: the code of the country, the time zone, the names in
# %s.
`

// writeSample writes the names of time zones' cities: a list that tests the table and
// is made without GeoNames.
func writeSample(npm, file string) error {
	var zones struct {
		Keyword struct {
			U struct {
				TZ map[string]json.RawMessage `json:"tz"`
			} `json:"u"`
		} `json:"keyword"`
	}
	if err := readJSON(filepath.Join(npm, "cldr-bcp47-48.2.0", "package", "bcp47", "timezone.json"), &zones); err != nil {
		return err
	}
	texts := map[string][]string{} // by time zone
	for locale := range strings.FieldsSeq(sampleLocales) {
		if err := readExemplarCities(npm, locale, texts); err != nil {
			return err
		}
	}
	countries := zoneCountries()
	var lines []string
	for key, raw := range zones.Keyword.U.TZ {
		var zone struct {
			Alias string `json:"_alias"`
		}
		iso2 := cmp.Or(countries[key], strings.ToUpper(key[:2])) // twtpe is Asia/Taipei
		if _, ok := names.Of(iso2); !ok || len(key) != 5 || json.Unmarshal(raw, &zone) != nil {
			continue
		}
		for alias := range strings.FieldsSeq(zone.Alias) {
			if found := texts[alias]; found != nil {
				english := strings.ReplaceAll(alias[strings.LastIndexByte(alias, '/')+1:], "_", " ")
				if !hasName(found, english) {
					found = append([]string{english}, found...)
				}
				found = slices.DeleteFunc(found, func(s string) bool { return strings.Contains(leftOut, "|"+iso2+" "+s+"|") })
				lines = append(lines, fmt.Sprintf("%s %s %s\n", iso2, alias, strings.Join(found, "|")))
			}
		}
	}
	slices.Sort(lines)
	return os.WriteFile(file, []byte(fmt.Sprintf(sampleHeader, sampleLocales)+strings.Join(lines, "")), 0o644)
}

// readExemplarCities adds the names of the cities of all time zones in a locale to
// texts, those with a new key.
func readExemplarCities(npm, locale string, texts map[string][]string) error {
	var file struct {
		Main map[string]struct {
			Dates struct {
				TimeZoneNames struct {
					Zone map[string]any `json:"zone"`
				} `json:"timeZoneNames"`
			} `json:"dates"`
		} `json:"main"`
	}
	err := readJSON(filepath.Join(npm, "cldr-dates-full-48.2.0", "package", "main", locale, "timeZoneNames.json"), &file)
	if err != nil {
		return err
	}
	var add func(zone string, of map[string]any)
	add = func(zone string, of map[string]any) {
		for part, value := range of {
			switch v := value.(type) {
			case map[string]any:
				add(strings.TrimPrefix(zone+"/"+part, "/"), v)
			case string:
				if part == "exemplarCity" && !hasName(texts[zone], v) && !strings.ContainsAny(v, "|\n") {
					texts[zone] = append(texts[zone], v)
				}
			}
		}
	}
	add("", file.Main[locale].Dates.TimeZoneNames.Zone)
	return nil
}

// hasName reports whether one of texts has the key of s.
func hasName(texts []string, s string) bool {
	key := fold.Of(s).Text()
	return slices.ContainsFunc(texts, func(t string) bool { return fold.Of(t).Text() == key })
}

// readJSON decodes a JSON file into v.
func readJSON(path string, v any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
