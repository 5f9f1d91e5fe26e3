package query

import (
	"slices"
	"strings"

	"voxatlas/model"
)

// Verdict tells how far a country meets an expression. Later verdicts are better.
type Verdict uint8

// The verdicts, the worst first.
const (
	Fails       Verdict = iota
	NotRead             // the page has a text that could not be read
	Conditional         // it meets the expression with a condition
	Meets
)

var verdictKeys = [...]string{"fails", "unread", "condition", "meets"}

// String returns the stable word of v: "fails", "unread", "condition" or "meets".
func (v Verdict) String() string { return model.WordOf(verdictKeys[:], v) }

// MarshalText encodes v as its word.
func (v Verdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// negate returns the verdict of the negation of a term with the verdict v. silent says
// that the term fails only because the page is silent.
func (v Verdict) negate(silent bool) Verdict {
	switch {
	case v == NotRead:
		return NotRead
	case v > NotRead:
		return Fails
	case silent:
		return Conditional
	}
	return Meets
}

// Expr is a parsed expression, immutable. The zero Expr is met by every country.
type Expr struct {
	clauses  []clause
	env      Env
	limiting map[string]bool // the notes that limit an answer
}

// clause is a list of alternatives, one of which must hold.
type clause []term

// Result is the verdict of an expression on one country.
type Result struct {
	Verdict Verdict
	Reasons []Reason // of every clause, in the order of the expression
}

// Deciding lists the reasons that have the verdict of the result: why the country
// fails, which conditions there are.
func (r Result) Deciding() []Reason {
	var list []Reason
	for _, reason := range r.Reasons {
		if reason.Verdict == r.Verdict {
			list = append(list, reason)
		}
	}
	return list
}

// Judge returns the verdict on a country: the worst of all clauses.
func (e Expr) Judge(c *model.Country) Result {
	result := Result{Verdict: Meets, Reasons: make([]Reason, 0, len(e.clauses))}
	for _, alternatives := range e.clauses {
		var verdict Verdict
		verdict, result.Reasons = e.judgeClause(c, alternatives, result.Reasons)
		result.Verdict = min(result.Verdict, verdict)
	}
	return result
}

// judgeClause returns the best verdict of the alternatives, and appends the reasons of
// those that have it to reasons.
func (e *Expr) judgeClause(c *model.Country, alternatives clause, reasons []Reason) (Verdict, []Reason) {
	best, start := Fails, len(reasons)
	for i := range alternatives {
		t := &alternatives[i]
		reason, silent := e.judgeTerm(c, t)
		reason.Term = t.text
		if t.negated {
			reason.Verdict = reason.Verdict.negate(silent)
		}
		if reason.Verdict > best {
			best, reasons = reason.Verdict, reasons[:start]
		}
		if reason.Verdict == best {
			reasons = append(reasons, reason)
		}
	}
	return best, reasons
}

// Verdict returns the verdict of [Expr.Judge] without its reasons, in less time.
func (e Expr) Verdict(c *model.Country) Verdict {
	worst := Meets
	for _, alternatives := range e.clauses {
		best := Fails
		for i := range alternatives {
			reason, silent := e.judgeTerm(c, &alternatives[i])
			if alternatives[i].negated {
				reason.Verdict = reason.Verdict.negate(silent)
			}
			best = max(best, reason.Verdict)
		}
		if worst = min(worst, best); worst == Fails {
			break
		}
	}
	return worst
}

// String returns the expression in its shortest form. Parsed again, it is the same.
func (e Expr) String() string { return strings.Join(e.Clauses(), " ") }

// Clauses lists the parts of the expression that must all hold, each a term or
// alternatives in their shortest form.
func (e Expr) Clauses() []string { return e.writeClauses(term.String) }

// Features lists the answers that the expression is about, each once, in its order. Its
// terms about plans are about their purchase and their minutes.
func (e Expr) Features() []model.Feature {
	var list []model.Feature
	for _, alternatives := range e.clauses {
		for _, t := range alternatives {
			for _, f := range t.features() {
				if !slices.Contains(list, f) {
					list = append(list, f)
				}
			}
		}
	}
	return list
}

// Shell returns the expression as String does, but with - for not: shells read ! even
// between double quotes.
func (e Expr) Shell() string {
	return strings.Join(e.writeClauses(func(t term) string {
		if t.negated {
			return "-" + t.affirmed()
		}
		return t.affirmed()
	}), " ")
}

// writeClauses writes the clauses with a function that writes a term.
func (e Expr) writeClauses(write func(term) string) []string {
	list := make([]string, len(e.clauses))
	for i, alternatives := range e.clauses {
		terms := make([]string, len(alternatives))
		for j, t := range alternatives {
			terms[j] = write(t)
		}
		list[i] = strings.Join(terms, "|")
	}
	return list
}

// Left lists the countries that an earlier edition of a changed term has and the judged
// one lacks, each once.
func (e Expr) Left() []*model.Country {
	var left []*model.Country
	seen := map[string]bool{}
	for _, alternatives := range e.clauses {
		for _, t := range alternatives {
			if t.kind != changedTerm {
				continue
			}
			for _, c := range t.before.Left() {
				if !seen[c.ISO2()] {
					seen[c.ISO2()], left = true, append(left, c)
				}
			}
		}
	}
	return left
}
