package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		text  string
		width int
		want  string
	}{
		{"", 10, ""},
		{"one two three", 8, "one two|three"},
		{"可用，但須先設定通訊點數。", 10, "可用，但須|先設定通訊|點數。"},
		{"需要設定點數。", 12, "需要設定點|數。"}, // the stop may not start a line
		{"付費號碼（Toll，來電者自付電話費）", 14, "付費號碼|（Toll，來電者|自付電話費）"},
		{"https://learn.microsoft.com/zh-tw", 12, "https://|learn.micros|oft.com/zh-|tw"},
		{"a\n\nb", 5, "a||b"},
		{"台", 0, "台"},
	} {
		if got := strings.Join(Wrap(tt.text, tt.width), "|"); got != tt.want {
			t.Errorf("Wrap(%q, %d) = %q, want %q", tt.text, tt.width, got, tt.want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("可用，但 Teams 須先設定 https://learn.microsoft.com/zh-tw/a。", 7)
	f.Add("one two", 0)
	f.Fuzz(func(t *testing.T, s string, width int) {
		if len(s) > 2000 || !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 }) {
			t.Skip()
		}
		for _, line := range Wrap(s, width%200) {
			if n := Width(line); n > max(width%200, 2) {
				t.Errorf("line %q has %d cells, more than %d", line, n, width%200)
			}
		}
	})
}

// FuzzWidth compares the short cut of Width with the measure that it stands for.
func FuzzWidth(f *testing.F) {
	for _, s := range []string{"", "abc", "台灣（Taiwan）", "，。「」、：", "a\u0301", "\x1b[1m台", "ｆｕｌｌ～", "〜〝"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := Width(s), ansi.StringWidth(s); got != want {
			t.Errorf("Width(%q) = %d, want %d", s, got, want)
		}
	})
}

// TestWidthOfEveryRune does so for every rune of the short cut.
func TestWidthOfEveryRune(t *testing.T) {
	for r := rune(' '); r <= 0xffff; r++ {
		if s := "a" + string(r) + "台"; Width(s) != ansi.StringWidth(s) {
			t.Errorf("Width(%q) = %d, want %d", s, Width(s), ansi.StringWidth(s))
		}
	}
}
