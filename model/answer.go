package model

// Answer holds the statements of an edition about one feature in one country.
// Fields other than State are empty where the source says nothing, or where they
// cannot belong to the feature. The zero value is an unstated answer.
type Answer struct {
	State                State
	Unread               string          // the text of the page as printed, if it could not be read; the state is Unstated then
	Partner              Partner         // the provider, when it is not Microsoft
	Scope                Scope           // auto-assigned and toll numbers: cities, or none
	Cities               List[City]      // cities of the numbers, in page order; kept under a no, with a warning
	OtherCitiesOnRequest bool            // cities not listed can be requested
	Plans                List[Plan]      // plans to choose from, in page order
	StatedPlans          int             // how many plans the page says there are; 0 when it says none
	Destinations         Destinations    // where plan users may call
	Conditions           List[Condition] // the limits of the answer
	Next                 List[Step]      // for the reader, in order
}

// Shown returns the state of a as it is shown: Unread where the page has a text that
// could not be read. Unstated then means that the page is silent.
func (a Answer) Shown() State {
	if a.Unread != "" {
		return Unread
	}
	return a.State
}

// HasCondition reports whether a condition with this key limits the answer.
func (a Answer) HasCondition(condition string) bool {
	for c := range a.Conditions.Values() {
		if c.Key == condition {
			return true
		}
	}
	return false
}

// LargestDomestic returns the largest number of domestic minutes per calendar month
// among the plans; 0 when none includes minutes, or when one could not be read.
func (a Answer) LargestDomestic() int {
	n := 0
	for o := range a.Plans.Values() {
		if o.Kind == 0 {
			return 0
		}
		n = max(n, o.DomesticMinutes)
	}
	return n
}

// UnknownCities counts the cities that could not be read.
func (a Answer) UnknownCities() int {
	n := 0
	for city := range a.Cities.Values() {
		if !city.Known() {
			n++
		}
	}
	return n
}

// Partner is a company that provides a service in Microsoft's stead.
type Partner struct {
	Name string
	URL  string // its own page about the service
}

// City is a city that numbers belong to.
type City struct {
	Names     Names  // English with misprints corrected, zh-TW as used in Taiwan; perhaps more; none of a city that is not known
	Printed   string // as printed, where that differs from the English name, or instead of names
	OnRequest bool   // its numbers must be requested from the number service desk
}

// Known reports whether it is known which city c is. Of another there is the printed name
// alone, in the language of the page.
func (c City) Known() bool { return c.Names.Len() > 0 }

// NameIn returns the name of c in lang, or the printed one of a city that is not known.
func (c City) NameIn(lang Lang) string {
	if !c.Known() {
		return c.Printed
	}
	return c.Names.In(lang)
}

// Plan is one Calling Plan that can be bought. Of one that could not be read there is the
// printed text alone, and no kind.
type Plan struct {
	Kind                 PlanKind
	DomesticMinutes      int    // per calendar month; 0 for pay-as-you-go
	InternationalMinutes int    // per calendar month; 0 when the plan has none
	WhicheverFirst       bool   // domestic and international minutes are alternatives: the one used up first ends them
	Limited              bool   // the page says that availability is limited
	Printed              string // the kind's name in the source, where that differs; all of the text of a plan without a kind
}

// Destinations counts the countries and regions that plan users may call.
type Destinations struct {
	Stated int      // as the country's page says
	Listed int      // entries of Microsoft's list; 0 if that could not be read
	Plan   PlanKind // the plan for which the list holds
}

// Condition limits an answer. The catalogs have its text, under its key.
type Condition struct {
	Key  string
	Args List[Arg]
}

// Warning marks a contradiction in the source.
type Warning struct {
	Key      string
	Features List[Feature] // the answers concerned
	Args     List[Arg]
}

// Concerns reports whether w is shown beside the answer to f.
func (w Warning) Concerns(f Feature) bool {
	for g := range w.Features.Values() {
		if g == f {
			return true
		}
	}
	return false
}

// Arg is a named value in the text of a condition or warning: a number, a proper
// name, a list of ISO country codes, or links.
type Arg struct {
	Name   string
	Values List[string] // one value, or a list where the name is a plural
}

// ArgOf makes an Arg of a name and its values.
func ArgOf(name string, values ...string) Arg { return Arg{name, ListOf(values...)} }

// Step is a next step for the reader of an answer. The catalogs have its text,
// under its key; URL is empty where the step is no page.
type Step struct {
	Key string
	URL string
}

// Same reports whether w and v have the same key and arguments.
func (w Warning) Same(v Warning) bool {
	return Condition{w.Key, w.Args}.Same(Condition{v.Key, v.Args})
}
