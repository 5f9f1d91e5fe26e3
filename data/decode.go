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
		return nil, wrongSchema(f.Schema)
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
	places, more := destinations(f.Destinations)
	if reasons = append(reasons, more...); len(reasons) > 0 {
		return nil, model.JoinViolations(reasons...)
	}
	return model.NewAtlas(f.edition(), countries, places), nil
}

func wrongSchema(schema string) error {
	return fmt.Errorf("schema is %q; this program reads %q", model.Clean(schema, 40), EditionSchema)
}

// edition is what f says about itself.
func (f *File) edition() model.Edition {
	return model.Edition{Date: f.Edition, AppliesTo: model.ListOf(f.AppliesTo...), Source: model.Source(f.Source)}
}

// destinations joins the entries of the list with the names table.
func destinations(docs []Destination) (list model.List[model.Destination], reasons []error) {
	ds := make([]model.Destination, len(docs))
	for i, d := range docs {
		e, ok := names.Of(d.ISO2)
		if !ok {
			reasons = append(reasons, fmt.Errorf("destination %d: %w", i+1, errUnknownCode(d.ISO2)))
		}
		ds[i] = d.place(e)
	}
	return model.ListOf(ds...), reasons
}

// place joins d with an entry of the names table.
func (d Destination) place(e names.Entry) model.Destination {
	return model.Destination{ISO2: d.ISO2, Printed: d.Printed, Names: e.Names, Note: d.Note}
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
			return nil, fmt.Errorf("%s: %w", model.Clean(c.Slug, 60), noAnswer(f))
		}
		for _, member := range c.Answers[f].hollow() {
			return nil, fmt.Errorf("%s: %s: %w", model.Clean(c.Slug, 60), f, isHollow(member))
		}
	}
	return model.NewLazyCountry(head(c.Slug, entry), c.record), nil
}

func noAnswer(f model.Feature) error {
	return fmt.Errorf("no answer to %s; where the source is silent, write {\"state\": \"unstated\"}", f)
}

// hollow names the members of a that are there and say nothing.
func (a Answer) hollow() []string {
	var members []string
	if a.Partner != nil && *a.Partner == (Partner{}) {
		members = append(members, "partner")
	}
	if a.Destinations != nil && *a.Destinations == (Destinations{}) {
		members = append(members, "destinations")
	}
	return members
}

func isHollow(member string) error { return fmt.Errorf("%s says nothing; leave it out", member) }

// whole joins c with an entry of the names table.
func (c Country) whole(e names.Entry) model.Record {
	r, h := c.record(), head(c.Slug, e)
	r.Slug, r.ISO2, r.ISO3, r.Dial, r.Names = h.Slug, h.ISO2, h.ISO3, h.Dial, h.Names
	return r
}

// head is what the names table says about a country.
func head(slug string, e names.Entry) model.Record {
	return model.Record{Slug: slug, ISO2: e.ISO2, ISO3: e.ISO3, Dial: e.Dial, Names: e.Names}
}

// record is what c says beside its head.
func (c Country) record() model.Record {
	r := model.Record{
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
	return r
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
