package query

import (
	"slices"
	"strings"

	"voxatlas/model"
)

// ReasonKind is a kind of reason. Catalogs have a text for each.
type ReasonKind string

// The kinds of reasons.
const (
	StateReason    ReasonKind = "state"   // the state of an answer, and the notes that limit it
	PlanMinutes    ReasonKind = "minutes" // the largest plan has Count domestic minutes; 0 for none
	PlanLimited    ReasonKind = "limited" // only plans of limited availability would do
	PlanKinds      ReasonKind = "plan"    // there is a plan of the kind Text
	NoPlanKind     ReasonKind = "no_plan" // there is no plan of the kinds
	PartnerPlans   ReasonKind = "partner" // a partner sells the plans: the page lists none
	ScopeReason    ReasonKind = "scope"   // the scope Text of the toll numbers
	CityListed     ReasonKind = "city"    // toll numbers in the city Text
	CityOnRequest  ReasonKind = "city_on_request"
	CityOthers     ReasonKind = "city_others"     // it is not listed, but other cities are on request
	CityDenied     ReasonKind = "city_denied"     // it is listed, but there are no toll numbers
	CityNotTied    ReasonKind = "city_not_tied"   // toll numbers are not tied to a city
	CityMissing    ReasonKind = "city_missing"    // it is not listed
	CityUnread     ReasonKind = "city_unread"     // it may be one of Count listed cities that are not known
	PlanUnread     ReasonKind = "plan_unread"     // there is a plan that could not be read; another has Count minutes, if any
	NameReason     ReasonKind = "name"            // the country's name and code
	RegionInside   ReasonKind = "region"          // it lies in the region Text
	RegionOutside  ReasonKind = "region_outside"  // it lies in none of the regions
	MineReason     ReasonKind = "mine"            // it is one of the user's own
	MineMissing    ReasonKind = "mine_missing"    //
	ChangedReason  ReasonKind = "changed"         // Changes since an earlier edition
	ChangedNew     ReasonKind = "changed_new"     // the earlier edition lacks the country
	ChangedNothing ReasonKind = "changed_nothing" //
)

// ReasonKinds lists all kinds of reasons.
func ReasonKinds() []ReasonKind {
	return []ReasonKind{
		StateReason, PlanMinutes, PlanLimited, PlanKinds, NoPlanKind, PartnerPlans, ScopeReason, CityListed, CityOnRequest, CityOthers, CityDenied,
		CityNotTied, CityMissing, CityUnread, PlanUnread, NameReason, RegionInside, RegionOutside, MineReason, MineMissing, ChangedReason, ChangedNew, ChangedNothing,
	}
}

// Reason tells why a term has its verdict on a country.
type Reason struct {
	Verdict Verdict
	Term    string // in its shortest form
	Kind    ReasonKind

	Feature    model.Feature // of a state
	State      model.State
	Conditions []model.Condition // of the answer, that limit it
	Warnings   []model.Warning
	Count      int
	Text       string // a city, a region, or the stable word of a plan kind or scope
	Changes    []model.Change
}

// Features lists the answers that the reason is about.
func (r Reason) Features() []model.Feature {
	switch r.Kind {
	case StateReason:
		return []model.Feature{r.Feature}
	case PlanMinutes, PlanLimited, PlanKinds, NoPlanKind, PartnerPlans, PlanUnread:
		return []model.Feature{model.CallingPlansPurchase, model.Minutes}
	case ScopeReason, CityListed, CityOnRequest, CityOthers, CityDenied, CityNotTied, CityMissing, CityUnread:
		return []model.Feature{model.TollNumbers}
	}
	return nil
}

// Repeats reports whether r only repeats a term that the country meets, and tells
// nothing about it: it lies in the region, has the name.
func (r Reason) Repeats() bool {
	switch r.Kind {
	case NameReason, RegionInside, RegionOutside, MineReason, MineMissing:
		return r.Verdict == Meets
	}
	return false
}

// reasonOf returns a reason with Text.
func reasonOf(v Verdict, kind ReasonKind, text string) Reason {
	return Reason{Verdict: v, Kind: kind, Text: text}
}

// meetsIf returns Meets or Fails.
func meetsIf(ok bool) Verdict {
	if ok {
		return Meets
	}
	return Fails
}

// judgeTerm judges a term without its negation. silent says that it fails only because
// the page does not tell.
func (e *Expr) judgeTerm(c *model.Country, t *term) (r Reason, silent bool) {
	switch t.kind {
	case stateTerm:
		return e.judgeState(c, t)
	case minutesTerm, planTerm:
		a := c.Answer(model.Minutes)
		return judgePlans(&a, t)
	case scopeTerm:
		a := c.Answer(model.TollNumbers)
		scope := a.Scope
		if a.Unread != "" && scope == model.ScopeUnstated {
			return unreadReason(model.TollNumbers), false
		}
		return reasonOf(meetsIf(t.scopes&(1<<scope) != 0), ScopeReason, scope.String()), scope == model.ScopeUnstated
	case cityTerm:
		return e.judgeCities(c, t)
	case nameTerm:
		return reasonOf(meetsIf(e.matchesName(c, t.keys)), NameReason, c.ISO2()), false
	case regionTerm:
		for _, region := range t.values {
			if e.env.InRegion(c.ISO2(), region) {
				return reasonOf(Meets, RegionInside, region), false
			}
		}
		return reasonOf(Fails, RegionOutside, strings.Join(t.values, ", ")), false
	case mineTerm:
		if slices.Contains(e.env.Mine, c.ISO2()) {
			return reasonOf(Meets, MineReason, ""), false
		}
		return reasonOf(Fails, MineMissing, ""), false
	}
	return judgeChanged(c, t), false
}

// judgeState judges the state of an answer. With conditions it does so for a key
// without states only.
func (e *Expr) judgeState(c *model.Country, t *term) (r Reason, silent bool) {
	a := c.Answer(t.feature)
	r = Reason{Kind: StateReason, Feature: t.feature, State: a.Shown()}
	if !t.any {
		if r.Verdict = meetsIf(t.states.has(a.Shown())); r.Verdict == Fails && a.Unread != "" && t.states != unreadBit {
			r.Verdict = NotRead
		}
		return r, false
	}
	if a.Unread != "" {
		return unreadReason(t.feature), false
	}
	if !a.State.Offered() {
		return r, a.State == model.Unstated
	}
	r.Conditions, r.Warnings = e.limitsOf(c, t.feature)
	r.Verdict = Meets
	if a.State != model.Yes || len(r.Conditions)+len(r.Warnings) > 0 {
		r.Verdict = Conditional
	}
	return r, false
}

// unreadReason returns the reason of a term that asks about an answer that could not be
// read.
func unreadReason(f model.Feature) Reason {
	return Reason{Verdict: NotRead, Kind: StateReason, Feature: f, State: model.Unread}
}

// limitsOf lists the notes that limit the answer of c to f.
func (e *Expr) limitsOf(c *model.Country, f model.Feature) (conditions []model.Condition, warnings []model.Warning) {
	for k := range c.Answer(f).Conditions.Values() {
		if e.limiting[k.Key] {
			conditions = append(conditions, k)
		}
	}
	for w := range c.Warnings().Values() {
		if w.Concerns(f) && e.limiting[w.Key] {
			warnings = append(warnings, w)
		}
	}
	return conditions, warnings
}

// judgePlans judges a term about the plans of an answer about minutes. Where a partner
// sells them, the page lists none: nobody knows.
func judgePlans(a *model.Answer, t *term) (r Reason, silent bool) {
	switch {
	case a.State == model.ViaPartner:
		return reasonOf(Fails, PartnerPlans, a.Partner.Name), true
	case a.Unread != "":
		return unreadReason(model.Minutes), false
	}
	limited, unread, largest := false, false, -1 // largest is the number of minutes of the largest plan that meets the term
	for p := range a.Plans.Values() {
		switch ok := t.plans&(1<<p.Kind) != 0 || t.kind == minutesTerm && p.DomesticMinutes >= t.minutes; {
		case p.Kind == 0:
			unread = true
		case ok && p.Limited:
			limited = true
		case ok && t.kind == planTerm:
			return reasonOf(Meets, PlanKinds, p.Kind.String()), false
		case ok:
			largest = max(largest, p.DomesticMinutes)
		}
	}
	switch {
	case largest >= 0 && unread:
		return Reason{Verdict: Meets, Kind: PlanUnread, Count: largest}, false
	case largest >= 0:
		return Reason{Verdict: Meets, Kind: PlanMinutes, Count: largest}, false
	case limited:
		return reasonOf(Conditional, PlanLimited, ""), false
	case unread:
		return reasonOf(NotRead, PlanUnread, ""), false
	case t.kind == planTerm:
		return reasonOf(Fails, NoPlanKind, ""), a.State == model.Unstated
	}
	return Reason{Kind: PlanMinutes, Count: a.LargestDomestic()}, a.State == model.Unstated
}

// judgeCities returns the best verdict of the cities of a term. Of those that fail, one
// fails silently if any does.
func (e *Expr) judgeCities(c *model.Country, t *term) (best Reason, silent bool) {
	for i := range t.cities {
		r, unstated := e.judgeCity(c, t, i)
		if i == 0 || r.Verdict > best.Verdict || r.Verdict == best.Verdict && unstated && !silent {
			best, silent = r, unstated
		}
	}
	return best, silent
}

// judgeCity judges city i of a term: whether there are toll numbers in it. silent says
// that it fails only because the page does not tell.
func (e *Expr) judgeCity(c *model.Country, t *term, i int) (r Reason, silent bool) {
	a, unknown := c.Answer(model.TollNumbers), 0
	for city := range a.Cities.Values() {
		switch {
		case !city.Known():
			unknown++
		case t.cities[i].has(c.ISO2(), city):
			return e.judgeListed(c, &a, city)
		}
	}
	there := slices.Contains(t.cities[i].Countries, c.ISO2())
	switch {
	case there && a.Unread != "":
		return unreadReason(model.TollNumbers), false
	case a.OtherCitiesOnRequest && there && a.State.Offered():
		return reasonOf(Conditional, CityOthers, t.values[i]), false
	case there && unknown > 0 && a.State.Offered():
		return Reason{Verdict: NotRead, Kind: CityUnread, Text: t.values[i], Count: unknown}, false
	case there && a.Scope == model.NonGeographic:
		return reasonOf(Fails, CityNotTied, t.values[i]), false
	case there && !a.State.Offered():
		return Reason{Kind: StateReason, Feature: model.TollNumbers, State: a.State}, a.State == model.Unstated
	}
	return reasonOf(Fails, CityMissing, t.values[i]), false
}

// judgeListed judges a city that the answer a about toll numbers lists.
func (e *Expr) judgeListed(c *model.Country, a *model.Answer, city model.City) (r Reason, silent bool) {
	name := city.Names.In(model.English)
	conditions, warnings := e.limitsOf(c, model.TollNumbers)
	switch {
	case a.State == model.No || a.State == model.NotApplicable:
		return reasonOf(Fails, CityDenied, name), false
	case a.Unread != "":
		return unreadReason(model.TollNumbers), false
	case a.State == model.Unstated:
		return Reason{Kind: StateReason, Feature: model.TollNumbers, State: a.State}, true
	case city.OnRequest || a.State == model.OnRequest:
		return reasonOf(Conditional, CityOnRequest, name), false
	case a.State != model.Yes || len(conditions)+len(warnings) > 0:
		return Reason{Verdict: Conditional, Kind: StateReason, Feature: model.TollNumbers, State: a.State, Conditions: conditions, Warnings: warnings}, false
	}
	return reasonOf(Meets, CityListed, name), false
}

// matchesName reports whether one of the keys is part of a name of the country, its
// slug, or a code.
func (e *Expr) matchesName(c *model.Country, keys []string) bool {
	names := e.env.NameKeys(c)
	for _, key := range keys {
		if slices.Contains(names.Codes, key) || slices.ContainsFunc(names.Names, func(name string) bool { return strings.Contains(name, key) }) {
			return true
		}
	}
	return false
}

// judgeChanged judges whether a country changed since an earlier edition.
func judgeChanged(c *model.Country, t *term) Reason {
	changes := t.before.Changes(c)
	switch {
	case len(changes) == 0:
		return reasonOf(Fails, ChangedNothing, t.before.Since())
	case changes[0].From == nil:
		return reasonOf(Meets, ChangedNew, "")
	}
	return Reason{Verdict: Meets, Kind: ChangedReason, Changes: changes}
}
