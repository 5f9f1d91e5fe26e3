package data

import "testing"

// BenchmarkOpenWithChecksum opens an edition with a checksum, as a start does, and reads
// the answers of one country, and of all.
func BenchmarkOpenWithChecksum(b *testing.B) {
	file := withChecksum(b, "2023-01-26")
	for name, countries := range map[string]int{"none": 0, "one": 1, "all": 1000} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				a, err := OpenWithChecksum(file)
				if err != nil {
					b.Fatal(err)
				}
				n := 0
				for c := range a.Countries() {
					if n++; n > countries {
						break
					}
					c.Warnings()
				}
			}
		})
	}
}
