// Package bench measures the search beside fzf's, over the same names, in one
// run. It is a module of its own, so that fzf stays out of voxatlas.
package bench

import (
	"fmt"
	"testing"

	"github.com/junegunn/fzf/src/algo"
	"github.com/junegunn/fzf/src/util"

	"voxatlas/data"
	"voxatlas/data/names"
	"voxatlas/data/search"
)

// queries returns prefixes, whole names, typos and nonsense.
func queries() []string {
	return []string{"t", "tw", "ger", "taiw", "taiwan", "taiwna", "Тайвань", "대만", "台灣", "deutschland", "saint kitts", "switzerlnad", "xqzzjkw", "the united republic of the saint islands"}
}

// allNames returns every name that the search knows.
func allNames() []string {
	var all []string
	for e := range names.All() {
		for _, s := range e.Names.All() {
			all = append(all, s)
		}
		for a := range e.Aliases.Values() {
			all = append(all, a.Text)
		}
	}
	w := names.Spellings()
	for i := range w.Len() {
		all = append(all, w.At(i).Text)
	}
	return all
}

func BenchmarkQuery(b *testing.B) {
	atlas, err := data.Open("")
	if err != nil {
		b.Fatal(err)
	}
	ix := search.New(atlas.Countries())
	ix.Query("switzerlnad", "zh-TW") // computes the tables of first use
	var chars []util.Chars
	for _, s := range allNames() {
		chars = append(chars, util.ToChars([]byte(s)))
	}
	slab := util.MakeSlab(100*1024, 2048)
	algo.Init("default")
	for _, q := range queries() {
		b.Run(fmt.Sprintf("voxatlas/%d/%s", len([]rune(q)), q), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ix.Query(q, "zh-TW")
			}
		})
		pattern := algo.NormalizeRunes([]rune(q))
		b.Run(fmt.Sprintf("fzf/%d/%s", len([]rune(q)), q), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for i := range chars {
					algo.FuzzyMatchV2(false, true, true, &chars[i], pattern, false, slab)
				}
			}
		})
	}
	b.Logf("%d names", len(chars))
}

// BenchmarkFirst measures the first query of a process, with the index and the offsets
// of the tables.
func BenchmarkFirst(b *testing.B) {
	atlas, err := data.Open("")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		search.New(atlas.Countries()).Query("taiwan", "zh-TW")
	}
}
