package screen

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// Times after which an unfinished token counts as finished. A lone escape is a
// key; the rest of a reply may be a slow line away.
const (
	keyTimeout   = 50 * time.Millisecond
	replyTimeout = 500 * time.Millisecond
	pasteTimeout = time.Second
)

// Input turns the bytes of a terminal into messages: keys, pastes, mouse, and
// the replies to queries, some of which are for [Session.Send] alone. It is made
// for hostile input: it keeps a few kilobytes at most, decodes only short and
// complete sequences, recovers when the decoder panics, and never lets an unfinished
// sequence hold back ctrl+c. It ignores sizes reported in band.
//
// It is safe for use by several goroutines, and delivers from one at a time.
type Input struct {
	send func(tea.Msg)

	mu      sync.Mutex
	pending []byte // of an unfinished token
	skipped byte   // the kind of sequence whose rest is being dropped
	pasting bool
	paste   []byte
	timer   *time.Timer
	due     time.Time
	burst   time.Time // when text last came faster than it can be typed: a paste without brackets
	closed  bool
	dec     uv.EventDecoder
}

// NewInput returns an Input that delivers to send, which may block.
func NewInput(send func(tea.Msg)) *Input { return &Input{send: send} }

// readFrom feeds everything from r, until its error or its end.
func (in *Input) readFrom(r io.Reader) (int64, error) {
	var total int64
	b := make([]byte, 1024)
	for {
		n, err := r.Read(b)
		total += int64(n)
		_, _ = in.Write(b[:n])
		switch {
		case err == io.EOF:
			return total, nil
		case err != nil:
			return total, err
		}
	}
}

// Write feeds bytes of the terminal. It takes them all and never fails.
func (in *Input) Write(b []byte) (int, error) {
	in.mu.Lock()
	defer in.mu.Unlock()
	n := len(b)
	if len(in.pending) > 0 {
		in.pending = append(in.pending, b...)
		b = in.pending
	}
	in.setPending(in.consume(b))
	return n, nil
}

// Close drops an unfinished token or paste and stops all delivery.
func (in *Input) Close() error {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.closed = true
	in.setPending(nil)
	in.paste = nil
	if in.timer != nil {
		in.timer.Stop()
	}
	return nil
}

// setPending keeps the bytes of an unfinished token, and sets the time at which
// the token counts as finished.
func (in *Input) setPending(rest []byte) {
	in.pending = append(in.pending[:0], rest...)
	if cap(in.pending) > 4*maxString {
		in.pending = bytes.Clone(in.pending)
	}
	wait := keyTimeout
	switch {
	case in.closed || (len(in.pending) == 0 && in.skipped == 0 && !in.pasting):
		in.due = time.Time{}
		return
	case in.pasting:
		wait = pasteTimeout
	case len(in.pending) > 2 || in.skipped != 0:
		wait = replyTimeout
	}
	in.due = time.Now().Add(wait)
	if in.timer == nil {
		in.timer = time.AfterFunc(wait, in.onTimeout)
		return
	}
	in.timer.Reset(wait)
}

// onTimeout finishes a token or paste that has waited long enough.
func (in *Input) onTimeout() {
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.closed || in.due.IsZero() || time.Now().Before(in.due) {
		return // there was news in the meantime
	}
	b := in.pending
	switch {
	case in.pasting:
		in.appendPaste(b)
		in.finishPaste()
	case len(b) > 0 && in.skipped == 0 && (len(b) <= 2 || b[len(b)-1] == '$'):
		for len(b) > 0 {
			n := max(1, in.decodeToken(b[:len(b):len(b)]))
			b = b[min(n, len(b)):]
		}
	}
	in.skipped = 0
	in.setPending(nil)
}

// consume delivers all finished tokens at the front of b and returns the rest.
func (in *Input) consume(b []byte) []byte {
	for len(b) > 0 && !in.closed {
		if in.pasting {
			n := in.consumePaste(b)
			if n == 0 && in.pasting {
				return b
			}
			b = b[n:]
			continue
		}
		if in.skipped != 0 {
			n, done := skipRest(b, in.skipped)
			if done {
				in.skipped = 0
			}
			if b = b[n:]; !done {
				return b
			}
			continue
		}
		n, v := nextToken(b)
		if v == tokenText {
			in.burst = time.Now()
		}
		if v <= tokenKeys && !in.burst.IsZero() && b[0] >= 0x20 && time.Since(in.burst) < keyTimeout {
			n, v = max(n, printableLen(b)), tokenText // the end of a paste is text, too
		}
		switch v {
		case tokenUnfinished:
			if len(b) <= maxString {
				return b
			}
			if in.skipped = b[1]; in.skipped == 0x1b {
				in.skipped = b[2]
			}
			return nil
		case tokenKey:
			n = in.decodeToken(b[:n:n])
		case tokenFence:
			in.send(fencePassedMsg{})
		case tokenKeys:
			for keys := b[:n]; len(keys) > 0; {
				_, size := utf8.DecodeRune(keys)
				keys = keys[max(in.decodeToken(keys[:size:size]), 1):]
			}
		case tokenText:
			in.send(tea.PasteMsg{Content: printableText(string(b[:n]), n)})
		}
		b = b[max(n, 1):]
	}
	return nil
}

// decodeToken delivers the token at the front of b and returns its length. The
// decoder is not ours: a token on which it panics is dropped.
func (in *Input) decodeToken(b []byte) (n int) {
	n = len(b)
	var e uv.Event
	switch {
	case string(b) == pasteStart:
		in.pasting = true
		return n
	case len(b) == 4 && b[1] == '[' && b[2] == '[':
		e = uv.KeyPressEvent{Code: uv.KeyF1 + rune(b[3]-'A')}
	default:
		func() {
			defer func() { _ = recover() }()
			var used int
			if used, e = in.dec.Decode(b); used > 0 && used < n && b[0] >= 0x80 {
				n = used
			}
		}()
	}
	in.deliver(e)
	return n
}

// consumePaste adds the front of b to the current paste, or ends the paste. It
// returns the number of bytes used.
func (in *Input) consumePaste(b []byte) int {
	if len(b) == 1 && b[0] == ctrlC && time.Until(in.due) < pasteTimeout-keyTimeout { // it came alone: a key, and the paste's end is lost
		in.finishPaste()
		return 0
	}
	if i := bytes.Index(b, []byte(pasteEnd)); i >= 0 {
		in.appendPaste(b[:i])
		in.finishPaste()
		return i + len(pasteEnd)
	}
	keep := min(len(b), len(pasteEnd)-1)
	for !strings.HasPrefix(pasteEnd, string(b[len(b)-keep:])) {
		keep--
	}
	in.appendPaste(b[:len(b)-keep])
	return len(b) - keep
}

// appendPaste adds b to the paste, as far as maxPaste allows.
func (in *Input) appendPaste(b []byte) {
	in.paste = append(in.paste, b[:min(len(b), maxPaste-len(in.paste))]...)
}

// finishPaste delivers the paste: line ends are \n, and forbidden runes are
// dropped, except tabs and line ends.
func (in *Input) finishPaste() {
	s := strings.ReplaceAll(strings.ReplaceAll(string(in.paste), "\r\n", "\n"), "\r", "\n")
	s = strings.Map(func(r rune) rune {
		if r == utf8.RuneError || (forbidden(r) && r != '\n' && r != '\t') {
			return -1
		}
		return r
	}, s)
	in.pasting, in.paste = false, nil
	in.send(tea.PasteMsg{Content: s})
}

// deliver sends the messages that a session or a model uses. It drops all other
// events: nothing has asked the terminal for them.
func (in *Input) deliver(e uv.Event) {
	switch e := e.(type) {
	case uv.MultiEvent:
		for _, e := range e[:min(len(e), 4)] {
			in.deliver(e)
		}
	case uv.KeyPressEvent:
		in.send(tea.KeyPressMsg(withValidText(uv.Key(e))))
	case uv.MouseClickEvent:
		in.send(tea.MouseClickMsg(e))
	case uv.MouseReleaseEvent:
		in.send(tea.MouseReleaseMsg(e))
	case uv.MouseWheelEvent:
		in.send(tea.MouseWheelMsg(e))
	case uv.MouseMotionEvent:
		in.send(tea.MouseMotionMsg(e))
	case uv.BackgroundColorEvent:
		if e.Color != nil {
			in.send(tea.BackgroundColorMsg(e))
		}
	case uv.CursorPositionEvent:
		if e.Y == probeRow {
			in.send(cursorMsg{e.X})
		}
	case uv.ModeReportEvent:
		in.send(tea.ModeReportMsg(e))
	}
}

// withValidText returns k without its text if that is not printable: the kitty
// protocol lets a terminal claim any.
func withValidText(k uv.Key) uv.Key {
	for _, r := range k.Text {
		if forbidden(r) || r == utf8.RuneError {
			k.Text = ""
			break
		}
	}
	if k.Text != "" && k.Code <= unicode.MaxRune && !utf8.ValidRune(k.Code) {
		k.Text = ""
	}
	return k
}
