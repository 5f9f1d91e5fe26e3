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

// report gathers what is wrong with an atlas, and holds what is looked up while
// checking it.
type report struct {
	broken               []*Violation
	more, limit          int
	conditions, warnings map[string]note
}

// check checks a part of an atlas.
type check struct {
	*report
	subject string
	path    *place
}

// in is a checker of a part of what c checks, called so.
func (c *check) in(part string) *check { return &check{c.report, c.subject + ": " + part, c.path} }

// at is a checker of what stands there in what c checks.
func (c *check) at(path ...string) *check {
	d := *c
	for _, name := range path {
		d.path = &place{d.path, name}
	}
	return &d
}

// place is where in an edition's document something stands.
type place struct {
	within *place // nil for the document itself
	name   string
}

func (s *place) list() []string {
	if s == nil {
		return nil
	}
	return append(s.within.list(), s.name)
}

func (c *check) failf(format string, args ...any) {
	if len(c.broken) >= c.limit {
		c.more++ // without spelling it out
		return
	}
	c.broken = append(c.broken, &Violation{c.path.list(), c.subject, fmt.Sprintf(format, args...)})
}

// nth is a checker of item i of what c checks.
func (c *check) nth(i int) *check { return c.at(strconv.Itoa(i)) }
