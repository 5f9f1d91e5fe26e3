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

// URLs returns the address of a page of the documentation. The key is one of the list
// of links, as "direct_routing".
type URLs func(key string) string

// stepTo makes a step that leads to the page of a link.
func (u URLs) stepTo(key, link string) Step { return Step{key, u(link)} }

// firstTNSDesk is the date of the first edition in which the pages call the number
// service desk TNS instead of PSTN.
const firstTNSDesk = "2023-01-26"

// NextSteps returns the next steps for the reader of an answer, by a reviewed table:
// another route after a no or a condition, the step after a yes. It depends on the
// state, partner, cities and conditions of a; alternative counts where plans are not
// sold, and credits is the country's answer about Communications Credits. The date
// of the edition decides which pages existed; urls has their addresses.
func NextSteps(f Feature, a Answer, alternative Alternative, credits State, edition string, urls URLs) []Step {
	switch f {
	case ConferencingPurchase:
		return stepsAfterConferencing(a, urls)
	case AutoAssignedNumbers:
		if a.State != NotApplicable {
			return serviceNumberSteps(a, urls)
		}
	case CallMe:
		if a.State == NeedsCredits && credits == Yes {
			return creditSteps(urls)
		}
	case CallingPlansPurchase:
		return stepsAfterPlans(a, alternative, urls)
	case PremiumNumbers:
		if a.HasCondition("premium_calls_need_communications_credits") {
			return creditSteps(urls)
		}
	case TollNumbers, TollFreeNumbers:
		var steps []Step
		if a.State == Yes {
			steps = serviceNumberSteps(a, urls)
		}
		if a.State == OnRequest || a.hasCityOnRequest() {
			steps = append(steps, deskStep(edition, urls))
		}
		return steps
	case CreditsPurchase:
		if a.State == Yes {
			return creditSteps(urls)
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

func stepsAfterConferencing(a Answer, urls URLs) []Step {
	switch a.State {
	case Yes:
		return []Step{urls.stepTo(stepAddOns, "add_on_licensing")}
	case PayPerMinute:
		return []Step{
			urls.stepTo(stepPerMinute, "conferencing_per_minute"),
			creditSteps(urls)[0],
		}
	case ViaPartner:
		return []Step{{stepPartner, a.Partner.URL}}
	case Restricted:
		return []Step{{Key: stepAccountTeam}}
	}
	return nil
}

func stepsAfterPlans(a Answer, alternative Alternative, urls URLs) []Step {
	switch {
	case a.State == Yes:
		return []Step{
			urls.stepTo(stepCallingPlans, "about_calling_plans"),
			urls.stepTo(stepAddOns, "add_on_licensing"),
			urls.stepTo(stepUserNumbers, "user_numbers"),
		}
	case a.State == ViaPartner:
		return []Step{{stepPartner, a.Partner.URL}}
	case a.State == No && alternative == DirectRouting:
		return []Step{urls.stepTo(stepDirectRouting, "direct_routing")}
	case a.State == No && alternative == PSTNConnectivity:
		return []Step{urls.stepTo(stepConnectivity, "pstn_connectivity")}
	}
	return nil
}

// serviceNumberSteps leads to service numbers: in the admin center, or by mail to the
// regional service desk where the page names its mailbox.
func serviceNumberSteps(a Answer, urls URLs) []Step {
	for c := range a.Conditions.Values() {
		for arg := range c.Args.Values() {
			if arg.Name == "mailbox" && arg.Values.Len() > 0 {
				return []Step{{stepMailDesk, "mailto:" + arg.Values.At(0)}}
			}
		}
	}
	return []Step{urls.stepTo(stepServiceNumber, "service_numbers")}
}

func creditSteps(urls URLs) []Step {
	return []Step{
		urls.stepTo(stepSetUpCredits, "set_up_credits"),
		urls.stepTo(stepAboutCredits, "about_credits"),
	}
}

func deskStep(edition string, urls URLs) Step {
	desk := "desk_2023"
	if edition < firstTNSDesk {
		desk = "desk_2021"
	}
	return urls.stepTo(stepRequestDesk, desk)
}
