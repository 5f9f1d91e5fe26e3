package importer_test

import (
	"testing"

	"voxatlas/data/importer"
	"voxatlas/model"
)

// reading is a page with the answer that it must give to a feature, and the
// number of its findings.
type reading struct {
	locale, slug string // "" for English
	page         []byte
	f            model.Feature
	want         string
	unread       int
}

// checkReadings compiles each page by itself, with the edition of the English
// pages as its base.
func checkReadings(t *testing.T, english map[string][]byte, readings []reading) {
	t.Helper()
	e, _ := compilePages(t, nil, english)
	base := atlasOf(e)
	for _, tt := range readings {
		page := tt.page
		if tt.locale != "" {
			page = withLocale(tt.locale, page)
		}
		e, r := compilePages(t, base, map[string][]byte{"availability-in-" + tt.slug + ".md": page})
		if got := describeAnswer(e.Countries[0].Answers[tt.f]); got != tt.want {
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
