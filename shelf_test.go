package main

import (
	"strings"
	"testing"

	"voxatlas/data"
	"voxatlas/data/search"
	"voxatlas/model"
	"voxatlas/ui/cli"
)

// shelfEnv opens embedded editions and counts how often.
func shelfEnv(opened map[string]int) cli.Env {
	return cli.Env{
		Open: func(date string) (*model.Atlas, error) {
			opened[date]++
			return data.Open(date)
		},
		Index: func(a *model.Atlas) *search.Index { return search.New(a.Countries()) },
	}
}

func dates(s shelf) string {
	var list []string
	for _, e := range s {
		if e.Own {
			list = append(list, e.Date+" own")
			continue
		}
		list = append(list, e.Date)
	}
	return strings.Join(list, ", ")
}

// TestShelf: the editions stand by date, a user's file behind the embedded edition
// of its date, and each is opened when it is asked for, once.
func TestShelf(t *testing.T) {
	newest, err := data.Open("")
	if err != nil {
		t.Fatal(err)
	}
	own := func(date string) *model.Atlas {
		e := newest.Edition()
		e.Date = date
		return model.NewAtlas(e, nil, newest.Destinations())
	}
	for _, tt := range []struct {
		shown *model.Atlas
		own   bool
		want  string
		at    int
	}{
		{newest, false, "2021-03-23, 2023-01-26", 1},
		{own("2023-01-26"), true, "2021-03-23, 2023-01-26, 2023-01-26 own", 2},
		{own("2022-02-02"), true, "2021-03-23, 2022-02-02 own, 2023-01-26", 1},
		{own("2020-01-01"), true, "2020-01-01 own, 2021-03-23, 2023-01-26", 0},
		{own("2024-02-29"), true, "2021-03-23, 2023-01-26, 2024-02-29 own", 2},
	} {
		opened := map[string]int{}
		s := shelve(shelfEnv(opened), tt.shown, tt.own)
		if got := dates(s); got != tt.want || s.find(tt.shown) != tt.at || len(opened) > 1 {
			t.Errorf("%s: shown is %d, opened were %v; want %s, %d", got, s.find(tt.shown), opened, tt.want, tt.at)
		}
		for range 2 {
			for _, e := range s {
				first := e.Index()
				if e.Atlas() == nil || e.Atlas().Edition().Date != e.Date || e.Index() != first || s.index(e.Atlas()) != first {
					t.Errorf("%s: edition %s is not itself", tt.want, e.Date)
				}
			}
		}
		for date, n := range opened {
			if n > 1 || !tt.own && date == newest.Edition().Date {
				t.Errorf("%s: %s was opened %d times", tt.want, date, n)
			}
		}
		for date, want := range map[string]*model.Atlas{"": tt.shown, tt.shown.Edition().Date: tt.shown, "2021-03-23": s[0].Atlas()} {
			if date == "2021-03-23" && s[0].Date != date {
				continue
			}
			if got, err := s.open(date, tt.shown); err != nil || got != want {
				t.Errorf("%s: %q opens another edition (%v)", tt.want, date, err)
			}
		}
	}
}
