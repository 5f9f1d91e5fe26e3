package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// State sums up an answer of the documentation in one word. The zero value is
// Unstated: silence in the source never reads as no.
type State uint8

// The states.
const (
	Unstated      State = iota // the page is silent
	Yes                        // available, or can be bought
	PayPerMinute               // can be bought with per-minute billing only
	NeedsCredits               // works only with Communications Credits
	OnRequest                  // must be requested from the number service desk
	ViaPartner                 // provided by a partner of Microsoft
	Restricted                 // only for some customers
	Partial                    // only some of it is supported
	No                         // not available
	NotApplicable              // the question does not arise
)

// NumStates is how many states there are; a State is in 0…NumStates-1.
const NumStates = 10

// Unread stands in the place of a state where an answer is shown, sorted or counted of
// which the text could not be read. It is the state of no answer: see [Answer.Shown].
const Unread State = NumStates

// NumShown is how many states may be shown: the states, and Unread.
const NumShown = NumStates + 1

var stateKeys = [NumStates]string{
	"unstated", "yes", "pay_per_minute", "needs_credits", "on_request",
	"partner", "restricted", "partial", "no", "not_applicable",
}

// States lists every state, the offered ones first, Unstated last.
func States() []State {
	return []State{Yes, PayPerMinute, NeedsCredits, OnRequest, ViaPartner, Restricted, Partial, No, NotApplicable, Unstated}
}

// ShownStates lists every state that may be shown: those of [States], and Unread last.
func ShownStates() []State { return append(States(), Unread) }

// Offered reports whether the feature can be had in some form.
func (s State) Offered() bool { return s >= Yes && s <= Partial }

// String returns the stable word of s, as "needs_credits"; "unread" of Unread.
func (s State) String() string {
	if s == Unread {
		return "unread"
	}
	return cmp.Or(WordOf(stateKeys[:], s), fmt.Sprintf("State(%d)", uint8(s)))
}

// MarshalText encodes s as its word.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText decodes a state's word.
func (s *State) UnmarshalText(b []byte) error { return unmarshalWord(s, stateKeys[:], b, "state") }

// Scope tells whether the numbers of an answer belong to cities. The zero value is
// ScopeUnstated.
type Scope uint8

// The scopes.
const (
	ScopeUnstated      Scope = iota
	Cities                   // numbers of the listed cities
	NonGeographic            // numbers not tied to a city
	ScopeNotApplicable       // the page says that the question does not arise
)

var scopeKeys = [...]string{"", "cities", "non_geographic", "not_applicable"}

// String returns the stable word of s; empty for ScopeUnstated.
func (s Scope) String() string { return WordOf(scopeKeys[:], s) }

// MarshalText encodes s as its word.
func (s Scope) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText decodes a scope's word.
func (s *Scope) UnmarshalText(b []byte) error { return unmarshalWord(s, scopeKeys[:], b, "scope") }

// PlanKind is a kind of Calling Plan. The zero value is no kind.
type PlanKind uint8

// The kinds of Calling Plan.
const (
	Domestic                 PlanKind = iota + 1 // domestic minutes only
	DomesticAndInternational                     // domestic or international minutes
	PayAsYouGo                                   // no minutes included
)

var planKeys = [...]string{"", "domestic", "domestic_and_international", "pay_as_you_go"}

// String returns the stable word of k; empty for no kind.
func (k PlanKind) String() string { return WordOf(planKeys[:], k) }

// MarshalText encodes k as its word.
func (k PlanKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText decodes a plan kind's word.
func (k *PlanKind) UnmarshalText(b []byte) error {
	return unmarshalWord(k, planKeys[:], b, "plan kind")
}

// WordOf returns the word of v among words, which stand in the order of the values of
// T; empty for another value.
func WordOf[T ~uint8](words []string, v T) string {
	if int(v) < len(words) {
		return words[v]
	}
	return ""
}

func unmarshalWord[T ~uint8](v *T, words []string, b []byte, what string) error {
	if i := slices.Index(words, string(b)); i >= 0 && len(b) > 0 {
		*v = T(i)
		return nil
	}
	known := slices.DeleteFunc(slices.Clone(words), func(word string) bool { return word == "" })
	return fmt.Errorf("unknown %s %q; choose one of %s", what, Clean(string(b), 40), strings.Join(known, ", "))
}
