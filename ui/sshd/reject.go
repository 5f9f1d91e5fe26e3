package sshd

import (
	"encoding/binary"
	"io"
	"net"
	"time"
)

// version is how the server introduces itself.
const version = "SSH-2.0-voxatlas"

// tooManyConnections is a reason of RFC 4253, section 11.1.
const tooManyConnections = 12

// appendRefusal appends all that a server has to say to whom it does not want:
// its version, and an SSH_MSG_DISCONNECT in a packet as they are before keys are
// exchanged (RFC 4253, sections 4.2, 6 and 11.1). It costs no cryptography, and
// clients show the words.
func appendRefusal(b []byte, words string) []byte {
	const (
		disconnect = 1
		block      = 8 // packets are padded to it, by at least 4 bytes
	)
	b = append(b, version+"\r\n"...)
	payload := []byte{disconnect}
	payload = binary.BigEndian.AppendUint32(payload, tooManyConnections)
	payload = binary.BigEndian.AppendUint32(payload, uint32(len(words)))
	payload = append(payload, words...)
	payload = binary.BigEndian.AppendUint32(payload, 0) // no language tag
	padding := block - (5+len(payload))%block
	if padding < 4 {
		padding += block
	}
	b = binary.BigEndian.AppendUint32(b, uint32(1+len(payload)+padding))
	b = append(b, byte(padding))
	b = append(b, payload...)
	return append(b, make([]byte, padding)...)
}

// turnAway says words to a connection that is not let in. It closes the writing
// half and reads a little before it returns: a connection closed with something
// unread is reset, and the words are lost.
func turnAway(c net.Conn, words string) {
	_ = c.SetDeadline(time.Now().Add(linger))
	if _, err := c.Write(appendRefusal(nil, words)); err != nil {
		return
	}
	if half, ok := c.(interface{ CloseWrite() error }); ok {
		_ = half.CloseWrite()
	}
	_, _ = io.CopyN(io.Discard, c, 16<<10)
}
