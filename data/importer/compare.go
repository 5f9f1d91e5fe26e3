package importer

import (
	"strings"

	"voxatlas/model"
)

// compareCities compares the two lists of cities of one page, since equal names in them
// are equal cities: a city that has a name in one list gets it in the other. Where only positions
// name a city, and differently, it is not known.
func (c *countryReader) compareCities() {
	auto, toll := c.autoList, c.tollList
	if auto != nil && toll != nil && !c.english {
		for i := range auto.cities {
			if j := toll.indexOf(auto.items[i].text); j >= 0 {
				auto.reconcile(i, toll, j)
			}
		}
		auto.forgetDoubles()
		toll.forgetDoubles()
	}
	c.keepCities(toll)
	c.keepCities(auto)
}

// indexOf returns the only place of a name in the list; -1 for none.
func (m *matchedCities) indexOf(text string) int {
	at := -1
	for i, item := range m.items {
		if normalize(text) == "" || normalize(item.text) != normalize(text) {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

// reconcile makes city i and city j of another list, which have the same printed name,
// one city.
func (m *matchedCities) reconcile(i int, other *matchedCities, j int) {
	ours, theirs := m.cities[i], other.cities[j]
	switch {
	case ours.Known() && isPartOf(ours, theirs):
	case ours.Known() && !m.byPosition[i] && !theirs.Known():
		other.take(j, ours)
	case theirs.Known() && !other.byPosition[j] && (!ours.Known() || m.byPosition[i]):
		m.take(i, theirs)
	case theirs.Known() && !ours.Known():
		m.take(i, theirs)
		m.byPosition[i] = true
	case m.byPosition[i] && ours.Names.In(model.English) != theirs.Names.In(model.English):
		m.forget(i)
	}
}

// isPartOf reports whether the name of b is that of a behind its state, as "Illinois,
// Chicago".
func isPartOf(a, b model.City) bool {
	return strings.HasSuffix(b.Names.In(model.English), ", "+a.Names.In(model.English))
}

// take gives item i the names of a city.
func (m *matchedCities) take(i int, city model.City) {
	city.OnRequest = m.items[i].onRequest
	m.cities[i], m.byPosition[i] = city, false
}

// keepCities keeps the cities of a list in its answer, and reports those that are not
// known.
func (c *countryReader) keepCities(m *matchedCities) {
	if m == nil {
		return
	}
	a := c.answers[m.feature]
	a.Cities, a.Scope = model.ListOf(m.cities...), model.Cities
	c.answers[m.feature] = a
	if m.anyByPosition() && c.confidence[m.feature] > ByPosition {
		c.confidence[m.feature] = ByPosition
	}
	if unknown := m.unknown(); len(unknown) > 0 {
		c.reportText(m.line, m.feature, strings.Join(unknown, ", "), ExpectedKnownCities)
	}
}
