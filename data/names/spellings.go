package names

import (
	_ "embed" // the tables
	"sort"
	"strings"
	"sync"

	"voxatlas/model"
)

// SpellingTable is the table of all spellings beside [Entry.Names] and
// [Entry.Aliases]: a line per place and key, sorted by the keys without their blanks.
// The keys are a text of their own, line by line, so that a search through all of them
// is a search in one string.
type SpellingTable struct {
	keys   string
	keyAt  []uint32 // the offsets of the keys, and the end
	lineAt []uint32 // the offsets of the spellings, and the end
}

//go:embed spellings.txt
var spellingLines string

//go:embed spellings.keys
var spellingKeys string

// Spellings returns the table. The beginnings of its lines are computed on first use.
var Spellings = sync.OnceValue(func() *SpellingTable {
	return &SpellingTable{spellingKeys, lineStarts(spellingKeys), lineStarts(spellingLines)}
})

// lineStarts returns the offsets of the lines of a text, and its length.
func lineStarts(text string) []uint32 {
	at := make([]uint32, 1, strings.Count(text, "\n")+1)
	for i := 0; i < len(text); {
		i += strings.IndexByte(text[i:], '\n') + 1
		at = append(at, uint32(i))
	}
	return at
}

// Len returns the number of spellings.
func (t *SpellingTable) Len() int { return len(t.keyAt) - 1 }

// KeyText returns the key of spelling i in the form of [fold.Key.Words].
func (t *SpellingTable) KeyText(i int) string { return t.keys[t.keyAt[i] : t.keyAt[i+1]-1] }

// ISO2 returns the alpha-2 code of the place of spelling i.
func (t *SpellingTable) ISO2(i int) string { return spellingLines[t.lineAt[i] : t.lineAt[i]+2] }

// Kind returns the kind of spelling i.
func (t *SpellingTable) Kind(i int) Kind {
	return Kind(strings.IndexByte(kindLetters, spellingLines[t.lineAt[i]+2]) + 1)
}

// At returns spelling i.
func (t *SpellingTable) At(i int) Spelling {
	lang, text, _ := strings.Cut(spellingLines[t.lineAt[i]+4:t.lineAt[i+1]-1], " ")
	return Spelling{ISO2: t.ISO2(i), Kind: t.Kind(i), Lang: model.Lang(lang), Text: text}
}

// WithPrefix returns the range [from, to) of the spellings with keys that begin with text,
// blanks in the keys not counted. Keys that are just text come first.
func (t *SpellingTable) WithPrefix(text string) (from, to int) {
	from = sort.Search(t.Len(), func(i int) bool { return compareBegin(t.KeyText(i), text) >= 0 })
	to = from + sort.Search(t.Len()-from, func(i int) bool { return compareBegin(t.KeyText(from+i), text) > 0 })
	return from, to
}

// compareBegin compares the beginning of a key, blanks not counted, with a text: 0 when
// the key begins with it.
func compareBegin(key, text string) int {
	for j := 0; len(text) > 0; j++ {
		switch {
		case j == len(key):
			return -1
		case key[j] == ' ':
			continue
		case key[j] != text[0]:
			return int(key[j]) - int(text[0])
		}
		text = text[1:]
	}
	return 0
}

// Containing yields the spellings with a key, blanks included, that contains text, and
// the byte of the key where it does first.
func (t *SpellingTable) Containing(text string) func(yield func(i, at int) bool) {
	return func(yield func(i, at int) bool) {
		line := 0
		for off := 0; ; {
			n := strings.Index(t.keys[off:], text)
			if n < 0 {
				return
			}
			off += n
			line += sort.Search(len(t.keyAt)-1-line, func(i int) bool { return int(t.keyAt[line+i+1]) > off })
			if !yield(line, off-int(t.keyAt[line])) {
				return
			}
			off = int(t.keyAt[line+1])
		}
	}
}
