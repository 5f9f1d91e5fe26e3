package cli

import (
	"errors"
	"slices"

	"voxatlas/data/fetched"
	"voxatlas/data/settings"
	"voxatlas/model"
)

// leastKept is the least number of fetched editions that --keep leaves: the newest one, and
// the one that it is compared with.
const leastKept = 2

// removeForKeep removes fetched editions until the number of --keep is left: first those with
// the same answers as the edition before and the one after, which a history can do without,
// then the oldest. The edition of this run and the one that the settings name stay.
// It returns the dates of those that it has removed.
func (p *program) removeForKeep(u *update) (removed []string, err error) {
	if u.job.most == 0 {
		return nil, nil
	}
	dates, err := p.env.Fetched.Dates()
	e := openedEditions{p.env.Fetched, map[string]*model.Atlas{}, map[[2]string]bool{}}
	for err == nil && len(dates) > u.job.most {
		i := e.superfluous(dates, func(date string) bool { return date == u.date || date == p.settings[settings.Edition].Text() })
		if i < 0 {
			break
		}
		if err = p.env.Fetched.Remove(dates[i]); err == nil {
			removed = append(removed, dates[i])
			dates = slices.Delete(dates, i, i+1)
		}
	}
	slices.Sort(removed)
	var trouble *fetched.Error
	if errors.As(err, &trouble) {
		err = p.fetchedError(trouble, "")
	}
	return removed, err
}

// reportRemovedForKeep removes fetched editions as --keep asks, and names them.
func (p *program) reportRemovedForKeep(u *update) error {
	if u.job.check {
		return nil
	}
	removed, err := p.removeForKeep(u)
	if len(removed) > 0 {
		p.fetched.library = nil // it had them
		p.print(p.localizer.Count("update.removed_for_keep", len(removed), "dates", p.localizer.JoinList(removed)))
	}
	return err
}

// openedEditions opens the fetched editions of a directory, and compares them, each once.
type openedEditions struct {
	dir      fetched.Dir
	opened   map[string]*model.Atlas // nil for one that is damaged
	compared map[[2]string]bool      // whether the answers of two dates are the same
}

// superfluous returns the position of the edition, among those of the dates in their order,
// that can be spared best and does not stay; -1 for none.
func (e openedEditions) superfluous(dates []string, stays func(date string) bool) int {
	for i := 1; i < len(dates)-1; i++ {
		if !stays(dates[i]) && e.haveSameAnswers(dates[i-1], dates[i]) && e.haveSameAnswers(dates[i], dates[i+1]) {
			return i
		}
	}
	return slices.IndexFunc(dates, func(date string) bool { return !stays(date) })
}

// haveSameAnswers reports whether all answers are the same in the editions of two dates.
func (e openedEditions) haveSameAnswers(earlier, later string) bool {
	pair := [2]string{earlier, later}
	same, known := e.compared[pair]
	if !known {
		a, b := e.openAtlas(earlier), e.openAtlas(later)
		same = a != nil && b != nil && len(model.Diff(a, b)) == 0
		e.compared[pair] = same
	}
	return same
}

// openAtlas returns the edition of a date; nil for one that is damaged.
func (e openedEditions) openAtlas(date string) *model.Atlas {
	a, known := e.opened[date]
	if !known {
		a, _ = e.dir.Open(date)
		e.opened[date] = a
	}
	return a
}
