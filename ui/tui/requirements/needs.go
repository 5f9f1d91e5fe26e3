package requirements

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// need is a need of an organization. The catalogs have its words: need.KEY. A ticked
// need writes its term into the expression.
type need struct {
	key   string
	term  string // in the form of [query.Expr.Clauses]; of a need with a value, all before the value
	of    string // the key of the need that it narrows, which is ticked with it; "" for none
	value value
}

// value is the kind of value that a need has.
type value uint8

const (
	noValue      value = iota
	minutesValue       // a number of domestic minutes that plans have
	regionValue        // a region
	cityValue          // a city, typed
)

// needs lists all needs. A need stands behind the one that it narrows.
var needs = [...]need{
	{key: "ac", term: "ac"},
	{key: "ac_not_per_minute", term: "!ac:pay_per_minute", of: "ac"},
	{key: "callme", term: "callme"},
	{key: "callme_no_credits", term: "!callme:needs_credits", of: "callme"},
	{key: "toll", term: "toll"},
	{key: "city", term: "city:", value: cityValue},
	{key: "tollfree", term: "tollfree"},
	{key: "tollfree_no_desk", term: "!tollfree:on_request", of: "tollfree"},
	{key: "cp", term: "cp"},
	{key: "cp_microsoft", term: "!cp:partner", of: "cp"},
	{key: "minutes", term: "plan>=", value: minutesValue},
	{key: "outbound", term: "outbound"},
	{key: "credits", term: "credits"},
	{key: "region", term: "region:", value: regionValue},
	{key: "not_region", term: "!region:", value: regionValue},
}

// indexOf returns the index of the need with a key; -1 for "".
func indexOf(key string) int {
	return slices.IndexFunc(needs[:], func(n need) bool { return n.key == key })
}

// choice is the state of all needs.
type choice struct {
	ticked [len(needs)]bool
	values [len(needs)]string // of needs with a value: as the term has it
	kept   []string           // clauses that no need writes
}

// tick sets or clears a tick. A need is ticked with the one that it narrows, and never
// without it.
func (c *choice) tick(i int, on bool) {
	c.ticked[i] = on
	if parent := indexOf(needs[i].of); on && parent >= 0 {
		c.ticked[parent] = true
	}
	for j, n := range needs {
		if !on && n.of == needs[i].key {
			c.ticked[j] = false
		}
	}
}

// term returns the term of the need at i with its value. A - negates, as in a shell,
// which would read ! itself.
func (c *choice) term(i int) string {
	term := needs[i].term
	if rest, negated := strings.CutPrefix(term, "!"); negated {
		term = "-" + rest
	}
	if needs[i].value == cityValue {
		return term + quote(c.values[i])
	}
	return term + c.values[i]
}

// quote puts a typed value in quotes, unless it has only letters, digits and hyphens.
// Quotation marks in it are left out.
func quote(typed string) string {
	typed = strings.Join(strings.FieldsFunc(typed, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("\"“”„「」『』", r) }), " ")
	if strings.ContainsFunc(typed, func(r rune) bool { return r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return `"` + typed + `"`
	}
	return typed
}

// expression returns the expression: the terms of the ticked needs, in the order of the
// list, and behind them the clauses that are kept.
func (c *choice) expression() string {
	var terms []string
	for i := range needs {
		if c.ticked[i] {
			terms = append(terms, c.term(i))
		}
	}
	return strings.Join(append(terms, c.kept...), " ")
}

// readClauses ticks the needs that the clauses of an expression come from, and keeps the clauses
// that come from none.
func (c *choice) readClauses(clauses []string) {
	for _, clause := range clauses {
		i := c.needOf(clause)
		if i < 0 || needs[i].of != "" && !slices.Contains(clauses, needs[indexOf(needs[i].of)].term) {
			c.kept = append(c.kept, clause)
			continue
		}
		c.ticked[i] = true
		if needs[i].value != noValue {
			c.values[i] = strings.Trim(strings.TrimPrefix(clause, needs[i].term), `"`)
		}
	}
}

// needOf returns the index of the need that writes a clause and is not ticked yet, or
// -1.
func (c *choice) needOf(clause string) int {
	for i, n := range needs {
		if value, ok := strings.CutPrefix(clause, n.term); ok && !c.ticked[i] && n.value.accepts(value) {
			return i
		}
	}
	return -1
}

// accepts reports whether a need with a value of this kind can have written the value of
// a clause: one value, not a list or an alternative.
func (v value) accepts(s string) bool {
	switch v {
	case noValue:
		return s == ""
	case minutesValue:
		_, err := strconv.Atoi(s)
		return err == nil
	case cityValue:
		if inner, ok := strings.CutPrefix(s, `"`); ok {
			inner, ok = strings.CutSuffix(inner, `"`)
			return ok && !strings.Contains(inner, `"`)
		}
	}
	return !strings.ContainsAny(s, `,|"`)
}
