package cli

import (
	"cmp"
	"slices"

	"voxatlas/data/library"
	"voxatlas/data/offices"
	"voxatlas/model"
	"voxatlas/model/query"
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

	offices   []*plannedOffice
	free      []plannedOffice // memory for the next offices
	totals    [numOutcomes]officeTotal
	uncounted int // offices with a number of users that could not be read
	given     givenColumns
}

// givenColumns tells which columns some office has filled in.
type givenColumns struct{ country, city, phone, place, users bool }

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

// officeCity is a city as given, in a country.
type officeCity struct {
	country *model.Country
	city    string
}

// ownCity is a city of an office among those with toll numbers.
type ownCity struct {
	index int  // in the answer
	found bool // it is one of them
	known bool // it is a city of the country, so that it is none of them if it is not found
}

// add adds an office that was read.
func (r *rollout) add(o offices.Office) {
	if len(r.free) == 0 {
		r.free = make([]plannedOffice, 256)
	}
	n := &r.free[0]
	r.free = r.free[1:]
	*n = plannedOffice{
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
		n.own = r.ownCity(c, cmp.Or(o.City, o.Place))
	}
	r.noteGiven(n)
	r.offices = append(r.offices, n)
}

// noteGiven notes which columns an office has filled in.
func (r *rollout) noteGiven(n *plannedOffice) {
	g := &r.given
	g.country, g.city, g.phone = g.country || n.country != "", g.city || n.city != "", g.phone || n.phone != ""
	g.place, g.users = g.place || n.name != "", g.users || n.hasUsers
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
		match := r.findCity(city)
		listed := match.Listed[c.ISO2()]
		own.known = slices.Contains(match.Countries, c.ISO2())
		for i, candidate := range c.Answer(model.TollNumbers).Cities.All() {
			if slices.ContainsFunc(listed, candidate.Names.Equal) {
				own.index, own.found = i, true
				break
			}
		}
		r.cities[key] = own
	}
	return own
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
