// Package rollout finds the services that the offices of a list can have: the place of each, the verdict
// of its need on the country there, or why there is none, and the next steps.
//
//	list := rollout.New(atlas, locator, rollout.Config{...})
//	list.Add(office)               // each office that was read
//	list.Judge()                   // when all are there
//	list.Offices                   // in their order, each with its Outcome
//	list.Totals[rollout.Meets]     // how many offices and users
//	list.Why(localizer, office)    // in words
//
// Offices hold facts by reference. What those of one country and one need have in common
// is a [Plan], which is made once. The command and the browser show the same list.
package rollout
