// Package importer reads the country pages of Microsoft's Teams documentation, in
// any of its languages, and tells what they say about every feature.
//
// Two halves that know nothing of each other's business:
//
//   - [Parse] knows shape only: front matter, sections by their anchor, rows,
//     lists, notes, links, and which half of a bilingual page is English. It
//     mends the markup as a browser would and has never heard of a country.
//   - [Compile] knows meaning only: the file's name decides the country, the
//     section's anchor the service, a row's label and place the feature, and a
//     vocabulary per language (words/LANG.txt) what a cell says.
//
// # What is trusted, and what is not
//
// The pages are translated by machines. File names, anchors, the targets of
// links, numbers, and the number and order of rows and list items are the same
// in every language; headings and introductory sentences name wrong countries
// and are never read. City names are translated as words, so a list in another
// language is read by its place beside the same list of an edition at hand: as
// long, with the same cities on request, without another city's name, and not
// against what the page's other list says.
//
// What is not understood is never guessed: the answer stays unstated and the
// [Report] has a line with the file, the line, the text and what was expected
// there. What the pages say against themselves is kept, with the warnings of the
// model.
//
// Pages are data. Nothing here opens a file or follows a link; sizes and nesting
// are bounded; no text leaves with control or bidi characters.
package importer
