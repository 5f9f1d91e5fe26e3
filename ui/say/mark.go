package say

import "voxatlas/model"

// marks are one glyph per state, none of ambiguous width, so that a state is
// never colour alone; ascii are their forms for plain terminals.
var marks = [model.NumStates]struct{ glyph, ascii string }{
	model.Yes:           {"✓", "Y"},
	model.PayPerMinute:  {"◔", "M"},
	model.NeedsCredits:  {"$", "$"},
	model.OnRequest:     {"▸", ">"},
	model.ViaPartner:    {"&", "&"},
	model.Restricted:    {"⊘", "!"},
	model.Partial:       {"~", "~"},
	model.No:            {"✗", "N"},
	model.NotApplicable: {"-", "-"},
	model.Unstated:      {"?", "?"},
}

// ChangedMark stands beside what changed since the edition before: one cell wide,
// of ASCII, and no state's.
const ChangedMark = "*"

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
