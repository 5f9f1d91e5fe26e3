//go:build unix && !linux

package screen

// dropOutput does nothing: what the terminal has not read, it may read later.
func (t *tty) dropOutput() {}
