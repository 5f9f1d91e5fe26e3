package pane

import (
	"voxatlas/model"
	"voxatlas/ui/rows"
)

// Selection is the countries of an edition that the views over several countries are
// about. The lists have the order of the list of countries; the marked ones, that of
// marking.
type Selection struct {
	Atlas   *model.Atlas
	Marked  []*model.Country
	Filter  string           // the expression in force; "" for none
	Where   string           // the same as one writes it in a shell
	Meets   []*model.Country // those that meet the filter
	Depends []*model.Country // those that meet it with a condition
	Sort    rows.SortKey     // the order of the list
	At      *model.Country   // under the cursor; nil for none
	Feature model.Feature    // the answer under the cursor; 0 for none
}

// StepService calls moveTo with the services after at in a direction, +1 or -1, until it
// reports that it has moved there; with at if it moves to none of them.
func StepService(at model.Service, direction int, moveTo func(model.Service) bool) {
	for s := int(at) + direction; s > 0 && s <= len(model.Services()); s += direction {
		if moveTo(model.Service(s)) {
			return
		}
	}
	moveTo(at)
}
