package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"voxatlas/data/names"
	"voxatlas/data/names/fold"
)

// tryRewrite replaces the query, its key and the key's text, runs matchRewrite on
// them, and keeps the new query and its candidates only if their tier is better
// than before. A guess is always kept; only preferTypos makes one.
func (s *searcher) tryRewrite(key fold.Key, query, text string, matchRewrite func()) {
	before, typed := s.bestTier(), s.replaceQuery(key, query, text)
	matchRewrite()
	if after := s.bestTier(); after >= before && after != guess || after > guess {
		s.restoreQuery(typed)
	}
}

// queryForms holds a query, its key and the key's text.
type queryForms struct {
	query string
	key   fold.Key
	text  string
}

// replaceQuery replaces the query, puts its candidates aside and returns it.
func (s *searcher) replaceQuery(key fold.Key, query, text string) (replaced queryForms) {
	replaced = queryForms{s.query, s.key, s.text}
	if s.spare == nil {
		s.spare = make([]candidate, len(s.best))
	}
	clear(s.spare)
	s.best, s.spare = s.spare, s.best
	s.query, s.key, s.text = query, key, text
	return replaced
}

// restoreQuery brings back the query that replaceQuery replaced, and its candidates.
func (s *searcher) restoreQuery(replaced queryForms) {
	s.best, s.spare = s.spare, s.best
	s.query, s.key, s.text = replaced.query, replaced.key, replaced.text
}

// rewrite is another form of a query, in which names are looked for in place of the query.
type rewrite struct {
	form   func(*searcher) (key fold.Key, query string) // a key without runes: there is no such form
	whole  bool                                         // only whole names count
	reason Reason                                       // of the hits; 0 for that of their names
}

// take tries the form of the query that r makes. Cities are looked for, too, where the
// query begins with that form: Quebec City is a city, the island of Canton is none. What
// is cut behind a city must be no state: Paris, IL is not the one in France, and
// Roma, IL does not begin Romania.
func (s *searcher) take(r *rewrite) {
	key, query := r.form(s)
	if len(key.Runes) == 0 {
		return
	}
	text := key.Text()
	cut, isBeginning := strings.CutPrefix(s.text, text)
	inState := isBeginning && s.ix.countryOfState(cut) >= 0
	s.tryRewrite(key, query, text, func() {
		s.matchNames()
		s.matchSpellings()
		if r.whole {
			s.dropWorse(exact)
		} else if isBeginning {
			s.matchCities()
		}
		inState = inState && slices.ContainsFunc(s.best, func(c candidate) bool { return c.cityRank > 0 })
		for i := range s.best {
			c := &s.best[i]
			if r.reason != 0 {
				c.reason = r.reason
			}
			if inState && (c.langDistance == 2 || c.tier > exact) {
				c.tier = none
			}
		}
	})
}

// withoutToneNumbers returns the query as pinyin without the numbers of its tones.
func (s *searcher) withoutToneNumbers() (key fold.Key, query string) {
	if bare, ok := cutToneNumbers(s.text); ok {
		return s.keyMaker.Fold(bare), bare
	}
	return fold.Key{}, ""
}

// swapAtComma returns the query with the text after its only comma before it, without
// the comma.
func (s *searcher) swapAtComma() (key fold.Key, query string) {
	before, after, ok := strings.Cut(strings.ReplaceAll(s.query, "，", ","), ",")
	if before, after = strings.TrimSpace(before), strings.TrimSpace(after); !ok || before == "" || after == "" || strings.Contains(after, ",") {
		return fold.Key{}, ""
	}
	query = after + " " + before
	return s.keyMaker.Fold(query), query
}

// withoutStopwords returns the query without "the", "republic of", 共和國 …. Where more
// than articles are gone, names that the query begins are better.
func (s *searcher) withoutStopwords() (key fold.Key, query string) {
	rest, articlesOnly := cutStopwords(&s.key, s.text, s.query)
	if !articlesOnly && (s.bestTier() <= prefix || len(rest.Runes) < minLatinPrefix && !s.startsCJK() || s.beginsUsualName()) {
		return fold.Key{}, ""
	}
	return rest, rest.Words()
}

// beginsUsualName reports whether the query begins the usual name of a listed place in another
// language: "République dominica" is on its way to République dominicaine, and "Royaume de"
// only to names that are not usual.
func (s *searcher) beginsUsualName() bool {
	table := names.Spellings()
	from, to := table.WithPrefix(s.text)
	for i := from; i < to; i++ {
		if n := table.At(i); n.Kind == names.OtherLanguage && !n.Variant && isWidelyRead(n.Lang) {
			if place := s.ix.placeOf(n.ISO2); place >= 0 && s.ix.places[place].country != nil {
				return true
			}
		}
	}
	return false
}

// peopleSuffixes are the endings that make a people or an adjective of a name, as keys:
// 美國人, 日本的, 미국인, Finnish maltalainen.
var peopleSuffixes = [...]string{"人", "的", "\u110b\u1175\u1102", "lainen"}

// withoutPeople returns the query without an ending that makes a people or an adjective of a name.
func (s *searcher) withoutPeople() (key fold.Key, query string) {
	for _, suffix := range peopleSuffixes {
		if rest, ok := strings.CutSuffix(s.text, suffix); ok && rest != "" {
			part := s.key.Cut(0, utf8.RuneCountInString(rest))
			return part, part.Words()
		}
	}
	return fold.Key{}, ""
}

// splitQuery tries the query as two names of one place, as lists have them: "JP 日本",
// "Hong Kong (HK)", "San José, Costa Rica". In a long query one of them is a single word.
func (s *searcher) splitQuery() {
	n := len(s.key.Runes)
	if n > 2*maxNameRunes {
		return
	}
	last := n - 1
	for last > 0 && !s.key.Start[last] {
		last--
	}
	words := 1
	for i := s.key.Word(0); i < n && s.bestTier() > exact; i = s.key.Word(i) {
		if words < maxFirstWords || i == last {
			s.splitAt(i)
		}
		words++
	}
}

// maxFirstWords is one more than the number of words that the first of two names has; it
// has more if the second is a single word.
const maxFirstWords = 3

// splitAt tries the query as two names, the second from rune i on. It keeps the
// places that both parts name, by the longer part.
func (s *searcher) splitAt(i int) {
	n := len(s.key.Runes)
	at := len(string(s.key.Runes[:i])) // in bytes of s.text
	places, others := s.placesNamed(s.key.Cut(0, i), s.text[:at]), []int(nil)
	if len(places) > 0 {
		others = s.placesNamed(s.key.Cut(i, n), s.text[at:])
	}
	if state := s.ix.countryOfState(s.text[at:]); n-i > 2 && slices.Contains(places, state) {
		others = append(others[:0], state) // Ontario is a city of California, too
	}
	both := slices.DeleteFunc(places, func(place int) bool { return !slices.Contains(others, place) })
	if len(both) == 0 {
		return
	}
	part, text := s.key.Cut(0, i), s.text[:at] // the longer one is the name
	if i < n-i {
		part, text = s.key.Cut(i, n), s.text[at:]
	}
	s.tryRewrite(part, text, text, func() {
		s.matchExact()
		for i := range s.best {
			if !slices.Contains(both, i) {
				s.best[i].tier = none
			}
		}
		if len(both) == 1 && s.best[both[0]].cityRank > 0 {
			s.keepOnlyCity(both[0])
		}
	})
}

// placesNamed returns the places with a code, name or spelling that is exactly k.
func (s *searcher) placesNamed(k fold.Key, text string) []int {
	var places []int
	typed := s.replaceQuery(k, text, text)
	s.matchExact()
	for i := range s.best {
		if t := s.best[i].tier; t != none && t <= exact {
			places = append(places, i)
		}
	}
	s.restoreQuery(typed)
	return places
}

// minTypoOverPrefix is the number of letters from which a query is more likely a
// misspelt name than the beginning of a city or reading.
const minTypoOverPrefix = 5

// preferTypos looks for typos when the query is a substring of some names, or the
// beginning of a city or reading, by chance: inida is not in Trinidad, chian does
// not begin Chiang Mai. A place that is not listed is not preferred: mark is in Denmark,
// and no typo of Sark.
func (s *searcher) preferTypos() {
	s.tryRewrite(s.key, s.query, s.text, func() {
		s.matchTypos()
		if s.bestListedTier() > guess {
			clear(s.best)
		}
	})
}

// preferNearName replaces aliases that the query begins, if it begins no name that many
// people read, by a shown name that differs from it by one letter: "Boliva" is nearer to
// Bolivia than to Bolivarian Republic of Venezuela.
func (s *searcher) preferNearName() {
	for i := range s.best {
		if c := &s.best[i]; c.tier == prefix && c.reason == Name && !c.rarelyRead && !c.weak {
			return
		}
	}
	begun := slices.Clone(s.best)
	s.tryRewrite(s.key, s.query, s.text, func() {
		s.matchNameTypos()
		for i := range s.best {
			c := &s.best[i]
			switch {
			case c.tier == none:
			case begun[i].tier == prefix: // it begins another name of the same place
				clear(s.best)
				return
			case c.unshown || c.demoted || c.cost > 1:
				c.tier = none
			}
		}
	})
}
