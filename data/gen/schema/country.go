package main

import (
	"slices"

	"voxatlas/model"
)

// country is a country of an edition file. Some members are those of the form that
// commands print, and ignored.
func country() object {
	answers, keys := object{}, []string{}
	for _, f := range model.Features() {
		answers[f.Key()] = ref(f.Key())
		keys = append(keys, f.Key())
	}
	text := object{"type": "string", "description": "ignored inside an edition file"}
	return closed(object{
		"schema": text, "edition": text, "iso3": text,
		"dial":          object{"type": "array", "items": text},
		"names":         ref("texts"),
		"slug":          matching("^[a-z0-9]+(-[a-z0-9]+)*$", "Microsoft's name of the page"),
		"iso2":          ref("iso2"),
		"printed_names": ref("names"),
		"page":          ref("page"),
		"answers":       closed(answers, keys...),
		"warnings":      list(object{"oneOf": warnings()}, maxNotes),
	}, "slug", "iso2", "page", "answers")
}

// warnings are the warnings that a country may have.
func warnings() []any {
	var all []any
	for _, key := range model.Warnings() {
		all = append(all, noted(key, object{"features": object{"const": model.WarningFeatures(key)}}, "features"))
	}
	return all
}

// noted is a condition or warning of that key.
func noted(key string, more object, required ...string) object {
	members := object{"key": object{"const": key}, "args": ref("args " + key), "text": ref("texts")}
	for name, v := range more {
		members[name] = v
	}
	required = append(required, "key")
	if len(model.NeededArgs(key)) > 0 {
		required = append(required, "args")
	}
	return closed(members, required...)
}

// args are the arguments that the words of a condition or warning take: a list is
// an array of strings, a count a number, all else a string.
func args(key string) object {
	members := object{}
	for _, name := range model.NoteArgs(key) {
		text := ref("text")
		if name == "links" {
			text = ref("link")
		}
		many := object{"type": "array", "items": text, "minItems": 1, "maxItems": maxCount}
		if !model.ArgOf(name).IsList() {
			many["maxItems"] = 1
		}
		members[name] = object{"anyOf": []any{text, object{"type": "number"}, many}}
	}
	return closed(members, model.NeededArgs(key)...)
}

// answer is the answer to f: which members it may have follows from f, which it
// must have from its state.
func answer(f model.Feature) object {
	var states, conditions []any
	for _, s := range f.States() {
		states = append(states, s.String())
	}
	for _, key := range model.Conditions() {
		if slices.Contains(model.ConditionFeatures(key), f) {
			conditions = append(conditions, noted(key, nil))
		}
	}
	members := object{
		"state":                   object{"enum": states},
		"other_cities_on_request": object{"const": false},
		"cities":                  list(ref("city"), 0),
		"options":                 list(ref("option"), 0),
		"stated_options":          whole(0, 0),
		"next":                    list(ref("step"), maxNotes),
		"conditions":              list(object{"oneOf": conditions}, maxNotes),
	}
	if len(conditions) == 0 {
		members["conditions"] = object{"type": "array", "maxItems": 0}
	}
	shape := closed(members, "state")
	var rules []any
	if slices.Contains(f.States(), model.ViaPartner) {
		members["partner"] = ref("partner")
		rules = append(rules, exactlyWhen(model.ViaPartner, "partner"))
	}
	switch f {
	case model.AutoAssignedNumbers, model.TollNumbers:
		members["scope"] = object{"enum": []string{model.Cities.String(), model.NonGeographic.String(), model.ScopeNotApplicable.String()}}
		members["cities"] = list(ref("city"), maxCount)
		members["other_cities_on_request"] = boolean()
		rules = append(rules, object{
			"if":   object{"properties": object{"scope": object{"const": model.Cities.String()}}, "required": []string{"scope"}},
			"then": object{"properties": object{"cities": object{"minItems": 1}}, "required": []string{"cities"}},
			"else": object{"properties": object{"cities": object{"maxItems": 0}}},
		})
	case model.Minutes:
		members["options"] = list(ref("option"), maxCount)
		members["stated_options"] = whole(0, maxCount)
		rules = append(rules, object{
			"if":   is(model.Yes),
			"then": object{"properties": object{"options": object{"minItems": 1}}, "required": []string{"options"}},
			"else": object{"properties": object{"options": object{"maxItems": 0}}},
		})
	case model.OutboundCalls:
		members["destinations"] = ref("destinations")
		rules = append(rules, exactlyWhen(model.Yes, "destinations"))
	}
	if len(rules) > 0 {
		shape["allOf"] = rules
	}
	return shape
}

func is(s model.State) object {
	return object{"properties": object{"state": object{"const": s.String()}}, "required": []string{"state"}}
}

// exactlyWhen has a member stand where the state is s, and nowhere else.
func exactlyWhen(s model.State, member string) object {
	there := object{"required": []string{member}}
	return object{"if": is(s), "then": there, "else": object{"not": there}}
}
