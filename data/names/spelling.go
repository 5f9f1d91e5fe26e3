package names

import (
	"fmt"

	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// Kind says what a spelling is. When one text is several, the first counts.
type Kind uint8

// The kinds of spellings.
const (
	Local       Kind = iota + 1 // a name in a language that the table does not have
	Misspelling                 // a wrong one that people write
	Capital                     // of the place
	City                        // in the place, with numbers in Microsoft's pages
	Region                      // that Microsoft's pages write beside a city, or a city written so
	Pinyin                      // of a Chinese name, syllables apart, tones marked
	Zhuyin                      // of a Chinese name as read in Taiwan, syllables apart
	Kana                        // how a Japanese name is read
	Romaji                      // the same in Latin letters
	Romanized                   // a Korean name or one in Cyrillic letters in Latin ones
	Choseong                    // a Korean name, found by the initial consonants of its syllables
	Initials                    // pinyin, found by its initials
)

// letters are how kinds are written in the table, from the first one on.
const kindLetters = "nmkctpzjrlhi"

// Spelling is one way to write what a place is called.
type Spelling struct {
	ISO2 string
	Kind Kind
	Lang model.Lang // as CLDR has it, "zh-Hant-HK"
	Text string     // in NFC
}

// Key returns the key that finds s.
func (s Spelling) Key() fold.Key { return s.FoldWith(new(fold.Folder)) }

// FoldWith returns the key that finds s, made by f.
func (s Spelling) FoldWith(f *fold.Folder) fold.Key {
	if s.Kind == Choseong || s.Kind == Initials {
		return f.Initials(s.Text)
	}
	return f.Fold(s.Text)
}

// String is s as a line of the table: "TWn ru Тайвань".
func (s Spelling) String() string {
	return fmt.Sprintf("%s%c %s %s", s.ISO2, kindLetters[s.Kind-1], s.Lang, s.Text)
}
