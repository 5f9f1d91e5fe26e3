package main

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"voxatlas/data/names"
	"voxatlas/data/names/fold"
)

// gazetteer has all places, and finds those of a country by name.
type gazetteer struct {
	places []*place
	texts  translations
	langs  []string // of texts, English first
	byName map[placeKey]*place
	owners map[placeKey]*place // by reviewed name
}

// placeKey identifies the places of a country that share a name, by its key.
type placeKey struct{ iso2, key string }

// newGazetteer returns the gazetteer of places, with their names in texts.
func newGazetteer(places []*place, texts translations) *gazetteer {
	g := &gazetteer{places: places, texts: texts, byName: map[placeKey]*place{}, owners: map[placeKey]*place{}}
	for lang := range texts {
		g.langs = append(g.langs, lang)
	}
	slices.SortFunc(g.langs, func(a, b string) int {
		if (a == "en") != (b == "en") {
			return cmp.Compare(strconv.FormatBool(b == "en"), strconv.FormatBool(a == "en"))
		}
		return strings.Compare(a, b)
	})
	for _, p := range places {
		g.index(p, p.name)
		g.index(p, texts["en"][p.id])
	}
	return g
}

// index makes p known by a name, unless a larger place of its country has it.
func (g *gazetteer) index(p *place, text string) {
	for _, s := range append((name{"", text}).spell(p, &hanTable{}), text) {
		at := placeKey{p.iso2, fold.Of(s).Text()}
		if old := g.byName[at]; at.key != "" && (old == nil || old.population < p.population) {
			g.byName[at] = p
		}
	}
}

// namesOf returns the spellings of all names of p in the languages that accept approves.
func (g *gazetteer) namesOf(p *place, han *hanTable, accept func(lang string) bool) []string {
	var all []string
	for _, r := range p.reviewed { // whole: 自由市 is not 自由
		all = append(all, r.text)
		if !hanEnding.MatchString(r.text) {
			all = append(all, name(r).spell(p, han)...)
		}
	}
	all = append(all, name{"en", g.texts["en"][p.id]}.spell(p, han)...)
	all = append(all, name{"", p.name}.spell(p, han)...)
	for _, lang := range g.langs {
		if text := g.texts[lang][p.id]; text != "" && accept(lang) {
			if isHanText(text) {
				text = strings.ReplaceAll(text, " ", "")
			}
			all = append(all, name{lang, text}.spell(p, han)...)
		}
	}
	return all
}

// review adds reviewed names to the largest place of a country that has one of the
// English names. Where none has, it adds a place with people inhabitants, unless that
// is 0: then it returns false.
func (g *gazetteer) review(iso2 string, english, chinese []string, people int) bool {
	var p *place
	for _, s := range english {
		for _, s := range []string{s, strings.TrimSuffix(s, " City")} {
			if p == nil {
				p = g.byName[placeKey{iso2, fold.Of(s).Text()}]
			}
		}
	}
	if p == nil {
		if people == 0 {
			return false
		}
		p = &place{name: english[0], iso2: iso2, kind: "PPL"}
		g.places = append(g.places, p)
	}
	p.population = max(p.population, people)
	for _, s := range english {
		owner := g.ownerOf(p, s)
		owner.reviewed = append(owner.reviewed, reviewedName{"en", s})
		g.index(owner, s)
	}
	for _, s := range chinese {
		owner := g.ownerOf(p, s)
		owner.reviewed = append(owner.reviewed, reviewedName{"zh_TW", s})
	}
	return true
}

// ownerOf returns the place that a reviewed name of p belongs to: the first one that
// was reviewed with it. A row of capitals may name several seats of the government, as
// Pretoria and Cape Town; each is then a capital.
func (g *gazetteer) ownerOf(p *place, text string) *place {
	at := placeKey{p.iso2, fold.Of(text).Text()}
	owner := g.owners[at]
	if owner == nil {
		owner = p
		g.owners[at] = p
	} else if p.isCapital() && owner != p {
		owner.kind = "PPLG"
	}
	return owner
}

// smallPlace is the number of people of a city with numbers that GeoNames does not
// have by that name.
const smallPlace = 1000

// addReviewed adds the names of our own sources. It returns an error for a line of
// chinese.csv that names no place.
func (g *gazetteer) addReviewed(root string) error {
	var unknown []string
	err := eachRow(filepath.Join(root, "data", "cities", "gen", "chinese.csv"), func(f []string) error {
		people, _ := strconv.Atoi(f[3])
		if !g.review(f[0], strings.Split(f[1], ";"), strings.Split(f[2], ";"), 1000*people) {
			unknown = append(unknown, f[0]+" "+f[1])
		}
		return nil
	})
	if err != nil {
		return err
	}
	if unknown != nil {
		return fmt.Errorf("chinese.csv: give the people of a place that GeoNames lacks: %s", strings.Join(unknown, ", "))
	}
	for _, file := range []string{"capitals.csv", "cities.csv"} {
		err := eachRow(filepath.Join(root, "data", "names", "gen", file), func(f []string) error {
			if !g.review(f[0], strings.Split(f[1], ";"), strings.Split(f[2], ";"), 0) {
				fmt.Fprintf(os.Stderr, "%s: %s: not in GeoNames\n", file, f[1])
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return g.addEditions(filepath.Join(root, "data", "editions"))
}

// eachRow calls do with the rows of a CSV file, but for the first. Lines with # are
// comments.
func eachRow(file string, do func([]string) error) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read from
	in := csv.NewReader(f)
	in.Comment = '#'
	in.FieldsPerRecord = -1 // a last column may be missing
	rows, err := in.ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for _, row := range rows[1:] {
		if err := do(row); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return nil
}

// addEditions adds the cities of all editions, with their names in English and Chinese.
func (g *gazetteer) addEditions(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return err
	}
	for _, file := range files {
		var edition struct {
			Countries []struct {
				ISO2    string `json:"iso2"`
				Answers map[string]struct {
					Cities []map[string]any `json:"cities"`
				} `json:"answers"`
			} `json:"countries"`
		}
		if err := readJSON(file, &edition); err != nil {
			return err
		}
		for _, c := range edition.Countries {
			for _, answer := range c.Answers {
				for _, city := range answer.Cities {
					english, _ := city["en"].(string)
					chinese, _ := city["zh-TW"].(string)
					g.addEditionCity(c.ISO2, english, chinese)
				}
			}
		}
	}
	return nil
}

// addEditionCity adds a city as an edition prints it: the city alone, after its region
// as in "Oregon, Portland", or behind it as in "Hesse (Kassel)". The Chinese name is
// used where the city stands alone.
func (g *gazetteer) addEditionCity(iso2, english, chinese string) {
	if english == "" {
		return
	}
	var inChinese []string
	city := english
	if _, after, ok := strings.Cut(english, ", "); ok {
		city = after
	} else if _, inner, ok := strings.Cut(english, " ("); ok {
		city = strings.TrimSuffix(inner, ")")
	} else if chinese != "" {
		inChinese = []string{chinese}
	}
	if !g.review(iso2, []string{city}, inChinese, 0) {
		fmt.Fprintf(os.Stderr, "editions: %s: %s: not in GeoNames\n", iso2, city)
		g.review(iso2, []string{city}, inChinese, smallPlace)
	}
}

// isCountryName reports whether s is a name of a country, which an ending tells from
// that of its city: 巴拿馬市 is not 巴拿馬.
func isCountryName(s string) bool { return countryNames()[fold.Of(s).Text()] }

// countryNames returns the keys of the names of all countries, in all languages.
var countryNames = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for e := range names.All() {
		for _, s := range e.Names.All() {
			all[fold.Of(s).Text()] = true
		}
		for a := range e.Aliases.Values() {
			all[fold.Of(a.Text).Text()] = true
		}
	}
	table := names.Spellings()
	for i := range table.Len() {
		if table.Kind(i) == names.OtherLanguage {
			all[strings.ReplaceAll(table.KeyText(i), " ", "")] = true
		}
	}
	return all
})
