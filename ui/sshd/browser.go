package sshd

import (
	"bytes"
	"errors"
	"io"
	"runtime/debug"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/time/rate"

	"voxatlas/ui/tui/screen"
)

// browse shows a browser until the visitor leaves it or is made to. The error is
// nil or an [ending].
func (v *visit) browse(b *Browser) error {
	w, h := v.window.size()
	s := screen.New(b.Model, outlet{v, v.ch, false}, screen.Options{Profile: b.Profile, Environ: v.environ, W: w, H: h})
	v.window.follow(w, h, func(w, h int) { s.Send(tea.WindowSizeMsg{Width: w, Height: h}) })
	v.session.Store(s)
	defer v.session.Store(nil)
	go v.read(s)
	err := s.Run(v.ctx)
	var e ending
	var p *screen.PanicError
	switch {
	case err == nil, errors.As(err, &e):
		return err
	case errors.As(err, &p):
		return v.broke(p)
	case errors.Is(err, screen.ErrStalled):
		return stalled
	}
	return gone // the output fails when nobody is there
}

// read gives the session what the visitor types. Whoever is faster than hands are
// waits between two reads; what comes meanwhile waits, too, at last in the
// network.
func (v *visit) read(s *screen.Session) {
	defer v.end(gone)
	defer func() {
		if r := recover(); r != nil {
			_ = v.broke(&screen.PanicError{Value: r, Stack: debug.Stack()})
			v.end(broken)
		}
	}()
	var keys atomic.Int32
	in := screen.NewInput(func(m tea.Msg) {
		keys.Add(1)
		v.clock.touch()
		s.Send(m)
	})
	defer func() { _ = in.Close() }()
	pace := rate.NewLimiter(keysPerSec, keysAtOnce)
	b := make([]byte, 1<<10)
	for {
		n, err := v.ch.Read(b)
		_, _ = in.Write(b[:n])
		for k := int(keys.Swap(0)); k > 0 && err == nil; k -= keysAtOnce {
			err = pace.WaitN(v.ctx, min(k, keysAtOnce))
		}
		if err != nil {
			return
		}
	}
}

// warn tells a browser that it will end.
func (v *visit) warn(why ending, left time.Duration) {
	if s := v.session.Load(); s != nil {
		s.Send(v.server.config.Notice(string(why), left))
	}
}

// piece is how much is written at once. SSH keeps a buffer per channel that is as
// large as the largest write.
const piece = 2 << 10

// An outlet writes to a visitor, in pieces, each of which must be taken in time;
// else the visit ends. It waits afterwards if the visitor's address was sent more
// than it may be. A line's end becomes what a raw terminal needs when told.
type outlet struct {
	visit *visit
	w     io.Writer
	cr    bool
}

// lines is an outlet for text.
func (v *visit) lines(w io.Writer) io.Writer { return outlet{v, w, v.terminal} }

// Write writes b.
func (o outlet) Write(b []byte) (int, error) {
	n := len(b)
	if o.cr {
		b = bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n"))
	}
	defer o.visit.stall.Stop()
	if o.visit.works {
		<-o.visit.server.commands
		defer func() { o.visit.server.commands <- struct{}{} }()
	}
	for len(b) > 0 {
		o.visit.stall.Reset(o.visit.server.config.Limits.Stall)
		k, err := o.w.Write(b[:min(len(b), piece)])
		if err != nil {
			return 0, err
		}
		b = b[k:]
		o.visit.stall.Stop()
		o.visit.conn.rest(o.visit.conn.place.output, k)
	}
	return n, nil
}
