package model

import "net/url"

// checkInfo checks the date, the products and the source of an edition.
func (c *checker) checkInfo(e EditionInfo) {
	c.withPath("edition").checkDate("date", e.Date)
	products := c.withPath("applies_to")
	if e.AppliesTo.Len() == 0 {
		products.failf("does not say which products it applies to")
	}
	if products.checkMax("products", e.AppliesTo.Len(), maxNotes) {
		for i, p := range e.AppliesTo.All() {
			products.withIndex(i).checkText("product", p)
		}
	}
	c.withSubject("source").withPath("source").checkSource(e.Source)
}

func (c *checker) checkSource(s Source) {
	if s.Recorded() {
		c.checkCommit(s)
	}
	if s.Fetched() {
		c.withPath("website").checkWebsite(s.Website)
	}
	c.withPath("pages_read").checkPages(s.PagesRead)
	c.withPath("pages_not_read").checkPages(s.PagesNotRead)
	if s.Licence == "" || s.Attribution == "" {
		c.failf("licence or attribution is missing")
	}
	c.withPath("branch").checkText("branch", s.Branch)
	c.withPath("folder").checkText("folder", s.Folder)
	c.withPath("licence").checkText("licence", s.Licence)
	c.withPath("attribution").checkText("attribution", s.Attribution)
}

// checkWebsite checks the address of a website. It may be one of this machine, without
// encryption.
func (c *checker) checkWebsite(s string) {
	c.checkText("website", s)
	if u, err := url.Parse(s); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		c.failf("website %q is no http or https address", Clean(s, 80))
	}
}

// checkPages checks a number of pages.
func (c *checker) checkPages(n int) {
	if n < 0 || n > maxCount {
		c.failf("%d pages; 0 to %d are allowed", n, maxCount)
	}
}

// checkCommit checks repository, commit and its date, of a source that has them.
func (c *checker) checkCommit(s Source) {
	if !IsRepository(s.Repository) {
		c.withPath("repository").failf("repository %q is not owner/name", Clean(s.Repository, 80))
	}
	if !IsCommit(s.Commit) {
		c.withPath("commit").failf("commit %q is not 40 hex digits", Clean(s.Commit, 60))
	}
	if !IsCommitDate(s.CommitDate) {
		c.withPath("commit_date").failf("commit date %q is neither RFC 3339 nor a day", Clean(s.CommitDate, 40))
	}
}
