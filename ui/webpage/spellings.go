package webpage

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"voxatlas/data/names"
	"voxatlas/data/names/fold"
	"voxatlas/data/search"
	"voxatlas/model"
)

// spelling is the key of a further spelling of a place.
type spelling struct {
	key, iso2 string
	text      string // in the spelling table; "" for a name
	listed    bool
}

// packSpellings returns the keys of further spellings: all those of the countries of an
// atlas, and of the other places those that a search would take for one of them. An entry
// has the number of characters that its key shares with the one before, as a digit in base
// 36; the others; and the code of the place. Blanks part the entries. Of places with one
// key, that which index finds first stands first.
func packSpellings(a *model.Atlas, index *search.Index) string {
	all := sortedSpellings(a)
	var b strings.Builder
	before := ""
	for i := 0; i < len(all); {
		end := i + 1
		for end < len(all) && all[end].key == all[i].key {
			end++
		}
		same := all[i:end]
		if end-i > 1 {
			sortByRank(same, index)
		}
		isKept := slices.ContainsFunc(same, isListed) || end < len(all) && beginsListed(all[i].key, all[end:])
		for n, s := range same {
			if s.text == "" || !isKept || slices.ContainsFunc(same[:n], func(other spelling) bool { return other.iso2 == s.iso2 && other.text != "" }) {
				continue
			}
			shared, size := sharedRunes(before, s.key)
			b.WriteByte("0123456789abcdefghijklmnopqrstuvwxyz"[shared])
			b.WriteString(s.key[size:] + s.iso2 + " ")
			before = s.key
		}
		i = end
	}
	return strings.TrimSuffix(b.String(), " ")
}

func isListed(s spelling) bool { return s.listed }

// beginsListed reports whether a key begins one of a listed country. after are the
// spellings behind those of the key.
func beginsListed(key string, after []spelling) bool {
	for _, s := range after {
		if !strings.HasPrefix(s.key, key) {
			return false
		}
		if s.listed {
			return true
		}
	}
	return false
}

// sortByRank sorts spellings of one key in the order in which index finds their places.
// Those that it does not find come last.
func sortByRank(same []spelling, index *search.Index) {
	var text string
	places := map[string]bool{}
	for _, s := range same {
		if s.text != "" && s.listed {
			text, places[s.iso2] = s.text, true
		}
	}
	if len(places) < 2 {
		return
	}
	rank := map[string]int{}
	for _, h := range index.Query(text, model.English).Hits {
		rank[h.Country.ISO2()] = -names.Len() + len(rank)
	}
	slices.SortStableFunc(same, func(a, b spelling) int { return rank[a.iso2] - rank[b.iso2] })
}

// sortedSpellings returns the spellings of all places by key, and for each word of a
// listed country's names the key of the name from there on.
func sortedSpellings(a *model.Atlas) []spelling {
	listed, table := codesOf(a), names.Spellings()
	all := make([]spelling, 0, table.Len()+8*len(listed))
	for i := range table.Len() {
		s := table.At(i)
		all = append(all, spelling{strings.ReplaceAll(table.KeyText(i), " ", ""), s.ISO2, s.Text, listed[s.ISO2]})
	}
	for iso2 := range listed {
		entry, ok := names.Find(iso2)
		if !ok {
			continue
		}
		keys, _ := names.Keys(entry)
		for _, k := range keys {
			n := 0
			for i, r := range k.Text {
				if n < names.MaxStarts && k.Starts&(1<<n) != 0 || r >= firstCJK {
					all = append(all, spelling{k.Text[i:], iso2, "", true})
				}
				n++
			}
		}
	}
	slices.SortFunc(all, func(a, b spelling) int {
		return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(a.iso2, b.iso2), strings.Compare(a.text, b.text))
	})
	return all
}

// firstCJK is the first character of those that are words of their own to a search.
const firstCJK = '\u2e80'

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

// The range of the Han characters that names have.
const (
	firstHan = '\u4e00'
	lastHan  = '\u9fff'
)
