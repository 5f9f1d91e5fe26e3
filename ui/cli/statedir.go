package cli

import (
	"os"
	"path/filepath"
	"runtime"

	"voxatlas/data/fetched"
)

// stateDir returns the directory for files that the program keeps between its runs:
// $XDG_STATE_HOME where it is an absolute path, else the directory of the system.
func stateDir(getenv func(string) string) (string, error) {
	return userDir(getenv, "XDG_STATE_HOME", "state")
}

// EditionsDir returns the directory of the editions that the user has fetched, below
// $XDG_DATA_HOME where it is an absolute path, else below the directory of the system; ""
// if there is none.
func EditionsDir(getenv func(string) string) fetched.Dir {
	dir, err := userDir(getenv, "XDG_DATA_HOME", "share")
	if err != nil {
		return ""
	}
	return fetched.Dir(filepath.Join(dir, "voxatlas", "editions"))
}

// userDir returns a directory for files of the user: that of an environment variable where
// it is an absolute path, else that of the system, on Unix in ~/.local.
func userDir(getenv func(string) string, variable, local string) (string, error) {
	if dir := getenv(variable); filepath.IsAbs(dir) {
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
	return filepath.Join(home, ".local", local), nil
}
