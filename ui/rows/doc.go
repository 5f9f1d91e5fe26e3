// Package rows makes the rows of every view over several countries: of the commands
// list, table, compare and stats, of the browser's list, table and comparison, and of
// files. A view chooses, orders and renders them; it computes none itself, so that
// they agree everywhere.
//
//	groups := rows.Judge(atlas.Countries(), expr)       // verdicts of an expression, with reasons
//	rows.SortBy(countries, key, lang, country)          // by name, or by an answer
//	answers := rows.NewAnswers(countries, features, rows.CountriesDown)
//	answers.Cell(0, 3).Text(loc, rows.WordForm, ascii)  // "✓ Available [1]"
//	answers.Notes()                                     // of the numbers in the cells
//	stats := rows.NewStats(countries, features)         // how many have each state
//
// Rows hold facts by reference and no words: a [say.Localizer] puts them into words
// when they are rendered. They never change once made, so sessions may share them.
package rows
