package cli_test

import (
	"bytes"
	"context"
	"sync"
	"testing"

	"voxatlas/data/library"
	"voxatlas/ui/cli"
	"voxatlas/ui/say"
)

// result is what one call of the program left behind.
type result struct {
	out, err string
	code     int
}

// spoken are the localizers, read once for all calls.
var spoken = sync.OnceValues(say.Localizers)

// run calls the program in an environment without terminal or variables, that
// change may improve.
func run(t *testing.T, change func(*cli.Env), args ...string) result {
	t.Helper()
	localizers, err := spoken()
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	env := cli.Env{Out: &out, Err: &errs, Getenv: variables(nil), Localizers: localizers, Library: editions()}
	if change != nil {
		change(&env)
	}
	code := cli.Main(context.Background(), env, args)
	return result{out.String(), errs.String(), code}
}

// editions are the ones that the tests know.
func editions() *library.Library { return library.Of("2021-03-23", "2023-01-26") }

// variables is an environment.
func variables(vs map[string]string) func(string) string {
	return func(name string) string { return vs[name] }
}

// terminal makes Out a terminal of that width.
func terminal(width int) func(*cli.Env) {
	return func(env *cli.Env) { env.Terminal, env.Width = true, width }
}
