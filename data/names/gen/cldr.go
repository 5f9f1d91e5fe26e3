package main

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// tableLangs are the languages of the table.
func tableLangs() []tableLang {
	return []tableLang{
		{"en", "en", "en"},
		{"zh-TW", "zh-Hant", "zh-Hant-TW-u-co-stroke"},
	}
}

// tableLang is a language of the table: its tag, CLDR's locale, and the tag that sorts it.
type tableLang struct{ tag, cldr, collation string }

// cldrData has the facts of the CLDR packages.
type cldrData struct {
	version    string
	codes      []string
	locales    []string                       // those that name territories, the most read first
	names      map[string]map[string][]string // by locale and territory, the usual one first
	short      map[string]map[string]string   // which of them is the short one
	languages  map[string]map[string]string   // names of locales, by table language
	older      []olderName                    // spellings of older editions
	numeric    map[string]string
	population map[string]int
}

// notCountries are two-letter codes of CLDR that are no country or region of ISO
// 3166-1: reserved for parts of one, for unions, and for tests.
const notCountries = " AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ "

// readFirst are the locales that are read first: of two with one spelling, the first is
// named as its source.
const readFirst = "en zh-Hant zh-Hant-HK zh yue ja ko de fr es pt it ru nl pl tr vi th id ms ar he hi uk cs sk hu ro bg sr hr sl el sv da nb nn fi et lv lt is ga cy fa ur bn ta te ml kn mr gu pa my km lo ka hy az kk uz mn sw"

// readCLDR reads the packages cldr-localenames-full and cldr-core.
func readCLDR(names, core string) (*cldrData, error) {
	c := &cldrData{
		codes: []string{"AN"}, names: map[string]map[string][]string{}, short: map[string]map[string]string{},
		languages: map[string]map[string]string{}, numeric: map[string]string{}, population: map[string]int{},
	}
	var pkg struct{ Version string }
	if err := readJSON(filepath.Join(names, "package.json"), &pkg); err != nil {
		return nil, err
	}
	c.version = pkg.Version
	files, err := filepath.Glob(filepath.Join(names, "main", "*", "territories.json"))
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if err := c.readTerritories(f); err != nil {
			return nil, err
		}
	}
	slices.Sort(c.codes)
	for _, l := range tableLangs() { // by their tags, too
		c.names[l.tag], c.short[l.tag] = c.names[l.cldr], c.short[l.cldr]
	}
	first := strings.Fields(readFirst)
	slices.SortStableFunc(c.locales, func(a, b string) int { return indexOrEnd(first, a) - indexOrEnd(first, b) })
	if err := c.readLanguages(names); err != nil {
		return nil, err
	}
	return c, c.readCore(core)
}

// indexOrEnd returns the position of s in list, the length of list when it is missing.
func indexOrEnd(list []string, s string) int {
	if i := slices.Index(list, s); i >= 0 {
		return i
	}
	return len(list)
}

// readTerritories reads the names of territories in a locale.
func (c *cldrData) readTerritories(file string) error {
	var doc struct {
		Main map[string]struct {
			LocaleDisplayNames struct{ Territories map[string]string }
		}
	}
	if err := readJSON(file, &doc); err != nil {
		return err
	}
	locale := filepath.Base(filepath.Dir(file))
	if locale == "tok" {
		return nil // Toki Pona: every name is "ma" and what it sounds like
	}
	texts := doc.Main[locale].LocaleDisplayNames.Territories
	names, short := map[string][]string{}, map[string]string{}
	for _, key := range sortedKeys(texts) { // "TR" comes before "TR-alt-variant"
		code, form, _ := strings.Cut(key, "-")
		if len(code) != 2 || strings.Contains(notCountries, " "+code+" ") || texts[key] == code || strings.HasSuffix(texts[key], "-variant") {
			continue
		}
		names[code] = append(names[code], texts[key])
		if form == "alt-short" {
			short[code] = texts[key]
		}
		if locale == "en" && !slices.Contains(c.codes, code) {
			c.codes = append(c.codes, code)
		}
	}
	c.locales = append(c.locales, locale)
	c.names[locale], c.short[locale] = names, short
	return nil
}

// readLanguages reads the names of languages in the languages of the table.
func (c *cldrData) readLanguages(dir string) error {
	for _, l := range tableLangs() {
		var doc struct {
			Main map[string]struct {
				LocaleDisplayNames struct{ Languages map[string]string }
			}
		}
		if err := readJSON(filepath.Join(dir, "main", l.cldr, "languages.json"), &doc); err != nil {
			return err
		}
		c.languages[l.tag] = doc.Main[l.cldr].LocaleDisplayNames.Languages
	}
	return nil
}

// readCore reads numeric codes and populations.
func (c *cldrData) readCore(dir string) error {
	var codes struct {
		Supplemental struct {
			CodeMappings map[string]struct {
				Numeric string `json:"_numeric"`
			}
		}
	}
	if err := readJSON(filepath.Join(dir, "supplemental", "codeMappings.json"), &codes); err != nil {
		return err
	}
	var info struct {
		Supplemental struct {
			TerritoryInfo map[string]struct {
				Population string `json:"_population"`
			}
		}
	}
	if err := readJSON(filepath.Join(dir, "supplemental", "territoryInfo.json"), &info); err != nil {
		return err
	}
	for _, code := range c.codes {
		c.numeric[code] = codes.Supplemental.CodeMappings[code].Numeric
		c.population[code], _ = strconv.Atoi(info.Supplemental.TerritoryInfo[code].Population) // none: 0
	}
	return nil
}
