package library

import (
	"voxatlas/data"
	"voxatlas/model"
)

// pair names two editions that are compared.
type pair struct{ from, to *Edition }

// Compare compares an edition with an earlier one; nil without one, or if one cannot be
// read. The same two editions have the same comparison. Embedded editions that follow each
// other are compared by a table: from is opened for values alone.
func (l *Library) Compare(from, to *Edition) *model.Comparison {
	if from == nil || to == nil || !from.opens() || to.Atlas() == nil {
		return nil
	}
	if known, ok := l.comparisons.Load(pair{from, to}); ok {
		return known.(*model.Comparison)
	}
	var table func(iso2 string) model.Difference
	if from.IsEmbedded() && to.IsEmbedded() {
		table = data.DifferencesFrom(from.Date, to.Date)
	}
	c, _ := l.comparisons.LoadOrStore(pair{from, to}, model.NewComparison(from.Date, from.Atlas, to.Atlas(), table))
	return c.(*model.Comparison)
}

// Comparison compares an edition with the one before it; nil without one.
func (l *Library) Comparison(e *Edition) *model.Comparison { return l.Compare(l.Before(e), e) }
