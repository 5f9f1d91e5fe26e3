package cli

import (
	"os"
	"path/filepath"
	"runtime"
)

// stateDir returns the directory for files that the program keeps between its runs:
// $XDG_STATE_HOME where it is an absolute path, else the directory of the system.
func stateDir(getenv func(string) string) (string, error) {
	if dir := getenv("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return dir, nil
	}
	switch runtime.GOOS {
	case "windows":
		return os.UserCacheDir() // %LocalAppData%
	case "darwin":
		return os.UserConfigDir() // ~/Library/Application Support
	}
	home := getenv("HOME")
	if !filepath.IsAbs(home) { // as in a container without $HOME
		home = "/"
	}
	return filepath.Join(home, ".local", "state"), nil
}
