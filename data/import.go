package data

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"voxatlas/data/importer"
	"voxatlas/data/names"
	"voxatlas/model"
)

// Import makes an edition of pages with [importer.Compile]. It looks names up in the
// embedded editions and in the names table. With a base, which may be nil, it
// compares, and places translated names by their position. Site has the addresses
// of pages. Without a date, the
// edition has that of the newest page. An edition that does not pass
// [model.Atlas.Check] comes with an error.
func Import(set importer.PageSet, date string, base *model.Atlas, source Source, site importer.Site) (*File, *importer.Report, error) {
	known := importer.Reference{Base: base, Code: codeFinder(), Site: site}
	for _, d := range Editions() {
		a, err := Open(d)
		if err != nil {
			return nil, nil, err
		}
		known.Editions = append([]*model.Atlas{a}, known.Editions...)
	}
	e, report, err := importer.Compile(set, date, known)
	if err != nil {
		return nil, nil, err
	}
	f := fileOf(e, source)
	return f, report, f.Atlas().Check()
}

// fileOf makes the file of a compiled edition.
func fileOf(e *importer.Draft, source Source) *File {
	source.Folder, source.Licence, source.Attribution = importer.Folder, importer.Licence, importer.Attribution
	f := &File{Schema: EditionSchema, Edition: e.Date, AppliesTo: e.AppliesTo, Source: source, Destinations: []Destination{}}
	for _, r := range e.Countries {
		c := CountryOf(model.NewCountry(r), "")
		c.Schema = "" // stands in the head of the file
		f.Countries = append(f.Countries, c)
	}
	for _, d := range e.Destinations {
		f.Destinations = append(f.Destinations, Destination{d.ISO2, d.Printed, d.Note})
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

// nameKey is equal for two spellings of a name: it has the letters without marks,
// in lower case, without "the" and "and".
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
