package names

import (
	_ "embed" // the table
	"strings"

	"voxatlas/model"
)

//go:embed languages.txt
var languageLines string

// Language is what the language of a [Spelling] is called in another one, in
// English where the table does not have that; tag itself when it has neither.
func Language(tag, in model.Lang) string {
	for line := range strings.Lines(languageLines) {
		name, rest, _ := strings.Cut(line, "|")
		if name != string(tag) {
			continue
		}
		english, chinese, _ := strings.Cut(strings.TrimSuffix(rest, "\n"), "|")
		if in == model.TraditionalChinese {
			return chinese
		}
		return english
	}
	return string(tag)
}
