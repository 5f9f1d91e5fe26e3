package names

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"voxatlas/data/names/fold"
	"voxatlas/model"
)

// TestSpellingsAreSound checks each line: it is complete, has its own key, and is in
// its place in the order; folding its key again changes nothing.
func TestSpellingsAreSound(t *testing.T) {
	table := Spellings()
	if table.Len() != strings.Count(spellingLines, "\n") || table.Len() < 30_000 {
		t.Fatalf("%d keys for %d spellings", table.Len(), strings.Count(spellingLines, "\n"))
	}
	last, seen := "", map[string]bool{}
	for i := range table.Len() {
		s, key := table.At(i), table.KeyText(i)
		bare := strings.ReplaceAll(key, " ", "")
		switch {
		case s.Fold().Words() != key:
			t.Errorf("%s: key %q, want %q", s, key, s.Fold().Words())
		case bare < last:
			t.Errorf("%s: %q after %q", s, bare, last)
		case seen[s.ISO2+bare]:
			t.Errorf("%s: twice", s)
		case fold.Of(bare).Text() != bare:
			t.Errorf("%s: %q folds to %q", s, bare, fold.Of(bare).Text())
		case !norm.NFC.IsNormalString(s.Text) || s.Text != strings.TrimSpace(s.Text):
			t.Errorf("%s: %q is not in NFC, or has outer space", s.ISO2, s.Text)
		case s.Kind == 0 || int(s.Kind) > len(kindLetters) || s.Lang == "":
			t.Errorf("%q: kind %d, language %q", s.Text, s.Kind, s.Lang)
		}
		if _, ok := Of(s.ISO2); !ok {
			t.Errorf("%s: of no place", s)
		}
		for _, r := range s.Text {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Errorf("%s: holds %U", s, r)
			}
		}
		if Language(s.Lang, "zh-TW") == "" {
			t.Errorf("%s: %s has no name", s, s.Lang)
		}
		last = bare
		seen[s.ISO2+bare] = true
	}
}

func TestSpellingsHold(t *testing.T) {
	for line, want := range map[string]bool{
		"TWn ru Тайвань": true, "TWz zh-TW ㄊㄞˊ ㄨㄢ": true, "TWj ja たいわん": true, "TWh ko 대만": true, "NGn zh-Hant-HK 尼日利亞": true,
		"ISk zh-TW 雷克雅維克": true, "TWk en Taipei": true, "USt en Seattle": true, "TWn en Taiwan": false,
	} {
		if got := strings.Contains("\n"+spellingLines, "\n"+line+"\n"); got != want {
			t.Errorf("%s: %v", line, got)
		}
	}
}

// TestDivehi checks that no name in Divehi is another place's, too, in any language: its
// sources have names at the codes of other places.
func TestDivehi(t *testing.T) {
	table, n := Spellings(), 0
	for i := range table.Len() {
		s := table.At(i)
		if s.Lang != "dv" {
			continue
		}
		n++
		key := strings.ReplaceAll(table.KeyText(i), " ", "")
		from, to := table.WithPrefix(key)
		for j := from; j < to && strings.ReplaceAll(table.KeyText(j), " ", "") == key; j++ {
			if other := table.At(j); other.ISO2 != s.ISO2 {
				t.Errorf("%s is %s, too", s, other)
			}
		}
	}
	if n < 270 {
		t.Errorf("only %d names", n)
	}
}

// TestSpellingsAreSearched compares WithPrefix and Containing with a scan of all keys.
func TestSpellingsAreSearched(t *testing.T) {
	table := Spellings()
	rapid.Check(t, func(t *rapid.T) {
		key := []rune(table.KeyText(rapid.IntRange(0, table.Len()-1).Draw(t, "line")))
		i := rapid.IntRange(0, len(key)-1).Draw(t, "from")
		j := rapid.IntRange(i+1, len(key)).Draw(t, "to")
		part := strings.TrimSpace(string(key[i:j]))
		bare := strings.ReplaceAll(part, " ", "")
		if part == "" {
			t.Skip("a blank")
		}
		from, to := table.WithPrefix(bare)
		holding := map[int]bool{}
		for i, at := range table.Containing(part) {
			if !strings.HasPrefix(table.KeyText(i)[at:], part) {
				t.Fatalf("%q is not at %d of %q", part, at, table.KeyText(i))
			}
			holding[i] = true
		}
		for i := range table.Len() {
			if begins := strings.HasPrefix(strings.ReplaceAll(table.KeyText(i), " ", ""), bare); begins != (from <= i && i < to) {
				t.Fatalf("%q begins %q: %v", bare, table.KeyText(i), begins)
			}
			if holds := strings.Contains(table.KeyText(i), part); holds != holding[i] {
				t.Fatalf("%q holds %q: %v", table.KeyText(i), part, holds)
			}
		}
	})
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ tag, in, want model.Lang }{
		{"ru", "en", "Russian"}, {"ru", "zh-TW", "俄文"}, {"zh-Hant-HK", "zh-TW", "繁體中文"}, {"ru", "fr", "Russian"}, {"xx", "en", "xx"}, {"", "en", ""},
	} {
		if got := Language(c.tag, c.in); got != string(c.want) {
			t.Errorf("%s in %s: %q, want %q", c.tag, c.in, got, c.want)
		}
	}
}

// TestBlocks compares the lines of the table with those of its texts.
func TestBlocks(t *testing.T) {
	table, i := Spellings(), 0
	if n := (spellingCount + blockLines - 1) / blockLines; len(blockStarts) != n {
		t.Fatalf("%d blocks, want %d", len(blockStarts), n)
	}
	for key := range strings.Lines(spellingKeys) {
		if got := table.KeyText(i); got+"\n" != key {
			t.Fatalf("key %d is %q, want %q", i, got, key)
		}
		i++
	}
	if i != spellingCount {
		t.Errorf("%d keys, want %d", i, spellingCount)
	}
	i = 0
	for line := range strings.Lines(spellingLines) {
		if got := table.At(i).String(); got+"\n" != line {
			t.Fatalf("spelling %d is %q, want %q", i, got, line)
		}
		i++
	}
}

// BenchmarkFirstQuery finds a key in a table of which no line has been found.
func BenchmarkFirstQuery(b *testing.B) {
	for b.Loop() {
		table := new(SpellingTable)
		table.WithPrefix("taiwan")
	}
}
