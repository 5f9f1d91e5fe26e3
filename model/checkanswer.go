package model

import (
	"slices"
	"strings"
)

// States lists the states that the answer to f may have.
func (f Feature) States() []State {
	switch f {
	case ConferencingPurchase:
		return []State{Unstated, Yes, PayPerMinute, Restricted, ViaPartner, No}
	case AutoAssignedNumbers:
		return []State{Unstated, Yes, Restricted, No, NotApplicable}
	case CallMe:
		return []State{Unstated, Yes, NeedsCredits, Restricted, No}
	case CallingPlansPurchase:
		return []State{Unstated, Yes, ViaPartner, No}
	case Minutes, OutboundCalls:
		return []State{Unstated, Yes, ViaPartner, No, NotApplicable}
	case PremiumNumbers:
		return []State{Unstated, Yes, Partial, No, NotApplicable}
	case TollNumbers:
		return []State{Unstated, Yes, OnRequest, Restricted, No}
	case TollFreeNumbers:
		return []State{Unstated, Yes, OnRequest, No}
	}
	return []State{Unstated, Yes, No}
}

// checkAnswer checks that a has only the fields that an answer to f can have, in an
// atlas with that many destinations.
func (c *checker) checkAnswer(f Feature, a Answer, destinations int) {
	if !slices.Contains(f.States(), a.State) {
		c.withPath("state").failf("cannot be %q", a.State)
	}
	if c.withPath("unread").checkText("unread text", a.Unread); a.Unread != "" && a.State != Unstated {
		c.withPath("unread").failf("is %q, and has a text that was not read", a.State)
	}
	if cities := f == AutoAssignedNumbers || f == TollNumbers; !cities && (a.Scope != ScopeUnstated || a.Cities.Len() > 0 || a.OtherCitiesOnRequest) {
		c.failf("has cities or a scope; only automatically assigned and toll numbers have")
	}
	if (a.Scope == Cities) != (a.Cities.Len() > 0) {
		c.failf("has scope %q and %d cities", a.Scope, a.Cities.Len())
	}
	if f != Minutes && (a.Plans.Len() > 0 || a.StatedPlans != 0) {
		c.failf("has plan options; only calling_plans.minutes has")
	}
	if f == Minutes && (a.State == Yes) != (a.Plans.Len() > 0) {
		c.failf("is %q with %d plan options", a.State, a.Plans.Len())
	}
	c.checkDestinationCounts(f, a, destinations)
	c.checkPartner(a)
	c.checkCities(a)
	c.checkPlans(a)
	c.checkNotes(f, a)
}

// checkDestinationCounts checks the counts of destinations.
func (c *checker) checkDestinationCounts(f Feature, a Answer, destinations int) {
	d := a.Destinations
	switch {
	case (f == OutboundCalls && a.State == Yes) != (d != Destinations{}):
		c.failf("is %q with %d destinations", a.State, d.Stated)
	case d == Destinations{}:
	case d.Stated < 0 || d.Stated > maxCount:
		c.withPath("destinations", "stated").failf("states %d destinations", d.Stated)
	case d.Listed != destinations:
		c.withPath("destinations", "listed").failf("lists %d destinations; the edition has %d", d.Listed, destinations)
	case d.Plan == 0 || d.Plan > PayAsYouGo:
		c.withPath("destinations", "plan").failf("does not say for which plan its destinations hold")
	}
}

func (c *checker) checkPartner(a Answer) {
	if (a.State == ViaPartner) != (a.Partner.Name != "") {
		c.failf("is %q with partner %q", a.State, Clean(a.Partner.Name, 40))
	}
	if a.Partner != (Partner{}) {
		c.withPath("partner", "name").checkText("partner", a.Partner.Name)
		c.withPath("partner", "url").checkLink("partner's page", a.Partner.URL)
	}
}

func (c *checker) checkCities(a Answer) {
	c = c.withPath("cities")
	if !c.checkMax("cities", a.Cities.Len(), maxCount) {
		return
	}
	seen := map[string]bool{}
	for i, city := range a.Cities.All() {
		c := c.withIndex(i)
		c.withPath("printed").checkText("printed city", city.Printed)
		name := Clean(city.Names.In(English), 60)
		if !city.Known() && city.Printed != "" {
			continue
		}
		if seen[name] {
			c.failf("city %s stands twice", name)
		}
		seen[name] = true
		c.checkNames("city "+name, city.Names, English)
		for lang := range city.Names.All() { // they stand among members of other meaning: a mistyped one must be found
			if language, _, _ := strings.Cut(string(lang), "-"); len(language) < 2 || len(language) > 3 {
				c.withPath(string(lang)).failf("unknown member %q", Clean(string(lang), 60))
			}
		}
	}
}

func (c *checker) checkPlans(a Answer) {
	if a.StatedPlans < 0 || a.StatedPlans > maxCount {
		c.withPath("stated_options").failf("states %d plans", a.StatedPlans)
	}
	c = c.withPath("options")
	if !c.checkMax("plans", a.Plans.Len(), maxCount) {
		return
	}
	for i, o := range a.Plans.All() {
		c := c.withIndex(i)
		domestic, international := o.Kind != PayAsYouGo, o.Kind == DomesticAndInternational
		switch {
		case o.Kind == 0 && o.Printed != "" && o == Plan{Printed: o.Printed}: // it could not be read
		case o.Kind == 0 || o.Kind > PayAsYouGo:
			c.failf("plan %d has no kind", i+1)
		case (o.DomesticMinutes != 0) != domestic || (o.InternationalMinutes != 0) != international:
			c.failf("plan %d is %s with %d domestic and %d international minutes", i+1, o.Kind, o.DomesticMinutes, o.InternationalMinutes)
		case min(o.DomesticMinutes, o.InternationalMinutes) < 0 || max(o.DomesticMinutes, o.InternationalMinutes) > maxMinutes:
			c.failf("plan %d has %d domestic and %d international minutes; 0 to %d are possible", i+1, o.DomesticMinutes, o.InternationalMinutes, maxMinutes)
		case o.WhicheverFirst && !international:
			c.failf("plan %d has no international minutes to end first", i+1)
		}
		c.withPath("printed").checkText("printed plan", o.Printed)
	}
}

func (c *checker) checkNotes(f Feature, a Answer) {
	if !c.withPath("conditions").checkMax("conditions", a.Conditions.Len(), maxNotes) || !c.withPath("next").checkMax("next steps", a.Next.Len(), maxNotes) {
		return
	}
	seen := map[string]bool{}
	for i, k := range a.Conditions.All() {
		c := c.withPath("conditions").withIndex(i)
		n, ok := c.conditionRules[k.Key]
		switch {
		case !ok:
			c.withPath("key").failf("unknown condition %q", Clean(k.Key, 80))
			continue
		case !slices.Contains(n.features, f):
			c.failf("condition %s belongs to %v", k.Key, n.features)
		case seen[k.Key]:
			c.failf("condition %s stands twice", k.Key)
		}
		seen[k.Key] = true
		c.withPath("args").checkArgs(k.Key, n, k.Args)
	}
	clear(seen)
	for i, s := range a.Next.All() {
		c := c.withPath("next").withIndex(i)
		switch {
		case !slices.Contains(Steps(), s.Key):
			c.withPath("key").failf("unknown next step %q", Clean(s.Key, 80))
			continue
		case seen[s.Key]:
			c.failf("next step %s stands twice", s.Key)
		}
		seen[s.Key] = true
		if s.URL != "" {
			c.withPath("url").checkLink("next step "+s.Key, s.URL)
		}
	}
}
