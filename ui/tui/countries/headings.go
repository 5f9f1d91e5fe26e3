package countries

import (
	"strings"

	"voxatlas/assets"
	"voxatlas/ui/text"
)

// headingKeys are the texts of the headings of groups.
var headingKeys = [...]string{
	mineHeading: "ui.mine", othersHeading: "ui.others",
	conditionHeading: "verdict.condition", unreadHeading: "verdict.unread", failsHeading: "verdict.fails", hiddenHeading: "ui.hidden",
}

// headingLine returns a row without a country. The headings of groups are rules: their
// words between hyphens.
func (p *Pane) headingLine(r countryRow) text.Line {
	if r.heading == guessHeading {
		return p.guessHeading()
	}
	rule := "-- " + p.look.Localizer.Text(headingKeys[r.heading], "count", assets.Number(int(r.count))) + " "
	return text.Line{{Text: rule + strings.Repeat("-", max(p.w-text.Width(rule), 0)), Style: p.look.Theme.Dim}}
}
