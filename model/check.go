package model

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"time"
)

// maxText is the longest text, in bytes, that a fact may have.
const maxText = 1000

// Check says every promise that a breaks, joined with errors.Join; nil when it
// keeps them all. The promises: dates are dates, codes are codes, slugs and
// codes name one country each, every country has a name in English and
// Traditional Chinese and an answer to every feature, an answer has only the
// fields, states, conditions and steps that its feature can have, and no text
// holds control or bidi characters.
func (a *Atlas) Check() error {
	c := &check{subject: "edition " + Clean(a.edition.Date, 20)}
	c.edition(a.edition)
	seen := map[string]string{} // slug or code → slug
	for _, country := range a.countries {
		for _, id := range []string{country.Slug(), country.ISO2(), country.ISO3()} {
			if other, twice := seen[id]; twice && id != "" {
				c.failf("%s and %s are both %s", Clean(other, 60), Clean(country.Slug(), 60), Clean(id, 60))
			}
			seen[id] = country.Slug()
		}
		c.country(country)
	}
	if len(a.countries) == 0 {
		c.failf("no countries")
	}
	c.destinations(a.destinations)
	return errors.Join(c.errs...)
}

// check gathers what is wrong with an atlas.
type check struct {
	subject string
	errs    []error
}

func (c *check) failf(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf("%s: %w", c.subject, fmt.Errorf(format, args...)))
}

// in makes a checker for a part of the subject, which gathers into c.
func (c *check) in(part string, do func(*check)) {
	inner := &check{subject: c.subject + ": " + part}
	do(inner)
	c.errs = append(c.errs, inner.errs...)
}

var (
	slugForm   = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	iso2Form   = regexp.MustCompile(`^[A-Z]{2}$`)
	iso3Form   = regexp.MustCompile(`^[A-Z]{3}$`)
	langForm   = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)
	dialForm   = regexp.MustCompile(`^[1-9][0-9]{0,6}$`)
	commitForm = regexp.MustCompile(`^[0-9a-f]{40}$`)
	repoForm   = regexp.MustCompile(`^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$`)
)

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
	c.text(what, s)
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
	for p := range e.AppliesTo.Values() {
		c.text("product", p)
	}
	c.in("source", func(c *check) {
		if !repoForm.MatchString(e.Source.Repository) {
			c.failf("repository %q is not owner/name", Clean(e.Source.Repository, 80))
		}
		if !commitForm.MatchString(e.Source.Commit) {
			c.failf("commit %q is not 40 hex digits", Clean(e.Source.Commit, 60))
		}
		if _, err := time.Parse(time.RFC3339, e.Source.CommitDate); err != nil {
			c.failf("commit date %q is not RFC 3339", Clean(e.Source.CommitDate, 40))
		}
		if e.Source.Licence == "" || e.Source.Attribution == "" {
			c.failf("licence or attribution is missing")
		}
		for what, s := range map[string]string{"branch": e.Source.Branch, "folder": e.Source.Folder, "licence": e.Source.Licence, "attribution": e.Source.Attribution} {
			c.text(what, s)
		}
	})
}

func (c *check) names(what string, n Names, needed ...Lang) {
	for _, lang := range needed {
		if !n.Has(lang) {
			c.failf("%s has no text in %s", what, lang)
		}
	}
	for lang, text := range n.All() {
		if !langForm.MatchString(string(lang)) {
			c.failf("%s: %q is no language", what, Clean(string(lang), 20))
		}
		c.text(what, text)
	}
}

func (c *check) country(k *Country) {
	c.in(Clean(k.Slug(), 60), func(c *check) {
		if !slugForm.MatchString(k.Slug()) {
			c.failf("slug %q is not words joined by hyphens", Clean(k.Slug(), 60))
		}
		if !iso2Form.MatchString(k.ISO2()) || !iso3Form.MatchString(k.ISO3()) {
			c.failf("codes %q and %q are not ISO 3166", Clean(k.ISO2(), 10), Clean(k.ISO3(), 10))
		}
		for d := range k.Dial().Values() {
			if !dialForm.MatchString(d) {
				c.failf("calling code %q is not digits", Clean(d, 20))
			}
		}
		c.names("name", k.Names(), English, TraditionalChinese)
		c.names("printed name", k.Printed())
		c.date("page date", k.Page().Date)
		c.link("page", k.Page().URL)
		for r := range k.Page().Remarks.Values() {
			c.text("remark", r)
		}
		for _, f := range Features() {
			c.in(f.Key(), func(c *check) { c.answer(f, k.Answer(f)) })
		}
		for w := range k.Warnings().Values() {
			c.warning(w)
		}
	})
}

func (c *check) warning(w Warning) {
	n, ok := warnings()[w.Key]
	if !ok {
		c.failf("unknown warning %q", Clean(w.Key, 80))
		return
	}
	if !slices.Equal(w.Features.Slice(), n.features) {
		c.failf("warning %s stands beside %v, not beside %v", w.Key, w.Features.Slice(), n.features)
	}
	c.args(w.Key, n, w.Args)
}

// args checks the arguments of a condition or warning against its declaration.
func (c *check) args(key string, n note, args List[Arg]) {
	missing := slices.Clone(n.args)
	for a := range args.Values() {
		if !slices.Contains(n.args, a.Name) && !slices.Contains(n.optional, a.Name) {
			c.failf("%s takes no argument %q", key, Clean(a.Name, 40))
		}
		missing = slices.DeleteFunc(missing, func(m string) bool { return m == a.Name })
		if a.Values.Len() == 0 || !a.IsList() && a.Values.Len() > 1 {
			c.failf("%s: argument %s has %d values", key, a.Name, a.Values.Len())
		}
		for v := range a.Values.Values() {
			if a.Name == "links" {
				c.link(key+" link", v)
			}
			c.text(key+" argument "+a.Name, v)
		}
	}
	if len(missing) > 0 {
		c.failf("%s lacks the arguments %v", key, missing)
	}
}

func (c *check) destinations(ds List[Destination]) {
	seen := map[string]bool{}
	for i, d := range ds.All() {
		c.in(fmt.Sprintf("destination %d", i+1), func(c *check) {
			if !iso2Form.MatchString(d.ISO2) || seen[d.ISO2] {
				c.failf("code %q is not ISO 3166, or stands twice", Clean(d.ISO2, 10))
			}
			seen[d.ISO2] = true
			if d.Printed == "" {
				c.failf("has no printed name")
			}
			c.text("printed name", d.Printed)
			c.text("note", d.Note)
			c.names("name", d.Names, English, TraditionalChinese)
		})
	}
}
