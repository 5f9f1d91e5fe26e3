package importer

import (
	"voxatlas/model"
)

// tollCities reads which cities toll numbers belong to.
func (c *country) tollCities(r row) {
	const f = model.TollNumbers
	a := c.answers[f]
	text := plainText(r.Cell)
	_, items, _ := r.ListItems()
	said := c.words.begins(text, notApplicable)
	switch {
	case said.says != "" && bare(said.rest) == "":
		a.Scope, c.citiesRead = model.ScopeNotApplicable, true
	case len(items) == 0 && c.words.says(text, nonGeographic):
		c.note("toll_numbers_non_geographic")
		a.Scope, c.citiesRead = model.NonGeographic, true
	default:
		if len(items) == 0 {
			items = r.Parts
		}
		list := c.cityList(items)
		c.tollItems = list.items
		if list.localsOnly {
			c.note("toll_numbers_local_organizations_only")
		}
		if list.others {
			a.OtherCitiesOnRequest = true
			c.note("toll_other_cities_on_request")
		}
		cities, byPlace, ok := c.name(list, f)
		if !ok {
			c.find(r.line, f, r.TextContent(), WantKnownCities)
			break
		}
		c.citiesRead = true
		a.Cities, a.Scope = model.ListOf(cities...), model.Cities
		if byPlace {
			c.sure[f] = ByPlace
		}
	}
	c.answers[f] = a
}

// toll reads whether there are toll numbers.
func (c *country) toll(r row) {
	const f = model.TollNumbers
	a, cities := c.answers[f], c.sure[f]
	whole := plainText(r.Cell)
	text := plainText(withoutLinks(r.Cell, desk))
	said := c.besideDesk(r)
	state := yesNo(said.says)
	asked := hasMark(r.Cell, markDesk) || c.words.says(text, onRequest)
	rest, inCountry, locals := c.limits(said.rest)
	switch {
	case asked && state == model.No:
		c.unread(r, WantTerms)
		return
	case asked && c.words.says(whole, nonGeographic) && len(sentences(text)) <= 1:
		c.note("toll_numbers_non_geographic")
		c.note("toll_numbers_on_request")
		a.State = model.OnRequest
	case asked && state == model.Yes && c.onlyAsks(rest):
		c.note("toll_numbers_on_request")
		a.State = model.OnRequest
	case state != model.Unstated && bare(rest) == "":
		a.State = state
	default:
		c.unread(r, WantYesNo)
		return
	}
	if inCountry {
		c.note("toll_numbers_reachable_in_country_only")
	}
	if locals {
		c.note("toll_numbers_local_organizations_only")
	}
	if a.State == model.Yes && c.noted("toll_numbers_local_organizations_only") {
		a.State = model.Restricted
	}
	c.set(r, f, a, said.slip)
	if cities == ByPlace {
		c.sure[f] = ByPlace
	}
}

// unread reports the cell on toll numbers; what the row on their cities says
// stays.
func (c *country) unread(r row, want Want) {
	c.find(r.line, r.feature, r.TextContent(), want)
	c.sure[r.feature] = Unread
}

// limits takes the sentences that limit toll numbers out of text.
func (c *country) limits(text string) (rest string, inCountry, locals bool) {
	for _, s := range sentences(text) {
		switch {
		case c.words.says(s, inCountryOnly):
			inCountry = true
		case c.words.says(s, localsOnly):
			locals = true
		case len([]rune(bare(s))) <= 12 && (inCountry || locals || s != text) && endsInColon(s):
			// "Note:"
		default:
			rest += s + " "
		}
	}
	return rest, inCountry, locals
}

func endsInColon(s string) bool {
	switch r := []rune(s); r[len(r)-1] {
	case ':', '：':
		return true
	}
	return false
}

// onlyAsks reports whether text says nothing but that one has to ask.
func (c *country) onlyAsks(text string) bool {
	if bare(text) == "" {
		return true
	}
	if ok, _ := c.words.is(text, onRequest); ok {
		return true
	}
	return len(sentences(text)) == 1 && c.words.says(text, onRequest) && len([]rune(bare(text))) <= maxAsking
}

// maxAsking is the most letters that "on request" has in any language, and
// "not on request" would have more.
const maxAsking = 10

// besideDesk is what r says apart from the words of its link to the number
// service desk, which machines render in many ways and move about; where they
// have taken the answer into the link, what r says as a whole.
func (c *country) besideDesk(r row) clause {
	said := c.words.begins(plainText(withoutLinks(r.Cell, desk)), yes, no, available, notAvailable)
	if said.says == "" && hasMark(r.Cell, markDesk) {
		said = c.words.begins(plainText(r.Cell), yes, no, available, notAvailable)
	}
	return said
}

func (c *country) noted(key string) bool {
	for _, n := range c.notes {
		if n.Key == key {
			return true
		}
	}
	return false
}

// tollFree reads whether there are toll-free numbers.
func (c *country) tollFree(r row) {
	const f = model.TollFreeNumbers
	text := plainText(withoutLinks(r.Cell, desk))
	said := c.besideDesk(r)
	state := yesNo(said.says)
	asked := hasMark(r.Cell, markDesk) || c.words.says(text, onRequest)
	switch {
	case asked && state == model.No:
		c.miss(r, f, WantTerms)
	case state == model.Yes && asked && c.iso2 == china && c.words.says(said.rest, notFromChina):
		c.note("toll_free_on_request")
		c.note("toll_free_not_for_purchases_from_china")
		c.set(r, f, model.Answer{State: model.OnRequest}, said.slip)
	case state == model.Yes && asked && c.onlyAsks(said.rest):
		c.note("toll_free_on_request")
		c.set(r, f, model.Answer{State: model.OnRequest}, said.slip)
	case state != model.Unstated && bare(said.rest) == "":
		c.set(r, f, model.Answer{State: state}, said.slip)
	default:
		c.miss(r, f, WantYesNo)
	}
}
