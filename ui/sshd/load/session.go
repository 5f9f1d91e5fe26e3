//go:build linux

package main

import (
	"bytes"
	"fmt"
	"sync"
	"time"

	"golang.org/x/crypto/ssh"
)

// pause is how much silence ends an answer.
const pause = 200 * time.Millisecond

// session is a client with a browser before it. It counts what comes.
type session struct {
	*client
	shown chan struct{} // closed when the first frame is complete
	over  chan struct{} // closed when nothing comes any more

	mu       sync.Mutex
	bytes    int       // of the answer to the last key
	sent     time.Time // the last key
	last     time.Time // byte of its answer
	answered bool
	stray    int // bytes that came after an answer was complete
}

// open opens a session from an address and waits for its first frame.
func (s *server) open(from, text string, config *ssh.ClientConfig) (*session, error) {
	c, err := s.knock(from)
	if err != nil {
		return nil, err
	}
	k, err := connect(c, config)
	if err != nil {
		return nil, err
	}
	n := &session{client: k, shown: make(chan struct{}), over: make(chan struct{})}
	if err := k.shell(); err != nil {
		k.cut()
		return nil, err
	}
	go n.read([]byte(text))
	select {
	case <-n.shown:
		return n, nil
	case <-n.over:
		err = fmt.Errorf("ended before %q was shown", text)
	case <-time.After(time.Minute):
		err = fmt.Errorf("%q was not shown within a minute", text)
	}
	k.cut()
	return nil, err
}

// read looks for a text, and then for nothing but how much comes, and when.
func (n *session) read(text []byte) {
	defer close(n.over)
	b := make([]byte, 4<<10)
	var tail []byte
	for {
		k, err := n.channel.Read(b)
		now := time.Now()
		if text != nil {
			if tail = append(tail, b[:k]...); bytes.Contains(tail, text) {
				text, tail = nil, nil
				close(n.shown)
			} else {
				tail = tail[max(0, len(tail)-len(text)):]
			}
		}
		n.note(k, now)
		if err != nil {
			return
		}
	}
}

func (n *session) note(k int, now time.Time) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.answered && now.Sub(n.last) > pause || n.sent.IsZero() {
		n.stray += k
		return
	}
	n.answered, n.last = true, now
	n.bytes += k
}

// press sends a key.
func (n *session) press(key string) error {
	n.mu.Lock()
	n.bytes, n.answered, n.sent = 0, false, time.Now()
	n.mu.Unlock()
	_, err := n.channel.Write([]byte(key))
	return err
}

// answer is what came since the last key was sent: how long after it the last
// byte was there, and how many there were. Nothing came if there were none.
func (n *session) answer() (after time.Duration, bytes int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if !n.answered {
		return 0, 0
	}
	return n.last.Sub(n.sent), n.bytes
}
