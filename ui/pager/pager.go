// Package pager shows output that is longer than the terminal with a program for that,
// such as less. Shorter output goes to the terminal as it is. The program runs on the
// user's own machine alone, never for clients of a server, and no shell reads its name.
package pager

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"strings"
)

// Writer writes to a terminal, or to a pager as soon as the output is longer than the
// terminal. A pager that is missing leaves the output to the terminal. Output that a
// pager does not take, since its user has quit, is dropped, and is no error.
type Writer struct {
	out           io.Writer
	width, height int
	command       []string

	held   bytes.Buffer // while it is not known whether the output fits
	lines  int          // that are held
	direct bool         // the output goes to the terminal

	pager      *exec.Cmd // nil until it runs
	input      io.WriteCloser
	inputEnded bool
	interrupts chan os.Signal
}

// New returns a writer to a terminal of width by height cells. The command is the name of
// the pager and its arguments.
func New(out io.Writer, width, height int, command []string) *Writer {
	return &Writer{out: out, width: width, height: height, command: command}
}

// Write takes more of the output. The error is that of the terminal.
func (w *Writer) Write(b []byte) (int, error) {
	switch {
	case w.direct:
		return w.out.Write(b)
	case w.pager != nil:
		w.feed(b)
		return len(b), nil
	}
	w.held.Write(b)
	w.lines += bytes.Count(b, []byte("\n"))
	const bytesPerCell = 4
	if w.lines < w.height && w.held.Len() < bytesPerCell*w.width*w.height {
		return len(b), nil
	}
	if !w.start() {
		return len(b), w.release()
	}
	w.feed(w.held.Bytes())
	w.held = bytes.Buffer{}
	return len(b), nil
}

// release writes the held output to the terminal, and makes later output go there at once.
func (w *Writer) release() error {
	w.direct = true
	_, err := w.held.WriteTo(w.out)
	return err
}

// Close ends the output, and waits for the user to leave the pager.
func (w *Writer) Close() error {
	if w.pager == nil {
		return w.release()
	}
	w.endInput()
	_ = w.pager.Wait() // the pager's own trouble is shown by it
	signal.Stop(w.interrupts)
	return nil
}

// start starts the pager, and reports whether it runs. From then on an interrupt is the
// pager's: this process waits for it.
func (w *Writer) start() bool {
	path, err := exec.LookPath(w.command[0])
	if err != nil {
		return false
	}
	cmd := exec.Command(path, w.command[1:]...) //nolint:noctx // it ends when its user leaves it
	cmd.Args[0] = w.command[0]
	cmd.Stdout, cmd.Stderr = w.out, os.Stderr
	cmd.Env = environment(os.Environ())
	input, err := cmd.StdinPipe()
	if err != nil {
		return false
	}
	w.interrupts = make(chan os.Signal, 1)
	signal.Notify(w.interrupts, os.Interrupt)
	if err := cmd.Start(); err != nil {
		signal.Stop(w.interrupts)
		return false
	}
	w.pager, w.input = cmd, input
	return true
}

// feed gives output to the pager, until it takes no more.
func (w *Writer) feed(b []byte) {
	if w.inputEnded {
		return
	}
	if _, err := w.input.Write(b); err != nil {
		w.endInput()
	}
}

// endInput closes the input of the pager.
func (w *Writer) endInput() {
	if !w.inputEnded {
		w.inputEnded = true
		_ = w.input.Close()
	}
}

// environment returns the environment of the pager. Unless the user has chosen otherwise,
// less keeps colours, ends at once where all fits, leaves the text on the screen, and
// takes the text for UTF-8, which it is in any locale.
func environment(environ []string) []string {
	for _, choice := range []string{"LESS=FRX", "LESSCHARSET=utf-8"} {
		name, _, _ := strings.Cut(choice, "=")
		if !slices.ContainsFunc(environ, func(variable string) bool { return strings.HasPrefix(variable, name+"=") }) {
			environ = append(environ, choice)
		}
	}
	return environ
}
