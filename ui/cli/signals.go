package cli

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// stopSignals returns a context that ends at the first interrupt or SIGTERM, and one
// that ends at the second. A third ends the process.
func stopSignals(ctx context.Context) (stopCtx, forceCtx context.Context, release func()) {
	stopCtx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	forceCtx, forceStop := context.WithCancel(context.WithoutCancel(ctx))
	context.AfterFunc(stopCtx, func() {
		again, done := signal.NotifyContext(forceCtx, os.Interrupt, syscall.SIGTERM)
		stop()
		<-again.Done()
		done()
		forceStop()
	})
	return stopCtx, forceCtx, func() { forceStop(); stop() }
}
