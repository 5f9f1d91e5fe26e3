package offices

import (
	"iter"
	"slices"
	"strings"
)

// Office is a row of a list, as it was given but for blanks at the ends and line breaks.
// Its texts may hold control characters.
type Office struct {
	Line    int    // where the row begins in the file, or the row of the sheet; from 1
	Site    string // what people call it
	Country string
	City    string
	Phone   string
	Place   string // the name of a country or city, or a number, of a list that has no column for one of these
	Users   string // see [ParseUsers]
	Need    string // an expression
	Surplus bool   // the row has more fields than the list has columns: no field is certain
}

// Row is a row of fields.
type Row struct {
	Number int      // where it begins, from 1
	Cells  []string // valid until the next row
}

// Bounds of a list.
const (
	MaxOffices = 250_000
	maxText    = 64 << 20 // bytes of all that is kept of the offices
	maxHeads   = 20       // rows among which the heads are looked for
)

// Of returns the offices of a list. An error, an [*Error] or one of rows, is the last
// pair. The heads are those of the first rows that name a country, city or telephone
// number; columns with other heads are passed over.
func Of(rows iter.Seq2[Row, error]) iter.Seq2[Office, error] {
	return func(yield func(Office, error) bool) {
		l := list{yield: yield}
		for row, err := range rows {
			if err != nil {
				yield(Office{}, err)
				return
			}
			if !isBlank(row) && !l.add(row) {
				return
			}
		}
		l.endOfList()
	}
}

// list makes offices of rows.
type list struct {
	yield   func(Office, error) bool
	heads   *heads // nil until enough rows are there to find them
	first   []Row  // these rows
	offices int
	text    int // bytes
}

// add takes the next row. It reports whether more are wanted.
func (l *list) add(row Row) bool {
	if l.heads != nil {
		return l.addOffice(row)
	}
	l.first = append(l.first, Row{row.Number, slices.Clone(row.Cells)})
	return len(l.first) < maxHeads || l.findHeads()
}

// endOfList takes the end of the list.
func (l *list) endOfList() {
	if (l.heads != nil || l.findHeads()) && l.offices == 0 {
		l.fail(&Error{Fault: Empty})
	}
}

// findHeads finds the heads in the first rows, and adds the offices below them. In a list
// without heads every row must be one name.
func (l *list) findHeads() bool {
	found, at, err := newVocabulary().findHeads(l.first)
	rows := l.first
	switch {
	case err != nil:
		return l.fail(err)
	case found != nil:
		l.heads, rows = found, l.first[at+1:]
	default:
		if i := slices.IndexFunc(rows, func(row Row) bool { return countFilled(row) > 1 }); i >= 0 {
			return l.fail(&Error{Fault: NoPlace, Line: rows[i].Number, Heads: filled(rows[i])})
		}
		l.heads = nameOnly()
	}
	l.first = nil
	for _, row := range rows {
		if !l.addOffice(row) {
			return false
		}
	}
	return true
}

func (l *list) fail(err *Error) bool {
	l.yield(Office{}, err)
	return false
}

// addOffice yields the office of a row. In a list without heads, # begins a remark.
func (l *list) addOffice(row Row) bool {
	o, size := l.heads.office(row)
	if l.heads.none && strings.HasPrefix(o.Place, "#") {
		return true
	}
	l.offices++
	l.text += size
	if l.offices > MaxOffices || l.text > maxText {
		return l.fail(&Error{Fault: TooMany, Line: row.Number})
	}
	return l.yield(o, nil)
}

// office returns the office of a row, and the number of bytes of its texts.
func (h *heads) office(row Row) (o Office, size int) {
	o.Line = row.Number
	for c, field := range [numColumns]*string{
		siteColumn: &o.Site, countryColumn: &o.Country, cityColumn: &o.City, phoneColumn: &o.Phone,
		placeColumn: &o.Place, usersColumn: &o.Users, needColumn: &o.Need,
	} {
		if at := h.at[c]; at >= 0 && at < len(row.Cells) {
			*field = tidy(row.Cells[at])
			size += len(*field)
		}
	}
	for i := h.width; i < len(row.Cells); i++ {
		o.Surplus = o.Surplus || strings.TrimSpace(row.Cells[i]) != ""
	}
	return o, size
}
