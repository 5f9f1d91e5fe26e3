package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"voxatlas/data/names"
)

// olderEditions are versions of CLDR in which some names are spelt as they no longer are
// in the present one. Programs and pages still have these spellings.
var olderEditions = [...]string{"43.1.0", "37.0.0", "35.1.0", "31.0.1", "29.0.0"}

// olderLocales are the locales of which older spellings are read: those that many people
// read, and those in which they changed most.
const olderLocales = " en zh-Hant zh-Hant-HK zh yue ja ko de fr es pt it ru nl pl tr vi th id ms ar he hi uk cs sk hu ro bg sr hr sl el sv da nb nn fi et lv lt is" +
	" fa bn ta te ml my km lo ka hy kk sq gl ca eu be mk bs dz ckb "

// remote lists the codes of places without inhabitants. Their older names are left out.
const remote = " AQ BV GS HM IO SJ TF UM "

// olderName is the name of a territory in an older edition of CLDR.
type olderName struct{ locale, iso2, text string }

// readOlder reads the older editions, the newest first.
func readOlder(npm string) ([]olderName, error) {
	var all []olderName
	for _, version := range olderEditions {
		older := &cldrData{names: map[string]map[string][]string{}, short: map[string]map[string]string{}}
		folder := filepath.Join(npm, "cldr-localenames-full-"+version, "package", "main")
		files, _ := filepath.Glob(filepath.Join(folder, "*", "territories.json"))
		if len(files) == 0 {
			return nil, fmt.Errorf("%s: no territories.json", folder)
		}
		for _, file := range files {
			locale := filepath.Base(filepath.Dir(file))
			if !strings.Contains(olderLocales, " "+locale+" ") {
				continue
			}
			if err := older.readTerritories(file); err != nil {
				return nil, err
			}
			for _, code := range sortedKeys(older.names[locale]) {
				for _, text := range older.names[locale][code] {
					text = strings.Trim(text, "\u200e\u200f") // marks of the direction of writing
					all = append(all, olderName{locale, code, text})
				}
			}
		}
	}
	return all, nil
}

// addOlder adds spellings of older editions of CLDR, but for those that belong to another
// place today.
func (s *spellingSet) addOlder(all []olderName, codes []string) {
	owners := s.ownersOfNames()
	for _, n := range all {
		if owner := owners.of(n.text); (owner == "" || owner == n.iso2) && !strings.Contains(remote, " "+n.iso2+" ") && slices.Contains(codes, n.iso2) {
			s.addSpelling(names.OtherLanguage, n.locale, n.iso2, n.text)
		}
	}
}
