package sshd

import (
	"encoding/binary"
	"io"
	"net"
	"time"
)

// version is the server's identification (RFC 4253, section 4.2).
const version = "SSH-2.0-voxatlas"

// tooManyConnections is a reason of RFC 4253, section 11.1.
const tooManyConnections = 12

// appendRefusal appends the bytes that end a connection before the handshake: the
// server's version, and an SSH_MSG_DISCONNECT with a message, in a packet as it is
// before keys are exchanged (RFC 4253, sections 4.2, 6 and 11.1). It costs no
// cryptography, and most clients show the message.
func appendRefusal(b []byte, message string) []byte {
	const (
		disconnect = 1
		block      = 8 // packets are padded to it, by at least 4 bytes
	)
	b = append(b, version+"\r\n"...)
	payload := []byte{disconnect}
	payload = binary.BigEndian.AppendUint32(payload, tooManyConnections)
	payload = binary.BigEndian.AppendUint32(payload, uint32(len(message)))
	payload = append(payload, message...)
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

// reject sends a message to a refused connection, which the caller then closes. It
// closes the writing half and reads a little before it returns: the network resets
// a connection that is closed with unread input, and the message is lost.
func reject(c net.Conn, message string) {
	_ = c.SetDeadline(time.Now().Add(rejectGrace))
	if _, err := c.Write(appendRefusal(nil, message)); err != nil {
		return
	}
	if half, ok := c.(interface{ CloseWrite() error }); ok {
		_ = half.CloseWrite()
	}
	_, _ = io.CopyN(io.Discard, c, 16<<10)
}
