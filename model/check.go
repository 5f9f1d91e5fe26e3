package model

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"time"
)

// The limits of what a fact may be. Nothing in Microsoft's pages comes near them;
// beyond, a file is broken or made to do harm.
const (
	maxText    = 1000    // bytes of a text
	maxMinutes = 100_000 // minutes of a plan; a month has 44,640
	maxCount   = 1000    // countries, destinations, cities, plans, values of an argument: in a list, or as a page states
	maxNotes   = 50      // conditions, warnings, steps, remarks, products, calling codes, languages: in a list
	maxDate    = 40      // bytes of a time
)

// Check says every promise that a breaks: its error is a *[ViolationsError], or nil
// when it keeps them all. The promises: dates are dates, codes are codes, slugs
// and codes name one country each, every country has a name in English and
// Traditional Chinese, an answer has only the fields, states, conditions and
// steps that its feature can have, counts agree with what they count, no list is
// endless, and no text holds control or bidi characters. No line of the error
// does either.
func (a *Atlas) Check() error {
	broken, more := a.Violations(MaxViolations)
	e := &ViolationsError{More: more}
	for _, b := range broken {
		e.Violations = append(e.Violations, b)
	}
	return e.orNil()
}

// Violations lists the promises of [Atlas.Check] that a breaks, at most limit of them,
// and says how many more there are.
func (a *Atlas) Violations(limit int) (broken []*Violation, more int) {
	r := &report{conditions: conditions(), warnings: warnings(), limit: limit}
	c := &check{report: r, subject: "edition " + Clean(a.edition.Date, 20)}
	c.edition(a.edition)
	if len(a.countries) == 0 {
		c.at("countries").failf("no countries")
	}
	if !c.at("countries").few("countries", len(a.countries), maxCount) {
		return r.broken, r.more
	}
	seen := map[string]string{} // slug or code → slug
	for i, country := range a.countries {
		c := c.at("countries", strconv.Itoa(i))
		slug := Clean(country.Slug(), 60)
		for _, id := range []string{country.Slug(), country.ISO2(), country.ISO3()} {
			switch other, twice := seen[id]; {
			case id == "", !twice:
				seen[id] = slug
			case id == country.Slug():
				c.at("slug").failf("%s stands twice", slug)
			case other != slug:
				c.at("iso2").failf("%s and %s are both %s", other, slug, Clean(id, 10))
			}
		}
		c.in(slug).country(country, a.destinations().Len())
	}
	c.at("destinations").destinations(a.destinations())
	return r.broken, r.more
}

// few checks that a list of n is no longer than limit. Nobody looks into one that
// is.
func (c *check) few(what string, n, limit int) bool {
	if n > limit {
		c.failf("has %d %s; the limit is %d", n, what, limit)
	}
	return n <= limit
}

func (c *check) date(what, s string) {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		c.failf("%s %q is no date; write it as 2023-01-26", what, Clean(s, 40))
	}
}

func (c *check) text(what, s string) {
	if r, bad := unprintable(s); bad {
		c.failf("%s has the character %U, which may not be shown", what, r)
	}
	if len(s) > maxText {
		c.failf("%s is %d bytes long; the limit is %d", what, len(s), maxText)
	}
}

func (c *check) link(what, s string) {
	if r, bad := unprintable(s); bad {
		c.failf("%s has the character %U, which may not be shown", what, r)
		return
	}
	if len(s) > maxText {
		c.failf("%s is %d bytes long; the limit is %d", what, len(s), maxText)
		return
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "mailto" || u.Scheme == "https" && u.Host == "" {
		c.failf("%s %q is no https or mailto link", what, Clean(s, 80))
	}
}

func (c *check) edition(e Edition) {
	c.at("edition").date("date", e.Date)
	products := c.at("applies_to")
	if e.AppliesTo.Len() == 0 {
		products.failf("does not say which products it applies to")
	}
	if products.few("products", e.AppliesTo.Len(), maxNotes) {
		for i, p := range e.AppliesTo.All() {
			products.nth(i).text("product", p)
		}
	}
	c.in("source").at("source").source(e.Source)
}

func (c *check) source(s Source) {
	if s.Recorded() {
		c.commit(s)
	}
	if s.Licence == "" || s.Attribution == "" {
		c.failf("licence or attribution is missing")
	}
	c.at("branch").text("branch", s.Branch)
	c.at("folder").text("folder", s.Folder)
	c.at("licence").text("licence", s.Licence)
	c.at("attribution").text("attribution", s.Attribution)
}

// commit checks where the facts were taken from, of a source that says so.
func (c *check) commit(s Source) {
	if !IsRepository(s.Repository) {
		c.at("repository").failf("repository %q is not owner/name", Clean(s.Repository, 80))
	}
	if !IsCommit(s.Commit) {
		c.at("commit").failf("commit %q is not 40 hex digits", Clean(s.Commit, 60))
	}
	if _, err := time.Parse(time.RFC3339, s.CommitDate); err != nil || len(s.CommitDate) > maxDate {
		c.at("commit_date").failf("commit date %q is not RFC 3339", Clean(s.CommitDate, 40))
	}
}

func (c *check) names(what string, n Names, needed ...Lang) {
	for _, lang := range needed {
		if !n.Has(lang) {
			c.failf("%s has no text in %s", what, lang)
		}
	}
	if !c.few("languages of its "+what, n.Len(), maxNotes) {
		return
	}
	for lang, text := range n.All() {
		if !isLang(string(lang)) {
			c.failf("%s is in %q, which is no language tag", what, Clean(string(lang), 40))
		}
		c.at(string(lang)).text(what, text)
	}
}

// country checks k, of an atlas with that many destinations.
func (c *check) country(k *Country, destinations int) {
	if !isSlug(k.Slug()) {
		c.at("slug").failf("slug %q is not words joined by hyphens", Clean(k.Slug(), 60))
	}
	if !isCode(k.ISO2(), 2) || !isCode(k.ISO3(), 3) {
		c.at("iso2").failf("codes %q and %q are not ISO 3166", Clean(k.ISO2(), 10), Clean(k.ISO3(), 10))
	}
	if c.few("calling codes", k.Dial().Len(), maxNotes) {
		for d := range k.Dial().Values() {
			if !isDial(d) {
				c.failf("calling code %q is not digits", Clean(d, 20))
			}
		}
	}
	c.names("name", k.Names(), English, TraditionalChinese)
	c.at("printed_names").names("printed name", k.Printed())
	c.at("page", "date").date("page date", k.Page().Date)
	c.at("page", "url").link("page", k.Page().URL)
	if remarks := c.at("page", "remarks"); remarks.few("remarks", k.Page().Remarks.Len(), maxNotes) {
		for i, r := range k.Page().Remarks.All() {
			remarks.nth(i).text("remark", r)
		}
	}
	for _, f := range Features() {
		c.in(f.Key()).at("answers", f.Key()).answer(f, k.Answer(f), destinations)
	}
	c.at("warnings").listed(k.Warnings())
}

func (c *check) listed(warnings List[Warning]) {
	if !c.few("warnings", warnings.Len(), maxNotes) {
		return
	}
	seen := map[string]bool{}
	for i, w := range warnings.All() {
		c := c.nth(i)
		if c.warning(w) && seen[fmt.Sprintf("%q", w)] {
			c.failf("warning %s stands twice", w.Key)
		}
		seen[fmt.Sprintf("%q", w)] = true
	}
}

// warning reports whether w is one of ours, well formed or not.
func (c *check) warning(w Warning) bool {
	n, ok := c.warnings[w.Key]
	if !ok {
		c.at("key").failf("unknown warning %q", Clean(w.Key, 80))
		return false
	}
	if !c.few("features of the warning "+w.Key, w.Features.Len(), NumFeatures) {
		return true
	}
	if !slices.Equal(w.Features.Slice(), n.features) {
		c.failf("warning %s stands beside %v, not beside %v", w.Key, w.Features.Slice(), n.features)
	}
	c.at("args").args(w.Key, n, w.Args)
	return true
}

// args checks the arguments of a condition or warning against its declaration.
func (c *check) args(key string, n note, args List[Arg]) {
	if !c.few("arguments of "+key, args.Len(), maxNotes) {
		return
	}
	var given []string
	for a := range args.Values() {
		switch {
		case !slices.Contains(n.args, a.Name) && !slices.Contains(n.optional, a.Name):
			c.at(a.Name).failf("%s takes no argument %q", key, Clean(a.Name, 40))
			continue
		case slices.Contains(given, a.Name):
			c.at(a.Name).failf("%s: argument %s stands twice", key, a.Name)
		case a.Values.Len() == 0 || !a.IsList() && a.Values.Len() > 1:
			c.at(a.Name).failf("%s: argument %s has %d values", key, a.Name, a.Values.Len())
		}
		given = append(given, a.Name)
		if !c.at(a.Name).few("values of the argument "+a.Name, a.Values.Len(), maxCount) {
			continue
		}
		for i, v := range a.Values.All() {
			c := c.at(a.Name)
			if a.IsList() {
				c = c.nth(i)
			}
			if a.Name == "links" {
				c.link(key+": link", v)
			} else {
				c.text(key+": argument "+a.Name, v)
			}
		}
	}
	for _, name := range n.args {
		if !slices.Contains(given, name) {
			c.failf("%s lacks the argument %s", key, name)
		}
	}
}

func (c *check) destinations(ds List[Destination]) {
	if !c.few("destinations", ds.Len(), maxCount) {
		return
	}
	seen := map[string]bool{}
	for i, d := range ds.All() {
		c := c.in(fmt.Sprintf("destination %d", i+1)).nth(i)
		if !isCode(d.ISO2, 2) || seen[d.ISO2] {
			c.at("iso2").failf("code %q is not ISO 3166, or stands twice", Clean(d.ISO2, 10))
		}
		seen[d.ISO2] = true
		if d.Printed == "" {
			c.at("printed").failf("has no printed name")
		}
		c.at("printed").text("printed name", d.Printed)
		c.at("note").text("note", d.Note)
		c.names("name", d.Names, English, TraditionalChinese)
	}
}
