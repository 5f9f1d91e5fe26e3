package query

import (
	"cmp"
	"slices"
	"strings"

	"voxatlas/model"
)

// maxMeant is the longest text that may name something, in bytes.
const maxMeant = 100

// termMeant returns the term to write for a text that is no key but names something:
// "region:eu" for eu, "name:tw,jp" for tw,jp, "tollfree" for a description of it,
// "city:tokyo" for tokyo. A text that names nothing may begin the description of one key.
// It returns "" for any other text.
func (env Env) termMeant(found string) string {
	if len(found) > maxMeant {
		return ""
	}
	for _, kind := range []struct {
		prefix string
		find   func(string) string
	}{
		{"region:", env.regionMeant}, {"", env.keyDescribed}, {"name:", env.countryMeant}, {"city:", env.cityMeant}, {"", env.keyBegun},
	} {
		if values := eachMeant(found, kind.find); values != "" && (kind.prefix != "" || !strings.Contains(values, ",")) {
			return kind.prefix + values
		}
	}
	return ""
}

// eachMeant calls find for each part of a text between commas, and returns the results;
// "" if one of them is "".
func eachMeant(text string, find func(string) string) string {
	var values []string
	for part := range strings.SplitSeq(text, ",") {
		value := find(part)
		if value == "" {
			return ""
		}
		values = append(values, value)
	}
	return strings.Join(values, ",")
}

// regionMeant returns the region that a text names by its key or its description.
func (env Env) regionMeant(found string) string {
	words := make([]Word, len(env.RegionKeys))
	for i, key := range env.RegionKeys {
		if key == hyphenate(found) {
			return key
		}
		words[i] = Word{Text: key, Kind: RegionWord}
	}
	return env.described(found, words)
}

// KeyMeant returns the short key of the answer, or the term without a value, that a text
// describes: with all of a description, or with a beginning that no other one has. It returns
// "" if there is none.
func (env Env) KeyMeant(found string) string {
	if len(found) > maxMeant {
		return ""
	}
	return cmp.Or(env.keyDescribed(found), env.keyBegun(found))
}

// keyWords lists the short keys of the answers, and the other terms without a value.
func (env Env) keyWords() []Word {
	return slices.DeleteFunc(env.termWords(""), func(w Word) bool { return strings.ContainsAny(w.Text, ":>") })
}

// keyDescribed returns the one of keyWords that a text describes.
func (env Env) keyDescribed(found string) string { return env.described(found, env.keyWords()) }

// minBegun is the least length of a beginning, in bytes of its key: two Chinese characters, or
// four letters.
const minBegun = 4

// keyBegun returns the key that a text describes in part: the description of no other key
// begins with that text. It is "" if there are several such keys, or none.
func (env Env) keyBegun(found string) string {
	key := env.Fold(found)
	if env.Describe == nil || len(key) < minBegun {
		return ""
	}
	begun := ""
	for _, w := range env.keyWords() {
		begins := func(description string) bool { return strings.HasPrefix(env.Fold(description), key) }
		switch {
		case !slices.ContainsFunc(env.Describe(w), begins):
		case begun != "":
			return ""
		default:
			begun = w.Text
		}
	}
	return begun
}

// countryMeant returns a country's name or code as an expression has it.
func (env Env) countryMeant(found string) string {
	key := env.Fold(found)
	if env.Names == nil || key == "" {
		return ""
	}
	for _, s := range env.Names() {
		if s.Key == key || strings.EqualFold(s.ISO2, found) {
			return hyphenate(found)
		}
	}
	return ""
}

// cityMeant returns a city's name as an expression has it.
func (env Env) cityMeant(found string) string {
	if env.Fold(found) == "" || len(parser{env: env}.findCity(found).Countries) == 0 {
		return ""
	}
	return hyphenate(found)
}

// described returns the one of words that a text describes: with all of the description,
// or with the part of it before a bracket or a colon.
func (env Env) described(found string, words []Word) string {
	key := env.Fold(found)
	if env.Describe == nil || key == "" {
		return ""
	}
	for _, w := range words {
		for _, description := range env.Describe(w) {
			n := strings.IndexAny(description, "(（:：")
			if n < 0 {
				n = len(description)
			}
			if env.Fold(description) == key || env.Fold(description[:n]) == key {
				return w.Text
			}
		}
	}
	return ""
}

// valueMeant returns the word that a text describes which is none of the words behind
// the term's colon; "" if it describes none.
func (p parser) valueMeant(found string) string {
	if p.name == "city" || p.name == "name" || len(found) > maxMeant {
		return ""
	}
	c := completer{env: p.env, quoted: func(int) bool { return false }}
	words := c.valueWords(p, nil, nil, 0)
	if f, other, mistake := p.findKey(0); mistake == nil && !other {
		for _, s := range model.States() {
			words = append(words, Word{Text: s.String(), Kind: StateWord, Feature: f, State: s}, Word{Text: s.String(), Kind: StateWord, State: s})
		}
	}
	return p.env.described(found, words)
}

// hasKey reports whether a part of a text between commas is a key.
func hasKey(text string) bool {
	return slices.ContainsFunc(strings.Split(text, ","), func(part string) bool {
		_, err := model.ParseTopic(part)
		return err == nil || slices.Contains(otherNames[:], part)
	})
}
