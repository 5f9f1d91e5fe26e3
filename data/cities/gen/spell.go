package main

import (
	"bufio"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// name is a name of a place, with its language as "zh_TW"; "" for GeoNames' own.
type name struct{ lang, text string }

// spell returns the spellings of a name of a place, the best first. Two that have the
// same key may be among them.
func (n name) spell(p *place, han *hanTable) []string {
	var all []string
	for _, s := range splitNames(n.text) {
		s = withoutEnding(p, n.lang, s)
		if ending := latinEndings[p.iso2]; ending != nil {
			all = append(all, ending.ReplaceAllString(s, ""))
		}
		all = append(all, s, swapSaint(s), writeUmlauts(n.lang, p.iso2, s))
		if base, _, _ := strings.Cut(n.lang, "_"); base == "zh" || base == "yue" {
			all = append(all, han.simplified(s))
			if slices.Contains([]string{"CN", "HK", "MO", "TW"}, p.iso2) {
				all = append(all, han.traditional(s))
			}
		}
	}
	return all
}

// splitNames splits a name that holds several: "Donostia / San Sebastián" is both,
// "Halle (Saale)" and "Washington, D.C." are also Halle and Washington.
func splitNames(s string) []string {
	all := strings.Split(s, " / ")
	if before, _, ok := strings.Cut(s, " ("); ok {
		all = append(all, before)
	}
	if before, _, ok := strings.Cut(s, ", "); ok {
		all = append(all, before)
	}
	return all
}

// The endings that say city. Names in Latin letters are in the table with and without
// them, in some countries only: Benin City is not Benin.
var (
	hanEnding    = regexp.MustCompile(`(特別市|特别市|廣域市|广域市|広域市|市)$`)
	koreanEnding = regexp.MustCompile(`(특별시|광역시| ?시)$`)
	latinEndings = map[string]*regexp.Regexp{
		"JP": regexp.MustCompile(`[ -][Ss]hi$`),
		"KR": regexp.MustCompile(`([ -][Ss]i| City)$`),
		"CN": regexp.MustCompile(`( [Ss]hi| City)$`),
		"TW": regexp.MustCompile(` City$`),
		"PH": regexp.MustCompile(` City$`),
		"ID": regexp.MustCompile(` City$`),
	}
)

// withoutEnding leaves off a Han or Korean ending that says city, which [cities.Lookup]
// leaves off a query, too. A Han name of two characters keeps it, and a transcription
// that only sounds like it: 포토시 is Potosí.
func withoutEnding(p *place, lang, s string) string {
	stem := s
	switch {
	case p.iso2 == "JP" && s == "東京都":
		stem = "東京"
	case hanEnding.MatchString(s):
		stem = hanEnding.ReplaceAllString(s, "")
	case lang == "ko" && (p.iso2 == "KR" || strings.HasSuffix(s, " 시")):
		stem = koreanEnding.ReplaceAllString(s, "")
	}
	if utf8.RuneCountInString(stem) < 2 || isCountryName(stem) {
		return s
	}
	return stem
}

// swapSaint abbreviates the Saint of a name, or writes it out.
func swapSaint(s string) string {
	if strings.HasPrefix(s, "Saint ") || strings.HasPrefix(s, "Saint-") {
		return "St. " + s[len("Saint "):]
	}
	if rest, ok := strings.CutPrefix(s, "St. "); ok {
		return "Saint " + rest
	}
	return s
}

// writeUmlauts writes ae for ä, and so on, in the names of countries that do so where
// they lack the letters.
func writeUmlauts(lang, iso2, s string) string {
	if !slices.Contains([]string{"DE", "AT", "CH", "LI", "SE", "DK", "NO", "FI", "IS", "EE"}, iso2) || lang != "" && lang != "de" && lang != "sv" && lang != "da" {
		return s
	}
	return strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "Å", "Aa", "Ø", "Oe").Replace(s)
}

// hanTable maps Han characters to their simplified and traditional forms.
type hanTable struct{ toSimplified, toTraditional map[rune]rune }

// readHan reads OpenCC's tables of characters. Of several forms it takes the first.
func readHan(dir string) (*hanTable, error) {
	read := func(file string) (map[rune]rune, error) {
		in, err := os.Open(filepath.Join(dir, file))
		if err != nil {
			return nil, err
		}
		defer in.Close() //nolint:errcheck // only read from
		table := map[rune]rune{}
		scanner := bufio.NewScanner(in)
		for scanner.Scan() {
			if f := strings.Fields(scanner.Text()); len(f) > 1 {
				from, _ := utf8.DecodeRuneInString(f[0])
				table[from], _ = utf8.DecodeRuneInString(f[1])
			}
		}
		return table, scanner.Err()
	}
	ts, err := read("TSCharacters.txt")
	if err != nil {
		return nil, err
	}
	st, err := read("STCharacters.txt")
	return &hanTable{ts, st}, err
}

func (h *hanTable) simplified(s string) string  { return mapRunes(h.toSimplified, s) }
func (h *hanTable) traditional(s string) string { return mapRunes(h.toTraditional, s) }

// mapRunes replaces the runes of s that table has.
func mapRunes(table map[rune]rune, s string) string {
	return strings.Map(func(r rune) rune {
		if to, ok := table[r]; ok {
			return to
		}
		return r
	}, s)
}

// isHanText reports whether s has Han characters only, and blanks.
func isHanText(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r != ' ' && !unicode.Is(unicode.Han, r) })
}
