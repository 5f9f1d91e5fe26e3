package cli

import (
	"context"
	"net"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"voxatlas/data/library"
	"voxatlas/ui/sshd"
)

// SSH holds the parts of the SSH server that the program provides.
type SSH struct {
	// Handler returns a handler of requests about the editions of a library. It
	// serves one of them unless a request asks for another. It is prepared for
	// sessions at a time.
	Handler func(lib *library.Library, served *library.Edition, sessions int) sshd.Handler

	// Reload returns a channel that tells the server to read its editions again; nil, or a
	// nil channel, for never.
	Reload func() <-chan os.Signal

	// Notice warns a browser that its session will end.
	Notice sshd.Notice

	// Listen opens the listener; nil for sshd.Listen.
	Listen func(ctx context.Context, address string, limits sshd.Limits) (net.Listener, error)
}

// serveOptions holds the flags of the command, and the edition that it serves.
type serveOptions struct {
	editions  string // directory of fetched editions; empty for none
	listen    string // HOST:PORT
	metrics   string // HOST:PORT for metrics and health; empty for none
	hostKey   string // file; empty for the one in the user's state directory
	logFormat string
	drain     time.Duration
	anonymize bool
	limits    sshd.Limits
}

// logFormats returns the choices of --log-format.
func logFormats() []string { return []string{"text", "json"} }

// buildServe makes cmd the command that serves the program over SSH.
func (p *program) buildServe(cmd *cobra.Command) {
	o := serveOptions{limits: sshd.Defaults()}
	p.describe(cmd, "serve [--listen HOST:PORT] [--host-key FILE] ...")
	cmd.Args = p.noArgs
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if !slices.Contains(logFormats(), o.logFormat) {
			return p.choiceError("log-format", o.logFormat, logFormats())
		}
		if p.env.SSH == nil {
			return p.userError(codeMisuse, "error.serve.none")
		}
		if o.editions != "" && p.options.data != "" {
			return p.userError(codeMisuse, "error.serve.editions_and_data")
		}
		if err := p.checkPositive(cmd.LocalNonPersistentFlags()); err != nil {
			return err
		}
		if err := p.checkAddresses(o); err != nil {
			return err
		}
		return p.serveError(p.runServer(cmd.Context(), o))
	}
	fs := cmd.Flags()
	fs.StringVar(&o.listen, "listen", "127.0.0.1:2222", p.localizer.Text("cli.serve.listen"))
	fs.StringVar(&o.hostKey, "host-key", "", p.localizer.Text("cli.serve.host_key"))
	fs.StringVar(&o.editions, "editions", "", p.localizer.Text("cli.serve.editions", "program", p.commandPrefix()))
	fs.StringVar(&o.metrics, "metrics", "", p.localizer.Text("cli.serve.metrics"))
	fs.DurationVar(&o.drain, "drain", 30*time.Second, p.localizer.Text("cli.serve.drain"))
	fs.StringVar(&o.logFormat, "log-format", "text", p.localizer.Text("cli.serve.log_format"))
	fs.BoolVar(&o.anonymize, "log-anonymize", false, p.localizer.Text("cli.serve.log_anonymize"))
	p.addLimitFlags(fs, &o.limits)
}

// addLimitFlags adds the flags that change limits.
func (p *program) addLimitFlags(fs *pflag.FlagSet, l *sshd.Limits) {
	number := func(v *int, name, key string) {
		fs.IntVar(v, name, *v, p.localizer.Text(key, "default", *v))
	}
	duration := func(v *time.Duration, name, key string) {
		fs.DurationVar(v, name, *v, p.localizer.Text(key, "default", shortDuration(*v)))
	}
	number(&l.Sessions, "max-sessions", "cli.serve.max_sessions")
	number(&l.PerAddress, "max-per-address", "cli.serve.max_per_address")
	number(&l.Pending, "max-pending", "cli.serve.max_pending")
	number(&l.Cells, "max-cells", "cli.serve.max_cells")
	number(&l.Commands, "max-commands", "cli.serve.max_commands")
	number(&l.ConnRate, "rate", "cli.serve.rate")
	number(&l.InputRate, "input-rate", "cli.serve.input_rate")
	number(&l.OutputRate, "output-rate", "cli.serve.output_rate")
	duration(&l.HandshakeTimeout, "handshake-timeout", "cli.serve.handshake_timeout")
	duration(&l.IdleTimeout, "idle-timeout", "cli.serve.idle_timeout")
	duration(&l.SessionTimeout, "session-timeout", "cli.serve.session_timeout")
	duration(&l.KeepAlive, "keep-alive", "cli.serve.keep_alive")
	duration(&l.StallTimeout, "stall-timeout", "cli.serve.stall_timeout")
	number(&l.CommandLength, "max-command", "cli.serve.max_command")
	number(&l.Environment, "max-env", "cli.serve.max_env")
}

// checkPositive refuses a limit that is not above zero.
func (p *program) checkPositive(flags *pflag.FlagSet) error {
	var err error
	flags.VisitAll(func(f *pflag.Flag) {
		n, _ := strconv.Atoi(f.Value.String())
		d, _ := time.ParseDuration(f.Value.String())
		kind := f.Value.Type()
		if (kind == "int" && n <= 0) || (kind == "duration" && (d < 0 || d == 0 && f.Name != "drain")) {
			err = p.userError(codeMisuse, "error.serve.limit", "flag", "--"+f.Name)
		}
	})
	return err
}

// checkAddresses refuses an address that is not HOST:PORT.
func (p *program) checkAddresses(o serveOptions) error {
	switch {
	case !isHostPort(o.listen):
		return p.userError(codeMisuse, "error.serve.address", "flag", "--listen", "address", quotable(o.listen), "example", "127.0.0.1:2222")
	case o.metrics != "" && !isHostPort(o.metrics):
		return p.userError(codeMisuse, "error.serve.address", "flag", "--metrics", "address", quotable(o.metrics), "example", "127.0.0.1:9222")
	}
	return nil
}

// isHostPort reports whether s has the form HOST:PORT; the host may be left out.
func isHostPort(s string) bool {
	host, port, err := net.SplitHostPort(s)
	if err != nil || strings.ContainsAny(host, " /\t") {
		return false
	}
	_, err = strconv.ParseUint(port, 10, 16)
	return err == nil
}

// shortDuration returns a duration without zero units at its end: 15m and not
// 15m0s.
func shortDuration(d time.Duration) string {
	s := d.String()
	for _, zero := range []string{"m0s", "h0m"} {
		if strings.HasSuffix(s, zero) {
			s = s[:len(s)-2]
		}
	}
	return s
}
