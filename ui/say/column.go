package say

import "voxatlas/model"

// ServiceHeading returns the name of s for a heading above the columns of its answers,
// as "Audio Conf.".
func (loc Localizer) ServiceHeading(s model.Service) string { return loc.Text("column." + s.Key()) }

// ServiceInitials returns a name of s that is as short as that of its column, or those of
// its columns together.
func (loc Localizer) ServiceInitials(s model.Service) string {
	return loc.Text("column_short." + s.Key())
}

// ColumnHeading returns a name of f for the heading of a column of marks and letters, in
// at most eight cells. It is unlike that of any other feature.
func (loc Localizer) ColumnHeading(f model.Feature) string { return loc.Text("column." + f.Key()) }

// ColumnInitials returns a name of f in two cells, unlike that of any other
// feature.
func (loc Localizer) ColumnInitials(f model.Feature) string {
	return loc.Text("column_short." + f.Key())
}
