package offices_test

import (
	"fmt"
	"strings"
	"testing"

	"voxatlas/data/library"
	"voxatlas/data/offices"
)

// newLocator returns a locator of the edition 2023-01-26.
func newLocator() *offices.Locator {
	lib := library.Of("2023-01-26")
	e := lib.Newest()
	env := lib.QueryEnv(e)
	return offices.NewLocator(e.Atlas(), e.Index(), "en", func(city string) []string { return env.FindCity(city).Countries })
}

// TestLocate finds the places of offices, or says why they are in doubt.
func TestLocate(t *testing.T) {
	l := newLocator()
	for _, test := range []struct{ country, city, phone, want string }{
		// The first field decides.
		{"Taiwan", "", "", "TW"},
		{"台灣", "台北市", "+886 2 2712 3456", "TW"},
		{"TWN", "Nowhere-on-Sea", "(02) 2712-3456", "TW"},
		{"", "Berlin", "", "DE"},
		{"", "Taipei City", "", "TW"},
		{"", "Luxembourg", "", "LU"},
		{"", "", "+886 2 2712 3456", "TW"},
		{"", "", "Tel. +49 (0)30 1234567 ext. 5", "DE"},
		{"", "", "0049 30 1234567", "DE"},
		{"", "", "＋８８６ ２ ２７１２ ３４５６", "TW"},
		{"", "", "(416) 555-1234", "CA"},
		{"", "", "+1 416 555 1234", "CA"},
		{"Libya", "", "", "LY, unlisted"},
		{"", "Tripoli", "", "LY, unlisted"},

		// The only field is the city's: a region, or a part of a country.
		{"", "沖繩", "", "JP"},
		{"", "蘇格蘭", "", "GB"},
		{"", "Scotland", "", "GB"},
		{"", "ＬＡ", "", "names_nothing city=ＬＡ:"},

		// A typo is told, where another field names the place that it resembles.
		{"Polnad", "Warsaw", "", "PL, Polnad by city=Warsaw"},
		{"Polnad", "", "+48 22 123 45 67", "PL, Polnad by phone=+48 22 123 45 67"},
		{"Polnad", "Nowhere-on-Sea", "", "resemblance country=Polnad: PL"},
		{"Polnad", "Berlin", "", "resemblance country=Polnad: PL DE"},

		// The others decide among several places.
		{"Korea", "Seoul", "", "KR"},
		{"Congo", "Kinshasa", "", "CD, unlisted"},
		{"", "Hamilton", "+1 905 555 1234", "CA"},
		{"", "Birmingham", "", "shared_city city=Birmingham: GB US"},
		{"", "Birmingham", "+1 205 555 1234", "US"},
		{"Canada", "Hamilton", "", "CA"},
		{"United States", "Birmingham", "", "US"},
		{"United States", "", "+1 800 555 1234", "US"},
		{"Canada", "", "+1 800 555 1234", "CA"},
		{"", "Taipei", "+800 1234 5678", "TW"},

		// Doubt.
		{"", "", "", "nothing_given"},
		{"", "Hamilton", "", "shared_city city=Hamilton: CA NZ BM"},
		{"Korea", "", "", "KR"},
		{"Congo", "", "", "shared_beginning country=Congo: CG CD"},
		{"Atlantis", "", "", "names_nothing country=Atlantis:"},
		{"Bavaria", "Munich", "", "names_nothing country=Bavaria: DE"},
		{"Germany", "Paris", "", "contradiction country=Germany city=Paris: DE FR"},
		{"Germany", "", "+33 1 4444 5555", "contradiction country=Germany phone=+33 1 4444 5555: DE FR"},
		{"United States", "San Juan", "", "contradiction"},
		{"China", "Hong Kong", "", "contradiction country=China city=Hong Kong: CN HK"},
		{"United Kingdom", "", "+44 1481 123456", "contradiction"},
		{"", "LA", "", "names_nothing city=LA:"},
		{"", "", "353", "local_number phone=353:"},
		{"", "", "02-2712-3456", "local_number phone=02-2712-3456:"},
		{"", "", "886227123456", "local_number phone=886227123456: TW"},
		{"", "", "Taiwan", "local_number phone=Taiwan:"},
		{"", "", "+1 800 555 1234", "toll_free"},
	} {
		where := l.Locate(offices.Office{Country: test.country, City: test.city, Phone: test.phone})
		got := where.ISO2
		switch d := where.Doubt; {
		case d.Kind == offices.NothingGiven:
			got = string(d.Kind)
		case d.Kind != "":
			got = fmt.Sprintf("%s %s=%s", d.Kind, d.Column, d.Text)
			if d.Other != "" {
				got += fmt.Sprintf(" %s=%s", d.Other, d.Beside)
			}
			got = strings.TrimSpace(got + ": " + strings.Join(d.Places, " "))
		case where.Country == nil:
			got += ", unlisted"
		case where.Settled.Kind != "":
			got += fmt.Sprintf(", %s by %s=%s", where.Settled.Text, where.Settled.Other, where.Settled.Beside)
		}
		if whole := strings.Contains(test.want, "=") || !strings.Contains(test.want, "_") && test.want != "contradiction"; whole && got != test.want || !strings.HasPrefix(got, test.want) {
			t.Errorf("%q, %q, %q: %s, want %s", test.country, test.city, test.phone, got, test.want)
		}
	}
	if d := l.Locate(offices.Office{Country: "Taiwan", Surplus: true}).Doubt; d.Kind != offices.SurplusFields || strings.Join(d.Places, " ") != "TW" {
		t.Errorf("a row with surplus fields: %v", d)
	}
	if where := l.Locate(offices.Office{Place: "Taipei, Taiwan"}); where.ISO2 != "TW" {
		t.Errorf("a place: %v", where)
	}
}
