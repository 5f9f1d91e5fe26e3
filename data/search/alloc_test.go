//go:build !race

package search

import (
	"testing"

	"voxatlas/data/names"
)

// TestQueryAllocates bounds the allocations of a query. Pools lose entries under the
// race detector, so it does not run there.
func TestQueryAllocates(t *testing.T) {
	ix := New(atlas())
	for _, q := range queries() {
		if n := testing.AllocsPerRun(20, func() { ix.Query(q, "zh-TW") }); n > 20 {
			t.Errorf("%q: %.0f allocations", q, n)
		}
	}
	if names.Spellings().Len() < 30_000 {
		t.Errorf("only %d spellings", names.Spellings().Len())
	}
}
