package main

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"

	"voxatlas/data/names"
	"voxatlas/data/names/fold"
)

// collectSpellings returns all spellings. Names come first, so that a reading that is
// also a name counts as a name.
func collectSpellings(rows []*territory, c *cldrData, f *printedNames, cur *curatedData, cities string) (*spellingSet, error) {
	s := newSpellingSet(rows)
	for _, locale := range c.locales {
		for _, code := range c.codes {
			for _, name := range c.names[locale][code] {
				s.addSpelling(names.OtherLanguage, locale, code, name)
				s.addSpelling(names.OtherLanguage, locale, code, writeUmlauts(locale, name))
				s.addSpelling(names.OtherLanguage, locale, code, writeIslands(name))
			}
		}
	}
	for _, l := range cur.local {
		s.addSpelling(l.kind(), l.locale, l.iso2, l.text)
		if l.why == "common" { // to be read, too
			c.names[l.locale][l.iso2] = append(c.names[l.locale][l.iso2], l.text)
		}
	}
	s.addByPlace(names.OtherLanguage, "dv", cur.divehi)
	c.names["dv"] = cur.divehi
	s.addPrinted(f)
	s.addOlder(c.older, c.codes)
	for lang, of := range cur.misspelling {
		s.addByPlace(names.Misspelling, lang, of)
	}
	for lang, of := range cur.capital {
		s.addByPlace(names.Capital, lang, of)
	}
	for lang, of := range cur.city {
		s.addByPlace(names.City, lang, of)
	}
	if err := s.addCities(c, cities); err != nil {
		return nil, err
	}
	if err := s.addChinese(rows, c, cur); err != nil {
		return nil, err
	}
	if err := s.addJapanese(c, cur); err != nil {
		return nil, err
	}
	for _, code := range c.codes {
		for _, name := range c.names["ko"][code] {
			s.addSpelling(names.Choseong, "ko", code, name)
			s.addSpelling(names.Romanized, "ko", code, romanizeKorean(name))
		}
		for _, locale := range []string{"ru", "uk", "be", "bg", "mk", "kk", "ky", "mn"} {
			for _, name := range c.names[locale][code] {
				for _, latin := range romanizeCyrillic(name, locale) {
					if len(latin) > maxAbbreviation {
						s.addSpelling(names.Romanized, locale, code, latin)
					}
				}
			}
		}
	}
	for _, lang := range sortedKeys(cur.demonym) {
		for _, code := range sortedKeys(cur.demonym[lang]) {
			for _, text := range cur.demonym[lang][code] {
				s.addSpelling(names.Demonym, lang, code, text)
				s.addSpelling(names.Demonym, lang, code, writeUmlauts(lang, text))
			}
		}
	}
	s.markVariants(c)
	return s, nil
}

// maxAbbreviation is the length up to which a name is an abbreviation, which nobody
// writes in another script.
const maxAbbreviation = 3

// addByPlace adds texts by alpha-2 code.
func (s *spellingSet) addByPlace(kind names.Kind, lang string, of map[string][]string) {
	for _, code := range sortedKeys(of) {
		for _, text := range of[code] {
			s.addSpelling(kind, lang, code, text)
			s.addSpelling(kind, lang, code, swapSaint(text))
		}
	}
}

// writeUmlauts writes ae for ä, and so on, in the languages that do so where they lack
// the letters.
func writeUmlauts(locale, name string) string {
	base, _, _ := strings.Cut(locale, "-")
	if !slices.Contains([]string{"de", "gsw", "sv", "da", "nb", "nn", "fi", "et", "is", "fo"}, base) {
		return name
	}
	return strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "Å", "Aa", "Ø", "Oe").Replace(name)
}

// writeIslands writes out the abbreviated islands of Russian names.
func writeIslands(name string) string {
	return strings.NewReplacer("о-ва", "острова", "о-в", "остров").Replace(name)
}

// swapSaint abbreviates the Saint of a name, or writes it out.
func swapSaint(name string) string {
	if strings.Contains(name, "Saint") {
		return strings.NewReplacer("Saint-", "St. ", "Saint ", "St. ").Replace(name)
	}
	return strings.ReplaceAll(name, "St. ", "Saint ")
}

// nameOwners has the place of each name by its key, "several" for a name of several places.
type nameOwners map[string]string

// ownersOfNames returns the places of all names in any language.
func (s *spellingSet) ownersOfNames() nameOwners {
	owners := nameOwners{}
	for at, old := range s.lines {
		if old.order < 0 || old.Kind == names.OtherLanguage {
			if owners[at.key] != "" && owners[at.key] != at.iso2 {
				owners[at.key] = "several"
				continue
			}
			owners[at.key] = at.iso2
		}
	}
	return owners
}

// of returns the place of a name, "" for none.
func (o nameOwners) of(name string) string { return o[fold.Of(name).Text()] }

// addPrinted adds the names of Microsoft's pages, which machines translated: a name
// that belongs to another place in any language is reported and left out.
func (s *spellingSet) addPrinted(f *printedNames) {
	owners := s.ownersOfNames()
	for _, tag := range sortedKeys(f.printed) {
		for _, code := range sortedKeys(f.printed[tag]) {
			for _, name := range f.printed[tag][code] {
				if owner := owners.of(name); owner == "" || owner == code {
					s.addSpelling(names.OtherLanguage, tag, code, name)
				} else {
					fmt.Fprintf(os.Stderr, "%s: %s printed in %s is %s\n", code, name, tag, owner)
				}
			}
		}
	}
}

// addCities adds the cities that have numbers, from a file of lines ISO2|en|zh-TW.
func (s *spellingSet) addCities(c *cldrData, file string) error {
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // only read from
	for scanner := bufio.NewScanner(in); scanner.Scan(); {
		if strings.HasPrefix(scanner.Text(), "#") || scanner.Text() == "" {
			continue
		}
		fields := strings.Split(scanner.Text(), "|")
		if len(fields) < 3 || !slices.Contains(c.codes, fields[0]) {
			return fmt.Errorf("%s: %q is no city of a country", file, scanner.Text())
		}
		for i, lang := range []string{"en", "zh-TW"} {
			kind, split := names.City, splitCity(fields[i+1])
			if len(split) > 1 {
				kind = names.CityRegion
			}
			for _, part := range split {
				s.addSpelling(kind, lang, fields[0], part)
				s.addSpelling(kind, lang, fields[0], swapSaint(part))
			}
		}
	}
	return nil
}

// splitCity splits a city and the region before or behind it: "Oregon, Portland",
// "Teesside (Middlesbrough)", "亞利桑那州鳳凰城".
func splitCity(city string) []string {
	marks := strings.NewReplacer(", ", "|", " (", "|", "（", "|", ")", "|", "）", "|", "州", "州|", "特區", "特區|")
	return strings.FieldsFunc(marks.Replace(city), func(r rune) bool { return r == '|' })
}

// addChinese adds the readings of Chinese names: zhuyin for those of Taiwan, pinyin for
// those of all Chinese locales.
func (s *spellingSet) addChinese(rows []*territory, c *cldrData, cur *curatedData) error {
	for _, r := range rows {
		taiwan := []string{r.names[1]}
		for _, a := range r.aliases {
			if a.lang == "zh-TW" {
				taiwan = append(taiwan, a.text)
			}
		}
		all := slices.Concat(taiwan, c.names["zh-Hant"][r.iso2], c.names["zh"][r.iso2], c.names["zh-Hant-HK"][r.iso2])
		for i, name := range all {
			variant := i > 0 && name != c.usualName("zh", r.iso2)
			ways, err := cur.chineseReadings(name)
			if err != nil {
				return err
			}
			for _, syllables := range ways {
				var latin, local []string
				for _, syllable := range syllables {
					z, err := zhuyinOf(syllable)
					if err != nil {
						return fmt.Errorf("%s: %w", name, err)
					}
					latin, local = append(latin, markTone(syllable)), append(local, z)
				}
				spelled := strings.Join(latin, " ")
				s.add(names.Spelling{ISO2: r.iso2, Kind: names.Pinyin, Lang: "zh", Text: spelled, Variant: variant})
				s.add(names.Spelling{ISO2: r.iso2, Kind: names.Pinyin, Lang: "zh", Text: strings.NewReplacer("ü", "v", "u\u0308", "v").Replace(spelled), Variant: variant})
				if len(syllables) > 1 {
					s.add(names.Spelling{ISO2: r.iso2, Kind: names.Initials, Lang: "zh", Text: spelled, Variant: variant})
				}
				if i < len(taiwan)+len(c.names["zh-Hant"][r.iso2]) {
					s.add(names.Spelling{ISO2: r.iso2, Kind: names.Zhuyin, Lang: "zh-TW", Text: strings.Join(local, " "), Variant: variant})
				}
			}
		}
	}
	return nil
}

// addJapanese adds the readings of Japanese names.
func (s *spellingSet) addJapanese(c *cldrData, cur *curatedData) error {
	of := map[string][]string{}
	for _, k := range cur.kana {
		of[k.name] = append(of[k.name], k.kana)
		if k.iso2 != "" {
			s.addSpelling(names.OtherLanguage, "ja", k.iso2, k.name)
			s.addKana(k.iso2, k.kana)
		}
	}
	for _, code := range c.codes {
		for _, name := range c.names["ja"][code] {
			switch {
			case of[name] != nil:
				for _, k := range of[name] {
					s.addKana(code, k)
				}
			case isKana(name):
				s.addKana(code, name)
			case !cur.isLocalName(code, name):
				return fmt.Errorf("%s: no reading; say it in kana.csv", name)
			}
		}
	}
	return nil
}

// isLocalName reports whether a name is one of local.csv, which need no reading.
func (c *curatedData) isLocalName(code, name string) bool {
	return slices.ContainsFunc(c.local, func(l localName) bool { return l.iso2 == code && l.text == name })
}

// addKana adds a reading in kana, and in Latin letters.
func (s *spellingSet) addKana(code, reading string) {
	s.addSpelling(names.Kana, "ja", code, reading)
	for _, latin := range romajiOf(reading) {
		s.addSpelling(names.Romaji, "ja", code, latin)
	}
}
