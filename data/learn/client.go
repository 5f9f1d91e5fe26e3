package learn

import (
	"compress/flate"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"voxatlas/model"
)

// The limits of requests and answers.
const (
	politePause = time.Second/3 + time.Millisecond // between the starts of two requests to another machine
	maxDuration = time.Minute                      // of a request with its answer
	maxBody     = 2 << 20                          // bytes of an answer, unpacked
	maxHops     = 5                                // redirects
	maxTries    = 3                                // requests for a page whose server fails
	maxWait     = 2 * time.Minute                  // that a server may ask for before a request is made again
)

// client makes requests, one at a time.
type client struct {
	base      *url.URL
	transport http.RoundTripper
	agent     string
	pause     time.Duration // between the starts of two requests
	next      time.Time     // no request is made before
}

// newTransport returns a transport for one run. It finds proxies in the environment.
func newTransport() *http.Transport {
	return &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		DialContext:            (&net.Dialer{Timeout: 15 * time.Second}).DialContext,
		TLSHandshakeTimeout:    15 * time.Second,
		IdleConnTimeout:        maxDuration,
		MaxResponseHeaderBytes: 64 << 10,
		ForceAttemptHTTP2:      true,
	}
}

// answer is the answer to a request, after redirects.
type answer struct {
	url       string // of the page, after redirects, without a query
	status    int
	mediaType string
	body      []byte // of a status of success
	etag      string
	modified  string // Last-Modified
	wait      time.Duration
}

// request asks for a page, and follows redirects on the host of the base. An answer of a
// server that fails, or that asks for a pause, is asked for again. The error is a
// [PageError], a [StopError] or that of ctx.
func (c *client) request(ctx context.Context, address string, header http.Header) (*answer, error) {
	for try := 1; ; try++ {
		a, err := c.follow(ctx, address, header)
		var netError *networkError
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case errors.As(err, &netError):
			if try == maxTries {
				return nil, &StopError{Stop: Offline, URL: address, Cause: causeOf(netError.err), Detail: model.Clean(netError.err.Error(), 200)}
			}
		case err != nil:
			return nil, err
		case a.status == http.StatusTooManyRequests || a.status == http.StatusServiceUnavailable && a.wait > 0:
			if try == maxTries || a.wait > maxWait {
				return nil, &StopError{Stop: Busy, URL: address, Wait: a.wait, Detail: strconv.Itoa(a.status)}
			}
		case a.status >= 500:
			if try == maxTries {
				return nil, pageError(address, ServerFault, strconv.Itoa(a.status))
			}
		default:
			return a, nil
		}
		wait := time.Second << (2 * (try - 1)) // 1 s, then 4 s
		if a != nil {
			wait = max(wait, a.wait)
		}
		if err := sleep(ctx, wait); err != nil {
			return nil, err
		}
	}
}

// networkError reports that there was no answer.
type networkError struct{ err error }

func (e *networkError) Error() string { return e.err.Error() }

// follow asks for a page, and for the one that it redirects to.
func (c *client) follow(ctx context.Context, address string, header http.Header) (*answer, error) {
	at := address
	for range maxHops + 1 {
		a, location, err := c.ask(ctx, at, header)
		if err != nil || location == "" {
			return a, err
		}
		from, _ := url.Parse(at)
		to, err := from.Parse(location)
		if err != nil || strings.ToLower(to.Host) != c.base.Host || !isSafe(to) || to.Scheme != c.base.Scheme || to.User != nil {
			detail := location
			if err == nil {
				detail = to.Scheme + "://" + to.Host // the rest may hold secrets of a session
			}
			return nil, pageError(address, Elsewhere, detail)
		}
		at = to.String()
	}
	return nil, pageError(address, TooManyHops, strconv.Itoa(maxHops))
}

// ask makes one request. It returns the answer, or the place of a redirect.
func (c *client) ask(ctx context.Context, address string, header http.Header) (a *answer, location string, err error) {
	if err := sleep(ctx, time.Until(c.next)); err != nil {
		return nil, "", err
	}
	c.next = time.Now().Add(c.pause)
	timed, cancel := context.WithTimeout(ctx, maxDuration)
	defer cancel()
	request, err := http.NewRequestWithContext(timed, http.MethodGet, address, nil)
	if err != nil {
		return nil, "", pageError(address, Elsewhere, address)
	}
	request.Header = header.Clone()
	request.Header.Set("User-Agent", c.agent)
	request.Header.Set("Accept-Encoding", "gzip")
	response, err := c.transport.RoundTrip(request)
	if err != nil {
		return nil, "", answerError(ctx, timed, address, err)
	}
	defer response.Body.Close() //nolint:errcheck // read as far as it is needed
	page, _, _ := strings.Cut(address, "?")
	a = &answer{url: page, status: response.StatusCode, wait: waitOf(response.Header.Get("Retry-After"), time.Now())}
	switch response.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		if location = response.Header.Get("Location"); location != "" {
			return nil, location, nil
		}
	case http.StatusOK:
		a.mediaType, _, _ = mime.ParseMediaType(response.Header.Get("Content-Type"))
		a.etag, a.modified = validator(response.Header.Get("Etag")), validator(response.Header.Get("Last-Modified"))
		if a.body, err = readBody(response); err != nil {
			return nil, "", answerError(ctx, timed, address, err)
		}
	}
	return a, "", nil
}

// errTooLarge says that an answer has more than maxBody bytes.
var errTooLarge = errors.New("too large")

// readBody reads the body of a response, unpacked.
func readBody(response *http.Response) ([]byte, error) {
	var body io.Reader = response.Body
	if response.ContentLength > maxBody {
		return nil, errTooLarge
	}
	if response.Header.Get("Content-Encoding") == "gzip" {
		unpacked, err := gzip.NewReader(io.LimitReader(body, maxBody))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", io.ErrUnexpectedEOF, err)
		}
		body = unpacked
	}
	b, err := io.ReadAll(io.LimitReader(body, maxBody+1))
	if len(b) > maxBody {
		return nil, errTooLarge
	}
	return b, err
}

// answerError returns the error of a request without a whole answer; timed is the time of
// the request. A connection that was not made in time is no slow answer.
func answerError(ctx, timed context.Context, address string, err error) error {
	var corrupt flate.CorruptInputError
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, errTooLarge):
		return pageError(address, TooLarge, "")
	case timed.Err() != nil:
		return pageError(address, Slow, "")
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader), errors.As(err, &corrupt):
		return pageError(address, CutShort, "")
	}
	return &networkError{err}
}

// waitOf returns the pause that a Retry-After header asks for, in seconds or until a
// time; 0 for none. A year stands for longer ones.
func waitOf(value string, now time.Time) time.Duration {
	const longest = 365 * 24 * time.Hour
	if seconds, err := strconv.Atoi(value); err == nil {
		return time.Duration(min(max(seconds, 0), int(longest/time.Second))) * time.Second
	}
	if t, err := http.ParseTime(value); err == nil {
		return min(max(t.Sub(now), 0), longest)
	}
	return 0
}

// validator returns a header that tells versions of a page apart; "" for one that is too
// long to be kept, or no text.
func validator(value string) string {
	if len(value) > 200 || !model.IsPrintable(value) {
		return ""
	}
	return value
}

// sleep waits, and ends early with ctx.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
