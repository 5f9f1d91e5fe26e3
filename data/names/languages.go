package names

import (
	_ "embed" // the table
	"strings"

	"voxatlas/model"
)

//go:embed languages.txt
var languages string

// Language is what the language of a [Spelling] is called in another one, in
// English where the table does not have that; tag itself when it has neither.
func Language(tag, in model.Lang) string {
	_, rest, ok := strings.Cut("\n"+languages, "\n"+string(tag)+"|")
	if !ok {
		return string(tag)
	}
	line, _, _ := strings.Cut(rest, "\n")
	english, chinese, _ := strings.Cut(line, "|")
	if in == model.TraditionalChinese {
		return chinese
	}
	return english
}
