package learn

import (
	"crypto/tls"
	"errors"
	"io"
	"net"
	"syscall"

	"voxatlas/model"
)

// Cause is the reason why there was no answer. It is a constant, not a text, so that each
// interface can say it in the user's language.
type Cause uint8

// The causes.
const (
	OtherCause     Cause = iota // none of the others: the Detail of the error has the system's words
	NoHost                      // the name of the host has no address, or no name server answers
	NotAccepted                 // the host accepts no connection
	TimedOut                    // no connection, or none of its first steps, in time
	NoRoute                     // no way to the host, as without a network
	BadCertificate              // the certificate of the host is not trusted
	NoTLS                       // the host does not speak TLS as expected
	BrokenOff                   // the connection ended before an answer came
)

// Key returns the stable word of c for catalogs, as "no_host".
func (c Cause) Key() string {
	return model.WordOf([]string{"other", "no_host", "not_accepted", "timed_out", "no_route", "certificate", "no_tls", "broken_off"}, c)
}

// causeOf returns the cause of an error of a transport.
func causeOf(err error) Cause {
	var noName *net.DNSError
	var untrusted *tls.CertificateVerificationError
	var noTLS tls.RecordHeaderError
	var alert tls.AlertError
	var slow net.Error
	switch {
	case errors.As(err, &noName):
		return NoHost
	case errors.Is(err, syscall.ECONNREFUSED):
		return NotAccepted
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH):
		return NoRoute
	case errors.As(err, &untrusted):
		return BadCertificate
	case errors.As(err, &noTLS), errors.As(err, &alert):
		return NoTLS
	case errors.As(err, &slow) && slow.Timeout():
		return TimedOut
	case errors.Is(err, io.EOF), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return BrokenOff
	}
	return OtherCause
}
