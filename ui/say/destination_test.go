package say_test

import (
	"testing"

	"voxatlas/data/library"
	"voxatlas/model"
	"voxatlas/ui/say"
)

// TestDestinationRemarks: the catalogs have every remark of both editions, and another
// remark stays as it is.
func TestDestinationRemarks(t *testing.T) {
	lib, n := library.Of("2021-03-23", "2023-01-26"), 0
	for _, loc := range say.Localizers() {
		for _, e := range lib.Editions() {
			for _, d := range e.Atlas().Destinations().Slice() {
				got := loc.DestinationRemark(d)
				if d.Remark != "" {
					n++
				}
				if english := loc.Lang() == model.English; (got == d.Remark) != (english || d.Remark == "") {
					t.Errorf("%s, %s: %q for %q", loc.Lang(), d.ISO2, got, d.Remark)
				}
			}
		}
		if got := loc.DestinationRemark(model.Destination{ISO2: "BN", Remark: "of one's own"}); got != "of one's own" {
			t.Errorf("%s: %q for a remark of one's own", loc.Lang(), got)
		}
	}
	if n == 0 {
		t.Error("no remarks")
	}
}
