package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"voxatlas/model"
)

// translatedLocales returns the locales of translations.txt: those of readFirst that are
// not in the table.
func translatedLocales() []string {
	return slices.DeleteFunc(strings.Fields(readFirst), func(tag string) bool {
		return slices.ContainsFunc(tableLangs(), func(l tableLang) bool { return l.cldr == tag })
	})
}

// writeTranslations writes a line per territory and language, sorted: the code, the
// language, the rank, the name.
//
//	DE fr 4 Allemagne
//
// The name is the usual one. The rank is its position among all names of the language, in
// the order of a dictionary. A name with a rune that the program may not show is left out,
// and the English one shown.
func writeTranslations(rows []*territory, c *cldrData, file string) error {
	var lines []string
	for _, locale := range translatedLocales() {
		order := collate.New(language.MustParse(locale))
		type named struct{ iso2, name string }
		var all []named
		for _, r := range rows {
			name := c.usualName(locale, r.iso2)
			if name == "" || !model.IsPrintable(name) {
				name = r.names[0]
			}
			all = append(all, named{r.iso2, name})
		}
		slices.SortStableFunc(all, func(a, b named) int {
			return cmp.Or(order.CompareString(a.name, b.name), strings.Compare(a.iso2, b.iso2))
		})
		for rank, n := range all {
			lines = append(lines, fmt.Sprintf("%s %s %d %s\n", n.iso2, locale, rank, n.name))
		}
	}
	slices.SortFunc(lines, func(a, b string) int {
		af, bf := strings.Fields(a), strings.Fields(b)
		return cmp.Or(strings.Compare(af[0], bf[0]), strings.Compare(af[1], bf[1]))
	})
	return os.WriteFile(file, []byte(strings.Join(lines, "")), 0o644)
}

// usualName returns the name that people use in a language: CLDR's short one, unless that
// is an abbreviation as those of US and GB are, else its first; "" if it has none.
func (c *cldrData) usualName(locale, iso2 string) string {
	name := c.short[locale][iso2]
	if (name == "" || iso2 == "US" || iso2 == "GB") && len(c.names[locale][iso2]) > 0 {
		name = c.names[locale][iso2][0]
	}
	return norm.NFC.String(name)
}
