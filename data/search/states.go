package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"voxatlas/data/names/fold"
)

// The states of the United States and the provinces of Canada, as keys: the code with
// which addresses name them, and the name.
const (
	usStates = " al alabama ak alaska az arizona ar arkansas ca california co colorado ct connecticut de delaware dc fl florida ga georgia" +
		" hi hawaii id idaho il illinois in indiana ia iowa ks kansas ky kentucky la louisiana me maine md maryland ma massachusetts mi michigan" +
		" mn minnesota ms mississippi mo missouri mt montana ne nebraska nv nevada nh newhampshire nj newjersey nm newmexico ny newyork" +
		" nc northcarolina nd northdakota oh ohio ok oklahoma or oregon pa pennsylvania ri rhodeisland sc southcarolina sd southdakota tn tennessee" +
		" tx texas ut utah vt vermont va virginia wa washington wv westvirginia wi wisconsin wy wyoming "
	provinces = " ab alberta bc britishcolumbia mb manitoba nb newbrunswick nl newfoundland newfoundlandandlabrador nt northwestterritories ns novascotia" +
		" nu nunavut on ontario pe princeedwardisland qc quebec sk saskatchewan yt yukon "
)

// countryOfState returns the position of the country that has a state or province with
// this key, -1 for none.
func (ix *Index) countryOfState(key string) int {
	switch {
	case len(key) < 2 || len(key) > len("newfoundlandandlabrador") || strings.Contains(key, " "):
		return -1
	case strings.Contains(usStates, " "+key+" "):
		return ix.placeOf("US")
	case strings.Contains(provinces, " "+key+" "):
		return ix.placeOf("CA")
	}
	return -1
}

// lastWordApart returns the last of several words of the query, with a blank before it, if
// it is a word of its own and no end of a name: one Latin letter, or the code of a state
// in capitals or after a comma; else "". Keys of names with the same letters end with it.
func (s *searcher) lastWordApart() string {
	k, last := &s.key, len(s.key.Runes)-1
	for last > 0 && !k.Start[last] {
		last--
	}
	if last <= 0 {
		return ""
	}
	word := s.text[len(string(k.Runes[:last])):]
	isLetter := len(word) == 1 && word[0] >= 'a' && word[0] <= 'z'
	isState := len(word) == 2 && s.ix.countryOfState(word) >= 0 &&
		(strings.ContainsAny(s.query, ",，") || strings.HasSuffix(strings.TrimRight(s.query, ") "), strings.ToUpper(word)))
	if !isLetter && !isState {
		return ""
	}
	return " " + word
}

// matchCityAndState matches the name of a city and text that says where it is, as
// addresses have them: "Birmingham, AL", "Victoria BC", "Hamilton, Scotland". A state of
// a country that has the city means that country. After a comma stands anything: the
// city is in doubt then, and a country that is named after it may be meant, too.
func (s *searcher) matchCityAndState() {
	if before, after, ok := strings.Cut(strings.ReplaceAll(s.query, "，", ","), ","); ok {
		after, _, _ = strings.Cut(after, ",")
		after = strings.TrimRightFunc(after, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsSpace(r) }) // a postal code
		s.matchCityIn(s.keyMaker.Fold(before), s.keyMaker.Fold(after), true)
		return
	}
	n, at := len(s.key.Runes), 0 // at: in bytes of s.text
	for i := range s.key.Runes {
		if i > 0 && s.key.Start[i] && s.ix.countryOfState(s.text[at:]) >= 0 {
			if n-i > 2 || strings.HasSuffix(s.query, strings.ToUpper(s.text[at:])) { // not a word, as in
				s.matchCityIn(s.key.Cut(0, i), s.key.Cut(i, n), false)
			}
			return
		}
		at += utf8.RuneLen(s.key.Runes[i])
	}
}

// matchCityIn matches the name of a city that stands before the text where. Without a
// comma between them it must be in the country of the state that where names.
func (s *searcher) matchCityIn(name, where fold.Key, comma bool) {
	if len(name.Runes) == 0 {
		return
	}
	var countries []int
	state := s.ix.countryOfState(where.Text())
	if state < 0 && len(where.Runes) > 0 {
		countries = s.placesNamed(where, where.Text())
	}
	s.tryRewrite(name, name.Words(), name.Text(), func() {
		s.matchExact()
		if s.isNameOrCode() {
			clear(s.best)
			return
		}
		cities := 0
		for i := range s.best {
			if c := &s.best[i]; c.tier != exact || c.cityRank == 0 {
				c.tier = none
			} else {
				cities++
			}
		}
		switch {
		case state >= 0 && s.best[state].tier == exact:
			s.keepOnlyCity(state)
		case cities == 0 || !comma:
			clear(s.best)
		default:
			s.doubtCities(append(countries, state), cities)
		}
	})
}

// keepOnlyCity drops all candidates but the city of one place, which is meant.
func (s *searcher) keepOnlyCity(place int) {
	only := s.best[place]
	only.doubtful, only.cost, only.cityRank = false, 0, 1
	clear(s.best)
	s.best[place] = only
}

// doubtCities puts all cities found in doubt, after the countries that may be meant, too;
// -1 is none. A city without a namesake is a guess.
func (s *searcher) doubtCities(countries []int, cities int) {
	for _, place := range countries {
		if place >= 0 && s.best[place].tier == none {
			cities++
			s.best[place] = s.ix.withPlace(candidate{place: place, match: match{tier: exact}, reason: City, langDistance: 2, code: s.query, term: -1, spelling: -1, cityRank: int32(cities)})
		}
	}
	for i := range s.best {
		c := &s.best[i]
		if c.tier == none {
			continue
		}
		c.doubtful, c.cost = true, c.cityRank
		if cities == 1 {
			c.cityRank = 0
		}
	}
}
