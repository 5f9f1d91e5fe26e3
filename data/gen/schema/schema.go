package main

import (
	"voxatlas/data"
	"voxatlas/model"
)

// object is a JSON object.
type object = map[string]any

// The limits of package model, which its check holds, too.
const (
	maxText    = 1000
	maxCount   = 1000
	maxNotes   = 50
	maxMinutes = 100_000
)

// edition is the schema of an edition file.
func edition() object {
	return object{
		"$schema":     "https://json-schema.org/draft/2020-12/schema",
		"$id":         "urn:voxatlas:edition:1",
		"title":       "An edition of voxatlas",
		"description": "What Microsoft's documentation said, as of a date, about the cloud-voice services of Teams in every country and region. The members are explained in data/schema.go.",
		"type":        "object",
		"properties": object{
			"schema":       object{"const": data.EditionSchema},
			"edition":      ref("date"),
			"applies_to":   object{"type": "array", "items": ref("text"), "minItems": 1, "maxItems": maxNotes},
			"source":       ref("source"),
			"countries":    object{"type": "array", "items": ref("country"), "minItems": 1, "maxItems": data.MaxCountries},
			"destinations": object{"type": "array", "items": ref("destination"), "maxItems": maxCount},
		},
		"required":             []string{"schema", "edition", "applies_to", "source", "countries"},
		"additionalProperties": false,
		"$defs":                definitions(),
	}
}

func ref(name string) object { return object{"$ref": "#/$defs/" + name} }

// closed is an object with these members, of which some are required.
func closed(members object, required ...string) object {
	o := object{"type": "object", "properties": members, "additionalProperties": false}
	if len(required) > 0 {
		o["required"] = required
	}
	return o
}

func matching(pattern, description string) object {
	return object{"type": "string", "pattern": pattern, "maxLength": maxText, "description": description}
}

// unshown are characters that no text may have. The model refuses some more.
const unshown = `[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]`

func definitions() object {
	defs := object{
		"text":  matching("^"+unshown+"*$", "no control, format or bidi characters"),
		"some":  matching("^"+unshown+"+$", "a text that is not empty"),
		"date":  matching("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "YYYY-MM-DD"),
		"link":  matching("^([Hh][Tt][Tt][Pp][Ss]://|[Mm][Aa][Ii][Ll][Tt][Oo]:)"+unshown+"*$", "an https or mailto link"),
		"iso2":  matching("^[A-Z]{2}$", "ISO 3166-1 alpha-2"),
		"texts": object{"type": "object", "additionalProperties": object{"type": "string"}, "description": "ignored inside an edition file"},
		"names": object{
			"type":                 "object",
			"patternProperties":    object{"^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$": ref("text")},
			"additionalProperties": object{"const": ""},
			"description":          "from language tags to names",
		},
		"source": closed(object{
			"repository":  matching("^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$", "owner/name on GitHub"),
			"branch":      ref("text"),
			"commit":      matching("^[0-9a-f]{40}$", "the full hash"),
			"commit_date": matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.,]+(Z|[+-][0-9]{2}:[0-9]{2})$", "RFC 3339"),
			"folder":      ref("text"),
			"licence":     ref("some"),
			"attribution": ref("some"),
		}, "repository", "commit", "commit_date", "licence", "attribution"),
		"destination": closed(object{"iso2": ref("iso2"), "printed": ref("some"), "note": ref("text")}, "iso2", "printed"),
		"page":        closed(object{"url": ref("link"), "date": ref("date"), "remarks": list(ref("text"), maxNotes)}, "url", "date"),
		"country":     country(),
		"partner":     closed(object{"name": ref("some"), "url": ref("link")}, "name", "url"),
		"city":        closed(object{"en": ref("some"), "printed": ref("text"), "zh-TW": ref("some"), "on_request": boolean()}, "en", "zh-TW"),
		"option":      option(),
		"destinations": closed(object{
			"stated": whole(0, maxCount), "listed": whole(0, maxCount), "plan": object{"enum": kinds()},
		}, "plan"),
		"step": closed(object{"key": object{"enum": model.Steps()}, "url": object{"anyOf": []any{object{"const": ""}, ref("link")}}, "text": ref("texts")}, "key"),
	}
	for _, f := range model.Features() {
		defs[f.Key()] = answer(f)
	}
	for _, key := range append(model.Conditions(), model.Warnings()...) {
		defs["args "+key] = args(key)
	}
	return defs
}

func boolean() object { return object{"type": "boolean"} }

func whole(low, high int) object {
	return object{"type": "integer", "minimum": low, "maximum": high}
}

func list(items any, most int) object {
	return object{"type": "array", "items": items, "maxItems": most}
}

func kinds() []string {
	var words []string
	for _, k := range []model.PlanKind{model.Domestic, model.DomesticAndInternational, model.PayAsYouGo} {
		words = append(words, k.String())
	}
	return words
}

// option is a plan: which minutes it has follows from its kind.
func option() object {
	shape := closed(object{
		"kind": object{"enum": kinds()}, "domestic_minutes": object{"type": "integer"}, "international_minutes": object{"type": "integer"},
		"whichever_first": boolean(), "limited": boolean(), "printed": ref("text"),
	}, "kind")
	none, some := whole(0, 0), whole(1, maxMinutes)
	minutes := func(k model.PlanKind, domestic, international any, required ...string) object {
		then := object{"properties": object{"domestic_minutes": domestic, "international_minutes": international}, "required": required}
		if k != model.DomesticAndInternational {
			then["properties"].(object)["whichever_first"] = object{"const": false}
		}
		return object{"if": object{"properties": object{"kind": object{"const": k.String()}}, "required": []string{"kind"}}, "then": then}
	}
	shape["allOf"] = []any{
		minutes(model.Domestic, some, none, "domestic_minutes"),
		minutes(model.DomesticAndInternational, some, some, "domestic_minutes", "international_minutes"),
		minutes(model.PayAsYouGo, none, none),
	}
	return shape
}
