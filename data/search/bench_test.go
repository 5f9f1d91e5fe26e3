package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
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

// texts returns texts of about 200 letters, as people paste them.
func texts() []string {
	return []string{
		"Dear support, could you please tell us whether dial-in conferencing numbers are offered in the following offices: Berlin (Germany), Kuala Lumpur, Buenos Aires and 2nd floor, 12 High Street, Springfield, 90210 USA",
		strings.Repeat("united republic of the saint islands ", 6),
		strings.Repeat("台灣分公司想申請免付費電話號碼請問可以嗎謝謝您的協助", 8),
		strings.Repeat("日本のオフィスで通話プランを使いたいです", 10),
		strings.Repeat("Мы хотим купить номера для офиса в ", 6) + "Германии",
		strings.Repeat("우리 회사는 독일에서 전화번호를 사고 싶습니다 ", 8),
		strings.Repeat("ประเทศไทยและมาเลเซีย", 10),
		strings.Repeat("san ", 50), strings.Repeat("中國", 100), strings.Repeat("e", 200),
	}
}

// longest returns a query of 40 letters that resembles many names.
func longest() string { return "the united republic of the saint islands"[:40] }

func BenchmarkQuery(b *testing.B) {
	ix := New(atlas())
	ix.Query("switzerlnad", "zh-TW") // computes the tables of first use
	for _, q := range append(queries(), texts()...) {
		b.Run(fmt.Sprintf("%d/%.40s", len([]rune(q)), q), func(b *testing.B) {
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

// BenchmarkLabelled searches for all labelled queries, and for texts of 200 letters made of
// them, and reports the median and the 99th percentile of one search.
func BenchmarkLabelled(b *testing.B) {
	ix := New(atlas())
	ix.Query("switzerlnad", "zh-TW")
	var all []string
	for _, file := range []string{"relevance.txt", "holdout.txt", "holdout2.txt", "unseen.txt", "unseen2.txt"} {
		for _, line := range lines(b, "testdata/"+file) {
			q, _, _ := strings.Cut(line, "\t")
			all = append(all, q)
		}
	}
	var long []string
	for rest := all; len(rest) > 25; rest = rest[25:] {
		long = append(long, string([]rune(strings.Join(rest[:25], " ") + strings.Repeat(" x", 100))[:200]))
	}
	for name, list := range map[string][]string{"queries": all, "texts": append(long, texts()...)} {
		b.Run(name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				for _, q := range list {
					start := time.Now()
					ix.Query(q, "zh-TW")
					took = append(took, time.Since(start))
				}
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-p50")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "ms-p99")
		})
	}
}
