package plain_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/cli"
	"voxatlas/ui/commandline"
	"voxatlas/ui/plain"
	"voxatlas/ui/say"
)

var update = flag.Bool("update", false, "rewrite the transcripts under testdata")

// testConfig returns the configuration of a session with the commands of the command line, as a
// client over SSH has them, or a user at home.
func testConfig(lang model.Lang, remote bool) plain.Config {
	localizers := slices.DeleteFunc(say.Localizers(), func(loc say.Localizer) bool { return loc.Lang() != "en" && loc.Lang() != "zh-TW" })
	now := func() time.Time { return time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC) }
	lib := library.Of("2021-03-23", "2023-01-26")
	return plain.Config{
		StartOptions: commandline.StartOptions{Library: lib, Edition: lib.Newest(), Lang: lang},
		Localizers:   localizers, Now: now, PromptLines: true,
		Run: func(ctx context.Context, e *library.Edition, lang model.Lang, out, errs io.Writer, args []string) int {
			env := cli.Env{Out: out, Err: errs, Getenv: func(string) string { return "" }, Now: now, Localizers: localizers, Library: lib, Remote: remote}
			return cli.PrintPlain(ctx, env, e, lang, args)
		},
	}
}

// TestTranscripts runs the transcripts. The first line of a file of testdata is a language, and
// the slug of a country to begin with or the command of a view; each file inside it is named by a
// line that is typed, and holds the answer. The first one, named start, has the greeting.
func TestTranscripts(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no transcripts", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			script, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			first, _, _ := strings.Cut(string(script.Comment), "\n")
			words := strings.Fields(first)
			c := testConfig(model.Lang(words[0]), false)
			for _, word := range words[1:] {
				if c.Country = c.Edition.Atlas().Country(word); c.Country == nil {
					c.View = commandline.Command{Name: commandline.Name(word)}
				}
			}
			s := plain.New(c)
			for i, f := range script.Files {
				var out bytes.Buffer
				if i == 0 {
					s.Begin(t.Context(), &out)
				} else if s.AnswerLine(t.Context(), f.Name, &out) {
					out.WriteString("(over)\n")
				}
				if got := out.String(); got != string(f.Data) && !*update {
					t.Errorf("after %q:\n%s\nwant:\n%s", f.Name, got, f.Data)
				}
				script.Files[i].Data = out.Bytes()
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(script), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// lines generates lines: usual ones, wrong ones, and some with escape sequences.
func lines() *rapid.Generator[string] {
	words := []string{
		"tw", "台灣", "korea", "united", "1", "2", "99", "886", "0", "-1", "filter cp tollfree", "filter cp:", "filter off", "filter", "list", "table cp", "table", "compare tw, jp", "compare",
		"compare 1 2", "show", "show 'x", "info callme", "info", "info nix", "changes mexico", "history", "history tw cp", "stats", "language", "language en", "語言 zh-TW", "language xx", "edition", "edition 2021-03-23",
		"edition 2023-01-26", "edition x", "version", "help", "help list", "help serve", "篩選 toll", "比較 台灣、日本", "說明", "serve", "export -o x", "show --data /etc/passwd", "search - -n 1", "list -o out.csv --force",
		"\x1b[31mred\x1b[m", "\xff\xfe", "\u202eabc", "\x00", "x\x1b]0;title\a", "voxatlas show tw --brief", "voxatlas", "search help", "tai\u200cwan", "ഉ",
	}
	return rapid.OneOf(rapid.SampledFrom(words), rapid.String())
}

// TestEveryByte types lines in any order, and wants answers without escape sequences and other
// control characters, each with a prompt at its end, and no files.
func TestEveryByte(t *testing.T) {
	t.Chdir(t.TempDir())
	rapid.Check(t, func(t *rapid.T) {
		s := plain.New(testConfig("en", true))
		var out bytes.Buffer
		s.Begin(context.Background(), &out)
		for range rapid.IntRange(1, 6).Draw(t, "lines") {
			line := lines().Draw(t, "line")
			if strings.ContainsAny(line, "\r\n") {
				continue
			}
			if s.AnswerLine(context.Background(), line, &out) {
				break
			}
			if last := strings.TrimSpace(out.String()); !strings.HasSuffix(last, ":") && !strings.HasSuffix(last, "：") {
				t.Errorf("no prompt at the end of %q", last[max(len(last)-80, 0):])
			}
		}
		if !utf8.Valid(out.Bytes()) {
			t.Error("no UTF-8")
		}
		before := ' '
		for _, r := range out.String() {
			ours := '\u200b' <= r && r <= '\u200d' && before > '\u0600' // names in Malayalam, Khmer and others have these
			if r != '\n' && !model.Printable(r) && !ours {
				t.Fatalf("%q in the output", r)
			}
			if r != ' ' {
				before = r
			}
		}
	})
	if files, err := os.ReadDir("."); err != nil || len(files) > 0 {
		t.Errorf("files %v, %v", files, err)
	}
}

// TestRun drives a session through a pipe, until the input ends or the user quits.
func TestRun(t *testing.T) {
	for _, tt := range []struct{ in, last string }{
		{"", "Name or command:\n\n"},
		{"tw", "Name or command:\n\n"},
		{"tw\r\nquit\nfr\n", "next steps and addresses.\nName or command:\n"},
		{strings.Repeat("x", plain.MaxLine) + "\n", "Name or command:\n\n"},
		{strings.Repeat("x", plain.MaxLine+1) + "\nexit", "Nothing was done.\nName or command:\n"},
		{strings.Repeat("x", 5*plain.MaxLine), "Nothing was done.\nName or command:\n\n"},
	} {
		var out bytes.Buffer
		if err := plain.Run(t.Context(), plain.New(testConfig("en", false)), strings.NewReader(tt.in), &out); err != nil {
			t.Errorf("%.20q: %v", tt.in, err)
		}
		if got := out.String(); !strings.HasSuffix(got, tt.last) {
			t.Errorf("%.20q ends with %q, want %q", tt.in, got[max(0, len(got)-100):], tt.last)
		}
	}
}

// brokenPipe is an output that nobody reads.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestRunWithoutReader(t *testing.T) {
	err := plain.Run(t.Context(), plain.New(testConfig("en", false)), strings.NewReader(strings.Repeat("tw\n", 1000)), brokenPipe{})
	if !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("error %v", err)
	}
}

// TestWordsAreNoNames wants no command to hide a country, in any language.
func TestWordsAreNoNames(t *testing.T) {
	index := library.Embedded().Newest().Index()
	n := 0
	for _, loc := range say.Localizers() {
		for _, key := range loc.Keys("plain.word.") {
			for word := range strings.FieldsSeq(loc.Text(key)) {
				n++
				if c := index.Resolve(word, loc.Lang()).Country; c != nil {
					t.Errorf("%s: %s is %s", loc.Lang(), word, c.Slug())
				}
			}
		}
	}
	if n < 36 {
		t.Errorf("%d words", n)
	}
}
