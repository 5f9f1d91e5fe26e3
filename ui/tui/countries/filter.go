package countries

import (
	"errors"
	"strings"

	"voxatlas/model"
	"voxatlas/model/query"
	"voxatlas/ui/text"
	"voxatlas/ui/tui/pane"
)

// filter is an expression that the listed countries must meet. A nil filter is met by
// all.
type filter struct {
	env     query.Env
	input   pane.TextField // as typed
	mistake *query.Error   // in the typed text; nil for none

	expr     query.Expr                       // in force: the last typed one without a mistake
	text     string                           // of expr in its shortest form; empty while none is in force
	verdicts map[*model.Country]query.Verdict // of expr on every country of the edition
	counts   [query.Meets + 1]int             // of the verdicts

	failing bool             // the countries that fail are listed, too
	hidden  []*model.Country // hits of the query that it hides, the best first

	typing     bool // letters go into the line
	insists    bool // the mistake is shown though the word at the cursor may become right
	completion query.Completion
	choice     int         // index of the chosen word, or noChoice
	below      []text.Line // below the line: proposals, or the mistake
}

// inForce reports whether an expression decides which countries are listed.
func (f *filter) inForce() bool { return f != nil && f.text != "" }

// maxExpression is the longest expression that can be typed, in characters.
const maxExpression = 2000

// ensureFilter returns the filter, which it makes if there is none.
func (p *Pane) ensureFilter() *filter {
	if p.filter == nil {
		p.filter = &filter{env: p.QueryEnv(), input: pane.NewTextField(maxExpression)}
	}
	return p.filter
}

// QueryEnv returns all that expressions about the edition need.
func (p *Pane) QueryEnv() query.Env {
	env := p.library.QueryEnv(p.edition)
	env.Mine = p.mine
	env.Describe = p.describeWord
	return env
}

// describeWord describes a word of an expression in both languages of the look.
func (p *Pane) describeWord(w query.Word) []string {
	if p.look == nil {
		return nil
	}
	return []string{p.look.Localizer.QueryWord(w), p.look.Other.QueryWord(w)}
}

// applyFilter parses the typed expression and puts it in force. A mistake leaves the
// expression before in force. A blank expression is none.
func (p *Pane) applyFilter() {
	f := p.filter
	typed := f.input.Text() // with its blanks: a mistake has its place in it
	f.mistake = nil
	if strings.TrimSpace(typed) == "" {
		f.text, f.verdicts = "", nil
		return
	}
	expr, err := query.Parse(typed, f.env)
	if f.typing && errors.As(err, &f.mistake) && f.mistake.Kind == query.Unclosed {
		expr, err = query.Parse(typed+`"`, f.env) // as the user will go on
	}
	if f.mistake = nil; errors.As(err, &f.mistake) {
		return
	}
	p.putInForce(expr)
}

// putInForce judges every country by expr.
func (p *Pane) putInForce(expr query.Expr) {
	f := p.filter
	f.expr, f.text = expr, expr.String()
	f.verdicts, f.counts = make(map[*model.Country]query.Verdict, p.atlas.Len()), [query.Meets + 1]int{}
	for c := range p.atlas.Countries() {
		v := expr.Verdict(c)
		f.verdicts[c] = v
		f.counts[v]++
	}
}

// renewFilter judges again, in another edition or with other countries of the user's
// own. Of an expression that has a mistake there, the one before stays in force, if that
// has none.
func (p *Pane) renewFilter() {
	f := p.filter
	if f == nil {
		return
	}
	before := f.text
	f.env, f.text, f.verdicts = p.QueryEnv(), "", nil
	p.applyFilter()
	if expr, err := query.Parse(before, f.env); f.mistake != nil && err == nil {
		p.putInForce(expr)
	}
	p.propose()
}

// Filter returns the expression in force in its shortest form, or "".
func (p *Pane) Filter() string {
	if p.filter == nil {
		return ""
	}
	return p.filter.text
}

// SetFilter replaces the filter by an expression, as if it had been typed. A blank one
// takes the filter away.
func (p *Pane) SetFilter(expr string) {
	f := p.ensureFilter()
	f.input = pane.NewTextField(maxExpression)
	f.input.Insert(pane.CleanTo(expr, maxExpression))
	p.applyFilter()
	p.propose()
	p.refreshRows(p.Country())
}

// ToggleFailing lists the countries that do not meet the filter, too, or no longer. It
// reports whether there is a filter.
func (p *Pane) ToggleFailing() bool {
	if !p.filter.inForce() {
		return false
	}
	p.filter.failing = !p.filter.failing
	p.refreshRows(p.Country())
	return true
}

// Failing reports whether countries that do not meet a filter are listed, too.
func (p *Pane) Failing() bool { return p.filter.inForce() && p.filter.failing }

// FilterResult returns the verdict of the filter on the country under the cursor, with its
// reasons; false without a filter or a country.
func (p *Pane) FilterResult() (query.Result, bool) {
	c := p.Country()
	if c == nil || !p.filter.inForce() {
		return query.Result{}, false
	}
	return p.filter.expr.Judge(c), true
}

// Filtered lists the countries that meet the filter, and those that meet it with a
// condition, in the order of the list without a query; none without a filter.
func (p *Pane) Filtered() (met, conditional []*model.Country) {
	if !p.filter.inForce() {
		return nil, nil
	}
	for _, c := range p.orderedCountries() {
		switch p.filter.verdicts[c] {
		case query.Meets:
			met = append(met, c)
		case query.Conditional:
			conditional = append(conditional, c)
		}
	}
	return met, conditional
}

// dropFilter takes the filter away, but for whether failing countries are listed. The
// cursor stays on its country.
func (p *Pane) dropFilter() pane.Intent {
	p.filter.input = pane.NewTextField(maxExpression)
	p.applyFilter()
	p.propose()
	return p.listAnew(p.Country())
}
