package cli_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/rogpeppe/go-internal/testscript"

	"voxatlas/data"
	"voxatlas/data/editions"
	"voxatlas/data/fetched"
	"voxatlas/model"
	"voxatlas/ui/cli"
	"voxatlas/ui/say"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"voxatlas": func() { os.Exit(cli.Main(context.Background(), scriptEnv(), os.Args[1:])) },
	})
}

// scriptEnv returns the environment of a command in a script: no terminal,
// no browser.
func scriptEnv() cli.Env {
	localizers := say.Localizers()
	localizers = slices.DeleteFunc(localizers, func(loc say.Localizer) bool { // the scripts know two languages
		return loc.Lang() != "en" && loc.Lang() != "zh-TW"
	})
	return cli.Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: testClock, Localizers: localizers, Library: testLibrary(),
		Fetched: cli.EditionsDir(os.Getenv),
		Version: cli.Version{Program: "v1.2.3", Commit: "0123456789abcdef", Go: "go1.99"},
	}
}

// TestScripts runs the scripts of testdata, one for each command. They begin
// with wrong uses.
func TestScripts(t *testing.T) {
	editions, err := filepath.Abs("../../data/editions")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("UPDATE") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("EDITIONS", editions)
			env.Setenv("LANG", "")
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code": exitCommand, "sub": substituteCommand, "bytes": bytesCommand, "grow": growCommand, "fetched": fetchedCommand,
		},
	})
}

// exitCommand runs voxatlas and wants an exit code: code 2 show.
func exitCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: code N [args...]")
	}
	err := ts.Exec("voxatlas", args[1:]...)
	got := 0
	if exit, ok := err.(interface{ ExitCode() int }); ok {
		got = exit.ExitCode()
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

// substituteCommand writes a copy of a file with one text replaced by
// another, both in the syntax of Go strings: sub FROM TO OLD NEW.
func substituteCommand(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	old, replacement := unquote(ts, args[2]), unquote(ts, args[3])
	if !strings.Contains(text, old) {
		ts.Fatalf("%s lacks %q", args[0], old)
	}
	writeScriptFile(ts, args[1], strings.Replace(text, old, replacement, 1))
}

// bytesCommand writes a Go string to a file: bytes FILE TEXT.
func bytesCommand(ts *testscript.TestScript, _ bool, args []string) {
	writeScriptFile(ts, args[0], unquote(ts, args[1]))
}

// growCommand writes a file of one byte more than an edition may have.
func growCommand(ts *testscript.TestScript, _ bool, args []string) {
	writeScriptFile(ts, args[0], strings.Repeat(" ", data.MaxSize+1))
}

// fetchedCommand keeps an edition for each date, as update would have fetched it on that
// day: fetched DATE...
func fetchedCommand(ts *testscript.TestScript, _ bool, args []string) {
	for _, date := range args {
		ts.Check(saveFetched(cli.EditionsDir(ts.Getenv), date))
	}
}

// saveFetched keeps an edition as update would have fetched it on a date. It is the one of
// 2023, but in Taiwan there is no voicemail.
func saveFetched(dir fetched.Dir, date string) error {
	var f data.File
	if err := json.Unmarshal([]byte(editions.NewestText()), &f); err != nil {
		return err
	}
	f.Edition, f.Source = date, data.Source{
		Website: "https://learn.microsoft.com/en-us/microsoftteams/", PagesRead: 115, PagesNotRead: 1,
		Licence: "NOASSERTION", Attribution: "Microsoft Teams documentation on Microsoft Learn, © Microsoft Corporation",
	}
	for _, c := range f.Countries {
		if c.Slug == "taiwan" {
			c.Answers[model.Voicemail] = data.Answer{State: model.No}
		}
	}
	return dir.Save(&f)
}

func writeScriptFile(ts *testscript.TestScript, name, text string) {
	ts.Check(os.WriteFile(ts.MkAbs(name), []byte(text), 0o600))
}

func unquote(ts *testscript.TestScript, s string) string {
	s, err := strconv.Unquote("`" + s + "`")
	ts.Check(err)
	s, err = strconv.Unquote(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
	ts.Check(err)
	return s
}
