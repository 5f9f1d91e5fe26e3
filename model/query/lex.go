package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"voxatlas/model"
)

// Limits of an expression.
const (
	maxBytes = 2000
	maxTerms = 100
)

// char is a character of an expression.
type char struct {
	r      rune
	quoted bool
	column int // from 1, counted in characters of the text as typed
}

// word is an alternative as typed: a term, not parsed yet.
type word struct {
	chars  []char
	column int
}

// splitWords splits a text into clauses of alternatives: at blanks, and at | within
// them. Neither counts between quotes, which it takes away. Of a text with an unclosed
// quote it returns the clauses, too.
func splitWords(text string) ([][]word, *Error) {
	if len(text) > maxBytes {
		return nil, &Error{Kind: TooLong, Column: 1}
	}
	if !utf8.ValidString(text) {
		return nil, &Error{Kind: Unprintable, Column: 1}
	}
	var clauses [][]word
	var clause []word
	var current *word
	quote, column := 0, 0 // quote is the column of an open quote
	begin := func() {
		if current == nil {
			current = &word{column: column}
		}
	}
	end := func() {
		if clause != nil || current != nil {
			begin()
			clauses, clause, current = append(clauses, append(clause, *current)), nil, nil
		}
	}
	for _, typed := range text {
		column++
		r := narrow(typed)
		switch {
		case !unicode.IsSpace(r) && !model.Printable(r) || unicode.IsControl(r):
			return nil, &Error{Kind: Unprintable, Column: column}
		case r == '"':
			begin()
			if quote == 0 {
				quote = column
			} else {
				quote = 0
			}
		case quote == 0 && unicode.IsSpace(r):
			end()
		case quote == 0 && r == '|':
			begin()
			clause, current = append(clause, *current), nil
		default:
			begin()
			current.chars = append(current.chars, char{r, quote != 0, column})
		}
	}
	column++
	end()
	if quote != 0 {
		return clauses, &Error{Kind: Unclosed, Column: quote}
	}
	return clauses, nil
}

// narrow returns a character of full width, or another form of an operator, as the
// ASCII one.
func narrow(r rune) rune {
	switch {
	case strings.ContainsRune("“”「」『』„", r):
		return '"'
	case strings.ContainsRune("−–—‐‑", r):
		return '-'
	}
	switch r {
	case '\u3000':
		return ' '
	case '、':
		return ','
	case '≧':
		return '≥'
	}
	return model.HalfWidth(r)
}

// joinRunes returns the characters of chars.
func joinRunes(chars []char) string {
	var b strings.Builder
	for _, c := range chars {
		b.WriteRune(c.r)
	}
	return b.String()
}

// cutSigns returns the characters of w behind its signs of negation, and whether they
// negate it. Two signs are none: !!cp and -!cp are cp.
func (w word) cutSigns() (negated bool, rest []char) {
	rest = w.chars
	for len(rest) > 0 && !rest[0].quoted && (rest[0].r == '!' || rest[0].r == '-') {
		negated, rest = !negated, rest[1:]
	}
	return negated, rest
}

// cutName splits a term into its name, and its operator and value.
func cutName(chars []char) (name, rest []char) {
	n := 0
	for n < len(chars) && !strings.ContainsRune(":=<>≥≤", chars[n].r) {
		n++
	}
	return chars[:n], chars[n:]
}

// cutOperator splits off the operator at the beginning of rest, which has one.
func cutOperator(rest []char) (operator string, value []char) {
	operator, value = string(rest[0].r), rest[1:]
	if len(value) > 0 && value[0].r == '=' && operator != ":" {
		operator, value = operator+"=", value[1:]
	}
	return operator, value
}

// isAtLeast reports whether an operator is >=.
func isAtLeast(operator string) bool {
	return operator == ">=" || operator == "≥" || operator == "≥="
}
