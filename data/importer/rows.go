package importer

import (
	"voxatlas/data/pages"
	"voxatlas/model"
)

// The rows of a service's section, in page order; but for tollCities, a row
// answers the feature of that key. The row about premium numbers stands only
// where Microsoft sells plans.
const tollCities = "toll_cities"

// layout is the rows of a section by its anchor, nil for a section about
// something else, and the features that they answer.
func serviceRows(anchor string) (keys []string, features []model.Feature) {
	switch anchor {
	case "audio-conferencing":
		features = model.AudioConferencing.Features()
	case "phone-system":
		features = model.PhoneSystem.Features()
	case "calling-plans":
		features = model.CallingPlans.Features()
	case "toll-and-toll-free-numbers-for-services":
		features, keys = model.ServiceNumbers.Features(), []string{tollCities}
	case "communications-credits":
		features = model.CommunicationsCredits.Features()
	}
	for _, f := range features {
		keys = append(keys, f.Key())
	}
	return keys, features
}

// anchors are the sections of the services, in the order that pages have them.
func serviceAnchors() []string {
	return []string{"audio-conferencing", "phone-system", "calling-plans", "toll-and-toll-free-numbers-for-services", "communications-credits"}
}

// row is a row whose question is known.
type answerRow struct {
	key     string
	feature model.Feature // that the row answers, alone or with others
	line    int
	label   string
	pages.Cell
	byPosition bool
}

// rows tells which question each row of a section answers. Labels decide where
// all of them are understood; else, where there are as many rows as there should
// be, their places, as long as no label speaks against it.
func (c *countryReader) matchRows(anchor string, pageRows []pages.Row) map[string]answerRow {
	keys, _ := serviceRows(anchor)
	pageRows = c.takeDocumentRows(keys, pageRows)
	placed := keysByPosition(keys, len(pageRows))
	labels := make([]string, len(pageRows))
	count := map[string]int{}
	for i, r := range pageRows {
		if len(r.Cells) > 0 {
			labels[i] = c.matchLabel(anchor, r.Cells[0].TextContent())
		}
		count[labels[i]]++
	}
	allUnderstood := count[""] == 0 && len(count) == len(pageRows)
	rows := map[string]answerRow{}
	for i, r := range pageRows {
		key, byPosition := labels[i], false
		if !allUnderstood && placed != nil {
			if labelContradicts(labels[i], placed[i], count) {
				c.reportText(r.Line, featureOf(placed[i]), joinCells(r), ExpectedRow)
				continue
			}
			key, byPosition = placed[i], labels[i] != placed[i]
		}
		_, twice := rows[key]
		switch {
		case key == "":
			c.reportText(r.Line, 0, joinCells(r), ExpectedRow)
		case twice:
			c.reportText(r.Line, featureOf(key), joinCells(r), ExpectedRowOnce)
			r := rows[key]
			r.key = ""
			rows[key] = r // which of them holds is not known
		default:
			rows[key] = answerRow{key: key, feature: featureOf(key), line: r.Line, label: joinCells(pages.Row{Cells: r.Cells[:1]}), Cell: answerCell(r), byPosition: byPosition}
		}
	}
	return rows
}

// withoutDocuments takes a row out that is one too many and lists the documents
// of a regulator, which its links tell.
func (c *countryReader) takeDocumentRows(keys []string, pageRows []pages.Row) []pages.Row {
	if len(pageRows) <= len(keys) {
		return pageRows
	}
	var rest []pages.Row
	for _, r := range pageRows {
		cell := answerCell(r)
		if documentCondition(cell.Links()) == "regulator_rate_sheets" {
			c.readDocuments(answerRow{line: r.Line, Cell: cell}, cell.Parts)
		} else {
			rest = append(rest, r)
		}
	}
	return rest
}

// places are the keys of n rows by their place; nil when there are too few or
// too many of them.
func keysByPosition(keys []string, n int) []string {
	if n == len(keys) {
		return keys
	}
	var short []string
	for _, k := range keys {
		if k != model.PremiumNumbers.Key() {
			short = append(short, k)
		}
	}
	if n == len(short) {
		return short
	}
	return nil
}

// contradicts reports whether a label is understood, stands once, and says
// another row than its place.
func labelContradicts(label, place string, count map[string]int) bool {
	return label != "" && count[label] == 1 && label != place
}

// label is the key of the row with that label; "" when it is not understood. The
// order matters: what says "toll-free" says "toll", too.
func (c *countryReader) matchLabel(anchor, text string) string {
	order := map[string][]model.Feature{
		"audio-conferencing": {model.AutoAssignedNumbers, model.CallMe, model.ConferencingPurchase},
		"phone-system":       {model.AutoAttendants, model.CallQueues, model.Voicemail, model.PhoneSystemPurchase},
		"calling-plans":      {model.PremiumNumbers, model.Minutes, model.OutboundCalls, model.CallingPlansPurchase},
		"toll-and-toll-free-numbers-for-services": {model.TollFreeNumbers, model.TollNumbers},
		"communications-credits":                  {model.CreditsPurchase},
	}[anchor]
	if anchor == "toll-and-toll-free-numbers-for-services" && c.vocabulary.mentions(text, rowMeaning(tollCities)) {
		return tollCities
	}
	for _, f := range order {
		if c.vocabulary.mentions(text, rowMeaning(f.Key())) {
			return f.Key()
		}
	}
	return ""
}

// featureOf is the feature of a row.
func featureOf(key string) model.Feature {
	var f model.Feature
	if key == tollCities {
		return model.TollNumbers
	}
	if err := f.UnmarshalText([]byte(key)); err != nil {
		return 0
	}
	return f
}

// value is the cell that answers; that of a row with more than two holds what
// stands in all of them, and is not understood.
func answerCell(r pages.Row) pages.Cell {
	var c pages.Cell
	for _, cell := range r.Cells[min(1, len(r.Cells)):] {
		c.Parts = append(c.Parts, cell.Parts...)
	}
	return c
}

func joinCells(r pages.Row) string {
	var text string
	for i, c := range r.Cells {
		if i > 0 {
			text += " | "
		}
		text += c.TextContent()
	}
	return text
}
