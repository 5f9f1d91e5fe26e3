package model

import (
	"fmt"
	"strings"
)

// MaxViolations is the largest number of violations that a [ViolationsError] lists.
const MaxViolations = 20

// ViolationsError refuses an edition: it holds the first violations, and the number
// of those left out.
type ViolationsError struct {
	Problems []error // at most MaxViolations, each of one line
	More     int
}

// violationsError returns an error with violations and the number of those left out; nil
// for none.
func violationsError(violations []*Violation, more int) error {
	if len(violations) == 0 {
		return nil
	}
	e := &ViolationsError{More: more}
	for _, v := range violations {
		e.Problems = append(e.Problems, v)
	}
	return e
}

// Error returns a line per violation, and one with the number of the others.
func (e *ViolationsError) Error() string {
	lines := make([]string, 0, len(e.Problems)+1)
	for _, v := range e.Problems {
		lines = append(lines, v.Error())
	}
	if e.More > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", e.More))
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the violations listed.
func (e *ViolationsError) Unwrap() []error { return e.Problems }
