package cli_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"voxatlas/data"
	"voxatlas/ui/cli"
	"voxatlas/ui/commandline"
)

// TestRolloutOutputs copies and writes a list as the browser does: offices in doubt are no
// failure, since the list names them.
func TestRolloutOutputs(t *testing.T) {
	folder := t.TempDir()
	file, out := filepath.Join(folder, "offices.csv"), filepath.Join(folder, "out.csv")
	if err := os.WriteFile(file, []byte("Site,Country\nHQ,Taiwan\nOps,Atlantis\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	view := commandline.Output{View: commandline.Command{Name: commandline.Rollout, List: file}, Lang: "en", Format: "tsv"}
	if text, err := cli.Print(t.Context(), scriptEnv(), view); err != nil || !strings.Contains(text, "\tOps\t") {
		t.Errorf("%v: %s", err, text)
	}
	view.Format = ""
	if err := cli.Write(t.Context(), scriptEnv(), view, out, false); err != nil {
		t.Error(err)
	}
	if text, err := os.ReadFile(out); err != nil || !strings.Contains(string(text), ",Ops,") {
		t.Errorf("%v: %s", err, text)
	}
	if err := cli.Write(t.Context(), scriptEnv(), view, out, false); !errors.Is(err, data.ErrExists) {
		t.Errorf("replaced: %v", err)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if text, err := cli.Print(t.Context(), scriptEnv(), view); err == nil || !strings.Contains(err.Error(), "no such file") {
		t.Errorf("without the list: %v: %s", err, text)
	}
}
