package cli

import (
	"os"
	"path/filepath"

	"voxatlas/model"
)

// configVariable is the environment variable that names the file of the settings.
const configVariable = "VOXATLAS_CONFIG"

// configDir returns the directory for files that users write: $XDG_CONFIG_HOME where it
// is an absolute path, else the directory of the system.
func configDir(getenv func(string) string) (string, error) {
	return userDir(getenv, "XDG_CONFIG_HOME", ".config", os.UserConfigDir) // %AppData%, ~/Library/Application Support
}

// shownPath returns a path as a message or document can have it: one that is not longer than
// paths of systems are, without the characters that must not be shown.
func shownPath(path string) string { return model.Clean(path, 4096) }

// settingsFile returns the path of the file of the settings, and whether a variable
// names it; "" for none, as over SSH.
func (p *program) settingsFile() (path string, named bool) {
	if p.env.Remote {
		return "", false
	}
	if path := p.env.Getenv(configVariable); path != "" {
		return path, true
	}
	dir, err := configDir(p.env.Getenv)
	if err != nil {
		return "", false
	}
	return filepath.Join(dir, "voxatlas", "config.toml"), false
}
