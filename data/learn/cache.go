package learn

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/go-json-experiment/json"

	"voxatlas/data"
	"voxatlas/data/pages"
)

// cacheSchema is the format of a cached page: a line of JSON, an entry, and the page as it
// came.
const cacheSchema = "voxatlas.page/1"

// fresh is how long a page is not asked for again.
const fresh = time.Hour

// cache keeps the pages that were as expected, so that a run goes on where another one
// ended, and so that the server need not send unchanged pages again. It is the directory
// of its files, or "" for none. A file is written whole or not at all; one that is
// damaged counts for nothing.
type cache string

// entry is a page in the cache.
type entry struct {
	Schema   string    `json:"schema"`
	URL      string    `json:"url"` // that was asked for
	At       string    `json:"at"`  // that the page is at, after redirects, without a query
	Type     string    `json:"type"`
	ETag     string    `json:"etag"`
	Modified string    `json:"modified"`
	Read     time.Time `json:"read"` // when the server said last that this is the page
	Sum      string    `json:"sha256"`
	body     []byte
}

// fileOf returns the file of an address. Its name tells a person which page it is.
func (c cache) fileOf(address string) string {
	sum := sha256.Sum256([]byte(address))
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, pages.NameOf(address))
	return filepath.Join(string(c), name[:min(len(name), 100)]+"."+hex.EncodeToString(sum[:8]))
}

// load returns the entry of an address; nil without one.
func (c cache) load(address string) *entry {
	if c == "" {
		return nil
	}
	b, err := data.ReadFile(c.fileOf(address), maxBody+10_000)
	if err != nil {
		return nil
	}
	head, body, _ := bytes.Cut(b, []byte("\n"))
	var e entry
	if json.Unmarshal(head, &e) != nil || e.Schema != cacheSchema || e.URL != address || e.Sum != sumOf(body) {
		return nil
	}
	e.body = body
	return &e
}

// store keeps an entry in the place of an older one.
func (c cache) store(e *entry) error {
	if c == "" {
		return nil
	}
	if err := os.MkdirAll(string(c), 0o700); err != nil {
		return data.ReadError(err)
	}
	e.Schema, e.Sum = cacheSchema, sumOf(e.body)
	head, err := json.Marshal(e, json.Deterministic(true))
	if err != nil {
		return err
	}
	return data.Replace(c.fileOf(e.URL), append(append(head, '\n'), e.body...))
}

// sumOf returns the checksum of a page.
func sumOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
