// Package offices reads lists of offices, and finds the country of each.
//
//	rows := offices.TextRows(file)                 // CSV, TSV or a name a line
//	rows := ...                                    // or the rows of a workbook
//	for office, err := range offices.Of(rows) {    // columns found by their heads
//		place := locator.Locate(office)            // its country, or why it is in doubt
//	}
//
// # Lists
//
// A list has a row of heads, perhaps below a few lines of other text, and a row for each
// office. The heads may have any case and be in English or Chinese, see [Of]. What
// separates the fields is told by the heads: a comma, semicolon, tab or bar. A list of
// one column needs no heads: each line is the name of a country or city, or a number.
//
// Lists come from anywhere, so every size is bounded, and no more than a row is held.
//
// # Countries
//
// The columns country, city and telephone number are evidence of where an office is.
// The first of them that is filled in decides, as far as the others do not contradict
// it; where it names several places, the others decide among those. A contradiction is
// never settled by a rule: the office is in doubt.
package offices
