package cli_test

import (
	"bytes"
	"context"
	"sync"
	"testing"
	"time"

	"voxatlas/data/library"
	"voxatlas/ui/cli"
	"voxatlas/ui/say"
)

// runResult holds the output of one run of the program.
type runResult struct {
	out, err string
	code     int
}

// sharedLocalizers returns the localizers, which it reads once for all
// tests.
var sharedLocalizers = sync.OnceValue(say.Localizers)

// run runs the program in an environment without terminal and variables,
// which change may change.
func run(t *testing.T, change func(*cli.Env), args ...string) runResult {
	t.Helper()
	localizers := sharedLocalizers()
	var out, errs bytes.Buffer
	env := cli.Env{Out: &out, Err: &errs, Getenv: getenvFrom(nil), Now: testClock, Localizers: localizers, Library: testLibrary()}
	if change != nil {
		change(&env)
	}
	code := cli.Main(context.Background(), env, args)
	return runResult{out.String(), errs.String(), code}
}

// testClock returns the time of all tests.
func testClock() time.Time { return time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC) }

// testLibrary returns a library of the two editions that the tests name.
func testLibrary() *library.Library { return library.Of("2021-03-23", "2023-01-26") }

// getenvFrom returns an environment with these variables.
func getenvFrom(vs map[string]string) func(string) string {
	return func(name string) string { return vs[name] }
}

// onTerminal returns a change of the environment: Out is a terminal of this
// width.
func onTerminal(width int) func(*cli.Env) {
	return func(env *cli.Env) { env.Terminal, env.Width = true, width }
}
