// Make makes the older editions of Microsoft's pages, and all that is generated of the
// editions:
//
//	go run ./data/editions/make
//
//	../shared/upstream/LANG-DATE  ▶ data/editions/DATE.json    where the pages are at hand
//	data/editions/*.json          ▶ data/editions/older.pack   all but the newest
//	                              ▶ data/editions/embedded.go  the name of the newest
//	                              ▶ data/differencetable.go    how neighbours differ
//
// Two editions are not made here: 2021-03-23, which is made of pages and facts and held to
// both by the tests of package data, and 2023-01-26, which an earlier program made. They
// are the editions in which names are looked up, so that a file follows from pages, these
// two and the importer alone.
package main
