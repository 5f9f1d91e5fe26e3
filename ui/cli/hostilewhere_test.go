package cli_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"voxatlas/model"
	"voxatlas/ui/cli"
)

// TestHostileExpressions gives expressions that no line of a script can hold to every
// command that takes one: a short message, clean, exit code 2, and no output.
func TestHostileExpressions(t *testing.T) {
	for _, c := range []struct{ name, expr, want string }{
		{"64 kB", strings.Repeat("cp ", 64<<10/3), "column 1: too long; write 2,000 bytes and 100 terms at most"},
		{"2001 bytes", strings.Repeat("x", 2001), "column 1: too long"},
		{"101 terms", strings.Repeat("cp|", 100) + "cp", "column 301: too long"},
		{"signs", strings.Repeat("!", 1999), "column 1: a term is missing"},
		{"brackets", strings.Repeat("(", 1000) + "cp", `column 1: no "(((`},
		{"a long key", strings.Repeat("k", 2000), `column 1: no key "kkkk`},
		{"a long state", "cp:" + strings.Repeat("s", 1900), `column 4: no state "ssss`},
		{"an escape", "cp \x1b[2J", "column 4: a character that cannot be shown; take it out"},
		{"a title", "\x1b]0;evil\a", "column 1: a character that cannot be shown"},
		{"a zero", "cp\x00", "column 3: a character that cannot be shown"},
		{"a line break", "cp\ntoll", "column 3: a character that cannot be shown"},
		{"a delete", "cp\x7f", "column 3: a character that cannot be shown"},
		{"C1", "cp\u009b2J", "column 3: a character that cannot be shown"},
		{"a direction", "cp \u202etoll", "column 4: a character that cannot be shown"},
		{"no UTF-8", "cp \xff\xfe", "column 1: a character that cannot be shown"},
	} {
		for _, command := range [][]string{{"list"}, {"table"}, {"stats"}, {"changes"}, {"--lang", "zh-TW", "list"}} {
			for _, remote := range []bool{false, true} {
				r := run(t, func(env *cli.Env) { env.Remote = remote }, append(command, "--where", c.expr)...)
				line := strings.TrimSuffix(r.err, "\n")
				if r.code != 2 || r.out != "" || model.Clean(line, 2000) != line || utf8.RuneCountInString(line) > 400 {
					t.Errorf("%s, %s: exit code %d, %q, %.200q", command, c.name, r.code, r.out, r.err)
				}
				if command[0] != "--lang" && !strings.HasPrefix(line, "voxatlas: --where: "+c.want) {
					t.Errorf("%s, %s: %.200q, want %q", command, c.name, line, c.want)
				}
			}
		}
	}
}
