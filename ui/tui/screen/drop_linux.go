package screen

import "golang.org/x/sys/unix"

// dropOutput forgets what was written to the terminal and has not been read.
func (t *tty) dropOutput() {
	_ = t.withFD(func(fd uintptr) error { return unix.IoctlSetInt(int(fd), unix.TCFLSH, unix.TCOFLUSH) })
}
