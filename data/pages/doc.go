// Package pages reads one page of Microsoft's Teams documentation into sections,
// rows, list items, notes and links. It knows shapes only: it mends the markup as
// a browser would, keeps the English half of a bilingual page, and has never heard
// of a country.
//
// Pages are data. Nothing here opens a file or follows a link; sizes and nesting
// are bounded.
package pages
