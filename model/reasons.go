package model

import (
	"fmt"
	"strings"
)

// MaxReasons is how many reasons a [ReasonsError] spells out.
const MaxReasons = 20

// ReasonsError says why an edition is refused: the first reasons, and how many
// more there are.
type ReasonsError struct {
	Reasons []error // at most MaxReasons, each of one line
	More    int
}

// Reasons makes one error of all the reasons; nil when there are none.
func Reasons(reasons ...error) error {
	var e ReasonsError
	for _, reason := range reasons {
		e.add(reason)
	}
	return e.orNil()
}

func (e *ReasonsError) add(reason error) {
	if len(e.Reasons) == MaxReasons {
		e.More++
		return
	}
	e.Reasons = append(e.Reasons, reason)
}

// orNil is e when it has a reason.
func (e *ReasonsError) orNil() error {
	if len(e.Reasons) == 0 {
		return nil
	}
	return e
}

// Error has a line per reason, and one that counts the others.
func (e *ReasonsError) Error() string {
	lines := make([]string, 0, len(e.Reasons)+1)
	for _, reason := range e.Reasons {
		lines = append(lines, reason.Error())
	}
	if e.More > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", e.More))
	}
	return strings.Join(lines, "\n")
}

// Unwrap are the reasons.
func (e *ReasonsError) Unwrap() []error { return e.Reasons }
