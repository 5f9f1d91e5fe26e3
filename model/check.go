package model

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"time"
)

// The largest sizes that an edition may have. Nothing in Microsoft's pages comes
// near them; a file beyond them is broken or made to do harm.
const (
	maxTextLength = 1000    // bytes of a text
	maxMinutes    = 100_000 // minutes of a plan; a month has 44,640
	maxCount      = 1000    // countries, destinations, cities, plans, values of an argument: in a list, or as a page states
	maxNotes      = 50      // conditions, warnings, steps, remarks, products, calling codes, languages: in a list
	maxDate       = 40      // bytes of a time
)

// Check reports the rules that a violates, as a *[ViolationsError], or nil. The
// rules: dates and codes have the right form; slugs and codes name one country
// each; every country, city and destination has an English name; an answer has only
// the fields, states, conditions and steps that its feature can have; counts agree
// with the lists that they count; no list or text is longer than the limits above;
// and no text holds control or bidi characters, nor does any line of the error.
func (a *Atlas) Check() error {
	return violationsError(a.Violations(MaxViolations))
}

// Check reports the rules that e violates, as [Atlas.Check] does.
func (e EditionInfo) Check() error {
	c := newChecker("edition "+Clean(e.Date, 20), MaxViolations)
	c.checkInfo(e)
	return violationsError(c.violations, c.more)
}

// Violations lists the violations of the rules of [Atlas.Check], at most limit of
// them, and the number of those left out.
func (a *Atlas) Violations(limit int) (violations []*Violation, more int) {
	c := newChecker("edition "+Clean(a.info.Date, 20), limit)
	c.checkAtlas(a)
	return c.violations, c.more
}

// newChecker returns a checker of a subject that spells out at most limit violations.
func newChecker(subject string, limit int) *checker {
	return &checker{violationReport: &violationReport{limit: limit}, subject: subject}
}

func (c *checker) checkAtlas(a *Atlas) {
	c.conditionRules, c.warningRules = conditionRules(), warningRules()
	c.checkInfo(a.info)
	if len(a.countries) == 0 {
		c.withPath("countries").failf("no countries")
	}
	if !c.withPath("countries").checkMax("countries", len(a.countries), maxCount) {
		return
	}
	seen := map[string]string{} // slug or code → slug
	for i, country := range a.countries {
		c := c.withPath("countries", strconv.Itoa(i))
		slug := Clean(country.Slug(), 60)
		for _, id := range []string{country.Slug(), country.ISO2(), country.ISO3()} {
			switch other, twice := seen[id]; {
			case id == "", !twice:
				seen[id] = slug
			case id == country.Slug():
				c.withPath("slug").failf("%s stands twice", slug)
			case other != slug:
				c.withPath("iso2").failf("%s and %s are both %s", other, slug, Clean(id, 10))
			}
		}
		c.withSubject(slug).checkCountry(country, a.destinations().Len())
	}
	c.withPath("destinations").checkDestinations(a.destinations())
}

// checkMax reports whether a list of n items is within limit. The items of a longer
// list are not checked.
func (c *checker) checkMax(what string, n, limit int) bool {
	if n > limit {
		c.failf("has %d %s; the limit is %d", n, what, limit)
	}
	return n <= limit
}

func (c *checker) checkDate(what, s string) {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		c.failf("%s %q is no date; write it as 2023-01-26", what, Clean(s, 40))
	}
}

func (c *checker) checkText(what, s string) {
	if r, bad := unprintable(s); bad {
		c.failf("%s has the character %U, which may not be shown", what, r)
	}
	if len(s) > maxTextLength {
		c.failf("%s is %d bytes long; the limit is %d", what, len(s), maxTextLength)
	}
}

func (c *checker) checkLink(what, s string) {
	if r, bad := unprintable(s); bad {
		c.failf("%s has the character %U, which may not be shown", what, r)
		return
	}
	if len(s) > maxTextLength {
		c.failf("%s is %d bytes long; the limit is %d", what, len(s), maxTextLength)
		return
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "mailto" || u.Scheme == "https" && u.Host == "" {
		c.failf("%s %q is no https or mailto link", what, Clean(s, 80))
	}
}

func (c *checker) checkNames(what string, n Names, needed ...Lang) {
	for _, lang := range needed {
		if !n.Has(lang) {
			c.failf("%s has no text in %s", what, lang)
		}
	}
	if !c.checkMax("languages of its "+what, n.Len(), maxNotes) {
		return
	}
	for lang, text := range n.All() {
		if !isLang(string(lang)) {
			c.failf("%s is in %q, which is no language tag", what, Clean(string(lang), 40))
		}
		c.withPath(string(lang)).checkText(what, text)
	}
}

// checkCountry checks k, of an atlas with that many destinations.
func (c *checker) checkCountry(k *Country, destinations int) {
	if !IsSlug(k.Slug()) {
		c.withPath("slug").failf("slug %q is not words joined by hyphens", Clean(k.Slug(), 60))
	}
	if !isCode(k.ISO2(), 2) || !isCode(k.ISO3(), 3) {
		c.withPath("iso2").failf("codes %q and %q are not ISO 3166", Clean(k.ISO2(), 10), Clean(k.ISO3(), 10))
	}
	if c.checkMax("calling codes", k.Dial().Len(), maxNotes) {
		for d := range k.Dial().Values() {
			if !isDial(d) {
				c.failf("calling code %q is not digits", Clean(d, 20))
			}
		}
	}
	c.checkNames("name", k.Names(), English)
	c.withPath("printed_names").checkNames("printed name", k.Printed())
	c.withPath("page", "date").checkDate("page date", k.Page().Date)
	c.withPath("page", "url").checkLink("page", k.Page().URL)
	if remarks := c.withPath("page", "remarks"); remarks.checkMax("remarks", k.Page().Remarks.Len(), maxNotes) {
		for i, r := range k.Page().Remarks.All() {
			remarks.withIndex(i).checkText("remark", r)
		}
	}
	for _, f := range Features() {
		c.withSubject(f.Key()).withPath("answers", f.Key()).checkAnswer(f, k.Answer(f), destinations)
	}
	c.withPath("warnings").checkWarnings(k.Warnings())
}

func (c *checker) checkWarnings(warnings List[Warning]) {
	if !c.checkMax("warnings", warnings.Len(), maxNotes) {
		return
	}
	seen := map[string]bool{}
	for i, w := range warnings.All() {
		c := c.withIndex(i)
		if c.checkWarning(w) && seen[fmt.Sprintf("%q", w)] {
			c.failf("warning %s stands twice", w.Key)
		}
		seen[fmt.Sprintf("%q", w)] = true
	}
}

// checkWarning checks w. It reports whether the key is known.
func (c *checker) checkWarning(w Warning) bool {
	n, ok := c.warningRules[w.Key]
	if !ok {
		c.withPath("key").failf("unknown warning %q", Clean(w.Key, 80))
		return false
	}
	if !c.checkMax("features of the warning "+w.Key, w.Features.Len(), NumFeatures) {
		return true
	}
	if !slices.Equal(w.Features.Slice(), n.features) {
		c.failf("warning %s stands beside %v, not beside %v", w.Key, w.Features.Slice(), n.features)
	}
	c.withPath("args").checkArgs(w.Key, n, w.Args)
	return true
}

// checkArgs checks the arguments of a condition or warning against its declaration.
func (c *checker) checkArgs(key string, n noteRule, args List[Arg]) {
	if !c.checkMax("arguments of "+key, args.Len(), maxNotes) {
		return
	}
	var given []string
	for a := range args.Values() {
		switch {
		case !slices.Contains(n.args, a.Name) && !slices.Contains(n.optional, a.Name):
			c.withPath(a.Name).failf("%s takes no argument %q", key, Clean(a.Name, 40))
			continue
		case slices.Contains(given, a.Name):
			c.withPath(a.Name).failf("%s: argument %s stands twice", key, a.Name)
		case a.Values.Len() == 0 || !a.IsList() && a.Values.Len() > 1:
			c.withPath(a.Name).failf("%s: argument %s has %d values", key, a.Name, a.Values.Len())
		}
		given = append(given, a.Name)
		if !c.withPath(a.Name).checkMax("values of the argument "+a.Name, a.Values.Len(), maxCount) {
			continue
		}
		for i, v := range a.Values.All() {
			c := c.withPath(a.Name)
			if a.IsList() {
				c = c.withIndex(i)
			}
			if a.Name == "links" {
				c.checkLink(key+": link", v)
			} else {
				c.checkText(key+": argument "+a.Name, v)
			}
		}
	}
	for _, name := range n.args {
		if !slices.Contains(given, name) {
			c.failf("%s lacks the argument %s", key, name)
		}
	}
}

func (c *checker) checkDestinations(ds List[Destination]) {
	if !c.checkMax("destinations", ds.Len(), maxCount) {
		return
	}
	seen := map[string]bool{}
	for i, d := range ds.All() {
		c := c.withSubject(fmt.Sprintf("destination %d", i+1)).withIndex(i)
		if !isCode(d.ISO2, 2) || seen[d.ISO2] {
			c.withPath("iso2").failf("code %q is not ISO 3166, or stands twice", Clean(d.ISO2, 10))
		}
		seen[d.ISO2] = true
		if d.Printed == "" {
			c.withPath("printed").failf("has no printed name")
		}
		c.withPath("printed").checkText("printed name", d.Printed)
		c.withPath("note").checkText("note", d.Remark)
		c.checkNames("name", d.Names, English)
	}
}
