package cli

import (
	"slices"

	"voxatlas/data/library"
	"voxatlas/data/offices"
	"voxatlas/model"
	"voxatlas/ui/rollout"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
)

// rolloutReport is a list of offices that is printed.
type rolloutReport struct {
	*rollout.List
	program *program
	edition *library.Edition
	need    *rollout.Need // of --need; nil for none
	notes   officeNotes
	words   map[*rollout.Plan]*planWords // see wordsOf
	doubts  map[*offices.Doubt]string    // see why
}

// planWords is a plan in words.
type planWords struct {
	reasons    string // with the notes that limit an answer
	numbered   string // with their numbers
	reasonKeys string // stable
	steps      []planStep
	wrapped    []string // numbered, broken to the width of the text
}

// planStep is a next step in words, with its heading.
type planStep struct {
	say.Step
	head string
}

// maxPlans is the number of plans, and of doubts, that are kept in words or as JSON. Only a list in which
// every office has a need of its own has more.
const maxPlans = 5000

// wordsOf returns a plan in words.
func (r *rolloutReport) wordsOf(plan *rollout.Plan) *planWords {
	if w, known := r.words[plan]; known {
		return w
	}
	w := &planWords{}
	if plan.Outcome != rollout.NoNeed {
		w.reasons = r.program.localizer.Reasons(plan.Country, plan.Result)
		w.numbered = r.program.localizer.ReasonsWithNotes(plan.Country, plan.Result, func(text string, notes []say.Note) string {
			return rows.WithNotes(text, r.notes.numbersOf(plan.Country, notes))
		})
		w.reasonKeys = r.program.reasonKeys(rows.Judged{Country: plan.Country, Result: plan.Result})
	}
	for _, s := range plan.Steps() {
		head := "answer.next"
		if s.AfterNo {
			head = "answer.next_after_no"
		}
		w.steps = append(w.steps, planStep{r.program.localizer.Step(s.Step), r.program.localizer.Text(head)})
	}
	if len(r.words) < maxPlans {
		r.words[plan] = w
	}
	return w
}

// why says why an office has its outcome.
func (r *rolloutReport) why(o *rollout.Office) string {
	switch {
	case o.Plan != nil:
		return r.WithSettled(r.program.localizer, o, r.wordsOf(o.Plan).reasons)
	case o.Settled != nil:
		return r.Why(r.program.localizer, o, r.program.commandPrefix())
	}
	why, known := r.doubts[o.Doubt]
	if o.Doubt == nil || !known {
		why = r.Why(r.program.localizer, o, r.program.commandPrefix())
	}
	if o.Doubt != nil && !known && len(r.doubts) < maxPlans {
		r.doubts[o.Doubt] = why
	}
	return why
}

// needDoubt is the kind of doubt of an office whose need has a mistake.
const needDoubt = "need"

// officeNotes numbers the notes of all reasons, from 1.
type officeNotes struct{ list []rows.SheetNote }

// numbersOf returns the numbers of notes about answers of a country, sorted.
func (n *officeNotes) numbersOf(c *model.Country, notes []say.Note) []int {
	var numbers []int
	for _, note := range notes {
		i := slices.IndexFunc(n.list, func(known rows.SheetNote) bool { return known.Text == note.Text })
		if i < 0 {
			i = len(n.list)
			n.list = append(n.list, rows.SheetNote{Text: note.Text, Links: note.Links})
		}
		if known := &n.list[i]; !slices.Contains(known.Countries, c) {
			known.Countries = append(known.Countries, c)
		}
		numbers = append(numbers, i+1)
	}
	slices.Sort(numbers)
	return slices.Compact(numbers)
}
