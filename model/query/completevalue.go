package query

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"voxatlas/model"
)

// valueWords returns the words that may stand for value, the last value of the term p.
// others are the values before it, which are not proposed again.
func (c completer) valueWords(p parser, others [][]char, value []char, from int) []Word {
	feature, other, mistake := p.findKey(0)
	if mistake != nil {
		return nil
	}
	var words []Word
	switch {
	case !other:
		words = stateWordsOf(feature)
	case p.name == "plan":
		words = planKindWords()
		if len(others) == 0 {
			words = append(words, c.minutesWords(value, "+")...)
		}
	case p.name == "scope":
		for _, s := range []model.Scope{model.Cities, model.NonGeographic, model.ScopeNotApplicable} {
			words = append(words, Word{Text: scopeWords[s], Kind: ScopeWord, Scope: s})
		}
	case p.name == "region":
		for _, key := range c.env.RegionKeys {
			words = append(words, Word{Text: key, Kind: RegionWord})
		}
	case p.name == "changed" && len(others) == 0:
		for _, date := range c.env.Dates {
			words = append(words, Word{Text: date, Kind: DateWord})
		}
	case p.name == "city":
		return c.placeWords(CityWord, c.env.Cities, others, value, from)
	case p.name == "name":
		return c.placeWords(NameWord, c.env.Names, others, value, from)
	}
	typed := strings.ToLower(joinRunes(value))
	return slices.DeleteFunc(words, func(w Word) bool {
		return !strings.HasPrefix(w.Text, typed) || slices.ContainsFunc(others, func(o []char) bool { return strings.EqualFold(joinRunes(o), w.Text) })
	})
}

// stateWordsOf returns the words behind the key of f: the states that it may have.
func stateWordsOf(f model.Feature) []Word {
	words := []Word{{Text: "any", Kind: AnyWord, Feature: f}}
	for _, s := range model.States() {
		if s != model.Unstated && slices.Contains(f.States(), s) {
			words = append(words, Word{Text: s.String(), Kind: StateWord, Feature: f, State: s})
		}
	}
	return append(words, Word{Text: model.Unstated.String(), Kind: StateWord, Feature: f}, Word{Text: "unread", Kind: UnreadWord, Feature: f})
}

// planKindWords returns the kinds of plan.
func planKindWords() []Word {
	var words []Word
	for _, kind := range []model.PlanKind{model.PayAsYouGo, model.Domestic, model.DomesticAndInternational} {
		words = append(words, Word{Text: planWords[kind], Kind: PlanWord, Plan: kind})
	}
	return words
}

// minutesWords returns the numbers of domestic minutes that plans have, if they begin
// with value, each with a suffix.
func (c completer) minutesWords(value []char, suffix string) []Word {
	if c.env.PlanMinutes == nil {
		return nil
	}
	var words []Word
	for _, n := range c.env.PlanMinutes() {
		if s := strconv.Itoa(n) + suffix; n > 0 && strings.HasPrefix(s, joinRunes(value)) {
			words = append(words, Word{Text: s, Kind: MinutesWord, Minutes: n})
		}
	}
	return words
}

// placeWords returns the places of which a name begins with value, each by the first
// such name. A name of places in several countries is proposed once, without a country;
// such places stand one behind the other. The name stands in quotes if a quotation mark stands at from, else it has
// hyphens instead of blanks and signs.
func (c completer) placeWords(kind WordKind, places func() []Spelling, others [][]char, value []char, from int) []Word {
	if places == nil {
		return nil
	}
	key := c.env.Fold(joinRunes(value))
	var taken []string
	for _, o := range others {
		taken = append(taken, c.env.Fold(joinRunes(o)))
	}
	quoted := c.quoted(from)
	var words []Word
	for _, s := range places() {
		if !strings.HasPrefix(s.Key, key) || slices.Contains(taken, s.Key) {
			continue
		}
		name := hyphenate(s.Text)
		if quoted {
			name = `"` + strings.ReplaceAll(s.Text, `"`, "") + `"`
		}
		if n := len(words); n > 0 {
			last := &words[n-1]
			switch {
			case last.Place.ISO2 == s.ISO2 && last.Place.Names.Equal(s.Names):
				continue
			case last.Text == name:
				last.Place.ISO2 = ""
				continue
			}
		}
		words = append(words, Word{Text: name, Kind: kind, Place: s})
	}
	return words
}

// hyphenate returns a name with hyphens instead of all that is no letter, digit or
// accent.
func hyphenate(name string) string {
	return strings.Join(strings.FieldsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}), "-")
}
