package query

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"voxatlas/model"
)

// Parse parses an expression. The error is an *[Error], which points at the first
// mistake.
func Parse(text string, env Env) (Expr, error) {
	if env.Fold == nil {
		env.Fold = strings.ToLower
	}
	if env.NameKeys == nil {
		env.NameKeys = func(c *model.Country) NameKeys { return FoldNames(c, env.Fold) }
	}
	clauses, mistake := splitWords(text)
	if mistake != nil {
		return Expr{}, mistake
	}
	if len(clauses) == 0 {
		return Expr{}, &Error{Kind: Empty, Column: 1}
	}
	if words := slices.Concat(clauses...); len(words) > maxTerms {
		return Expr{}, &Error{Kind: TooLong, Column: words[maxTerms].column}
	}
	e := Expr{env: env, limiting: model.LimitingNotes()}
	for _, words := range clauses {
		var alternatives clause
		for _, w := range words {
			t, mistake := env.parseTerm(w)
			if mistake != nil {
				mistake.proposeState(alternatives)
				return Expr{}, mistake
			}
			t.text = t.String()
			alternatives = append(alternatives, t)
		}
		e.clauses = append(e.clauses, alternatives)
	}
	return e, nil
}

// parser parses the value of one term.
type parser struct {
	env   Env
	name  string // as typed, in lower case
	value []char
	at    int // the column of the value
}

// fail returns a mistake in the value, at the part found.
func (p parser) fail(kind ErrorKind, found []char, known ...string) *Error {
	e := &Error{Kind: kind, Column: p.at, Found: joinRunes(found), Key: p.name, Known: known}
	if len(found) > 0 {
		e.Column = found[0].column
	}
	if len(known) > 0 {
		e.Nearest = cmp.Or(p.valueMeant(e.Found), Nearest(strings.ToLower(e.Found), known))
	}
	return e
}

// splitList splits the value at commas that are not quoted. A mistake is an empty part.
func (p parser) splitList() ([][]char, *Error) {
	var list [][]char
	start, at := 0, p.at
	for i, c := range p.value {
		if c.r != ',' || c.quoted {
			continue
		}
		if i == start {
			return nil, &Error{Kind: EmptyValue, Column: at, Key: p.name}
		}
		list, start, at = append(list, p.value[start:i]), i+1, c.column+1
	}
	if start == len(p.value) {
		return nil, &Error{Kind: EmptyValue, Column: at, Key: p.name}
	}
	return append(list, p.value[start:]), nil
}

// parseTerm parses one term with its negation.
func (env Env) parseTerm(w word) (term, *Error) {
	negated, chars := w.cutSigns()
	if len(chars) == 0 {
		return term{}, &Error{Kind: NoTerm, Column: w.column}
	}
	name, rest := cutName(chars)
	p := parser{env: env, name: strings.ToLower(joinRunes(name)), at: chars[len(chars)-1].column + 1}
	operator := ""
	if len(rest) > 0 {
		operator, p.value = cutOperator(rest)
		if len(p.value) > 0 {
			p.at = p.value[0].column
		}
	}
	t, mistake := p.parse(chars[0].column, operator)
	t.negated = negated
	return t, mistake
}

// parse parses a term of a name, an operator and a value. column is that of the name.
func (p parser) parse(column int, operator string) (term, *Error) {
	if slices.Contains([]string{"and", "or", "not", "&", "&&", "und", "且", "或", "非"}, p.name) && operator == "" || strings.ContainsAny(p.name, "()") {
		return term{}, &Error{Kind: Operator, Column: column, Found: p.name}
	}
	feature, other, mistake := p.findKey(column)
	if mistake != nil {
		return term{}, p.explainKey(mistake, operator)
	}
	switch {
	case operator == "" || operator == ":":
	case operator == "=" || operator == "==":
		return term{}, &Error{Kind: NeedsColon, Column: p.at - len(operator), Key: p.name, Found: joinRunes(p.value)}
	case isAtLeast(operator) && p.name == "plan":
		return p.parseMinutes(p.value)
	default:
		return term{}, &Error{Kind: Comparison, Column: column, Key: p.name, Found: operator}
	}
	if operator == ":" && strings.TrimSpace(joinRunes(p.value)) == "" {
		known := p.valueWords()
		return term{}, p.fail(NoValue, nil, known...)
	}
	if other {
		return p.parseOther(column, operator == ":")
	}
	return p.parseStates(feature, operator == ":")
}

// otherNames are the terms that are no keys of answers.
var otherNames = [...]string{"plan", "scope", "city", "name", "region", "mine", "changed"}

// Names lists the names of all terms: the short keys of the answers, and the others.
func Names() []string {
	var list []string
	for _, f := range model.Features() {
		list = append(list, f.Short())
	}
	return append(list, otherNames[:]...)
}

// findKey returns the feature that the name of the term is the key of, or true for
// another term.
func (p parser) findKey(column int) (f model.Feature, other bool, mistake *Error) {
	if slices.Contains(otherNames[:], p.name) {
		return 0, true, nil
	}
	topic, err := model.ParseTopic(p.name)
	var unknown *model.UnknownKeyError
	switch {
	case errors.As(err, &unknown) && unknown.Ambiguous:
		return 0, false, &Error{Kind: UnknownKey, Column: column, Found: p.name, Known: unknown.Candidates}
	case err != nil:
		names := Names()
		e := &Error{Kind: UnknownKey, Column: column, Found: p.name, Known: names}
		for _, feature := range model.Features() {
			names = append(names, feature.Key(), strings.TrimPrefix(feature.Key(), feature.Service().Key()+"."))
		}
		e.Nearest = Nearest(strings.ReplaceAll(p.name, "-", "_"), names)
		if near, err := model.ParseTopic(e.Nearest); err == nil {
			e.Nearest = near.Feature.Short()
		}
		return 0, false, e
	case topic.Service != 0:
		var keys []string
		for _, feature := range topic.Service.Features() {
			keys = append(keys, feature.Short())
		}
		return 0, false, &Error{Kind: ServiceKey, Column: column, Found: p.name, Known: keys}
	}
	return topic.Feature, false, nil
}

// explainKey returns the mistake of a name that is no key, with the term that the name
// would be meant for.
func (p parser) explainKey(mistake *Error, operator string) *Error {
	comma := strings.IndexByte(p.name, ',')
	switch {
	case mistake.Kind != UnknownKey:
	case comma >= 0 && hasKey(p.name):
		return &Error{Kind: Operator, Column: mistake.Column + utf8.RuneCountInString(p.name[:comma]), Found: ","}
	case operator == "":
		mistake.Nearest = cmp.Or(p.env.termMeant(p.name), mistake.Nearest)
	}
	return mistake
}

// valueWords lists the words that may stand behind the colon of the term.
func (p parser) valueWords() []string {
	switch p.name {
	case "plan":
		return []string{"payg", "domestic", "international", "1200+"}
	case "scope":
		return scopeWords[1:]
	case "region":
		return p.env.RegionKeys
	case "changed":
		return p.env.Dates
	case "city", "name", "mine":
		return nil
	}
	return stateWords()
}

// stateWords lists the words behind the key of an answer.
func stateWords() []string {
	words := []string{"any"}
	for _, s := range model.States() {
		words = append(words, s.String())
	}
	return append(words, "unread")
}

// proposeState proposes, for a mistake that is a state without a key, the key of the
// alternative before it: cp:partner in cp:yes|partner.
func (e *Error) proposeState(before clause) {
	if e.Kind != UnknownKey || len(before) == 0 || !slices.Contains(stateWords(), e.Found) {
		return
	}
	if last := before[len(before)-1]; last.kind == stateTerm {
		e.Nearest = last.feature.Short() + ":" + e.Found
	}
}
