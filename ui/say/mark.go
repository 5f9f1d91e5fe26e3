package say

import "voxatlas/model"

// marks has one glyph per state and one for an answer that could not be read, so that a state is never told by colour alone, a form
// in ASCII for plain terminals, and a letter. No glyph is of ambiguous width.
var marks = [model.NumShown]struct{ glyph, ascii, letter string }{
	model.Yes:           {"✓", "Y", "Y"},
	model.PayPerMinute:  {"◔", "M", "M"},
	model.NeedsCredits:  {"$", "$", "C"},
	model.OnRequest:     {"▸", ">", "R"},
	model.ViaPartner:    {"&", "&", "P"},
	model.Restricted:    {"⊘", "!", "L"},
	model.Partial:       {"~", "~", "H"},
	model.No:            {"✗", "N", "N"},
	model.NotApplicable: {"-", "-", "-"},
	model.Unstated:      {"?", "?", "U"},
	model.Unread:        {"#", "#", "X"},
}

// ChangedMark marks a change since the edition before. It is one cell wide, of ASCII,
// and no state's mark.
const ChangedMark = "*"

// LimitedMark stands behind an answer that a condition or a warning limits, where notes
// are not numbered. It is one cell wide, of ASCII, and no state's mark.
const LimitedMark = "+"

// MarkedMark returns the glyph before the name of a country that the user has marked, one
// cell wide; with ascii its form in ASCII. It is no state's mark.
func MarkedMark(ascii bool) string {
	if ascii {
		return "@"
	}
	return "◉"
}

// Mark returns the glyph of s, one cell wide; with ascii its form in ASCII.
func Mark(s model.State, ascii bool) string {
	if int(s) >= len(marks) {
		return "?"
	}
	if ascii {
		return marks[s].ascii
	}
	return marks[s].glyph
}

// Letter returns the letter that stands for s beside its mark where a word has no room.
func Letter(s model.State) string {
	if int(s) >= len(marks) {
		return "U"
	}
	return marks[s].letter
}
