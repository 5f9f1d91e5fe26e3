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
	return userDir(getenv, "XDG_STATE_HOME", ".local/state", localDir)
}

// EditionsDir returns the directory of the editions that the user has fetched, below
// $XDG_DATA_HOME where it is an absolute path, else below the directory of the system; ""
// if there is none.
func EditionsDir(getenv func(string) string) fetched.Dir {
	dir, err := userDir(getenv, "XDG_DATA_HOME", ".local/share", localDir)
	if err != nil {
		return ""
	}
	return fetched.Dir(filepath.Join(dir, "voxatlas", "editions"))
}

// localDir returns the directory of Windows or macOS for files of this machine.
func localDir() (string, error) {
	if runtime.GOOS == "windows" {
		return os.UserCacheDir() // %LocalAppData%
	}
	return os.UserConfigDir() // ~/Library/Application Support
}

// userDir returns a directory for files of the user: that of an environment variable where
// it is an absolute path, else on Windows and macOS that of system, elsewhere the one below
// the home directory.
func userDir(getenv func(string) string, variable, below string, system func() (string, error)) (string, error) {
	if dir := getenv(variable); filepath.IsAbs(dir) {
		return dir, nil
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return system()
	}
	home := getenv("HOME")
	if !filepath.IsAbs(home) { // as in a container without $HOME
		home = "/"
	}
	return filepath.Join(home, below), nil
}
