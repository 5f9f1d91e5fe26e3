package cli

import (
	"slices"

	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
)

// planOf names what offices of one country and one need have in common.
type planOf struct {
	country *model.Country
	need    *officeNeed
}

// officePlan is what offices of one country and one need have in common.
type officePlan struct {
	country  *model.Country
	verdict  outcome
	result   query.Result // of the need
	features []model.Feature
	words    planWords // see (*rollout).wordsOf
}

// judge judges all offices, and adds them up.
func (r *rollout) judge() {
	for _, o := range r.offices {
		c := r.locator.Listed(o.iso2)
		switch {
		case o.doubt != nil || o.need != nil && o.need.mistake != nil:
			o.verdict = inDoubt
		case c == nil:
			o.verdict = notListed
		}
		if c != nil && o.verdict != inDoubt {
			o.plan = r.planOf(c, o.need)
			o.verdict = o.plan.verdict
		}
		total := &r.totals[o.verdict]
		total.offices++
		total.users += o.users
	}
}

// planOf returns what the offices of a country with a need have in common.
func (r *rollout) planOf(c *model.Country, need *officeNeed) *officePlan {
	key := planOf{c, need}
	plan, known := r.plans[key]
	if known {
		return plan
	}
	plan = &officePlan{country: c, verdict: withoutNeed, features: model.Features()}
	if need != nil {
		plan.result = need.expr.Judge(c)
		plan.verdict, plan.features = outcomeOf(plan.result.Verdict), nil
		reasons := plan.result.Reasons
		if plan.verdict == failsNeed {
			reasons = plan.result.Deciding()
		}
		for _, reason := range reasons {
			if f := featureOf(reason); f != 0 && !slices.Contains(plan.features, f) {
				plan.features = append(plan.features, f)
			}
		}
	}
	r.plans[key] = plan
	return plan
}

// featureOf returns the answer that a reason is about; 0 for none. The next steps of plans
// are those of their purchase.
func featureOf(r query.Reason) model.Feature {
	switch r.Kind {
	case query.StateReason:
		return r.Feature
	case query.PlanMinutes, query.PlanLimited, query.PlanKinds, query.NoPlanKind, query.PartnerPlans, query.PlanUnread:
		return model.CallingPlansPurchase
	case query.ScopeReason, query.CityListed, query.CityOnRequest, query.CityOthers, query.CityDenied, query.CityNotTied, query.CityMissing, query.CityUnread:
		return model.TollNumbers
	}
	return 0
}

// planWords is a plan in words.
type planWords struct {
	made       bool
	linked     bool   // the text has the links of its steps
	reasons    string // with the notes that limit an answer
	numbered   string // with their numbers
	reasonKeys string // stable
	steps      []planStep
	wrapped    []string // numbered, broken to the width of the text
}

// wordsOf returns a plan in words.
func (r *rollout) wordsOf(plan *officePlan) *planWords {
	w := &plan.words
	if w.made {
		return w
	}
	w.made = true
	if plan.verdict != withoutNeed {
		w.reasons = r.program.localizer.Reasons(plan.country, plan.result)
		w.numbered = r.program.localizer.ReasonsWithNotes(plan.country, plan.result, func(text string, notes []say.Note) string {
			return rows.WithNotes(text, r.notes.numbersOf(plan.country, notes))
		})
		w.reasonKeys = r.program.reasonKeys(rows.Judged{Country: plan.country, Result: plan.result})
	}
	for _, s := range r.stepsOf(plan) {
		head := "answer.next"
		if s.afterNo {
			head = "answer.next_after_no"
		}
		w.steps = append(w.steps, planStep{r.program.localizer.Step(s.Step), r.program.localizer.Text(head)})
	}
	return w
}

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

// planStep is a next step in words, with its heading.
type planStep struct {
	say.Step
	head string
}

// nextStep is a next step of a plan.
type nextStep struct {
	model.Step
	afterNo bool // it is another route, since the answer is no
}

// stepsOf returns the next steps of a plan, each once.
func (r *rollout) stepsOf(plan *officePlan) []nextStep {
	var steps []nextStep
	for _, f := range plan.features {
		answer := plan.country.Answer(f)
		for s := range answer.Next.Values() {
			if !slices.ContainsFunc(steps, func(other nextStep) bool { return other.Key == s.Key }) {
				steps = append(steps, nextStep{s, answer.State == model.No})
			}
		}
	}
	return steps
}
