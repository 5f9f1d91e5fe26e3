package model_test

import (
	"testing"

	"voxatlas/model"
)

// TestUnreadIsNoChange: an answer that could not be read differs from no other, with its
// conditions; a city or plan that is not known may be any.
func TestUnreadIsNoChange(t *testing.T) {
	city := func(name string) model.City {
		return model.City{Names: model.NamesOf(map[model.Lang]string{model.English: name})}
	}
	country := func(a model.Answer) *model.Country {
		return model.NewCountry(model.Record{Slug: "x", ISO2: "XX", Answers: map[model.Feature]model.Answer{model.TollNumbers: a}})
	}
	cities := func(list ...model.City) model.Answer {
		return model.Answer{State: model.Yes, Scope: model.Cities, Cities: model.ListOf(list...)}
	}
	plans := func(list ...model.Plan) model.Answer {
		return model.Answer{State: model.Yes, Plans: model.ListOf(list...)}
	}
	unknown, domestic := model.City{Printed: "好"}, model.Plan{Kind: model.Domestic, DomesticMinutes: 120}
	limited := model.Answer{State: model.OnRequest, Conditions: model.ListOf(model.Condition{Key: "toll_numbers_on_request"})}
	for name, tt := range map[string]struct {
		a, b model.Answer
		same bool
	}{
		"not read":                    {model.Answer{Unread: "Soon"}, limited, true},
		"silent":                      {model.Answer{}, limited, false},
		"a city that may be it":       {cities(city("Riga"), unknown), cities(city("Riga"), city("Nice")), true},
		"a city too few":              {cities(unknown), cities(city("Riga"), city("Nice")), false},
		"another city beside it":      {cities(city("Riga"), unknown), cities(city("Nice"), city("Hull")), false},
		"two that are not known":      {cities(unknown, unknown), cities(unknown, city("Hull")), true},
		"a plan that may be it":       {plans(model.Plan{Printed: "600"}), plans(domestic), true},
		"another plan beside it":      {plans(domestic, model.Plan{Printed: "600"}), plans(model.Plan{Kind: model.PayAsYouGo}, model.Plan{Kind: model.PayAsYouGo}), false},
		"cities where there was none": {cities(unknown), model.Answer{State: model.Yes}, false},
	} {
		a, b := country(tt.a), country(tt.b)
		for _, pair := range [][2]*model.Country{{a, b}, {b, a}} {
			changes := model.DiffCountry(pair[0], pair[1])
			if (len(changes) == 0) != tt.same || pair[0].Differs(pair[1], model.TollNumbers) == tt.same {
				t.Errorf("%s: %d changes", name, len(changes))
			}
			if uses := pair[0].ConditionUsesNotIn(pair[1]); tt.same && len(uses) > 0 {
				t.Errorf("%s: %v", name, uses)
			}
		}
	}
	if s := (model.Answer{Unread: "Soon"}).Shown(); s != model.Unread || s.String() != "unread" || s.Offered() {
		t.Errorf("shown as %s", s)
	}
	if s := (model.Answer{State: model.No}).Shown(); s != model.No {
		t.Errorf("shown as %s", s)
	}
}
