// Package fold makes keys of names and queries, so that only what matters is
// compared. It decides which spellings are the same name.
//
// Gone are case (also İ), width (Ｔａｉｗａｎ), the accents of Latin, Greek and
// Cyrillic letters and the vowel signs of Arabic and Hebrew, dots, apostrophes
// and the tone marks of zhuyin. Spaces and hyphens only mark where words begin.
// Hebrew letters that stand for vowels count once where they are doubled. Never gone
// is what makes another letter: dakuten (ガ is not カ), the marks of
// Thai and of the scripts of India.
//
// Variants become one: hiragana is katakana; a traditional or Japanese Han
// character is the simplified one; Hangul is a sequence of letters, a final one
// as an initial one, so that 댐, which is on the screen while 대만 is being
// typed, begins it.
//
// A key remembers which runes of the original each of its own came from;
// highlights are exact for any input.
//
//	Côte d'Ivoire   c o t e d i v o i r e
//	                0 1 2 3 5 7 8 9 …          rune of the name
//	                ^       ^                  begins a word
package fold
