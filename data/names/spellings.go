package names

import (
	_ "embed" // the tables
	"sort"
	"strings"
	"sync/atomic"

	"voxatlas/model"
)

//go:embed spellings.txt
var spellingLines string

//go:embed spellings.keys
var spellingKeys string

// SpellingTable is the table of all spellings other than [Entry.Names] and
// [Entry.Aliases]: a line per place and key, sorted by the keys without their blanks.
// The keys are a text of their own, line by line, so that a search through all of them
// is a search in one string.
//
// Lines stand in blocks of blockLines. Where a block begins is laid down in blockStarts;
// the lines of a block are found when one of them is first needed, so that a query reads
// few pages of the two texts.
type SpellingTable struct {
	blocks [len(blockStarts)]atomic.Pointer[lineOffsets] // nil until first needed
}

// blockLines is the number of lines of a block; the last one may have fewer.
const blockLines = 64

// blockStart has the offsets in the two texts at which a block begins.
type blockStart struct{ key, line uint32 }

// lineOffsets has the offsets of the lines of a block in its two texts, from where the
// block begins, and the ends.
type lineOffsets struct{ key, line [blockLines + 1]uint16 }

var spellingTable SpellingTable

// Spellings returns the table.
func Spellings() *SpellingTable { return &spellingTable }

// block returns the offsets of the lines of block b.
func (t *SpellingTable) block(b int) *lineOffsets {
	if offsets := t.blocks[b].Load(); offsets != nil {
		return offsets
	}
	return t.findBlock(b)
}

// findBlock finds the lines of block b.
func (t *SpellingTable) findBlock(b int) *lineOffsets {
	offsets := new(lineOffsets)
	findLines(spellingKeys[blockStarts[b].key:], &offsets.key)
	findLines(spellingLines[blockStarts[b].line:], &offsets.line)
	t.blocks[b].Store(offsets) // another goroutine may have stored the same
	return offsets
}

// findLines sets the offsets of the first lines of a text, and the end of each.
func findLines(text string, offsets *[blockLines + 1]uint16) {
	for i, at := 0, 0; i < blockLines && at < len(text); i++ {
		at += strings.IndexByte(text[at:], '\n') + 1
		offsets[i+1] = uint16(at)
	}
}

// Len returns the number of spellings.
func (t *SpellingTable) Len() int { return spellingCount }

// KeyText returns the key of spelling i in the form of [fold.Key.Words].
func (t *SpellingTable) KeyText(i int) string {
	b, n := i/blockLines, i%blockLines
	start, offsets := blockStarts[b].key, t.block(b)
	return spellingKeys[start+uint32(offsets.key[n]) : start+uint32(offsets.key[n+1])-1]
}

// line returns the line of spelling i.
func (t *SpellingTable) line(i int) string {
	b, n := i/blockLines, i%blockLines
	start, offsets := blockStarts[b].line, t.block(b)
	return spellingLines[start+uint32(offsets.line[n]) : start+uint32(offsets.line[n+1])-1]
}

// Place returns the alpha-2 code of the place of spelling i, and the kind.
func (t *SpellingTable) Place(i int) (iso2 string, kind Kind) {
	b, n := i/blockLines, i%blockLines
	line := spellingLines[blockStarts[b].line+uint32(t.block(b).line[n]):]
	return line[:2], Kind(strings.IndexByte(kindLetters, line[2]|0x20) + 1)
}

// ISO2 returns the alpha-2 code of the place of spelling i.
func (t *SpellingTable) ISO2(i int) string {
	iso2, _ := t.Place(i)
	return iso2
}

// Kind returns the kind of spelling i.
func (t *SpellingTable) Kind(i int) Kind {
	_, kind := t.Place(i)
	return kind
}

// At returns spelling i.
func (t *SpellingTable) At(i int) Spelling {
	line := t.line(i)
	lang, text, _ := strings.Cut(line[4:], " ")
	return Spelling{ISO2: line[:2], Kind: t.Kind(i), Lang: model.Lang(lang), Text: text, Variant: line[2] < 'a'}
}

// WithPrefix returns the range [from, to) of the spellings with keys that begin with text,
// blanks in the keys not counted. Keys that are just text come first.
func (t *SpellingTable) WithPrefix(text string) (from, to int) {
	from = t.firstKey(0, len(blockStarts), func(key string) bool { return compareBegin(key, text) >= 0 })
	past := func(key string) bool { return compareBegin(key, text) > 0 }
	b := from / blockLines
	last := b + 1 // most ranges are within a block or two
	for step := 1; last < len(blockStarts) && !past(firstOfBlock(last)); step *= 2 {
		b, last = last, last+step
	}
	return from, t.firstKey(b, min(last, len(blockStarts)), past)
}

// firstKey returns the first spelling from the beginning of block b, or of a later one
// up to the block last, with a key for which is is true, given that it is true for all
// after it. It returns the beginning of last, or the number of spellings, if there is
// none before.
func (t *SpellingTable) firstKey(b, last int, is func(key string) bool) int {
	b += sort.Search(last-b, func(i int) bool { return is(firstOfBlock(b + i)) })
	if b == 0 {
		return 0
	}
	first := (b - 1) * blockLines
	return first + sort.Search(min(blockLines, t.Len()-first), func(n int) bool { return is(t.KeyText(first + n)) })
}

// firstOfBlock returns the first key of block b.
func firstOfBlock(b int) string {
	key := spellingKeys[blockStarts[b].key:]
	return key[:strings.IndexByte(key, '\n')]
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
		b := 0
		for off := 0; ; {
			n := strings.Index(spellingKeys[off:], text)
			if n < 0 {
				return
			}
			off += n
			b += sort.Search(len(blockStarts)-1-b, func(i int) bool { return int(blockStarts[b+i+1].key) > off })
			start, offsets := int(blockStarts[b].key), t.block(b)
			n = sort.Search(min(blockLines, t.Len()-b*blockLines)-1, func(n int) bool { return start+int(offsets.key[n+1]) > off })
			if !yield(b*blockLines+n, off-start-int(offsets.key[n])) {
				return
			}
			off = start + int(offsets.key[n+1])
		}
	}
}
