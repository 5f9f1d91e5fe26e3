package importer

import (
	"voxatlas/model"
)

// listedCities is a list of cities with its row.
type listedCities struct {
	answerRow
	cityList
	matched bool // to known cities
}

// compareCities compares the two lists of cities of one page, since equal names
// in them are equal cities. An unread list of automatically assigned numbers
// takes the cities that the list of toll numbers has. A list that was matched
// by position is dropped when the other list contradicts it.
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

// contradictsTollList reports whether one of cities was matched by position,
// and the list of toll numbers has its name as another or an unknown city.
func (c *countryReader) contradictsTollList(cities []model.City) bool {
	for i, city := range cities {
		text := c.autoList.items[i].text
		if _, named := c.findCity(text, model.AutoAssignedNumbers); named {
			continue
		}
		same, listed := c.findInTollList(text)
		if listed && same.Names.In(model.English) != city.Names.In(model.English) {
			return true
		}
	}
	return false
}

// autoCitiesFromTollList returns the cities of automatically assigned numbers
// as the list of toll numbers has them; nil unless it has all of them.
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

// findInTollList finds text in the page's list of toll numbers. The city has no
// names when it is listed but not known.
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
