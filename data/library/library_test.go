package library_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"voxatlas/data"
	"voxatlas/data/library"
	"voxatlas/model"
)

func fixed() *library.Library { return library.Of("2023-01-26", "2021-03-23") }

// ownAtlas returns an empty edition of a date, as read from a user's file.
func ownAtlas(t *testing.T, date string) *model.Atlas {
	t.Helper()
	newest, err := fixed().Newest().Open()
	if err != nil {
		t.Fatal(err)
	}
	e := newest.Info()
	e.Date = date
	return model.NewAtlas(e, nil, newest.Destinations())
}

func describe(editions ...*library.Edition) string {
	var list []string
	for _, e := range editions {
		switch {
		case e == nil:
			list = append(list, "none")
		case e.Own:
			list = append(list, e.Date+" own")
		case e.Fetched:
			list = append(list, e.Date+" fetched")
		default:
			list = append(list, e.Date)
		}
	}
	return strings.Join(list, ", ")
}

// TestOwnEdition places a user's file by its date, behind the embedded edition of
// that date, and says which edition comes before it, in the library and outside.
func TestOwnEdition(t *testing.T) {
	for _, tt := range []struct{ date, want, before, newestOlder string }{
		{"2023-01-26", "2021-03-23, 2023-01-26, 2023-01-26 own", "2023-01-26", "2023-01-26"},
		{"2022-02-02", "2021-03-23, 2022-02-02 own, 2023-01-26", "2021-03-23", "2021-03-23"},
		{"2020-01-01", "2020-01-01 own, 2021-03-23, 2023-01-26", "none", "none"},
		{"2024-02-29", "2021-03-23, 2023-01-26, 2024-02-29 own", "2023-01-26", "2023-01-26"},
	} {
		l, e := fixed().WithOwn(ownAtlas(t, tt.date))
		if got := describe(l.Editions()...); got != tt.want {
			t.Errorf("a library with the file %s is %s, want %s", tt.date, got, tt.want)
		}
		if got := describe(l.Before(e)); got != tt.before {
			t.Errorf("before %s is %s, want %s", tt.date, got, tt.before)
		}
		if got := describe(fixed().Before(e)); got != tt.newestOlder {
			t.Errorf("before %s, not in the library, is %s, want %s", tt.date, got, tt.newestOlder)
		}
		if describe(l.Newest()) != "2023-01-26" || l.Edition(tt.date) == e || strings.Join(l.Dates(), " ") != "2021-03-23 2023-01-26" {
			t.Errorf("the file %s is taken for an embedded edition", tt.date)
		}
	}
}

// TestFetchedEditions: fetched editions stand by their dates, and each is opened once, and
// only when it is asked for. One of the date of an embedded edition, or that cannot be
// opened, is passed over.
func TestFetchedEditions(t *testing.T) {
	opened := map[string]int{}
	open := func(date string) (*model.Atlas, error) {
		if opened[date]++; strings.HasPrefix(date, "2026") {
			return nil, errors.New("damaged")
		}
		return ownAtlas(t, date), nil
	}
	l := fixed().WithFetched([]string{"2022-02-02", "2023-01-26", "2024-02-29", "2025-01-01", "2026-01-01"}, open)
	if got := strings.Join(l.Dates(), " "); got != "2021-03-23 2022-02-02 2023-01-26 2024-02-29 2025-01-01 2026-01-01" || len(opened) != 0 {
		t.Errorf("the dates are %s, opened are %v", got, opened)
	}
	newest := l.Newest()
	if got := describe(newest, l.Newest()); got != "2025-01-01 fetched, 2025-01-01 fetched" || len(opened) != 2 {
		t.Errorf("the newest is %s, opened are %v", got, opened)
	}
	if got := describe(l.Before(newest), l.Before(l.Edition("2024-02-29")), l.Before(l.Edition("2022-02-02"))); got != "2024-02-29 fetched, 2023-01-26, 2021-03-23" {
		t.Errorf("before are %s", got)
	}
	if got := describe(l.Editions()...); got != "2021-03-23, 2022-02-02 fetched, 2023-01-26, 2024-02-29 fetched, 2025-01-01 fetched" {
		t.Errorf("the editions are %s", got)
	}
	if a, err := l.Edition("2026-01-01").Open(); a != nil || err == nil {
		t.Errorf("an edition that is damaged opens: %v", err)
	}
	for date, n := range opened {
		if n != 1 || date == "2023-01-26" {
			t.Errorf("%s is opened %d times", date, n)
		}
	}
	file, e := l.WithOwn(ownAtlas(t, "2025-01-01"))
	if got := describe(file.Newest(), file.Before(e), l.Before(e)); got != "2025-01-01 fetched, 2025-01-01 fetched, 2025-01-01 fetched" {
		t.Errorf("a user's file: %s", got)
	}
	env := l.QueryEnv(newest)
	if got := strings.Join(env.Dates, " "); got != "2021-03-23 2022-02-02 2023-01-26 2024-02-29" || env.Before("").Since() != "2024-02-29" || env.Before("2022-02-02") == nil {
		t.Errorf("expressions know %s", got)
	}
}

// TestLaterNotesAreOfTheEmbedded: notes that are later than the newest embedded edition
// are not shown with a fetched one.
func TestLaterNotesAreOfTheEmbedded(t *testing.T) {
	l := fixed().WithFetched([]string{"2026-11-25"}, func(string) (*model.Atlas, error) {
		a, err := data.Open("2023-01-26")
		return a, err
	})
	for e, want := range map[*library.Edition]bool{l.Edition("2023-01-26"): true, l.Newest(): false} {
		if got := e.Atlas().Country("taiwan").Later().Len() > 0; got != want {
			t.Errorf("edition %s has later notes: %t", e.Date, got)
		}
	}
}

// TestOpensOnce: an edition is the same atlas and the same index at every call.
func TestOpensOnce(t *testing.T) {
	for _, e := range fixed().Editions() {
		a, err := e.Open()
		if err != nil || a.Info().Date != e.Date || e.Atlas() != a {
			t.Errorf("edition %s opens as %v (%v)", e.Date, a, err)
		}
		if first := e.Index(); e.Index() != first || first.Len() != a.Len() {
			t.Errorf("edition %s has several indexes", e.Date)
		}
	}
}

// TestUnknownDate: a date without an edition gives an error, not another edition.
func TestUnknownDate(t *testing.T) {
	if fixed().Edition("2022-02-02") != nil {
		t.Error("there is an edition 2022-02-02")
	}
	e := library.Of("2022-02-02").Newest()
	if a, err := e.Open(); err == nil || a != nil || e.Index().Len() != 0 {
		t.Errorf("edition 2022-02-02 opens: %v", a)
	}
}

// TestQueryEnv looks at the surroundings of expressions: the editions before one, and
// the countries that have a city.
func TestQueryEnv(t *testing.T) {
	l := library.Embedded()
	newest := l.Newest()
	env := l.QueryEnv(newest)
	if !slices.Contains(env.Dates, "2021-03-23") || slices.Contains(env.Dates, newest.Date) {
		t.Errorf("earlier editions: %v", env.Dates)
	}
	if c := env.Before(""); c.Since() != l.Before(newest).Date || c.From() != l.Before(newest).Atlas() {
		t.Error("the edition before is another one")
	}
	if env.Before("2000-01-01") != nil {
		t.Error("there is an edition of 2000")
	}
	for city, want := range map[string]string{"Ho Chi Minh": "VN", "台北": "TW", "Algiers": "DZ"} {
		if codes := env.FindCity(city).Countries; !slices.Contains(codes, want) {
			t.Errorf("%s: %v, want %s", city, codes, want)
		}
	}
	if codes := env.FindCity("xyzzyville").Countries; codes != nil {
		t.Errorf("xyzzyville: %v", codes)
	}
	first := l.QueryEnv(l.Editions()[0])
	if first.Before("") != nil || len(first.Dates) != 0 {
		t.Error("there is an edition before the first")
	}
	with, own := l.WithOwn(newest.Atlas())
	if env := with.QueryEnv(own); env.Before("").From() != newest.Atlas() || !slices.Contains(env.Dates, "2021-03-23") {
		t.Errorf("a user's own edition: earlier ones %v", env.Dates)
	}
	with, own = fixed().WithOwn(ownAtlas(t, "2020-01-01"))
	env = with.QueryEnv(with.Newest())
	if !slices.Equal(env.Dates, []string{"2020-01-01", "2021-03-23"}) {
		t.Errorf("with an older edition of a user's own: earlier ones %v", env.Dates)
	}
	for _, date := range env.Dates {
		if c := env.Before(date); c == nil || c.Since() != date {
			t.Errorf("changed:%s compares with %q", date, c.Since())
		}
	}
	if env.Before("2020-01-01").From() != own.Atlas() {
		t.Error("changed:2020-01-01 does not compare with the user's own edition")
	}
}

// TestFindCity finds cities with toll numbers by any name, and no other city.
func TestFindCity(t *testing.T) {
	l := library.Embedded()
	env := l.QueryEnv(l.Newest())
	for _, c := range []struct{ name, iso2, want string }{
		{"wien", "AT", "Vienna"}, {"Vienna", "AT", "Vienna"}, {"維也納", "AT", "Vienna"}, {"münchen", "DE", "Munich"}, {"Muenchen", "DE", "Munich"},
		{"台北市", "TW", "Taipei"}, {"臺北", "TW", "Taipei"}, {"new york city", "US", "New York, New York City"}, {"new york", "US", "New York, New York City"}, {"伯明罕", "US", "Alabama, Birmingham"}, {"伯明罕", "GB", "Birmingham"},
		{"阿拉巴馬州伯明罕", "US", "Alabama, Birmingham"}, {"阿拉巴馬州伯明罕", "GB", ""}, {"Savannah", "US", ""}, {"Boise", "US", "Idaho, Boise"}, {"wichita", "US", "Kansas, Wichita"}, {"new orleans", "US", "Louisiana, New Orleans"},
		{"華盛頓", "US", "District of Columbia, Washington"}, {"Portland", "US", "Maine, Portland|Oregon, Portland"}, {"緬因州波特蘭", "US", "Maine, Portland"}, {"Wien", "US", ""}, {"Tel Aviv", "IL", "Tel Aviv"}, {"Gerusalemme", "IL", "Jerusalem"}, {"Den Haag", "NL", ""}, {"Putrajaya", "MY", ""}, {"Wien", "DE", ""},
	} {
		var got []string
		for _, names := range env.FindCity(c.name).Listed[c.iso2] {
			got = append(got, names.In(model.English))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s in %s: %q, want %s", c.name, c.iso2, got, c.want)
		}
	}
}
