//go:build unix

package data

import (
	"path/filepath"
	"syscall"
	"testing"
)

// TestLoadFileDoesNotWaitForAPipe: a pipe without a writer is refused. Opened without
// O_NONBLOCK, it would block until the deadline of the test.
func TestLoadFileDoesNotWaitForAPipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skipf("no named pipes here: %v", err)
	}
	for name, load := range map[string]func(string) error{
		"as it is": func(path string) error { _, err := LoadFile(path); return err },
		"put there after the look": func(path string) error {
			_, err := openAndRead(osFiles{}, path, MaxSize)
			return ReadError(err)
		},
	} {
		const want = "not a regular file; save the edition to one"
		if err := load(pipe); err == nil || err.Error() != want {
			t.Errorf("a pipe, %s: %v, want %s", name, err, want)
		}
	}
}
