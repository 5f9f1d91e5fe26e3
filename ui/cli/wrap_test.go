package cli

import (
	"slices"
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		text  string
		width int
		want  string
	}{
		{"", 10, ""},
		{"one two three", 7, "one two|three"},
		{"one two three", 8, "one two|three"},
		{"unbreakable word", 5, "unbreakable|word"},
		{"台北、高雄、台中", 6, "台北、|高雄、|台中"},
		{"台北市，高雄市。", 6, "台北|市，高|雄市。"},
		{"（甲）（乙）", 7, "（甲）|（乙）"},
		{"用 Teams 系統管理中心", 9, "用 Teams|系統管理|中心"},
		{"見 https://example.org/a,b 頁面", 8, "見|https://example.org/a,b|頁面"},
		{"按分鐘計費（1,200 分鐘）", 12, "按分鐘計費|（1,200 分|鐘）"},
	} {
		got := wrap(tt.text, tt.width)
		if want := strings.Split(tt.want, "|"); !slices.Equal(got, want) {
			t.Errorf("wrap(%q, %d) = %q, want %q", tt.text, tt.width, got, want)
		}
	}
}

func TestColumns(t *testing.T) {
	got := columns([][]string{{"", "國內"}, {"方案", "3,000"}, {"plan", "-", "x"}}, 1)
	want := []string{"       國內", "方案  3,000", "plan      -  x"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
