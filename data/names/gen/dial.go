package main

import (
	"fmt"
	"strconv"

	"github.com/nyaruka/phonenumbers"
)

// draftCallingCodes returns the calling codes of a territory by libphonenumber's
// metadata. Most territories have a code of their own. Where the North American plan
// (1) is shared, the area codes belong to the code, except for the United States and
// Canada, which have hundreds.
func draftCallingCodes(code string) []string {
	n := phonenumbers.GetCountryCodeForRegion(code)
	switch {
	case n == 0:
		return nil
	case n != 1 || code == "US" || code == "CA":
		return []string{strconv.Itoa(n)}
	}
	return northAmericanCodes(code)
}

// sharedAreaCodes returns the beginnings of the numbers of a territory that shares the
// calling code of a larger one.
func sharedAreaCodes(code string) []string {
	switch code {
	case "CA":
		return northAmericanCodes(code)
	case "KZ":
		return []string{"76", "77"}
	}
	return nil
}

// northAmericanCodes returns the area codes of a territory, with the 1 of the plan.
func northAmericanCodes(code string) []string {
	var codes []string
	for area := 200; area < 1000; area++ {
		number, err := phonenumbers.Parse(fmt.Sprintf("+1%d2550123", area), "ZZ")
		if err == nil && phonenumbers.GetRegionCodeForNumber(number) == code {
			codes = append(codes, fmt.Sprintf("1%d", area))
		}
	}
	return codes
}
