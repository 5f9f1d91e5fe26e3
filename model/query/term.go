package query

import (
	"strconv"
	"strings"
	"unicode"

	"voxatlas/model"
)

// termKind is a kind of term.
type termKind uint8

const (
	stateTerm   termKind = iota // key, key:states
	minutesTerm                 // plan>=N
	planTerm                    // plan:KIND
	scopeTerm
	cityTerm
	nameTerm
	regionTerm
	mineTerm
	changedTerm
)

// term is one condition of an expression. Fields other than kind and negated belong to
// some kinds only.
type term struct {
	kind    termKind
	negated bool
	text    string // see String

	feature model.Feature
	any     bool              // offered in some form, judged with conditions
	states  stateSet          // else one of these
	minutes int               // at least so many
	plans   uint8             // a bit for each plan kind
	scopes  uint8             // a bit for each scope
	values  []string          // cities, names, regions: one of them
	keys    []string          // values, folded
	cities  []CityMatch       // of each value of a city term
	date    string            // as typed; empty for the edition before
	before  *model.Comparison // never nil in a changed term
}

// stateSet has a bit for each state, and one for answers that could not be read.
type stateSet uint16

const unreadBit = stateSet(1) << model.Unread

func (s stateSet) has(state model.State) bool { return s&(1<<state) != 0 }

// planWords has the words of the kinds of plan in expressions.
var planWords = [...]string{model.Domestic: "domestic", model.DomesticAndInternational: "international", model.PayAsYouGo: "payg"}

// scopeWords has the words of the scopes in expressions.
var scopeWords = [...]string{model.Cities: "cities", model.NonGeographic: "nongeo", model.ScopeNotApplicable: "none"}

// features lists the answers that the term is about.
func (t term) features() []model.Feature {
	switch t.kind {
	case stateTerm:
		return []model.Feature{t.feature}
	case minutesTerm, planTerm:
		return []model.Feature{model.CallingPlansPurchase, model.Minutes}
	case scopeTerm, cityTerm:
		return []model.Feature{model.TollNumbers}
	}
	return nil
}

// String returns the term in its shortest form.
func (t term) String() string {
	text := t.affirmed()
	if t.negated {
		return "!" + text
	}
	return text
}

// affirmed returns the term without its negation.
func (t term) affirmed() string {
	switch t.kind {
	case stateTerm:
		if t.any {
			return t.feature.Short()
		}
		return t.feature.Short() + ":" + strings.Join(t.states.words(), ",")
	case minutesTerm:
		return "plan>=" + strconv.Itoa(t.minutes)
	case planTerm:
		return "plan:" + joinBits(planWords[:], t.plans)
	case scopeTerm:
		return "scope:" + joinBits(scopeWords[:], t.scopes)
	case mineTerm:
		return "mine"
	case changedTerm:
		if t.date != "" {
			return "changed:" + t.date
		}
		return "changed"
	}
	quoted := make([]string, len(t.values))
	for i, v := range t.values {
		quoted[i] = quoteValue(v)
	}
	return map[termKind]string{cityTerm: "city:", nameTerm: "name:", regionTerm: "region:"}[t.kind] + strings.Join(quoted, ",")
}

// words lists the words of the states in s, and "unread".
func (s stateSet) words() []string {
	var list []string
	for _, state := range model.States() {
		if s.has(state) {
			list = append(list, state.String())
		}
	}
	if s&unreadBit != 0 {
		list = append(list, "unread")
	}
	return list
}

// joinBits joins the words of the bits that are set.
func joinBits(words []string, bits uint8) string {
	var list []string
	for i, word := range words {
		if bits&(1<<i) != 0 {
			list = append(list, word)
		}
	}
	return strings.Join(list, ",")
}

// quoteValue returns a value as expressions have it: in quotes, unless it has only
// letters, digits and hyphens.
func quoteValue(v string) string {
	if strings.ContainsFunc(v, func(r rune) bool { return r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return `"` + v + `"`
	}
	return v
}
