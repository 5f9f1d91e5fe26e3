//go:build unix

package screen

import (
	"io"
	"os"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"
)

// tty is the terminal of this process, opened anew without blocking: reads and
// writes wait in the runtime's poller, can be given up, and cost no thread.
type tty struct {
	file  *os.File
	saved *term.State
}

func openTTY() (*tty, error) {
	f, err := os.OpenFile("/dev/tty", os.O_RDWR|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	t := &tty{file: f}
	// Some systems cannot poll a terminal; there the stock program runs.
	if err := f.SetDeadline(time.Time{}); err != nil {
		_ = f.Close()
		return nil, err
	}
	err = t.withFD(func(fd uintptr) (err error) {
		t.saved, err = term.GetState(fd)
		return err
	})
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return t, nil
}

// withFD calls do with the descriptor. File.Fd would make it block again.
func (t *tty) withFD(do func(fd uintptr) error) error {
	c, err := t.file.SyscallConn()
	if err != nil {
		return err
	}
	var inner error
	if err := c.Control(func(fd uintptr) { inner = do(fd) }); err != nil {
		return err
	}
	return inner
}

func (t *tty) makeRaw() error {
	return t.withFD(func(fd uintptr) error {
		_, err := term.MakeRaw(fd)
		return err
	})
}

func (t *tty) restore() {
	_ = t.withFD(func(fd uintptr) error { return term.Restore(fd, t.saved) })
}

func (t *tty) close() {
	t.restore()
	_ = t.file.Close()
}

// windowSize returns the size in cells, or 80 by 24 if the terminal does not know it.
func (t *tty) windowSize() (w, h int) {
	_ = t.withFD(func(fd uintptr) (err error) {
		w, h, err = term.GetSize(fd)
		return err
	})
	if w <= 0 || h <= 0 {
		return 80, 24
	}
	return w, h
}

// readInput feeds in until the terminal is gone or stopReading is called.
func (t *tty) readInput(in *Input) error {
	_, err := in.readFrom(t.file)
	if err == nil {
		err = io.EOF
	}
	return err
}

func (t *tty) stopReading() { _ = t.file.SetReadDeadline(time.Now()) }
