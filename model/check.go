package model

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
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

// Check says every promise that a breaks: its error is a *[ReasonsError], or nil
// when it keeps them all. The promises: dates are dates, codes are codes, slugs
// and codes name one country each, every country has a name in English and
// Traditional Chinese, an answer has only the fields, states, conditions and
// steps that its feature can have, counts agree with what they count, no list is
// endless, and no text holds control or bidi characters. No line of the error
// does either.
func (a *Atlas) Check() error {
	r := &report{conditions: conditions(), warnings: warnings()}
	c := &check{report: r, part: "edition " + Clean(a.edition.Date, 20)}
	c.edition(a.edition)
	if len(a.countries) == 0 {
		c.failf("no countries")
	}
	if !c.few("countries", len(a.countries), maxCount) {
		return r.orNil()
	}
	seen := map[string]string{} // slug or code → slug
	for _, country := range a.countries {
		slug := Clean(country.Slug(), 60)
		for _, id := range []string{country.Slug(), country.ISO2(), country.ISO3()} {
			switch other, twice := seen[id]; {
			case id == "", !twice:
				seen[id] = slug
			case id == country.Slug():
				c.failf("%s stands twice", slug)
			case other != slug:
				c.failf("%s and %s are both %s", other, slug, Clean(id, 10))
			}
		}
		c.country(country, a.destinations().Len())
	}
	c.destinations(a.destinations())
	return r.orNil()
}

// report gathers what is wrong with an atlas, and holds what is looked up while
// checking it.
type report struct {
	ReasonsError
	conditions, warnings map[string]note
}

// check checks a part of an atlas.
type check struct {
	*report
	whole *check // nil for the atlas itself
	part  string
}

// in is a checker of a part of what c checks.
func (c *check) in(part string) *check { return &check{c.report, c, part} }

func (c *check) subject() string {
	if c.whole == nil {
		return c.part
	}
	return c.whole.subject() + ": " + c.part
}

func (c *check) failf(format string, args ...any) {
	if len(c.Reasons) == MaxReasons {
		c.More++ // without spelling it out
		return
	}
	c.add(errors.New(c.subject() + ": " + fmt.Sprintf(format, args...)))
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
	c.date("date", e.Date)
	if e.AppliesTo.Len() == 0 {
		c.failf("does not say which products it applies to")
	}
	if c.few("products", e.AppliesTo.Len(), maxNotes) {
		for p := range e.AppliesTo.Values() {
			c.text("product", p)
		}
	}
	c.in("source").source(e.Source)
}

func (c *check) source(s Source) {
	if s.Recorded() {
		c.commit(s)
	}
	if s.Licence == "" || s.Attribution == "" {
		c.failf("licence or attribution is missing")
	}
	c.text("branch", s.Branch)
	c.text("folder", s.Folder)
	c.text("licence", s.Licence)
	c.text("attribution", s.Attribution)
}

// commit checks where the facts were taken from, of a source that says so.
func (c *check) commit(s Source) {
	if !isRepository(s.Repository) {
		c.failf("repository %q is not owner/name", Clean(s.Repository, 80))
	}
	if !isCommit(s.Commit) {
		c.failf("commit %q is not 40 hex digits", Clean(s.Commit, 60))
	}
	if _, err := time.Parse(time.RFC3339, s.CommitDate); err != nil || len(s.CommitDate) > maxDate {
		c.failf("commit date %q is not RFC 3339", Clean(s.CommitDate, 40))
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
		c.text(what, text)
	}
}

// country checks k, of an atlas with that many destinations.
func (c *check) country(k *Country, destinations int) {
	c = c.in(Clean(k.Slug(), 60))
	if !isSlug(k.Slug()) {
		c.failf("slug %q is not words joined by hyphens", Clean(k.Slug(), 60))
	}
	if !isCode(k.ISO2(), 2) || !isCode(k.ISO3(), 3) {
		c.failf("codes %q and %q are not ISO 3166", Clean(k.ISO2(), 10), Clean(k.ISO3(), 10))
	}
	if c.few("calling codes", k.Dial().Len(), maxNotes) {
		for d := range k.Dial().Values() {
			if !isDial(d) {
				c.failf("calling code %q is not digits", Clean(d, 20))
			}
		}
	}
	c.names("name", k.Names(), English, TraditionalChinese)
	c.names("printed name", k.Printed())
	c.date("page date", k.Page().Date)
	c.link("page", k.Page().URL)
	if c.few("remarks", k.Page().Remarks.Len(), maxNotes) {
		for r := range k.Page().Remarks.Values() {
			c.text("remark", r)
		}
	}
	for _, f := range Features() {
		c.in(f.Key()).answer(f, k.Answer(f), destinations)
	}
	if !c.few("warnings", k.Warnings().Len(), maxNotes) {
		return
	}
	seen := map[string]bool{}
	for w := range k.Warnings().Values() {
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
		c.failf("unknown warning %q", Clean(w.Key, 80))
		return false
	}
	if !c.few("features of the warning "+w.Key, w.Features.Len(), NumFeatures) {
		return true
	}
	if !slices.Equal(w.Features.Slice(), n.features) {
		c.failf("warning %s stands beside %v, not beside %v", w.Key, w.Features.Slice(), n.features)
	}
	c.args(w.Key, n, w.Args)
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
			c.failf("%s takes no argument %q", key, Clean(a.Name, 40))
			continue
		case slices.Contains(given, a.Name):
			c.failf("%s: argument %s stands twice", key, a.Name)
		case a.Values.Len() == 0 || !a.IsList() && a.Values.Len() > 1:
			c.failf("%s: argument %s has %d values", key, a.Name, a.Values.Len())
		}
		given = append(given, a.Name)
		if !c.few("values of the argument "+a.Name, a.Values.Len(), maxCount) {
			continue
		}
		for v := range a.Values.Values() {
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
		c := c.in(fmt.Sprintf("destination %d", i+1))
		if !isCode(d.ISO2, 2) || seen[d.ISO2] {
			c.failf("code %q is not ISO 3166, or stands twice", Clean(d.ISO2, 10))
		}
		seen[d.ISO2] = true
		if d.Printed == "" {
			c.failf("has no printed name")
		}
		c.text("printed name", d.Printed)
		c.text("note", d.Note)
		c.names("name", d.Names, English, TraditionalChinese)
	}
}
