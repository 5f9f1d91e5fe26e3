package screen

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// runStock runs the model under an unmodified tea.Program, with the same errors.
func runStock(ctx context.Context, m Model, o Options) error {
	if o.Environ == nil {
		o.Environ = os.Environ()
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT)
	defer signal.Stop(sig)
	go func() {
		select {
		case s := <-sig:
			n, _ := s.(syscall.Signal)
			cancel(&SignalError{n})
		case <-ctx.Done():
		}
	}()
	_, err := tea.NewProgram(m, tea.WithContext(ctx), tea.WithoutSignalHandler(),
		tea.WithEnvironment(o.Environ), tea.WithColorProfile(o.profile())).Run()
	switch cause := context.Cause(ctx); {
	case cause != nil:
		return cause
	case errors.Is(err, tea.ErrInterrupted):
		return interruptError()
	}
	return err
}
