package model

// Alternative is the product that a country's page recommends in place of a Calling
// Plan. The zero value is none.
type Alternative uint8

// The alternatives to a Calling Plan.
const (
	NoAlternative Alternative = iota
	DirectRouting
	PSTNConnectivity
)

// The keys of the next steps.
const (
	stepPerMinute     = "audio_conferencing_per_minute"
	stepSetUpCredits  = "set_up_credits"
	stepAboutCredits  = "about_credits"
	stepAddOns        = "add_on_licensing"
	stepPartner       = "partner_site"
	stepAccountTeam   = "account_team"
	stepServiceNumber = "get_service_numbers"
	stepMailDesk      = "mail_number_desk"
	stepRequestDesk   = "number_service_desk"
	stepDirectRouting = "direct_routing"
	stepConnectivity  = "pstn_connectivity"
	stepCallingPlans  = "about_calling_plans"
	stepUserNumbers   = "get_user_numbers"
)

// Steps lists the keys of all next steps.
func Steps() []string {
	return []string{
		stepPerMinute, stepSetUpCredits, stepAboutCredits, stepAddOns, stepPartner, stepAccountTeam,
		stepServiceNumber, stepMailDesk, stepRequestDesk, stepDirectRouting, stepConnectivity,
		stepCallingPlans, stepUserNumbers,
	}
}

// Links returns the address of a page of the documentation by its key in the list of
// links, as "direct_routing".
type Links func(key string) string

// step makes a step that leads to the page of a link.
func (l Links) step(key, link string) Step { return Step{key, l(link)} }

// deskRenamed is the first edition date whose pages call the number service
// desk TNS instead of PSTN.
const deskRenamed = "2023-01-26"

// NextSteps returns the next steps for the reader of an answer, by a reviewed table:
// another route after a no or a condition, the step after a yes. It depends on the
// state, partner, cities and conditions of a; alternative counts where plans are not
// sold, and credits is the country's answer about Communications Credits. The date
// of the edition decides which pages existed; links has their addresses.
func NextSteps(f Feature, a Answer, alternative Alternative, credits State, edition string, links Links) []Step {
	switch f {
	case ConferencingPurchase:
		return stepsAfterConferencing(a, links)
	case AutoAssignedNumbers:
		if a.State != NotApplicable {
			return serviceNumberSteps(a, links)
		}
	case CallMe:
		if a.State == NeedsCredits && credits == Yes {
			return creditSteps(links)
		}
	case CallingPlansPurchase:
		return stepsAfterPlans(a, alternative, links)
	case PremiumNumbers:
		if a.HasCondition("premium_calls_need_communications_credits") {
			return creditSteps(links)
		}
	case TollNumbers, TollFreeNumbers:
		var steps []Step
		if a.State == Yes {
			steps = serviceNumberSteps(a, links)
		}
		if a.State == OnRequest || a.hasCityOnRequest() {
			steps = append(steps, deskStep(edition, links))
		}
		return steps
	case CreditsPurchase:
		if a.State == Yes {
			return creditSteps(links)
		}
	}
	return nil
}

func (a Answer) hasCityOnRequest() bool {
	for c := range a.Cities.Values() {
		if c.OnRequest {
			return true
		}
	}
	return a.OtherCitiesOnRequest
}

func stepsAfterConferencing(a Answer, links Links) []Step {
	switch a.State {
	case Yes:
		return []Step{links.step(stepAddOns, "add_on_licensing")}
	case PayPerMinute:
		return []Step{
			links.step(stepPerMinute, "conferencing_per_minute"),
			creditSteps(links)[0],
		}
	case ViaPartner:
		return []Step{{stepPartner, a.Partner.URL}}
	case Restricted:
		return []Step{{Key: stepAccountTeam}}
	}
	return nil
}

func stepsAfterPlans(a Answer, alternative Alternative, links Links) []Step {
	switch {
	case a.State == Yes:
		return []Step{
			links.step(stepCallingPlans, "about_calling_plans"),
			links.step(stepAddOns, "add_on_licensing"),
			links.step(stepUserNumbers, "user_numbers"),
		}
	case a.State == ViaPartner:
		return []Step{{stepPartner, a.Partner.URL}}
	case a.State == No && alternative == DirectRouting:
		return []Step{links.step(stepDirectRouting, "direct_routing")}
	case a.State == No && alternative == PSTNConnectivity:
		return []Step{links.step(stepConnectivity, "pstn_connectivity")}
	}
	return nil
}

// serviceNumberSteps leads to service numbers: in the admin center, or by mail to the
// regional service desk where the page names its mailbox.
func serviceNumberSteps(a Answer, links Links) []Step {
	for c := range a.Conditions.Values() {
		for arg := range c.Args.Values() {
			if arg.Name == "mailbox" && arg.Values.Len() > 0 {
				return []Step{{stepMailDesk, "mailto:" + arg.Values.At(0)}}
			}
		}
	}
	return []Step{links.step(stepServiceNumber, "service_numbers")}
}

func creditSteps(links Links) []Step {
	return []Step{
		links.step(stepSetUpCredits, "set_up_credits"),
		links.step(stepAboutCredits, "about_credits"),
	}
}

func deskStep(edition string, links Links) Step {
	desk := "desk_2023"
	if edition < deskRenamed {
		desk = "desk_2021"
	}
	return links.step(stepRequestDesk, desk)
}
