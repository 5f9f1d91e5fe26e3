// Gen makes the embedded editions from the extracted facts:
//
//	go run ./data/gen -facts ../shared/facts -out data/editions
//
// It reads edition-DATE.json, outbound-destinations.csv and the links in
// condition-sources.csv, maps every fact to the one answer, condition or
// warning that it means, adds the reviewed city names of cities.txt and the next
// steps, and stops at whatever it does not know. The program itself needs
// neither gen nor the facts.
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"voxatlas/data"
)

//go:embed cities.txt
var citiesText string

func main() {
	facts := flag.String("facts", "../shared/facts", "folder of the extracted facts")
	out := flag.String("out", "data/editions", "folder to write the editions to")
	flag.Parse()
	if err := run(*facts, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(facts, out string) error {
	in, err := read(facts)
	if err != nil {
		return err
	}
	made := map[string][]byte{} // file → text: all or none are written
	for _, e := range in.editions {
		f, err := compile(e, in)
		if err != nil {
			return fmt.Errorf("edition %s: %w", e.Edition, err)
		}
		b, err := data.Format(f)
		if err != nil {
			return fmt.Errorf("edition %s: %w", e.Edition, err)
		}
		if err := check(f); err != nil {
			return err
		}
		made[filepath.Join(out, e.Edition+".json")] = b
	}
	for file, b := range made {
		if err := os.WriteFile(file, b, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// check refuses an edition that breaks a promise of the model.
func check(f *data.File) error {
	a, err := f.Atlas()
	if err != nil {
		return err
	}
	return a.Check()
}
