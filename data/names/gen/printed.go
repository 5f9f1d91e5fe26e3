package main

import (
	"os"
	"strings"
)

// printedNames has the names that Microsoft's documentation prints.
type printedNames struct {
	index   map[string]map[string]string   // names of the index page
	printed map[string]map[string][]string // every name printed anywhere
	code    map[string]string              // by slug
}

// readFacts reads the CSV files of a folder of facts.
func readFacts(dir string) (*printedNames, error) {
	f := &printedNames{map[string]map[string]string{"en": {}, "zh-TW": {}}, map[string]map[string][]string{}, map[string]string{}}
	root := os.DirFS(dir)
	err := eachRow(root, "countries.csv", func(r map[string]string) {
		f.code[r["slug"]] = r["iso2"]
		f.index["en"][r["iso2"]] = r["name_en"]
		f.index["zh-TW"][r["iso2"]] = r["name_zh_tw"]
	})
	if err != nil {
		return nil, err
	}
	addPrinted := func(tag, code, name string) {
		if f.printed[tag] == nil {
			f.printed[tag] = map[string][]string{}
		}
		f.printed[tag][code] = append(f.printed[tag][code], name)
	}
	err = eachRow(root, "localized-names.csv", func(r map[string]string) {
		addPrinted(strings.TrimSuffix(r["locale"], "-US"), f.code[r["slug"]], r["name"])
	})
	if err != nil {
		return nil, err
	}
	// Of the destinations only the English is kept: the zh-TW column was made
	// by a machine.
	return f, eachRow(root, "outbound-destinations.csv", func(r map[string]string) {
		if r["iso2"] != "" {
			addPrinted("en", r["iso2"], r["name_en"])
		}
	})
}
