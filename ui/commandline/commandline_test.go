package commandline_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/anmitsu/go-shlex"
	"pgregory.net/rapid"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/commandline"
	"voxatlas/ui/rows"
)

func TestString(t *testing.T) {
	lib := library.Of("2021-03-23", "2023-01-26")
	e := lib.Newest()
	country := func(slugs ...string) []*model.Country {
		var list []*model.Country
		for _, slug := range slugs {
			list = append(list, e.Atlas().Country(slug))
		}
		return list
	}
	_, own := lib.WithOwn(e.Atlas())
	for _, c := range []struct {
		command        commandline.Command
		want, remotely string
	}{
		{commandline.Command{Name: commandline.Show, Countries: country("taiwan")}, "voxatlas show taiwan", "ssh HOST show taiwan"},
		{commandline.Command{Name: commandline.Compare, Countries: country("taiwan", "japan"), Diff: true, Only: []model.Feature{model.ConferencingPurchase, model.TollFreeNumbers}},
			"voxatlas compare tw jp --only ac,tollfree --diff", "ssh HOST compare tw jp --only ac,tollfree --diff"},
		{commandline.Command{Name: commandline.List, Where: "cp -tollfree"}, "voxatlas list --where 'cp -tollfree'", `ssh HOST "list --where 'cp -tollfree'"`},
		{commandline.Command{Name: commandline.List, Where: "cp", Edition: lib.Editions()[0]}, "voxatlas list --where 'cp' --edition 2021-03-23", `ssh HOST "list --where 'cp' --edition 2021-03-23"`},
		{commandline.Command{Name: commandline.Table, Where: `city:"ho chi minh"`, Sort: rows.SortKey{Feature: model.TollFreeNumbers}},
			`voxatlas table --where 'city:"ho chi minh"' --sort tollfree`, `ssh HOST 'table --where '\''city:"ho chi minh"'\'' --sort tollfree'`},
		{commandline.Command{Name: commandline.Changes}, "voxatlas changes", "ssh HOST changes"},
		{commandline.Command{Name: commandline.Changes, From: lib.Editions()[0], To: e}, "voxatlas changes --from 2021-03-23 --to 2023-01-26", "ssh HOST changes --from 2021-03-23 --to 2023-01-26"},
		{commandline.Command{Name: commandline.Show, Countries: country("japan"), Edition: own, File: "it's mine.json"}, `voxatlas show japan --data 'it'\''s mine.json'`, `ssh HOST 'show japan --data '\''it'\''\'\'''\''s mine.json'\'''`},
		{commandline.Command{Name: commandline.Services, Topic: model.Topic{Feature: model.CallMe}}, "voxatlas services callme", "ssh HOST services callme"},
		{commandline.Command{Name: commandline.Services, Topic: model.Topic{Service: model.CallingPlans}}, "voxatlas services calling_plans", "ssh HOST services calling_plans"},
		{commandline.Command{Name: commandline.Search, Query: "南 韓", Edition: lib.Editions()[0]}, "voxatlas search --edition 2021-03-23 -n 0 '南 韓'", `ssh HOST "search --edition 2021-03-23 -n 0 '南 韓'"`},
		{commandline.Command{Name: commandline.Search, Query: "-x"}, "voxatlas search -n 0 -- -x", "ssh HOST search -n 0 -- -x"},
	} {
		if got := c.command.String(); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
		if got := c.command.OverSSH(); got != c.remotely {
			t.Errorf("%s, want %s", got, c.remotely)
		}
	}
}

// TestQuoting: every text comes out of a POSIX shell as it was, and, over SSH, of the
// server's own splitting, too.
func TestQuoting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.OneOf(rapid.SampledFrom([]rune(`ab '"$!\|>~#*`+"`（、南")), rapid.Rune())).Filter(func(s string) bool {
			return s != "" && s[0] != '-' && !strings.ContainsRune(s, '\r')
		}).Draw(t, "text")
		c := commandline.Command{Name: commandline.List, Where: text}
		if got, err := shlex.Split(c.Words(), true); err != nil || !slices.Equal(got, c.Args()) {
			t.Fatalf("%s is read as %q, %v", c.Words(), got, err)
		}
		local, err := shlex.Split(strings.TrimPrefix(c.OverSSH(), "ssh HOST "), true)
		if err != nil {
			t.Fatal(c.OverSSH(), err)
		}
		if got, err := shlex.Split(strings.Join(local, " "), true); err != nil || !slices.Equal(got, c.Args()) {
			t.Fatalf("%s arrives as %q, %v", c.OverSSH(), got, err)
		}
	})
}

// TestShell lets a shell read commands.
func TestShell(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no sh")
	}
	for _, text := range []string{"cp", "cp -tollfree", `city:"ho chi minh"`, "it's", "$HOME `x` \\ !", "a  b", "~", "#", "*", "(", "南|韓", "plan>=1200"} {
		c := commandline.Command{Name: commandline.Search, Query: text}
		out, err := exec.Command(sh, "-c", `printf '%s\n' `+c.Words()).Output()
		if want := strings.Join(c.Args(), "\n") + "\n"; err != nil || string(out) != want {
			t.Errorf("%s: %q, %v", c.Words(), out, err)
		}
	}
}
