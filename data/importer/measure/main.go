package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"voxatlas/data"
	"voxatlas/data/importer"
)

// options holds the flags.
type options struct {
	pages, only, base    string
	faults, texts, notes bool
	learn                bool
}

func main() {
	var o options
	flag.StringVar(&o.pages, "pages", "../shared/upstream", "folder with a folder of pages per language and date, LANG-DATE")
	flag.StringVar(&o.only, "only", "", "only folders with this text in their names")
	flag.StringVar(&o.base, "base", "", "edition to import with: a date, or none; nearest in time unless given")
	flag.BoolVar(&o.faults, "faults", false, "print every difference and every finding")
	flag.BoolVar(&o.texts, "texts", false, "print the distinct texts of cells with their readings")
	flag.BoolVar(&o.notes, "notes", false, "print the distinct texts outside of tables, and the sections")
	flag.BoolVar(&o.learn, "learn", false, "print the names of cities on the pages of 2020-06, beside the English ones: data/importer/learned.txt")
	flag.Parse()
	if err := measureFolders(o); err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
}

// measureFolders measures the folders, and prints a line for each and one per language.
func measureFolders(o options) error {
	folders, err := filepath.Glob(filepath.Join(o.pages, "*-*"))
	if err != nil || len(folders) == 0 {
		return fmt.Errorf("no folders LANG-DATE in %s", o.pages)
	}
	truth, err := gatherTruth(folders)
	if err != nil {
		return err
	}
	if o.learn {
		return learn(folders, truth)
	}
	languages, texts := &scores{}, distinctTexts{}
	printColumns()
	for _, folder := range folders {
		name := filepath.Base(folder)
		if !strings.Contains(name, o.only) {
			continue
		}
		m, err := importFolder(folder, baseFor(o.base, name))
		if err != nil {
			return fmt.Errorf("%s: %w", folder, err)
		}
		s := truth.compare(name, m)
		s.printScore(name)
		language, _, _ := strings.Cut(name, "-")
		languages.addScore(language, s)
		if o.faults {
			printFaults(s, m.report)
		}
		if o.texts {
			texts.addCells(m.report.Readings)
		}
		if o.notes {
			texts.addNotes(m.set.Countries)
		}
	}
	fmt.Println()
	languages.printScores()
	texts.printTexts()
	return nil
}

// factDates are the dates of the editions that were extracted by another program, too:
// folders are imported with one of them, and compared with its facts.
var factDates = [...]string{"2021-03-23", "2023-01-26"}

// dateOf returns the date in the name of a folder, as "2020-06" or "2020-08-17"; "" when
// it has none.
func dateOf(name string) string {
	if i := strings.Index(name, "-20"); i >= 0 {
		return name[i+1:]
	}
	return ""
}

// baseFor returns the date of the edition to import a folder with; "" for none.
func baseFor(flag, name string) string {
	switch {
	case flag == "none":
		return ""
	case flag != "":
		return flag
	case dateOf(name) > "2021-06":
		return factDates[1]
	}
	return factDates[0]
}

// imported is a folder of pages as it was read.
type imported struct {
	set    importer.PageSet
	file   *data.File
	report *importer.Report
}
