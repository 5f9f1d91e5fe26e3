package pages

import (
	"net/url"
	"path"
	"strings"
)

// The names of the pages: of their files in the documentation's repository without .md,
// and the last parts of their addresses on Microsoft Learn.
const (
	IndexName        = "country-and-region-availability-for-audio-conferencing-and-calling-plans" // in the repository
	LearnIndexName   = "calling-plan-overview"                                                    // on Microsoft Learn
	CountryPrefix    = "availability-in-"                                                         // before the slug of a country
	DestinationsName = DestinationsPrefix + "-and-regions"
)

// DestinationsPrefix begins the name of the list of destinations in every version of the
// documentation.
const DestinationsPrefix = "users-can-make-outbound-calls-to-these-countries"

// NameOf returns the name of the page at an address, as that of a link: its last part in
// lower case, without .md; "" for no address.
func NameOf(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Path == "" {
		return ""
	}
	return strings.TrimSuffix(strings.ToLower(path.Base(u.Path)), ".md")
}
