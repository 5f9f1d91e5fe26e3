package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"voxatlas/model"
)

// Completion holds the words that may stand at a place of an expression.
type Completion struct {
	From  int // the words replace the characters from here, counted from 0, to the place
	Words []Word
}

// Word is a word of an expression: a key, a state, a region … Text is the whole word.
// It begins as the text that it replaces, but for case, width and accents. Behind a word
// that ends in a colon or in >= a value must follow.
type Word struct {
	Text string
	Kind WordKind

	Feature model.Feature  // of a key or state
	State   model.State    // of a StateWord
	Plan    model.PlanKind // of a PlanWord
	Scope   model.Scope    // of a ScopeWord
	Minutes int            // of a MinutesWord
	Place   Spelling       // of a CityWord or NameWord
}

// WordKind is a kind of word.
type WordKind uint8

// The kinds of words.
const (
	KeyWord     WordKind = iota // the key of an answer
	StatesWord                  // the key of an answer and a colon: states may follow
	TermWord                    // another term, with its colon or >= if a value must follow
	StateWord                   // a state of an answer
	AnyWord                     // the answer is offered in some form
	UnreadWord                  // the answer was not read
	PlanWord                    // a kind of plan
	MinutesWord                 // a least number of domestic minutes
	ScopeWord                   // a scope of toll numbers
	CityWord                    // a city with toll numbers
	NameWord                    // a country
	RegionWord                  // a region
	DateWord                    // an earlier edition
)

// Complete returns the words that may stand at a place of an expression, which is
// counted in characters from 0. Text behind the place does not matter. There are no
// words where nothing can follow, and in a text that is too long.
func Complete(text string, at int, env Env) Completion {
	if env.Fold == nil {
		env.Fold = strings.ToLower
	}
	before := model.FirstRunes(text, at)
	end := utf8.RuneCountInString(before)
	last, ok := lastWord(before, end)
	if !ok {
		return Completion{From: end}
	}
	c := completer{env: env, quoted: func(from int) bool {
		rest := before[len(model.FirstRunes(before, from)):]
		r, _ := utf8.DecodeRuneInString(rest)
		return narrow(r) == '"'
	}}
	words, from := c.complete(last)
	room := maxBytes - len(model.FirstRunes(before, from))
	words = slices.DeleteFunc(words, func(w Word) bool { return len(w.Text) > room })
	return Completion{from, words}
}

// lastWord returns the word that ends at the end of a text, or an empty one if the text
// ends in a blank; false if no word can stand there. end is the number of characters.
func lastWord(text string, end int) (word, bool) {
	clauses, mistake := splitWords(text)
	if mistake != nil && mistake.Kind != Unclosed {
		return word{}, false
	}
	terms := 0
	for _, words := range clauses {
		terms += len(words)
	}
	r, _ := utf8.DecodeLastRuneInString(text)
	if terms == 0 || mistake == nil && unicode.IsSpace(narrow(r)) {
		return word{column: end + 1}, terms < maxTerms
	}
	words := clauses[len(clauses)-1]
	return words[len(words)-1], terms <= maxTerms
}

// completer finds the words for one place.
type completer struct {
	env    Env
	quoted func(from int) bool // reports whether a quotation mark stands at a character
}

// complete returns the words that may stand for the last part of w: its name, or the
// last of its values. They replace the characters from the column that is returned.
func (c completer) complete(w word) (words []Word, from int) {
	_, chars := w.cutSigns()
	from = w.column - 1
	if signs := len(w.chars) - len(chars); signs > 0 {
		from = w.chars[signs-1].column
	}
	name, rest := cutName(chars)
	typed := strings.ToLower(joinRunes(chars))
	if len(rest) == 0 || typed == "plan>" {
		return c.env.termWords(typed), from
	}
	p := parser{env: c.env, name: strings.ToLower(joinRunes(name))}
	operator, value := cutOperator(rest)
	sign := rest[len(rest)-len(value)-1]
	switch {
	case sign.quoted: // its quotation mark stands before the place
		return nil, from
	case p.name == "plan" && isAtLeast(operator):
		return c.minutesWords(value, ""), sign.column
	case operator != ":":
		return nil, from
	}
	var parts [][]char
	from = sign.column
	for i := len(value) - 1; i >= 0; i-- {
		if value[i].r == ',' && !value[i].quoted {
			parts, from = splitChars(value[:i]), value[i].column
			value = value[i+1:]
			break
		}
	}
	return c.valueWords(p, parts, value, from), from
}

// splitChars splits chars at commas that are not quoted.
func splitChars(chars []char) [][]char {
	var list [][]char
	start := 0
	for i, c := range chars {
		if c.r == ',' && !c.quoted {
			list, start = append(list, chars[start:i]), i+1
		}
	}
	return append(list, chars[start:])
}

// termWords returns the names of terms that begin with typed, a text in lower case: the
// short keys first, then other terms, then, from three letters on, longer keys.
func (env Env) termWords(typed string) []Word {
	var words []Word
	add := func(kind WordKind, f model.Feature, text string) {
		if strings.HasPrefix(text, typed) {
			words = append(words, Word{Text: text, Kind: kind, Feature: f})
		}
	}
	addKey := func(f model.Feature, key string) {
		add(KeyWord, f, key)
		if key == typed {
			add(StatesWord, f, key+":")
		}
	}
	for _, f := range model.Features() {
		addKey(f, f.Short())
	}
	for _, text := range env.otherWords(typed) {
		add(TermWord, 0, text)
	}
	if len(typed) < 3 {
		return words
	}
	for _, f := range model.Features() {
		if strings.HasPrefix(f.Short(), typed) {
			continue
		}
		_, part, _ := strings.Cut(f.Key(), ".")
		if topic, err := model.ParseTopic(part); err == nil && topic.Feature == f && part != f.Short() {
			addKey(f, part)
		}
		addKey(f, f.Key())
	}
	return words
}

// otherWords lists the terms that are no keys of answers, as far as the surroundings
// know their values, each with its colon or >= if a value must follow.
func (env Env) otherWords(typed string) []string {
	words := []string{"plan:", "plan>=", "scope:"}
	if env.FindCity != nil {
		words = append(words, "city:")
	}
	words = append(words, "name:")
	if len(env.RegionKeys) > 0 {
		words = append(words, "region:")
	}
	if len(env.Mine) > 0 {
		words = append(words, "mine")
	}
	if len(env.Dates) > 0 && env.Before != nil {
		words = append(words, "changed")
		if typed == "changed" {
			words = append(words, "changed:")
		}
	}
	return words
}
