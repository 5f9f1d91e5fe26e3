package say

import "voxatlas/model"

// marks are one glyph per state, none of ambiguous width, so that a state is
// never colour alone; ascii are their forms for plain terminals, and letters
// stand for them where there is no room for a word.
var marks = [model.NumStates]struct{ glyph, ascii, letter string }{
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
}

// Mark is the glyph of s, one cell wide; with ascii one of ASCII.
func Mark(s model.State, ascii bool) string {
	if int(s) >= len(marks) {
		return "?"
	}
	if ascii {
		return marks[s].ascii
	}
	return marks[s].glyph
}

// Letter is the letter of s.
func Letter(s model.State) string {
	if int(s) >= len(marks) {
		return "?"
	}
	return marks[s].letter
}
