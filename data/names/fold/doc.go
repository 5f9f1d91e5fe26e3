// Package fold decides which spellings are the same name. It makes keys of names
// and queries, and only keys are compared.
//
// A key has no case (also of İ), no width (Ｔａｉｗａｎ), no accents of Latin, Greek and
// Cyrillic letters, no vowel signs of Arabic and Hebrew, no dots, apostrophes and
// tone marks of zhuyin. Spaces and hyphens only mark where words begin. Doubled
// Hebrew letters for vowels count once. Marks that make another letter stay: the
// dakuten (ガ is not カ), the marks of Thai and of the scripts of India, the vowels of
// Thaana, by which alone Mali is not Malé.
//
// Variants are one: hiragana is katakana; a chillu of Malayalam is its consonant and a
// virama; a traditional or Japanese Han character is
// the simplified one; Hangul is a sequence of letters, a final one as an initial one,
// so that 댐, which is on the screen while 대만 is being typed, begins it.
//
// Package importer compares texts of pages in its own ways, which keep more: there an
// accent tells two city names apart, and "the" and "and" do not count in a country's.
//
// Package importer compares the texts of pages in ways of its own: normalize keeps
// accents, which tell wordings apart; nameKey leaves out "the" and "and".
//
// A key remembers the runes of the original that each of its own came from, so that
// highlights are exact for any input:
//
//	Côte d'Ivoire   c o t e d i v o i r e
//	                0 1 2 3 5 7 8 9 …          rune of the name
//	                ^       ^                  begins a word
package fold
