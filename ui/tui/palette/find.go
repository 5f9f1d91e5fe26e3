package palette

import (
	"slices"
	"strings"

	"voxatlas/data/names/fold"
)

// match is a command that matches a typed text, with the positions of the characters
// that matched.
type match struct {
	command      *Command
	words, other []int // in its words, in those of the other language
	tier         tier
}

// tier tells how well a command matches. Earlier tiers are better.
type tier uint8

const (
	byKey         tier = iota // the text is one of its keys
	byBeginning               // a word begins with the text
	byPart                    // the text is a part of its words
	byOtherWords              // the same in the other language
	byLetters                 // its words have the letters of the text, in order
	byOtherLetter             // those in the other language
	noMatch
)

// findCommands returns the commands that match a text, the best first; all of them for
// a text without letters. Commands that match equally well keep their order.
func findCommands(all []Command, typed string) []match {
	query := fold.Of(typed)
	var tiers [noMatch + 1][]match
	for i := range all {
		m := matchCommand(&all[i], typed, query)
		tiers[m.tier] = append(tiers[m.tier], m)
	}
	return slices.Concat(tiers[:noMatch]...)
}

// matchCommand matches a command with a typed text and its key.
func matchCommand(c *Command, typed string, query fold.Key) match {
	m := match{command: c}
	if isKey(c, typed) || strings.TrimSpace(typed) == "" {
		return m
	}
	m.tier = noMatch
	if len(query.Runes) == 0 {
		return m
	}
	words, other := fold.Of(c.Binding.Help().Desc), fold.Of(c.Other)
	if at, begins := findPart(words, query); at != nil {
		m.words, m.tier = words.AppendOriginal(nil, at), byPart
		if begins {
			m.tier = byBeginning
		}
		return m
	}
	if at, _ := findPart(other, query); at != nil {
		m.other, m.tier = other.AppendOriginal(nil, at), byOtherWords
		return m
	}
	if at := findLetters(words, query); at != nil {
		m.words, m.tier = words.AppendOriginal(nil, at), byLetters
		return m
	}
	if at := findLetters(other, query); at != nil {
		m.other, m.tier = other.AppendOriginal(nil, at), byOtherLetter
	}
	return m
}

// isKey reports whether a text is one of the keys of a command, as people call them.
// Case counts: L and l are two keys, but f7 is F7.
func isKey(c *Command, typed string) bool {
	for label := range strings.FieldsSeq(c.Binding.Help().Key) {
		if label == typed || len(typed) > 1 && strings.EqualFold(label, typed) {
			return true
		}
	}
	return false
}

// findPart returns the positions in words of the first place that has the letters of
// query, preferably at the beginning of a word, or nil.
func findPart(words, query fold.Key) (at []int, begins bool) {
	n := len(query.Runes)
	for i := 0; i+n <= len(words.Runes); i++ {
		if !slices.Equal(words.Runes[i:i+n], query.Runes) {
			continue
		}
		if at == nil || words.Start[i] {
			at = at[:0]
			for j := range n {
				at = append(at, i+j)
			}
		}
		if words.Start[i] {
			return at, true
		}
	}
	return at, false
}

// findLetters returns the positions in words of the letters of query, in order, or nil.
func findLetters(words, query fold.Key) []int {
	var at []int
	for i, r := range words.Runes {
		if len(at) < len(query.Runes) && r == query.Runes[len(at)] {
			at = append(at, i)
		}
	}
	if len(at) < len(query.Runes) {
		return nil
	}
	return at
}
