package cli

import (
	"slices"

	"voxatlas/data/library"
	"voxatlas/data/offices"
	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/rows"
	"voxatlas/ui/say"
)

// rollout is a list of offices, and what each can have. What offices of one country and
// one need have in common is held once.
type rollout struct {
	program  *program
	edition  *library.Edition
	locator  *offices.Locator
	findCity func(string) query.CityMatch
	need     *officeNeed // of offices without one of their own; nil for none
	needs    map[string]*officeNeed
	plans    map[planOf]*officePlan
	cities   map[officeCity]ownCity
	notes    officeNotes

	offices   []plannedOffice
	totals    [numOutcomes]officeTotal
	uncounted int // offices with a number of users that could not be read
	given     givenColumns
}

// givenColumns tells which columns some office has filled in.
type givenColumns struct{ country, city, phone, place, users, need bool }

// officeTotal is the number of offices with a verdict, and of their users.
type officeTotal struct{ offices, users int }

// outcome is what an office gets: a verdict on its need, or why there is none.
type outcome uint8

// The outcomes, in the order of the totals.
const (
	meets outcome = iota
	meetsConditionally
	notRead
	failsNeed
	withoutNeed // it has no need: its answers are listed
	notListed   // its country is not in Microsoft's list
	inDoubt     // it is not known where it is, or its need has a mistake
	numOutcomes
)

// String returns the stable word of o, as "meets".
func (o outcome) String() string {
	return model.WordOf([]string{"meets", "condition", "unread", "fails", "no_need", "unlisted", "doubt"}, o)
}

// outcomeOf returns the outcome of a verdict.
func outcomeOf(v query.Verdict) outcome {
	switch v {
	case query.Meets:
		return meets
	case query.Conditional:
		return meetsConditionally
	case query.NotRead:
		return notRead
	}
	return failsNeed
}

// officeNeed is a need, which several offices may have.
type officeNeed struct {
	text    string // as it was given
	expr    query.Expr
	mistake *userError   // nil for none
	cause   *query.Error // of the mistake; nil for one outside of the expression
	line    int          // where it first stands
	offices int
	told    bool
}

// plannedOffice is an office, with its country and verdict. Its texts may be shown.
type plannedOffice struct {
	line                       int
	site                       string
	country, city, phone, name string // as given; name is a place of any kind
	users                      int
	hasUsers, badUsers         bool
	iso2                       string         // "" in doubt
	doubt                      *offices.Doubt // nil for none
	need                       *officeNeed    // nil for none
	plan                       *officePlan    // nil for an office in doubt or in no listed country
	own                        ownCity        // whether there are numbers in the office's own city
	verdict                    outcome
}

// planOf names what offices of one country and one need have in common.
type planOf struct {
	country *model.Country
	need    *officeNeed
}

// officePlan is what offices of one country and one need have in common.
type officePlan struct {
	country  *model.Country
	verdict  outcome
	result   query.Result // of the need
	features []model.Feature
	words    planWords // see (*rollout).wordsOf
}

// officeCity is a city as given, in a country.
type officeCity struct {
	country *model.Country
	city    string
}

// ownCity is a city of an office among those with toll numbers.
type ownCity struct {
	index int // in the answer
	found bool
}

// add adds an office that was read.
func (r *rollout) add(o offices.Office) {
	n := plannedOffice{
		line: o.Line, site: shownText(o.Site), country: shownText(o.Country), city: shownText(o.City), phone: shownText(o.Phone), name: shownText(o.Place),
		need: r.needOf(o.Need, o.Line),
	}
	if o.Users != "" {
		n.users, n.hasUsers = offices.ParseUsers(o.Users)
		if n.badUsers = !n.hasUsers; n.badUsers {
			r.uncounted++
		}
	}
	if where := r.locator.Locate(o); where.ISO2 != "" {
		n.iso2 = where.ISO2
	} else {
		n.doubt = &where.Doubt
	}
	if c := r.locator.Listed(n.iso2); c != nil {
		n.own = r.ownCity(c, o.City)
	}
	r.noteGiven(&n)
	r.offices = append(r.offices, n)
}

// noteGiven notes which columns an office has filled in.
func (r *rollout) noteGiven(n *plannedOffice) {
	g := &r.given
	g.country, g.city, g.phone = g.country || n.country != "", g.city || n.city != "", g.phone || n.phone != ""
	g.place, g.users, g.need = g.place || n.name != "", g.users || n.hasUsers, g.need || n.need != nil
}

// shownText returns a text of a list as it may be shown.
func shownText(s string) string { return model.Clean(s, maxOfficeText) }

// maxOfficeText is the number of characters of a text of a list that are shown.
const maxOfficeText = 200

// ownCity returns the city of an office among those with toll numbers in its country.
func (r *rollout) ownCity(c *model.Country, city string) ownCity {
	if city == "" {
		return ownCity{}
	}
	key := officeCity{c, city}
	own, known := r.cities[key]
	if !known {
		listed := r.findCity(city).Listed[c.ISO2()]
		for i, candidate := range c.Answer(model.TollNumbers).Cities.All() {
			if slices.ContainsFunc(listed, candidate.Names.Equal) {
				own = ownCity{i, true}
				break
			}
		}
		r.cities[key] = own
	}
	return own
}

// judge judges all offices, and adds them up.
func (r *rollout) judge() {
	for i := range r.offices {
		o := &r.offices[i]
		c := r.locator.Listed(o.iso2)
		switch {
		case o.doubt != nil || o.need != nil && o.need.mistake != nil:
			o.verdict = inDoubt
		case c == nil:
			o.verdict = notListed
		}
		if c != nil && o.verdict != inDoubt {
			o.plan = r.planOf(c, o.need)
			o.verdict = o.plan.verdict
		}
		total := &r.totals[o.verdict]
		total.offices++
		total.users += o.users
	}
}

// planOf returns what the offices of a country with a need have in common.
func (r *rollout) planOf(c *model.Country, need *officeNeed) *officePlan {
	key := planOf{c, need}
	plan, known := r.plans[key]
	if known {
		return plan
	}
	plan = &officePlan{country: c, verdict: withoutNeed, features: model.Features()}
	if need != nil {
		plan.result = need.expr.Judge(c)
		plan.verdict, plan.features = outcomeOf(plan.result.Verdict), nil
		reasons := plan.result.Reasons
		if plan.verdict == failsNeed {
			reasons = plan.result.Deciding()
		}
		for _, reason := range reasons {
			if f := featureOf(reason); f != 0 && !slices.Contains(plan.features, f) {
				plan.features = append(plan.features, f)
			}
		}
	}
	r.plans[key] = plan
	return plan
}

// featureOf returns the answer that a reason is about; 0 for none. The next steps of plans
// are those of their purchase.
func featureOf(r query.Reason) model.Feature {
	switch r.Kind {
	case query.StateReason:
		return r.Feature
	case query.PlanMinutes, query.PlanLimited, query.PlanKinds, query.NoPlanKind, query.PartnerPlans:
		return model.CallingPlansPurchase
	case query.ScopeReason, query.CityListed, query.CityOnRequest, query.CityOthers, query.CityDenied, query.CityNotTied, query.CityMissing:
		return model.TollNumbers
	}
	return 0
}

// planWords is a plan in words.
type planWords struct {
	made       bool
	linked     bool   // the text has the links of its steps
	reasons    string // with the notes that limit an answer
	numbered   string // with their numbers
	reasonKeys string // stable
	steps      []planStep
	wrapped    []string // numbered, broken to the width of the text
}

// wordsOf returns a plan in words.
func (r *rollout) wordsOf(plan *officePlan) *planWords {
	w := &plan.words
	if w.made {
		return w
	}
	w.made = true
	if plan.verdict != withoutNeed {
		w.reasons = r.program.localizer.Reasons(plan.country, plan.result)
		w.numbered = r.program.localizer.ReasonsWithNotes(plan.country, plan.result, func(text string, notes []say.Note) string {
			return rows.WithNotes(text, r.notes.numbersOf(plan.country, notes))
		})
		w.reasonKeys = r.program.reasonKeys(rows.Judged{Country: plan.country, Result: plan.result})
	}
	for _, s := range r.stepsOf(plan) {
		head := "answer.next"
		if s.afterNo {
			head = "answer.next_after_no"
		}
		w.steps = append(w.steps, planStep{r.program.localizer.Step(s.Step), r.program.localizer.Text(head)})
	}
	return w
}

// officeNotes numbers the notes of all reasons, from 1.
type officeNotes struct{ list []rows.SheetNote }

// numbersOf returns the numbers of notes about answers of a country, sorted.
func (n *officeNotes) numbersOf(c *model.Country, notes []say.Note) []int {
	var numbers []int
	for _, note := range notes {
		i := slices.IndexFunc(n.list, func(known rows.SheetNote) bool { return known.Text == note.Text })
		if i < 0 {
			i = len(n.list)
			n.list = append(n.list, rows.SheetNote{Text: note.Text, Links: note.Links})
		}
		if known := &n.list[i]; !slices.Contains(known.Countries, c) {
			known.Countries = append(known.Countries, c)
		}
		numbers = append(numbers, i+1)
	}
	slices.Sort(numbers)
	return slices.Compact(numbers)
}

// planStep is a next step in words, with its heading.
type planStep struct {
	say.Step
	head string
}

// nextStep is a next step of a plan.
type nextStep struct {
	model.Step
	afterNo bool // it is another route, since the answer is no
}

// stepsOf returns the next steps of a plan, each once.
func (r *rollout) stepsOf(plan *officePlan) []nextStep {
	var steps []nextStep
	for _, f := range plan.features {
		answer := plan.country.Answer(f)
		for s := range answer.Next.Values() {
			if !slices.ContainsFunc(steps, func(other nextStep) bool { return other.Key == s.Key }) {
				steps = append(steps, nextStep{s, answer.State == model.No})
			}
		}
	}
	return steps
}

// label returns the text by which people know an office.
func (o *plannedOffice) label(loc say.Localizer) string {
	for _, text := range []string{o.site, o.name, o.city, o.country, o.phone} {
		if text != "" {
			return text
		}
	}
	return loc.Text("rollout.line", "line", o.line)
}
