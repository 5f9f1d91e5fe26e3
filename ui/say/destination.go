package say

import (
	"strings"

	"voxatlas/model"
)

// DestinationRemark returns the remark about a destination, "" for none. It is in the
// language of loc if it is one of the remarks in the catalogs, else in English.
func (loc Localizer) DestinationRemark(d model.Destination) string {
	key := "destination." + strings.ToLower(d.ISO2)
	if d.Remark == "" || loc.catalog.English(key) != d.Remark {
		return d.Remark
	}
	return loc.Text(key)
}
