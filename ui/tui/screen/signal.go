package screen

import (
	"fmt"
	"syscall"
)

// A SignalError reports that a signal ended a session: SIGTERM, SIGQUIT, SIGHUP
// (also when the terminal is gone), or SIGINT (also tea.Interrupt).
type SignalError struct{ Signal syscall.Signal }

func (e *SignalError) Error() string { return fmt.Sprintf("session ended by %v", e.Signal) }

// ExitCode returns the status that shells expect of a process ended by the
// signal: 130 for SIGINT, 143 for SIGTERM, 129 for SIGHUP.
func (e *SignalError) ExitCode() int { return 128 + int(e.Signal) }

func interruptError() error { return &SignalError{syscall.SIGINT} }
