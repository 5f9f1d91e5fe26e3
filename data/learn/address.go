package learn

import (
	"errors"
	"net"
	"net/url"
	"strings"

	"voxatlas/data/pages"
)

// countriesPath is the path of the pages of countries and of the list of destinations,
// below the base.
const countriesPath = "phone-reference/plan-availability/"

// ErrBase says that an address cannot be the base of the pages.
var ErrBase = errors.New("no https:// address of a folder")

// ParseBase reads the address below which the pages are. It must be encrypted, unless it
// is on this machine, and has no user, query or fragment. The error is [ErrBase].
func ParseBase(s string) (*url.URL, error) {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || !isSafe(u) {
		return nil, ErrBase
	}
	if !strings.HasSuffix(u.Path, "/") {
		u.Path += "/"
	}
	u.RawPath = ""
	u.Host = strings.ToLower(u.Host) // redirects are compared with it
	return u, nil
}

// isSafe reports whether nobody on the way can change the page at u: it is encrypted, or
// on this machine.
func isSafe(u *url.URL) bool { return u.Scheme == "https" || u.Scheme == "http" && isThisMachine(u) }

// isThisMachine reports whether the host of u is this machine.
func isThisMachine(u *url.URL) bool {
	ip := net.ParseIP(u.Hostname())
	return u.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
}

// countryLinks returns the slugs of the countries that the index links to, in its order,
// each once.
func countryLinks(index *pages.Page) []string {
	var slugs []string
	seen := map[string]bool{}
	for _, s := range index.Sections {
		for _, p := range s.Paragraphs {
			slugs = appendSlugs(slugs, seen, p.Cell)
		}
		for _, t := range s.Tables {
			for _, r := range t.Rows {
				for _, c := range r.Cells {
					slugs = appendSlugs(slugs, seen, c)
				}
			}
		}
	}
	return slugs
}

// appendSlugs appends the slugs of the countries that c links to and that are not in seen.
func appendSlugs(slugs []string, seen map[string]bool, c pages.Cell) []string {
	for _, link := range c.Links() {
		if slug, ok := slugOf(link); ok && !seen[slug] && len(slugs) < maxCountries {
			seen[slug] = true
			slugs = append(slugs, slug)
		}
	}
	return slugs
}

// slugOf returns the slug in the address of a country's page. It has letters, digits and
// hyphens alone.
func slugOf(link string) (string, bool) {
	slug, ok := strings.CutPrefix(pages.NameOf(link), pages.CountryPrefix)
	ok = ok && slug != "" && len(slug) <= 100 && strings.Trim(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
	return slug, ok
}
