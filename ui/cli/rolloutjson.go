package cli

import (
	"bytes"
	"fmt"

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
} // and the members of a planDocument

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

// encodedPlan is the JSON of a plan, as it stands within an office, with its cities once more.
type encodedPlan struct {
	value  []byte
	cities []data.City
}

// totalDocument is the JSON of the offices with one verdict.
type totalDocument struct {
	Verdict string `json:"verdict"`
	Offices int    `json:"offices"`
	Users   int    `json:"users"`
}

// printJSON prints the rollout as one document, office by office: all of them at once
// would take much memory. The plans of offices are encoded once, with their blanks.
func (r *rolloutReport) printJSON() error {
	out := r.program.out // keeps its first error
	head, err := encodeIndented(struct {
		Schema  string `json:"schema"`
		Edition string `json:"edition"`
	}{rolloutSchema, r.edition.Date}, "")
	if err != nil {
		return err
	}
	_, _ = out.Write(bytes.TrimSuffix(head, []byte("\n}")))
	plans, before := map[*rollout.Plan]encodedPlan{}, ",\n  \"offices\": [\n    "
	for _, o := range r.Offices {
		plan, err := r.encodePlan(o.Plan, plans)
		if err != nil {
			return err
		}
		office, err := encodeIndented(r.officeDocument(o, plan), officeIndent)
		if err != nil {
			return err
		}
		_, _ = out.WriteString(before)
		if len(plan.value) > 0 { // its members come behind those of the office
			_, _ = out.Write(bytes.TrimSuffix(office, []byte("\n"+officeIndent+"}")))
			_ = out.WriteByte(',')
			office = plan.value[len("{"):]
		}
		if _, err := out.Write(office); err != nil {
			return err
		}
		before = ",\n" + officeIndent
	}
	totals := []totalDocument{}
	for o, total := range r.Totals {
		if total.Offices > 0 {
			totals = append(totals, totalDocument{rollout.Outcome(o).String(), total.Offices, total.Users})
		}
	}
	tail, err := encodeIndented(totals, "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "\n  ],\n  \"totals\": %s\n}\n", tail)
	return err
}

// officeIndent are the blanks before an office.
const officeIndent = "    "

// encodeIndented returns the JSON of v with a line for each member, and with blanks before
// all lines but the first.
func encodeIndented(v any, blanks string) ([]byte, error) {
	return json.Marshal(v, jsontext.WithIndentPrefix(blanks), jsontext.WithIndent("  "), json.Deterministic(true))
}

// encodePlan returns the JSON of a plan, which is kept in known; none for nil.
func (r *rolloutReport) encodePlan(plan *rollout.Plan, known map[*rollout.Plan]encodedPlan) (encodedPlan, error) {
	encoded, ok := known[plan]
	if ok || plan == nil {
		return encoded, nil
	}
	doc := r.planDocument(plan)
	value, err := encodeIndented(doc, officeIndent)
	if err != nil {
		return encodedPlan{}, err
	}
	encoded = encodedPlan{value, doc.Cities}
	if len(known) < maxPlans {
		known[plan] = encoded
	}
	return encoded, nil
}

// officeDocument returns the document of an office; plan has the members that offices share.
func (r *rolloutReport) officeDocument(o *rollout.Office, plan encodedPlan) officeDocument {
	d := officeDocument{Line: o.Line, Site: o.Site, Given: givenDocument{o.Country, o.City, o.Phone, o.Place}, Verdict: o.Outcome.String(), ISO2: o.ISO2}
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
