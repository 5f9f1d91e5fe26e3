package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"

	"github.com/go-json-experiment/json"

	"voxatlas/data"
	"voxatlas/data/editions"
	"voxatlas/data/fetched"
	"voxatlas/data/library"
	"voxatlas/ui/say"
	"voxatlas/ui/sshd"
)

// servedDates returns a request's answer: the dates of the editions that it would be about.
func servedDates(t *testing.T, s *servedEditions) string {
	t.Helper()
	var out bytes.Buffer
	s.handle(t.Context(), sshd.Request{Out: &out})
	return out.String()
}

// TestReload reads editions again at each signal, and never while there is none.
func TestReload(t *testing.T) {
	dir := fetched.Dir(t.TempDir())
	save := func(date string) {
		t.Helper()
		var f data.File
		if err := json.Unmarshal([]byte(editions.NewestText()), &f); err != nil {
			t.Fatal(err)
		}
		f.Edition = date
		if err := dir.Save(&f); err != nil {
			t.Fatal(err)
		}
	}
	damage := func(date string) {
		t.Helper()
		if err := os.WriteFile(dir.Path(date), []byte("{}"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	save("2026-01-01")
	damage("2026-01-02")
	for _, tt := range []struct {
		name, date       string
		first, then, end string
	}{
		{"the newest", "", "2021-03-23 2023-01-26 2026-01-01: 2026-01-01", "2021-03-23 2023-01-26 2026-01-01: 2026-01-01", "2021-03-23 2023-01-26 2026-01-01 2026-01-03: 2026-01-03"},
		{"one by its date", "2026-01-01", "2021-03-23 2023-01-26 2026-01-01: 2026-01-01", "2021-03-23 2023-01-26 2026-01-01: 2026-01-01", "2021-03-23 2023-01-26 2026-01-01 2026-01-03: 2026-01-01"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var log bytes.Buffer
				p := newProgram(Env{Localizers: say.Localizers(), Library: library.Of("2021-03-23", "2023-01-26"), Fetched: dir, SSH: &SSH{
					Handler: func(lib *library.Library, served *library.Edition, _ int) sshd.Handler {
						return func(_ context.Context, r sshd.Request) (*sshd.Browser, int) {
							_, err := r.Out.Write([]byte(strings.Join(lib.Dates(), " ") + ": " + served.Date))
							return nil, len(lib.Editions()) * map[bool]int{true: 1}[err == nil]
						}
					},
				}})
				p.options.edition = tt.date
				s, err := p.newServedEditions(slog.New(slog.NewTextHandler(&log, nil)), 1)
				if err != nil {
					t.Fatal(err)
				}
				signals := make(chan os.Signal)
				ctx, stop := context.WithCancel(t.Context())
				defer stop()
				go s.reloadAt(ctx, signals)
				synctest.Wait()
				if got := servedDates(t, s); got != tt.first {
					t.Errorf("at first there are %s", got)
				}
				running := *s.current.Load()
				signals <- syscall.SIGHUP // 2026-01-02 is damaged still
				synctest.Wait()
				if got := servedDates(t, s); got != tt.then || strings.Count(log.String(), "level=ERROR") != 3 {
					t.Errorf("with a damaged one there are %s: %s", got, log.String())
				}
				if err := dir.Remove("2026-01-02"); err != nil {
					t.Fatal(err)
				}
				save("2026-01-03")
				signals <- syscall.SIGHUP
				synctest.Wait()
				if got := servedDates(t, s); got != tt.end {
					t.Errorf("in the end there are %s: %s", got, log.String())
				}
				var out bytes.Buffer
				if running(ctx, sshd.Request{Out: &out}); out.String() != tt.first {
					t.Errorf("a request of before is about %s", out.String())
				}
			})
			damage("2026-01-02")
			if err := dir.Remove("2026-01-03"); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// TestSignalsBeforeEditions: a server that is still reading its editions is not ended by the
// signal to read them again.
func TestSignalsBeforeEditions(t *testing.T) {
	var calls []string
	p := newProgram(Env{Localizers: say.Localizers(), Library: library.Of("2023-01-26"), Err: io.Discard, SSH: &SSH{
		Handler: func(*library.Library, *library.Edition, int) sshd.Handler {
			calls = append(calls, "editions")
			return nil
		},
		Reload: func() <-chan os.Signal {
			calls = append(calls, "signals")
			return nil
		},
		Listen: func(context.Context, string, sshd.Limits) (net.Listener, error) { return nil, net.ErrClosed },
	}})
	err := p.runServer(t.Context(), serveOptions{hostKey: filepath.Join(t.TempDir(), "key"), limits: sshd.Defaults()})
	if !errors.Is(err, net.ErrClosed) || !slices.Equal(calls, []string{"signals", "editions"}) {
		t.Errorf("%v: %v", err, calls)
	}
}
