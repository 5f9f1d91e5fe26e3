package sshd

import (
	"errors"
	"log/slog"
	"net/netip"
	"time"

	"voxatlas/model"
)

// record logs a visit: how it was, and nothing of what was looked at.
func (s *Server) record(v *visit, lang model.Lang, r result, took time.Duration) {
	end := "done"
	var e ending
	if errors.As(r.err, &e) {
		end = string(e)
	}
	in, out := v.conn.in.Load(), v.conn.out.Load()
	s.metrics.session(r.kind, end, took)
	attrs := []any{"address", s.address(v.conn.from), "kind", r.kind, "lang", string(lang)}
	if v.terminal {
		w, h := v.window.size()
		attrs = append(attrs, "term", v.term, slog.Group("size", "columns", w, "rows", h))
	}
	s.config.Log.Info("session", append(attrs, "duration", took.Round(time.Millisecond), "bytes_in", in, "bytes_out", out, "code", r.code, "end", end)...)
}

// address is an address as the log may have it.
func (s *Server) address(from netip.Prefix) string {
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
