package model

import (
	"fmt"
	"strconv"
)

// Violation is one promise that an atlas breaks.
type Violation struct {
	Path    []string // where: the members and positions, from 0, of the edition's document, from the outside in
	Subject string   // what breaks it, as "edition 2023-01-26: taiwan"
	Text    string   // what is wrong with that
}

// Error says all in one line.
func (b *Violation) Error() string { return b.Subject + ": " + b.Text }

// violationReport gathers what is wrong with an atlas, and holds what is looked up while
// checking it.
type violationReport struct {
	violations                   []*Violation
	more, limit                  int
	conditionRules, warningRules map[string]noteRule
}

// checker checks a part of an atlas.
type checker struct {
	*violationReport
	subject string
	path    *pathNode
}

// withSubject is a checker of a part of what c checks, called so.
func (c *checker) withSubject(part string) *checker {
	return &checker{c.violationReport, c.subject + ": " + part, c.path}
}

// withPath is a checker of what stands there in what c checks.
func (c *checker) withPath(path ...string) *checker {
	d := *c
	for _, name := range path {
		d.path = &pathNode{d.path, name}
	}
	return &d
}

// pathNode is where in an edition's document something stands.
type pathNode struct {
	parent *pathNode // nil for the document itself
	member string
}

func (s *pathNode) names() []string {
	if s == nil {
		return nil
	}
	return append(s.parent.names(), s.member)
}

func (c *checker) failf(format string, args ...any) {
	if len(c.violations) >= c.limit {
		c.more++ // without spelling it out
		return
	}
	c.violations = append(c.violations, &Violation{c.path.names(), c.subject, fmt.Sprintf(format, args...)})
}

// withIndex is a checker of item i of what c checks.
func (c *checker) withIndex(i int) *checker { return c.withPath(strconv.Itoa(i)) }
