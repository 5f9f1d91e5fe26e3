package cli

import (
	"slices"

	"voxatlas/data/library"
	"voxatlas/data/offices"
	"voxatlas/model"
	"voxatlas/ui/export"
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
	notes   noteNumbers
	words   map[*rollout.Plan]*planWords // see wordsOf
	doubts  map[*offices.Doubt]string    // see why
}

// planWords is a plan in words.
type planWords struct {
	reasons    string // with the notes that limit an answer
	numbered   string // with their numbers, and those of later notes
	reasonKeys string // stable
	later      export.Cell
	steps      []planStep
	wrapped    []string // numbered, broken to the width of the text
}

// planStep is a next step in words, with its heading.
type planStep struct {
	say.StepText
	head string
}

// maxPlans is the number of plans, and of doubts, that are kept in words or as JSON. Only a
// list in which every office has a need of its own has more.
const maxPlans = 5000

// wordsOf returns a plan in words.
func (r *rolloutReport) wordsOf(plan *rollout.Plan) *planWords {
	if w, known := r.words[plan]; known {
		return w
	}
	shown := shownOf(plan)
	w := &planWords{later: r.program.laterCell(rows.LaterNotes(plan.Country, shown...), shown...)}
	if plan.Outcome != rollout.NoNeed {
		w.reasons = r.program.localizer.Reasons(plan.Country, plan.Result)
		w.numbered = r.program.numberedReasons(rows.Judged{Country: plan.Country, Result: plan.Result}, plan.Named(), &r.notes, r.program.localizer.ReasonAndNotes)
		w.reasonKeys = r.program.reasonKeys(rows.Judged{Country: plan.Country, Result: plan.Result})
	}
	for _, s := range plan.Steps() {
		head := "answer.next"
		if s.AfterNo {
			head = "answer.next_after_no"
		}
		w.steps = append(w.steps, planStep{r.program.localizer.StepText(s.Step), r.program.localizer.Text(head)})
	}
	if len(r.words) < maxPlans {
		r.words[plan] = w
	}
	return w
}

// shownOf lists the answers that a plan is about: those of its need, and the offer of its
// country, which stands with every plan.
func shownOf(plan *rollout.Plan) []model.Feature {
	features := plan.Named()
	for _, f := range []model.Feature{model.CallingPlansPurchase, model.Minutes, model.TollNumbers} {
		if !slices.Contains(features, f) {
			features = append(features, f)
		}
	}
	return features
}

// why says why an office has its outcome.
func (r *rolloutReport) why(o *rollout.Office) string {
	loc, program := r.program.localizer, r.program.commandPrefix()
	switch {
	case o.Plan != nil:
		return r.WithSettled(loc, o, r.wordsOf(o.Plan).reasons)
	case o.Settled != nil, o.Doubt == nil:
		return r.Why(loc, o, program)
	}
	why, known := r.doubts[o.Doubt]
	if !known {
		why = r.Why(loc, o, program)
		if len(r.doubts) < maxPlans {
			r.doubts[o.Doubt] = why
		}
	}
	return why
}

// needDoubt is the kind of doubt of an office whose need has a mistake.
const needDoubt = "need"
