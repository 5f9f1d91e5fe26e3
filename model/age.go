package model

import "time"

// Age is the time that has passed since the date of an edition, in whole months. Its
// zero value is unknown.
type Age struct {
	Years, Months int // Months are 0 to 11
	Known         bool
}

// AgeOf returns the age at now of facts of a date, written YYYY-MM-DD. It is unknown
// for a date that is later than now, that is none, or at the zero time.
func AgeOf(date string, now time.Time) Age {
	from, err := time.Parse(time.DateOnly, date)
	if err != nil || now.IsZero() {
		return Age{}
	}
	months := 12*(now.Year()-from.Year()) + int(now.Month()-from.Month())
	if now.Day() < from.Day() && now.Day() < lastDay(now) {
		months--
	}
	if months < 0 || months == 0 && now.Format(time.DateOnly) < date {
		return Age{}
	}
	return Age{Years: months / 12, Months: months % 12, Known: true}
}

// lastDay returns the last day of the month of t. A month that begins on a day which
// the last month does not have ends there.
func lastDay(t time.Time) int {
	return time.Date(t.Year(), t.Month()+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// Old reports whether facts are so old that a reader must be warned: a year or more.
func (a Age) Old() bool { return a.Known && a.Years > 0 }
