package data

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"voxatlas/data/importer"
	"voxatlas/data/names"
	"voxatlas/model"
)

// Import makes an edition of pages: importer.Compile with the embedded editions and
// the names table as what is known, and base to compare with and to place
// translated names by, if it is not nil. Without a date it is the newest page's.
// The edition keeps every promise of [model.Atlas.Check], or there is an error.
func Import(set importer.PageSet, date string, base *model.Atlas, source Source) (*File, *importer.Report, error) {
	known := importer.Reference{Base: base, Code: codes()}
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
	a, err := f.Atlas()
	if err != nil {
		return nil, report, err
	}
	return f, report, a.Check()
}

// fileOf is the file of a compiled edition.
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

// codes finds the code of a country or region by any English name of it.
func codes() func(string) string {
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

// nameKey is what two spellings of a name have in common: letters without marks,
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
