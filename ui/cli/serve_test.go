package cli_test

import (
	"context"
	"errors"
	"net"
	"os"
	"strings"
	"syscall"
	"testing"

	"voxatlas/ui/cli"
)

// TestServeAddresses: what is no address is misuse, and never tried; where nobody
// can listen, the message names the flag and says why in words.
func TestServeAddresses(t *testing.T) {
	bound := func(err error) error {
		return &net.OpError{Op: "listen", Net: "tcp", Err: os.NewSyscallError("bind", err)}
	}
	for _, c := range []struct {
		args []string
		err  error // of whoever opens the door
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
		r := run(t, func(env *cli.Env) {
			env.Limits = cli.Limits{Sessions: 1, PerAddress: 1, Pending: 1, Cells: 1, Commands: 1, Rate: 1, InputRate: 1, OutputRate: 1, Handshake: 1, Idle: 1, Session: 1, KeepAlive: 1, Stall: 1, CommandLength: 1, Environment: 1}
			env.Serve = func(_ context.Context, s cli.Serve) error {
				opened = true
				return &cli.ListenError{Flag: "--listen", Address: s.Listen, Err: c.err}
			}
		}, append([]string{"serve"}, c.args...)...)
		if r.code != c.code || !strings.Contains(r.err, c.want) || opened == (c.code == 2) {
			t.Errorf("%q: exit code %d, %q; want %d, %q", c.args, r.code, r.err, c.code, c.want)
		}
	}
}
