package data

import (
	"fmt"
	"slices"
	"strings"

	"voxatlas/data/editions"
	"voxatlas/model"
)

// Editions lists the dates of the embedded editions, oldest first.
func Editions() []string { return editions.Dates() }

// Newest returns the date of the newest embedded edition.
func Newest() string { return editions.Newest }

// UnknownEditionError is returned by [Open] for a date without an edition.
type UnknownEditionError struct {
	Date  string
	Known []string
}

func (e *UnknownEditionError) Error() string {
	return fmt.Sprintf("no edition %s; there are %s", model.Clean(e.Date, 40), strings.Join(e.Known, ", "))
}

// Open reads the embedded edition of that date; without a date, the newest. Each
// country is decoded when it is first asked for. The tests of this package check
// the embedded editions, so that no start of the program does.
func Open(date string) (*model.Atlas, error) { return open(date, false) }

// OpenWithLaterNotes reads an edition as [Open] does, with the notes that are later
// than its pages. A program shows them with its newest edition alone.
func OpenWithLaterNotes(date string) (*model.Atlas, error) { return open(date, true) }

func open(date string, withLaterNotes bool) (*model.Atlas, error) {
	if date == "" {
		date = Newest()
	}
	if dates := Editions(); !slices.Contains(dates, date) {
		return nil, &UnknownEditionError{date, dates}
	}
	if e := editions.OpenOlder(date); e != nil {
		return olderAtlas(e, withLaterNotes)
	}
	s, err := newestSections()
	if err != nil {
		return nil, fmt.Errorf("edition %s: %w", date, err)
	}
	read := readAnswersOf
	if withLaterNotes {
		read = s.withLaterNotes
	}
	a, err := s.lazyAtlas(read)
	if err != nil {
		return nil, fmt.Errorf("edition %s: %w", date, err)
	}
	return a, nil
}

// newestSections returns the sections of the newest edition: those of the table, or if it
// is of another file, those that it finds.
func newestSections() (sections, error) {
	file := strings.NewReader(editions.NewestText())
	if index.size == file.Size() {
		s := index
		s.file = file
		return s, nil
	}
	return splitSections(file, file.Size())
}
