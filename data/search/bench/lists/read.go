package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// nameList has the ISO 3166-1 alpha-2 codes of the places that a name belongs to.
type nameList map[string][]string

func (l nameList) addName(name, iso2 string) {
	if iso2 = strings.ToUpper(iso2); name != "" && !slices.Contains(l[name], iso2) {
		l[name] = append(l[name], iso2)
	}
}

// lists has the names of each list by its language.
type lists map[string]map[string]nameList

func (l lists) addToList(title, lang, name, iso2 string) {
	if l[title] == nil {
		l[title] = map[string]nameList{}
	}
	if l[title][lang] == nil {
		l[title][lang] = nameList{}
	}
	l[title][lang].addName(name, iso2)
}

// readLists reads the packages in the folder npm. The names of a list are those for
// everyday use; official names are a list of their own.
func readLists(npm string) (lists, error) {
	all := lists{}
	for _, read := range []func(string, lists) error{readWorldCountries, readI18nISO, readWorldLists} {
		if err := read(npm, all); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// readJSON reads a file of one package, the newest if there are several versions.
func readJSON(npm, pkg, file string, v any) error {
	found, err := filepath.Glob(filepath.Join(npm, pkg, "package", file))
	if err != nil || len(found) == 0 {
		return fmt.Errorf("%s has no %s: npm pack it", filepath.Join(npm, pkg), file)
	}
	text, err := os.ReadFile(found[len(found)-1])
	if err != nil {
		return err
	}
	return json.Unmarshal(text, v)
}

// readWorldCountries reads mledoze/countries.
func readWorldCountries(npm string, all lists) error {
	type name struct{ Common, Official string }
	var countries []struct {
		Name struct {
			name
			Native map[string]name
		}
		CCA2         string
		Translations map[string]name
		AltSpellings []string
	}
	if err := readJSON(npm, "world-countries-*", "countries.json", &countries); err != nil {
		return err
	}
	const title = "mledoze/countries"
	for _, c := range countries {
		all.addToList(title, "eng", c.Name.Common, c.CCA2)
		all.addToList(title+" official", "eng", c.Name.Official, c.CCA2)
		for _, of := range []map[string]name{c.Translations, c.Name.Native} {
			for lang, n := range of {
				all.addToList(title, lang, n.Common, c.CCA2)
				all.addToList(title+" official", lang, n.Official, c.CCA2)
			}
		}
		for _, spelling := range c.AltSpellings {
			all.addToList(title+" other spellings", "-", spelling, c.CCA2)
		}
	}
	return nil
}

// readI18nISO reads i18n-iso-countries, in which a name is a text or a list of texts.
func readI18nISO(npm string, all lists) error {
	const pkg = "i18n-iso-countries-*"
	var locales []string
	if err := readJSON(npm, pkg, "supportedLocales.json", &locales); err != nil {
		return err
	}
	for _, lang := range locales {
		var doc struct{ Countries map[string]any }
		if err := readJSON(npm, pkg, "langs/"+lang+".json", &doc); err != nil {
			return err
		}
		for iso2, text := range doc.Countries {
			switch text := text.(type) {
			case string:
				all.addToList("i18n-iso-countries", lang, text, iso2)
			case []any:
				for _, t := range text {
					all.addToList("i18n-iso-countries", lang, fmt.Sprint(t), iso2)
				}
			}
		}
	}
	return nil
}

// readWorldLists reads stefangabos/world_countries.
func readWorldLists(npm string, all lists) error {
	const pkg = "world_countries_lists-*"
	found, err := filepath.Glob(filepath.Join(npm, pkg, "package/data/countries/*/world.json"))
	if err != nil {
		return err
	}
	for _, file := range found {
		lang := filepath.Base(filepath.Dir(file))
		var countries []struct{ Alpha2, Name string }
		if err := readJSON(npm, pkg, "data/countries/"+lang+"/world.json", &countries); err != nil {
			return err
		}
		for _, c := range countries {
			if lang != "_combined" {
				all.addToList("stefangabos/world_countries", lang, c.Name, c.Alpha2)
			}
		}
	}
	return nil
}
