package importer

import (
	"slices"
	"strings"

	"voxatlas/data/pages"
	"voxatlas/model"
)

// readSubsection reads a section below a service's. The one that is known tells
// which tenants abroad may have a partner's plans.
func (c *countryReader) readSubsection(s pages.Section) {
	if !strings.HasPrefix(s.Anchor, "if-your-tenant-is-located-outside") {
		c.readOtherSection(s)
		return
	}
	partner := c.answers[model.CallingPlansPurchase].Partner.Name
	for _, n := range s.Paragraphs {
		known := c.knowsSentences(n.TextContent(), sentenceTenants, 4)
		switch name := partnerNamedIn(n.TextContent()); {
		case known && n.Before && containsNumber(n.TextContent(), 2019) && partner != "":
			c.readTenantsAbroad(s, partner)
		case known && !n.Before && name != "" && countPartnerLinks(n.Cell) > 0:
			c.addCondition("calling_plan_partner_addon_visibility", model.ArgOf("partner", name))
		default:
			c.reportText(n.Line, model.CallingPlansPurchase, n.TextContent(), ExpectedNote)
		}
	}
}

// readTenantsAbroad reads the table of countries in which tenants may be.
// Translations of it are garbled, so the base's condition is taken for them.
func (c *countryReader) readTenantsAbroad(s pages.Section, partner string) {
	const key = "calling_plan_partner_tenant_abroad_allowed"
	args := []model.Arg{model.ArgOf("partner", partner), model.ArgOf("since", tenantAbroadSince)}
	names := []string{"americas", "apac", "emea"}
	if len(s.Tables) == 1 && len(s.Tables[0].Rows) == len(names) && c.english {
		read := true
		for i, r := range s.Tables[0].Rows {
			codes, ok := c.readRegions(r)
			args = append(args, model.ArgOf(names[i], codes...))
			read = read && ok
		}
		if read {
			c.addCondition(key, args...)
			return
		}
	}
	if c.baseCountry != nil {
		for k := range c.baseCountry.Answer(model.CallingPlansPurchase).Conditions.Values() {
			if k.Key == key {
				c.conditions = append(c.conditions, k)
				c.confidence[model.CallingPlansPurchase] = ByPosition
				return
			}
		}
	}
	c.reportText(s.Line, model.CallingPlansPurchase, s.Anchor, ExpectedRegions)
}

// readRegions reads the countries and regions in a row's second cell; false
// when one of them is unknown.
func (c *countryReader) readRegions(r pages.Row) (codes []string, ok bool) {
	ok = true
	for name := range strings.SplitSeq(answerCell(r).TextContent(), ",") {
		name = strings.TrimSpace(name)
		code := regionCode(name, c.reference.Code)
		if code == "" {
			c.reportText(r.Line, model.CallingPlansPurchase, name, ExpectedRegions)
			ok = false
			continue
		}
		if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes, ok
}
