package model

import "slices"

// states lists the states that the answer to f may have.
func (f Feature) states() []State {
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

// answer checks that a has only what the answer to f can have.
func (c *check) answer(f Feature, a Answer) {
	if !slices.Contains(f.states(), a.State) {
		c.failf("cannot be %q", a.State)
	}
	if cities := f == AutoAssignedNumbers || f == TollNumbers; !cities && (a.Scope != ScopeUnstated || a.Cities.Len() > 0 || a.OtherCitiesOnRequest) {
		c.failf("has cities or a scope; only automatically assigned and toll numbers have")
	}
	if (a.Scope == Cities) != (a.Cities.Len() > 0) {
		c.failf("has scope %q and %d cities", a.Scope, a.Cities.Len())
	}
	if f != Minutes && (a.Options.Len() > 0 || a.StatedOptions != 0) {
		c.failf("has plan options; only calling_plans.minutes has")
	}
	if f == Minutes && (a.State == Yes) != (a.Options.Len() > 0) {
		c.failf("is %q with %d plan options", a.State, a.Options.Len())
	}
	if (f == OutboundCalls && a.State == Yes) != (a.Destinations != Destinations{}) {
		c.failf("is %q with %d destinations", a.State, a.Destinations.Stated)
	}
	c.partner(a)
	c.cities(a)
	c.options(a)
	c.notes(f, a)
}

func (c *check) partner(a Answer) {
	if (a.State == ViaPartner) != (a.Partner.Name != "") {
		c.failf("is %q with partner %q", a.State, Clean(a.Partner.Name, 40))
	}
	if a.Partner != (Partner{}) {
		c.text("partner", a.Partner.Name)
		c.link("partner's page", a.Partner.URL)
	}
}

func (c *check) cities(a Answer) {
	seen := map[string]bool{}
	for city := range a.Cities.Values() {
		name := city.Names.In(English)
		if seen[name] {
			c.failf("city %s stands twice", Clean(name, 60))
		}
		seen[name] = true
		c.names("city "+Clean(name, 60), city.Names, English, TraditionalChinese)
		c.text("printed city", city.Printed)
	}
}

func (c *check) options(a Answer) {
	for i, o := range a.Options.All() {
		domestic, international := o.Kind != PayAsYouGo, o.Kind == DomesticAndInternational
		switch {
		case o.Kind == 0 || o.Kind > PayAsYouGo:
			c.failf("plan %d has no kind", i+1)
		case (o.DomesticMinutes > 0) != domestic || (o.InternationalMinutes > 0) != international:
			c.failf("plan %d is %s with %d domestic and %d international minutes", i+1, o.Kind, o.DomesticMinutes, o.InternationalMinutes)
		case o.DomesticMinutes < 0 || o.InternationalMinutes < 0 || o.WhicheverFirst && !international:
			c.failf("plan %d: minutes make no sense", i+1)
		}
		c.text("printed plan", o.Printed)
	}
	if a.StatedOptions < 0 || a.Destinations.Stated < 0 || a.Destinations.Listed < 0 {
		c.failf("a count is negative")
	}
}

func (c *check) notes(f Feature, a Answer) {
	all := conditions()
	seen := map[string]bool{}
	for k := range a.Conditions.Values() {
		n, ok := all[k.Key]
		switch {
		case !ok:
			c.failf("unknown condition %q", Clean(k.Key, 80))
			continue
		case !slices.Contains(n.features, f):
			c.failf("condition %s belongs to %v", k.Key, n.features)
		case seen[k.Key]:
			c.failf("condition %s stands twice", k.Key)
		}
		seen[k.Key] = true
		c.args(k.Key, n, k.Args)
	}
	for s := range a.Next.Values() {
		if !slices.Contains(Steps(), s.Key) {
			c.failf("unknown next step %q", Clean(s.Key, 80))
		}
		if s.URL != "" {
			c.link("next step "+Clean(s.Key, 80), s.URL)
		}
	}
}
