package main

import (
	"embed"
	"fmt"
	"strings"

	"voxatlas/data/names"
)

//go:embed *.csv
var reviewedFiles embed.FS

// curatedData has the decisions of the CSV files beside this program. Maps are by
// alpha-2 code, unless they say otherwise.
type curatedData struct {
	shown       map[string]map[string]string   // by language
	alias       map[string]map[string][]string // by language
	misspelling map[string]map[string][]string // by language
	capital     map[string]map[string][]string // by language
	city        map[string]map[string][]string // by language
	drop        map[string][]string
	dial        map[string][]string
	reading     map[string][]string // of a Han character
	kana        []kanaReading
	demonym     map[string]map[string][]string // by language
	local       []localName
	divehi      map[string][]string // the usual name first
}

// kanaReading is the reading of a Japanese name. iso2 is empty where CLDR has the name.
type kanaReading struct{ iso2, name, kana string }

// localName is a name that CLDR does not have, and the reason to add it.
type localName struct{ iso2, locale, text, why string }

// kind returns the kind of spelling that l is.
func (l localName) kind() names.Kind {
	switch l.why {
	case "old name", "old formal", "part of it":
		return names.Former
	}
	return names.OtherLanguage
}

// readCurated reads the CSV files beside this program.
func readCurated() (*curatedData, error) {
	c := &curatedData{
		shown: map[string]map[string]string{"en": {}, "zh-TW": {}}, drop: map[string][]string{}, dial: map[string][]string{}, reading: map[string][]string{},
		alias:       map[string]map[string][]string{"en": {}, "zh-TW": {}},
		misspelling: map[string]map[string][]string{"en": {}, "zh-TW": {}},
		capital:     map[string]map[string][]string{"en": {}, "zh-TW": {}},
		city:        map[string]map[string][]string{"en": {}, "zh-TW": {}},
		demonym:     map[string]map[string][]string{"en": {}, "de": {}, "fr": {}, "es": {}, "it": {}, "pt": {}, "ru": {}},
		divehi:      map[string][]string{},
	}
	var bad []string
	for file, do := range map[string]func(map[string]string){
		"curated.csv": func(r map[string]string) {
			if err := c.addRow(r); err != nil {
				bad = append(bad, err.Error())
			}
		},
		"dial.csv": func(r map[string]string) { c.dial[r["iso2"]] = strings.Fields(r["codes"]) },
		"capitals.csv": func(r map[string]string) {
			for lang, of := range c.capital {
				of[r["iso2"]] = strings.Split(r[lang], ";")
			}
		},
		"demonyms.csv": func(r map[string]string) {
			for lang, of := range c.demonym {
				of[r["iso2"]] = strings.FieldsFunc(r[lang], func(r rune) bool { return r == ';' })
			}
		},
		"cities.csv": func(r map[string]string) {
			for lang, of := range c.city {
				of[r["iso2"]] = append(of[r["iso2"]], strings.Split(r[lang], ";")...)
			}
		},
		"local.csv": func(r map[string]string) {
			c.local = append(c.local, localName{r["iso2"], r["lang"], r["text"], r["why"]})
		},
		"divehi.csv":   func(r map[string]string) { c.divehi[r["iso2"]] = append(c.divehi[r["iso2"]], r["text"]) },
		"readings.csv": func(r map[string]string) { c.reading[r["han"]] = strings.Fields(r["pinyin"]) },
		"kana.csv":     func(r map[string]string) { c.kana = append(c.kana, kanaReading{r["iso2"], r["name"], r["reading"]}) },
	} {
		if err := eachRow(reviewedFiles, file, do); err != nil {
			return nil, err
		}
	}
	if bad != nil {
		return nil, fmt.Errorf("curated.csv: %s", strings.Join(bad, "; "))
	}
	return c, nil
}

// addRow adds a row of curated.csv.
func (c *curatedData) addRow(r map[string]string) error {
	code, lang, text := r["iso2"], r["lang"], r["text"]
	if c.shown[lang] == nil {
		return fmt.Errorf("%s: unknown language %q", code, lang)
	}
	switch r["kind"] {
	case "shown":
		c.shown[lang][code] = text
	case "alias":
		c.alias[lang][code] = append(c.alias[lang][code], text)
	case "misspelling":
		c.misspelling[lang][code] = append(c.misspelling[lang][code], text)
	case "drop":
		c.drop[code] = append(c.drop[code], text)
	default:
		return fmt.Errorf("%s: unknown kind %q", code, r["kind"])
	}
	return nil
}
