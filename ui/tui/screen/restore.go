package screen

import (
	"errors"
	"time"
)

// leave gives the terminal back as it was found, for good. It waits for the write
// in flight for at most wait, and returns [ErrStalled] when the terminal did not
// take the last bytes in that time.
func (s *renderer) leave(wait time.Duration) error { return s.restore(wait, true) }

// pause gives the terminal back for a while: the next frame enters it again.
func (s *renderer) pause(wait time.Duration) error { return s.restore(wait, false) }

// deadlineWriter is an output that can give up a write: a non-blocking terminal
// or a network connection.
type deadlineWriter interface{ SetWriteDeadline(time.Time) error }

func (s *renderer) restore(wait time.Duration, final bool) error {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil
	}
	s.closed = true // no frame may follow the last bytes
	s.dirty, s.extras = false, extras{}
	done := s.writerDone
	s.mu.Unlock()

	end := time.Now().Add(wait)
	out, timed := s.out.(deadlineWriter)
	timed = timed && out.SetWriteDeadline(end) == nil
	if timed {
		defer func() { _ = out.SetWriteDeadline(time.Time{}) }()
	}
	if done != nil && !closedWithin(done, time.Until(end)) {
		if !timed || !closedWithin(done, wait) {
			return ErrStalled
		}
	}
	if s.entered {
		if err := s.writeRestore(end, timed); err != nil {
			return err
		}
	}
	s.mu.Lock()
	s.closed, s.stale = final, true
	if errors.Is(asStalled(s.err), ErrStalled) {
		s.err = nil // we gave up that write ourselves
	}
	s.mu.Unlock()
	return nil
}

// writeRestore writes the bytes that switch all modes off. With timed, the output
// has a write deadline; else a goroutine writes, and may outlive the renderer.
func (s *renderer) writeRestore(end time.Time, timed bool) error {
	b := s.modes.appendSwitch([]byte(nil), modes{})
	if s.synced {
		b = append(b, seqSyncEnd...)
	}
	b = append(b, seqLeave...)
	s.entered, s.restoreSeq = false, b
	done := make(chan struct{})
	var err error
	if timed {
		// After a write that was given up, some more time for these few bytes.
		_ = s.out.(deadlineWriter).SetWriteDeadline(laterOf(end, time.Now().Add(20*time.Millisecond)))
		_, err = s.out.Write(b)
		return asStalled(err)
	}
	go func() {
		defer close(done)
		defer func() { _ = recover() }()
		_, err = s.out.Write(b)
	}()
	if !closedWithin(done, time.Until(end)) {
		return ErrStalled
	}
	return err
}

// asStalled returns ErrStalled instead of a timeout, else err.
func asStalled(err error) error {
	var t interface{ Timeout() bool }
	if errors.As(err, &t) && t.Timeout() {
		return ErrStalled
	}
	return err
}

// laterOf returns the later of two times.
func laterOf(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// closedWithin waits for done to close, for at most wait, and reports whether it
// did.
func closedWithin(done <-chan struct{}, wait time.Duration) bool {
	select {
	case <-done:
		return true
	default:
	}
	t := time.NewTimer(wait)
	defer t.Stop()
	select {
	case <-done:
		return true
	case <-t.C:
		return false
	}
}
