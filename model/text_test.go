package model_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"voxatlas/model"
)

func TestPrintable(t *testing.T) {
	printable := map[string]string{
		"ASCII":              " !09AZaz~",
		"accents, composed":  "éñøÅß",
		"accents, combining": "e\u0301",
		"Han and zhuyin":     "台灣ㄊㄞ",
		"kana and Hangul":    "カな한",
		"punctuation":        "，。：（）「」–",
		"wide and odd space": "\u3000\u00a0",
		"marks of states":    "✓◔▸⊘✗",
		"emoji":              "😀🇹🇼",
	}
	for what, s := range printable {
		for _, r := range s {
			if !model.Printable(r) {
				t.Errorf("%s: %U may not be shown, but should", what, r)
			}
		}
	}
	for r := '\u4e00'; r <= '\u9fff'; r++ {
		if !unicode.Is(unicode.Han, r) {
			t.Errorf("%U is no Han character", r)
		}
	}
	unprintable := map[string]string{
		"C0 controls":             "\x00\a\b\t\n\r\x1b\x7f",
		"C1 controls":             "\u0080\u0085\u009b\u009d",
		"bidi controls":           "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
		"zero width":              "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f",
		"line, paragraph":         "\u2028\u2029",
		"interlinear annotations": "\ufff9\ufffa\ufffb",
		"tags":                    "\U000e0001\U000e0041\U000e007f",
		"variation selectors":     "\ufe00\ufe0f\U000e0100\U000e01ef\u180b",
		"fillers, blank Braille":  "\u115f\u1160\u3164\uffa0\u2800",
		"private use":             "\ue000\uf8ff\U000f0000\U0010fffd",
		"unassigned":              "\u0378\ufdd0\uffff\U0010ffff",
		"replacement character":   "\ufffd",
	}
	for what, s := range unprintable {
		for _, r := range s {
			if model.Printable(r) {
				t.Errorf("%s: %U may be shown, but should not", what, r)
			}
		}
	}
	for _, r := range []rune{-1, 0xd800, 0xdfff, utf8.MaxRune + 1} {
		if model.Printable(r) {
			t.Errorf("%#x is no character, yet may be shown", r)
		}
	}
}

func TestClean(t *testing.T) {
	for _, tt := range []struct {
		s     string
		limit int
		want  string
	}{
		{"", 5, ""},
		{"台灣 Taiwan", 20, "台灣 Taiwan"},
		{"\x1b[31mred\x1b[0m", 20, "?[31mred?[0m"},
		{"\u009b31mred", 20, "?31mred"},                    // CSI as one byte of Latin-1
		{"\x1b]0;title\a", 20, "?]0;title?"},               // sets a title
		{"nwo\u202e!", 20, "nwo?!"},                        // turns what follows round
		{"Tai\u200b\u200b\u200bwan", 20, "Tai?wan"},        // a run is one question mark
		{"line\r\nline", 20, "line?line"},                  //
		{"not \xff\xfe UTF-8", 20, "not ? UTF-8"},          //
		{"fl\U000e0067\U000e007fag", 20, "fl?ag"},          // hidden tag letters
		{"exact", 5, "exact"},                              //
		{"longer", 5, "longe..."},                          //
		{"台灣台灣台灣", 4, "台灣台灣..."},                           // runes are counted, not bytes
		{"\x00\x00\x00\x00\x00\x00ab", 3, "?ab"},           // the run counts once
		{strings.Repeat("\x00", 1<<20) + "end", 4, "?end"}, //
		{"anything", 0, "..."},
	} {
		if got := model.Clean(tt.s, tt.limit); got != tt.want {
			t.Errorf("Clean(%.40q, %d) = %q, want %q", tt.s, tt.limit, got, tt.want)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add("台灣\x1b[2J\u202e\xff", 4)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		limit = int(uint8(limit))
		got := model.Clean(s, limit)
		for _, r := range got {
			if !model.Printable(r) {
				t.Errorf("Clean(%q, %d) = %q, which has %U", s, limit, got, r)
			}
		}
		if n := utf8.RuneCountInString(got); n > limit+3 {
			t.Errorf("Clean(%q, %d) = %q, of %d runes", s, limit, got, n)
		}
		if again := model.Clean(got, limit+3); again != got {
			t.Errorf("cleaning %q again gives %q", got, again)
		}
	})
}

func TestFirstRunes(t *testing.T) {
	for _, tt := range []struct {
		s    string
		n    int
		want string
	}{{"", 2, ""}, {"台灣", 0, ""}, {"台灣", 1, "台"}, {"台灣", 2, "台灣"}, {"a台", 9, "a台"}, {"\xffa", 1, "\xff"}} {
		if got := model.FirstRunes(tt.s, tt.n); got != tt.want {
			t.Errorf("the first %d runes of %q: %q, want %q", tt.n, tt.s, got, tt.want)
		}
	}
}
