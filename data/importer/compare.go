package importer

import (
	"voxatlas/model"
)

// namedCities is a list of cities as it stands in a row.
type listedCities struct {
	answerRow
	cityList
	matched bool // they are known
}

// compareCities compares the two lists of a page in another language: what stands
// in both is the same city. So a city that is not known takes what the list of
// toll numbers says, and one that was told by its place in the base goes when the
// other list contradicts it: the base has other cities then.
func (c *countryReader) compareCities() {
	const f = model.AutoAssignedNumbers
	if c.autoList == nil {
		return
	}
	a, ok := c.answers[f], c.autoList.matched
	if ok {
		ok = c.english || !c.contradictsTollList(a.Cities.Slice())
		if !ok {
			a.Cities, a.Scope = model.List[model.City]{}, model.ScopeUnstated
		}
	} else if cities := c.autoCitiesFromTollList(); len(cities) > 0 && allDistinct(cities) {
		a.Cities, a.Scope, ok = model.ListOf(cities...), model.Cities, true
		c.confidence[f] = ByPosition
	}
	c.answers[f] = a
	if !ok {
		c.reportText(c.autoList.line, f, c.autoList.TextContent(), ExpectedKnownCities)
	}
}

// contradicted reports whether one of cities was told by its place, and stands in
// the list of toll numbers as another city, or as one that is not known.
func (c *countryReader) contradictsTollList(cities []model.City) bool {
	for i, city := range cities {
		text := c.autoList.items[i].text
		if _, named := c.findCity(text); named {
			continue
		}
		same, listed := c.findInTollList(text)
		if listed && same.Names.In(model.English) != city.Names.In(model.English) {
			return true
		}
	}
	return false
}

// fromToll are the cities of the list of numbers that are assigned automatically,
// as the list of toll numbers has them; none unless it has all of them.
func (c *countryReader) autoCitiesFromTollList() []model.City {
	var cities []model.City
	for _, item := range c.autoList.items {
		city, listed := c.findInTollList(item.text)
		if !listed || city.Names.Len() == 0 {
			return nil
		}
		city.OnRequest = item.onRequest
		cities = append(cities, city)
	}
	return cities
}

// listedToll reports whether the page lists that name for toll numbers, and as
// which city; without names when that is not known.
func (c *countryReader) findInTollList(text string) (city model.City, listed bool) {
	known := c.answers[model.TollNumbers].Cities
	for i, item := range c.tollItems {
		if normalize(text) == "" || normalize(item.text) != normalize(text) {
			continue
		}
		if c.citiesRead && known.Len() == len(c.tollItems) {
			return known.At(i), true
		}
		return model.City{}, true
	}
	return model.City{}, false
}
