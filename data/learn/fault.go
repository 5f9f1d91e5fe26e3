package learn

import (
	"fmt"
	"strings"
	"time"

	"voxatlas/model"
)

// Fault is the reason why an answer is not the page that was asked for. It is a constant,
// not a text, so that each interface can say it in the user's language.
type Fault uint8

// The faults of answers.
const (
	NotFound      Fault = iota + 1 // the server has no such page
	Refused                        // the server does not give the page to everybody
	ServerFault                    // the server failed
	OtherStatus                    // a status that no page should have
	Slow                           // the answer took more than a minute
	TooLarge                       // the answer has more than maxBody bytes
	CutShort                       // the answer ends early
	WrongType                      // neither Markdown nor HTML
	Elsewhere                      // a redirect to another host, or to one that is not encrypted
	TooManyHops                    // more than maxHops redirects
	NoArticle                      // an HTML page without an article, as one to sign in at
	WrongPage                      // the article of another address
	WrongLanguage                  // not in English
	NoTable                        // an article without a table: the layout is another
	Unreadable                     // a text that is no page
)

// Key returns the stable word of f for catalogs, as "not_found".
func (f Fault) Key() string {
	return model.WordOf([]string{
		"", "not_found", "refused", "server", "status", "slow", "too_large", "cut", "type", "elsewhere", "hops",
		"no_article", "wrong_page", "language", "no_table", "unreadable",
	}, f)
}

// PageError reports that the answer for an address is not the page that was asked for.
type PageError struct {
	URL    string
	Fault  Fault
	Detail string // the status, type, host, address, title or language that came; may be empty. Safe to show
}

func (e *PageError) Error() string {
	if e.Detail == "" {
		return fmt.Sprintf("%s: %s", e.URL, e.Fault.Key())
	}
	return fmt.Sprintf("%s: %s (%s)", e.URL, e.Fault.Key(), e.Detail)
}

// Found describes the reply in the place of the page, in a few words of English as an
// edition keeps it: the status, the title of another page, or the word for the fault.
func (e *PageError) Found() string {
	switch {
	case e.Fault <= OtherStatus:
		return "HTTP " + e.Detail
	case e.Detail != "":
		return e.Detail
	}
	return strings.ReplaceAll(e.Fault.Key(), "_", " ")
}

// pageError returns an error with its texts made safe to show.
func pageError(url string, fault Fault, detail string) *PageError {
	return &PageError{model.Clean(url, 300), fault, model.Clean(detail, 100)}
}

// Stop is the reason why a run ended before all pages were asked for.
type Stop uint8

// The reasons to end a run.
const (
	Offline   Stop = iota + 1 // no connection to the server, or it broke off
	Busy                      // the server asks for a longer pause
	TooFew                    // too many pages are not as expected
	CacheFull                 // the cache cannot be written to
)

// Key returns the stable word of s for catalogs, as "offline".
func (s Stop) Key() string {
	return model.WordOf([]string{"", "offline", "busy", "too_few", "cache"}, s)
}

// StopError reports that a run ended early. The pages that were read are in the cache.
type StopError struct {
	Stop   Stop
	URL    string        // that was asked for last, or the directory of the cache
	Cause  Cause         // of Offline
	Detail string        // the cause in the system's words, safe to show; "" for none
	Wait   time.Duration // that the server asks for, where it is Busy; 0 when it says none
	Read   int           // pages that have been read
	Faults []*PageError  // of pages that were not as expected
}

func (e *StopError) Error() string { return fmt.Sprintf("%s: %s %s", e.URL, e.Stop.Key(), e.Detail) }
