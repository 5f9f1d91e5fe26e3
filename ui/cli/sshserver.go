package cli

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"syscall"

	gossh "golang.org/x/crypto/ssh"

	"voxatlas/ui/sshd"
)

// runServer serves over SSH until a signal stops it. It logs to Err.
func (p *program) runServer(ctx context.Context, o serveOptions) error {
	ctx, force, release := stopSignals(ctx)
	defer release()
	var hangups <-chan os.Signal
	if p.env.SSH.Reload != nil {
		hangups = p.env.SSH.Reload() // before the editions are read: a signal in the meantime ends nothing
	}
	log := slog.New(slog.NewTextHandler(p.env.Err, nil))
	if o.logFormat == "json" {
		log = slog.New(slog.NewJSONHandler(p.env.Err, nil))
	}
	if o.hostKey == "" {
		dir, err := stateDir(p.env.Getenv)
		if err != nil {
			return err
		}
		o.hostKey = filepath.Join(dir, "voxatlas", "host_key")
	}
	editions, err := p.newServedEditions(log, o.limits.Sessions)
	if err != nil {
		return err
	}
	key, err := sshd.HostKey(o.hostKey)
	if err != nil {
		return err
	}
	server, err := sshd.New(sshd.Config{
		HostKey: key, Limits: o.limits, Drain: o.drain, Localizers: p.env.Localizers, Log: log, Anonymize: o.anonymize,
		Handler: editions.handle,
		Notice:  p.env.SSH.Notice,
	})
	if err != nil {
		return err
	}
	listen := p.env.SSH.Listen
	if listen == nil {
		listen = sshd.Listen
	}
	l, err := listen(ctx, o.listen, o.limits)
	if err != nil {
		return &listenError{flag: "--listen", address: o.listen, err: err}
	}
	slog.SetDefault(log) // the SSH library logs there
	if o.metrics != "" {
		stop, err := serveMetrics(o.metrics, server, log)
		if err != nil {
			return errors.Join(err, l.Close())
		}
		defer stop()
	}
	log.Info("serving", "listen", l.Addr().String(), "host_key", o.hostKey, "fingerprint", gossh.FingerprintSHA256(key.PublicKey()),
		"edition", p.opened.Date, "version", p.env.Version.Program)
	go editions.reloadAt(ctx, hangups)
	return server.Serve(ctx, force, l)
}

// serveMetrics serves the metrics and the health of a server on HOST:PORT until
// stop is called.
func serveMetrics(address string, server *sshd.Server, log *slog.Logger) (stop func(), err error) {
	l, err := net.Listen("tcp", address)
	if err != nil {
		return nil, &listenError{flag: "--metrics", address: address, err: err}
	}
	go server.ServeStatus(l)
	log.Info("metrics", "listen", l.Addr().String())
	return func() { _ = l.Close() }, nil
}

// listenError is the error of an address that a flag names.
type listenError struct {
	flag, address string
	err           error
}

func (e *listenError) Error() string { return e.flag + " " + e.address + ": " + e.err.Error() }

func (e *listenError) Unwrap() error { return e.err }

// serveError returns an error of runServer with the message for the user and the
// exit code.
func (p *program) serveError(err error) error {
	var listen *listenError
	var wrong *userError
	if errors.As(err, &wrong) { // of the editions
		return err
	}
	if err == nil || !errors.As(err, &listen) {
		if err != nil {
			err = p.userError(codeData, "error.serve", "why", err.Error())
		}
		return err
	}
	key := "error.serve.unusable"
	var unknown *net.DNSError
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		key = "error.serve.in_use"
	case errors.Is(err, syscall.EADDRNOTAVAIL):
		key = "error.serve.elsewhere"
	case errors.Is(err, fs.ErrPermission):
		key = "error.serve.forbidden"
	case errors.As(err, &unknown):
		key = "error.serve.unknown"
	}
	return p.userError(codeData, key, "flag", listen.flag, "address", quotable(listen.address), "why", quotable(listen.err.Error()))
}
