// Package importer turns the pages of Microsoft's Teams documentation, in any of
// its languages, into an edition: the answer of every country to every feature.
// The pages come as shapes from package pages; the meaning is found here, by the
// vocabulary of the page's language. The path from a row to an answer:
//
//	|Are toll-free numbers available?|Yes ([on request](contact-desk.md))|
//
//	file name   availability-in-chile.md       → country   CL
//	anchor      toll-and-toll-free-numbers-…   → service   the rows to expect (rows.go)
//	label       mentions "toll-free"           → feature   TollFreeNumbers
//	            of a translation, unknown      → feature   by the row's position
//	link        leads to the service desk      → a mark in the text (marks.go)
//	cell        begins with "Yes"              → state     OnRequest
//	                                           → condition toll_free_on_request
//	                                           → confidence ByWording
//
// A cell that is not understood is never guessed. Its answer stays unstated and keeps the
// text as it is printed (Unread), and the [Report] has a [Finding] with the file, the
// line, the text and the kind of text that was expected there. One plan or city among
// others costs that plan or city only. Contradictions on the pages are kept, with a
// warning.
//
// # Trusted and untrusted parts of a page
//
// The pages are translated by machines. File names, anchors, targets of links,
// numbers, and the number and order of rows and list items are the same in every
// language, and trusted. Headings and introductory sentences name wrong countries
// and are not read. City names are translated like words; so a list in another
// language is read by its position beside the base's list for the same country,
// if it is as long, has the same cities on request and no other city's name, and
// agrees with the page's other list.
//
// # Names of cities
//
// A name is looked up among the cities of the country in the embedded editions and the
// base, in each language that they have; then among the printed names that older pages
// have for them (learned.txt, which data/importer/measure makes of pages with known
// originals); then among the cities of the world (package cities), in the country only.
// An English name that none of them has is a new city's. Of any other the printed text
// stays, and the city is not known. A city that a page prints otherwise keeps that, too.
//
// # Nothing beside the known words
//
// A cell is read only when it says nothing else: a term in brackets, an exception or a
// "no longer" would turn it round (strict.go). English labels, cells and notes must be
// known by every word; a row of an English page is never told by its position. Of a
// translation the common cells must be, and rare sentences are held to their number.
// Every other text, above and below the tables too, is in the report.
//
// A wording that is wrong, but known as the machine's translation of another, is
// in the vocabulary too; answers read by one are ByKnownMistranslation.
//
// No text leaves this package with control or bidi characters.
package importer
