package search

// stage is a step of a search. Stages are taken in the order of [stages].
type stage struct {
	name string          // of the method, as the package comment has it
	when condition       // on which it is taken
	run  func(*searcher) // adds candidates, or replaces them by better ones
	adds string          // for the package comment
}

// condition is the state of a search in which a stage is taken.
type condition uint8

// The conditions. The last two are never met when the search must not guess.
const (
	always  condition = iota // until a stage has found that nothing else is meant
	noName                   // no code and no whole name has been found
	nothing                  // nothing has been found, and the query is not longer than all names
	noGuess                  // nothing has been found
)

// maxNameRunes is the number of runes of the longest key of a name. A longer query is a
// text, in which there may be names.
const maxNameRunes = 72

// stages are the steps of a search. The package comment has this table, too.
var stages = [...]stage{
	{"settleCodes", always, (*searcher).settleCodes, "codes, telephone numbers, addresses"},
	{"settleLettersApart", always, (*searcher).settleLettersApart, "N Z ▶ NZ"},
	{"matchNames", always, (*searcher).matchNames, "terms: whole, beginnings, words, parts"},
	{"matchSpellings", always, (*searcher).matchSpellings, "spellings that are the query"},
	{"matchCities", always, (*searcher).matchCities, "whole names of cities"},
	{"withoutToneNumbers", noName, (*searcher).withoutToneNumbers, "tai2wan1 ▶ taiwan"},
	{"withoutStopwords", noName, (*searcher).withoutStopwords, "the republic of malta ▶ malta"},
	{"withoutPeople", noName, (*searcher).withoutPeople, "美國人 ▶ 美國"},
	{"splitQuery", noName, (*searcher).splitQuery, "JP 日本 ▶ 日本"},
	{"matchCityAndState", noName, (*searcher).matchCityAndState, "Birmingham, AL ▶ Birmingham"},
	{"matchNameAmongInitials", noName, (*searcher).matchNameAmongInitials, "S China ▶ China"},
	{"matchBeginnings", always, (*searcher).matchBeginnings, "spellings that the query begins"},
	{"matchWholeWords", nothing, (*searcher).matchWholeWords, "words of a spelling"},
	{"matchWordsAnyOrder", nothing, (*searcher).matchWordsAnyOrder, "coree sud ▶ Corée du Sud"},
	{"matchTypos", nothing, (*searcher).matchTypos, "taiwna ▶ taiwan"},
	{"matchSubstrings", nothing, (*searcher).matchSubstrings, "parts of a spelling"},
	{"matchFuzzy", nothing, (*searcher).matchFuzzy, "slvk ▶ slovakia"},
	{"matchNamesInText", noGuess, (*searcher).matchNamesInText, "numbers in peru ▶ peru"},
	{"matchRareTypos", nothing, (*searcher).matchRareTypos, "a typo of a name in any language"},
}

// takes reports whether a stage with condition w is taken now.
func (s *searcher) takes(w condition) bool {
	switch w {
	case noName:
		return s.bestTier() > exact
	case nothing:
		return !s.exactly && s.bestTier() > guess && len(s.key.Runes) <= maxNameRunes
	case noGuess:
		return !s.exactly && s.bestTier() > guess && s.text != ""
	}
	return true
}
