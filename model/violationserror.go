package model

import (
	"fmt"
	"strings"
)

// MaxViolations is how many reasons a [ViolationsError] spells out.
const MaxViolations = 20

// ViolationsError says why an edition is refused: the first reasons, and how many
// more there are.
type ViolationsError struct {
	Violations []error // at most MaxReasons, each of one line
	More       int
}

// JoinViolations makes one error of all the reasons; nil when there are none.
func JoinViolations(reasons ...error) error {
	var e ViolationsError
	for _, reason := range reasons {
		e.add(reason)
	}
	return e.errOrNil()
}

func (e *ViolationsError) add(reason error) {
	if len(e.Violations) == MaxViolations {
		e.More++
		return
	}
	e.Violations = append(e.Violations, reason)
}

// errOrNil is e when it has a reason.
func (e *ViolationsError) errOrNil() error {
	if len(e.Violations) == 0 {
		return nil
	}
	return e
}

// Error has a line per reason, and one that counts the others.
func (e *ViolationsError) Error() string {
	lines := make([]string, 0, len(e.Violations)+1)
	for _, reason := range e.Violations {
		lines = append(lines, reason.Error())
	}
	if e.More > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", e.More))
	}
	return strings.Join(lines, "\n")
}

// Unwrap are the reasons.
func (e *ViolationsError) Unwrap() []error { return e.Violations }
