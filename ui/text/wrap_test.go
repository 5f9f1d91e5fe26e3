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
		{"需要設定點數。", 12, "需要設定點|數。"}, // the full stop may not begin a line
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

func TestWrapWhole(t *testing.T) {
	for _, tt := range []struct {
		text           string
		width, hanging int
		want           string
	}{
		{"", 10, 0, ""},
		{"one two three", 7, 0, "one two|three"},
		{"one two three", 8, 0, "one two|three"},
		{"one two three", 9, 4, "one two|three"},
		{"one two one two", 7, 4, "one two|one|two"},
		{"unbreakable word", 5, 0, "unbreakable|word"},
		{"well-known by all", 6, 0, "well-known|by all"},
		{"台北、高雄、台中", 6, 0, "台北、|高雄、|台中"},
		{"台北市，高雄市。", 6, 0, "台北|市，高|雄市。"},
		{"（甲）（乙）", 7, 0, "（甲）|（乙）"},
		{"用 Teams 系統管理中心", 9, 0, "用 Teams|系統管理|中心"},
		{"見 https://example.org/a,b 頁面", 8, 0, "見|https://example.org/a,b|頁面"},
		{"按分鐘計費（1,200 分鐘）", 12, 0, "按分鐘計費|（1,200 分|鐘）"},
		{"under CC BY 4.0", 8, 0, "under|CC BY 4.0"},
		{"a b", -1, 0, "a|b"},
	} {
		if got := strings.Join(WrapWhole(tt.text, tt.width, tt.hanging), "|"); got != tt.want {
			t.Errorf("WrapWhole(%q, %d, %d) = %q, want %q", tt.text, tt.width, tt.hanging, got, tt.want)
		}
	}
}

// FuzzWrapWhole loses nothing but blanks; a line of several words is never too
// long.
func FuzzWrapWhole(f *testing.F) {
	f.Add("見 https://example.org/a,b 頁面", 8, 2)
	f.Add("a bb ccc dddd", 5, 1)
	f.Fuzz(func(t *testing.T, s string, width, hanging int) {
		if len(s) > 2000 || !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 }) {
			t.Skip()
		}
		width, hanging = width%200, max(hanging%8, 0)
		lines := WrapWhole(s, width, hanging)
		if got, want := strings.ReplaceAll(strings.Join(lines, ""), " ", ""), strings.ReplaceAll(s, " ", ""); got != want {
			t.Errorf("lines have %q, want %q", got, want)
		}
		for i, line := range lines {
			if i == 1 {
				width -= hanging
			}
			// Only between letters is it certain that a blank lets a line end.
			letters := !strings.ContainsFunc(line, func(r rune) bool { return r != ' ' && (r < 'a' || r > 'z') })
			if n := Width(line); letters && n > max(width, 2) && strings.Contains(strings.TrimLeft(line, " "), " ") {
				t.Errorf("line %q has %d cells, more than %d", line, n, width)
			}
		}
	})
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

// FuzzWidth compares the fast path of Width with the library's measure.
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

// TestWidthOfEveryRune compares the two for every rune of the fast path.
func TestWidthOfEveryRune(t *testing.T) {
	for r := rune(' '); r <= 0xffff; r++ {
		if s := "a" + string(r) + "台"; Width(s) != ansi.StringWidth(s) {
			t.Errorf("Width(%q) = %d, want %d", s, Width(s), ansi.StringWidth(s))
		}
	}
}

// TestKeepWhole checks that a phrase stays on one line, and that the joiners are dropped.
func TestKeepWhole(t *testing.T) {
	for _, tt := range []struct{ s, phrase, want string }{
		{"edition 2023-01-26, now 3 years 9 months old)", "3 years 9 months old", "edition 2023-01-26, now\n3 years 9 months old)"},
		{"資料版本 2023-01-26，距今 3 年 9 個月", "距今 3 年 9 個月", "資料版本 2023-01-26，\n距今 3 年 9 個月"},
		{"short", "short", "short"},
		{"no phrase", "", "no phrase"},
	} {
		s := KeepWhole(tt.s, tt.phrase)
		for _, got := range [][]string{Wrap(s, 28), WrapWhole(s, 28, 0)} {
			if got := strings.Join(got, "\n"); got != tt.want {
				t.Errorf("%q is broken to %q, want %q", tt.s, got, tt.want)
			}
		}
	}
}

// TestCutKeepsMarks wants no closing mark at the start of a line, when the word before it is
// wider than a line and cut.
func TestCutKeepsMarks(t *testing.T) {
	const s = "必須購買（Microsoft_Teams_Calling_Plan_pay_as_you_go_(Mexico)）；使用一般的通話方案"
	for width := 6; width <= Width(s); width++ {
		lines := Wrap(s, width)
		if strings.Join(lines, "") != s {
			t.Errorf("width %d: %q", width, lines)
		}
		for _, line := range lines {
			if Width(line) > width || strings.HasPrefix(line, "）") || strings.HasPrefix(line, "；") {
				t.Errorf("width %d: %q", width, line)
			}
		}
	}
}
