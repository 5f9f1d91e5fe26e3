package cli

import (
	"context"
	"log/slog"
	"os"
	"sync/atomic"

	"voxatlas/data/fetched"
	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/sshd"
)

// servedEditions are the editions that a server serves: the embedded ones, or the user's
// own file, and those of the directory of --editions, which can be read again while the
// server runs. A session keeps the editions that it began with.
type servedEditions struct {
	embedded *library.Library
	dir      fetched.Dir // of --editions; "" for none
	date     string      // of --edition; "" for the newest
	handler  func(*library.Library, *library.Edition) sshd.Handler
	log      *slog.Logger

	current atomic.Pointer[sshd.Handler]
}

// newServedEditions reads the editions that the options ask for. Of the directory, one that
// is damaged is logged and passed over.
func (p *program) newServedEditions(log *slog.Logger, sessions int) (*servedEditions, error) {
	s := &servedEditions{
		embedded: p.env.Library, dir: p.env.Fetched, date: p.options.edition, log: log,
		handler: func(lib *library.Library, e *library.Edition) sshd.Handler {
			return p.env.SSH.Handler(lib, e, sessions)
		},
	}
	if s.dir != "" {
		p.fetched.library, _ = s.read()
	}
	e, err := p.edition()
	if err != nil {
		return nil, err
	}
	s.serve(p.library, e)
	return s, nil
}

// serve serves the editions of a library to clients that connect from now on.
func (s *servedEditions) serve(lib *library.Library, e *library.Edition) {
	handler := s.handler(lib, e)
	s.current.Store(&handler)
}

// handle answers a request about the present editions.
func (s *servedEditions) handle(ctx context.Context, r sshd.Request) (*sshd.Browser, int) {
	return (*s.current.Load())(ctx, r)
}

// read returns a library with the editions of the directory, all of which have been checked
// whole. It reports whether there was no trouble; otherwise it is logged.
func (s *servedEditions) read() (_ *library.Library, ok bool) {
	dates, err := s.dir.Dates()
	if err != nil {
		s.log.Error("editions", "directory", string(s.dir), "error", err.Error())
	}
	atlases, sound, ok := map[string]*model.Atlas{}, []string{}, err == nil
	for _, date := range dates {
		a, err := s.dir.Load(date)
		if err != nil {
			s.log.Error("edition", "file", s.dir.Path(date), "error", err.Error())
			ok = false
			continue
		}
		atlases[date] = a
		sound = append(sound, date)
	}
	return s.embedded.WithFetched(sound, func(date string) (*model.Atlas, error) { return atlases[date], nil }), ok
}

// reloadAt reads the editions again at each signal, until ctx ends.
func (s *servedEditions) reloadAt(ctx context.Context, signals <-chan os.Signal) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-signals:
			s.reload()
		}
	}
}

// reload reads the editions again, and serves them if there is no trouble with any:
// otherwise the ones before stay.
func (s *servedEditions) reload() {
	if s.dir == "" {
		s.log.Info("nothing to read again: there is no --editions")
		return
	}
	lib, ok := s.read()
	if !ok {
		s.log.Error("the editions stay as they were")
		return
	}
	e := lib.Newest()
	if s.date != "" {
		e = lib.Edition(s.date)
	}
	if e == nil {
		s.log.Error("the editions stay as they were", "error", "no edition "+s.date)
		return
	}
	s.serve(lib, e)
	s.log.Info("editions read again", "editions", len(lib.Editions()), "edition", e.Date)
}
