package importer

import (
	"voxatlas/data/pages"
	"voxatlas/model"
)

// china is the code of the country whose page says from or to where its terms
// hold.
const china = "CN"

// conferencing reads whether Audio Conferencing can be bought.
func (c *country) conferencing(r row) {
	const f = model.ConferencingPurchase
	text := plainText(r.Cell)
	said := c.words.begins(text, yes, no, available, notAvailable)
	state := yesNo(said.says)
	perMinutes := hasMark(r.Cell, markMinute) || c.words.says(text, perMinute)
	name, page := partnerLink(r.Cell)
	switch {
	case name != "":
		c.note("audio_conferencing_third_party", model.ArgOf("partner", name))
		c.set(r, f, model.Answer{State: model.ViaPartner, Partner: c.partnerAt(name, page)}, false)
	case state == model.Yes && perMinutes:
		c.note("audio_conferencing_pay_per_minute_only")
		c.set(r, f, model.Answer{State: model.PayPerMinute}, said.slip)
	case state == model.Yes && c.iso2 == china && c.words.says(said.rest, abroadOnly):
		c.note("audio_conferencing_for_users_abroad_only")
		c.set(r, f, model.Answer{State: model.Restricted}, said.slip)
	case state != model.Unstated && bare(said.rest) == "":
		c.set(r, f, model.Answer{State: state}, said.slip)
	default:
		c.miss(r, f, WantTerms)
	}
}

// partnerAt is the partner of that name with the page that the cell links to,
// when it is one that may be shown.
func (c *country) partnerAt(name, page string) model.Partner {
	if !printable(page) || len(page) > 300 || len(page) < 9 || page[:8] != "https://" {
		page = PartnerPage(name)
	}
	return model.Partner{Name: name, URL: page}
}

// autoAssigned reads whether numbers are assigned automatically, and of which
// cities.
func (c *country) autoAssigned(r row) {
	const f = model.AutoAssignedNumbers
	text := plainText(r.Cell)
	said := c.words.begins(text, yes, no, notApplicable, available, notAvailable)
	before, items, _ := r.ListItems()
	if mailbox(r.Cell) != "" {
		said = c.words.begins(plainText(withoutLinks(r.Cell, mails)), no, notAvailable)
	}
	switch state := yesNo(said.says); {
	case state == model.No && mailbox(r.Cell) != "" && len(sentences(said.rest)) <= 1:
		c.note("auto_assigned_numbers_contact_desk", model.ArgOf("mailbox", mailbox(r.Cell)))
		c.set(r, f, model.Answer{State: model.No}, said.slip)
	case said.says == notApplicable && bare(said.rest) == "":
		c.set(r, f, model.Answer{State: model.NotApplicable, Scope: model.ScopeNotApplicable}, said.slip)
	case len(items) == 0 && c.words.says(text, nonGeographic):
		c.note("auto_assigned_numbers_non_geographic")
		c.set(r, f, model.Answer{Scope: model.NonGeographic}, false)
		c.sure[f] = Silent // the page gives neither yes nor no
	case state != model.Unstated && bare(said.rest) == "":
		c.set(r, f, model.Answer{State: state}, said.slip)
	case state == model.Yes || bare(before) == "" && len(items) > 0:
		c.autoCities(r, said, items)
	default:
		c.miss(r, f, WantYesNo)
	}
}

// autoCities reads the cities of numbers that are assigned automatically. A list
// of cities without a word before it says yes by its place.
func (c *country) autoCities(r row, said clause, items []pages.Part) {
	const f = model.AutoAssignedNumbers
	var list cityList
	if len(items) > 0 {
		list = c.cityList(items)
	} else if first := sentences(said.rest); len(first) == 1 {
		list = c.cityInSentence(first[0])
	}
	a := model.Answer{State: model.Yes}
	if list.localsOnly {
		a.State = model.Restricted
		c.note("auto_assigned_numbers_local_organizations_only")
	}
	cities, byPlace, ok := c.name(list, f)
	if !ok && said.says == "" {
		c.miss(r, f, WantCities)
		return
	}
	c.auto = &namedCities{r, list, ok}
	if ok {
		a.Cities, a.Scope = model.ListOf(cities...), model.Cities
	}
	r.byPlace = r.byPlace || byPlace || said.says == ""
	c.set(r, f, a, said.slip)
}

// callMe reads whether dialling out is possible, and on what terms.
func (c *country) callMe(r row) {
	const f = model.CallMe
	text := plainText(r.Cell)
	said := c.words.begins(text, yes, no, available, notAvailable)
	state := yesNo(said.says)
	switch w := c.words; {
	case state == model.Yes && c.iso2 == china && w.says(said.rest, notFromChina):
		c.note("call_me_not_for_purchases_from_china")
		c.set(r, f, model.Answer{State: model.Restricted}, said.slip)
	case w.says(text, credits) && w.says(text, perMinute) && !w.says(text, unneeded):
		c.note("call_me_charged_per_minute_from_credits")
		c.set(r, f, model.Answer{State: model.NeedsCredits}, false)
	case w.says(text, credits) && w.says(text, needs) && !w.says(text, unneeded) && len(sentences(text)) == 1:
		c.note("call_me_needs_communications_credits")
		c.set(r, f, model.Answer{State: model.NeedsCredits}, false)
	case state != model.Unstated && bare(said.rest) == "":
		c.set(r, f, model.Answer{State: state}, said.slip)
	default:
		c.miss(r, f, WantTerms)
	}
}
