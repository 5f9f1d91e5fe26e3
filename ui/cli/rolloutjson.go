package cli

import (
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/assets"
	"voxatlas/data"
	"voxatlas/model"
	"voxatlas/ui/rollout"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
)

// rolloutSchema names the form of the JSON of a rollout.
const rolloutSchema = "voxatlas.rollout/1"

// officeDocument is the JSON of an office.
type officeDocument struct {
	Line    int                   `json:"line"`
	Site    string                `json:"site,omitzero"`
	Given   givenDocument         `json:"given"`
	Users   *int                  `json:"users,omitzero"`
	Need    string                `json:"need,omitzero"`
	Verdict string                `json:"verdict"`
	ISO2    string                `json:"iso2,omitzero"` // also of a place that is not listed
	Doubt   *doubtDocument        `json:"doubt,omitzero"`
	Remark  map[model.Lang]string `json:"remark,omitempty"`   // as which place a typo is taken
	OwnCity *data.City            `json:"toll_city,omitzero"` // the city of the office, if there are toll numbers in it
	Plan    jsontext.Value        `json:",embed"`             // a planDocument
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

// planDocument is the JSON of a [rollout.Plan].
type planDocument struct {
	Slug    string                           `json:"slug"`
	Names   map[model.Lang]string            `json:"names"`
	Reasons []reasonDocument                 `json:"reasons,omitempty"`
	Answers map[model.Feature]answerDocument `json:"answers,omitzero"` // without a need
	Plans   []data.Plan                      `json:"options,omitempty"`
	Cities  []data.City                      `json:"cities,omitempty"` // of toll numbers
	Next    []data.Step                      `json:"next,omitempty"`
	Later   []data.LaterNote                 `json:"later,omitempty"` // about the answers of the need and the members above
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
func (r *rolloutReport) printJSON() error {
	w := jsontext.NewEncoder(r.program.out, jsontext.WithIndent("  "))
	plans := map[*rollout.Plan]encodedPlan{}
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
	for _, o := range r.Offices {
		plan, known := plans[o.Plan]
		if !known && o.Plan != nil {
			doc := r.planDocument(o.Plan)
			b, err := json.Marshal(doc, json.Deterministic(true))
			if err != nil {
				return err
			}
			if plan = (encodedPlan{b, doc.Cities}); len(plans) < maxPlans {
				plans[o.Plan] = plan
			}
		}
		if err := json.MarshalEncode(w, r.officeDocument(o, plan), json.Deterministic(true)); err != nil {
			return err
		}
	}
	if err := write(jsontext.EndArray, jsontext.String("totals")); err != nil {
		return err
	}
	totals := []totalDocument{}
	for o, total := range r.Totals {
		if total.Offices > 0 {
			totals = append(totals, totalDocument{rollout.Outcome(o).String(), total.Offices, total.Users})
		}
	}
	if err := json.MarshalEncode(w, totals); err != nil {
		return err
	}
	return write(jsontext.EndObject)
}

// officeDocument returns the document of an office; plan has the members that offices share.
func (r *rolloutReport) officeDocument(o *rollout.Office, plan encodedPlan) officeDocument {
	d := officeDocument{Line: o.Line, Site: o.Site, Given: givenDocument{o.Country, o.City, o.Phone, o.Place}, Verdict: o.Outcome.String(), ISO2: o.ISO2, Plan: plan.value}
	if o.HasUsers {
		d.Users = &o.Users
	}
	if o.Need != nil {
		d.Need = o.Need.Text
	}
	if o.Own.Found && len(plan.cities) > 0 {
		d.OwnCity = &plan.cities[o.Own.Index]
	}
	if o.Settled != nil {
		d.Remark = r.program.translations(func(loc say.Localizer) string { return r.SettledText(loc, o) })
	}
	if o.Outcome == rollout.InDoubt {
		d.Doubt = r.doubtDocument(o)
	}
	return d
}

// doubtDocument returns the document of why an office is in doubt.
func (r *rolloutReport) doubtDocument(o *rollout.Office) *doubtDocument {
	d := &doubtDocument{Kind: needDoubt, Text: r.program.translations(func(loc say.Localizer) string { return r.Why(loc, o, r.program.commandPrefix()) }), Places: []placeDocument{}}
	if o.Doubt == nil {
		return d
	}
	d.Kind = string(o.Doubt.Kind)
	for _, iso2 := range o.Doubt.Places {
		names := r.program.translations(func(loc say.Localizer) string { return r.PlaceName(loc, iso2) })
		d.Places = append(d.Places, placeDocument{iso2, names, r.Listed(iso2) != nil})
	}
	return d
}

// planDocument returns the document of a plan.
func (r *rolloutReport) planDocument(plan *rollout.Plan) planDocument {
	p, c := r.program, plan.Country
	facts := data.CountryOf(c, r.edition.Date).Answers
	d := planDocument{Slug: c.Slug(), Names: p.names(c), Plans: facts[model.Minutes].Plans, Later: p.laterDocuments(rows.LaterNotes(c, shownOf(plan)...))}
	if c.Answer(model.TollNumbers).State.Offered() {
		d.Cities = facts[model.TollNumbers].Cities
	}
	for _, s := range plan.Steps() {
		d.Next = append(d.Next, data.Step{Key: s.Key, Text: p.translations(func(loc say.Localizer) string { return loc.StepText(s.Step).Text }), URL: assets.CurrentURL(s.URL)})
	}
	if plan.Outcome != rollout.NoNeed {
		d.Reasons = p.reasonDocuments(rows.Judged{Country: c, Result: plan.Result})
		return d
	}
	answers := rows.NewAnswers([]*model.Country{c}, model.Features(), rows.CountriesDown)
	d.Answers = map[model.Feature]answerDocument{}
	for j, f := range answers.Features {
		d.Answers[f] = p.answerDocument(answers, answers.Cell(0, j))
	}
	return d
}
