package cli

import (
	"errors"
	"io/fs"
	"net"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"voxatlas/model"
)

// Serve is what the SSH door opens with. Its error ends the program with code 3,
// or with that of an [Exit].
type Serve struct {
	Atlas     *model.Atlas  // for those who ask for no other edition
	Own       bool          // the atlas is a user's own file
	Listen    string        // HOST:PORT
	Metrics   string        // HOST:PORT for metrics and health; empty for none
	HostKey   string        // file; empty for the one in the user's state directory
	Drain     time.Duration // that open sessions are given at the end
	JSON      bool          // logs are JSON
	Anonymize bool          // addresses in logs are networks
	Limits    Limits
}

// A ListenError is why nobody can be let in at an address that a flag names.
type ListenError struct {
	Flag, Address string
	Err           error
}

func (e *ListenError) Error() string { return e.Flag + " " + e.Address + ": " + e.Err.Error() }

func (e *ListenError) Unwrap() error { return e.Err }

// Limits are what visitors of the SSH door may take; package ui/sshd says what
// each of them means.
type Limits struct {
	Sessions   int
	PerAddress int
	Pending    int
	Cells      int
	Commands   int

	Rate       int
	InputRate  int
	OutputRate int

	Handshake time.Duration
	Idle      time.Duration
	Session   time.Duration
	KeepAlive time.Duration
	Stall     time.Duration

	CommandLength int
	Environment   int
}

// logFormats are the choices of --log-format.
func logFormats() []string { return []string{"text", "json"} }

// serve opens the SSH door.
func (p *program) serve() *cobra.Command {
	s := Serve{Limits: p.env.Limits}
	var format string
	cmd := p.command("serve", "serve [--listen HOST:PORT] [--host-key FILE] ...")
	cmd.Args = p.noArgs
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if !slices.Contains(logFormats(), format) {
			return p.fault(codeMisuse, "error.choice", "flag", "--log-format", "value", given(format), "known", p.localizer.JoinList(logFormats()))
		}
		if p.env.Serve == nil {
			return p.fault(codeMisuse, "error.serve.none")
		}
		s.JSON = format == "json"
		var err error
		s.Own = p.options.data != ""
		if s.Atlas, err = p.atlas(); err != nil {
			return err
		}
		if err := p.positive(cmd.LocalNonPersistentFlags()); err != nil {
			return err
		}
		if err := p.addresses(s); err != nil {
			return err
		}
		return p.unserved(p.env.Serve(cmd.Context(), s))
	}
	fs := cmd.Flags()
	fs.StringVar(&s.Listen, "listen", "127.0.0.1:2222", p.localizer.Text("cli.serve.listen"))
	fs.StringVar(&s.HostKey, "host-key", "", p.localizer.Text("cli.serve.host_key"))
	fs.StringVar(&s.Metrics, "metrics", "", p.localizer.Text("cli.serve.metrics"))
	fs.DurationVar(&s.Drain, "drain", 30*time.Second, p.localizer.Text("cli.serve.drain"))
	fs.StringVar(&format, "log-format", "text", p.localizer.Text("cli.serve.log_format"))
	fs.BoolVar(&s.Anonymize, "log-anonymize", false, p.localizer.Text("cli.serve.log_anonymize"))
	p.limits(cmd, &s.Limits)
	return cmd
}

// limits adds the flags that change limits.
func (p *program) limits(cmd *cobra.Command, l *Limits) {
	fs := cmd.Flags()
	number := func(v *int, name, key string) {
		fs.IntVar(v, name, *v, p.localizer.Text(key, "default", *v))
	}
	duration := func(v *time.Duration, name, key string) {
		fs.DurationVar(v, name, *v, p.localizer.Text(key, "default", plain(*v)))
	}
	number(&l.Sessions, "max-sessions", "cli.serve.max_sessions")
	number(&l.PerAddress, "max-per-address", "cli.serve.max_per_address")
	number(&l.Pending, "max-pending", "cli.serve.max_pending")
	number(&l.Cells, "max-cells", "cli.serve.max_cells")
	number(&l.Commands, "max-commands", "cli.serve.max_commands")
	number(&l.Rate, "rate", "cli.serve.rate")
	number(&l.InputRate, "input-rate", "cli.serve.input_rate")
	number(&l.OutputRate, "output-rate", "cli.serve.output_rate")
	duration(&l.Handshake, "handshake-timeout", "cli.serve.handshake_timeout")
	duration(&l.Idle, "idle-timeout", "cli.serve.idle_timeout")
	duration(&l.Session, "session-timeout", "cli.serve.session_timeout")
	duration(&l.KeepAlive, "keep-alive", "cli.serve.keep_alive")
	duration(&l.Stall, "stall-timeout", "cli.serve.stall_timeout")
	number(&l.CommandLength, "max-command", "cli.serve.max_command")
	number(&l.Environment, "max-env", "cli.serve.max_env")
}

// positive refuses limits that would let nobody in.
func (p *program) positive(flags *pflag.FlagSet) error {
	var err error
	flags.VisitAll(func(f *pflag.Flag) {
		n, _ := strconv.Atoi(f.Value.String())
		d, _ := time.ParseDuration(f.Value.String())
		kind := f.Value.Type()
		if (kind == "int" && n <= 0) || (kind == "duration" && (d < 0 || d == 0 && f.Name != "drain")) {
			err = p.fault(codeMisuse, "error.serve.limit", "flag", "--"+f.Name)
		}
	})
	return err
}

// addresses refuses what is no HOST:PORT.
func (p *program) addresses(s Serve) error {
	switch {
	case !hostPort(s.Listen):
		return p.fault(codeMisuse, "error.serve.address", "flag", "--listen", "address", given(s.Listen), "example", "127.0.0.1:2222")
	case s.Metrics != "" && !hostPort(s.Metrics):
		return p.fault(codeMisuse, "error.serve.address", "flag", "--metrics", "address", given(s.Metrics), "example", "127.0.0.1:9222")
	}
	return nil
}

// hostPort reports whether s has the form HOST:PORT; the host may be left out.
func hostPort(s string) bool {
	host, port, err := net.SplitHostPort(s)
	if err != nil || strings.ContainsAny(host, " /\t") {
		return false
	}
	_, err = strconv.ParseUint(port, 10, 16)
	return err == nil
}

// unserved says why the door does not open.
func (p *program) unserved(err error) error {
	var listen *ListenError
	if err == nil || !errors.As(err, &listen) {
		if err != nil {
			err = p.fault(codeData, "error.serve", "why", err.Error())
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
	return p.fault(codeData, key, "flag", listen.Flag, "address", given(listen.Address), "why", given(listen.Err.Error()))
}

// plain is a duration as people write it: 15m and not 15m0s.
func plain(d time.Duration) string {
	s := d.String()
	for _, zero := range []string{"m0s", "h0m"} {
		if strings.HasSuffix(s, zero) {
			s = s[:len(s)-2]
		}
	}
	return s
}
