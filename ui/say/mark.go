package say

import "voxatlas/model"

// marks has one glyph per state, so that a state is never told by colour alone, and
// a form in ASCII for plain terminals. No glyph is of ambiguous width.
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

// ChangedMark marks a change since the edition before. It is one cell wide, of ASCII,
// and no state's mark.
const ChangedMark = "*"

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
