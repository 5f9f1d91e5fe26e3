package query

import (
	"fmt"
	"strings"
)

// ErrorKind is a kind of mistake in an expression. Catalogs have a text for each.
type ErrorKind string

// The kinds of mistakes.
const (
	Empty          ErrorKind = "empty"           // there is no term
	TooLong        ErrorKind = "too_long"        // more than maxBytes, or maxTerms
	Unprintable    ErrorKind = "unprintable"     // a control character, or no UTF-8
	Unclosed       ErrorKind = "unclosed"        // a quote without its end
	NoTerm         ErrorKind = "no_term"         // nothing before or behind |, or behind !
	Operator       ErrorKind = "operator"        // and, or, not, brackets
	UnknownKey     ErrorKind = "unknown_key"     // not a key or another term
	ServiceKey     ErrorKind = "service_key"     // a service, which is no answer
	NoValue        ErrorKind = "no_value"        // nothing behind the colon
	EmptyValue     ErrorKind = "empty_value"     // nothing before or behind a comma
	ExtraValue     ErrorKind = "extra_value"     // a value where none may be
	NeedsColon     ErrorKind = "needs_colon"     // = instead of :
	Comparison     ErrorKind = "comparison"      // a comparison of something else than plan, or another one than >=
	BarePlan       ErrorKind = "bare_plan"       // plan alone: a shell took the > behind it
	UnknownState   ErrorKind = "unknown_state"   // of an answer
	UnknownPlan    ErrorKind = "unknown_plan"    // neither a kind of plan nor minutes
	UnknownScope   ErrorKind = "unknown_scope"   // of toll numbers
	UnknownRegion  ErrorKind = "unknown_region"  // of the world
	UnknownCity    ErrorKind = "unknown_city"    // no such city anywhere
	UnknownEdition ErrorKind = "unknown_edition" // no earlier edition of this date
	FirstEdition   ErrorKind = "first_edition"   // there is no earlier edition
	NoneOfOnesOwn  ErrorKind = "mine"            // the user has no countries of their own
)

// ErrorKinds lists all kinds of mistakes.
func ErrorKinds() []ErrorKind {
	return []ErrorKind{
		Empty, TooLong, Unprintable, Unclosed, NoTerm, Operator, UnknownKey, ServiceKey, NoValue, EmptyValue, ExtraValue, NeedsColon, Comparison,
		BarePlan, UnknownState, UnknownPlan, UnknownScope, UnknownRegion, UnknownCity, UnknownEdition, FirstEdition, NoneOfOnesOwn,
	}
}

// Error is a mistake in an expression.
type Error struct {
	Kind    ErrorKind
	Column  int      // of the mistake, from 1, in characters; 0 for none
	Found   string   // the text that is wrong
	Key     string   // the term that it belongs to
	Nearest string   // the known word that resembles Found; empty for none
	Known   []string // the words that there are
}

func (e *Error) Error() string {
	s := fmt.Sprintf("column %d: %s: %q", e.Column, e.Kind, e.Found)
	if e.Nearest != "" {
		s += "; did you mean " + e.Nearest + "?"
	}
	if len(e.Known) > 0 {
		s += "; there are " + strings.Join(e.Known, ", ")
	}
	return s
}

// Nearest returns the known word that is the fewest changes away from found, if those
// are few; else the one with which it shares the longest beginning, of three letters
// at least; else "".
func Nearest(found string, known []string) string {
	best, least := "", changeCost*max(len(found)/3, 1)+1
	for _, k := range known {
		if n := distance(found, k, least); n < least && n < 2*len(k) {
			best, least = k, n
		}
	}
	shared := 2
	for _, k := range known {
		if n := sharedPrefix(found, k); best == "" && n > shared {
			best, shared = k, n
		}
	}
	return best
}

// sharedPrefix returns the length of the beginning that a and b share.
func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// The costs of a letter that is replaced, and of one that is added, left out or swapped
// with the next.
const (
	changeCost = 3
	typoCost   = 2
)

// distance returns the cost of making b of a; limit if it is as much or more.
func distance(a, b string, limit int) int {
	if d := len(a) - len(b); typoCost*d >= limit || -typoCost*d >= limit {
		return limit
	}
	older, old, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = typoCost * j
	}
	for i := 1; i <= len(a); i++ {
		older, old, row = old, row, older
		row[0] = typoCost * i
		for j := 1; j <= len(b); j++ {
			replaced := old[j-1]
			if a[i-1] != b[j-1] {
				replaced += changeCost
			}
			row[j] = min(replaced, old[j]+typoCost, row[j-1]+typoCost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], older[j-2]+typoCost)
			}
		}
	}
	return min(row[len(b)], limit)
}
