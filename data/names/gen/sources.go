package main

import (
	"embed"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// langs are the languages of the table, with CLDR's name of the locale.
func langs() []locale {
	return []locale{
		{"en", "en", "en"},
		{"zh-TW", "zh-Hant", "zh-Hant-TW-u-co-stroke"},
	}
}

type locale struct{ tag, cldr, collation string }

// cldr is what the CLDR packages say.
type cldr struct {
	version    string
	codes      []string
	locales    []string                       // those that name territories, the most read first
	names      map[string]map[string][]string // by locale and territory, the usual one first
	short      map[string]map[string]string   // which of them is the short one
	languages  map[string]map[string]string   // names of locales, by table language
	numeric    map[string]string
	population map[string]int
}

// exceptional are two-letter codes of CLDR that are no country or region of
// ISO 3166-1: reserved for parts of one, for unions, and for tests.
const exceptional = " AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ "

// read first: of two locales with one spelling the first is named as its source.
const wellKnown = "en zh-Hant zh-Hant-HK zh yue ja ko de fr es pt it ru nl pl tr vi th id ms ar he hi uk cs sk hu ro bg sr hr sl el sv da nb nn fi et lv lt is ga cy fa ur bn ta te ml kn mr gu pa my km lo ka hy az kk uz mn sw"

// readCLDR reads cldr-localenames-full and, beside it, cldr-core.
func readCLDR(names, core string) (*cldr, error) {
	c := &cldr{
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
	for _, l := range langs() { // by their tags, too
		c.names[l.tag], c.short[l.tag] = c.names[l.cldr], c.short[l.cldr]
	}
	first := strings.Fields(wellKnown)
	slices.SortStableFunc(c.locales, func(a, b string) int { return place(first, a) - place(first, b) })
	if err := c.readLanguages(names); err != nil {
		return nil, err
	}
	return c, c.readCore(core)
}

// place is where s stands in list, at its end when it does not.
func place(list []string, s string) int {
	if i := slices.Index(list, s); i >= 0 {
		return i
	}
	return len(list)
}

func (c *cldr) readTerritories(file string) error {
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
		if len(code) != 2 || strings.Contains(exceptional, " "+code+" ") || texts[key] == code || strings.HasSuffix(texts[key], "-variant") {
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

func (c *cldr) readLanguages(dir string) error {
	for _, l := range langs() {
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
func (c *cldr) readCore(dir string) error {
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

// facts is what Microsoft's documentation prints, by language and territory.
type facts struct {
	index   map[string]map[string]string   // names of the index page
	printed map[string]map[string][]string // every name printed anywhere
	code    map[string]string              // by slug
}

func readFacts(dir string) (*facts, error) {
	f := &facts{map[string]map[string]string{"en": {}, "zh-TW": {}}, map[string]map[string][]string{}, map[string]string{}}
	root := os.DirFS(dir)
	err := eachRow(root, "countries.csv", func(r map[string]string) {
		f.code[r["slug"]] = r["iso2"]
		f.index["en"][r["iso2"]] = r["name_en"]
		f.index["zh-TW"][r["iso2"]] = r["name_zh_tw"]
	})
	if err != nil {
		return nil, err
	}
	print := func(tag, code, name string) {
		if f.printed[tag] == nil {
			f.printed[tag] = map[string][]string{}
		}
		f.printed[tag][code] = append(f.printed[tag][code], name)
	}
	err = eachRow(root, "localized-names.csv", func(r map[string]string) {
		print(strings.TrimSuffix(r["locale"], "-US"), f.code[r["slug"]], r["name"])
	})
	if err != nil {
		return nil, err
	}
	// Of the destinations only the English is kept: the zh-TW column was made
	// by a machine.
	return f, eachRow(root, "outbound-destinations.csv", func(r map[string]string) {
		if r["iso2"] != "" {
			print("en", r["iso2"], r["name_en"])
		}
	})
}

//go:embed *.csv
var reviewed embed.FS

// curated is what the CSV files beside this program decide, by territory.
type curated struct {
	shown       map[string]map[string]string   // by language
	alias       map[string]map[string][]string // by language
	misspelling map[string]map[string][]string // by language
	capital     map[string]map[string][]string // by language
	city        map[string]map[string][]string // by language
	drop        map[string][]string
	dial        map[string][]string
	reading     map[string][]string // of a Han character
	kana        []reading
	local       []local
}

// reading is how a Japanese name is read; iso2 is empty where CLDR has the name.
type reading struct{ iso2, name, kana string }

// local is a name that CLDR does not have, and why people use it.
type local struct{ iso2, locale, text, why string }

func readCurated() (*curated, error) {
	c := &curated{
		shown: map[string]map[string]string{"en": {}, "zh-TW": {}}, drop: map[string][]string{}, dial: map[string][]string{}, reading: map[string][]string{},
		alias:       map[string]map[string][]string{"en": {}, "zh-TW": {}},
		misspelling: map[string]map[string][]string{"en": {}, "zh-TW": {}},
		capital:     map[string]map[string][]string{"en": {}, "zh-TW": {}},
		city:        map[string]map[string][]string{"en": {}, "zh-TW": {}},
	}
	var bad []string
	for file, do := range map[string]func(map[string]string){
		"curated.csv": func(r map[string]string) {
			if err := c.take(r); err != nil {
				bad = append(bad, err.Error())
			}
		},
		"dial.csv": func(r map[string]string) { c.dial[r["iso2"]] = strings.Fields(r["codes"]) },
		"capitals.csv": func(r map[string]string) {
			for lang, of := range c.capital {
				of[r["iso2"]] = strings.Split(r[lang], ";")
			}
		},
		"cities.csv": func(r map[string]string) {
			for lang, of := range c.city {
				of[r["iso2"]] = append(of[r["iso2"]], strings.Split(r[lang], ";")...)
			}
		},
		"local.csv":    func(r map[string]string) { c.local = append(c.local, local{r["iso2"], r["lang"], r["text"], r["why"]}) },
		"readings.csv": func(r map[string]string) { c.reading[r["han"]] = strings.Fields(r["pinyin"]) },
		"kana.csv":     func(r map[string]string) { c.kana = append(c.kana, reading{r["iso2"], r["name"], r["reading"]}) },
	} {
		if err := eachRow(reviewed, file, do); err != nil {
			return nil, err
		}
	}
	if bad != nil {
		return nil, fmt.Errorf("curated.csv: %s", strings.Join(bad, "; "))
	}
	return c, nil
}

// take takes a row of curated.csv.
func (c *curated) take(r map[string]string) error {
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

// eachRow calls do with every row of a CSV file, keyed by its header.
func eachRow(root fs.FS, name string, do func(map[string]string)) error {
	f, err := root.Open(name)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read from
	in := csv.NewReader(f)
	in.FieldsPerRecord = -1 // a last column may be missing
	rows, err := in.ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for _, fields := range rows[1:] {
		r := map[string]string{}
		for i, h := range rows[0] {
			if i < len(fields) {
				r[h] = fields[i]
			}
		}
		do(r)
	}
	return nil
}

func readJSON(path string, v any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	ks := make([]string, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}
