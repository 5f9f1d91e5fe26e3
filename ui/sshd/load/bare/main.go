package main

import (
	"errors"
	"flag"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"charm.land/ssh"
	"charm.land/wish/v2"
	"charm.land/wish/v2/bubbletea"

	tea "charm.land/bubbletea/v2"
	"github.com/VictoriaMetrics/metrics"
)

func main() {
	if err := serve(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bare:", err)
		os.Exit(1)
	}
}

func serve(args []string) error {
	fs := flag.NewFlagSet("bare", flag.ContinueOnError)
	file := fs.String("names", "", "`file` with a name per line")
	listen := fs.String("listen", "127.0.0.1:2222", "`address` for SSH")
	status := fs.String("metrics", "127.0.0.1:2223", "`address` for metrics")
	key := fs.String("host-key", "", "`file` of the host key, made if there is none")
	if err := fs.Parse(args); err != nil {
		return err
	}
	text, err := os.ReadFile(*file)
	if err != nil {
		return fmt.Errorf("names: %w", err)
	}
	names := strings.Split(strings.TrimSpace(string(text)), "\n")
	server, err := wish.NewServer(
		wish.WithAddress(*listen),
		wish.WithHostKeyPath(*key),
		wish.WithMiddleware(bubbletea.Middleware(func(s ssh.Session) (tea.Model, []tea.ProgramOption) {
			pty, _, _ := s.Pty()
			return newPage(names, pty.Window.Width, pty.Window.Height), nil
		})),
	)
	if err != nil {
		return err
	}
	http.HandleFunc("GET /metrics", func(w http.ResponseWriter, _ *http.Request) { metrics.WriteProcessMetrics(w) })
	go func() { fmt.Fprintln(os.Stderr, http.ListenAndServe(*status, nil)) }()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		_ = server.Close()
	}()
	if err := server.ListenAndServe(); !errors.Is(err, ssh.ErrServerClosed) {
		return err
	}
	return nil
}
