package data

import (
	"encoding"
	"slices"
	"strconv"
	"strings"

	"voxatlas/model"
)

// readAnswers reads the answers of a country and the members after them, and reports whether
// it knows them all.
func readAnswers(answers string) (r model.Record, ok bool) {
	return (&cursor{rest: answers}).answers()
}

// answers reads the rest of a country, from its answers on.
func (c *cursor) answers() (r model.Record, ok bool) {
	r.Answers = make(map[model.Feature]model.Answer, model.NumFeatures)
	c.members(func(name string) {
		switch name {
		case "answers":
			c.object(func(key string) {
				r.Answers[wordOf[model.Feature](c, key)] = c.readAnswer()
			})
		case "warnings":
			r.Warnings = items(c, c.warning)
		default:
			c.fail()
		}
	})
	return r, !c.bad && c.peek() == 0
}

// readAnswer reads an answer.
func (c *cursor) readAnswer() (a model.Answer) {
	c.object(func(name string) {
		switch name {
		case "state":
			a.State = wordOf[model.State](c, c.readText())
		case "unread":
			a.Unread = c.readText()
		case "partner":
			a.Partner = c.partner()
		case "scope":
			a.Scope = wordOf[model.Scope](c, c.readText())
		case "cities":
			a.Cities = items(c, c.city)
		case "other_cities_on_request":
			a.OtherCitiesOnRequest = c.boolean()
		case "stated_options":
			a.StatedPlans = c.number()
		case "options":
			a.Plans = items(c, c.plan)
		case "destinations":
			a.Destinations = c.destinations()
		case "conditions":
			a.Conditions = items(c, c.condition)
		case "next":
			a.Next = items(c, c.readStep)
		default:
			c.fail()
		}
	})
	return a
}

func (c *cursor) partner() (p model.Partner) {
	c.object(func(name string) {
		switch name {
		case "name":
			p.Name = c.readText()
		case "url":
			p.URL = c.readText()
		default:
			c.fail()
		}
	})
	return p
}

// city reads a city. Members that are no others are its names by language.
func (c *cursor) city() (city model.City) {
	var texts []model.LangText
	c.object(func(name string) {
		switch name {
		case "printed":
			city.Printed = c.readText()
		case "on_request":
			city.OnRequest = c.boolean()
		default:
			texts = append(texts, model.LangText{Lang: model.Lang(name), Text: c.readText()})
		}
	})
	sortByLang(texts)
	city.Names = model.NamesOver(texts)
	return city
}

func (c *cursor) plan() (p model.Plan) {
	c.object(func(name string) {
		switch name {
		case "kind":
			p.Kind = wordOf[model.PlanKind](c, c.readText())
		case "domestic_minutes":
			p.DomesticMinutes = c.number()
		case "international_minutes":
			p.InternationalMinutes = c.number()
		case "whichever_first":
			p.WhicheverFirst = c.boolean()
		case "limited":
			p.Limited = c.boolean()
		case "printed":
			p.Printed = c.readText()
		default:
			c.fail()
		}
	})
	return p
}

func (c *cursor) destinations() (d model.Destinations) {
	c.object(func(name string) {
		switch name {
		case "stated":
			d.Stated = c.number()
		case "listed":
			d.Listed = c.number()
		case "plan":
			d.Plan = wordOf[model.PlanKind](c, c.readText())
		default:
			c.fail()
		}
	})
	return d
}

func (c *cursor) condition() (condition model.Condition) {
	c.object(func(name string) {
		switch name {
		case "key":
			condition.Key = c.readText()
		case "args":
			condition.Args = c.args()
		default:
			c.fail()
		}
	})
	return condition
}

func (c *cursor) warning() (w model.Warning) {
	c.object(func(name string) {
		switch name {
		case "key":
			w.Key = c.readText()
		case "features":
			w.Features = items(c, func() model.Feature { return wordOf[model.Feature](c, c.readText()) })
		case "args":
			w.Args = c.args()
		default:
			c.fail()
		}
	})
	return w
}

func (c *cursor) readStep() (s model.Step) {
	c.object(func(name string) {
		switch name {
		case "key":
			s.Key = c.readText()
		case "url":
			s.URL = c.readText()
		default:
			c.fail()
		}
	})
	return s
}

// args reads the arguments of a condition or warning.
func (c *cursor) args() model.List[model.Arg] {
	var args []model.Arg
	c.object(func(name string) {
		var values []string
		switch c.peek() {
		case '[':
			values = c.readTexts()
		case '"':
			values = []string{c.readText()}
		default:
			values = []string{c.word()}
		}
		args = append(args, model.Arg{Name: name, Values: model.ListOver(values)})
	})
	return model.ListOver(args)
}

// names reads an object of texts by language.
func (c *cursor) names() model.Names { return model.NamesOver(c.langTexts()) }

// langTexts reads an object of texts by language, and sorts it.
func (c *cursor) langTexts() []model.LangText {
	var texts []model.LangText
	c.object(func(lang string) { texts = append(texts, model.LangText{Lang: model.Lang(lang), Text: c.readText()}) })
	sortByLang(texts)
	return texts
}

func sortByLang(texts []model.LangText) {
	slices.SortStableFunc(texts, func(a, b model.LangText) int { return strings.Compare(string(a.Lang), string(b.Lang)) })
}

func (c *cursor) boolean() bool {
	switch c.word() {
	case "true":
		return true
	case "false":
	default:
		c.fail()
	}
	return false
}

func (c *cursor) number() int {
	n, err := strconv.Atoi(c.word())
	if err != nil {
		c.fail()
	}
	return n
}

// items reads a list, each item of it with read.
func items[T any](c *cursor, read func() T) model.List[T] {
	var all []T
	c.list(func() { all = append(all, read()) })
	return model.ListOver(all)
}

// wordOf returns the value of a word, as the state of "needs_credits".
func wordOf[T any, P interface {
	*T
	encoding.TextUnmarshaler
}](c *cursor, word string) (v T) {
	if P(&v).UnmarshalText([]byte(word)) != nil {
		c.fail()
	}
	return v
}
