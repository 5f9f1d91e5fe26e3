package cli_test

import (
	"strings"
	"testing"

	"voxatlas/ui/cli"
)

// TestRemoteErrors wants advice that works over SSH: without the name of the
// program before a command. A command that is not there over SSH is no
// misspelt country.
func TestRemoteErrors(t *testing.T) {
	remote := func(env *cli.Env) { env.Remote = true }
	for _, c := range []struct{ line, want string }{
		{"import x", "import: works only where voxatlas is installed"},
		{"validate x", "validate: works only where voxatlas is installed"},
		{"search -", "search: - reads the standard input, which is not there over SSH"},
		{"show -", "show: - reads the standard input, which is not there over SSH"},
		{"serve", "serve: works only where voxatlas is installed"},
		{"completion bash", "completion: works only where voxatlas is installed"},
		{"help serve", "serve: works only where voxatlas is installed"},
		{"help nothing", `"help" lists them`},
		{"show taiwan --nothing", `see "help show"`},
		{"show zzzzzzzzzz", `"list" shows all`},
		{"list --where mine", "mine is unknown over SSH"},
		{"list --where pc", "did you mean cp?"},
		{"search atlantis", `"list" shows all`},
	} {
		r := run(t, remote, strings.Fields(c.line)...)
		if !strings.Contains(r.err, c.want) || strings.Contains(r.err, "voxatlas ") && !strings.Contains(c.want, "voxatlas") || r.code == 0 || r.out != "" {
			t.Errorf("%s: exit code %d, %q, %q; want %q", c.line, r.code, r.out, r.err, c.want)
		}
	}
}

// TestRemoteWhere lists by an expression over SSH.
func TestRemoteWhere(t *testing.T) {
	r := run(t, func(env *cli.Env) { env.Remote = true }, "list", "--where", "cp")
	if r.code != 0 || !strings.Contains(r.out, "Meets (31)") {
		t.Errorf("exit code %d: %.80s%s", r.code, r.out, r.err)
	}
}
