package query

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"voxatlas/model"
)

// parseStates parses the states behind the key of an answer.
func (p parser) parseStates(f model.Feature, has bool) (term, *Error) {
	t := term{kind: stateTerm, feature: f}
	if !has {
		t.any = true
		return t, nil
	}
	parts, mistake := p.splitList()
	for _, part := range parts {
		switch typed := strings.ToLower(joinRunes(part)); typed {
		case "any":
			t.any = true
			for _, s := range model.States() {
				if s.Offered() {
					t.states |= 1 << s
				}
			}
		case "unread":
			t.states |= unreadBit
		default:
			var s model.State
			switch {
			case s.UnmarshalText([]byte(typed)) == nil:
			case f == model.Minutes && strings.Trim(typed, "0123456789+") == "":
				return term{}, &Error{Kind: Comparison, Column: part[0].column, Key: p.name, Found: ":" + typed}
			default:
				return term{}, p.fail(UnknownState, part, stateWords()...)
			}
			t.states |= 1 << s
		}
	}
	if t.any = t.any && len(parts) == 1; t.any {
		t.states = 0
	}
	return t, mistake
}

// parseOther parses the terms that are no keys of answers. has says that there is a
// value.
func (p parser) parseOther(column int, has bool) (term, *Error) {
	switch p.name {
	case "mine":
		switch {
		case has:
			return term{}, p.fail(ExtraValue, p.value)
		case len(p.env.Mine) == 0:
			return term{}, &Error{Kind: NoneOfOnesOwn, Column: column, Found: p.name}
		}
		return term{kind: mineTerm}, nil
	case "changed":
		return p.parseChanged(column)
	case "plan":
		if !has {
			return term{}, &Error{Kind: BarePlan, Column: column, Found: p.name}
		}
		return p.parsePlan()
	}
	if !has {
		return term{}, p.fail(NoValue, nil, p.valueWords()...)
	}
	switch p.name {
	case "scope":
		t := term{kind: scopeTerm}
		parts, mistake := p.splitList()
		for _, part := range parts {
			i := slices.Index(scopeWords[:], strings.ToLower(joinRunes(part)))
			if i <= 0 {
				return term{}, p.fail(UnknownScope, part, scopeWords[1:]...)
			}
			t.scopes |= 1 << i
		}
		return t, mistake
	case "region":
		return p.parseRegion()
	}
	return p.parseNames()
}

// parseRegion parses the regions of a term.
func (p parser) parseRegion() (term, *Error) {
	t := term{kind: regionTerm}
	parts, mistake := p.splitList()
	for _, part := range parts {
		key := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(joinRunes(part))), " ", "-")
		if !slices.Contains(p.env.RegionKeys, key) {
			return term{}, p.fail(UnknownRegion, part, p.env.RegionKeys...)
		}
		t.values = append(t.values, key)
	}
	return t, mistake
}

// parseNames parses the names of countries or cities of a term.
func (p parser) parseNames() (term, *Error) {
	t := term{kind: nameTerm}
	if p.name == "city" {
		t.kind = cityTerm
	}
	parts, mistake := p.splitList()
	for _, part := range parts {
		value := strings.Join(strings.Fields(joinRunes(part)), " ")
		key := p.env.Fold(value)
		if key == "" {
			return term{}, p.fail(NoValue, part)
		}
		if t.kind == cityTerm {
			match := p.findCity(value)
			if len(match.Countries) == 0 {
				return term{}, p.fail(UnknownCity, part)
			}
			t.cities = append(t.cities, match)
		}
		t.values, t.keys = append(t.values, value), append(t.keys, key)
	}
	return t, mistake
}

// findCity returns the cities of a name; none if the surroundings know no cities.
func (p parser) findCity(name string) CityMatch {
	if p.env.FindCity == nil {
		return CityMatch{}
	}
	return p.env.FindCity(name)
}

// parseChanged parses the date of a changed term.
func (p parser) parseChanged(column int) (term, *Error) {
	date := joinRunes(p.value)
	t := term{kind: changedTerm, date: date}
	if len(p.env.Dates) == 0 || p.env.Before == nil {
		return term{}, &Error{Kind: FirstEdition, Column: column, Found: p.name}
	}
	if date == "" || slices.Contains(p.env.Dates, date) {
		t.before = p.env.Before(date)
	}
	if t.before == nil {
		others := slices.DeleteFunc(slices.Clone(p.env.Dates), func(d string) bool { return d == date }) // of this date there is one that cannot be read
		return term{}, p.fail(UnknownEdition, p.value, others...)
	}
	return t, nil
}

// parsePlan parses the kinds of plan behind plan:, or the minutes of plan:N+.
func (p parser) parsePlan() (term, *Error) {
	if typed := joinRunes(p.value); strings.HasSuffix(typed, "+") {
		return p.parseMinutes(p.value[:len(p.value)-1])
	}
	t := term{kind: planTerm}
	parts, mistake := p.splitList()
	for _, part := range parts {
		i := slices.Index(planWords[:], strings.ToLower(joinRunes(part)))
		if i <= 0 {
			return term{}, p.fail(UnknownPlan, part, p.valueWords()...)
		}
		t.plans |= 1 << i
	}
	return t, mistake
}

// maxMinutes is the largest number of minutes that an expression may ask for.
const maxMinutes = 1_000_000

// parseMinutes parses a number of minutes, perhaps with commas between thousands.
func (p parser) parseMinutes(chars []char) (term, *Error) {
	digits := strings.ReplaceAll(strings.TrimSuffix(joinRunes(chars), "+"), ",", "")
	if digits == "" {
		return term{}, p.fail(NoValue, nil, "1200")
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > maxMinutes || strings.ContainsFunc(digits, func(r rune) bool { return !unicode.IsDigit(r) }) {
		return term{}, p.fail(UnknownPlan, p.value, p.valueWords()...)
	}
	return term{kind: minutesTerm, minutes: n}, nil
}
