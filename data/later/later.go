// Package later holds statements of Microsoft from after the pages of the newest edition: a
// reviewed table of dated notes, each with its source. The documents of the countries
// are gone from Microsoft's public repositories since the end of 2022, so that no
// edition can be made of them; later statements about single answers are still found.
//
//	date        places     features                kind    en, zh_tw …
//	2024-05-09  hong-kong  calling_plans.purchase  gained  Calling Plans are sold: Domestic.
//	2025-06-30  *                                  names   Phone System is now called …
//
// Places and features are joined by semicolons. The place * is every country; without a
// feature, a note is about the pages as a whole. A note never changes an answer: it is
// shown beside it, with the newest embedded edition alone.
package later

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"sync"

	"voxatlas/model"
)

//go:embed later.csv
var table string

// everywhere is the place of a note that is the same for every country.
const everywhere = "*"

// note is a row of the table.
type note struct {
	model.LaterNote
	places []string
}

// notes returns the rows of the embedded table, read when first asked for. The tests
// have read it.
var notes = sync.OnceValue(func() []note {
	all, err := parse(table)
	if err != nil {
		return nil
	}
	return all
})

// Notes returns the notes about a country that are later than a date, the date of the
// newest page of an edition. They stand in the order of their dates. state returns the
// states of the country's answers.
func Notes(slug, newestPage string, state func(model.Feature) model.State) model.List[model.LaterNote] {
	var found []model.LaterNote
	for _, n := range notes() {
		if n.Date <= newestPage || !n.General && !slices.Contains(n.places, slug) {
			continue
		}
		if n.General && n.Kind == "condition" {
			if n.LaterNote = onlyOffered(n.LaterNote, state); n.Features.Len() == 0 {
				continue
			}
		}
		found = append(found, n.LaterNote)
	}
	return model.ListOver(found)
}

// onlyOffered returns n without the answers that are not offered: a condition of every
// country tells nothing about them.
func onlyOffered(n model.LaterNote, state func(model.Feature) model.State) model.LaterNote {
	n.Features = model.ListOver(slices.DeleteFunc(n.Features.Slice(), func(f model.Feature) bool { return !state(f).Offered() }))
	return n
}

// header is the first line of the table. The last column says when somebody read the
// source, and is for reviewers alone.
const header = "date,places,features,kind,en,zh_tw,source,url,checked"

// parse reads a table.
func parse(text string) ([]note, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = strings.Count(header, ",") + 1
	rows, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 || strings.Join(rows[0], ",") != header {
		return nil, fmt.Errorf("the first line is not %s", header)
	}
	var all []note
	for i, row := range rows[1:] {
		n, err := parseRow(row)
		if err != nil {
			return nil, fmt.Errorf("row %d: %w", i+1, err)
		}
		all = append(all, n)
	}
	slices.SortStableFunc(all, func(a, b note) int { return strings.Compare(a.Date, b.Date) })
	return all, nil
}

// parseRow reads the fields of a row.
func parseRow(row []string) (note, error) {
	var features []model.Feature
	for key := range strings.SplitSeq(row[2], ";") {
		if key == "" {
			continue
		}
		var f model.Feature
		if err := f.UnmarshalText([]byte(key)); err != nil {
			return note{}, err
		}
		features = append(features, f)
	}
	return note{model.LaterNote{
		Date:     row[0],
		Features: model.ListOver(features),
		General:  row[1] == everywhere,
		Kind:     row[3],
		Text:     model.NamesOver([]model.LangText{{Lang: model.English, Text: row[4]}, {Lang: "zh-TW", Text: row[5]}}),
		Source:   row[6],
		URL:      row[7],
	}, strings.Split(row[1], ";")}, nil
}
