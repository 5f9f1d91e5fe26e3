package cli_test

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"voxatlas/data/library"
	"voxatlas/ui/cli"
	"voxatlas/ui/sshd"
)

// TestServeAddresses: a malformed address is misuse, and is never tried; if listening
// fails, the message names the flag and the cause.
func TestServeAddresses(t *testing.T) {
	bound := func(err error) error {
		return &net.OpError{Op: "listen", Net: "tcp", Err: os.NewSyscallError("bind", err)}
	}
	for _, c := range []struct {
		args []string
		err  error // of the listener
		code int
		want string
	}{
		{[]string{"--listen", "1.2.3.4:99999"}, nil, 2, `--listen: "1.2.3.4:99999" is not an address; write it as 127.0.0.1:2222`},
		{[]string{"--listen", "2222"}, nil, 2, `--listen: "2222" is not an address`},
		{[]string{"--listen", ""}, nil, 2, `--listen: "" is not an address`},
		{[]string{"--metrics", "a b:1"}, nil, 2, `--metrics: "a b:1" is not an address; write it as 127.0.0.1:9222`},
		{[]string{"--idle-timeout", "5"}, nil, 2, `--idle-timeout: cannot be "5"; write a time such as 30s or 5m`},
		{[]string{"--listen", "[::1]:22"}, bound(syscall.EADDRINUSE), 3, "already in use"},
		{[]string{"--listen", ":22"}, bound(syscall.EACCES), 3, "no permission to listen there"},
		{[]string{"--listen", "1.2.3.4:22"}, bound(syscall.EADDRNOTAVAIL), 3, "not an address of this machine"},
		{[]string{"--listen", "nowhere:22"}, &net.DNSError{Err: "no such host", Name: "nowhere"}, 3, "no such host; check the name"},
		{[]string{"--listen", "localhost:22"}, errors.New("too many sockets"), 3, "cannot listen there (too many sockets)"},
	} {
		opened := false
		key := filepath.Join(t.TempDir(), "host_key")
		r := run(t, func(env *cli.Env) {
			env.SSH = &cli.SSH{
				Handler: func(*library.Library, *library.Edition, int) sshd.Handler { return nil },
				Listen: func(context.Context, string, sshd.Limits) (net.Listener, error) {
					opened = true
					return nil, c.err
				},
			}
		}, append([]string{"serve", "--host-key", key}, c.args...)...)
		if r.code != c.code || !strings.Contains(r.err, c.want) || opened == (c.code == 2) {
			t.Errorf("%q: exit code %d, %q; want %d, %q", c.args, r.code, r.err, c.code, c.want)
		}
	}
}
