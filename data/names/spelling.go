package names

import (
	"fmt"

	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// Kind is the kind of a spelling. A text that is of several kinds has the first.
type Kind uint8

// The kinds of spellings.
const (
	OtherLanguage Kind = iota + 1 // a name in a language that the table does not have
	Misspelling                   // a common wrong name
	Capital                       // a capital
	City                          // a city in which Microsoft has numbers
	CityRegion                    // the region of such a city, or the city, where the pages write both
	Demonym                       // an adjective or the people, as Chilean: also one that is an alias
	Pinyin                        // of a Chinese name, syllables apart, tones marked
	Zhuyin                        // of a Chinese name as read in Taiwan, syllables apart
	Kana                          // the reading of a Japanese name
	Romaji                        // the same in Latin letters
	Romanized                     // a Korean or Cyrillic name in Latin letters
	Choseong                      // a Korean name, found by the initial consonants of its syllables
	Initials                      // pinyin, found by its initials
	Former                        // an old name, or the name of a part, in a language that the table does not have
)

// kindLetters has the letter of each kind in the spelling table, from the first kind
// on.
const kindLetters = "nmkctdpzjrlhio"

// Spelling is a text that names a place: a name in some language, a reading, a capital
// or a city.
type Spelling struct {
	ISO2 string
	Kind Kind
	Lang model.Lang // CLDR's locale, as "zh-Hant-HK"
	Text string     // in NFC

	Variant bool // the place has a more usual name in Lang, or this is the reading of such a name: Royaume de Thaïlande
}

// Fold returns the key that finds s.
func (s Spelling) Fold() fold.Key { return s.FoldWith(new(fold.KeyMaker)) }

// FoldWith returns the key that finds s, made by f.
func (s Spelling) FoldWith(f *fold.KeyMaker) fold.Key {
	if s.Kind == Choseong || s.Kind == Initials {
		return f.Initials(s.Text)
	}
	return f.Fold(s.Text)
}

// String formats s as a line of the spelling table: "TWn ru Тайвань". The letter of the
// kind of a variant is a capital.
func (s Spelling) String() string {
	kind := kindLetters[s.Kind-1]
	if s.Variant {
		kind -= 'a' - 'A'
	}
	return fmt.Sprintf("%s%c %s %s", s.ISO2, kind, s.Lang, s.Text)
}
