// Package learn fetches today's pages about countries and regions from Microsoft Learn:
//
//	base     https://learn.microsoft.com/en-us/microsoftteams/
//	index    base + calling-plan-overview                          links to the countries
//	country  base + phone-reference/plan-availability/availability-in-SLUG
//	list     base + phone-reference/plan-availability/users-can-make-outbound-calls-…
//
//	Fetcher.Fetch ▶ index ▶ links ▶ a page after the other ▶ Result
//	  page ▶ cache: read within the hour? ▶ request (at most 3 a second, but to this machine; its
//	         answer within a minute) ▶ redirects on the same host ▶ Markdown, else HTML
//	       ▶ package pages ▶ check: is it the page that was asked for? ▶ cache
//
// Requests have no cookies and no body. They say the program's version, the forms that it
// reads, and which copy of the page the cache has. A page that is not as expected is a
// [PageError]; everything that ends a whole run is a [StopError]. What was read before
// stays in the cache, so the next run goes on from there.
package learn
