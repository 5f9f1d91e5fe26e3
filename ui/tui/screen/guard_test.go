package screen

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// allowedOutput matches everything that a frame may write: our own modes, moves
// and erasures, styles of few parameters, links to the web, our own title.
var allowedOutput = regexp.MustCompile(`^(` + strings.Join([]string{
	`\x1b\[\?(1049|7|25|2004|2026)[hl]`, `\x1b\[>1u`, `\x1b\[<u`, `\x1b\[2[23];2t`,
	`\x1b\[[0-9]*;?[0-9]*H`, `\x1b\[[0-9]*[CGX]`, `\n{1,2}\x1b\[[0-9]*G`, `\x1b\[2J`, `\x1b\[K`,
	`\x1b\[[0-9;:]{0,70}m`,
	`\x1b\]8;;((https?://|mailto:)[!-~]*)?\x1b\\`,
	`\x1b\]2;[^\x00-\x1f\x7f]*\x07`,
	`[^\x00-\x1f\x7f]`,
}, "|") + `)`)

// checkOutput fails unless out consists of allowed output.
func checkOutput(t interface{ Fatalf(string, ...any) }, out string) {
	if !utf8.ValidString(out) {
		t.Fatalf("invalid UTF-8 written: %q", out)
	}
	for rest := out; rest != ""; {
		m := allowedOutput.FindString(rest)
		if m == "" {
			t.Fatalf("written: %q", rest[:min(len(rest), 40)])
		}
		if r, _ := utf8.DecodeRuneInString(m); forbidden(r) && r != 0x1b && r != '\n' {
			t.Fatalf("written: %U", r)
		}
		if strings.HasSuffix(m, "m") && strings.Count(m, ";")+strings.Count(m, ":") > 24 {
			t.Fatalf("too many parameters: %q", m)
		}
		rest = rest[len(m):]
	}
}

func TestGuardHostilePieces(t *testing.T) {
	for _, bad := range hostilePieces {
		term := newTerminal(40, 3)
		s := newRenderer(term, colorprofile.ANSI256, nil)
		s.draw(Frame{W: 40, H: 3, Title: "x" + bad + "y", Rects: []Rect{{0, 0, 40, 3, []string{"one" + bad + "two", bad, bad + bad + "three"}}}})
		waitUntilIdle(s)
		checkOutput(t, term.log.String())
		term.close()
	}
}

func TestGuardKeepsTheTextAround(t *testing.T) {
	for in, want := range map[string]string{
		"a\x1b[2Jb":         "ab",
		"a\u009b2Jb":        "a2Jb",
		"a\x1b]0;t\ab":      "ab",
		"a\x1b]0;t\x1b\\b":  "ab",
		"a\x1b]never ended": "anever ended",
		"a\u202eb":          "ab",
		"a\tb\nc":           "abc",
		"a\x1b(0b":          "ab",
		"a\xffb":            "a\ufffdb",
		"\u0301a":           "a",
		"a\x1b[" + strings.Repeat(";", 40) + "mb": "ab",
		"a\x1b":  "a",
		"\x1b[1": "",
	} {
		row := make([]cell, 20)
		parseLine(row, in, colorprofile.ANSI256, false)
		var got string
		for _, c := range row {
			got += c.text
		}
		if got = strings.TrimRight(got, " "); got != want {
			t.Errorf("%q shows %q, want %q", in, got, want)
		}
	}
}

func TestGuardAnyBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.OneOf(
			rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
			rapid.String(),
			rapid.Map(rapid.SliceOf(rapid.SampledFrom(append(hostilePieces, textPieces...))), func(s []string) string { return strings.Join(s, "") }),
			rapid.StringMatching(`(\x1b[\[\]P_X^(]?[0-9;:?<$ ]{0,40}[a-zA-Z\a]?.?){1,4}`),
		)
		var log strings.Builder
		s := newRenderer(&log, colorprofile.ANSI256, nil)
		for range 3 {
			s.draw(Frame{W: 20, H: 2, Title: line.Draw(t, "title"), Rects: []Rect{{0, 0, 20, 2, []string{line.Draw(t, "a"), line.Draw(t, "b")}}}})
			waitUntilIdle(s)
		}
		checkOutput(t, log.String())
	})
}

func TestProfiles(t *testing.T) {
	line := "\x1b[1;38;5;196;48;5;21mx\x1b[m"
	for p, want := range map[colorprofile.Profile]string{
		colorprofile.ANSI256: "\x1b[1;38;5;196;48;5;21mx",
		colorprofile.ANSI:    "\x1b[1;91;104mx",
		colorprofile.ASCII:   "\x1b[1mx",
		colorprofile.NoTTY:   "x",
	} {
		var log strings.Builder
		s := newRenderer(&log, p, nil)
		s.draw(Frame{W: 20, H: 2, Rects: []Rect{{0, 0, 20, 2, []string{line}}}})
		waitUntilIdle(s)
		if !strings.Contains(log.String(), "2J"+want) {
			t.Errorf("%v: %q", p, log.String())
		}
	}
}

// TestUnsupportedStyles checks that attributes which the screen does not have are
// dropped, and that curly and other underlines become single ones.
func TestUnsupportedStyles(t *testing.T) {
	for params, want := range map[string]style{
		"1;5;6;8;21;53;31": {fg: paletteColour(1), attrs: bold},
		"1;25;28;55;59;31": {fg: paletteColour(1), attrs: bold},
		"1;38;2;9;8;7;31":  {attrs: bold},
		"48:2::9:8:7;31":   {},
		"58;5;3;1":         {attrs: bold},
		"4:3":              {attrs: underline},
		"4;4:0":            {},
	} {
		if got := (style{}).withSGR(params, colorprofile.ANSI256); got != want {
			t.Errorf("%q is %+v, want %+v", params, got, want)
		}
	}
}

func TestWidthsAreThoseOfLipGloss(t *testing.T) {
	row := make([]cell, 300)
	for _, p := range textPieces {
		parseLine(row, p+"|", colorprofile.ANSI256, false)
		at := 0
		for row[at].text != "|" {
			at++
		}
		if want := ansi.StringWidth(p); at != want {
			t.Errorf("%q is %d wide, want %d", p, at, want)
		}
	}
}

// TestStyleChanges applies the change between any two styles to the first, and
// compares the result with the second.
func TestStyleChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) style {
			var s style
			for range rapid.IntRange(0, 4).Draw(t, name) {
				seq := genStyle(t)
				if strings.HasSuffix(seq, "m") {
					s = s.withSGR(seq[2:len(seq)-1], colorprofile.ANSI256)
				}
			}
			return s
		}
		from, to := draw("from"), draw("to")
		seq := string(appendStyle(nil, from, to))
		got := from
		if seq != "" {
			got = from.withSGR(seq[2:len(seq)-1], colorprofile.ANSI256)
		}
		if got != to {
			t.Fatalf("%+v by %q is %+v, want %+v", from, seq, got, to)
		}
	})
}

// TestLinksKeepTheirID draws a link that is broken over two lines: it is opened once,
// with its id. Parameters of other forms are dropped, and old terminals get no link.
func TestLinksKeepTheirID(t *testing.T) {
	const url = ";https://example.org/x\x1b\\"
	for _, tt := range []struct{ params, term, want string }{
		{"id=1ab", "xterm", "\x1b]8;id=1ab" + url}, {"", "xterm", "\x1b]8;" + url}, {"a=b:id=7", "xterm", "\x1b]8;id=7" + url},
		{"id=a b", "xterm", "\x1b]8;" + url}, {"id=" + strings.Repeat("x", 99), "xterm", "\x1b]8;" + url}, {"id=1", "linux", ""}, {"id=1", "vt100", ""},
	} {
		var out strings.Builder
		r := newRenderer(&out, colorprofile.ANSI256, nil)
		r.noLinks = !takesLinks([]string{"TERM=" + tt.term})
		link := "\x1b]8;" + tt.params + url
		r.draw(Frame{W: 9, H: 2, Rects: []Rect{{W: 9, H: 2, Lines: []string{link + "one\x1b]8;;\x1b\\", " " + link + "two"}}}})
		waitUntilIdle(r)
		drawn := out.String()
		if n := strings.Count(drawn, "https"); tt.want != "" && (!strings.Contains(drawn, tt.want) || n != 1) || tt.want == "" && n > 0 {
			t.Errorf("%s, TERM=%s: %q", tt.params, tt.term, drawn)
		}
	}
}
