package main

import (
	"cmp"
	"slices"
	"sync"

	"voxatlas/data"
	"voxatlas/data/search"
	"voxatlas/model"
	"voxatlas/ui/cli"
	"voxatlas/ui/tui"
)

// A shelf has the editions that browsers turn to, the oldest first, each opened
// and indexed when it is first asked for. It does not change, and visitors share
// it.
type shelf []tui.Edition

// shelve is the embedded editions with the one that is shown: in its own place, or
// behind that of its date when it is a user's file.
func shelve(env cli.Env, shown *model.Atlas, own bool) shelf {
	date := shown.Edition().Date
	var s shelf
	for _, d := range data.Editions() {
		if d == date && !own {
			s = append(s, volume(env, d, func() *model.Atlas { return shown }))
			continue
		}
		s = append(s, volume(env, d, func() *model.Atlas {
			a, _ := env.Open(d) // it opens: tested in package data
			return a
		}))
	}
	if own {
		file := volume(env, date, func() *model.Atlas { return shown })
		file.Own = true
		s = append(s, file)
	}
	slices.SortStableFunc(s, func(a, b tui.Edition) int { return cmp.Compare(a.Date, b.Date) })
	return s
}

// volume is an edition that is opened and indexed once.
func volume(env cli.Env, date string, open func() *model.Atlas) tui.Edition {
	open = sync.OnceValue(open)
	return tui.Edition{Date: date, Atlas: open, Index: sync.OnceValue(func() *search.Index { return env.Index(open()) })}
}

// open is the edition of that date, or for no date and its own the one that is
// served.
func (s shelf) open(date string, served *model.Atlas) (*model.Atlas, error) {
	if date == "" || date == served.Edition().Date {
		return served, nil
	}
	for _, e := range s {
		if e.Date == date {
			return e.Atlas(), nil
		}
	}
	return data.Open(date)
}

// find is the number of the edition that a is, one of the shelf's.
func (s shelf) find(a *model.Atlas) int {
	return slices.IndexFunc(s, func(e tui.Edition) bool { return e.Date == a.Edition().Date && e.Atlas() == a })
}

func (s shelf) index(a *model.Atlas) *search.Index { return s[s.find(a)].Index() }
