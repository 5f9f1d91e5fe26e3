package learntest

import (
	"net/http"
	"net/http/httptest"
)

// RoundTrip has a handler answer a request, without a network.
func RoundTrip(h http.Handler, r *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	response := w.Result()
	response.Request = r
	return response, nil
}
