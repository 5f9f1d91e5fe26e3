package rollout

import (
	"voxatlas/model"
	"voxatlas/model/query"
)

// Outcome is the result for an office: a verdict on its need, or the reason why there is none.
type Outcome uint8

// The outcomes, in the order of the totals.
const (
	Meets Outcome = iota
	Conditional
	NotRead
	Fails
	NoNeed   // it has no need: its answers are listed
	Unlisted // its country is not in Microsoft's list
	InDoubt  // it is not known where it is, or its need has a mistake
	NumOutcomes
)

// String returns the stable word of o, as "meets".
func (o Outcome) String() string {
	return model.WordOf([]string{"meets", "condition", "unread", "fails", "no_need", "unlisted", "doubt"}, o)
}

// outcomeOf returns the outcome of a verdict.
func outcomeOf(v query.Verdict) Outcome {
	switch v {
	case query.Meets:
		return Meets
	case query.Conditional:
		return Conditional
	case query.NotRead:
		return NotRead
	}
	return Fails
}

// Total is the number of offices with an outcome, and of their users.
type Total struct{ Offices, Users int }
