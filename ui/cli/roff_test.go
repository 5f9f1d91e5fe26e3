package cli

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestEscapeRoff renders any text of one line, which is printed as it is.
func TestEscapeRoff(t *testing.T) {
	groff, err := exec.LookPath("groff")
	if err != nil {
		t.Skip("groff is not here")
	}
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(rapid.StringMatching(`[ -~]{1,60}`), 1, 40).Draw(t, "lines")
		for i, line := range lines { // blanks at the ends are not kept
			lines[i] = strings.TrimSpace(line) + "x"
		}
		var r roffPage
		r.addTitle("X", "x")
		r.addVerbatim(lines)
		cmd := exec.Command(groff, "-man", "-ww", "-Tascii", "-P-c", "-rLL=200n")
		cmd.Stdin = strings.NewReader(r.String())
		var warnings bytes.Buffer
		cmd.Stderr = &warnings
		out, err := cmd.Output()
		if err != nil || warnings.Len() > 0 {
			t.Fatal(err, warnings.String())
		}
		var got []string
		for line := range strings.Lines(string(out)) {
			if line = strings.TrimSpace(line); line != "" {
				got = append(got, line)
			}
		}
		got = got[1 : len(got)-1] // without head and foot
		if strings.Join(got, "\n") != strings.Join(lines, "\n") {
			t.Fatalf("%q\n%q\n%s", got, lines, r.String())
		}
	})
}

// TestBreakable marks the places at which a text may be broken, but for blanks.
func TestBreakable(t *testing.T) {
	for text, want := range map[string]string{
		"雲端語音，好":            `雲\:端\:語\:音，\:好`,
		"see --json and TW": `see \-\-json and TW`,
		".TH at the start":  `\&.TH at the start`,
		`a\b "c"`:           `a\eb \(dqc\(dq`,
	} {
		if got := breakable(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
