package offices_test

import (
	"fmt"
	"strings"
	"testing"

	"voxatlas/data/offices"
)

// manyOffices returns a list of n offices, each with a telephone number of its own.
func manyOffices(n int) string {
	places := []string{"Taiwan,Taipei,+8862", "Germany,Berlin,+4930", "United States,Chicago,+1312", "日本,東京,+813", "France,Lyon,+33472", "Libya,Tripoli,+21821", "Korea,Busan,+8251", ",Hamilton,+1905"}
	var b strings.Builder
	b.WriteString("Site,Country,City,Phone,Users,Need\n")
	for i := range n {
		fmt.Fprintf(&b, "Office %d,%s%07d,%d,cp tollfree\n", i, places[i%len(places)], i*7919%10_000_000, i%500)
	}
	return b.String()
}

// BenchmarkOffices reads a list of 100,000 offices and finds each.
func BenchmarkOffices(b *testing.B) {
	list := manyOffices(100_000)
	for b.Loop() {
		l, n := newLocator(), 0
		for o, err := range offices.Of(offices.TextRows(strings.NewReader(list))) {
			if err != nil {
				b.Fatal(err)
			}
			if l.Locate(o).ISO2 != "" {
				n++
			}
		}
		if n != 100_000 {
			b.Fatal(n)
		}
	}
}

// BenchmarkUnknownNames finds 10,000 names that mean nothing, each another.
func BenchmarkUnknownNames(b *testing.B) {
	for b.Loop() {
		l := newLocator()
		for i := range 10_000 {
			l.Locate(offices.Office{Country: fmt.Sprintf("Qux Wibble Number%d", i)})
		}
	}
}
