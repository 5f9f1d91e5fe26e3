package assets

import "testing"

func TestFillArgs(t *testing.T) {
	tests := []struct {
		text string
		args []any
		want string
	}{
		{"{a} and {b}", []any{"a", 1, "b", "two"}, "1 and two"},
		{"{a}{a}", []any{"a", "x"}, "xx"},
		{"{a}", []any{"a", "{b}", "b", "x"}, "{b}"},
		{"{a}", []any{"b", "x"}, "{a}"},
		{"{a}", nil, "{a}"},
		{"{x{a}}", []any{"a", 1}, "{x1}"},
		{"{a", []any{"a", 1}, "{a"},
		{"a} {a}", []any{"a", ""}, "a} "},
		{"{a}", []any{"a", ""}, ""},
		{"{a}{b}", []any{"a", "", "b", ""}, ""},
		{"{a} {b}", []any{"a", 1, "b"}, "1 {b}"},
		{"plain", []any{"a", 1}, "plain"},
	}
	for _, tt := range tests {
		if got := fillArgs(tt.text, tt.args); got != tt.want {
			t.Errorf("%q with %v: got %q, want %q", tt.text, tt.args, got, tt.want)
		}
	}
}
