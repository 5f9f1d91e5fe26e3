package cli

import (
	"os"
	"path/filepath"
	"runtime"
)

// cacheDir returns the directory for files that can be had again: $XDG_CACHE_HOME where it
// is an absolute path, else the directory of the system; "" where there is none.
func cacheDir(getenv func(string) string) string {
	if dir := getenv("XDG_CACHE_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "voxatlas")
	}
	switch runtime.GOOS {
	case "windows", "darwin":
		dir, err := os.UserCacheDir()
		if err != nil {
			return ""
		}
		return filepath.Join(dir, "voxatlas")
	}
	if home := getenv("HOME"); filepath.IsAbs(home) {
		return filepath.Join(home, ".cache", "voxatlas")
	}
	return ""
}
