package importer

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"voxatlas/data"
	"voxatlas/data/names"
	"voxatlas/model"
)

// Options says how to import pages.
type Options struct {
	Date     string         // of the edition; empty for that of the newest page
	Base     *model.Atlas   // to compare with, and to place translated names by their position; may be nil
	Editions []*model.Atlas // in which names are looked up, the oldest first
	Source   data.Source    // where the pages come from
	Site     Site           // the addresses of pages
	Today    string         // no page is of a later date; "" when the day is not known
}

// NoCountriesError reports that no page is about a known country or region.
type NoCountriesError struct{}

func (*NoCountriesError) Error() string { return "no page is about a known country or region" }

// Import makes an edition of pages with [Compile], and joins it with the names
// table. An edition that does not pass [model.Atlas.Check] comes with an error. With a
// [*NoCountriesError] comes the report alone.
func Import(set PageSet, o Options) (*data.File, *Report, error) {
	e, report, err := Compile(set, o.Date, o.reference())
	if err != nil {
		return nil, nil, err
	}
	if len(e.Countries) == 0 {
		return nil, report, &NoCountriesError{}
	}
	f := fileOf(e, o.Source)
	return f, report, f.Atlas().Check()
}

// Knows returns a function that reports whether a page with a slug is about a country
// that the editions or the names table have.
func (o Options) Knows() func(slug string) bool {
	r := o.reference()
	return func(slug string) bool { return r.countryCode(slug) != "" }
}

// reference returns the data that pages are matched with.
func (o Options) reference() Reference {
	newestFirst := slices.Clone(o.Editions)
	slices.Reverse(newestFirst)
	return Reference{Base: o.Base, Editions: newestFirst, Code: codeFinder(), Site: o.Site, Today: o.Today}
}

// fileOf makes the file of a compiled edition.
func fileOf(e *Draft, source data.Source) *data.File {
	if source.Licence == "" { // of a repository's pages
		source.Folder, source.Licence, source.Attribution = PagesFolder, Licence, Attribution
	}
	f := &data.File{Schema: data.EditionSchema, Edition: e.Date, AppliesTo: e.AppliesTo, Source: source, Destinations: []data.Destination{}}
	for _, r := range e.Countries {
		c := data.CountryOf(model.NewCountry(r), "")
		c.Schema = "" // stands in the head of the file
		f.Countries = append(f.Countries, c)
	}
	for _, d := range e.Destinations {
		f.Destinations = append(f.Destinations, data.Destination{ISO2: d.ISO2, Printed: d.Printed, Remark: d.Remark})
	}
	return f
}

// codeFinder returns a function that finds the code of a country or region by any
// of its English names.
func codeFinder() func(string) string {
	table := map[string]string{}
	for e := range names.All() {
		add := func(name string) {
			if key := nameKey(name); table[key] == "" {
				table[key] = e.ISO2
			}
		}
		add(e.Names.In(model.English))
		for a := range e.Aliases.Values() {
			if a.Lang == model.English {
				add(a.Text)
			}
		}
	}
	return func(name string) string { return table[nameKey(name)] }
}

// nameKey returns a key that is equal for two English spellings of a country's name in
// the pages: the letters without marks, in lower case, without "the" and "and". A key of
// package fold would keep these words.
func nameKey(name string) string {
	var words []string
	for _, w := range strings.FieldsFunc(strings.ToLower(norm.NFD.String(name)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}) {
		if w != "the" && w != "and" {
			words = append(words, strings.Map(func(r rune) rune {
				if unicode.IsMark(r) {
					return -1
				}
				return r
			}, w))
		}
	}
	return strings.Join(words, "")
}
