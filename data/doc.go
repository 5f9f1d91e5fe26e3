// Package data holds the dated editions of the facts, one embedded JSON file
// each, and reads them, or a user's own edition, into a [model.Atlas].
//
// An edition file has the schema "voxatlas.edition/1", documented by the type
// [File] and written so that one country can be reviewed as a diff. States and
// kinds are words, features and countries stand in the order of Microsoft's
// pages. The edition of 2021 is made by the importer, see [Import]; the tests hold
// both to the facts in testdata/facts.
//
// Reading is strict: a file with duplicate or unknown members, bad UTF-8, a
// wrong type, a missing answer or a broken promise of the model is refused as a
// whole. The reasons come all at once as far as they can be told (a file that is
// no JSON has one), a line each, and may be shown as they are: a hostile file
// cannot speak to the terminal through them.
package data
