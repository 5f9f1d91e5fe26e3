package text

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"pgregory.net/rapid"
)

func TestTable(t *testing.T) {
	for _, tt := range []struct {
		name  string
		right []int
		rows  []string // cells between bars
		want  string
	}{
		{"empty", nil, nil, ""},
		{"aligned", []int{1}, []string{"|國內", "方案|3,000", "plan|-|x"}, "       國內\n方案  3,000\nplan      -  x\n"},
		{"empty last cell", nil, []string{"a|b", "long|", "|c"}, "a     b\nlong\n      c\n"},
		{"empty row", []int{0}, []string{"", "12|x"}, "\n12  x\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var table Table
			for _, i := range tt.right {
				for len(table.Columns) <= i {
					table.Columns = append(table.Columns, Column{})
				}
				table.Columns[i].Right = true
			}
			for _, row := range tt.rows {
				table.AddRow(Style{}, strings.Split(row, "|")...)
			}
			got, widest := "", 0
			for _, l := range table.Lines() {
				got += l.Render() + "\n"
				widest = max(widest, l.Width())
			}
			if got != tt.want || table.Width() != widest {
				t.Errorf("%d cells, want %d:\n%swant\n%s", table.Width(), widest, got, tt.want)
			}
		})
	}
}

// TestTableStyles wants neighbours in one style to share their escape sequences,
// and no styled blanks at the end of a row.
func TestTableStyles(t *testing.T) {
	bold := StyleOf(lipgloss.NewStyle().Bold(true))
	var table Table
	table.AddRow(bold, "a", "b", "")
	table.Rows = append(table.Rows, []Line{{{Text: "long"}}, {{Text: "c", Style: bold}}, {{Text: "d"}}})
	lines := table.Lines()
	if got := lines[0].Render(); got != "\x1b[1ma     b\x1b[m" {
		t.Errorf("first row: %q", got)
	}
	if got := lines[1].Render(); got != "long  \x1b[1mc  \x1b[md" {
		t.Errorf("second row: %q", got)
	}
}

// TestTableAligns lays out any table: the cells of a column begin in the same
// place, or end there.
func TestTableAligns(t *testing.T) {
	cell := rapid.StringOfN(rapid.SampledFrom([]rune("ab漢1")), 1, 6, -1)
	rapid.Check(t, func(r *rapid.T) {
		columns := rapid.IntRange(1, 4).Draw(r, "columns")
		var table Table
		for range columns {
			table.Columns = append(table.Columns, Column{Right: rapid.Bool().Draw(r, "right")})
		}
		for range rapid.IntRange(1, 5).Draw(r, "rows") {
			table.AddRow(Style{}, rapid.SliceOfN(cell, columns, columns).Draw(r, "cells")...)
		}
		widths := table.columnWidths()
		for i, l := range table.Lines() {
			var want []string
			for j, c := range table.Rows[i] {
				if padding := blanks(widths[j] - Width(c.Text())); table.Columns[j].Right {
					want = append(want, padding+c.Text())
				} else {
					want = append(want, c.Text()+padding)
				}
			}
			if want := strings.TrimRight(strings.Join(want, "  "), " "); l.Render() != want {
				r.Errorf("row %d: %q, want %q", i, l.Render(), want)
			}
		}
	})
}
