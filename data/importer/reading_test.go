package importer_test

import (
	"testing"

	"voxatlas/data/importer"
	"voxatlas/model"
)

// reading is what a page says about a service, and how many of its lines are not
// understood.
type reading struct {
	locale, slug string // "" for English
	page         []byte
	f            model.Feature
	want         string
	unread       int
}

// holds checks each reading of a page by itself, with the edition that the
// English pages make as the base.
func holds(t *testing.T, english map[string][]byte, readings []reading) {
	t.Helper()
	e, _ := compile(t, nil, english)
	base := atlas(e)
	for _, tt := range readings {
		page := tt.page
		if tt.locale != "" {
			page = in(tt.locale, page)
		}
		e, r := compile(t, base, map[string][]byte{"availability-in-" + tt.slug + ".md": page})
		if got := told(e.Countries[0].Answers[tt.f]); got != tt.want {
			t.Errorf("%s %s: %s\n   is %s\n want %s", tt.locale, tt.slug, tt.f, got, tt.want)
		}
		unread := 0
		for _, f := range r.Findings {
			if f.Expected != importer.ExpectedIndex && f.Expected != importer.ExpectedList {
				unread++
			}
		}
		if unread != tt.unread {
			t.Errorf("%s %s: %s: %d lines not understood, want %d: %+v", tt.locale, tt.slug, tt.f, unread, tt.unread, r.Findings)
		}
	}
}
