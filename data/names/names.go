// Package names holds the localized names of countries and regions: what to
// show, what else people call them, how they are sorted in each language, and
// their ISO and international calling codes.
//
// The tables are generated (by data/names/gen, a module of its own) from Unicode
// CLDR, Microsoft's printed names, libphonenumber and reviewed corrections, and
// committed, so that a change of any name is a diff someone reads. They are
// strings: they cost nothing until asked, and cannot be changed.
//
// [Of] and [All] have what is shown, and what else places are called in the
// languages of the table; other languages have translations of the shown names, from
// CLDR. [World] has every other spelling: names in all
// languages of CLDR, how they are read, capitals and cities.
//
// It covers every territory with an ISO 3166-1 code, and beside them XK
// (Kosovo) and AN (the Netherlands Antilles, dissolved in 2010 but still among
// Microsoft's destinations).
//
// # Which name is shown
//
// A name that Microsoft's index prints, unless it is corrected; else CLDR's
// short one. Names are in NFC and hold no rune whose width terminals disagree
// about: Reunion is written without its accent.
//
// # Calling codes
//
// A code that leads to one territory alone is preferred: Jamaica is 1876 and
// 1658, Guernsey 441481. Where people write the shared one it stays: 1 is the
// United States and Canada, 7 Russia and Kazakhstan.
package names

import (
	"iter"
	"math"
	"strings"

	"voxatlas/model"
)

// Entry is what the table says about one territory.
type Entry struct {
	ISO2    string             // ISO 3166-1 alpha-2, as "TW"
	ISO3    string             // ISO 3166-1 alpha-3, as "TWN"
	Dial    model.List[string] // calling codes without +, as "886"; none for three uninhabited places
	Numeric string             // ISO 3166-1 numeric, as "158"
	Areas   model.List[string] // beginnings of numbers with + that tell the place from a larger one with its calling code
	Names   model.Names        // shown names: listed in the languages of the table, translated in others
	Aliases model.List[Alias]  // other names, the commonest first within a language

	// Population is the number of inhabitants as CLDR's territoryInfo estimates
	// it, 0 where it says none. It decides which of two places is meant.
	Population int

	ranks model.List[langRank]
}

// Alias is a name that is not shown but understood: an old, long, short or
// variant one.
type Alias struct {
	Lang model.Lang
	Text string
}

type langRank struct {
	lang model.Lang
	n    int
}

// Rank returns the position of the shown name in lang among those of all entries,
// from 0, as a dictionary of that language sorts them; in English when the tables
// do not have lang. The zero Entry comes after all others.
func (e Entry) Rank(lang model.Lang) int {
	for r := range e.ranks.Values() {
		if r.lang == lang {
			return r.n
		}
	}
	if _, n, ok := translation(e.ISO2, lang); ok {
		return n
	}
	if lang != model.English {
		return e.Rank(model.English)
	}
	return math.MaxInt
}

// Of is the entry of an ISO 3166-1 alpha-2 code in capitals, if there is one.
func Of(iso2 string) (Entry, bool) {
	if len(iso2) != 2 {
		return Entry{}, false
	}
	// Lines are sorted by code. low is the start of a line, high the end of one.
	for low, high := 1, len(table); low < high; {
		middle := low + (high-low)/2
		start := strings.LastIndexByte(table[low-1:middle], '\n') + low
		end := start + strings.IndexByte(table[start:], '\n') + 1
		switch code := table[start : start+2]; {
		case code < iso2:
			low = end
		case code > iso2:
			high = start
		default:
			return parseEntry(table[start : end-1]), true
		}
	}
	return Entry{}, false
}

// All yields every entry, by code.
func All() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for line := range strings.Lines(table[1:]) {
			if !yield(parseEntry(strings.TrimSuffix(line, "\n"))) {
				return
			}
		}
	}
}
