// Gen writes the names table, data/names/table.go.
//
// It is a module of its own, so that what it needs (calling-code metadata,
// collation tables) never becomes a requirement of voxatlas. Run it here:
//
//	npm pack cldr-localenames-full@48.2.0 && tar xzf cldr-localenames-full-48.2.0.tgz -C /tmp/cldr
//	go run . -cldr /tmp/cldr/package -facts ../../../../shared/facts -o ../table.go
//
// It joins, for every territory with a current ISO 3166-1 code (and for AN and
// XK, which CLDR or Microsoft's lists still use):
//
//	shown name   shown in curated.csv ▶ Microsoft's index ▶ CLDR short ▶ CLDR
//	aliases      every other name of those sources, printed ones included,
//	             and those of curated.csv, less its drops
//	calling code dial.csv ▶ libphonenumber's metadata
//	ISO3         curated below ▶ golang.org/x/text/language
//	rank         position among all shown names, by golang.org/x/text/collate
//
// What it drafts is reviewed as a diff of table.go; corrections go into the
// two CSV files beside it, with the reason. A full name that only adds 國,
// 共和國, "Kingdom of" or "Republic of" needs no alias: the search sees past
// those, and the alias would come up whenever somebody types "kingdom".
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	cldr := flag.String("cldr", "", "`folder` of the unpacked npm package cldr-localenames-full")
	facts := flag.String("facts", "", "`folder` with countries.csv, localized-names.csv, outbound-destinations.csv")
	out := flag.String("o", "../table.go", "`file` to write")
	flag.Parse()
	if err := run(*cldr, *facts, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(cldrDir, factsDir, out string) error {
	c, err := readCLDR(cldrDir)
	if err != nil {
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
	rows, err := join(c, f, cur)
	if err != nil {
		return err
	}
	rank(rows)
	text, err := table(rows, c.version)
	if err != nil {
		return err
	}
	return os.WriteFile(out, text, 0o644)
}
