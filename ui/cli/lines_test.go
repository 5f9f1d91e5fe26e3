package cli_test

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"testing"
	"testing/synctest"

	"voxatlas/ui/cli"
)

// TestSearchLinesAnswersAtOnce wants the hits of a query before the next one is
// typed, and an interrupt to end the program while it waits.
func TestSearchLinesAnswersAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		in, typed := io.Pipe()
		read, out := io.Pipe()
		env := scriptEnv()
		env.In, env.Out, env.Err, env.Getenv = in, out, new(bytes.Buffer), func(string) string { return "" }
		code := make(chan int)
		go func() { code <- cli.Main(ctx, env, []string{"search", "-"}) }()
		lines := bufio.NewScanner(read)
		for _, query := range []string{"Taiwan", "Japan"} {
			if _, err := io.WriteString(typed, query+"\n"); err != nil {
				t.Fatal(err)
			}
			if !lines.Scan() || lines.Text() != query || !lines.Scan() {
				t.Fatalf("%s: got %q", query, lines.Text())
			}
		}
		cancel()
		if got := <-code; got != 130 {
			t.Errorf("exit code %d after an interrupt, want 130", got)
		}
		typed.Close() //nolint:errcheck // ends the reader of the input
	})
}

// endless is a text without end.
type endless string

func (e endless) Read(b []byte) (int, error) { return copy(b, e), nil }

// TestTooManyNames wants an end of a list of names that has none, also if its lines are
// empty.
func TestTooManyNames(t *testing.T) {
	for _, lines := range []endless{"\n", "# none\n"} {
		r := run(t, func(env *cli.Env) { env.In = lines }, "show", "-")
		if r.code != 3 || r.out != "" || r.err != "voxatlas: show: the standard input has more than 10,000 lines; split it\n" {
			t.Errorf("%q: exit code %d, %.80q, %q", lines, r.code, r.out, r.err)
		}
	}
}
