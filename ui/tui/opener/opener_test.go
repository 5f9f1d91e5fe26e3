package opener

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// TestOpen opens addresses with an opener that notes its arguments.
func TestOpen(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the opener of the test is a shell script")
	}
	dir := t.TempDir()
	t.Setenv("PATH", dir+":/bin:/usr/bin")
	noted := filepath.Join(dir, "noted")
	script := "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" >" + noted + "\ntest \"$1\" != https://fails.example/\n"
	if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	const address = "https://learn.microsoft.com/x?a=$(id)&b=;c#d"
	if err := openWith("linux", address); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(noted); string(b) != "1\n"+address+"\n" {
		t.Errorf("the opener got %q", b)
	}
	if err := openWith("linux", "https://fails.example/"); err == nil || errors.Is(err, ErrMissing) {
		t.Errorf("an opener that fails: %v", err)
	}
	_ = os.Remove(noted)
	for _, bad := range []string{
		"", "http://learn.microsoft.com/", "file:///etc/passwd", "mailto:a@b.example", "-a", "https:", "https:///x", "https://a.example/ b",
		"https://a.example/\n", "https://a.example/\"x", "https://user@a.example/", "javascript:alert(1)", "HTTPS", "https://a.example/" + "\u202e",
	} {
		if err := openWith("linux", bad); !errors.Is(err, ErrRefused) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if _, err := os.Stat(noted); err == nil {
		t.Error("an address that must not be opened reached the opener")
	}
	t.Setenv("PATH", t.TempDir())
	if err := openWith("linux", address); !errors.Is(err, ErrMissing) {
		t.Errorf("without an opener: %v", err)
	}
}

// TestCommand names the opener of each system. None is a shell.
func TestCommand(t *testing.T) {
	for system, want := range map[string]string{"linux": "xdg-open", "freebsd": "xdg-open", "darwin": "open", "windows": "rundll32 url.dll,FileProtocolHandler"} {
		name, args := openCommand(system)
		if got := strings.Join(slices.Concat([]string{name}, args), " "); got != want {
			t.Errorf("%s: %s, want %s", system, got, want)
		}
	}
}
