package learntest

import (
	"fmt"
	"strings"
)

// AddSmall adds an index, a list of destinations and a page for each slug.
func AddSmall(s *Site, slugs []string) {
	var index strings.Builder
	index.WriteString("---\ntitle: Availability\n---\n# Availability\n\n> [!div class=\"op_single_selector\"]\n>\n")
	for _, slug := range slugs {
		fmt.Fprintf(&index, "> - [%s](availability-in-%s.md)\n", strings.ToUpper(slug[:1])+slug[1:], slug)
		s.Add("availability-in-"+slug+".md", Country(slug))
	}
	s.Add(indexFile, []byte(index.String()))
	s.Add("users-can-make-outbound-calls-to-these-countries-and-regions.md", []byte("# Destinations\n\n|**A - Z**|\n|:--|\n|Chile|\n|France|\n"))
}

// Country returns the page of a country in the documentation's repository, in our words
// where the importer lets us.
func Country(slug string) []byte {
	return fmt.Appendf(nil, country, strings.ToUpper(slug[:1])+slug[1:])
}

const country = `---
title: Availability in %[1]s
---
# Availability in %[1]s

## Audio Conferencing

|**Feature**|**Details**|
|:-----|:-----|
|Is Audio Conferencing available for purchase?  <br/> |Yes  <br/> |
|Are phone numbers automatically assigned for Audio Conferencing?|No|
|Dial-out capability using the Call Me feature|Available|

## Phone System

|**Feature**|**Details**|
|:-----|:-----|
|Is Phone System available for purchase?|Yes|
|Auto attendants|Available|
|Call queues|Available|
|Voicemail|Available|

## Calling Plans

|**Feature**|**Details**|
|:-----|:-----|
|Calling Plans are available to purchase?|No|
|Minutes available for Calling Plans.|Not applicable|
|Can make outbound calls to?|Not applicable|

If Calling Plans are not available to purchase, consider using Phone System [Direct Routing](../direct-routing-landing-page.md).

## Toll and toll-free numbers for services

|**Feature**|**Details**|
|:-----|:-----|
|What capitals or major cities can you get toll numbers for?|Not applicable|
|Are toll numbers available?|No|
|Are toll-free numbers available?|No|

## Communications Credits

|**Feature**|**Details**|
|:-----|:-----|
|Are Communications Credits available?|No|
`
