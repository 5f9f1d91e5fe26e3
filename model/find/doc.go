// Package find ranks countries against what somebody typed. It decides what a
// query means, in which order the answers come, and says for each why it is
// there and which runes of it matched.
//
// # What is compared
//
// A query and every name are folded to a key first, so that only what matters
// is compared: case, width (Ｔａｉｗａｎ), composition (NFD) and the accents of
// Latin, Greek and Cyrillic letters are gone, 臺 is 台, dots and apostrophes
// vanish, and spaces and hyphens only mark where words begin. A key remembers
// which runes of the original each of its own came from; highlights are exact
// for any input.
//
//	Côte d'Ivoire   c o t e d i v o i r e
//	                0 1 2 3 5 7 8 9 …          rune of the name
//	                ^       ^                  begins a word
//
// # The order
//
//	code       the whole query is an ISO code or a calling code     tw  +886
//	exact      … a name, an alias or Microsoft's name of the page   台灣  uk
//	prefix     a name or calling code begins so                     dom  88
//	words      words of a name begin so                             kingd  rep dom
//	inside     a name contains it                                   韓
//	weak       its letters come in this order, close together       grmany
//
// Within a tier shown names come before aliases, then counts the dictionary
// order of the language that matched; inside, the shorter name is first, because
// more of it was typed. Every country comes once, with its best hit. Weak hits
// are few, and fewer beside better ones: [Hit.Weak] tells them apart.
//
// An index knows the places that its countries lack, too: Niger is not Nigeria,
// nor 澳門 nearly 澳洲. [Index.Elsewhere] names them.
//
// [Index.Query] is for lists that people pick from; [Index.Resolve] is for
// programs, which must not guess.
package find
