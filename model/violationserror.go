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
	Violations []error // at most MaxViolations, each of one line
	More       int
}

// JoinViolations makes one *ViolationsError of violations; nil when there are none.
func JoinViolations(violations ...error) error {
	var e ViolationsError
	for _, v := range violations {
		e.add(v)
	}
	return e.errOrNil()
}

// add lists violation, or counts it when MaxViolations are listed.
func (e *ViolationsError) add(violation error) {
	if len(e.Violations) == MaxViolations {
		e.More++
		return
	}
	e.Violations = append(e.Violations, violation)
}

// errOrNil returns e, or a nil error when e has no violation.
func (e *ViolationsError) errOrNil() error {
	if len(e.Violations) == 0 {
		return nil
	}
	return e
}

// Error returns a line per violation, and one with the number of the others.
func (e *ViolationsError) Error() string {
	lines := make([]string, 0, len(e.Violations)+1)
	for _, v := range e.Violations {
		lines = append(lines, v.Error())
	}
	if e.More > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", e.More))
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the violations listed.
func (e *ViolationsError) Unwrap() []error { return e.Violations }
