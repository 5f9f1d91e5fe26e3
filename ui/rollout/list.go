package rollout

import (
	"cmp"
	"slices"
	"strings"

	"voxatlas/data/offices"
	"voxatlas/model"
	"voxatlas/model/query"
)

// List is a list of offices. Make one with [New].
type List struct {
	Offices   []*Office
	Totals    [NumOutcomes]Total
	Uncounted int // offices with a number of users that could not be read
	Given     Given

	config Config
	needs  map[string]*Need
	plans  map[planKey]*Plan
	cities map[cityKey]OwnCity
	doubts map[string]*offices.Doubt // see shareDoubt
	free   []Office                  // memory for the next offices
}

// Config holds all that a list needs besides its offices.
type Config struct {
	Locator  *offices.Locator
	FindCity func(name string) query.CityMatch     // of the edition
	Parse    func(expr string) (query.Expr, error) // reads the need of an office
	Need     *Need                                 // of offices without one of their own; nil for none
}

// Given tells which columns some office has filled in.
type Given struct{ Country, City, Phone, Place, Users bool }

// Need is an expression that several offices may have.
type Need struct {
	Text    string // as it was given, fit to be shown
	Expr    query.Expr
	Err     error // why it cannot be read; nil if it can
	Line    int   // where it first stands
	Offices int
}

// Office is an office with its place and outcome. Its texts are as they were given, but
// fit to be shown.
type Office struct {
	Line                              int
	Site, Country, City, Phone, Place string
	Users                             int
	HasUsers, BadUsers                bool
	ISO2                              string         // of its place, listed or not; "" in doubt
	Doubt                             *offices.Doubt // nil for none
	Settled                           *offices.Doubt // of [offices.Location]; nil for none
	Need                              *Need          // nil for none
	Plan                              *Plan          // nil for an office in doubt, or in no listed country
	Own                               OwnCity
	Outcome                           Outcome
}

// OwnCity is the city of an office among those with toll numbers.
type OwnCity struct {
	Index int  // in the answer
	Found bool // it is one of them
	Known bool // it is a city of the country, so that it is none of them if it is not found
}

// cityKey is a city as given, in a country.
type cityKey struct {
	country *model.Country
	city    string
}

// New returns a list without offices.
func New(c Config) *List {
	return &List{config: c, needs: map[string]*Need{}, plans: map[planKey]*Plan{}, cities: map[cityKey]OwnCity{}, doubts: map[string]*offices.Doubt{}}
}

// The most characters of a text of a list that are shown: of a need, all of any that is
// valid.
const (
	maxShown = 200
	maxNeed  = 2000
)

// NewNeed returns the need of an expression.
func NewNeed(text string, expr query.Expr) *Need {
	return &Need{Text: model.Clean(text, maxNeed), Expr: expr}
}

// Add adds an office that was read.
func (l *List) Add(o offices.Office) {
	if len(l.free) == 0 {
		l.free = make([]Office, 256)
	}
	n := &l.free[0]
	l.free = l.free[1:]
	shown := func(s string) string { return model.Clean(s, maxShown) }
	*n = Office{
		Line: o.Line, Site: shown(o.Site), Country: shown(o.Country), City: shown(o.City), Phone: shown(o.Phone), Place: shown(o.Place),
		Need: l.needOf(o.Need, o.Line),
	}
	if o.Users != "" {
		n.Users, n.HasUsers = offices.ParseUsers(o.Users)
		if n.BadUsers = !n.HasUsers; n.BadUsers {
			l.Uncounted++
		}
	}
	if where := l.config.Locator.Locate(o); where.ISO2 != "" {
		n.ISO2 = where.ISO2
		if where.Settled.Kind != offices.NoDoubt {
			n.Settled = l.shareDoubt(where.Settled)
		}
	} else {
		n.Doubt = l.shareDoubt(where.Doubt)
	}
	if c := l.Listed(n.ISO2); c != nil {
		n.Own = l.ownCity(c, cmp.Or(o.City, o.Place))
	}
	l.noteGiven(n)
	l.Offices = append(l.Offices, n)
}

// maxDoubts is the number of doubts that offices share.
const maxDoubts = 5000

// shareDoubt returns a doubt that is equal to d, the same one for all offices that have it:
// most doubts of a long list are a few ones.
func (l *List) shareDoubt(d offices.Doubt) *offices.Doubt {
	key := strings.Join(append([]string{string(d.Kind), d.Column, d.Text, d.Other, d.Beside}, d.Places...), "\x00")
	if known := l.doubts[key]; known != nil {
		return known
	}
	if len(l.doubts) < maxDoubts {
		l.doubts[key] = &d
	}
	return &d
}

// needOf returns the need of an office, each expression parsed once; nil for none.
func (l *List) needOf(text string, line int) *Need {
	if text == "" {
		return l.config.Need
	}
	need, known := l.needs[text]
	if !known {
		expr, err := l.config.Parse(text)
		need = NewNeed(text, expr)
		need.Err, need.Line = err, line
		l.needs[text] = need
	}
	need.Offices++
	return need
}

// DifferentNeeds returns the number of expressions in the list.
func (l *List) DifferentNeeds() int { return len(l.needs) }

// noteGiven notes which columns an office has filled in.
func (l *List) noteGiven(n *Office) {
	g := &l.Given
	g.Country, g.City, g.Phone = g.Country || n.Country != "", g.City || n.City != "", g.Phone || n.Phone != ""
	g.Place, g.Users = g.Place || n.Place != "", g.Users || n.HasUsers
}

// ownCity returns the city of an office among those with toll numbers in its country.
func (l *List) ownCity(c *model.Country, city string) OwnCity {
	if city == "" {
		return OwnCity{}
	}
	key := cityKey{c, city}
	own, known := l.cities[key]
	if !known {
		match := l.config.FindCity(city)
		listed := match.Listed[c.ISO2()]
		own.Known = slices.Contains(match.Countries, c.ISO2())
		for i, candidate := range c.Answer(model.TollNumbers).Cities.All() {
			if slices.ContainsFunc(listed, candidate.Names.Equal) {
				own.Index, own.Found = i, true
				break
			}
		}
		if len(l.cities) < maxCities {
			l.cities[key] = own
		}
	}
	return own
}

// maxCities is the number of cities, as given, that are looked up once.
const maxCities = 1 << 15

// Listed returns the country of a code; nil if Microsoft does not list it.
func (l *List) Listed(iso2 string) *model.Country { return l.config.Locator.Listed(iso2) }

// Judge judges all offices, and adds them up.
func (l *List) Judge() {
	l.Totals = [NumOutcomes]Total{}
	for _, o := range l.Offices {
		c := l.Listed(o.ISO2)
		switch {
		case o.Doubt != nil || o.Need != nil && o.Need.Err != nil:
			o.Outcome = InDoubt
		case c == nil:
			o.Outcome = Unlisted
		default:
			o.Plan = l.planOf(c, o.Need)
			o.Outcome = o.Plan.Outcome
		}
		total := &l.Totals[o.Outcome]
		total.Offices++
		total.Users += o.Users
	}
}

// Mistakes lists the needs that cannot be read, in the order of the list.
func (l *List) Mistakes() []*Need {
	var list []*Need
	for _, o := range l.Offices {
		if n := o.Need; n != nil && n.Err != nil && n.Line == o.Line {
			list = append(list, n)
		}
	}
	return list
}
