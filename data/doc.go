// Package data holds the dated editions of the facts, one embedded JSON file
// each, and reads and writes edition files.
//
// An edition file has the schema "voxatlas.edition/1". The type [File] documents
// it, [Schema] is its JSON Schema, and [Format] writes it so that one country can
// be reviewed as a diff. States and kinds are words; features and countries stand
// in the order of Microsoft's pages.
//
//	editions/DATE.json ── Open ────────────────────┐  decoded when asked for
//	a fetched edition ─── OpenWithChecksum ────────┤
//	a user's file ─────── Load ── every rule ──────┼─▶ model.Atlas
//	                      Validate ─▶ faults       │
//	File ── Format, Replace ──▶ a file
//
// Package importer makes a File of Microsoft's pages, the edition of 2021 among
// others. The tests compare both editions with the facts in testdata/facts, which
// other programs extracted.
//
// Reading is strict: a file with duplicate or unknown members, bad UTF-8, a wrong
// type, a missing answer or a broken rule of the model is refused as a whole. All
// faults are reported at once, each with its line and place; a file that is not JSON
// has one. No text of a fault has control or bidi characters, so that a hostile
// file cannot write to the terminal through them.
package data
