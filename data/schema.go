package data

import (
	"errors"
	"maps"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"voxatlas/model"
)

// The schemas of the documents. A later version with other meanings gets
// another number; members may be added without.
const (
	EditionSchema = "voxatlas.edition/1"
	CountrySchema = "voxatlas.country/1"
)

// MaxCountries is the most countries and regions that an edition file may have.
const MaxCountries = 1000

// File is an edition file. Members with the comment "not inside an edition file"
// are ignored when one is read.
type File struct {
	Schema       string        `json:"schema"`     // EditionSchema
	Edition      string        `json:"edition"`    // its date, YYYY-MM-DD
	AppliesTo    []string      `json:"applies_to"` // products
	Source       Source        `json:"source"`
	Countries    []Country     `json:"countries"`       // in page order
	Destinations []Destination `json:"destinations"`    // that Calling Plan users may call, in Microsoft's order
	SHA256       string        `json:"sha256,omitzero"` // of the text before this line, in hexadecimal: see FormatWithChecksum
}

// Source names the pages that the facts of an edition were taken from. Repository,
// commit and its date are empty together where they are not recorded.
type Source struct {
	Repository   string `json:"repository"`
	Branch       string `json:"branch"`
	Commit       string `json:"commit"`
	CommitDate   string `json:"commit_date"`
	Folder       string `json:"folder"`
	Website      string `json:"website,omitzero"` // that the pages were fetched from
	PagesRead    int    `json:"pages_read,omitzero"`
	PagesNotRead int    `json:"pages_not_read,omitzero"`
	Licence      string `json:"licence"`
	Attribution  string `json:"attribution"`
}

// Country is a country of an edition file, and with Schema, Edition, names,
// codes and texts the JSON form of a country that the commands print.
type Country struct {
	Schema   string                `json:"schema,omitzero"`  // CountrySchema; not inside an edition file
	Edition  string                `json:"edition,omitzero"` // likewise
	Slug     string                `json:"slug"`
	ISO2     string                `json:"iso2"`
	ISO3     string                `json:"iso3,omitzero"`   // from the names table; not inside an edition file
	Dial     []string              `json:"dial,omitempty"`  // likewise
	Names    map[model.Lang]string `json:"names,omitempty"` // likewise
	Printed  map[model.Lang]string `json:"printed_names,omitempty"`
	Page     Page                  `json:"page"`
	Answers  Answers               `json:"answers"`
	Warnings []Warning             `json:"warnings,omitempty"`
	Later    []LaterNote           `json:"later,omitempty"` // the oldest first; not inside an edition file
}

// Page is the page of the documentation that a country's answers come from.
type Page struct {
	URL     string   `json:"url"`               // inside an edition file, as of the edition; in "show --json", today's
	Date    string   `json:"date"`              // in "show --json", empty if no answer of the page could be read
	Remarks []string `json:"remarks,omitempty"` // oddities of the page that change no answer
}

// Answer is the answer to one feature. Members other than state are there only
// where they have a value.
type Answer struct {
	State                model.State   `json:"state"`
	Unread               string        `json:"unread,omitzero"` // the text of the page that could not be read
	Partner              *Partner      `json:"partner,omitzero"`
	Scope                model.Scope   `json:"scope,omitzero"`
	Cities               []City        `json:"cities,omitempty"`
	OtherCitiesOnRequest bool          `json:"other_cities_on_request,omitzero"`
	StatedPlans          int           `json:"stated_options,omitzero"`
	Plans                []Plan        `json:"options,omitempty"`
	Destinations         *Destinations `json:"destinations,omitzero"`
	Conditions           []Condition   `json:"conditions,omitempty"`
	Next                 []Step        `json:"next,omitempty"`
}

// Partner is a company that provides a service in place of Microsoft.
type Partner struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

// City is a city of numbers. Its names in other languages than English are members,
// too, by their language tags: "zh-TW": "台北".
type City struct {
	English    string                `json:"en,omitzero"`      // misprints corrected; none of a city that is not known
	Printed    string                `json:"printed,omitzero"` // as printed, where that differs, or alone
	OnRequest  bool                  `json:"on_request,omitzero"`
	Translated map[model.Lang]string `json:",embed"`
}

// MarshalJSONTo writes the names first, sorted by language.
func (c City) MarshalJSONTo(enc *jsontext.Encoder) error {
	return encodeObject(enc, func(member func(string, any) error) error {
		var err error
		if c.English != "" || c.Printed == "" {
			err = member("en", c.English)
		}
		if c.Printed != "" {
			err = errors.Join(err, member("printed", c.Printed))
		}
		for _, lang := range slices.Sorted(maps.Keys(c.Translated)) {
			err = errors.Join(err, member(string(lang), c.Translated[lang]))
		}
		if c.OnRequest {
			err = errors.Join(err, member("on_request", true))
		}
		return err
	})
}

// Plan is a Calling Plan. Minutes are per calendar month. One that could not be read has
// printed alone.
type Plan struct {
	Kind                 model.PlanKind `json:"kind,omitzero"`
	DomesticMinutes      int            `json:"domestic_minutes,omitzero"`
	InternationalMinutes int            `json:"international_minutes,omitzero"`
	WhicheverFirst       bool           `json:"whichever_first,omitzero"`
	Limited              bool           `json:"limited,omitzero"`
	Printed              string         `json:"printed,omitzero"`
}

// Destinations counts the countries and regions that plan users may call.
type Destinations struct {
	Stated int            `json:"stated"`
	Listed int            `json:"listed"`
	Plan   model.PlanKind `json:"plan"`
}

// Condition limits an answer.
type Condition struct {
	Key  string                `json:"key"`
	Args Args                  `json:"args,omitempty"`
	Text map[model.Lang]string `json:"text,omitempty"` // not inside an edition file
}

// Step is a next step after an answer.
type Step struct {
	Key  string                `json:"key"`
	Text map[model.Lang]string `json:"text,omitempty"` // not inside an edition file
	URL  string                `json:"url,omitzero"`
}

// Warning says that the source contradicts itself, or which consequence its answers
// have together.
type Warning struct {
	Key      string                `json:"key"`
	Features []model.Feature       `json:"features"`
	Args     Args                  `json:"args,omitempty"`
	Text     map[model.Lang]string `json:"text,omitempty"` // not inside an edition file
}

// LaterNote is a statement of Microsoft's that is newer than the edition's pages. It
// changes no answer.
type LaterNote struct {
	Date     string                `json:"date"`
	Features []model.Feature       `json:"features,omitempty"` // the answers that it concerns; none: the pages as a whole
	General  bool                  `json:"general,omitzero"`   // the same for every country
	Kind     string                `json:"kind"`               // see model.LaterKinds
	Text     map[model.Lang]string `json:"text,omitempty"`
	Source   string                `json:"source"`
	URL      string                `json:"url"`
}

// Destination is an entry of Microsoft's list of destinations.
type Destination struct {
	ISO2    string `json:"iso2"`
	Printed string `json:"printed"`
	Remark  string `json:"note,omitzero"`
}

// Answers are the answers of a country: a JSON object from feature keys to
// answers, in the order of the features.
type Answers map[model.Feature]Answer

// MarshalJSONTo writes the answers in the order of the features.
func (as Answers) MarshalJSONTo(enc *jsontext.Encoder) error {
	return encodeObject(enc, func(member func(string, any) error) error {
		for _, f := range model.Features() {
			if a, ok := as[f]; ok {
				if err := member(f.Key(), a); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// encodeObject writes a JSON object with its members in the order of the calls.
func encodeObject(enc *jsontext.Encoder, members func(member func(string, any) error) error) error {
	if err := enc.WriteToken(jsontext.BeginObject); err != nil {
		return err
	}
	err := members(func(name string, v any) error {
		if err := enc.WriteToken(jsontext.String(name)); err != nil {
			return err
		}
		return json.MarshalEncode(enc, v)
	})
	if err != nil {
		return err
	}
	return enc.WriteToken(jsontext.EndObject)
}
