package data

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"voxatlas/model"
)

//go:embed editions/*.json
var files embed.FS

// Editions lists the dates of the embedded editions, oldest first.
func Editions() []string {
	entries, err := files.ReadDir("editions")
	if err != nil {
		return nil // cannot be: the folder is embedded
	}
	var dates []string
	for _, e := range entries {
		if date, ok := strings.CutSuffix(e.Name(), ".json"); ok {
			dates = append(dates, date)
		}
	}
	return dates // sorted, as ReadDir is
}

// Newest is the date of the newest embedded edition.
func Newest() string {
	dates := Editions()
	return dates[len(dates)-1]
}

// UnknownEditionError is returned by [Open] for a date without an edition.
type UnknownEditionError struct {
	Date  string
	Known []string
}

func (e *UnknownEditionError) Error() string {
	return fmt.Sprintf("no edition %s; there are %s", model.Clean(e.Date, 40), strings.Join(e.Known, ", "))
}

// Open reads the embedded edition of that date, the newest one for no date, a
// country when it is first asked for. The embedded editions pass [model.Atlas.Check] in this package's tests, so
// that it is not run at every start of the program.
func Open(date string) (*model.Atlas, error) {
	if date == "" {
		date = Newest()
	}
	dates := Editions()
	if !slices.Contains(dates, date) {
		return nil, &UnknownEditionError{date, dates}
	}
	b, err := files.ReadFile("editions/" + date + ".json")
	if err != nil {
		return nil, fmt.Errorf("edition %s: %w", date, err)
	}
	p, err := cut(b)
	if err != nil {
		return nil, fmt.Errorf("edition %s: %w", date, err)
	}
	a, err := p.atlas()
	if err != nil {
		return nil, fmt.Errorf("edition %s: %w", date, err)
	}
	return a, nil
}
