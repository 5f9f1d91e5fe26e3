package search

import (
	"fmt"
	"slices"
	"testing"
)

// queries returns the queries of BenchmarkQuery: prefixes of 1 to 12 letters, and
// queries that need every step.
func queries() []string {
	qs := []string{
		"t", "u", "tw", "ge", "tai", "uni", "+886", "germ", "taiwna", "ㄊㄞˊ", "w96j0", "united", "grmany", "台", "台灣", "臺灣", "대만", "ㄷㅁ", "Тайвань", "たいわん",
		"república", "deutschland", "switzerlnad", "xqzzjkw", "zzzzzzzzzz", "saint kitts", "ünitet kindom",
	}
	return append(qs, longest())
}

// longest returns a query of 40 letters that resembles many names.
func longest() string { return "the united republic of the saint islands"[:40] }

func BenchmarkQuery(b *testing.B) {
	ix := New(atlas())
	ix.Query("switzerlnad", "zh-TW") // computes the tables of first use
	for _, q := range queries() {
		b.Run(fmt.Sprintf("%d/%s", len([]rune(q)), q), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ix.Query(q, "zh-TW")
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	countries := slices.Values(slices.Collect(atlas()))
	b.ReportAllocs()
	for b.Loop() {
		New(countries)
	}
}
