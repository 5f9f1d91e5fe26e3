package search

import (
	"cmp"
	"slices"

	"voxatlas/data/names"
	"voxatlas/model"
)

// Resolution is the answer of [Index.Resolve]. The query means the Country, or the
// Unlisted place; or it is in doubt, and the user must choose among the Candidates. When
// nothing is set, the query means nothing.
type Resolution struct {
	Country  *model.Country
	Unlisted names.Entry // of the names table; the zero Entry for none

	Doubt      Doubt // why the query is in doubt; NoDoubt when it is not
	Candidates []Hit
	Rivals     []names.Entry // unlisted places that a query in doubt may mean, too
}

// Doubt is the reason that a query does not mean one country.
type Doubt uint8

// The reasons for doubt.
const (
	NoDoubt          Doubt = iota
	SharedCode             // several places have the code: +1
	SharedName             // several places are called so
	SharedCity             // several countries have a city of the name, and none is clearly meant: San José
	NameAndCity            // it is an alias, or a name in another language, and another country's city: Granada
	SharedBeginning        // several names begin so: United
	BeginningAndCity       // it begins a name, and is another country's city: Singa
	TollFree               // it is a toll-free number that several places share: +1 800
	Resemblance            // names only contain it, resemble it, or are within it
)

// String returns the stable word for d, as "shared_code".
func (d Doubt) String() string {
	switch d {
	case SharedCode:
		return "shared_code"
	case SharedName:
		return "shared_name"
	case SharedCity:
		return "shared_city"
	case NameAndCity:
		return "name_and_city"
	case SharedBeginning:
		return "shared_beginning"
	case BeginningAndCity:
		return "beginning_and_city"
	case TollFree:
		return "toll_free"
	case Resemblance:
		return "resemblance"
	}
	return ""
}

// Resolve decides which country q means, for programs, which must not guess. These
// rules are tried in order, and the first that fits exactly one place decides:
//
//  1. q is a code or a slug
//  2. q is a whole name in a language of the interface
//  3. q is a whole alias in a language of the interface
//  4. q is a whole reading, or a name in another language
//  5. q is the whole name of a city or capital that is clearly meant
//  6. q is the whole name of any city or capital
//  7. q begins a name in a language of the interface, with three letters or one Han
//  8. q begins an alias, and is two thirds of it, with five letters; or with two Han
//  9. q is the letter of a direction before a whole name in a language of the interface:
//     S China, but not N Mexico, which may be New Mexico
//
// Places that are not listed take part: Tripoli is Libya's. A rule that fits several
// places leaves q in doubt; so do the third and fourth if q is another country's city,
// too, and the fifth if q begins another country's name. The fourth leaves q to the
// seventh if q begins the names of several places: the French Congo is either of two. Of
// the cities of one name the largest is meant, if it is a capital or has five times the
// people of each other. A query that is only a part of a name, resembles one or has one in it is in doubt, too.
func (ix *Index) Resolve(q string, lang model.Lang) Resolution { return ix.resolve(q, lang, false) }

// ResolveExactly decides as Resolve does, but does not look for names that q resembles or
// is a part of, which takes the most time: a query that is no name means nothing.
func (ix *Index) ResolveExactly(q string, lang model.Lang) Resolution {
	return ix.resolve(q, lang, true)
}

func (ix *Index) resolve(q string, lang model.Lang, exactly bool) Resolution {
	s := ix.searchers.Get().(*searcher)
	defer ix.searchers.Put(s)
	s.exactly = exactly
	found := s.search(ix, q, lang)
	s.exactly = false
	if len(found) > 0 && isTollFree(q) {
		return s.doubt(found, TollFree, func(*searcher, *candidate) bool { return true })
	}
	for _, rule := range [...]struct {
		fits         func(*searcher, *candidate) bool
		several      Doubt
		rivals       func(*searcher, *candidate) bool // of the one place that fits; nil for none
		rivalled     Doubt
		preferListed bool // a listed place is meant rather than an unlisted one
	}{
		{fits: (*searcher).isCodeOrSlug, several: SharedCode, preferListed: true},
		{fits: (*searcher).isWholeName, several: SharedName},
		{fits: (*searcher).isWholeAlias, several: SharedName, rivals: (*searcher).isWholeCity, rivalled: NameAndCity},
		{fits: (*searcher).isWholeSpelling, several: SharedName, rivals: (*searcher).isWholeCity, rivalled: NameAndCity},
		{fits: (*searcher).isMeantCity, several: SharedCity, rivals: (*searcher).isNameBeginning, rivalled: BeginningAndCity},
		{fits: (*searcher).isWholeCity, several: SharedCity},
		{fits: (*searcher).isNameBeginning, several: SharedBeginning},
		{fits: (*searcher).isAliasBeginning, several: SharedBeginning},
		{fits: (*searcher).isPartByDirection, several: SharedName},
	} {
		n, listed := s.count(found, rule.fits)
		if listed > 0 && rule.preferListed {
			n = listed
		}
		switch {
		case n == 0:
		case n > 1:
			return s.doubt(found, rule.several, rule.fits)
		case rule.rivals != nil:
			either := func(s *searcher, c *candidate) bool { return rule.fits(s, c) || rule.rivals(s, c) }
			if all, _ := s.count(found, either); all > 1 {
				return s.doubt(found, rule.rivalled, either)
			}
			return s.only(found, rule.fits)
		default:
			return s.only(found, rule.fits)
		}
	}
	if len(found) > 0 && found[0].reason == InText {
		return s.doubt(found, Resemblance, func(*searcher, *candidate) bool { return true })
	}
	r := s.toResult(found)
	if r.Unambiguous {
		return Resolution{Unlisted: r.Unlisted}
	}
	if len(r.Hits) > 0 {
		return Resolution{Doubt: Resemblance, Candidates: r.Hits}
	}
	if len(found) > 0 && found[0].reason == Typo {
		nearest := func(_ *searcher, c *candidate) bool { return c.reason == Typo && c.cost == found[0].cost }
		return s.doubt(found, Resemblance, nearest)
	}
	return Resolution{}
}

// count returns the number of places that fit, and of the listed ones among them.
func (s *searcher) count(found []candidate, fits func(*searcher, *candidate) bool) (all, listed int) {
	for i := range found {
		if fits(s, &found[i]) {
			all++
			listed += boolToInt(found[i].listed)
		}
	}
	return all, listed
}

// only returns the first place that fits, a listed one before an unlisted one.
func (s *searcher) only(found []candidate, fits func(*searcher, *candidate) bool) Resolution {
	r := Resolution{}
	for i := range found {
		c := &found[i]
		switch p := &s.ix.places[c.place]; {
		case !fits(s, c):
		case c.listed:
			return Resolution{Country: p.country}
		case r.Unlisted.ISO2 == "":
			r.Unlisted = names.At(p.entry)
		}
	}
	return r
}

// doubt returns all places that fit as candidates and rivals.
func (s *searcher) doubt(found []candidate, why Doubt, fits func(*searcher, *candidate) bool) Resolution {
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(a.cityRank, b.cityRank) }) // the largest city first
	r := Resolution{Doubt: why, Candidates: s.toHits(found, func(c *candidate) bool { return fits(s, c) })}
	for i := range found {
		if c := &found[i]; !c.listed && fits(s, c) {
			r.Rivals = append(r.Rivals, names.At(s.ix.places[c.place].entry))
		}
	}
	return r
}

// isCodeOrSlug reports whether the query is a code or a slug.
func (s *searcher) isCodeOrSlug(c *candidate) bool {
	return c.tier == code || c.tier == exact && c.reason == Slug
}

// isWholeName reports whether the query is a name in a language of the interface.
func (s *searcher) isWholeName(c *candidate) bool {
	return c.tier == exact && c.reason == Name && c.langDistance < 2
}

// isWholeAlias reports whether the query is an alias in a language of the interface.
func (s *searcher) isWholeAlias(c *candidate) bool {
	return c.tier == exact && c.reason == Alias && c.langDistance < 2
}

// isWholeSpelling reports whether the query is an alias, a reading, or a name in
// another language; initials are no reading, and adjectives no names.
func (s *searcher) isWholeSpelling(c *candidate) bool {
	return c.tier == exact && c.cityRank == 0 && c.reason != PinyinInitials && c.reason != Choseong && c.reason != Demonym && !s.sharesBeginning(c)
}

// isWholeCity reports whether the query is the name of a city or capital.
func (s *searcher) isWholeCity(c *candidate) bool { return c.cityRank > 0 }

// isMeantCity reports whether the query is the name of the city that is clearly meant.
func (s *searcher) isMeantCity(c *candidate) bool { return c.cityRank > 0 && !c.doubtful }

// isNameBeginning reports whether the query begins a shown name, with enough letters.
func (s *searcher) isNameBeginning(c *candidate) bool {
	begins := c.tier == prefix && c.reason == Name && c.langDistance < 2 && c.cityRank == 0
	begins = begins || c.reason == Demonym && slices.Contains(s.begun, c.place) // Dominican
	return (begins || s.sharesBeginning(c)) && (len(s.key.Runes) >= minBeginning || s.startsCJK())
}

// sharesBeginning reports whether the query is a name of c in another language, and begins
// shown names of c and of other places.
func (s *searcher) sharesBeginning(c *candidate) bool {
	return c.tier == exact && c.reason == Name && c.langDistance == 2 && slices.Contains(s.begun, c.place) &&
		slices.ContainsFunc(s.begun, func(place int) bool { return place != c.place })
}

// minBeginning is the number of letters from which the beginning of a name means it.
const minBeginning = 3

// isAliasBeginning reports whether the query begins an alias, and is most of one that is not
// Chinese, Japanese or Korean. Aliases have words of their own: "gold" is not the Gold Coast,
// nor "make" Makedonija.
func (s *searcher) isAliasBeginning(c *candidate) bool {
	n := len(s.key.Runes)
	return c.tier == prefix && c.reason == Alias && c.langDistance < 2 &&
		(n >= minAliasBeginning && 3*n >= 2*int(c.size) || n >= 2 && s.startsCJK())
}

// minAliasBeginning is the number of letters from which the beginning of an alias means it.
const minAliasBeginning = 5

// isPartByDirection reports whether the query is a direction and the name of c.
func (s *searcher) isPartByDirection(c *candidate) bool {
	return c.place == s.within && c.tier == words && c.listed
}
