package search

import "strings"

// abbreviations are keys of words as lists of countries in English shorten them, each with
// the word itself.
const abbreviations = "|rep republic|dem democratic|fed federal|sts states|isl islands|st saint|"

// kindWords are keys of words for a kind of state, and those between it and the name.
const kindWords = " republic states federal federated islamic arab united bolivarian plurinational of the democratic peoples "

// matchWrittenOut looks for whole names that the query has in short, with its words for a
// kind of state before or behind: "Korea, Dem. Rep.". In turn they are the query, written
// out; those words before the name (Republic of the Congo); and the name alone, where
// they tell no two places apart.
func (s *searcher) matchWrittenOut() {
	if !s.hasAbbreviation() {
		return
	}
	words := strings.Fields(s.wordsText())
	writeOut(words)
	s.matchWholeName(strings.Join(words, " "))
	kind, name := splitAtKind(words)
	if kind == "" || name == "" {
		return
	}
	s.matchWholeName(kind + " of " + name)
	s.matchWholeName(kind + " of the " + name)
	if !strings.Contains(kind, "democratic") && !strings.Contains(kind, "peoples") {
		s.matchWholeName(name)
	}
}

// matchWholeName looks for a whole name in place of the query, if none has been found.
func (s *searcher) matchWholeName(name string) {
	if s.bestTier() <= exact {
		return
	}
	key := s.keyMaker.Fold(name)
	s.tryRewrite(key, name, key.Text(), func() {
		s.matchNames()
		s.matchSpellings()
		s.dropWorse(exact)
	})
}

// hasAbbreviation reports whether one of several words of the query is an abbreviation.
func (s *searcher) hasAbbreviation() bool {
	k := &s.key
	for i := 0; i < len(k.Runes); {
		end := k.Word(i)
		if n := end - i; n <= len("rep") && n < len(k.Runes) && strings.Contains(abbreviations, "|"+string(k.Runes[i:end])+" ") {
			return true
		}
		i = end
	}
	return false
}

// writeOut writes out the words that are abbreviations.
func writeOut(words []string) {
	for i, w := range words {
		if _, rest, ok := strings.Cut(abbreviations, "|"+w+" "); ok {
			words[i], _, _ = strings.Cut(rest, "|")
		}
	}
}

// splitAtKind returns the words for a kind of state with which words begin or else end,
// without "of the" at their end, and the others.
func splitAtKind(words []string) (kind, name string) {
	from, to := 0, len(words)
	for from < to && isKindWord(words[from]) {
		from++
	}
	kinds := words[:from]
	if from == 0 {
		for to > 0 && isKindWord(words[to-1]) {
			to--
		}
		kinds = words[to:]
	}
	kind = strings.TrimSuffix(strings.TrimSuffix(strings.Join(kinds, " "), " the"), " of")
	return kind, strings.Join(words[from:to], " ")
}

func isKindWord(word string) bool { return strings.Contains(kindWords, " "+word+" ") }
