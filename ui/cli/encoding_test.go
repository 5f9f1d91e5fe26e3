package cli_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"voxatlas/ui/cli"
)

// TestEncoding runs a command on terminals of many locales: where there is no UTF-8 the marks
// are ASCII, and one line says so.
func TestEncoding(t *testing.T) {
	for _, tt := range []struct {
		vars   map[string]string
		args   string
		ascii  bool
		notice string
	}{
		{map[string]string{}, "", false, ""},
		{map[string]string{"LANG": "en_US.UTF-8"}, "", false, ""},
		{map[string]string{"LANG": "C.utf8"}, "", false, ""},
		{map[string]string{"LANG": "de_DE.UTF-8@euro"}, "", false, ""},
		{map[string]string{"LANG": "en_US"}, "", false, ""},
		{map[string]string{"LANG": "C", "LC_ALL": "en_US.UTF-8"}, "", false, ""},
		{map[string]string{"LANG": "C"}, "", true, "voxatlas: LANG=C: not UTF-8, so marks are ASCII, and names may be unreadable; set LANG=C.UTF-8 if the terminal can show it, or say --lang en --ascii\n"},
		{map[string]string{"LANG": "en_US.UTF-8", "LC_CTYPE": "POSIX"}, "", true, "voxatlas: LC_CTYPE=POSIX: not UTF-8"},
		{map[string]string{"LC_ALL": "zh_TW.Big5"}, "", true, "voxatlas: LC_ALL=zh_TW.Big5：不是 UTF-8，因此符號改用 ASCII，中文也可能無法顯示；終端機可顯示 UTF-8 時請設定 LC_ALL=zh_TW.UTF-8，否則請加上 --lang en --ascii，改用英文\n"},
		{map[string]string{"LC_ALL": "zh_TW"}, "", true, "LC_ALL=zh_TW.UTF-8"},
		{map[string]string{"LANG": "zh_HK.BIG5-HKSCS"}, "", true, "LANG=zh_HK.UTF-8"},
		{map[string]string{"LANG": "de_DE.ISO-8859-1"}, "", true, "LANG=de_DE.UTF-8"},
		{map[string]string{"LANG": "C"}, "--ascii", true, ""},
		{map[string]string{"LANG": "C"}, "--ascii=false", false, ""},
		{map[string]string{"LANG": "C", "VOXATLAS_ASCII": "false"}, "", false, ""},
	} {
		var out, errs bytes.Buffer
		env := cli.Env{Out: &out, Err: &errs, Getenv: getenvFrom(tt.vars), Now: testClock, Localizers: sharedLocalizers(), Library: testLibrary(), Terminal: true, Width: 80}
		args := append(strings.Fields(tt.args), "show", "tw", "--brief")
		if code := cli.Main(context.Background(), env, args); code != 0 {
			t.Errorf("%v: exit code %d, %s", tt.vars, code, errs.String())
		}
		if ascii := !strings.ContainsAny(out.String(), "✓✗"); ascii != tt.ascii || !strings.Contains(errs.String(), tt.notice) || (tt.notice == "") != (errs.Len() == 0) {
			t.Errorf("%v %s: ASCII %v, want %v; %q, want %q", tt.vars, tt.args, ascii, tt.ascii, errs.String(), tt.notice)
		}
		out.Reset()
		errs.Reset()
		env.Terminal, env.Width = false, 0
		if cli.Main(context.Background(), env, []string{"show", "tw", "--brief"}); errs.Len() > 0 || tt.vars["VOXATLAS_ASCII"] == "" && !strings.Contains(out.String(), "✓") {
			t.Errorf("%v: output for programs depends on the locale: %q", tt.vars, errs.String())
		}
	}
}

// TestEncodingInConfig lists the settings in force on a terminal without UTF-8: the variable
// that says so has decided about ASCII marks.
func TestEncodingInConfig(t *testing.T) {
	for _, tt := range []struct {
		vars map[string]string
		want string
	}{
		{map[string]string{"LC_ALL": "C.UTF-8"}, "false default"},
		{map[string]string{"LC_ALL": "C"}, "true environment LC_ALL"},
		{map[string]string{"LC_ALL": "C", "VOXATLAS_ASCII": "false"}, "false environment VOXATLAS_ASCII"},
	} {
		var out, errs bytes.Buffer
		tt.vars["VOXATLAS_CONFIG"] = os.DevNull
		env := cli.Env{Out: &out, Err: &errs, Getenv: getenvFrom(tt.vars), Now: testClock, Localizers: sharedLocalizers(), Library: testLibrary(), Terminal: true, Width: 80}
		if code := cli.Main(context.Background(), env, []string{"--color", "never", "config"}); code != 0 {
			t.Fatalf("exit code %d, %s", code, errs.String())
		}
		_, line, _ := strings.Cut(out.String(), "\nascii ")
		line, _, _ = strings.Cut(line, "\n")
		if got := strings.Join(strings.Fields(line), " "); got != tt.want {
			t.Errorf("%v: ascii is %q, want %q", tt.vars, got, tt.want)
		}
	}
}
