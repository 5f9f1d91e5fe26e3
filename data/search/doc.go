// Package search ranks countries against a query. It decides the meanings of a query
// and their order, and gives each hit a reason and the runes of its name that matched.
//
//	query ▶ key ▶ candidates, one per place ▶ sorted ▶ Result
//	        fold   searcher.search            compareCandidates   searcher.toResult
//
// The key of a query or name is its text without case, accents and the like, see
// [voxatlas/data/names/fold]; only keys are compared. A candidate is a place of the
// world with the best match found for it. The places are the countries listed in
// the index and all others of the names table, so that Niger is an answer of its
// own and not a misspelt Nigeria.
//
// # Sources
//
//	codes      of every place: ISO, calling codes and numbers, domains, flags
//	terms      names in the languages of the interface, aliases, slugs: folded when
//	           the index is made, compared one by one
//	spellings  names in all languages, readings, capitals and cities: 41 000 lines of
//	           [names.Spellings], sorted by key
//	cities     the larger cities of the world, see [voxatlas/data/cities]
//
// # Tiers
//
// How well a query matches is its tier, the first thing that ranks candidates:
//
//	code       the whole query is a code                           tw  +886  .tw  🇹🇼
//	exact      … a name, an alias, a reading, a capital …          台灣  uk  대만  w96j0  taipei
//	prefix     it begins one of those, or a calling code           dom  88
//	words      its words are words of a name, or begin them        kingd  rep dom
//	substring  a name contains it                                  韓
//	guess      a typo of a name, letters of one in order, a name    taiwna  slvk
//	           within a text                                       calls to peru
//
// Within a tier a name that is written as the query is comes first (Na U begins Na Uy,
// and not Nauru), then the language decides, then the reason (a shown name before an
// alias before a reading), then a usual name stands before others that begin so (Royaume
// begins Royaume-Uni, and Royaume de Thaïlande), then the number of inhabitants:
// [compareCandidates] has the whole order.
//
// # Stages
//
// searcher.search takes these stages in this order (stages.go). Each is taken on a
// condition: always; when no code and no whole name has been found; when nothing has
// been found, and the query is not longer than all names; when there is no guess
// either. So guesses never stand beside real matches.
//
//	settleCodes             always    codes, telephone numbers, addresses
//	settleLettersApart      always    N Z ▶ NZ
//	matchNames              always    terms: whole, beginnings, words, parts
//	matchSpellings          always    spellings that are the query
//	matchCities             always    whole names of cities
//	withoutToneNumbers      no name   tai2wan1 ▶ taiwan
//	swapAtComma             no name   China, Republic of ▶ Republic of China
//	matchWrittenOut         no name   Korea, Dem. Rep. ▶ Democratic Republic of Korea
//	withoutStopwords        no name   the republic of malta ▶ malta
//	withoutPeople           no name   美國人 ▶ 美國
//	splitQuery              no name   JP 日本 ▶ 日本
//	matchCityAndState       no name   Birmingham, AL ▶ Birmingham
//	matchNameAmongInitials  no name   S China ▶ China
//	matchBeginnings         always    spellings that the query begins
//	matchWholeWords         nothing   words of a spelling
//	matchWordsAnyOrder      nothing   coree sud ▶ Corée du Sud
//	matchInflected          nothing   republika Malty ▶ Malta
//	matchTypos              nothing   taiwna ▶ taiwan
//	matchSubstrings         nothing   parts of a spelling
//	matchFuzzy              nothing   slvk ▶ slovakia
//	matchNamesInText        no guess  numbers in peru ▶ peru
//	matchRareTypos          nothing   a typo of a name in any language
//
// Four of them are rewrites ([rewrite]): each has another form of the query, looks for
// names in its place, and counts if they are of a better tier.
//
//	withoutToneNumbers  whole names, as readings
//	swapAtComma         whole names
//	withoutStopwords    names, their beginnings and parts
//	withoutPeople       whole names, as adjectives or peoples
//
// matchBeginnings prefers a typo of a name to the beginning of a city by chance.
// matchFuzzy looks for names that have the letters of the query in order, by rules of
// its own; of those of one place that are equally close, the score of
// github.com/sahilm/fuzzy decides which is displayed. It ranks no places.
//
// # Weak matches
//
// Some matches become guesses when the search is done: cities of which none is clearly
// meant, beginnings of three or four letters in small languages, beginnings of old names
// and of parts, a few letters within a word, telephone numbers without a calling code.
// Digits alone are a code for a command, and a guess in a list: [Hit.IsGuess].
//
// # An example
//
// "Ger", asked in English, has the key g e r. It is no code. Among the terms,
// Germany and German South West Africa (an alias of Namibia) begin with it: tier
// prefix. Algeria, Niger and Nigeria contain it: tier substring. No spelling is just
// "ger" that would be exact, there are no tone numbers, stopwords or second words,
// and names that begin with the query are good enough to look no further.
// Substrings of letters beside prefixes are there by chance and are dropped. Two
// candidates remain:
//
//	       tier    langDistance  reason
//	DE     prefix  0             name    Germany
//	NA     prefix  0             alias   German South West Africa
//
// Germany is first, by its reason. Namibia is not listed, and not the best, so the
// only hit is Germany, with its runes 0, 1 and 2.
//
// # Unlisted places
//
// When the best candidate is a place that the index does not list, as for 北韓 or
// 澳門, [Result.Unlisted] names it, and hits that only resemble it are left out.
//
// [Index.Query] is for lists from which people choose; [Index.Resolve] is for
// programs, which must not guess: its rules stand there in order.
package search
