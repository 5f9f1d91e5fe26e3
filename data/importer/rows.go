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
func layout(anchor string) (keys []string, features []model.Feature) {
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
func anchors() []string {
	return []string{"audio-conferencing", "phone-system", "calling-plans", "toll-and-toll-free-numbers-for-services", "communications-credits"}
}

// row is a row whose question is known.
type row struct {
	key     string
	feature model.Feature // that the row answers, alone or with others
	line    int
	label   string
	pages.Cell
	byPlace bool
}

// rows tells which question each row of a section answers. Labels decide where
// all of them are understood; else, where there are as many rows as there should
// be, their places, as long as no label speaks against it.
func (c *country) rows(anchor string, found []pages.Row) map[string]row {
	keys, _ := layout(anchor)
	found = c.withoutDocuments(keys, found)
	placed := places(keys, len(found))
	labels := make([]string, len(found))
	count := map[string]int{}
	for i, r := range found {
		if len(r.Cells) > 0 {
			labels[i] = c.label(anchor, r.Cells[0].TextContent())
		}
		count[labels[i]]++
	}
	sure := count[""] == 0 && len(count) == len(found)
	out := map[string]row{}
	for i, r := range found {
		key, byPlace := labels[i], false
		if !sure && placed != nil {
			if contradicts(labels[i], placed[i], count) {
				c.find(r.Line, featureOf(placed[i]), rowText(r), WantRow)
				continue
			}
			key, byPlace = placed[i], labels[i] != placed[i]
		}
		_, twice := out[key]
		switch {
		case key == "":
			c.find(r.Line, 0, rowText(r), WantRow)
		case twice:
			c.find(r.Line, featureOf(key), rowText(r), WantRowOnce)
			r := out[key]
			r.key = ""
			out[key] = r // which of them holds is not known
		default:
			out[key] = row{key: key, feature: featureOf(key), line: r.Line, label: rowText(pages.Row{Cells: r.Cells[:1]}), Cell: value(r), byPlace: byPlace}
		}
	}
	return out
}

// withoutDocuments takes a row out that is one too many and lists the documents
// of a regulator, which its links tell.
func (c *country) withoutDocuments(keys []string, found []pages.Row) []pages.Row {
	if len(found) <= len(keys) {
		return found
	}
	var rest []pages.Row
	for _, r := range found {
		cell := value(r)
		if documentKind(cell.Links()) == "regulator_rate_sheets" {
			c.documents(row{line: r.Line, Cell: cell}, cell.Parts)
		} else {
			rest = append(rest, r)
		}
	}
	return rest
}

// places are the keys of n rows by their place; nil when there are too few or
// too many of them.
func places(keys []string, n int) []string {
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
func contradicts(label, place string, count map[string]int) bool {
	return label != "" && count[label] == 1 && label != place
}

// label is the key of the row with that label; "" when it is not understood. The
// order matters: what says "toll-free" says "toll", too.
func (c *country) label(anchor, text string) string {
	order := map[string][]model.Feature{
		"audio-conferencing": {model.AutoAssignedNumbers, model.CallMe, model.ConferencingPurchase},
		"phone-system":       {model.AutoAttendants, model.CallQueues, model.Voicemail, model.PhoneSystemPurchase},
		"calling-plans":      {model.PremiumNumbers, model.Minutes, model.OutboundCalls, model.CallingPlansPurchase},
		"toll-and-toll-free-numbers-for-services": {model.TollFreeNumbers, model.TollNumbers},
		"communications-credits":                  {model.CreditsPurchase},
	}[anchor]
	if anchor == "toll-and-toll-free-numbers-for-services" && c.words.says(text, rowOf(tollCities)) {
		return tollCities
	}
	for _, f := range order {
		if c.words.says(text, rowOf(f.Key())) {
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
func value(r pages.Row) pages.Cell {
	var c pages.Cell
	for _, cell := range r.Cells[min(1, len(r.Cells)):] {
		c.Parts = append(c.Parts, cell.Parts...)
	}
	return c
}

func rowText(r pages.Row) string {
	var text string
	for i, c := range r.Cells {
		if i > 0 {
			text += " | "
		}
		text += c.TextContent()
	}
	return text
}
