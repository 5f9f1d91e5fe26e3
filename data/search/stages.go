package search

// stage is a step of a search. Stages are taken in the order of [stages]. A stage either
// runs or tries a rewrite.
type stage struct {
	name    string    // of the method, as the package comment has it
	when    condition // on which it is taken
	run     func(*searcher)
	rewrite rewrite
	adds    string // for the package comment
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
	{name: "settleCodes", when: always, run: (*searcher).settleCodes, adds: "codes, telephone numbers, addresses"},
	{name: "settleLettersApart", when: always, run: (*searcher).settleLettersApart, adds: "N Z ▶ NZ"},
	{name: "matchNames", when: always, run: (*searcher).matchNames, adds: "terms: whole, beginnings, words, parts"},
	{name: "matchSpellings", when: always, run: (*searcher).matchSpellings, adds: "spellings that are the query"},
	{name: "matchCities", when: always, run: (*searcher).matchCities, adds: "whole names of cities"},
	{name: "withoutToneNumbers", when: noName, rewrite: rewrite{form: (*searcher).withoutToneNumbers, whole: true, reason: Pinyin}, adds: "tai2wan1 ▶ taiwan"},
	{name: "swapAtComma", when: noName, rewrite: rewrite{form: (*searcher).swapAtComma, whole: true}, adds: "China, Republic of ▶ Republic of China"},
	{name: "matchWrittenOut", when: noName, run: (*searcher).matchWrittenOut, adds: "Korea, Dem. Rep. ▶ Democratic Republic of Korea"},
	{name: "withoutStopwords", when: noName, rewrite: rewrite{form: (*searcher).withoutStopwords}, adds: "the republic of malta ▶ malta"},
	{name: "withoutPeople", when: noName, rewrite: rewrite{form: (*searcher).withoutPeople, whole: true, reason: Demonym}, adds: "美國人 ▶ 美國"},
	{name: "splitQuery", when: noName, run: (*searcher).splitQuery, adds: "JP 日本 ▶ 日本"},
	{name: "matchCityAndState", when: noName, run: (*searcher).matchCityAndState, adds: "Birmingham, AL ▶ Birmingham"},
	{name: "matchNameAmongInitials", when: noName, run: (*searcher).matchNameAmongInitials, adds: "S China ▶ China"},
	{name: "matchBeginnings", when: always, run: (*searcher).matchBeginnings, adds: "spellings that the query begins"},
	{name: "matchWholeWords", when: nothing, run: (*searcher).matchWholeWords, adds: "words of a spelling"},
	{name: "matchWordsAnyOrder", when: nothing, run: (*searcher).matchWordsAnyOrder, adds: "coree sud ▶ Corée du Sud"},
	{name: "matchInflected", when: nothing, run: (*searcher).matchInflected, adds: "republika Malty ▶ Malta"},
	{name: "matchTypos", when: nothing, run: (*searcher).matchTypos, adds: "taiwna ▶ taiwan"},
	{name: "matchSubstrings", when: nothing, run: (*searcher).matchSubstrings, adds: "parts of a spelling"},
	{name: "matchFuzzy", when: nothing, run: (*searcher).matchFuzzy, adds: "slvk ▶ slovakia"},
	{name: "matchNamesInText", when: noGuess, run: (*searcher).matchNamesInText, adds: "numbers in peru ▶ peru"},
	{name: "matchRareTypos", when: nothing, run: (*searcher).matchRareTypos, adds: "a typo of a name in any language"},
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
