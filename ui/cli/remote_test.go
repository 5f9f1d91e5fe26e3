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
		{"table -", "table: - reads the standard input, which is not there over SSH"},
		{"table --sort", `"help table"`},
		{"table --where region:gcc cp", `table: "cp": is no country or region, but a part of an expression`},
		{"table --where region:gcc atlantis", `"list" shows all`},
		{"table --where cp:yes,unstated tw", `"list --where EXPR --failing" shows why`},
		{"compare tw", `"show COUNTRY" is about one`},
		{"stats --where mine", "mine is unknown over SSH"},
		{"list --where mine", "mine is unknown over SSH"},
		{"list --where pc", "did you mean cp?"},
		{"search atlantis", `"list" shows all`},
		{"__complete show ta", `"__complete show ta": no country`},
		{"--ascii __completeNoDesc show ta", `"__completeNoDesc show ta": no country`},
	} {
		r := run(t, remote, strings.Fields(c.line)...)
		if !strings.Contains(r.err, c.want) || strings.Contains(r.err, "voxatlas ") && !strings.Contains(c.want, "voxatlas") || r.code == 0 || r.out != "" {
			t.Errorf("%s: exit code %d, %q, %q; want %q", c.line, r.code, r.out, r.err, c.want)
		}
	}
}

// TestLineBreaksAreBlanks quotes a text of several lines on one.
func TestLineBreaksAreBlanks(t *testing.T) {
	r := run(t, nil, "search", "atlantis\r\n\r\n\tfoo")
	if !strings.HasPrefix(r.err, `voxatlas: "atlantis foo": no country`) || r.code != 1 {
		t.Errorf("exit code %d, %q", r.code, r.err)
	}
}

// TestRemoteWhere lists by an expression over SSH.
func TestRemoteWhere(t *testing.T) {
	r := run(t, func(env *cli.Env) { env.Remote = true }, "list", "--where", "cp")
	if r.code != 0 || !strings.Contains(r.out, "Meets (31)") {
		t.Errorf("exit code %d: %.80s%s", r.code, r.out, r.err)
	}
}

// TestRemoteViews prints views over several countries over SSH.
func TestRemoteViews(t *testing.T) {
	for _, line := range []string{"table tw jp", "table --where cp --json", "compare tw jp --diff", "stats --where region:eu"} {
		local := run(t, nil, strings.Fields(line)...)
		r := run(t, func(env *cli.Env) { env.Remote = true }, strings.Fields(line)...)
		if r.code != 0 || r.out != local.out || r.out == "" {
			t.Errorf("%s: exit code %d: %.80s%s", line, r.code, r.out, r.err)
		}
	}
}
