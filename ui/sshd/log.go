package sshd

import (
	"errors"
	"log/slog"
	"net/netip"
	"time"

	"voxatlas/model"
)

// logSession counts and logs a session that has ended, and nothing of its input.
func (s *Server) logSession(o *session, lang model.Lang, r outcome, took time.Duration) {
	end := "done"
	var e endReason
	if errors.As(r.reason, &e) {
		end = string(e)
	}
	in, out := o.conn.in.Load(), o.conn.out.Load()
	s.metrics.countSession(r.kind, end, took)
	attrs := []any{"address", s.loggedAddress(o.conn.from), "kind", r.kind, "lang", string(lang)}
	if o.hasTerminal {
		w, h := o.window.size()
		attrs = append(attrs, "term", o.term, slog.Group("size", "columns", w, "rows", h))
	}
	s.config.Log.Info("session", append(attrs, "duration", took.Round(time.Millisecond), "bytes_in", in, "bytes_out", out, "code", r.code, "end", end)...)
}

// loggedAddress returns an address as the log shows it: a network if the
// configuration says so.
func (s *Server) loggedAddress(from netip.Prefix) string {
	switch {
	case !from.IsValid():
		return "unknown"
	case s.config.Anonymize:
		bits := 48
		if from.Addr().Is4() {
			bits = 24
		}
		p, _ := from.Addr().Prefix(bits) // fails for a wrong number of bits only
		return p.String()
	case from.IsSingleIP():
		return from.Addr().String()
	}
	return from.String()
}
