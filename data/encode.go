package data

import "voxatlas/model"

// CountryOf makes the document of c in the edition of that date, without texts.
func CountryOf(c *model.Country, edition string) Country {
	doc := Country{
		Schema:  CountrySchema,
		Edition: edition,
		Slug:    c.Slug(),
		ISO2:    c.ISO2(),
		ISO3:    c.ISO3(),
		Dial:    c.Dial().Slice(),
		Names:   c.Names().Map(),
		Printed: c.Printed().Map(),
		Page:    Page{c.Page().URL, c.Page().Date, c.Page().Remarks.Slice()},
		Answers: make(Answers, model.NumFeatures),
		Warnings: toDoc(c.Warnings(), func(w model.Warning) Warning {
			return Warning{Key: w.Key, Features: w.Features.Slice(), Args: w.Args.Slice()}
		}),
	}
	doc.Later = toDoc(c.Later(), LaterNoteOf)
	for _, f := range model.Features() {
		doc.Answers[f] = AnswerOf(c.Answer(f))
	}
	return doc
}

// LaterNoteOf makes the document of n, without its text.
func LaterNoteOf(n model.LaterNote) LaterNote {
	return LaterNote{Date: n.Date, Features: n.Features.Slice(), General: n.General, Kind: n.Kind, Source: n.Source, URL: n.URL}
}

// AnswerOf makes the document of a, without texts.
func AnswerOf(a model.Answer) Answer {
	doc := Answer{
		State:                a.State,
		Unread:               a.Unread,
		Scope:                a.Scope,
		OtherCitiesOnRequest: a.OtherCitiesOnRequest,
		StatedPlans:          a.StatedPlans,
		Cities: toDoc(a.Cities, func(c model.City) City {
			translated := c.Names.Map()
			delete(translated, model.English)
			return City{c.Names.In(model.English), c.Printed, c.OnRequest, translated}
		}),
		Plans: toDoc(a.Plans, func(o model.Plan) Plan { return Plan(o) }),
		Conditions: toDoc(a.Conditions, func(c model.Condition) Condition {
			return Condition{Key: c.Key, Args: c.Args.Slice()}
		}),
		Next: toDoc(a.Next, func(s model.Step) Step { return Step{Key: s.Key, URL: s.URL} }),
	}
	if a.Partner != (model.Partner{}) {
		doc.Partner = &Partner{a.Partner.Name, a.Partner.URL}
	}
	if a.Destinations != (model.Destinations{}) {
		doc.Destinations = &Destinations{a.Destinations.Stated, a.Destinations.Listed, a.Destinations.Plan}
	}
	return doc
}

// toDoc converts an immutable list to the items of a document.
func toDoc[A, B any](as model.List[A], f func(A) B) []B {
	bs := make([]B, 0, as.Len())
	for a := range as.Values() {
		bs = append(bs, f(a))
	}
	return bs
}
