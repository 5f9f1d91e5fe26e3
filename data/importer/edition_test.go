package importer_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"voxatlas/data/importer"
	"voxatlas/data/pages"
	"voxatlas/model"
)

// TestRows: on an English page labels alone decide, in any order; unknown rows are reported.
func TestRows(t *testing.T) {
	swapped := strings.NewReplacer("|Auto attendants|Available|\n|Call queues|Not available|", "|Call queues|Not available|\n|Auto attendants|Available|").
		Replace(string(countryPage("cq=Not available")))
	garbled := string(countryPage("label-aa=Automatons", "cq=Not available"))
	for name, tt := range map[string]struct {
		page   string
		aa, cq model.State
		sure   importer.Confidence
		wants  []importer.Expected
	}{
		"as always":            {string(countryPage("cq=Not available")), model.Yes, model.No, importer.ByWording, nil},
		"in another order":     {swapped, model.Yes, model.No, importer.ByWording, nil},
		"one label garbled":    {garbled, model.Unstated, model.No, importer.NotUnderstood, []importer.Expected{importer.ExpectedRow, importer.ExpectedRow}},
		"labels swapped":       {string(countryPage("label-aa=Call queues", "label-cq=Auto attendants", "label-vm=Mail")), model.Yes, model.Yes, importer.NotUnderstood, []importer.Expected{importer.ExpectedRow, importer.ExpectedRow}},
		"a row twice":          {strings.Replace(string(countryPage()), "|Call queues|", "|Call queues|Not available|\n|Call queues|", 1), model.Yes, model.Unstated, importer.ByWording, []importer.Expected{importer.ExpectedRowOnce}},
		"a row too many":       {strings.Replace(string(countryPage()), "|Call queues|", "|Bells|Available|\n|Call queues|", 1), model.Yes, model.Yes, importer.ByWording, []importer.Expected{importer.ExpectedRow}},
		"a row missing":        {string(countryPage("cq=")), model.Yes, model.Unstated, importer.ByWording, []importer.Expected{importer.ExpectedRow}},
		"the section missing":  {strings.Replace(string(countryPage()), "## Phone System", "## Fax System", 1), model.Unstated, model.Unstated, importer.NotUnderstood, []importer.Expected{importer.ExpectedSection, importer.ExpectedSection, importer.ExpectedRow, importer.ExpectedRow, importer.ExpectedRow, importer.ExpectedRow}},
		"nothing but headings": {"## Phone System\n\n", model.Unstated, model.Unstated, importer.NotUnderstood, nil},
	} {
		e, r := compilePages(t, nil, map[string][]byte{"availability-in-france.md": []byte(tt.page), "availability-in-latvia.md": countryPage()})
		answers := e.Countries[0].Answers
		if answers[model.AutoAttendants].State != tt.aa || answers[model.CallQueues].State != tt.cq {
			t.Errorf("%s: auto attendants %s, call queues %s", name, answers[model.AutoAttendants].State, answers[model.CallQueues].State)
		}
		if tt.wants != nil {
			var wants []importer.Expected
			for _, f := range r.Findings {
				if f.File == "availability-in-france.md" {
					wants = append(wants, f.Expected)
				}
			}
			if !slices.Equal(wants, tt.wants) {
				t.Errorf("%s: %+v", name, r.Findings)
			}
		}
		if tt.sure == importer.ByPosition && r.Answers[importer.ByPosition] == 0 {
			t.Errorf("%s: %v", name, r.Answers)
		}
	}
}

// TestCitiesByPosition: a translated list is matched with the base's only when
// it is as long and does not disagree.
func TestCitiesByPosition(t *testing.T) {
	list := func(cities ...string) string { return "cities=<ul><li>" + strings.Join(cities, "<li>") + "</ul>" }
	english, _ := compilePages(t, nil, map[string][]byte{"availability-in-france.md": countryPage(list("Riga", "Nice", "Hull "+requestLink), "toll=Yes")})
	base := atlasOf(english)
	for name, tt := range map[string]struct {
		cities []string
		want   string
		found  int
	}{
		"translated as words": {[]string{"Riga", "好", "Schiffsrumpf [(auf Anfrage)]" + deskLink}, "yes cities Riga Nice Hull*", 0},
		"names lost":          {[]string{"Riga", "Nice", "[(，)]" + deskLink}, "yes cities Riga Nice Hull*", 0},
		"marks lost":          {[]string{"Riga", "Nice", "Hull"}, "yes cities Riga Nice Hull", 0},
		"one more":            {[]string{"Riga", "Nizza", "Hull", "Lücke"}, `yes cities Riga Nice Hull "Lücke"`, 1},
		"one less":            {[]string{"Riga", "Hübsch"}, `yes cities Riga "Hübsch"`, 1},
		"one less, all known": {[]string{"Riga", "Nizza"}, "yes cities Riga Nice", 0},
		"another order":       {[]string{"Nice", "Riga", "Rumpf"}, `yes cities Nice Riga "Rumpf"`, 1},
		"twice":               {[]string{"Riga", "Riga", "Hull"}, `yes cities "Riga" "Riga" Hull`, 1},
	} {
		page := strings.Replace(string(countryPage(list(tt.cities...), "toll=Ja")), "---\nms", "---\nms.contentlocale: de-DE\nms", 1)
		e, r := compilePages(t, base, map[string][]byte{"availability-in-france.md": []byte(page)})
		if got := describeAnswer(e.Countries[0].Answers[model.TollNumbers]); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
		found := 0
		for _, f := range r.Findings {
			if f.Expected == importer.ExpectedKnownCities {
				found++
			}
		}
		if found != tt.found {
			t.Errorf("%s: %+v", name, r.Findings)
		}
	}
}

// TestFolders compiles a folder with missing and unknown pages.
func TestFolders(t *testing.T) {
	index := []byte("---\nms.contentlocale: ko-KR\n---\n> - [칠레](availability-in-chile.md)\n> - [\u202e프랑스](availability-in-france.md)\n> - [인도](availability-in-india.md)\n> - [밖](../../availability-in-china.md)\n")
	e, r := compilePages(t, nil, map[string][]byte{
		"availability-in-france.md": countryPage(), "availability-in-chile.md": countryPage(), "availability-in-atlantis.md": countryPage(), "availability-in-latvia.md": countryPage(),
		"country-and-region-availability-for-audio-conferencing-and-calling-plans.md": index,
	})
	var slugs []string
	for _, c := range e.Countries {
		slugs = append(slugs, c.Slug)
	}
	if want := []string{"chile", "france", "latvia"}; !slices.Equal(slugs, want) {
		t.Errorf("countries %v, want %v", slugs, want)
	}
	if got := e.Countries[0].Printed.In("ko-KR"); got != "칠레" {
		t.Errorf("printed name %q", got)
	}
	if e.Countries[1].Printed.Len() != 0 {
		t.Errorf("a name with a bidi control came in: %q", e.Countries[1].Printed.In("ko-KR"))
	}
	if want := []string{"china", "india"}; !slices.Equal(r.Absent, want) {
		t.Errorf("absent %v, want %v", r.Absent, want)
	}
	var wants []importer.Expected
	for _, f := range r.Findings {
		wants = append(wants, f.Expected)
	}
	if want := []importer.Expected{importer.ExpectedList, importer.ExpectedName, importer.ExpectedCountry}; !slices.Equal(wants, want) {
		t.Errorf("findings %+v", r.Findings)
	}
	if e.Date != "2021-03-23" {
		t.Errorf("date %q", e.Date)
	}
}

func TestOneCountryTwice(t *testing.T) {
	set := importer.PageSet{Countries: []*pages.Page{parsePage(t, "availability-in-the-ukraine.md", countryPage()), parsePage(t, "availability-in-ukraine.md", countryPage())}}
	_, _, err := importer.Compile(set, "", importer.Reference{Code: codeByName, Site: docSite()})
	var twice *importer.DuplicateError
	if !errors.As(err, &twice) || twice.ISO2 != "UA" {
		t.Errorf("%v", err)
	}
}

func TestDates(t *testing.T) {
	undated := importer.PageSet{Countries: []*pages.Page{parsePage(t, "availability-in-france.md", []byte("# A\n"))}}
	_, _, err := importer.Compile(undated, "", importer.Reference{Code: codeByName, Site: docSite()})
	var none *importer.NoDateError
	if !errors.As(err, &none) {
		t.Errorf("%v", err)
	}
	e, r, err := importer.Compile(undated, "2020-01-02", importer.Reference{Code: codeByName, Site: docSite()})
	if err != nil || e.Date != "2020-01-02" || e.Countries[0].Page.Date != "2020-01-02" {
		t.Fatalf("%v, %+v", err, e)
	}
	if r.Undated != 1 || hasFinding(r, importer.ExpectedDate, "2020-01-02") {
		t.Errorf("%d pages without a date, %+v", r.Undated, r.Findings)
	}
	late := importer.PageSet{Countries: []*pages.Page{parsePage(t, "availability-in-france.md", countryPage())}}
	_, _, err = importer.Compile(late, "", importer.Reference{Code: codeByName, Site: docSite(), Today: "2021-03-22"})
	if !errors.As(err, &none) {
		t.Errorf("a page of tomorrow dates an edition: %v", err)
	}
	late = importer.PageSet{Countries: []*pages.Page{parsePage(t, "availability-in-france.md", countryPage())}}
	e, r, err = importer.Compile(late, "2020-01-02", importer.Reference{Code: codeByName, Site: docSite(), Today: "2021-03-22"})
	if err != nil || e.Countries[0].Page.Date != "2020-01-02" || !hasFinding(r, importer.ExpectedDate, "2021-03-23") {
		t.Errorf("%v, %+v", err, r)
	}
}

// TestContradictions: both statements are kept, with a warning.
func TestContradictions(t *testing.T) {
	sold := "minutes=There are five plan options: <ul><li>120 minute Domestic Calling Plan</ul>"
	for want, page := range map[string][]byte{
		"audio_conferencing_not_sold_but_numbers_auto_assigned": countryPage("ac=No", "auto=Yes"),
		"audio_conferencing_not_sold_but_call_me_included":      countryPage("ac=No"),
		"audio_conferencing_not_sold_but_call_me_stated":        countryPage("ac=No"),
		"auto_assigned_city_not_in_toll_city_list":              countryPage("auto=Yes, for: <ul><li>Seoul</ul>"),
		"call_me_needs_credits_but_credits_not_available":       countryPage("callme=Requires communication credits"),
		"plans_sold_but_page_keeps_the_not_available_hint":      countryPage("cp=Yes", "@cp=If Calling Plans are not available to purchase, see [PSTN connectivity options](../pstn-connectivity.md) for all available options."),
		"premium_row_missing_though_plans_sold":                 countryPage("cp=Yes"),
		"stated_option_count_differs":                           countryPage("cp=Yes", sold),
		"toll_numbers_available_but_city_list_not_applicable":   countryPage("toll=Yes"),
		"toll_numbers_not_available_but_city_list_given":        countryPage("cities=Riga"),
		"toll_on_request_but_no_city_marked_on_request":         countryPage("cities=Riga", "toll=Yes "+requestLink),
		"toll_yes_without_request_but_every_city_on_request":    countryPage("cities=Riga "+requestLink, "toll=Yes"),
		"toll_free_needs_credits_but_credits_not_available":     countryPage("tollfree=Yes"),
		"attendants_and_queues_need_numbers_on_request_only":    countryPage("toll=Yes " + requestLink),
	} {
		e, r := compilePages(t, nil, map[string][]byte{"availability-in-france.md": page})
		found := false
		for w := range e.Countries[0].Warnings.Values() {
			found = found || w.Key == want
		}
		if !found || len(r.Contradictions) != e.Countries[0].Warnings.Len() {
			t.Errorf("%s: %+v", want, e.Countries[0].Warnings)
		}
	}
	us := countryPage("minutes=<ul><li>3000 minute Domestic Calling Plan</ul>", "@cp=United States domestic calling includes calls to all 50 U.S. states and Puerto Rico. Users assigned with the license usage location of U.S. and/or Puerto Rico share the same pool of minutes.")
	e, _ := compilePages(t, nil, map[string][]byte{"availability-in-the-united-states-u-s.md": us, "availability-in-puerto-rico.md": countryPage("minutes=<ul><li>1200 minute Domestic Calling Plan</ul>")})
	for _, c := range e.Countries {
		if c.Warnings.Len() == 0 || c.Warnings.At(0).Key != "shared_pool_stated_but_minutes_differ" {
			t.Errorf("%s: %+v", c.Slug, c.Warnings)
		}
	}
}
