package sshd

import (
	"context"
	"io"
)

// conversation is a session's dialog with a client.
type conversation struct {
	*session
	dialog Dialog
	out    io.Writer
	editor lineEditor
	over   bool
}

// runDialog answers the lines of a client until it quits, its input ends, or the session is
// ended. The error is nil or an endReason.
func (s *session) runDialog(b *Browser) error {
	c := &conversation{s, b.Dialog, s.textWriter(s.ch), lineEditor{echo: s.hasTerminal}, false}
	if err := c.work(func() { c.dialog.Begin(s.ctx, c.out) }); err != nil {
		return err
	}
	chunks := make(chan []byte)
	go s.readChunks(chunks)
	for !c.over {
		select {
		case <-s.ctx.Done():
			return context.Cause(s.ctx)
		case chunk, ok := <-chunks:
			if !ok {
				c.editor.end()
			}
			if err := c.take(chunk); err != nil {
				return err
			}
		}
	}
	return context.Cause(s.ctx)
}

// take takes a piece of input: it echoes the keys, and answers each line in it.
func (c *conversation) take(chunk []byte) error {
	for {
		chunk = chunk[c.editor.write(chunk):]
		if _, err := (pacedWriter{c.session, c.ch, false}).Write(c.editor.takeEcho()); err != nil {
			return clientGone // writes fail once the client has gone
		}
		line, tooLong, ok := c.editor.takeLine()
		if ok {
			if err := c.work(func() { c.answer(line, tooLong) }); err != nil {
				return err
			}
		}
		switch {
		case c.over:
			return nil
		case c.editor.ended:
			c.over = true
			_, _ = c.out.Write([]byte("\n")) // behind the prompt
			return nil
		case len(chunk) == 0:
			return nil
		}
	}
}

// answer hands a line to the dialog.
func (c *conversation) answer(line string, tooLong bool) {
	if tooLong {
		c.dialog.TooLong(c.out)
		return
	}
	c.over = c.dialog.AnswerLine(c.ctx, line, c.out)
}

// work does the work of an answer, which is like that of a command, and waits for a slot like
// one. The error is an endReason.
func (c *conversation) work(answer func()) error {
	release, err := c.takeSlots()
	if err != nil {
		return err
	}
	defer release()
	if p := runAside(answer); p != nil {
		return c.recordPanic(p)
	}
	return context.Cause(c.ctx)
}

// readChunks sends the client's input in pieces, and closes chunks when it has ended. A piece
// is read when the one before was taken, so that the network slows the sender down.
func (s *session) readChunks(chunks chan<- []byte) {
	defer close(chunks)
	for {
		b := make([]byte, 256)
		n, err := s.ch.Read(b)
		if n > 0 {
			s.deadlines.inputReceived()
			select {
			case chunks <- b[:n]:
			case <-s.ctx.Done():
				return
			}
		}
		if err != nil {
			return
		}
	}
}
