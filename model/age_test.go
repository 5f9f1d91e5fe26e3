package model_test

import (
	"testing"
	"time"

	"voxatlas/model"
)

func TestAge(t *testing.T) {
	known := func(years, months int) model.Age { return model.Age{Years: years, Months: months, Known: true} }
	for _, tt := range []struct {
		date, now string
		want      model.Age
		old       bool
	}{
		{"2023-01-26", "2023-01-26", known(0, 0), false},
		{"2023-01-26", "2023-02-25", known(0, 0), false},
		{"2023-01-26", "2023-02-26", known(0, 1), false},
		{"2023-01-26", "2024-01-25", known(0, 11), false},
		{"2023-01-26", "2024-01-26", known(1, 0), true},
		{"2023-01-26", "2026-11-25", known(3, 9), true},
		{"2023-01-26", "2026-11-26", known(3, 10), true},
		{"2023-01-31", "2023-02-28", known(0, 1), false}, // there is no 31 February
		{"2023-01-31", "2023-03-30", known(0, 1), false},
		{"2024-02-29", "2025-02-28", known(1, 0), true},
		{"2023-01-26", "2023-01-25", model.Age{}, false}, // a clock that is wrong
		{"2023-01-31", "2022-12-31", model.Age{}, false},
		{"2023-02-30", "2026-01-01", model.Age{}, false},
		{"", "2026-01-01", model.Age{}, false},
		{"2023-01-26", "", model.Age{}, false},
	} {
		now, _ := time.Parse(time.DateOnly, tt.now)
		if got := model.AgeOf(tt.date, now); got != tt.want || got.Old() != tt.old {
			t.Errorf("%s at %s: %+v, old %v; want %+v", tt.date, tt.now, got, got.Old(), tt.want)
		}
	}
	taipei := time.Date(2024, 1, 26, 0, 30, 0, 0, time.FixedZone("", 8*3600)) // still the 25th in UTC
	if got := model.AgeOf("2023-01-26", taipei); got != known(1, 0) {
		t.Errorf("a day of the user's calendar does not count: %+v", got)
	}
}
