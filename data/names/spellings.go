package names

import (
	_ "embed" // the tables
	"sort"
	"strings"
	"sync"

	"voxatlas/model"
)

// Spellings are the spellings of the world beside [Entry.Names] and
// [Entry.Aliases]: one line per place and key, sorted by the keys without their
// blanks. The keys are a table of their own, line by line, so that looking
// through them is looking through one text.
type SpellingTable struct {
	keys   string
	keyAt  []uint32 // where keys begin, and the end
	lineAt []uint32 // where spellings begin, and the end
}

//go:embed spellings.txt
var spellingLines string

//go:embed spellings.keys
var spellingKeys string

// World is every spelling there is. Where its lines begin is found out when it
// is first asked for.
var Spellings = sync.OnceValue(func() *SpellingTable {
	return &SpellingTable{spellingKeys, lineStarts(spellingKeys), lineStarts(spellingLines)}
})

// lines is where the lines of a text begin, and its end.
func lineStarts(text string) []uint32 {
	at := make([]uint32, 1, strings.Count(text, "\n")+1)
	for i := 0; i < len(text); {
		i += strings.IndexByte(text[i:], '\n') + 1
		at = append(at, uint32(i))
	}
	return at
}

// Len is how many spellings there are.
func (t *SpellingTable) Len() int { return len(t.keyAt) - 1 }

// Key is the key of a spelling as [fold.Key.Words] gives it.
func (t *SpellingTable) Key(i int) string { return t.keys[t.keyAt[i] : t.keyAt[i+1]-1] }

// ISO2 is the code of the place that spelling i belongs to.
func (t *SpellingTable) ISO2(i int) string { return spellingLines[t.lineAt[i] : t.lineAt[i]+2] }

// Kind is the kind of spelling i.
func (t *SpellingTable) Kind(i int) Kind {
	return Kind(strings.IndexByte(kindLetters, spellingLines[t.lineAt[i]+2]) + 1)
}

// At is spelling i.
func (t *SpellingTable) At(i int) Spelling {
	lang, text, _ := strings.Cut(spellingLines[t.lineAt[i]+4:t.lineAt[i+1]-1], " ")
	return Spelling{ISO2: t.ISO2(i), Kind: t.Kind(i), Lang: model.Lang(lang), Text: text}
}

// Begin are the spellings [from, to) whose keys, blanks aside, begin with a text
// without blanks. Those whose whole keys it is come first.
func (t *SpellingTable) WithPrefix(text string) (from, to int) {
	from = sort.Search(t.Len(), func(i int) bool { return compareBegin(t.Key(i), text) >= 0 })
	to = from + sort.Search(t.Len()-from, func(i int) bool { return compareBegin(t.Key(from+i), text) > 0 })
	return from, to
}

// compare compares a key, blanks aside and as far as the text goes, with a text.
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

// Holding are the spellings whose keys, blanks counted, hold a text.
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
