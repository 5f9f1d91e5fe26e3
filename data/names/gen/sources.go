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

// cldr is what the CLDR package says: names by language and territory, the
// usual one first, and which of them is the short one.
type cldr struct {
	version string
	codes   []string
	names   map[string]map[string][]string
	short   map[string]map[string]string
}

// exceptional are two-letter codes of CLDR that are no country or region of
// ISO 3166-1: reserved for parts of one, for unions, and for tests.
const exceptional = " AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ "

func readCLDR(dir string) (*cldr, error) {
	var pkg struct{ Version string }
	if err := readJSON(filepath.Join(dir, "package.json"), &pkg); err != nil {
		return nil, err
	}
	c := &cldr{pkg.Version, []string{"AN"}, map[string]map[string][]string{}, map[string]map[string]string{}}
	for _, l := range langs() {
		var doc struct {
			Main map[string]struct {
				LocaleDisplayNames struct{ Territories map[string]string }
			}
		}
		if err := readJSON(filepath.Join(dir, "main", l.cldr, "territories.json"), &doc); err != nil {
			return nil, err
		}
		texts := doc.Main[l.cldr].LocaleDisplayNames.Territories
		names, short := map[string][]string{}, map[string]string{}
		for _, key := range sortedKeys(texts) { // "TR" comes before "TR-alt-variant"
			code, form, _ := strings.Cut(key, "-")
			if len(code) != 2 || strings.Contains(exceptional, " "+code+" ") {
				continue
			}
			names[code] = append(names[code], texts[key])
			if form == "alt-short" {
				short[code] = texts[key]
			}
			if l.tag == "en" && !slices.Contains(c.codes, code) {
				c.codes = append(c.codes, code)
			}
		}
		c.names[l.tag], c.short[l.tag] = names, short
	}
	slices.Sort(c.codes)
	return c, nil
}

// facts is what Microsoft's documentation prints, by language and territory.
type facts struct {
	index   map[string]map[string]string   // names of the index page
	printed map[string]map[string][]string // every name printed anywhere
}

func readFacts(dir string) (*facts, error) {
	f := &facts{map[string]map[string]string{"en": {}, "zh-TW": {}}, map[string]map[string][]string{"en": {}, "zh-TW": {}}}
	root := os.DirFS(dir)
	code := map[string]string{}
	err := eachRow(root, "countries.csv", func(r map[string]string) {
		code[r["slug"]] = r["iso2"]
		f.index["en"][r["iso2"]] = r["name_en"]
		f.index["zh-TW"][r["iso2"]] = r["name_zh_tw"]
	})
	if err != nil {
		return nil, err
	}
	err = eachRow(root, "localized-names.csv", func(r map[string]string) {
		tag := strings.TrimSuffix(r["locale"], "-US")
		if f.printed[tag] != nil {
			f.printed[tag][code[r["slug"]]] = append(f.printed[tag][code[r["slug"]]], r["name"])
		}
	})
	if err != nil {
		return nil, err
	}
	// Of the destinations only the English is kept: the zh-TW column was made
	// by a machine.
	return f, eachRow(root, "outbound-destinations.csv", func(r map[string]string) {
		if r["iso2"] != "" {
			f.printed["en"][r["iso2"]] = append(f.printed["en"][r["iso2"]], r["name_en"])
		}
	})
}

//go:embed curated.csv dial.csv
var reviewed embed.FS

// curated is what curated.csv and dial.csv decide, by territory.
type curated struct {
	shown map[string]map[string]string   // by language
	alias map[string]map[string][]string // by language
	drop  map[string][]string
	dial  map[string][]string
}

func readCurated() (*curated, error) {
	c := &curated{map[string]map[string]string{"en": {}, "zh-TW": {}}, map[string]map[string][]string{"en": {}, "zh-TW": {}},
		map[string][]string{}, map[string][]string{}}
	var bad []string
	err := eachRow(reviewed, "curated.csv", func(r map[string]string) {
		code, lang, text := r["iso2"], r["lang"], r["text"]
		switch {
		case c.shown[lang] == nil:
			bad = append(bad, fmt.Sprintf("%s: unknown language %q", code, lang))
		case r["kind"] == "shown":
			c.shown[lang][code] = text
		case r["kind"] == "alias":
			c.alias[lang][code] = append(c.alias[lang][code], text)
		case r["kind"] == "drop":
			c.drop[code] = append(c.drop[code], text)
		default:
			bad = append(bad, fmt.Sprintf("%s: unknown kind %q", code, r["kind"]))
		}
	})
	if err == nil && bad != nil {
		err = fmt.Errorf("curated.csv: %s", strings.Join(bad, "; "))
	}
	if err != nil {
		return nil, err
	}
	return c, eachRow(reviewed, "dial.csv", func(r map[string]string) {
		c.dial[r["iso2"]] = strings.Fields(r["codes"])
	})
}

// eachRow calls do with every row of a CSV file, keyed by its header.
func eachRow(root fs.FS, name string, do func(map[string]string)) error {
	f, err := root.Open(name)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read from
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for _, fields := range rows[1:] {
		r := map[string]string{}
		for i, h := range rows[0] {
			r[h] = fields[i]
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
