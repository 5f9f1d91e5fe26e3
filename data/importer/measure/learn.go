package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"voxatlas/data/importer"
	"voxatlas/model"
)

// learned holds the English names of a printed name, by language and country, as
// "de-DE FR".
type learned map[string]map[string]map[string]bool

// learn prints the names of cities in the folders of June 2020 with the English names of
// their originals, in the form of data/importer/learned.txt.
func learn(folders []string, truth truths) error {
	names := learned{}
	for _, folder := range folders {
		lang, ok := strings.CutSuffix(filepath.Base(folder), "-2020-06")
		if !ok {
			continue
		}
		m, err := importFolder(folder, factDates[0]) // it says which brackets are part of a name
		if err != nil {
			return err
		}
		cells := map[cellPlace]importer.Reading{}
		for _, r := range m.report.Readings {
			if len(r.Cities) > 0 {
				cells[cellPlace{r.File, r.Feature}] = r
			}
		}
		for _, p := range m.set.Countries {
			original := truth[p.FrontMatter.SourceHash]
			if p.FrontMatter.SourceHash == "" || original == nil {
				continue
			}
			for _, f := range []model.Feature{model.TollNumbers, model.AutoAssignedNumbers} {
				names.addCities(lang+" "+original.ISO2(), cells[cellPlace{p.File, f}].Cities, original.Answer(f).Cities)
			}
		}
	}
	names.printCities()
	return nil
}

// addCities adds the names of a list.
func (l learned) addCities(key string, printed []string, cities model.List[model.City]) {
	if len(printed) != cities.Len() {
		return
	}
	if l[key] == nil {
		l[key] = map[string]map[string]bool{}
	}
	for i, city := range cities.All() {
		name, english := printed[i], city.Names.In(model.English)
		if name == "" || name == english || strings.ContainsAny(name, "|=") {
			continue
		}
		if l[key][name] == nil {
			l[key][name] = map[string]bool{}
		}
		l[key][name][english] = true
	}
}

// printCities prints the names that are of one city of their country: also of one that stands
// in one list alone, and in another behind its state.
func (l learned) printCities() {
	for _, key := range slices.Sorted(maps.Keys(l)) {
		var pairs []string
		for _, name := range slices.Sorted(maps.Keys(l[key])) {
			english := slices.SortedFunc(maps.Keys(l[key][name]), func(a, b string) int { return len(b) - len(a) })
			if len(english) == 1 || len(english) == 2 && strings.HasSuffix(english[0], ", "+english[1]) {
				pairs = append(pairs, name+"="+english[0])
			}
		}
		if len(pairs) > 0 {
			fmt.Println(key, strings.Join(pairs, "|"))
		}
	}
}
