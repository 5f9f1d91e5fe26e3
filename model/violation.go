package model

import (
	"fmt"
	"strconv"
)

// Violation is one rule that an atlas violates, and the place of the violation.
type Violation struct {
	Path    []string // members and positions, from 0, in the edition's document, outermost first
	Subject string   // the part of the atlas, as "edition 2023-01-26: taiwan"
	Text    string   // the rule violated
}

// Error returns subject and text in one line.
func (v *Violation) Error() string { return v.Subject + ": " + v.Text }

// violationReport collects the violations of an atlas. It holds the declared
// conditions and warnings for all checkers.
type violationReport struct {
	violations                   []*Violation
	more, limit                  int
	conditionRules, warningRules map[string]noteRule
}

// checker checks one part of an atlas and adds violations to the report.
type checker struct {
	*violationReport
	subject string
	path    *pathNode
}

// withSubject returns a checker of a part of c's part; messages name it part.
func (c *checker) withSubject(part string) *checker {
	return &checker{c.violationReport, c.subject + ": " + part, c.path}
}

// withPath returns a checker of the value at path, relative to c's own path.
func (c *checker) withPath(path ...string) *checker {
	d := *c
	for _, name := range path {
		d.path = &pathNode{d.path, name}
	}
	return &d
}

// pathNode is the place of a value in an edition's document: a member, or a position
// in a list, of its parent.
type pathNode struct {
	parent *pathNode // nil for the document itself
	member string
}

func (p *pathNode) names() []string {
	if p == nil {
		return nil
	}
	return append(p.parent.names(), p.member)
}

func (c *checker) failf(format string, args ...any) {
	if len(c.violations) >= c.limit {
		c.more++ // without spelling it out
		return
	}
	c.violations = append(c.violations, &Violation{c.path.names(), c.subject, fmt.Sprintf(format, args...)})
}

// withIndex returns a checker of item i of the list that c checks.
func (c *checker) withIndex(i int) *checker { return c.withPath(strconv.Itoa(i)) }
