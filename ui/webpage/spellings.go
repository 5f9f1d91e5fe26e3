package webpage

import (
	"slices"
	"strings"
	"unicode/utf8"

	"voxatlas/data/names"
	"voxatlas/data/names/fold"
	"voxatlas/data/search"
	"voxatlas/model"
)

// spellingList is the table of spellings as a page needs it.
type spellingList struct {
	table  *names.SpellingTable
	keys   []string        // of the table, without blanks: in ascending order
	listed map[string]bool // the codes of the countries of the edition
	names  []string        // keys of the names of these countries, from each of their words on, sorted
	index  *search.Index
}

// packSpellings returns the keys of further spellings: all those of the countries of an
// atlas, and of the other places those that a search would take for one of them. An entry
// has the number of characters that its key shares with the one before, as a digit in base
// 36; the others; and the code of the place. Blanks part the entries. Of places with one
// key, that which index finds first stands first.
func packSpellings(a *model.Atlas, index *search.Index) string {
	l := spellingList{table: names.Spellings(), listed: codesOf(a), index: index}
	l.names = nameEnds(l.listed)
	l.keys = make([]string, l.table.Len())
	for i := range l.keys {
		l.keys[i] = strings.ReplaceAll(l.table.KeyText(i), " ", "")
	}
	var b strings.Builder
	before := ""
	for from, to := 0, 0; from < len(l.keys); from = to {
		key := l.keys[from]
		for to = from + 1; to < len(l.keys) && l.keys[to] == key; to++ {
		}
		for _, iso2 := range l.places(from, to) {
			shared, size := sharedRunes(before, key)
			b.WriteByte("0123456789abcdefghijklmnopqrstuvwxyz"[shared])
			b.WriteString(key[size:] + iso2 + " ")
			before = key
		}
	}
	return strings.TrimSuffix(b.String(), " ")
}

// places lists the places of the spellings from a position up to another, which have one
// key: none if no listed country has that key or one that begins with it.
func (l spellingList) places(from, to int) []string {
	var places []string
	listed := 0
	for i := from; i < to; i++ {
		if iso2 := l.table.ISO2(i); !slices.Contains(places, iso2) {
			places = append(places, iso2)
			if l.listed[iso2] {
				listed++
			}
		}
	}
	switch {
	case listed == 0 && !l.beginsListed(l.keys[from], to):
		return nil
	case listed > 1:
		return l.byRank(places, l.table.At(from).Text)
	}
	return places
}

// beginsListed reports whether a key begins one of a listed country. next is the position
// behind its spellings.
func (l spellingList) beginsListed(key string, next int) bool {
	if i, _ := slices.BinarySearch(l.names, key); i < len(l.names) && strings.HasPrefix(l.names[i], key) {
		return true
	}
	for ; next < len(l.keys) && strings.HasPrefix(l.keys[next], key); next++ {
		if l.listed[l.table.ISO2(next)] {
			return true
		}
	}
	return false
}

// byRank returns places in the order in which the search finds them for a text, and then
// those that it does not find.
func (l spellingList) byRank(places []string, text string) []string {
	var sorted []string
	for _, h := range l.index.Query(text, model.English).Hits {
		if iso2 := h.Country.ISO2(); slices.Contains(places, iso2) {
			sorted = append(sorted, iso2)
		}
	}
	for _, iso2 := range places {
		if !slices.Contains(sorted, iso2) {
			sorted = append(sorted, iso2)
		}
	}
	return sorted
}

// firstCJK is the first character of those that are words of their own to a search.
const firstCJK = '\u2e80'

// nameEnds returns the keys of the names and aliases of places, from each of their words
// on, sorted.
func nameEnds(places map[string]bool) []string {
	var ends []string
	for iso2 := range places {
		entry, ok := names.Find(iso2)
		if !ok {
			continue
		}
		keys, _ := names.Keys(entry)
		for _, k := range keys {
			n := 0
			for i, r := range k.Text {
				if n < names.MaxStarts && k.Starts&(1<<n) != 0 || r >= firstCJK {
					ends = append(ends, k.Text[i:])
				}
				n++
			}
		}
	}
	slices.Sort(ends)
	return ends
}

// maxShared is the most characters that an entry of packSpellings shares with the one
// before.
const maxShared = 35

// sharedRunes returns how many characters a and b both begin with, at most maxShared, and
// their size in bytes.
func sharedRunes(a, b string) (n, size int) {
	for n < maxShared && size < len(a) && size < len(b) {
		r, width := utf8.DecodeRuneInString(b[size:])
		if s, _ := utf8.DecodeRuneInString(a[size:]); s != r {
			break
		}
		n, size = n+1, size+width
	}
	return n, size
}

// The range of the Han characters that names have.
const (
	firstHan = '\u4e00'
	lastHan  = '\u9fff'
)

// simplifiedPairs returns the Han characters that keys replace, and those in their place.
func simplifiedPairs() []string {
	var han, from, to strings.Builder
	for r := rune(firstHan); r <= lastHan; r++ {
		han.WriteRune(r)
	}
	for i, r := range fold.Of(han.String()).Runes { // one for each
		if r != firstHan+rune(i) {
			from.WriteRune(firstHan + rune(i))
			to.WriteRune(r)
		}
	}
	return []string{from.String(), to.String()}
}
