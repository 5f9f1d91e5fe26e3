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
type Spellings struct {
	keys string
	key  []uint32 // where keys begin, and the end
	line []uint32 // where spellings begin, and the end
}

//go:embed world.txt
var world string

//go:embed world.keys
var keys string

// World is every spelling there is. Where its lines begin is found out when it
// is first asked for.
var World = sync.OnceValue(func() *Spellings {
	return &Spellings{keys, lines(keys), lines(world)}
})

// lines is where the lines of a text begin, and its end.
func lines(text string) []uint32 {
	at := make([]uint32, 1, strings.Count(text, "\n")+1)
	for i := 0; i < len(text); {
		i += strings.IndexByte(text[i:], '\n') + 1
		at = append(at, uint32(i))
	}
	return at
}

// Len is how many spellings there are.
func (w *Spellings) Len() int { return len(w.key) - 1 }

// Key is the key of a spelling as [fold.Key.Words] gives it.
func (w *Spellings) Key(i int) string { return w.keys[w.key[i] : w.key[i+1]-1] }

// ISO2 is the code of the place that spelling i belongs to.
func (w *Spellings) ISO2(i int) string { return world[w.line[i] : w.line[i]+2] }

// Kind is the kind of spelling i.
func (w *Spellings) Kind(i int) Kind {
	return Kind(strings.IndexByte(letters, world[w.line[i]+2]) + 1)
}

// At is spelling i.
func (w *Spellings) At(i int) Spelling {
	lang, text, _ := strings.Cut(world[w.line[i]+4:w.line[i+1]-1], " ")
	return Spelling{ISO2: w.ISO2(i), Kind: w.Kind(i), Lang: model.Lang(lang), Text: text}
}

// Begin are the spellings [from, to) whose keys, blanks aside, begin with a text
// without blanks. Those whose whole keys it is come first.
func (w *Spellings) Begin(text string) (from, to int) {
	from = sort.Search(w.Len(), func(i int) bool { return compare(w.Key(i), text) >= 0 })
	to = from + sort.Search(w.Len()-from, func(i int) bool { return compare(w.Key(from+i), text) > 0 })
	return from, to
}

// compare compares a key, blanks aside and as far as the text goes, with a text.
func compare(key, text string) int {
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
func (w *Spellings) Holding(text string) func(yield func(i, at int) bool) {
	return func(yield func(i, at int) bool) {
		line := 0
		for off := 0; ; {
			n := strings.Index(w.keys[off:], text)
			if n < 0 {
				return
			}
			off += n
			line += sort.Search(len(w.key)-1-line, func(i int) bool { return int(w.key[line+i+1]) > off })
			if !yield(line, off-int(w.key[line])) {
				return
			}
			off = int(w.key[line+1])
		}
	}
}
