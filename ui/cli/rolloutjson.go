package cli

import (
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/model"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
)

// rolloutSchema names the form of the JSON of a rollout.
const rolloutSchema = "voxatlas.rollout/1"

// officeDocument is the JSON of an office.
type officeDocument struct {
	Line    int            `json:"line"`
	Site    string         `json:"site,omitzero"`
	Given   givenDocument  `json:"given"`
	Users   *int           `json:"users,omitzero"`
	Need    string         `json:"need,omitzero"`
	Verdict string         `json:"verdict"`
	ISO2    string         `json:"iso2,omitzero"` // also of a place that is not listed
	Doubt   *doubtDocument `json:"doubt,omitzero"`
	OwnCity *data.City     `json:"toll_city,omitzero"` // the city of the office, if there are toll numbers in it
	Plan    jsontext.Value `json:",embed"`             // a planDocument
}

// givenDocument is the JSON of the fields that say where an office is, as given.
type givenDocument struct {
	Country string `json:"country,omitzero"`
	City    string `json:"city,omitzero"`
	Phone   string `json:"phone,omitzero"`
	Place   string `json:"place,omitzero"` // of any kind
}

// doubtDocument is the JSON of why an office has no verdict.
type doubtDocument struct {
	Kind   string                `json:"kind"`
	Text   map[model.Lang]string `json:"text"`
	Places []placeDocument       `json:"places"`
}

// placeDocument is the JSON of a place that may be meant.
type placeDocument struct {
	ISO2   string                `json:"iso2"`
	Names  map[model.Lang]string `json:"names"`
	Listed bool                  `json:"listed"`
}

// planDocument is the JSON of what offices of one country and need have in common.
type planDocument struct {
	Slug    string                           `json:"slug"`
	Names   map[model.Lang]string            `json:"names"`
	Reasons []reasonDocument                 `json:"reasons,omitempty"`
	Answers map[model.Feature]answerDocument `json:"answers,omitzero"` // without a need
	Plans   []data.Plan                      `json:"options,omitempty"`
	Cities  []data.City                      `json:"cities,omitempty"` // of toll numbers
	Next    []data.Step                      `json:"next,omitempty"`
}

// encodedPlan is the JSON of a plan, with its cities once more.
type encodedPlan struct {
	value  jsontext.Value
	cities []data.City
}

// totalDocument is the JSON of the offices with one verdict.
type totalDocument struct {
	Verdict string `json:"verdict"`
	Offices int    `json:"offices"`
	Users   int    `json:"users"`
}

// printJSON prints the rollout as one document, office by office: all of them at once
// would take much memory.
func (r *rollout) printJSON() error {
	w := jsontext.NewEncoder(r.program.out, jsontext.WithIndent("  "))
	plans := map[*officePlan]encodedPlan{}
	write := func(tokens ...jsontext.Token) error {
		for _, t := range tokens {
			if err := w.WriteToken(t); err != nil {
				return err
			}
		}
		return nil
	}
	if err := write(jsontext.BeginObject, jsontext.String("schema"), jsontext.String(rolloutSchema), jsontext.String("edition"), jsontext.String(r.edition.Date),
		jsontext.String("offices"), jsontext.BeginArray); err != nil {
		return err
	}
	for _, o := range r.offices {
		if _, known := plans[o.plan]; !known && o.plan != nil {
			doc := r.planDocument(o.plan)
			b, err := json.Marshal(doc, json.Deterministic(true))
			if err != nil {
				return err
			}
			plans[o.plan] = encodedPlan{b, doc.Cities}
		}
		if err := json.MarshalEncode(w, r.officeDocument(o, plans[o.plan]), json.Deterministic(true)); err != nil {
			return err
		}
	}
	if err := write(jsontext.EndArray, jsontext.String("totals")); err != nil {
		return err
	}
	totals := []totalDocument{}
	for o, total := range r.totals {
		if total.offices > 0 {
			totals = append(totals, totalDocument{outcome(o).String(), total.offices, total.users})
		}
	}
	if err := json.MarshalEncode(w, totals); err != nil {
		return err
	}
	return write(jsontext.EndObject)
}

// officeDocument returns the document of an office; plan has what it shares with others.
func (r *rollout) officeDocument(o *plannedOffice, plan encodedPlan) officeDocument {
	d := officeDocument{Line: o.line, Site: o.site, Given: givenDocument{o.country, o.city, o.phone, o.name}, Verdict: o.verdict.String(), ISO2: o.iso2, Plan: plan.value}
	if o.hasUsers {
		d.Users = &o.users
	}
	if o.need != nil {
		d.Need = o.need.text
	}
	if o.own.found && len(plan.cities) > 0 {
		d.OwnCity = &plan.cities[o.own.index]
	}
	if o.verdict == inDoubt {
		d.Doubt = r.doubtDocument(o)
	}
	return d
}

// doubtDocument returns the document of why an office is in doubt.
func (r *rollout) doubtDocument(o *plannedOffice) *doubtDocument {
	d := &doubtDocument{Kind: needDoubt, Text: r.program.translations(func(loc say.Localizer) string { return r.troubleWords(loc, o) }), Places: []placeDocument{}}
	if o.doubt == nil {
		return d
	}
	d.Kind = string(o.doubt.Kind)
	for _, iso2 := range o.doubt.Places {
		names := r.program.translations(func(loc say.Localizer) string { return r.placeIn(loc, iso2) })
		d.Places = append(d.Places, placeDocument{iso2, names, r.locator.Listed(iso2) != nil})
	}
	return d
}

// planDocument returns the document of a plan.
func (r *rollout) planDocument(plan *officePlan) planDocument {
	p, c := r.program, plan.country
	facts := data.CountryOf(c, r.edition.Date).Answers
	d := planDocument{Slug: c.Slug(), Names: p.names(c), Plans: facts[model.Minutes].Plans}
	if c.Answer(model.TollNumbers).State.Offered() {
		d.Cities = facts[model.TollNumbers].Cities
	}
	for _, s := range r.stepsOf(plan) {
		d.Next = append(d.Next, data.Step{Key: s.Key, Text: p.translations(func(loc say.Localizer) string { return loc.Step(s.Step).Text }), URL: assets.Current(s.URL)})
	}
	if plan.verdict != withoutNeed {
		d.Reasons = p.reasonDocuments(rows.Judged{Country: c, Result: plan.result})
		return d
	}
	answers := rows.NewAnswers([]*model.Country{c}, model.Features(), rows.CountriesDown)
	d.Answers = map[model.Feature]answerDocument{}
	for j, f := range answers.Features {
		d.Answers[f] = p.answerDocument(answers, answers.Cell(0, j))
	}
	return d
}
