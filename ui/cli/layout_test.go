package cli_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"voxatlas/assets"
)

// missingText matches a key that is shown because it has no text.
var missingText = regexp.MustCompile(`\b(answer|change|edition|cli|error|condition|warning|step|feature|service|state|plan|scope|topic|link|export|rollout)\.[a-z_]+|\{[a-z_]+\}`)

// TestEveryPageFits shows every country of the newest edition in every
// language at many widths, whole, briefly and in part.
func TestEveryPageFits(t *testing.T) {
	for _, lang := range assets.Langs() {
		for _, width := range []int{20, 40, 72, 80, 160} {
			for _, flags := range [][]string{nil, {"--brief"}, {"--no-links", "--only", "cp,service_numbers"}} {
				r := run(t, onTerminal(width), append([]string{"show", "--all", "--color", "never", "--lang", lang}, flags...)...)
				checkLines(t, r.out, width)
			}
		}
	}
}

// TestEveryChangeFits prints all changes and some histories in every language at many
// widths, changes in both directions.
func TestEveryChangeFits(t *testing.T) {
	for _, lang := range assets.Langs() {
		for _, width := range []int{20, 40, 72, 80, 160} {
			for _, args := range [][]string{{"changes"}, {"changes", "--from", "2023-01-26", "--to", "2021-03-23"}, {"changes", "--where", "cp|region:latam"}, {"history", "mexico"}, {"history", "us", "toll", "cp"}} {
				r := run(t, onTerminal(width), append(args, "--color", "never", "--lang", lang)...)
				checkLines(t, r.out, width)
			}
		}
	}
}

// TestEveryVerdictFits lists the verdicts of expressions on all countries in every
// language at many widths.
func TestEveryVerdictFits(t *testing.T) {
	for _, lang := range assets.Langs() {
		for _, width := range []int{20, 40, 72, 80, 160} {
			for _, expr := range []string{"cp|minutes|toll", "!auto plan>=1200", "city:jakarta|city:salvador", "changed region:eu", "scope:nongeo|plan:payg premium"} {
				r := run(t, onTerminal(width), "list", "--where", expr, "--failing", "--color", "never", "--lang", lang)
				checkLines(t, r.out, width)
			}
		}
	}
}

func TestEveryExplanationAndHelpFits(t *testing.T) {
	for _, lang := range assets.Langs() {
		for _, width := range []int{40, 80, 160} {
			for _, args := range [][]string{{"services"}, {"destinations", "--help"}, {"help"}, {"help", "show"}, {"help", "services"}, {"help", "list"}, {"help", "table"}, {"help", "compare"}, {"help", "stats"}, {"help", "rollout"}, {"help", "changes"}, {"help", "history"}, {"help", "import"}, {"help", "version"}, {"help", "help"}} {
				r := run(t, onTerminal(width), append(args, "--lang", lang)...)
				if args[0] == "help" && width < 80 {
					continue // usage and examples are never broken
				}
				checkLines(t, ansi.Strip(r.out), width)
			}
		}
	}
}

// checkLines wants no line to be wider than width, unless it is unbreakable,
// none to begin with a closing mark, and no text to be missing.
func checkLines(t *testing.T, text string, width int) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		bare := strings.TrimSpace(line)
		if strings.Contains(line, "\u2060") {
			t.Errorf("width %d: %q has a word joiner", width, line)
		}
		if ansi.StringWidth(line) > width && !unbreakable(bare) {
			t.Errorf("width %d: %q is %d cells wide", width, line, ansi.StringWidth(line))
		}
		if strings.IndexAny(bare, "，。、；：！？）」,.;:!)") == 0 {
			t.Errorf("width %d: %q begins with a closing mark", width, line)
		}
		if key := missingText.FindString(line); key != "" && !strings.Contains(line, "://") && !strings.Contains(bare, "  ") && bare != key && !strings.HasPrefix(bare, key+"  ") {
			t.Errorf("width %d: %q shows the key %s", width, line, key)
		}
	}
}

// unbreakable reports whether a line is one piece, which may be wider than
// the page: a link, the name of a repository, a word, a command.
func unbreakable(line string) bool {
	line = strings.TrimPrefix(line, "- ")
	return strings.Contains(line, "://") || strings.HasPrefix(line, "voxatlas ") || strings.HasPrefix(line, "source ") ||
		!strings.Contains(line, " ")
}
