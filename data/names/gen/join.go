package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// territory is a line of the table. Names and ranks are in the order of tableLangs.
type territory struct {
	iso2, iso3, numeric string
	population          int
	dial, areas         []string
	names               []string
	ranks               []int
	aliases             []territoryAlias
}

type territoryAlias struct{ lang, text string }

// joinSources makes the lines of the table of all sources.
func joinSources(c *cldrData, f *printedNames, cur *curatedData) ([]*territory, error) {
	var rows []*territory
	for _, code := range c.codes {
		r := &territory{iso2: code, numeric: c.numeric[code], population: c.population[code], ranks: make([]int, len(tableLangs()))}
		var err error
		if r.iso3, err = alpha3Of(code); err != nil {
			return nil, err
		}
		if r.dial = cur.dial[code]; r.dial == nil {
			r.dial = draftCallingCodes(code)
		}
		r.areas = sharedAreaCodes(code)
		for _, l := range tableLangs() {
			name := shownName(code, l.tag, c, f, cur)
			if name == "" {
				return nil, fmt.Errorf("%s: no name in %s", code, l.tag)
			}
			r.names = append(r.names, name)
		}
		r.aliases = collectAliases(r, c, f, cur)
		rows = append(rows, r)
	}
	return rows, nil
}

// alpha3Of returns the ISO 3166-1 alpha-3 code of an alpha-2 code.
func alpha3Of(code string) (string, error) {
	if code == "XK" {
		return "XKX", nil // user-assigned: what the EU and the World Bank write; CLDR has XKK
	}
	region, err := language.ParseRegion(code)
	if err != nil {
		return "", fmt.Errorf("%s: %w", code, err)
	}
	return region.ISO3(), nil
}

// shownName returns the shown name of a territory in a language of the table.
func shownName(code, tag string, c *cldrData, f *printedNames, cur *curatedData) string {
	if s := cur.shown[tag][code]; s != "" {
		return s
	}
	if s := f.index[tag][code]; s != "" {
		return s
	}
	s := c.short[tag][code]
	if s == "" && len(c.names[tag][code]) > 0 {
		s = c.names[tag][code][0]
	}
	if tag == "en" { // as the index writes: Saint Lucia, Antigua and Barbuda
		s = strings.NewReplacer("St. ", "Saint ", " & ", " and ").Replace(s)
	}
	return unambiguousWidth(s)
}

// collectAliases returns the names of r that are not shown, each once.
func collectAliases(r *territory, c *cldrData, f *printedNames, cur *curatedData) []territoryAlias {
	var as []territoryAlias
	seen := append(slices.Clone(r.names), cur.drop[r.iso2]...)
	for _, l := range tableLangs() {
		all := slices.Concat([]string{f.index[l.tag][r.iso2]}, cur.alias[l.tag][r.iso2], c.names[l.tag][r.iso2], f.printed[l.tag][r.iso2])
		for _, s := range all {
			if s = unambiguousWidth(s); s != "" && !slices.Contains(seen, s) {
				seen = append(seen, s)
				as = append(as, territoryAlias{l.tag, s})
			}
		}
	}
	return as
}

// unambiguousWidth returns s in NFC without runes of ambiguous width, which take one
// cell in some terminals and two in others: typographic apostrophes become ', and a
// name with such a letter (é, ü) loses all its accents. The search ignores accents
// anyway.
func unambiguousWidth(s string) string {
	s = strings.ReplaceAll(norm.NFC.String(s), "’", "'")
	if !strings.ContainsFunc(s, func(r rune) bool { return width.LookupRune(r).Kind() == width.EastAsianAmbiguous }) {
		return s
	}
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	out, _, err := transform.String(t, s)
	if err != nil {
		return s
	}
	return out
}
