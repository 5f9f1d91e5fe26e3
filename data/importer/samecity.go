package importer

import (
	"voxatlas/model"
)

// namedCities is a list of cities as it stands in a row.
type namedCities struct {
	row
	cityList
	read bool // they are known
}

// compareCities compares the two lists of a page in another language: what stands
// in both is the same city. So a city that is not known takes what the list of
// toll numbers says, and one that was told by its place in the base goes when the
// other list contradicts it: the base has other cities then.
func (c *country) compareCities() {
	const f = model.AutoAssignedNumbers
	if c.auto == nil {
		return
	}
	a, ok := c.answers[f], c.auto.read
	if ok {
		ok = c.english || !c.contradicted(a.Cities.Slice())
		if !ok {
			a.Cities, a.Scope = model.List[model.City]{}, model.ScopeUnstated
		}
	} else if cities := c.fromToll(); len(cities) > 0 && distinct(cities) {
		a.Cities, a.Scope, ok = model.ListOf(cities...), model.Cities, true
		c.sure[f] = ByPlace
	}
	c.answers[f] = a
	if !ok {
		c.find(c.auto.line, f, c.auto.TextContent(), WantKnownCities)
	}
}

// contradicted reports whether one of cities was told by its place, and stands in
// the list of toll numbers as another city, or as one that is not known.
func (c *country) contradicted(cities []model.City) bool {
	for i, city := range cities {
		text := c.auto.items[i].text
		if _, named := c.cityNamed(text); named {
			continue
		}
		same, listed := c.listedToll(text)
		if listed && same.Names.In(model.English) != city.Names.In(model.English) {
			return true
		}
	}
	return false
}

// fromToll are the cities of the list of numbers that are assigned automatically,
// as the list of toll numbers has them; none unless it has all of them.
func (c *country) fromToll() []model.City {
	var cities []model.City
	for _, item := range c.auto.items {
		city, listed := c.listedToll(item.text)
		if !listed || city.Names.Len() == 0 {
			return nil
		}
		city.OnRequest = item.desk
		cities = append(cities, city)
	}
	return cities
}

// listedToll reports whether the page lists that name for toll numbers, and as
// which city; without names when that is not known.
func (c *country) listedToll(text string) (city model.City, listed bool) {
	known := c.answers[model.TollNumbers].Cities
	for i, item := range c.tollItems {
		if bare(text) == "" || bare(item.text) != bare(text) {
			continue
		}
		if c.citiesRead && known.Len() == len(c.tollItems) {
			return known.At(i), true
		}
		return model.City{}, true
	}
	return model.City{}, false
}
