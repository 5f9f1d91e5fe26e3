package search

import (
	"slices"
	"strings"

	"voxatlas/data/cities"
	"voxatlas/data/names"
)

// matchCities adds the countries with a city of this name, the largest city first, after
// those that are called so themselves. Only whole names count. It is not needed where
// the query is a code or a shown name, which come before cities.
//
// The city that is meant is a hit like others; its namesakes are guesses, and all are
// where none is clearly meant, see [cities]. A city that is no capital and begins the
// shown name of another country, as Singa in Sudan, ranks as if it began a name, too.
func (s *searcher) matchCities() {
	if n := len(s.key.Runes); n < 2 || n < minLatinPrefix && !s.startsCJK() || s.isNameOrCode() {
		return
	}
	found, apart := s.cities.Lookup(s.text), s.lastWordApart()
	if len(apart) == len(" NE") { // Lisbon, NE is not Lisbonne
		found = slices.DeleteFunc(found, func(c cities.City) bool { return !strings.HasSuffix(s.keyMaker.Fold(c.Name).Words(), apart) })
	}
	clear := s.cities.Meant(found)
	rank := int32(0)
	for _, city := range found {
		if place := s.ix.placeOf(city.ISO2); place >= 0 {
			rank++
			s.keepCity(place, city, rank)
		}
	}
	s.rankCities(rank, clear)
}

// isNameOrCode reports whether the query is a code or a shown name of a place.
func (s *searcher) isNameOrCode() bool {
	for i := range s.best {
		if c := &s.best[i]; c.tier == code || c.tier == exact && c.reason == Name && c.langDistance < 2 {
			return true
		}
	}
	return false
}

// keepCity adds a place for its city, unless its name, or its capital or a city in
// the table of spellings, matched already.
func (s *searcher) keepCity(place int, city cities.City, rank int32) {
	if best := &s.best[place]; best.tier == exact {
		if best.isCity() {
			best.cityRank = rank
		}
		return
	}
	c := candidate{place: place, match: match{exact, s.runeRange(0, len(s.keyMaker.Fold(city.Name).Runes))}, reason: City, langDistance: 2, code: city.Name, term: -1, spelling: -1, cityRank: rank}
	if city.Capital {
		c.reason = Capital
	}
	c.size = int32(len(s.text))
	s.best[place] = s.ix.withPlace(c)
}

// rankCities ranks the cities of the query's name: the first known ones, as far as
// rank, then those that are in the table of spellings alone, without their people.
// Hits are ranked so where one is clearly meant; else capitals and cities of the table
// of spellings, in which Microsoft has numbers, come first: in a list, San José is more
// often that of Costa Rica. [Index.Resolve] names the largest first.
func (s *searcher) rankCities(known int32, clear bool) {
	others := 0
	for i := range s.best {
		if c := &s.best[i]; c.tier == exact && c.isCity() && c.cityRank == 0 {
			c.cityRank = known + 1
			others++
		}
	}
	clear = clear && others == 0 || known == 0 && others == 1
	begun := s.beginsOther()
	for i := range s.best {
		c := &s.best[i]
		if c.tier != exact {
			continue
		}
		switch {
		case c.cityRank == 0:
			if clear && c.spelling >= 0 && !isWidelyRead(names.Spellings().At(int(c.spelling)).Lang) {
				c.cost = known + 1 // a name in a small language: Poole is Poland to few
			}
			continue
		case clear && c.cityRank > 1 || c.spelling < 0:
			c.cost = c.cityRank
		}
		switch {
		case !clear || c.cityRank > 1:
			c.doubtful = true
		case begun && c.reason != Capital || len(s.key.Runes) <= shortWord && isASCII(s.query):
			c.tier = prefix
		}
	}
}

// beginsOther reports whether the query begins a shown name of a place that has no
// city of the query's name.
func (s *searcher) beginsOther() bool {
	return slices.ContainsFunc(s.begun, func(place int) bool { return s.best[place].cityRank == 0 })
}

// isCity reports whether c matched by the name of a capital or city.
func (c *candidate) isCity() bool { return c.reason == Capital || c.reason == City }
