// Package webpage writes the facts about many countries as one interactive page, which
// stands alone (see [html.Page]): search by any name, filters, comparison, every language
// of the interface, at once.
//
// The page holds its facts as JSON (document.go), each text and each answer once: texts
// are numbered, and everything else refers to their numbers. A text is one string, or a
// list with one for each language of the page where they differ. The script reads the
// JSON and builds elements of it; it never builds markup.
//
//	document.go   the JSON
//	texts.go      texts by number
//	answers.go    answers by number, with their notes and next steps
//	places.go     names and codes to search by, folded spellings
//	script/       fold.js, names.js: the search; the others: what is on the screen
//	page.css      looks, for screens of any width and for paper
package webpage
