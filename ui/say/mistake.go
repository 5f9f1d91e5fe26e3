package say

import (
	"strings"

	"voxatlas/model"
	"voxatlas/model/query"
)

// maxQuoted is the longest part of an expression that a text repeats, in characters.
const maxQuoted = 80

// Mistake puts a mistake in an expression into words, without its place: the thing that
// is wrong, and the nearest word that there is, or the words to choose from. args are
// further arguments of the text: "program", the word that users type before a command.
func (loc Localizer) Mistake(e *query.Error, args ...any) string {
	advice, known := loc.Text("mistake.example"), loc.JoinList(e.Known)
	switch {
	case e.Nearest != "" && known != "" && strings.Contains(e.Nearest, ":"): // a term, which none of the known words is
		advice = loc.Text("mistake.meant", "nearest", e.Nearest)
	case e.Nearest != "" && known == "":
		advice = loc.Text("mistake.nearest", "nearest", e.Nearest)
	case e.Nearest != "":
		advice = loc.Text("mistake.near", "nearest", e.Nearest, "known", known)
	case known != "":
		advice = loc.Text("mistake.choose", "known", known)
	}
	return loc.Text("mistake."+string(e.Kind), append(args, "found", model.Clean(e.Found, maxQuoted),
		"key", model.Clean(e.Key, maxQuoted), "advice", advice, "known", known)...)
}
