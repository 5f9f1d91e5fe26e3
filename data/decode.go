package data

import (
	"fmt"

	"voxatlas/data/names"
	"voxatlas/model"
)

// Atlas joins f with the names table. It checks only what the join needs, that
// codes are known and no answer is missing: see [model.Atlas.Check]. The error
// has a line per reason, each fit to be shown.
func (f *File) Atlas() (*model.Atlas, error) {
	if f.Schema != EditionSchema {
		return nil, fmt.Errorf("schema is %q; this program reads %q", model.Clean(f.Schema, 40), EditionSchema)
	}
	edition := model.Edition{
		Date:      f.Edition,
		AppliesTo: model.ListOf(f.AppliesTo...),
		Source:    model.Source(f.Source),
	}
	var reasons []error
	countries := make([]*model.Country, len(f.Countries))
	for i, c := range f.Countries {
		k, err := c.country()
		if err != nil {
			reasons = append(reasons, err)
		}
		countries[i] = k
	}
	destinations := make([]model.Destination, len(f.Destinations))
	for i, d := range f.Destinations {
		e, ok := names.Of(d.ISO2)
		if !ok {
			reasons = append(reasons, fmt.Errorf("destination %d: %w", i+1, errUnknownCode(d.ISO2)))
		}
		destinations[i] = model.Destination{ISO2: d.ISO2, Printed: d.Printed, Names: e.Names, Note: d.Note}
	}
	if len(reasons) > 0 {
		return nil, join(reasons)
	}
	return model.NewAtlas(edition, countries, model.ListOf(destinations...)), nil
}

func errUnknownCode(iso2 string) error {
	return fmt.Errorf("code %q is not in the names table; write it as \"TW\"", model.Clean(iso2, 10))
}

// country joins c with the names table.
func (c Country) country() (*model.Country, error) {
	entry, ok := names.Of(c.ISO2)
	if !ok {
		return nil, fmt.Errorf("%s: %w", model.Clean(c.Slug, 60), errUnknownCode(c.ISO2))
	}
	// A forgotten answer must not read as the source's silence.
	for _, f := range model.Features() {
		if _, ok := c.Answers[f]; !ok {
			return nil, fmt.Errorf("%s: no answer to %s; where the source is silent, write {\"state\": \"unstated\"}", model.Clean(c.Slug, 60), f)
		}
	}
	r := model.Record{
		Slug:    c.Slug,
		ISO2:    c.ISO2,
		ISO3:    entry.ISO3,
		Dial:    entry.Dial,
		Names:   entry.Names,
		Printed: model.NamesOf(c.Printed),
		Page:    model.Page{URL: c.Page.URL, Date: c.Page.Date, Remarks: model.ListOf(c.Page.Remarks...)},
		Answers: make(map[model.Feature]model.Answer, len(c.Answers)),
	}
	for f, a := range c.Answers {
		r.Answers[f] = a.Model()
	}
	r.Warnings = convert(c.Warnings, func(w Warning) model.Warning {
		return model.Warning{Key: w.Key, Features: model.ListOf(w.Features...), Args: model.ListOf(w.Args...)}
	})
	return model.NewCountry(r), nil
}

// Model is a as the model has it.
func (a Answer) Model() model.Answer {
	m := model.Answer{
		State:                a.State,
		Scope:                a.Scope,
		OtherCitiesOnRequest: a.OtherCitiesOnRequest,
		StatedOptions:        a.StatedOptions,
		Cities: convert(a.Cities, func(c City) model.City {
			return model.City{
				Names:     model.NamesOf(map[model.Lang]string{model.English: c.English, model.TraditionalChinese: c.Chinese}),
				Printed:   c.Printed,
				OnRequest: c.OnRequest,
			}
		}),
		Options: convert(a.Options, func(o Option) model.Option { return model.Option(o) }),
		Conditions: convert(a.Conditions, func(c Condition) model.Condition {
			return model.Condition{Key: c.Key, Args: model.ListOf(c.Args...)}
		}),
		Next: convert(a.Next, func(s Step) model.Step { return model.Step{Key: s.Key, URL: s.URL} }),
	}
	if a.Partner != nil {
		m.Partner = model.Partner(*a.Partner)
	}
	if a.Destinations != nil {
		m.Destinations = model.Destinations(*a.Destinations)
	}
	return m
}

// convert maps the items of a document to an immutable list.
func convert[A, B any](as []A, f func(A) B) model.List[B] {
	bs := make([]B, len(as))
	for i, a := range as {
		bs[i] = f(a)
	}
	return model.ListOf(bs...)
}
