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

// LearnURL is the English page of the Teams documentation at path. Its other
// languages differ in the locale alone: see [Localized].
func LearnURL(path string) string { return learnEnglish + path }

const (
	learnEnglish = "https://learn.microsoft.com/en-us/microsoftteams/"
	learnRoot    = "https://learn.microsoft.com/"
)

// Localized is url in the documentation's locale ("zh-tw"), when it is a page
// of the Teams documentation; else url itself.
func Localized(url, locale string) string {
	if len(url) > len(learnEnglish) && url[:len(learnEnglish)] == learnEnglish {
		return learnRoot + locale + url[len(learnRoot)+len("en-us"):]
	}
	return url
}

// deskRenamed is the first edition date whose pages call the number service
// desk TNS instead of PSTN.
const deskRenamed = "2023-01-26"

func step(key, path string) Step { return Step{key, LearnURL(path)} }

// NextSteps returns the next steps for the reader of an answer, by a reviewed table:
// another route after a no or a condition, the step after a yes. It depends on the
// state, partner, cities and conditions of a; alternative counts where plans are not
// sold, and credits is the country's answer about Communications Credits. The date
// of the edition decides which pages existed.
func NextSteps(f Feature, a Answer, alternative Alternative, credits State, edition string) []Step {
	switch f {
	case ConferencingPurchase:
		return stepsAfterConferencing(a)
	case AutoAssignedNumbers:
		if a.State != NotApplicable {
			return serviceNumberSteps(a)
		}
	case CallMe:
		if a.State == NeedsCredits && credits == Yes {
			return creditSteps()
		}
	case CallingPlansPurchase:
		return stepsAfterPlans(a, alternative)
	case PremiumNumbers:
		if a.HasCondition("premium_calls_need_communications_credits") {
			return creditSteps()
		}
	case TollNumbers, TollFreeNumbers:
		var steps []Step
		if a.State == Yes {
			steps = serviceNumberSteps(a)
		}
		if a.State == OnRequest || a.hasCityOnRequest() {
			steps = append(steps, deskStep(edition))
		}
		return steps
	case CreditsPurchase:
		if a.State == Yes {
			return creditSteps()
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

func stepsAfterConferencing(a Answer) []Step {
	switch a.State {
	case Yes:
		return []Step{step(stepAddOns, "teams-add-on-licensing/microsoft-teams-add-on-licensing")}
	case PayPerMinute:
		return []Step{
			step(stepPerMinute, "audio-conferencing-pay-per-minute"),
			creditSteps()[0],
		}
	case ViaPartner:
		return []Step{{stepPartner, a.Partner.URL}}
	case Restricted:
		return []Step{{Key: stepAccountTeam}}
	}
	return nil
}

func stepsAfterPlans(a Answer, alternative Alternative) []Step {
	switch {
	case a.State == Yes:
		return []Step{
			step(stepCallingPlans, "calling-plan-landing-page"),
			step(stepAddOns, "teams-add-on-licensing/microsoft-teams-add-on-licensing"),
			step(stepUserNumbers, "getting-phone-numbers-for-your-users"),
		}
	case a.State == ViaPartner:
		return []Step{{stepPartner, a.Partner.URL}}
	case a.State == No && alternative == DirectRouting:
		return []Step{step(stepDirectRouting, "direct-routing-landing-page")}
	case a.State == No && alternative == PSTNConnectivity:
		return []Step{step(stepConnectivity, "pstn-connectivity")}
	}
	return nil
}

// serviceNumberSteps leads to service numbers: in the admin center, or by mail to the
// regional service desk where the page names its mailbox.
func serviceNumberSteps(a Answer) []Step {
	for c := range a.Conditions.Values() {
		for arg := range c.Args.Values() {
			if arg.Name == "mailbox" && arg.Values.Len() > 0 {
				return []Step{{stepMailDesk, "mailto:" + arg.Values.At(0)}}
			}
		}
	}
	return []Step{step(stepServiceNumber, "getting-service-phone-numbers")}
}

func creditSteps() []Step {
	return []Step{
		step(stepSetUpCredits, "set-up-communications-credits-for-your-organization"),
		step(stepAboutCredits, "what-are-communications-credits"),
	}
}

func deskStep(edition string) Step {
	desk := "contact-tns-service-desk"
	if edition < deskRenamed {
		desk = "contact-pstn-service-desk"
	}
	return step(stepRequestDesk, "manage-phone-numbers-for-your-organization/"+desk)
}
