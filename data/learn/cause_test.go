package learn_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"syscall"
	"testing"
	"testing/synctest"

	"voxatlas/data/learn"
	"voxatlas/data/learn/learntest"
)

// TestCauses: why there is no connection is told apart, as the system's errors say it.
func TestCauses(t *testing.T) {
	dial := func(err error) error { return &net.OpError{Op: "dial", Net: "tcp", Err: err} }
	for _, tt := range []struct {
		err  error
		want learn.Cause
	}{
		{dial(&net.DNSError{Err: "no such host", Name: "learn.microsoft.com", IsNotFound: true}), learn.NoHost},
		{dial(&net.DNSError{Err: "i/o timeout", Name: "learn.microsoft.com", IsTimeout: true}), learn.NoHost},
		{dial(os.NewSyscallError("connect", syscall.ECONNREFUSED)), learn.NotAccepted},
		{dial(os.NewSyscallError("connect", syscall.ENETUNREACH)), learn.NoRoute},
		{dial(context.DeadlineExceeded), learn.TimedOut},
		{&tls.CertificateVerificationError{Err: x509.UnknownAuthorityError{}}, learn.BadCertificate},
		{tls.RecordHeaderError{Msg: "first record does not look like a TLS handshake"}, learn.NoTLS},
		{fmt.Errorf("transport: %w", io.EOF), learn.BrokenOff},
		{errors.New("something else"), learn.OtherCause},
	} {
		synctest.Test(t, func(t *testing.T) {
			f := newFetcher(t, smallSite(learntest.Markdown), "")
			f.Transport = roundTripper(func(*http.Request) (*http.Response, error) { return nil, tt.err })
			_, err := f.Fetch(context.Background(), countries)
			var stop *learn.StopError
			if !errors.As(err, &stop) || stop.Stop != learn.Offline || stop.Cause != tt.want {
				t.Errorf("%v: %+v, want %s", tt.err, stop, tt.want.Key())
			}
		})
	}
}
