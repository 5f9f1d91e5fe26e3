package screen

import "golang.org/x/sys/unix"

// dropOutput discards the output that the terminal has not read yet.
func (t *tty) dropOutput() {
	_ = t.withFD(func(fd uintptr) error { return unix.IoctlSetInt(int(fd), unix.TCFLSH, unix.TCOFLUSH) })
}
