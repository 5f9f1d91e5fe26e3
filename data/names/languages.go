package names

import (
	_ "embed" // the table
	"slices"
	"strings"

	"voxatlas/model"
)

// languageLines has the names of languages, a line each: the tag, and the name in
// every language that the first line lists.
//
//go:embed languages.txt
var languageLines string

// Language returns the name of the language of a [Spelling], in the language in; in
// English where the table has no names in that; tag itself when it does not know tag.
func Language(tag, in model.Lang) string {
	head, lines, _ := strings.Cut(languageLines, "\n")
	column := max(slices.Index(strings.Split(head, "|"), string(in)), 1) // English is the first
	for line := range strings.Lines(lines) {
		if name, _, _ := strings.Cut(line, "|"); name == string(tag) {
			return strings.Split(strings.TrimSuffix(line, "\n"), "|")[column]
		}
	}
	return string(tag)
}
