package importer_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"voxatlas/data/importer"
	"voxatlas/data/pages"
)

// BenchmarkCompile parses and compiles more and more pages of our own. The time
// per page must stay the same.
func BenchmarkCompile(b *testing.B) {
	text := cellsByLanguage()["en-US"].fullPage("en-US")
	for _, n := range []int{1, 100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				set := importer.PageSet{}
				for i := range n {
					p, err := pages.Parse(fmt.Sprintf("availability-in-c%d.md", i), text)
					if err != nil {
						b.Fatal(err)
					}
					set.Countries = append(set.Countries, p)
				}
				_, r, err := importer.Compile(set, "", importer.Reference{Code: strings.ToUpper, Site: docSite()})
				if err != nil || r.Pages != n {
					b.Fatalf("%v, %d pages", err, r.Pages)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/page")
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.HeapSys)/(1<<20), "MB-heap")
		})
	}
}
