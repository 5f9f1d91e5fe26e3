package data

import "voxatlas/data/importer"

// ImportAlone makes an edition of pages with the names table alone: no edition
// helps to name a country, a city or a destination.
func ImportAlone(set importer.PageSet, source Source, site importer.Site) (*File, error) {
	e, _, err := importer.Compile(set, "", importer.Reference{Code: codeFinder(), Site: site})
	if err != nil {
		return nil, err
	}
	return fileOf(e, source), nil
}
