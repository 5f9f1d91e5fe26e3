package cli_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"voxatlas/data"
	"voxatlas/data/learn/learntest"
	"voxatlas/ui/cli"
)

// TestUpdateKilled kills updates at random moments: the edition of the day before stays,
// that of the day is there whole or not at all, and the next run finishes. There are 20
// kills, or as many as $VOXATLAS_KILLS says.
func TestUpdateKilled(t *testing.T) {
	kills := 20
	if n, err := strconv.Atoi(os.Getenv("VOXATLAS_KILLS")); err == nil {
		kills = n
	}
	u := newUpdating(t, learntest.Markdown)
	if r := u.updateAs(t, func(env *cli.Env) { env.Now = func() time.Time { return testClock().AddDate(0, 0, -1) } }); r.code != 0 {
		t.Fatal(r)
	}
	before, err := os.ReadFile(u.file("2026-11-24"))
	if err != nil {
		t.Fatal(err)
	}
	forget(t, filepath.Join(u.cache, "voxatlas"))
	whole, cached := u.timeProcess(t), u.timeProcess(t)
	random := rand.New(rand.NewPCG(1, 2))
	killed := 0
	for i := 0; killed < kills; i++ {
		most := cached
		if i%4 == 0 { // then the runs go on from each other, up to the writing of the edition
			forget(t, filepath.Join(u.cache, "voxatlas"))
			forget(t, u.file("2026-11-25"))
			most = whole
		}
		if u.runProcess(t, time.Duration(random.Int64N(int64(most)))) < 0 {
			killed++
		}
		if after, err := os.ReadFile(u.file("2026-11-24")); err != nil || !bytes.Equal(before, after) {
			t.Fatalf("run %d: the edition of the day before has changed: %v", i, err)
		}
		if b, err := os.ReadFile(u.file("2026-11-25")); err == nil {
			if _, err := data.OpenWithChecksum(b); err != nil {
				t.Fatalf("run %d: half an edition: %v", i, err)
			}
		}
	}
	if code := u.runProcess(t, time.Hour); code != 0 || u.edition(t) == nil {
		t.Errorf("the run after the kills: exit code %d", code)
	}
}

// forget removes a file or a directory of a test.
func forget(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}

// timeProcess returns how long the command update takes as a process of its own.
func (u *updating) timeProcess(t *testing.T) time.Duration {
	t.Helper()
	began := time.Now()
	if code := u.runProcess(t, time.Hour); code != 0 {
		t.Fatalf("exit code %d", code)
	}
	return time.Since(began)
}

// runProcess runs the command update as a process of its own, kills it after a time, and
// returns its exit code; -1 for one that was killed.
func (u *updating) runProcess(t *testing.T, after time.Duration) int {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "update", "--base-url", u.url) //nolint:gosec // this test itself
	cmd.Args[0] = "voxatlas"
	cmd.Env = []string{"XDG_DATA_HOME=" + u.data, "XDG_CACHE_HOME=" + u.cache, "HOME=" + u.data}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	_ = cmd.Wait() // its error is the exit code
	return cmd.ProcessState.ExitCode()
}
