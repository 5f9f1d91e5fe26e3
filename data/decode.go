package data

import (
	"maps"

	"voxatlas/data/names"
	"voxatlas/model"
)

// Atlas joins f with the names table. It checks nothing, see [model.Atlas.Check].
func (f *File) Atlas() *model.Atlas {
	countries := make([]*model.Country, len(f.Countries))
	for i, c := range f.Countries {
		entry, _ := names.Of(c.ISO2)
		countries[i] = model.NewCountry(c.fullRecord(entry))
	}
	return model.NewAtlas(f.info(), countries, toModel(f.Destinations, Destination.named))
}

// info returns the members of f about the edition itself.
func (f *File) info() model.EditionInfo {
	return model.EditionInfo{Date: f.Edition, AppliesTo: model.ListOf(f.AppliesTo...), Source: model.Source(f.Source)}
}

// named joins d with its entry of the names table.
func (d Destination) named() model.Destination {
	entry, _ := names.Of(d.ISO2)
	return d.withNames(entry)
}

// withNames joins d with an entry of the names table.
func (d Destination) withNames(e names.Entry) model.Destination {
	return model.Destination{ISO2: d.ISO2, Printed: d.Printed, Names: e.Names, Remark: d.Remark}
}

// emptyObjects lists the members of a that are objects without any value.
func (a Answer) emptyObjects() []string {
	var members []string
	if a.Partner != nil && *a.Partner == (Partner{}) {
		members = append(members, "partner")
	}
	if a.Destinations != nil && *a.Destinations == (Destinations{}) {
		members = append(members, "destinations")
	}
	return members
}

// fullRecord joins c with an entry of the names table.
func (c Country) fullRecord(e names.Entry) model.Record {
	r, h := c.record(), nameRecord(c.Slug, e)
	r.Slug, r.ISO2, r.ISO3, r.Dial, r.Names = h.Slug, h.ISO2, h.ISO3, h.Dial, h.Names
	return r
}

// nameRecord takes from the names table the members of a country that stand there.
func nameRecord(slug string, e names.Entry) model.Record {
	return model.Record{Slug: slug, ISO2: e.ISO2, ISO3: e.ISO3, Dial: e.Dial, Names: e.Names}
}

// record converts c, but for the members of nameRecord.
func (c Country) record() model.Record {
	r := model.Record{
		Printed: model.NamesOf(c.Printed),
		Page:    model.Page{URL: c.Page.URL, Date: c.Page.Date, Remarks: model.ListOf(c.Page.Remarks...)},
		Answers: make(map[model.Feature]model.Answer, len(c.Answers)),
	}
	for f, a := range c.Answers {
		r.Answers[f] = a.ToModel()
	}
	r.Warnings = toModel(c.Warnings, func(w Warning) model.Warning {
		return model.Warning{Key: w.Key, Features: model.ListOf(w.Features...), Args: model.ListOf(w.Args...)}
	})
	return r
}

// ToModel converts a to an answer of the model.
func (a Answer) ToModel() model.Answer {
	m := model.Answer{
		State:                a.State,
		Unread:               a.Unread,
		Scope:                a.Scope,
		OtherCitiesOnRequest: a.OtherCitiesOnRequest,
		StatedPlans:          a.StatedPlans,
		Cities: toModel(a.Cities, func(c City) model.City {
			names := maps.Clone(c.Translated)
			if names == nil {
				names = map[model.Lang]string{}
			}
			names[model.English] = c.English // NamesOf leaves an empty one out
			return model.City{Names: model.NamesOf(names), Printed: c.Printed, OnRequest: c.OnRequest}
		}),
		Plans: toModel(a.Plans, func(o Plan) model.Plan { return model.Plan(o) }),
		Conditions: toModel(a.Conditions, func(c Condition) model.Condition {
			return model.Condition{Key: c.Key, Args: model.ListOf(c.Args...)}
		}),
		Next: toModel(a.Next, func(s Step) model.Step { return model.Step{Key: s.Key, URL: s.URL} }),
	}
	if a.Partner != nil {
		m.Partner = model.Partner(*a.Partner)
	}
	if a.Destinations != nil {
		m.Destinations = model.Destinations(*a.Destinations)
	}
	return m
}

// toModel converts the items of a document to an immutable list.
func toModel[A, B any](as []A, f func(A) B) model.List[B] {
	bs := make([]B, len(as))
	for i, a := range as {
		bs[i] = f(a)
	}
	return model.ListOf(bs...)
}
