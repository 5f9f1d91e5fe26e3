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
