package sshd

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"net/textproto"
	"strings"
	"time"
)

// The limits of the status page: connections at a time, bytes of a request, and the
// time until a connection is closed.
const (
	statusConns   = 16
	statusRequest = 16 << 10
	statusTimeout = 10 * time.Second
)

// ServeStatus serves the status over HTTP until l is closed:
//
//	/metrics   the figures, as text for Prometheus
//	/healthz   200: the process works
//	/readyz    200: the server admits clients; 503 before it listens and while it drains
//
// It speaks as much HTTP/1.1 as Prometheus, health checks and curl need: GET and
// HEAD, a request per connection. The server of net/http would make the program
// larger by a tenth. The listener should not be public.
func (s *Server) ServeStatus(l net.Listener) {
	slots := make(chan struct{}, statusConns)
	for {
		slots <- struct{}{}
		conn, err := l.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err != nil { // too many open files, or a client that is gone again
			time.Sleep(100 * time.Millisecond)
			<-slots
			continue
		}
		go func() {
			defer func() { <-slots }()
			s.answerStatus(conn)
		}()
	}
}

// answerStatus answers the request of a connection, and closes it.
func (s *Server) answerStatus(conn net.Conn) {
	defer conn.Close()                                  //nolint:errcheck // the client has its answer, or has gone
	_ = conn.SetDeadline(time.Now().Add(statusTimeout)) // fails only for a closed connection
	method, path, err := readStatusRequest(conn)
	if err != nil {
		writeStatus(conn, method, statusPage{code: "400 Bad Request", body: "bad request\n"})
		return
	}
	writeStatus(conn, method, s.statusPage(method, path))
}

// readStatusRequest reads a request with its header lines. It returns the method and
// the path without a query.
func readStatusRequest(r io.Reader) (method, path string, err error) {
	in := textproto.NewReader(bufio.NewReader(io.LimitReader(r, statusRequest)))
	line, err := in.ReadLine()
	if err != nil {
		return "", "", err
	}
	for header := "more"; header != ""; { // to the end: a client may refuse an answer to half a request
		if header, err = in.ReadLine(); err != nil {
			return "", "", err
		}
	}
	fields := strings.Split(line, " ")
	if len(fields) != 3 || !strings.HasPrefix(fields[2], "HTTP/1.") {
		return "", "", fmt.Errorf("no HTTP/1 request: %q", line)
	}
	path, _, _ = strings.Cut(fields[1], "?")
	return fields[0], path, nil
}

// statusPage is an answer: the code with its phrase, and a plain text.
type statusPage struct {
	code, body string
	headers    string // further header lines, each with its end
}

// statusPage returns the answer to a request.
func (s *Server) statusPage(method, path string) statusPage {
	const ok = "200 OK"
	if method != "GET" && method != "HEAD" {
		return statusPage{"405 Method Not Allowed", "method not allowed\n", "Allow: GET, HEAD\r\n"}
	}
	switch path {
	case "/metrics":
		var b strings.Builder
		s.metrics.appendText(&b)
		return statusPage{code: ok, body: b.String()}
	case "/healthz":
		return statusPage{code: ok, body: "ok\n"}
	case "/readyz":
		if !s.ready.Load() {
			return statusPage{code: "503 Service Unavailable", body: "draining\n"}
		}
		return statusPage{code: ok, body: "ready\n"}
	}
	return statusPage{code: "404 Not Found", body: "page not found\n"}
}

// writeStatus writes an answer; for the method HEAD, without its text.
func writeStatus(w io.Writer, method string, page statusPage) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "HTTP/1.1 %s\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n", page.code)
	fmt.Fprintf(&b, "Content-Length: %d\r\n%sX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n", len(page.body), page.headers)
	if method != "HEAD" {
		b.WriteString(page.body)
	}
	_, _ = w.Write(b.Bytes()) // nobody is there to be told of an error
}
