package main

import (
	"errors"
	"fmt"

	"voxatlas/data"
	"voxatlas/data/importer"
	"voxatlas/model"
)

// compile maps the facts of an edition to its file.
func compile(e edition, in *input) (*data.File, error) {
	f := &data.File{
		Schema:    data.EditionSchema,
		Edition:   e.Edition,
		AppliesTo: appliesTo(e.Edition),
		Source: data.Source{
			Repository:  e.Source.Repository,
			Branch:      e.Source.Branch,
			Commit:      e.Source.Commit,
			CommitDate:  e.Source.CommitDate,
			Folder:      e.Source.Folder,
			Licence:     e.Source.Licence,
			Attribution: importer.Attribution,
		},
		Destinations: in.destinations,
	}
	var errs []error
	for _, c := range e.Countries {
		k := &compiler{country: c, edition: e.Edition, in: in}
		f.Countries = append(f.Countries, k.compile())
		errs = append(errs, k.errs...)
	}
	return f, errors.Join(errs...)
}

// appliesTo lists the products that the index page of an edition names.
func appliesTo(edition string) []string {
	if edition < "2022" {
		return []string{"Skype for Business", "Microsoft Teams"}
	}
	return []string{"Microsoft Teams"}
}

// compiler maps the facts of one country.
type compiler struct {
	country
	edition string
	in      *input
	errs    []error
}

func (k *compiler) failf(format string, args ...any) {
	k.errs = append(k.errs, fmt.Errorf("%s: %w", k.Slug, fmt.Errorf(format, args...)))
}

func (k *compiler) compile() data.Country {
	out := data.Country{
		Slug:    k.Slug,
		ISO2:    k.ISO2,
		Printed: map[model.Lang]string{model.English: k.NameEn, model.TraditionalChinese: k.NameZh},
		Page: data.Page{
			URL:  importer.PageURL(k.Slug),
			Date: k.Page.Handoff,
		},
		Answers: data.Answers{
			model.ConferencingPurchase: k.conferencing(),
			model.AutoAssignedNumbers:  k.autoAssigned(),
			model.CallMe:               k.callMe(),
			model.PhoneSystemPurchase:  {State: yesNo(k.Phone.Purchasable)},
			model.AutoAttendants:       {State: yesNo(k.Phone.Attendants)},
			model.CallQueues:           {State: yesNo(k.Phone.Queues)},
			model.Voicemail:            {State: yesNo(k.Phone.Voicemail)},
			model.CallingPlansPurchase: k.plans(),
			model.Minutes:              k.minutes(),
			model.PremiumNumbers:       k.premium(),
			model.OutboundCalls:        k.outbound(),
			model.TollNumbers:          k.toll(),
			model.TollFreeNumbers:      k.tollFree(),
			model.CreditsPurchase:      {State: yesNo(k.Credits.Available)},
		},
	}
	k.conditions(out.Answers)
	k.next(out.Answers)
	out.Warnings, out.Page.Remarks = k.warnings(out.Answers)
	return out
}

func yesNo(b bool) model.State {
	if b {
		return model.Yes
	}
	return model.No
}

// has reports whether the facts name a condition of the country.
func (k *compiler) has(key string) bool {
	for _, c := range k.Conditions {
		if c.Key == key {
			return true
		}
	}
	return false
}

// state looks a fact up in the states that it may mean.
func (k *compiler) state(what, fact string, states map[string]model.State) model.State {
	s, ok := states[fact]
	if !ok {
		k.failf("%s: unknown value %q", what, fact)
	}
	return s
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func (k *compiler) conferencing() data.Answer {
	a := data.Answer{State: k.state("audio conferencing", value(k.Conferencing.Terms), map[string]model.State{
		"standard":                       model.Yes,
		"pay_per_minute_only":            model.PayPerMinute,
		"users_outside_the_country_only": model.Restricted,
		"third_party_service_only":       model.ViaPartner,
		"":                               model.No,
	})}
	if a.State == model.ViaPartner {
		a.Partner = k.partner(importer.Tata)
	}
	if sold := a.State != model.No && a.State != model.ViaPartner; sold != k.Conferencing.Purchasable {
		k.failf("audio conferencing: terms %q, but purchasable is %v", value(k.Conferencing.Terms), k.Conferencing.Purchasable)
	}
	return a
}

func (k *compiler) autoAssigned() data.Answer {
	a := data.Answer{Cities: k.cities(k.Conferencing.AutoCities)}
	a.Scope = k.scope(value(k.Conferencing.AutoScope))
	switch {
	case k.Conferencing.Auto != nil && *k.Conferencing.Auto && k.has("auto_assigned_numbers_local_organizations_only"):
		a.State = model.Restricted
	case k.Conferencing.Auto != nil:
		a.State = yesNo(*k.Conferencing.Auto)
	case a.Scope == model.ScopeNotApplicable:
		a.State = model.NotApplicable
	}
	return a
}

func (k *compiler) callMe() data.Answer {
	if !k.Conferencing.CallMe {
		k.failf("call me: terms %q, but dial-out is not available", k.Conferencing.CallMeTerms)
	}
	return data.Answer{State: k.state("call me", k.Conferencing.CallMeTerms, map[string]model.State{
		"included":                        model.Yes,
		"requires_communications_credits": model.NeedsCredits,
		"not_for_purchases_from_china":    model.Restricted,
	})}
}

func (k *compiler) plans() data.Answer {
	if k.Plans.Partner != "" {
		return data.Answer{State: model.ViaPartner, Partner: k.partner(k.Plans.Partner)}
	}
	return data.Answer{State: yesNo(k.Plans.Purchasable)}
}

func (k *compiler) minutes() data.Answer {
	a := data.Answer{
		State: k.state("minutes", k.Plans.Minutes, map[string]model.State{
			"listed": model.Yes, "not_applicable": model.NotApplicable, "see_partner": model.ViaPartner,
		}),
		StatedOptions: k.Plans.Stated,
	}
	for _, o := range k.Plans.Options {
		d := data.Option{
			DomesticMinutes:      o.Domestic,
			InternationalMinutes: o.International,
			WhicheverFirst:       o.Whichever,
			Limited:              o.Limited,
			Printed:              o.Printed,
		}
		if err := d.Kind.UnmarshalText([]byte(o.Kind)); err != nil {
			k.failf("minutes: %w", err)
		}
		a.Options = append(a.Options, d)
	}
	return k.withPartner(a)
}

func (k *compiler) premium() data.Answer {
	if k.Plans.Premium == nil {
		if k.Plans.Purchasable || k.Plans.Partner != "" {
			return data.Answer{}
		}
		return data.Answer{State: model.NotApplicable}
	}
	return data.Answer{State: k.state("premium numbers", *k.Plans.Premium, map[string]model.State{
		"supported": model.Yes, "partially_supported": model.Partial, "not_supported": model.No,
	})}
}

func (k *compiler) outbound() data.Answer {
	a := data.Answer{State: k.state("outbound calls", k.Plans.Outbound.Status, map[string]model.State{
		"countries": model.Yes, "not_applicable": model.NotApplicable, "see_partner": model.ViaPartner,
	})}
	if a.State == model.Yes {
		a.Destinations = &data.Destinations{
			Stated: k.Plans.Outbound.Countries,
			Listed: len(k.in.destinations),
			Plan:   model.DomesticAndInternational,
		}
	}
	return k.withPartner(a)
}

func (k *compiler) toll() data.Answer {
	a := data.Answer{
		Scope:                k.scope(k.Numbers.Scope),
		Cities:               k.cities(k.Numbers.Cities),
		OtherCitiesOnRequest: k.Numbers.Other,
		State:                k.terms("toll", k.Numbers.Toll, k.Numbers.TollTerms),
	}
	if a.State == model.Yes && k.has("toll_numbers_local_organizations_only") {
		a.State = model.Restricted
	}
	return a
}

func (k *compiler) tollFree() data.Answer {
	return data.Answer{State: k.terms("toll-free", k.Numbers.TollFree, k.Numbers.TollFreeTerms)}
}

func (k *compiler) terms(what string, available bool, terms *string) model.State {
	if !available {
		return model.No
	}
	return k.state(what, value(terms), map[string]model.State{"standard": model.Yes, "on_request": model.OnRequest})
}

func (k *compiler) scope(fact string) model.Scope {
	var s model.Scope
	if fact == "" {
		return s // the page gives none
	}
	if err := s.UnmarshalText([]byte(fact)); err != nil {
		k.failf("%w", err)
	}
	return s
}

func (k *compiler) cities(facts []city) []data.City {
	var out []data.City
	for _, c := range facts {
		zh, ok := k.in.cities[k.Slug+"|"+c.En]
		if !ok {
			k.failf("city %q has no reviewed zh-TW name in cities.txt", c.En)
		}
		d := data.City{English: c.En, Chinese: zh, OnRequest: c.OnRequest}
		if c.Corrected != "" && c.Corrected != c.En {
			d.English, d.Printed = c.Corrected, c.En
		}
		out = append(out, d)
	}
	return out
}

// partner is the partner of that name with the page that the sources link to.
func (k *compiler) partner(name string) *data.Partner {
	url := importer.PartnerPage(name)
	if url == "" {
		k.failf("partner %q: page unknown", name)
	}
	return &data.Partner{Name: name, URL: url}
}

func (k *compiler) withPartner(a data.Answer) data.Answer {
	if a.State == model.ViaPartner {
		a.Partner = k.partner(k.Plans.Partner)
	}
	return a
}
