//go:build unix && !linux

package screen

// dropOutput does nothing here: the terminal may read the rest later.
func (t *tty) dropOutput() {}
