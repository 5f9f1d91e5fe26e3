package sshd

import (
	"net"
	"testing"
	"testing/synctest"
	"time"
)

// TestCloseAfterGrace: at the end of a session the connection stays open as long as
// the client shows that it still reads, but not longer than Limits.StallTimeout.
func TestCloseAfterGrace(t *testing.T) {
	for name, tt := range map[string]struct {
		sendEvery time.Duration // the client sends a byte this often; 0 for never
		sends     int
		want      time.Duration // until the connection is closed
	}{
		"a silent client":      {0, 0, closeGrace},
		"a client that reads":  {3 * time.Second, 2, 6*time.Second + closeGrace},
		"a client without end": {3 * time.Second, 100, Defaults().StallTimeout},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				lim := newLimiter(Defaults())
				from := addressOf(address("203.0.113.7:1"))
				if why := lim.connOpened(from); why != admitted {
					t.Fatal(why)
				}
				client, server := net.Pipe()
				defer client.Close() //nolint:errcheck // a pipe
				c := newConn(server, from, lim, newMetrics(lim))
				go func() { // the SSH library reads until the connection is closed
					b := make([]byte, 16)
					for {
						if _, err := c.Read(b); err != nil {
							return
						}
					}
				}()
				start := time.Now()
				c.cancelHandshakeTimer()
				c.closeAfterGrace()
				sent := make(chan struct{})
				go func() {
					defer close(sent)
					for range tt.sends {
						time.Sleep(tt.sendEvery)
						if _, err := client.Write([]byte("x")); err != nil {
							return
						}
					}
				}()
				<-c.closed
				if got := time.Since(start); got != tt.want {
					t.Errorf("closed after %v, want %v", got, tt.want)
				}
				<-sent
			})
		})
	}
}
