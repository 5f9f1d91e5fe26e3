package data

import (
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"voxatlas/model"
)

// TestUnread: an answer, a city or a plan that could not be read has its printed text and
// nothing else. Schema and checker agree, and a round trip keeps it.
func TestUnread(t *testing.T) {
	s := compiled(t)
	const (
		voicemail = `"phone_system.voicemail": {"state": "unstated"}`
		city      = `{"en": "Taipei", "zh-TW": "台北"}`
		plan      = `{"kind": "domestic", "domestic_minutes": 120, "printed": "local plan"}`
	)
	for what, tt := range map[string]struct {
		file  string
		valid bool
	}{
		"an answer":                    {tinyWith(t, voicemail, `"phone_system.voicemail": {"state": "unstated", "unread": "Coming soon"}`), true},
		"an answer that says yes":      {tinyWith(t, voicemail, `"phone_system.voicemail": {"state": "yes", "unread": "Coming soon"}`), false},
		"a city":                       {tinyWith(t, city, `{"printed": "台北", "on_request": true}`), true},
		"a city twice":                 {tinyWith(t, city, `{"printed": "好"}, {"printed": "好"}`), true},
		"a city without anything":      {tinyWith(t, city, `{"on_request": true}`), false},
		"a city in one language":       {tinyWith(t, city, `{"printed": "x", "zh-TW": "台北"}`), false},
		"a plan":                       {tinyWith(t, plan, `{"printed": "600 minutes abroad"}`), true},
		"a plan with minutes, no kind": {tinyWith(t, plan, `{"printed": "600 minutes abroad", "international_minutes": 600}`), false},
		"a plan without anything":      {tinyWith(t, plan, `{}`), false},
	} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(tt.file))
		if err != nil {
			t.Fatal(what, err)
		}
		if refused := s.Validate(doc); (refused == nil) != tt.valid {
			t.Errorf("%s: the schema: %v", what, refused)
		}
		a, err := Load(strings.NewReader(tt.file))
		if (err == nil) != tt.valid {
			t.Errorf("%s: %v", what, err)
		}
		if err != nil {
			continue
		}
		c := a.Country("taiwan")
		for _, f := range model.Features() {
			was := c.Answer(f)
			if is := AnswerOf(was).ToModel(); !is.Same(was) || is.Unread != was.Unread || is.Cities.Len() != was.Cities.Len() {
				t.Errorf("%s: %s: %+v became %+v", what, f, was, is)
			}
		}
	}
}
