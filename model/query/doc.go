// Package query asks one question about all countries: which of them meet an
// expression, on which terms, and why the others do not. It does no I/O and knows no
// language; names, regions and earlier editions come from its caller, in an [Env].
//
// # Expressions
//
//	cp tollfree            both: terms parted by blanks all hold
//	cp|tollfree            either, without blanks
//	!cp  -cp               not; !!cp is cp
//	cp  cp:any             offered in some form
//	cp:yes,partner         one of these states
//	plan>=1200 plan:1200+  a plan with at least so many domestic minutes
//	plan:payg              a kind of plan: payg, domestic, international
//	scope:cities           toll numbers of cities; nongeo, none
//	city:"ho chi minh"     toll numbers in a city, by any of its names: city:wien is city:vienna
//	name:ger  region:eu    part of a name, a code; a region
//	mine  changed  changed:2021-03-23
//
// Case and full width do not matter: ＣＰ：ＹＥＳ is cp:yes.
//
// # Verdicts
//
// A term is met, met with a condition, not read or not met by a country. Of the terms
// that must all hold, the worst counts; of alternatives, the best. A condition is a
// state such as "on request", or a yes beside a note that limits it.
//
// Negation turns met and condition into not met, and not met into met. Where the page
// is silent, the negation holds with a condition: nobody knows.
//
// # Completion
//
// [Complete] proposes the words that may stand at a place: keys, the states that a key
// can have, regions, dates, cities. A word that it proposes parses, or begins something
// that does.
package query
