package importer

import (
	"voxatlas/data/pages"
	"voxatlas/model"
)

// tollCities is the key of the row with the cities of toll numbers. Every other
// row has the key of the feature that it answers.
const tollCities = "toll_cities"

// serviceRows returns the keys of the rows in the section of that anchor, in
// page order, and the features that they answer; nil for a section that is no
// service's. The row about premium numbers stands only where Microsoft sells
// plans.
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

// serviceAnchors lists the anchors of the services' sections in page order.
func serviceAnchors() []string {
	return []string{"audio-conferencing", "phone-system", "calling-plans", "toll-and-toll-free-numbers-for-services", "communications-credits"}
}

// answerRow is a row with a known question.
type answerRow struct {
	key     string
	feature model.Feature // the answer to it is in this row, alone or with others
	line    int
	label   string
	pages.Cell
	byPosition bool
}

// matchRows finds the question of each row in a section. If all labels are
// understood, they decide, and on an English page in any case. Else the position
// decides, if the section has as many rows as it should and no label contradicts.
func (c *countryReader) matchRows(anchor string, pageRows []pages.Row) map[string]answerRow {
	keys, _ := serviceRows(anchor)
	pageRows = c.takeDocumentRows(keys, pageRows)
	orderedKeys := c.keysByPosition(keys, len(pageRows))
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
		if !allUnderstood && orderedKeys != nil {
			key, byPosition = orderedKeys[i], labels[i] != orderedKeys[i]
			if labelContradicts(labels[i], orderedKeys[i], count) {
				key = ""
			}
		}
		switch other, twice := rows[key]; {
		case key == "":
			c.reportText(r.Line, 0, joinCells(r), ExpectedRow)
			c.unknownRows = append(c.unknownRows, joinCells(r))
		case twice:
			c.reportText(r.Line, featureOfRow(key), joinCells(r), ExpectedRowOnce)
			other.key = "" // which of them holds is not known
			rows[key] = other
		default:
			rows[key] = answerRow{key: key, feature: featureOfRow(key), line: r.Line, label: labelOf(r), Cell: answerCell(r), byPosition: byPosition}
		}
	}
	return rows
}

// labelOf returns the text of the first cell of r.
func labelOf(r pages.Row) string { return joinCells(pages.Row{Cells: r.Cells[:min(1, len(r.Cells))]}) }

// takeDocumentRows reads and removes rows with the documents of a regulator,
// which links tell. Such a row is one more than a section should have.
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

// keysByPosition returns the keys of n rows of a translated page by their position; nil
// when n does not fit, and on an English page: the labels there are known.
func (c *countryReader) keysByPosition(keys []string, n int) []string {
	if c.english {
		return nil
	}
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

// labelContradicts reports whether a label is understood, is on one row only,
// and belongs to another row than its position.
func labelContradicts(label, byPosition string, count map[string]int) bool {
	return label != "" && count[label] == 1 && label != byPosition
}

// matchLabel returns the key of the row with the label text; "" when it is not
// understood. An English label has no other words than those that are known of its row;
// a translated one mentions the question. The order matters: a label with "toll-free"
// also mentions "toll".
func (c *countryReader) matchLabel(anchor, text string) string {
	order := map[string][]string{
		"audio-conferencing": keysOf(model.AutoAssignedNumbers, model.CallMe, model.ConferencingPurchase),
		"phone-system":       keysOf(model.AutoAttendants, model.CallQueues, model.Voicemail, model.PhoneSystemPurchase),
		"calling-plans":      keysOf(model.PremiumNumbers, model.Minutes, model.OutboundCalls, model.CallingPlansPurchase),
		"toll-and-toll-free-numbers-for-services": append([]string{tollCities}, keysOf(model.TollFreeNumbers, model.TollNumbers)...),
		"communications-credits":                  keysOf(model.CreditsPurchase),
	}[anchor]
	for _, key := range order {
		if ok, _ := c.vocabulary.matches(text, labelMeaning(key)); ok {
			return key
		}
	}
	for _, key := range order {
		if c.vocabulary.mentions(text, rowMeaning(key)) && (!c.english || c.vocabulary.saysNothingBeyond(text, labelMeaning(key))) {
			return key
		}
	}
	return ""
}

// keysOf returns the keys of features.
func keysOf(features ...model.Feature) []string {
	var keys []string
	for _, f := range features {
		keys = append(keys, f.Key())
	}
	return keys
}

// featureOfRow returns the feature that the row with that key answers; 0 for an
// unknown key.
func featureOfRow(key string) model.Feature {
	var f model.Feature
	if key == tollCities {
		return model.TollNumbers
	}
	if err := f.UnmarshalText([]byte(key)); err != nil {
		return 0
	}
	return f
}

// answerCell returns the second cell of r. Of a row with more cells it joins
// all the others, which is then not understood.
func answerCell(r pages.Row) pages.Cell {
	var c pages.Cell
	for _, cell := range r.Cells[min(1, len(r.Cells)):] {
		c.Parts = append(c.Parts, cell.Parts...)
	}
	return withDashedItems(c)
}

// joinCells returns the texts of all cells of r with bars between.
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
