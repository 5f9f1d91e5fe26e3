package search

import (
	"fmt"

	"voxatlas/data/names"
)

// Reason is the kind of text that matched. The zero value is no reason.
type Reason uint8

// The reasons.
const (
	ISO2           Reason = iota + 1 // the ISO 3166-1 alpha-2 code
	ISO3                             // the ISO 3166-1 alpha-3 code
	Numeric                          // the ISO 3166-1 numeric code
	Dial                             // a calling code, or the number begins with it
	TLD                              // the top-level domain
	Flag                             // the flag emoji
	Name                             // a shown name, or the name in another language
	Alias                            // another name
	Slug                             // Microsoft's name of the country's page
	Capital                          // the country's capital
	City                             // a city in which Microsoft has numbers, or the city's state
	Pinyin                           // a Chinese name in pinyin
	PinyinInitials                   // the initials of a Chinese name in pinyin
	Zhuyin                           // a Chinese name in zhuyin
	ZhuyinKeys                       // zhuyin typed on a keyboard that was not switched to it
	Kana                             // the reading of a Japanese name
	Romaji                           // the reading of a Japanese name in Latin letters
	Romanized                        // a Korean or Cyrillic name in Latin letters
	Choseong                         // the initial consonants of a Korean name
	Misspelling                      // a common wrong spelling
	Demonym                          // an adjective or the people, as Chilean
	Fuzzy                            // a name that has these letters in this order
	Typo                             // a name within the allowed number of typos
	InText                           // a name within a longer text
)

// String returns the stable word for r, as "dial"; the empty string for no reason.
func (r Reason) String() string {
	switch r {
	case 0:
		return ""
	case ISO2:
		return "iso2"
	case ISO3:
		return "iso3"
	case Numeric:
		return "iso_numeric"
	case Dial:
		return "dial"
	case TLD:
		return "tld"
	case Flag:
		return "flag"
	case Name:
		return "name"
	case Alias:
		return "alias"
	case Slug:
		return "slug"
	case Capital:
		return "capital"
	case City:
		return "city"
	case Pinyin:
		return "pinyin"
	case PinyinInitials:
		return "pinyin_initials"
	case Zhuyin:
		return "zhuyin"
	case ZhuyinKeys:
		return "zhuyin_keys"
	case Kana:
		return "kana"
	case Romaji:
		return "romaji"
	case Romanized:
		return "romanized"
	case Choseong:
		return "choseong"
	case Misspelling:
		return "misspelling"
	case Demonym:
		return "demonym"
	case Fuzzy:
		return "fuzzy"
	case Typo:
		return "typo"
	case InText:
		return "in_text"
	}
	return fmt.Sprintf("Reason(%d)", uint8(r))
}

// Code reports whether r is a kind of code, which needs no explanation.
func (r Reason) Code() bool { return ISO2 <= r && r <= Flag }

// MarshalText encodes r as its word.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// reasonOf returns the reason for a match with a spelling of kind k.
func reasonOf(k names.Kind) Reason {
	switch k {
	case names.Misspelling:
		return Misspelling
	case names.Capital:
		return Capital
	case names.City, names.CityRegion:
		return City
	case names.Pinyin:
		return Pinyin
	case names.Zhuyin:
		return Zhuyin
	case names.Kana:
		return Kana
	case names.Romaji:
		return Romaji
	case names.Romanized:
		return Romanized
	case names.Choseong:
		return Choseong
	case names.Initials:
		return PinyinInitials
	case names.Demonym:
		return Demonym
	}
	return Name
}
