package tui

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// TestFooterDate draws the footer at many widths: the date stands at its end, with its
// age where that has room, and alone below 40 columns.
func TestFooterDate(t *testing.T) {
	f := newFixture(t)
	for w, want := range map[int]string{
		20:  " 2023-01-26",
		39:  " 2023-01-26",
		40:  " Microsoft Docs 2023-01-26",
		80:  " Microsoft Docs as of 2023-01-26",
		110: " Microsoft Docs 2023-01-26, 3 years 9 months old",
	} {
		lines := strings.Split(visibleText(f.newApp("en", w, 10)), "\n")
		if footer := lines[9]; !strings.HasSuffix(footer, want) || w < 40 && strings.Contains(footer, "Microsoft") {
			t.Errorf("%d columns: %q, want %q at the end", w, footer, want)
		}
	}
}

// TestOldFactsWarn: from a year on, the date in the footer has the colour of a
// warning, with and without the age beside it.
func TestOldFactsWarn(t *testing.T) {
	f := newFixture(t)
	for day, old := range map[string]bool{"2023-06-01": false, "2024-01-25": false, "2024-01-26": true, "2026-11-25": true} {
		now, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range []int{30, 40, 80, 120} {
			a := f.newApp("en", w, 24, func(c *Config) { c.Color, c.Now = true, func() time.Time { return now } })
			footer := a.footer(w)
			_, date, _ := strings.Cut(ansi.Strip(footer), "Microsoft")
			text := "Microsoft" + date
			if w < narrowFooter {
				text = "2023-01-26"
			}
			if got := strings.Contains(footer, a.look.Theme.Warning.Render(text)); got != old {
				t.Errorf("%s, %d columns: a warning is %v, want %v: %q", day, w, got, old, footer)
			}
		}
	}
}
