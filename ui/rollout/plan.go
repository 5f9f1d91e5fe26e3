package rollout

import (
	"slices"

	"voxatlas/model"
	"voxatlas/model/query"
)

// Plan holds the facts that offices of one country and one need share.
type Plan struct {
	Country *model.Country
	Outcome Outcome
	Result  query.Result // of the need

	need     *Need           // nil for none
	features []model.Feature // those with the next steps
}

// planKey names a plan.
type planKey struct {
	country *model.Country
	need    *Need
}

// planOf returns the plan of a country and a need, which may be nil.
func (l *List) planOf(c *model.Country, need *Need) *Plan {
	key := planKey{c, need}
	plan, known := l.plans[key]
	if known {
		return plan
	}
	plan = &Plan{Country: c, Outcome: NoNeed, need: need, features: model.Features()}
	if need != nil {
		plan.Result = need.Expr.Judge(c)
		plan.Outcome, plan.features = outcomeOf(plan.Result.Verdict), nil
		reasons := plan.Result.Reasons
		if plan.Outcome == Fails {
			reasons = plan.Result.Deciding()
		}
		for _, reason := range reasons {
			if f := featureOf(reason); f != 0 && !slices.Contains(plan.features, f) {
				plan.features = append(plan.features, f)
			}
		}
	}
	l.plans[key] = plan
	return plan
}

// featureOf returns the answer that a reason is about; 0 for none. The next steps of plans
// are those of their purchase.
func featureOf(r query.Reason) model.Feature {
	switch r.Kind {
	case query.StateReason:
		return r.Feature
	case query.PlanMinutes, query.PlanLimited, query.PlanKinds, query.NoPlanKind, query.PartnerPlans:
		return model.CallingPlansPurchase
	case query.ScopeReason, query.CityListed, query.CityOnRequest, query.CityOthers, query.CityDenied, query.CityNotTied, query.CityMissing:
		return model.TollNumbers
	}
	return 0
}

// Feature returns the first answer that decides the plan; 0 for none.
func (p *Plan) Feature() model.Feature {
	for _, reason := range p.Result.Deciding() {
		if f := featureOf(reason); f != 0 {
			return f
		}
	}
	return 0
}

// Named lists the answers that the need is about; all of them without a need.
func (p *Plan) Named() []model.Feature {
	if p.need == nil {
		return model.Features()
	}
	return p.need.Expr.Features()
}

// Step is a next step of a plan.
type Step struct {
	model.Step
	AfterNo bool // it is another route, since the answer is no
}

// Steps returns the next steps of a plan, each once: of all answers without a need, of
// those that fail if it fails, else of those that it is about.
func (p *Plan) Steps() []Step {
	var steps []Step
	for _, f := range p.features {
		answer := p.Country.Answer(f)
		for s := range answer.Next.Values() {
			if !slices.ContainsFunc(steps, func(other Step) bool { return other.Key == s.Key }) {
				steps = append(steps, Step{s, answer.State == model.No})
			}
		}
	}
	return steps
}
