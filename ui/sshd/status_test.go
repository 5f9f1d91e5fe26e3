package sshd

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// askStatus sends a request to the status page and returns the answer, read by the
// client of net/http.
func askStatus(t *testing.T, s *Server, request string) (*http.Response, string) {
	t.Helper()
	client, conn := net.Pipe()
	go s.answerStatus(conn)
	go io.WriteString(client, request) //nolint:errcheck // an answer may come before the end
	method, _, _ := strings.Cut(request, " ")
	answer, err := http.ReadResponse(bufio.NewReader(client), &http.Request{Method: method})
	if err != nil {
		t.Fatalf("%q: %v", request, err)
	}
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatalf("%q: %v", request, err)
	}
	if _, err := client.Read(make([]byte, 1)); err != io.EOF {
		t.Errorf("%q: the connection is not closed: %v", request, err)
	}
	return answer, string(body)
}

func TestStatus(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		get := func(path string) (int, string) {
			answer, body := askStatus(t, r.server, "GET "+path+" HTTP/1.1\r\nHost: x\r\n\r\n")
			return answer.StatusCode, body
		}
		cl := r.newClient("en").browse(60, 12)
		cl.wantScreen("typed")
		if code, _ := get("/healthz"); code != 200 {
			t.Errorf("healthz: %d", code)
		}
		if code, _ := get("/readyz"); code != 200 {
			t.Errorf("readyz: %d", code)
		}
		_, body := get("/metrics")
		for _, want := range []string{"voxatlas_ssh_sessions 1\n", "voxatlas_ssh_cells 720\n", "voxatlas_ssh_connections_total 1\n", "go_goroutines ", "go_memstats_heap_alloc_bytes ", "go_gc_duration_seconds_count "} {
			if !strings.Contains(body, want) {
				t.Errorf("metrics lack %q:\n%s", want, body)
			}
		}
		r.stop()
		settle()
		if code, _ := get("/readyz"); code != 503 {
			t.Errorf("readyz while draining: %d", code)
		}
		cl.typeKeys("q")
		cl.wantExit(0)
		cl.disconnect()
		settle()
		if _, body := get("/metrics"); !strings.Contains(body, `voxatlas_ssh_sessions_total{kind="browser",end="done"} 1`) {
			t.Errorf("metrics: %s", body)
		}
	})
}

func TestStatusRequests(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		for _, test := range []struct {
			request string
			code    int
			body    string
		}{
			{"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n", 200, "ok\n"},
			{"GET /healthz HTTP/1.0\n\n", 200, "ok\n"},
			{"GET /healthz?verbose=1 HTTP/1.1\r\n\r\n", 200, "ok\n"},
			{"HEAD /healthz HTTP/1.1\r\n\r\n", 200, ""},
			{"GET /readyz HTTP/1.1\r\n\r\n", 200, "ready\n"},
			{"GET / HTTP/1.1\r\n\r\n", 404, "page not found\n"},
			{"GET /healthz/ HTTP/1.1\r\n\r\n", 404, "page not found\n"},
			{"POST /metrics HTTP/1.1\r\nContent-Length: 1\r\n\r\nx", 405, "method not allowed\n"},
			{"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, "bad request\n"},
			{"GET /healthz\r\n\r\n", 400, "bad request\n"},
			{"\r\n\r\n", 400, "bad request\n"},
			{"GET /healthz HTTP/1.1\r\nX: " + strings.Repeat("x", statusRequest), 400, "bad request\n"},
		} {
			answer, body := askStatus(t, r.server, test.request)
			if answer.StatusCode != test.code || body != test.body || !answer.Close {
				t.Errorf("%.60q: got %d %q, want %d %q", test.request, answer.StatusCode, body, test.code, test.body)
			}
		}
		if answer, _ := askStatus(t, r.server, "PUT /metrics HTTP/1.1\r\n\r\n"); answer.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("got %v", answer.Header)
		}
		if answer, body := askStatus(t, r.server, "HEAD /metrics HTTP/1.1\r\n\r\n"); answer.ContentLength < 100 || body != "" {
			t.Errorf("got %d bytes, %q", answer.ContentLength, body)
		}
	})
}

// A client that sends half a request is let go after a while.
func TestStatusTimeout(t *testing.T) {
	withServer(t, nil, func(t *testing.T, r *rig) {
		client, conn := net.Pipe()
		start := time.Now()
		go r.server.answerStatus(conn)
		_, _ = io.WriteString(client, "GET /metrics HTTP/1.1\r\n")
		if _, err := io.ReadAll(client); err != nil || time.Since(start) != statusTimeout {
			t.Errorf("after %v: %v", time.Since(start), err)
		}
		synctest.Wait()
	})
}

// ServeStatus ends with its listener.
func TestServeStatus(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		new(Server).ServeStatus(l)
		close(ended)
	}()
	for range statusConns + 4 {
		answer, err := http.Get("http://" + l.Addr().String() + "/healthz")
		if err != nil {
			t.Fatal(err)
		}
		if body, err := io.ReadAll(answer.Body); string(body) != "ok\n" || err != nil {
			t.Errorf("got %q, %v", body, err)
		}
		_ = answer.Body.Close()
	}
	_ = l.Close()
	<-ended
}
