package say

import (
	"strconv"

	"voxatlas/assets"
	"voxatlas/data/names"
	"voxatlas/model"
)

// argText formats the value of an argument: lists joined, countries by name, numbers
// with commas.
func (loc Localizer) argText(a model.Arg) string {
	switch a.Name {
	case "americas", "apac", "emea":
		var list []string
		for code := range a.Values.Values() {
			list = append(list, loc.CountryName(code))
		}
		return loc.JoinList(list)
	}
	if a.IsList() {
		return loc.JoinList(a.Values.Slice())
	}
	if a.Values.Len() == 0 {
		return ""
	}
	s := a.Values.At(0)
	if n, err := strconv.Atoi(s); err == nil && a.Name != "excluded" {
		return assets.Number(n)
	}
	return s
}

// CountryName returns the name of the country or region with this ISO 3166-1 alpha-2
// code, or the code.
func (loc Localizer) CountryName(iso2 string) string {
	if e, ok := names.Of(iso2); ok {
		return e.Names.In(loc.lang)
	}
	return iso2
}
